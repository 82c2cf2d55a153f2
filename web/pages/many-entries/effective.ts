import { dateInWords, monthInWords } from '#language/in-words.ts';
import { type LocalDate, lastDayOf, type ReportMonth } from '#language/time.ts';
import { radios } from '../../design/choice.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { valueIn } from '../../forms/form-values.ts';
import type { Html } from '../../html.ts';

/*
 * From when what is filled in is true, as one choice: the end of the month that is reported next, while that is open, or now.
 */

interface Reporting {
  readonly nextReport: ReportMonth | null;
  readonly nextReportDueOn: LocalDate | null;
}

/** The month that has ended and is not reported yet. */
export const openMonth = ({ nextReport }: Reporting, today: LocalDate): ReportMonth | undefined =>
  nextReport !== null && lastDayOf(nextReport) < today ? nextReport : undefined;

/** While its report is not due, what is recorded is of the month that has ended. */
export const usualChoice = (reporting: Reporting, today: LocalDate): 'month' | 'now' => {
  const { nextReportDueOn } = reporting;
  return openMonth(reporting, today) !== undefined && nextReportDueOn !== null && today <= nextReportDueOn
    ? 'month'
    : 'now';
};

/** The day of which most that is filled in will be true. */
export const usualDay = (reporting: Reporting, today: LocalDate): LocalDate => {
  const month = openMonth(reporting, today);
  return month !== undefined && usualChoice(reporting, today) === 'month' ? lastDayOf(month) : today;
};

export const effectiveFrom = (values: FormValues, reporting: Reporting, today: LocalDate): LocalDate | undefined => {
  const month = openMonth(reporting, today);
  return month !== undefined && valueIn(values, 'from') === 'month' ? lastDayOf(month) : undefined;
};

export const effectiveChoice = (values: FormValues, reporting: Reporting, today: LocalDate): Html | false => {
  const month = openMonth(reporting, today);
  return (
    month !== undefined &&
    radios({
      name: 'from',
      label: 'From when is it true?',
      value: valueIn(values, 'from'),
      options: [
        {
          value: 'month',
          label: `${dateInWords(lastDayOf(month))}: in the report of ${monthInWords(month)}${reporting.nextReportDueOn === null ? '' : `, due on ${dateInWords(reporting.nextReportDueOn)}`}`,
        },
        { value: 'now', label: 'Now' },
      ],
    })
  );
};
