import type { Role } from '#schemas/people.ts';
import { peopleOfTheSmallOnes } from '../examples/people-to-try.ts';

/** A screen that is drawn: of the small sample programmes, as `npm start -- --small` records them. */
export interface Drawn {
  /** Of its picture. */
  readonly name: string;
  readonly as: Role;
  readonly path: string;
}

/** A screen of the tour. */
export interface TourScreen extends Drawn {
  readonly title: string;
  /** What the picture shows, for whoever does not see it. */
  readonly alt: string;
  /** Who uses it, what for, and why not a spreadsheet. What stands in italics is on the screen. */
  readonly sentences: readonly [who: string, what: string, why: string];
}

/** The screens of docs/messages.md, on a morning on which the April 2026 return of one review waits to be confirmed. */
export const messageScreens: readonly Drawn[] = [
  { name: 'messages-yours', as: 'sro', path: '/pages/your-messages' },
  { name: 'messages-made', as: 'programme-office', path: '/pages/messages' },
];
export const morningOfMessages = '2026-05-06T07:05:00.000Z';

const programmes = '/pages/programmes';

export const tourScreens: readonly TourScreen[] = [
  {
    name: 'your-work',
    title: 'What waits for you',
    as: 'sro',
    path: '/pages',
    alt: 'Your work of an SRO: an outcome to record and a return to confirm, which is marked as late, then seven reviews and the programmes with their next and latest reports',
    sentences: [
      'The SRO of seven reviews in two programmes begins here: under *What waits for you* is what they alone can do, *Confirm the April 2026 return of Libraries that open longer*, as a link to the page that does it.',
      'What is with somebody else is counted and folded, *Returns of your reviews that are with others*, and every review and board report is one link away.',
      'With a spreadsheet somebody mails it round and asks who is late; here that is worked out from the record, for each person, each time they look.',
    ],
  },
  {
    name: 'gate',
    title: 'What stands before the next stage',
    as: 'sro',
    path: `${programmes}/better-connected/reviews/home-care-in-four-zones/stage`,
    alt: 'What is needed before Decision, as a list of five criteria: two are met, and three are not evidenced, each with a link that mends it and one that waives it',
    sentences: [
      'SRO and team see *What is needed before Decision* as a list of tasks.',
      'Each says what is missing (*No outcome is recorded of "Full case for four zones".*), by which rule, and leads to the page where it is put right; the SRO alone may *Waive this*, with a reason that stays.',
      'In a spreadsheet the stage is a word that anybody may type over; here a review moves when its gate is met, and history keeps who moved it, when, and on what.',
    ],
  },
  {
    name: 'savings-at-month-end',
    title: 'Every savings line on one page',
    as: 'transformation-team',
    path: `${programmes}/exampleshire-futures/reviews/adult-home-care/savings/_month-end?year=2025%2F26`,
    alt: 'Month-end update of savings: a table of lines with their plan, and a box each for forecast and claim, a choice for the state, and a tick for no change',
    sentences: [
      'At month end the team goes through every savings line of a review on one page: what was recorded last stands beside each box, and only what is other now is filled in.',
      '*No change* records that a line was looked at, which an untouched cell never says; figures may be written as they are spoken, *£1.2m, 1,200,000 or 5k*.',
      '*Everything is saved together, or nothing is*; where a colleague saved a line meanwhile, the form names the line, the colleague and the figure, where a shared spreadsheet keeps whoever saved last.',
    ],
  },
  {
    name: 'month-end',
    title: 'The month as the office closes it',
    as: 'programme-office',
    path: `${programmes}/better-connected/month-end/2026-04`,
    alt: 'Month end of April 2026 as a list of five tasks from returns to publication, and below it who owes a return, with SRO and lead',
    sentences: [
      'The programme office closes a month from one list: returns (*0 of 3 confirmed*), *Draft report*, *What contradicts, and what is missing*, *What would change*, *Publish*.',
      '*Who owes a return* names review, SRO and lead, and the draft leads from each contradiction to the form that mends it, and can be circulated as a PDF that says on every page that it is a draft.',
      'A spreadsheet is chased, collated and checked by hand, and the next save changes last month; what is published here never changes, and a revision says why.',
    ],
  },
  {
    name: 'board-report',
    title: 'Page one of the board report',
    as: 'board',
    path: `${programmes}/exampleshire-futures/reports/2025-10`,
    alt: 'Board report for October 2025: how many reviews are in trouble, ratings by shape and colour, and what the board must decide',
    sentences: [
      'A member reads page one: *Are we on track?*, *What must we decide?*, what is in trouble and why, and how much is saved.',
      'The SRO\u2019s view and the independent one stand side by side, a figure that nobody stated is not guessed, and *Why each figure is what it is* leads to the records behind it.',
      'Nobody types it: the same report comes as *PDF*, *Excel workbook*, *CSV* and *JSON*, made from what was recorded by the end of the month, and adds up with last month\u2019s.',
    ],
  },
];

/** What is said to be on a screen: the words in italics. */
export const wordsOnScreen = ({ sentences }: TourScreen): readonly string[] =>
  [...sentences.join(' ').matchAll(/\*([^*]+)\*/g)].map(([, words = '']) => words);

const nameOfRole = (role: Role): string => peopleOfTheSmallOnes.find((one) => one.role === role)?.name ?? role;

const section = (screen: TourScreen, n: number): string =>
  `## ${n + 1}. ${screen.title}

![${screen.alt}](pictures/tour-${screen.name}.png)

${screen.sentences.join(' ')}

Go in as ${nameOfRole(screen.as)}, at \`${screen.path}\`.
`;

/** docs/tour.md. */
export const tourPage = (): string => `# A tour of five screens

\`npm run tour\` starts the small sample programmes, draws these pictures from the running pages and writes this page; a test holds that each screen is there and says what is
said of it here. To see them yourself: \`npm ci && npm start -- --small\`, then a button on the first page. [How many pages and fields](counted.md) twelve jobs of the month take is counted, beside OpenProject and a spreadsheet.

${tourScreens.map(section).join('\n')}`;
