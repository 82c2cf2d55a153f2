import { counted, dateInWords, listed, monthInWords, poundsInWords } from '#language/in-words.ts';
import { addMonths, lastDayOf } from '#language/time.ts';
import type { Report } from '#schemas/report.ts';
import type { SpanMonth, SpanReport } from '#schemas/span-report.ts';
import { answersTo } from '../report/in-short/in-short.ts';
import { agreedInWords, validatedSinceInWords } from '../report/page-one-answers.ts';
import { inTrouble } from './months-picture.ts';

/*
 * What a board asks of a span of months. Of what is so at its end the last of its reports gives the answer; of what came to be over
 * the span its own figures do (docs/meaning.md REPORT-48).
 */

/** The report of a span before its questions are answered. */
type Unanswered = Pick<SpanReport, 'before' | 'months' | 'volumes' | 'savings' | 'happened' | 'recordedLate'>;
type Answer = SpanReport['answers'][number];
type Content = Report['content'];

/** As much of a title and of what somebody wrote as a page has room for. */
const lengths = { title: 70, words: 130, named: 3 };

/** The month that the span is compared with, in words. */
const startInWords = ({ before, months }: Unanswered): string =>
  monthInWords(before?.month ?? addMonths(months[0]?.month ?? '', -1));

/** The year that the last month leads with, at the start of the span and at its end. */
const yearOf = ({ months, savings }: Unanswered) => {
  const year = months.findLast(({ money }) => money !== null)?.money?.year;
  return savings?.years.find((one) => one.year === year);
};

/** How many were in trouble at both ends of the span; nothing where nobody said of any that it was. */
const troubleThen = ({ months }: Unanswered): string => {
  const [first, last] = [months[0], months.at(-1)];
  const [then, now] = [(first && inTrouble(first)) ?? 0, (last && inTrouble(last)) ?? 0];
  if (first === undefined || last === undefined || months.length < 2 || then + now === 0) return '';
  const at = (count: number, { month }: SpanMonth): string =>
    `${count === 0 ? 'none' : count} at the end of ${monthInWords(month)}`;
  return ` Of those with a rating that counted, Red or Amber/Red were ${at(then, first)} and ${at(now, last)}.`;
};

const sumOf = ({ volumes }: Unanswered, sign: 1 | -1): number =>
  volumes.ways.reduce(
    (sum, { way, change }) => sum + (way === 'restated' || way === 'revised' ? 0 : Math.max(0, change * sign)),
    0,
  );

const kinds = [
  ['stage-move', 'move to another stage', 'moves to another stage'],
  ['decision', 'decision taken', 'decisions taken'],
  ['outcome', 'outcome of a business case', 'outcomes of business cases'],
  ['change-request', 'change request raised or decided', 'change requests raised or decided'],
] as const;

const moneyChanged = (report: Unanswered): string[] => {
  const row = yearOf(report);
  // Where no report came before, the money of the start is that at the end of the first month.
  if (report.before === null || row === undefined || row.start === null || row.end === null) return [];
  const { start, end } = row;
  const [achievable, validated] = [
    end.identified.low - start.identified.low,
    end.validatedPounds - start.validatedPounds,
  ];
  const by = (pounds: number): string => `${poundsInWords(Math.abs(pounds))} ${pounds > 0 ? 'more' : 'less'}`;
  return [
    ...(validated === 0 ? [] : [`${by(validated)} of ${row.year} is validated as saved`]),
    ...(achievable === 0 ? [] : [`${by(achievable)} of ${row.year} is achievable`]),
  ];
};

/** What is otherwise at the end than at the start, and how much was decided between. */
const changed = (report: Unanswered): string => {
  const [came, went] = [sumOf(report, 1), sumOf(report, -1)];
  const { happened, recordedLate } = report;
  // Of what a monthly report had no room to name it is not known what it was.
  const isAll = happened.rows.length === happened.total;
  const done = kinds.flatMap(([kind, one, many]) => {
    const count = happened.rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [`${isAll ? '' : 'at least '}${counted(count, one, many)}`];
  });
  const late = recordedLate.total === 0 ? [] : [`${counted(recordedLate.total, 'fact')} recorded late`];
  const parts = [
    `${came === 0 ? 'no review' : counted(came, 'review')} came in and ${went === 0 ? 'none' : went} left`,
    ...done,
    ...moneyChanged(report),
    ...late,
  ];
  return `Since ${startInWords(report)}: ${parts.join('; ')}.`;
};

