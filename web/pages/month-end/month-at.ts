import * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import { monthOf, type ReportMonth } from '#language/time.ts';
import { Programme } from '#schemas/programme.ts';
import { ReportList } from '#schemas/report.ts';
import { ReportDraft } from '#schemas/report-draft.ts';
import { insetText } from '../../design/blocks.ts';
import type { Html } from '../../html.ts';
import { apiChainPath, monthEndPath, programmePath, programmesPath } from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import type { At, Crumb, Screen } from '../screen.ts';

/* What the pages of a month's end have in common. */

export const monthRoute = `${programmesPath}/{programmeId}/month-end/{month}`;

export const monthAt = ({ params: { programmeId = '', month = '' } }: At) => ({ programme: programmeId, month });

export const ProgrammeOfMonth = z.object({
  record: z.object({
    name: z.string(),
    reporting: Programme.shape.reporting,
    publishedByTwo: Programme.shape.publishedByTwo,
  }),
  computed: z.object({ nextReport: z.string().nullable() }),
});
export type ProgrammeOfMonth = z.infer<typeof ProgrammeOfMonth>;

export const apiReportsPath = (programme: string): string => `${apiChainPath({ programme })}/reports`;
export const apiMonthPath = (at: At): string => {
  const { programme, month } = monthAt(at);
  return `${apiReportsPath(programme)}/${encodeURIComponent(month)}`;
};

export const askProgramme = (at: At) => asking(apiChainPath({ programme: monthAt(at).programme }), ProgrammeOfMonth);
export const askDraft = (at: At) => orNothing(asking(`${apiMonthPath(at)}/drafts/latest`, ReportDraft));
export const askReports = (at: At) => asking(apiReportsPath(monthAt(at).programme), ReportList, { limit: '200' });

type Published = z.infer<typeof ReportList>['items'][number];

/** The published revisions of the month, the latest first. */
export const revisionsOf = ({ items }: z.infer<typeof ReportList>, month: ReportMonth): readonly Published[] =>
  items.filter((one) => one.month === month).toSorted((one, other) => other.revision - one.revision);

export const monthCrumbs = (at: At, { record: { name } }: ProgrammeOfMonth, below: boolean): readonly Crumb[] => {
  const { programme, month } = monthAt(at);
  return [
    { text: 'Programmes', to: programmesPath },
    { text: name, to: programmePath(programme) },
    ...(below ? [{ text: `Month end: ${monthInWords(month)}`, to: monthEndPath(programme, month) }] : []),
  ];
};

export const contradictionsIn = ({ content }: ReportDraft) =>
  content.findings.rows.filter(({ kind }) => kind !== 'data-gap');
export const gapsIn = ({ content }: ReportDraft) => content.findings.rows.filter(({ kind }) => kind === 'data-gap');

/** Of which draft a form was made: pressed twice, the next one is made once. */
export const editionOfDraft = (draft: ReportDraft | null): string => draft?.madeAt ?? 'none';

/** How often rules of a kind found something, whether or not each finding is listed. */
export const countOf = ({ content }: ReportDraft, isOf: (kind: string) => boolean): number =>
  content.foundByRule.filter(({ kind }) => isOf(kind)).reduce((sum, { count }) => sum + count, 0);

export const movedSince = ({ recordedSince }: ReportDraft): Html | false =>
  recordedSince &&
  insetText(
    'Something was recorded in this programme since the draft was made. Make the draft again to see whether it changes the report.',
  );

/** A draft of which a report is published is none of the next. */
export const notPublishedYet = (
  draft: ReportDraft | null,
  revisions: readonly { readonly revision: number }[],
): ReportDraft | null =>
  draft !== null && revisions.some(({ revision }) => revision >= draft.revision) ? null : draft;

/** Leads on to the month that is due, so that links need not know it. */
export const monthEndDue: Screen = {
  path: `${programmesPath}/{programmeId}/month-end`,
  open: async (at, api) => {
    const { programme } = monthAt(at);
    const asked = await api.ask(asking(apiChainPath({ programme }), ProgrammeOfMonth));
    const month = asked?.answer.computed.nextReport ?? null;
    const hasBegun = month !== null && month <= monthOf(at.now);
    return { kind: 'to', path: hasBegun ? monthEndPath(programme, month) : programmePath(programme) };
  },
};
