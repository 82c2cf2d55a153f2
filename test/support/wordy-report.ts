import { Report, type ReportLine } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { reportPage } from '#web/report-page.ts';
import {
  aMilestone,
  aProgramme,
  aReview,
  aRisk,
  aSetting,
  asPrevious,
  noProgrammeWide,
  rollUp,
  savingsOf,
  stated,
} from './positions.ts';
import { publication } from './report-samples.ts';

/* Reports of reviews of which everybody wrote as much as the tracker takes, or a little, so that page one has too much to say. */

const saidOfAWord =
  'The supplier has not answered, and the people who use the service wait for a decision of Cabinet. ';
const longer = (words: string, letters: number): string =>
  words
    .repeat(Math.ceil(letters / words.length))
    .slice(0, letters)
    .trim();

interface Wordiness {
  readonly title: number;
  readonly sentence: number;
  readonly narrative: number;
  readonly controls: number;
  readonly reviews: number;
}
export const asMuchAsIsTaken: Wordiness = { title: 200, sentence: 500, narrative: 4_000, controls: 12, reviews: 65 };
/** A small programme of which page one has room for everything. */
export const aFewWords: Wordiness = { title: 20, sentence: 40, narrative: 60, controls: 1, reviews: 2 };
export const aFewSentences: Wordiness = { title: 45, sentence: 180, narrative: 350, controls: 3, reviews: 65 };

type Rating = 'green' | 'amber' | 'red';
const rated = (rating: Rating, words: string) => ({
  on: '2014-04-15',
  overall: { rating, words },
  forwardLook: 'worsening' as const,
});

type Dates = 'before' | 'now';
type Broken = NonNullable<Parameters<typeof aReview>[1]>;

const risksOf = ({ title, sentence, controls }: Wordiness, dates: Dates): NonNullable<Broken['risks']> => {
  const done = Array.from({ length: controls }, (_, n) => longer(`Control ${n + 1}. ${saidOfAWord}`, sentence));
  const words = {
    cause: longer(saidOfAWord, sentence),
    event: longer(saidOfAWord, sentence),
    consequence: longer(saidOfAWord, sentence),
    controls: done.map((what) => ({ what, owner: 'Estates' })),
    actions: done.map((what) => ({ what, owner: null, dueOn: '2014-06-01' })),
    escalated: null,
  };
  const risk = aRisk({
    title: longer('No supplier bids for the homes ', title),
    owner: longer('Head of Homes and Moves ', title),
    scores: [
      { at: '2014-01-10T00:00:00.000Z', score: 12 },
      ...(dates === 'now' ? [{ at: '2014-04-10T00:00:00.000Z', score: 20 }] : []),
    ],
  });
  return { open: [{ ...risk, words }], unscored: [], closed: [], happened: [] };
};

const returnsOf = (n: number, { narrative }: Wordiness): NonNullable<Broken['returns']> =>
  n % 4 === 0
    ? []
    : [
        {
          month: '2014-04',
          nothingChanged: false,
          narrative: longer(saidOfAWord, narrative),
          submittedAt: '2014-05-01T09:00:00.000Z',
          confirmedAt: '2014-05-02T09:00:00.000Z',
        },
      ];

const decisionsOf = ({ title }: Wordiness): NonNullable<Broken['decisions']> => [
  {
    id: 'adopt',
    title: longer('To adopt the way in which homes are run ', title),
    body: longer('Cabinet Committee for Homes ', Math.min(title, 100)),
    kind: 'key-decision',
    status: 'due',
    dueOn: { kind: 'date', date: '2014-04-10' },
  },
];

const reviewOf = (n: number, of: Wordiness, sro: Rating, dates: Dates) =>
  aReview(`review-${n + 1}`, {
    review: {
      title: longer(`Review ${n + 1} of Services for People who Move between Homes `, of.title),
      tier: n % 2 === 0 ? '1' : '2',
    },
    savings: savingsOf({
      years: [
        { year: '2014/15', plan: 1_000_000 + n, forecast: 900_000, alreadyInMtfp: 0 },
        { year: '2015/16', plan: 2_000_000, forecast: 2_000_000, alreadyInMtfp: 0 },
      ],
    }),
    ratings: {
      sro: { id: 'sro-1', given: rated(sro, longer(saidOfAWord, of.sentence)) },
      assurance: {
        id: 'assurance-1',
        given: rated(n % 3 === 0 ? 'red' : 'amber', longer(saidOfAWord, of.sentence)),
      },
    },
    returns: returnsOf(n, of),
    milestones: [
      aMilestone({
        title: longer('Contract is let and the homes move ', of.title),
        missed: dates === 'now' && n % 5 === 0,
      }),
    ],
    risks: risksOf(of, dates),
    decisions: decisionsOf(of),
  });

const reviewsOf = (of: Wordiness, sro: (n: number) => Rating, dates: Dates) =>
  Array.from({ length: of.reviews }, (_, n) => reviewOf(n, of, sro(n), dates));

/** Its page, and that of the month before, from which much is worse and much is better. */
export const wordyReport = (
  of: Wordiness,
): { readonly report: Report; readonly lines: readonly ReportLine[]; readonly page: string } => {
  const programmeWide = {
    ...noProgrammeWide,
    statedPositions: [
      stated('required', { measure: 'savings-required', year: '2014/15', figure: { kind: 'amount', pounds: 91e6 } }),
      stated('later', { measure: 'savings-required', year: '2015/16', figure: { kind: 'amount', pounds: 88e6 } }),
    ],
  };
  const programme = aProgramme();
  const before = rollUp(
    reviewsOf(of, (n) => (n % 2 === 0 ? 'green' : 'red'), 'before'),
    aSetting({ programme, programmeWide }),
  );
  const { content, lines } = rollUp(
    reviewsOf(of, (n) => (n % 2 === 0 ? 'amber' : 'green'), 'now'),
    aSetting({ programme, programmeWide, previous: asPrevious(before) }),
  );
  const report = Report.parse({ content, publication, rowsAtMost: everyRow });
  return { report, lines, page: reportPage({ report, lines, linesComplete: true }) };
};
