import { counted, monthInWords, poundsInWords } from '#language/in-words.ts';
import { RatingName, worseness } from '#schemas/rating-names.ts';
import { html } from '../../html.ts';
import { type Answer, type Content, firstOf, isShown, type Lengths, within } from './answer.ts';

type Moved = NonNullable<Content['ratings']['changed']>['rows'][number];

const stepsWorse = ({ was, is }: Moved): number => {
  const [before, now] = [RatingName.safeParse(was).data, RatingName.safeParse(is).data];
  return before === undefined || now === undefined ? 0 : worseness(now) - worseness(before);
};

/** Which reviews a voice rates worse than before, and which better and none worse. */
const ratedOtherwise = ({ ratings }: Content) => {
  const rows = ratings.changed?.rows ?? [];
  const titles = (which: (one: Moved) => boolean) =>
    new Map(rows.filter(which).map(({ review, title }) => [review, title]));
  const worse = titles((one) => stepsWorse(one) > 0);
  const better = titles((one) => stepsWorse(one) < 0);
  for (const review of worse.keys()) better.delete(review);
  return { worse: [...worse.values()], better: [...better.values()] };
};

const ratingsChanged = (content: Content, { title, named }: Lengths): string[] => {
  const { changed } = content.ratings;
  if (!isShown(content, 'ratings') || changed === undefined) return [];
  if (changed.rows.length < changed.total) return [counted(changed.total, 'rating is another', 'ratings are others')];
  const { worse, better } = ratedOtherwise(content);
  const of = (titles: readonly string[], how: string): string[] =>
    titles.length === 0
      ? []
      : [
          `${counted(titles.length, 'review is', 'reviews are')} rated ${how} (${firstOf(
            titles.map((one) => within(one, title)),
            titles.length,
            named,
          )})`,
        ];
  const isRated = content.ratings.worst !== null || (content.ratings.outOfDate?.total ?? 0) > 0;
  return worse.length + better.length === 0
    ? isRated
      ? ['no rating is worse or better']
      : []
    : [...of(worse, 'worse'), ...of(better, 'better')];
};

const reviewsChanged = ({ flow, moves }: Content): string[] => {
  const { entered, left } = flow;
  const cameAndWent =
    entered.total + left.total === 0
      ? 'no review came or left'
      : `${entered.total === 0 ? 'no review' : counted(entered.total, 'review')} came in and ${left.total === 0 ? 'none' : left.total} left`;
  const moved = moves.total === 0 ? [] : [`${counted(moves.total, 'review')} moved stage`];
  return [cameAndWent, ...moved];
};

const moneyChanged = ({ pageOne }: Content): string[] => {
  const money = pageOne?.money;
  const was = money?.before;
  if (!money || was === undefined) return [];
  const validated = (money.validatedPounds ?? 0) - (was.validatedPounds ?? 0);
  const toFind =
    money.stillToFind === null || was.stillToFind === null ? 0 : money.stillToFind.high - was.stillToFind.high;
  return [
    ...(validated === 0
      ? []
      : [`${poundsInWords(Math.abs(validated))} ${validated > 0 ? 'more' : 'less'} is validated as saved`]),
    ...(toFind === 0 ? [] : [`${poundsInWords(Math.abs(toFind))} ${toFind > 0 ? 'more' : 'less'} is still to find`]),
  ];
};

const happened = (content: Content): string[] => {
  const { decisions, risks } = content;
  const up =
    risks.moved.rows.length < risks.moved.total
      ? 0
      : risks.moved.rows.filter(({ direction }) => direction === 'up').length;
  const down = risks.moved.rows.length < risks.moved.total ? 0 : risks.moved.rows.length - up;
  return [
    ...(isShown(content, 'decisions') && decisions.taken.total > 0
      ? [counted(decisions.taken.total, 'decision was taken', 'decisions were taken')]
      : []),
    ...(isShown(content, 'risks') && up > 0 ? [counted(up, 'risk went up', 'risks went up')] : []),
    ...(isShown(content, 'risks') && down > 0 ? [counted(down, 'risk went down', 'risks went down')] : []),
  ];
};

/** Numbers of which the changes say that they are others, by where they are in the content. */
const numbers: readonly (readonly [of: string, words: string])[] = [
  ['options.reviewsWithPreferred', 'reviews with a preferred option'],
  ['milestones.done', 'milestones done'],
  ['issues.open', 'open issues'],
  ['risks.open', 'open risks'],
];

const numbersChanged = ({ changes }: Content): string[] =>
  numbers.flatMap(([path, what]) => {
    const found = changes.find(({ of }) => of === path);
    return found === undefined || found.before === null || found.after === null
      ? []
      : [`${what}: ${found.after} (${found.before} before)`];
  });

const mostParts = 6;
const fewestParts = 4;
const figures = ['ratings.changed', 'flow.entered', 'flow.left', 'moves.total', 'decisions.taken', 'risks.moved'];

/** What is otherwise than in the report before, under one heading. */
export const whatChanged = (content: Content, lengths: Lengths): Answer => {
  if (content.previous === null)
    return { words: 'This is the first report of the programme: there is none to compare it with.', figures: [] };
  // What has no room here is among the changes, which are counted after it.
  const parts = [
    ...ratingsChanged(content, lengths),
    ...reviewsChanged(content),
    ...moneyChanged(content),
    ...happened(content),
    ...numbersChanged(content),
  ].slice(0, lengths.named === 1 ? fewestParts : mostParts);
  const [first] = content.changes;
  const same = content.changes.length === 1 && first?.before === null && first.after === null ? first.sentence : null;
  const start = `Since ${monthInWords(content.previous.month)}: ${parts.join('; ')}.`;
  const all = counted(content.changes.length, 'change');
  return same === null
    ? {
        words: `${start} ${all} in all.`,
        shown: html`${start} <a href="#changes">${content.changes.length === 1 ? 'The one change' : `All ${all}`}</a>.`,
        figures,
      }
    : { words: `${start} ${same}`, figures };
};
