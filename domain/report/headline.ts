import type { SavingsPosition } from '#schemas/report.ts';
import {
  counted as countOf,
  figureInWords,
  gapInWords,
  listed,
  poundsInWords,
  ratingInWords,
  shareInWords,
  totalInWords,
} from '#schemas/words.ts';
import type { MeasuredContent } from './changes.ts';

const mostNamed = 3;
const mostYears = 3;

const named = (titles: readonly string[]): string =>
  titles.length <= mostNamed
    ? listed(titles)
    : `${titles.slice(0, mostNamed).join(', ')} and ${titles.length - mostNamed} more`;

const reviewsSentence = ({ counts, flow }: MeasuredContent): string => {
  const beside = counts.beside.filter((one) => one.count > 0).map((one) => `${one.count} ${one.lifecycle}`);
  const apart = beside.length === 0 ? '' : ` (beside them ${listed(beside)})`;
  const moved = `${flow.entered.length} entered and ${flow.left.length} left`;
  const restated = flow.restated.length === 0 ? '' : `, ${flow.restated.length} restated`;
  const check = flow.reconciles ? '' : ' These numbers do NOT reconcile.';
  return `${countOf(counts.counted, 'review')} counted${apart}: ${flow.opening} before, ${moved}${restated}.${check}`;
};

const optionsSentence = ({ options, counts }: MeasuredContent): string[] => {
  if (counts.counted === 0) return [];
  const without = options.withoutPreferred.map((one) =>
    one.waitsFor.length === 0 ? one.title : `${one.title} (waits for ${listed(one.waitsFor)})`,
  );
  const rest = without.length === 0 || without.length === counts.counted ? '' : `; without: ${named(without)}`;
  return [`A preferred option is recorded for ${shareInWords(options.reviewsWithPreferred)} reviews${rest}.`];
};

const yearSentence = (row: SavingsPosition): string => {
  const lines = row.plan.count === 0 ? '' : `; planned by reviews: ${totalInWords(row.plan)}`;
  const stated =
    row.statedUnidentified === null ? '' : `, of which ${figureInWords(row.statedUnidentified)} unidentified`;
  const derived =
    row.derivedIdentifiedPounds === null || row.statedIdentified !== null
      ? ''
      : ` and so ${poundsInWords(row.derivedIdentifiedPounds)} identified`;
  const gap = row.gap === null ? '' : `; by the lines, ${gapInWords(row.gap)}`;
  const required = row.required === null ? 'requirement not stated' : `${figureInWords(row.required)} required`;
  return `${row.year}: ${required}${stated}${derived}${lines}${gap}`;
};

/** Of the years from the month's own on, the first three that say something, one each; then the coverage of what reviews state. */
const savingsSentences = ({ savings }: MeasuredContent, year: string): string[] => {
  const rows = savings.years.filter((row) => row.year >= year && (row.required !== null || row.plan.count > 0));
  return [...rows.slice(0, mostYears).map((row) => `${yearSentence(row)}.`), savings.coverage.sentence];
};

const risksSentence = ({ risks }: MeasuredContent): string => {
  const first = risks.top[0];
  if (first === undefined) return risks.coverage;
  const high = `${countOf(risks.open, 'open risk')}, ${risks.byBand.high} of them high`;
  const overdue = risks.overdue.length === 0 ? '' : `; ${risks.overdue.length} reviews or actions overdue`;
  return `${high}; the highest is "${first.risk.title}" (${first.title}, score ${first.risk.score})${overdue}.`;
};

const ratingsSentence = ({ ratings, counts }: MeasuredContent): string[] => {
  const { worst } = ratings;
  if (worst === null) return [];
  const because = named(worst.because.map((one) => one.title));
  const rated = counts.counted - (ratings.sro.find((row) => row.rating === 'not-rated')?.share.numerator ?? 0);
  const differ =
    ratings.differ.length === 0 ? '' : `; assurance differs on ${named(ratings.differ.map((one) => one.title))}`;
  return [
    `SROs rate ${rated} of ${countOf(counts.counted, 'review')}; the worst overall rating is ${ratingInWords(worst.rating)}: ${because}${differ}.`,
  ];
};

const returnsSentence = ({ returns }: MeasuredContent): string[] => {
  if (returns.expected === 0) return [];
  const { late, unconfirmed, missing } = returns;
  return [
    `Returns received in time: ${shareInWords(returns.received)}; ${late.length} late, ${unconfirmed.length} unconfirmed, ${missing.length} missing.`,
  ];
};

const findingsSentence = ({ findings }: MeasuredContent): string => {
  const of = (kind: (typeof findings)[number]['kind']) => findings.filter((one) => one.kind === kind).length;
  const unreadable = of('unreadable');
  return `The records hold ${listed([
    countOf(of('contradiction'), 'contradiction'),
    countOf(of('data-gap'), 'data gap'),
    ...(unreadable === 0 ? [] : [`${countOf(unreadable, 'record')} that cannot be read`]),
  ])}.`;
};

/** What a board member wants to know first: plain sentences, at most one for each of three years among them. */
export const headlineOf = (content: MeasuredContent, financialYear: string): string[] => [
  ...(content.toldInMonth === 0 ? ['Nothing was told of this month.'] : []),
  reviewsSentence(content),
  ...optionsSentence(content),
  ...savingsSentences(content, financialYear),
  ...ratingsSentence(content),
  risksSentence(content),
  ...returnsSentence(content),
  findingsSentence(content),
];