/** What finance validated of the year before the span and within it. */
const validated = (report: Unanswered): string => {
  const row = yearOf(report);
  if (row === undefined || row.start === null || row.end === null) return '';
  const [was, now] = [row.start.validatedPounds, row.end.validatedPounds];
  const until = monthInWords(report.before?.month ?? report.months[0]?.month ?? '');
  const words = validatedSinceInWords({ year: row.year, was, now, until });
  return words === null ? '' : ` ${words}`;
};

const agrees = (report: Unanswered): string =>
  `${agreedInWords(report.volumes.reconciles, validated(report) !== '')} ${report.volumes.sentence}${validated(report)}`;

/** How many returns of all months were owed when their reports were made. */
const returned = ({ months }: Unanswered, last: Content): string => {
  const said = months.filter(({ returnsExpected, returnsOwed }) => returnsExpected !== null && returnsOwed !== null);
  const expected = said.reduce((sum, { returnsExpected }) => sum + (returnsExpected ?? 0), 0);
  const owed = said.reduce((sum, { returnsOwed }) => sum + (returnsOwed ?? 0), 0);
  if (expected === 0)
    return 'Not said: no return is expected in these months, or the returns are not in their reports.';
  const start = `Of ${counted(expected, 'return')} due in ${counted(said.length, 'month')} ${owed === 0 ? 'none was' : `${owed} ${owed === 1 ? 'was' : 'were'}`} missing or not confirmed when the month was reported.`;
  const sentences = last.pageOne?.returns?.sentences ?? [];
  return sentences.length === 0 ? start : `${start} Of ${monthInWords(last.month)}: ${sentences.join(' ')}`;
};

/** The ten questions of page one, each with its answer, in the order in which a board asks them. */
export const answersOfSpan = (report: Unanswered, last: Content): Answer[] => {
  const end = answersTo(last, lengths);
  // Reports of version 0.2 have no page one.
  const notAnswered = `Not said: the report of ${monthInWords(last.month)} was made by a version that answers no questions.`;
  const ofMonth = ({ question, words }: { question: string; words: string }, more = ''): Answer => ({
    ...{ question, month: last.month },
    answer: `${last.pageOne === undefined ? notAnswered : words}${more}`,
  });
  const ofSpan = (question: string, answer: string): Answer => ({ question, answer, month: null });
  return [
    ofMonth(end.onTrack),
    ofMonth(end.toDecide),
    ofMonth(end.inTrouble, troubleThen(report)),
    ofMonth(end.assurance),
    ofSpan('What changed?', changed(report)),
    ofMonth(end.saved),
    ofMonth(end.willBeMade),
    ofMonth(end.topRisk),
    ofSpan('Do the numbers agree from month to month?', agrees(report)),
    ofSpan('Who has not reported?', returned(report, last)),
  ];
};

/** As at which day what is not said of the whole span is so. */
export const positionInWords = ({ madeFrom }: Pick<SpanReport, 'madeFrom'>): string => {
  const last = madeFrom.at(-1);
  return last === undefined
    ? ''
    : `What changed is of the whole span; all else is the position as at the end of ${dateInWords(lastDayOf(last.month))}.`;
};

/** The months that nothing is said of, and what is superseded. */
export const missingInWords = ({ notPublished, madeFrom }: SpanReport): readonly string[] => {
  const later = madeFrom.filter(({ supersededBy }) => supersededBy !== null).map(({ month }) => monthInWords(month));
  const isOne = notPublished.length === 1;
  return [
    ...(notPublished.length === 0
      ? []
      : [
          `${listed(notPublished.map(monthInWords))} ${isOne ? 'has' : 'have'} no published report: nothing is said of ${isOne ? 'it by itself' : 'them by themselves'}.`,
        ]),
    ...(later.length === 0
      ? []
      : [
          `Superseded: the ${later.length === 1 ? 'report' : 'reports'} of ${listed(later)} ${later.length === 1 ? 'has' : 'have'} a later revision.`,
        ]),
  ];
};
