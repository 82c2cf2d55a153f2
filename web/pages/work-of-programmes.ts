import * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { LocalDate, monthOf, ReportMonth } from '#language/time.ts';
import { heading2, link, paragraph, tag } from '../design/blocks.ts';
import { dataTable } from '../design/tables.ts';
import { type Html, html } from '../html.ts';
import { mayReadHistory } from './history/history.ts';
import { apiChainPath, monthEndPath, programmePath, programmesPath, reportPath } from './paths.ts';
import { asking, type MaybeQuestion, orNothing } from './question.ts';
import { monthsAsked, monthsOf } from './reports/report-at.ts';
import type { At } from './screen.ts';

/* The programmes on the first page: of each what is due, and the report that was published last. */

/** The first page says of so many programmes what is due; the list of programmes has all. */
const mostProgrammes = 10;

const Programmes = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string() })),
  next: z.string().nullable().default(null),
});
type Programmes = z.infer<typeof Programmes>;

const ProgrammeDue = z.object({
  computed: z.object({ nextReport: ReportMonth.nullable(), nextReportDueOn: LocalDate.nullable() }),
});

export const askProgrammes = () => orNothing(asking('/programmes', Programmes, { limit: String(mostProgrammes) }));

/** What is due in each, and what was published of it. */
export const thenAskProgrammes = (programmes: Programmes | null): Readonly<Record<string, MaybeQuestion>> =>
  Object.fromEntries(
    (programmes?.items ?? []).flatMap(({ id }) => [
      [`due-of-${id}`, orNothing(asking(apiChainPath({ programme: id }), ProgrammeDue))],
      [`reports-of-${id}`, orNothing(monthsAsked(id))],
    ]),
  );

export interface ProgrammeAtWork {
  readonly id: string;
  readonly name: string;
  /** The month to be reported next; undefined: none, or it has not begun. */
  readonly due: { readonly month: ReportMonth; readonly on: LocalDate | null } | undefined;
  /** The month whose report was published last. */
  readonly latest: string | undefined;
}

/** The programmes with what was answered of each. */
export const programmesAtWork = (
  programmes: Programmes | null,
  more: object | undefined,
  { now }: At,
): readonly ProgrammeAtWork[] =>
  (programmes?.items ?? []).map(({ id, name }) => {
    const { nextReport = null, nextReportDueOn = null } =
      ProgrammeDue.safeParse(Reflect.get(more ?? {}, `due-of-${id}`)).data?.computed ?? {};
    const reports = monthsAsked(id).answer.safeParse(Reflect.get(more ?? {}, `reports-of-${id}`)).data;
    const hasBegun = nextReport !== null && nextReport <= monthOf(now);
    return {
      id,
      name,
      due: hasBegun ? { month: nextReport, on: nextReportDueOn } : undefined,
      latest: reports === undefined ? undefined : monthsOf(reports)[0]?.month,
    };
  });

export const dueTag = (dueOn: LocalDate, today: LocalDate): Html =>
  dueOn < today ? tag('Late', 'red') : dueOn === today ? tag('Due today', 'orange') : tag('Due', 'blue');

const dueShown = ({ id, due }: ProgrammeAtWork, { viewer, today }: At): Html | string => {
  if (due === undefined) return 'None is due';
  const month = monthInWords(due.month);
  return html`${mayReadHistory(viewer) ? link(monthEndPath(id, due.month), month) : month}${due.on !== null && html`, due ${dateInWords(due.on)} ${dueTag(due.on, today)}`}`;
};

/** Every programme with the report that is due and the one that was published last: for whoever looks. */
export const workOfProgrammes = (programmes: Programmes | null, shown: readonly ProgrammeAtWork[], at: At): Html =>
  html`${heading2('Programmes')}
${dataTable({
  caption: 'Programmes',
  captionHidden: true,
  stacked: true,
  columns: [{ head: 'Programme' }, { head: 'Next report' }, { head: 'Latest board report' }],
  rows: shown.map((one) => [
    link(programmePath(one.id), one.name),
    dueShown(one, at),
    one.latest === undefined ? 'None yet' : link(reportPath(one.id, one.latest), monthInWords(one.latest)),
  ]),
  none: 'Your organisation has no programme yet. The programme office sets one up.',
})}
${programmes !== null && programmes.next !== null && paragraph(link(programmesPath, 'See all programmes'))}`;
