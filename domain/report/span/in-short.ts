import { counted, gapInWords, listed, monthInWords, poundsInWords, totalInWords } from '#language/in-words.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { SavingsAt, SpanMonth, SpanReport } from '#schemas/span-report.ts';

type Said = Omit<SpanReport, 'inShort' | 'digest' | 'view' | 'rowsAtMost'>;

const madeOf = ({ madeFrom, notPublished }: Said): string[] => [
  `Made from ${counted(madeFrom.length, 'published report')}, and from nothing else.`,
  ...(notPublished.length === 0
    ? []
    : [
        `${listed(notPublished.map(monthInWords))} ${notPublished.length === 1 ? 'has' : 'have'} no published report: nothing is said of ${notPublished.length === 1 ? 'it by itself' : 'them by themselves'}.`,
      ]),
];

const supersededBy = ({ madeFrom }: Said): string[] => {
  const later = madeFrom.filter((one) => one.supersededBy !== null).map(({ month }) => monthInWords(month));
  return later.length === 0
    ? []
    : [
        `Superseded: the ${later.length === 1 ? 'report' : 'reports'} of ${listed(later)} ${later.length === 1 ? 'has' : 'have'} a later revision.`,
      ];
};

const toFind = (gap: SavingsAt['gap']): string =>
  gap === null ? 'what is still to find is not known' : gapInWords(gap).replace(/^a gap of /, 'still to find: ');

const moneyOf = ({ months, savings }: Said): string[] => {
  const year = months.findLast(({ money }) => money !== null)?.money?.year;
  const row = savings?.years.find((one) => one.year === year);
  if (row?.end === undefined || row.end === null) return [];
  const start = row.start === null ? '' : `, ${totalInWords({ ...row.start.identified, excluded: [] })} at the start`;
  const { identified, validatedPounds, gap } = row.end;
  return [
    `Savings of ${row.year}: achievable ${totalInWords(identified)} at the end${start}; validated by finance ${poundsInWords(validatedPounds)}; ${toFind(gap)}.`,
  ];
};

const inTrouble = ({ rated }: SpanMonth): number | null =>
  rated.length === 0
    ? null
    : rated.reduce((sum, { rating, count }) => sum + (rating === 'red' || rating === 'amber-red' ? count : 0), 0);

const confidenceOf = ({ months }: Said): string[] => {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || last.worst === null) return [];
  const [then, now] = [inTrouble(first), inTrouble(last)];
  const troubled =
    now === null
      ? ''
      : `; ${now} of ${counted(last.counted, 'review')} rated Red or Amber/Red by an SRO or by assurance${then === null || months.length < 2 ? '' : `, ${then} in ${monthInWords(first.month)}`}`;
  return [
    `In ${monthInWords(last.month)} the worst rating is ${last.atLeast ? 'at least ' : ''}${ratingInWords(last.worst)}${troubled}.`,
  ];
};

const kinds = [
  ['decision', 'decision taken', 'decisions taken'],
  ['outcome', 'outcome of a business case', 'outcomes of business cases'],
  ['stage-move', 'move of stage', 'moves of stage'],
] as const;

const happenedIn = ({ happened, recordedLate }: Said): string =>
  `${listed(
    kinds.map(([kind, one, many]) => counted(happened.rows.filter((row) => row.kind === kind).length, one, many)),
  )}; ${counted(recordedLate.total, 'fact')} recorded late.`;

/** The span in a few sentences. */
export const inShort = (report: Said): string[] => [
  ...madeOf(report),
  ...supersededBy(report),
  report.volumes.sentence,
  ...moneyOf(report),
  ...confidenceOf(report),
  happenedIn(report),
];
