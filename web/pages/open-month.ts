import * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { endOfMonth, type Instant, type LocalDate, lastDayOf, type ReportMonth } from '#language/time.ts';
import { Reporting, returnsDueOn } from '#schemas/reporting.ts';
import { details } from '../design/blocks.ts';
import { radios } from '../design/choice.ts';
import { formFrom } from '../forms/form-values.ts';
import { type Html, html } from '../html.ts';
import { apiChainPath } from './paths.ts';
import { type Api, asking, orNothing } from './question.ts';
import type { At } from './screen.ts';

/*
 * From when what is filled in is true, as one choice for a session of work: the end of the month that is reported next, while that is
 * open, or now (docs/adr/0103-from-when-a-form-is-true.md).
 */

/** A programme as far as it says which month is open, and until when. */
const { returnsDueDay, daysAre } = Reporting.shape;
const ReportingOfProgramme = z.object({
  record: z.object({ reporting: z.object({ returnsDueDay, daysAre }) }),
  computed: z.object({ nextReport: z.string().nullable() }),
});

/** The month that has ended and is not reported yet. */
export interface OpenMonth {
  readonly month: ReportMonth;
  readonly lastDay: LocalDate;
  readonly returnsDueOn: LocalDate;
}

/** What a form holds from when it is true: the last day of the open month, or `now`. */
export type TrueFrom = LocalDate | 'now';

export const askReporting = (programme: string) => orNothing(asking(apiChainPath({ programme }), ReportingOfProgramme));

/** The month that is open in a programme; undefined where none is. */
export const openMonthOf = (
  found: z.output<typeof ReportingOfProgramme> | null,
  today: LocalDate,
): OpenMonth | undefined => {
  const month = found?.computed.nextReport ?? null;
  if (found === null || month === null || lastDayOf(month) >= today) return undefined;
  return { month, lastDay: lastDayOf(month), returnsDueOn: returnsDueOn(found.record.reporting, month) };
};

/** The month that is open in the programme of a page; undefined where none is, or where the page is of no programme. */
export const askOpenMonth = async (at: At, api: Api): Promise<OpenMonth | undefined> => {
  const { programmeId } = at.params;
  if (programmeId === undefined) return undefined;
  const found = await api.ask(askReporting(programmeId));
  return openMonthOf(found?.answer ?? null, at.today);
};

/** Until returns are due, what is recorded is of the month that has ended. */
const usually = ({ lastDay, returnsDueOn: until }: OpenMonth, { today }: At): TrueFrom =>
  today <= until ? lastDay : 'now';

/** What was chosen in this session; until something was, what is usual. */
export const chosenFor = (open: OpenMonth, at: At): TrueFrom =>
  at.recording === 'now' ? 'now' : at.recording === open.month ? open.lastDay : usually(open, at);

/** The instant from which it is true: all that was recorded on the last day of a month is before its end. */
export const instantOf = (open: OpenMonth | undefined, from: TrueFrom): Instant | undefined =>
  open !== undefined && from === open.lastDay ? endOfMonth(open.month) : undefined;

const until = ({ returnsDueOn: day }: OpenMonth, { today }: At): string =>
  today <= day ? `open until ${dateInWords(day)}` : `whose returns were due on ${dateInWords(day)}`;

/** From when what is filled in is true, in a sentence, and the way to change it. */
export const fromWhen = (
  open: OpenMonth,
  at: At,
  from: TrueFrom,
  /** `isOpen`: the choice is seen at once; `isKept`: it holds for the forms after this one. */
  { isOpen, isKept }: { readonly isOpen: boolean; readonly isKept: boolean },
): Html => {
  const month = monthInWords(open.month);
  const day = dateInWords(open.lastDay);
  const sentence =
    from === 'now'
      ? html`What you save here is <strong>true from now</strong>, and not in the report of ${month}, unless you choose otherwise below.`
      : html`You are recording <strong>${month}</strong>, ${until(open, at)}: what you save here is <strong>true from ${day}</strong>, unless you choose otherwise below.`;
  return html`<div class="govuk-inset-text"><p class="govuk-body">${sentence}</p>
${details(
  'Change from when it is true',
  radios({
    name: formFrom,
    label: 'From when is what you save here true?',
    ...(isKept ? { hint: 'The forms after this one begin with what you choose, until you sign out' } : {}),
    value: from,
    options: [
      { value: open.lastDay, label: `${day}: in the report of ${month}, ${until(open, at)}` },
      { value: 'now', label: 'Now' },
    ],
  }),
  { open: isOpen },
)}</div>`;
};
