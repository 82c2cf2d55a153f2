import { firstMonthOfYear, type MonthSpan } from '#language/financial-spans.ts';
import { monthInWords } from '#language/in-words.ts';
import { addMonths, type ReportMonth } from '#language/time.ts';
import { mostSpanMonths } from '#schemas/limits.ts';
import { type Decided, done, refused } from '../../decided.ts';

export interface MonthsAsked {
  readonly from?: ReportMonth | undefined;
  readonly to?: ReportMonth | undefined;
}
const invalid = (pointer: '/from' | '/to', message: string): Decided<never> =>
  refused({
    code: 'request.invalid',
    detail: `${pointer.slice(1)} ${message}.`,
    faults: [{ in: 'query', pointer, message }],
  });

/**
 * The months that are asked for: up to the latest published one, and from the beginning of its financial year on, unless said
 * (docs/meaning.md REPORT-34).
 */
export const spanAsked = ({ from, to }: MonthsAsked, latest: ReportMonth | undefined): Decided<MonthSpan> => {
  const last = to ?? latest ?? from;
  if (last === undefined)
    return refused({ code: 'report.unpublished', detail: 'No report of this programme is published yet.' });
  const first = from ?? firstMonthOfYear(last);
  if (first > last) return invalid('/from', `must not be later than the last month, ${monthInWords(last)}`);
  if (last >= addMonths(first, mostSpanMonths))
    return invalid('/from', `must be at most ${mostSpanMonths} months before the last month, both counted`);
  return done({ from: first, to: last });
};
