import { dateInWords, monthInWords } from '#language/in-words.ts';
import { instantInWords } from '#language/instant-in-words.ts';
import { endOfMonth } from '#language/time.ts';
import type { ReportDraft } from '#schemas/report-draft.ts';
import { ReviseReport, RunReport } from '#schemas/report-run.ts';
import { reportDueOn } from '#schemas/reporting.ts';
import { bulletList, button, buttonGroup, heading2, link, paragraph, warningText } from '../../design/blocks.ts';
import { hidden, textArea } from '../../design/input.ts';
import { summaryList } from '../../design/tables.ts';
import { valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import type { Decided, Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { draftPath, monthEndPath } from '../paths.ts';
import { type At, may, type Screen } from '../screen.ts';
import {
  apiMonthPath,
  apiReportsPath,
  askDraft,
  askProgramme,
  askReports,
  countOf,
  monthAt,
  monthCrumbs,
  monthRoute,
  movedSince,
  type ProgrammeOfMonth,
  revisionsOf,
} from './month-at.ts';

const cannotBeUndone =
  'Publishing cannot be undone. A published report stays as it is; what is wrong in it is put right by a revision, which says why, and both stay.';

const asked = (at: At) => ({ programme: askProgramme(at), draft: askDraft(at), reports: askReports(at) });

/** What is wrong with what was filled in, by the schema of the request. */
const sentOr = (
  body: { readonly success: true; readonly data: unknown } | { readonly success: false; readonly error: ErrorOf },
  path: string,
): Decided =>
  body.success
    ? { kind: 'send', sending: { method: 'POST', path, body: body.data } }
    : {
        kind: 'faults',
        faults: new Map(
          body.error.issues.map((issue) => [
            issue.path[0] === 'reason' ? 'reason' : 'draft',
            issue.path[0] === 'reason' ? 'must say why' : 'read the draft first, then publish it',
          ]),
        ),
      };
interface ErrorOf {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}

const draftSummary = (draft: ReportDraft): Html =>
  summaryList([
    { key: 'Month', value: monthInWords(draft.month) },
    { key: 'Revision', value: String(draft.revision) },
    { key: 'Draft', value: `Made by ${draft.madeBy.name} on ${instantInWords(draft.madeAt)}` },
    { key: 'Reviews counted', value: String(draft.content.counts.counted) },
    { key: 'Contradictions', value: String(countOf(draft, (kind) => kind !== 'data-gap')) },
    { key: 'Gaps', value: String(countOf(draft, (kind) => kind === 'data-gap')) },
  ]);

interface Shown {
  readonly at: At;
  readonly filled: Filled;
  readonly programme: ProgrammeOfMonth;
  readonly draft: ReportDraft | null;
  /** The number of the report that would be published. */
  readonly next: number;
  readonly reason: Html | false;
  readonly press: string;
}

/** Why nothing can be published here by whoever looks; undefined: it can. */
const inTheWay = ({ at, programme, draft, next }: Shown): Html | undefined => {
  const { programme: id, month } = monthAt(at);
  if (!may(at.viewer, ['programme-office'])) return paragraph('The programme office publishes reports.');
  if (endOfMonth(month) >= at.now)
    return paragraph(`${monthInWords(month)} has not ended, so it cannot be published yet.`);
  if (draft === null || draft.revision !== next)
    return paragraph('Make a draft and read it first. ', link(draftPath(id, month), 'Go to the draft'));
  if (programme.record.publishedByTwo === true && draft.madeBy.subject === at.viewer.subject)
    return paragraph(
      'You made this draft. Two people publish a report of this programme: ask somebody else of the programme office to read it and publish it.',
    );
  return undefined;
};

const body = (shown: Shown): Html => {
  const { at, filled, draft, reason, press } = shown;
  const { programme, month } = monthAt(at);
  const back = link(monthEndPath(programme, month), 'Back to the month end');
  const hindrance = inTheWay(shown);
  if (hindrance !== undefined || draft === null) return html`${filled.above}${hindrance}${paragraph(back)}`;
  return html`${filled.above}${movedSince(draft)}
${draftSummary(draft)}
${heading2('What it says')}
${bulletList(draft.content.headline)}
${draft.differences !== null && html`${heading2('What differs from what is published')}${draft.differences.length === 0 ? paragraph('Nothing differs: a revision would say the same as what is published. Make another draft once something is corrected.') : bulletList(draft.differences)}`}
${paragraph(link(draftPath(programme, month), 'Read the whole draft'))}
<form method="post" action="${at.path}" novalidate>${filled.sending}${hidden('draft', draft.digest)}
${reason}
${warningText(cannotBeUndone)}
${buttonGroup(button(draft.differences?.length === 0 ? `${press} all the same` : press, draft.differences?.length === 0 ? { kind: 'secondary' } : { kind: 'warning' }), back)}</form>`;
};

const being = (at: At, notice: string) => {
  const { programme, month } = monthAt(at);
  return { path: monthEndPath(programme, month), notice };
};

const reportOn = ({ record }: ProgrammeOfMonth, month: string): string => reportDueOn(record.reporting, month);

/** Publishes the first report of a month, from the draft that is on the page. */
export const publish: Screen = formScreen({
  path: `${monthRoute}/publish`,
  roles: ['programme-office'],
  asks: asked,
  editionOf: ({ draft }) => draft?.madeAt ?? 'none',
  start: ({ draft }) => ({ draft: draft?.digest ?? '', reason: '' }),
  nameOf: (field) => (field === 'reason' ? 'Reason' : 'Draft'),
  show: ({ programme, draft, reports }, at, filled) => {
    const { month } = monthAt(at);
    const next = (revisionsOf(reports, month)[0]?.revision ?? 0) + 1;
    const on = reportOn(programme, month);
    const reason =
      at.today < on &&
      textArea({
        name: 'reason',
        label: `Why it is published before ${dateInWords(on)}`,
        hint: 'The report shows it',
        value: valueIn(filled.values, 'reason'),
        fault: filled.faultOf('reason'),
      });
    return {
      title: next === 1 ? `Publish the report of ${monthInWords(month)}` : `${monthInWords(month)} is published`,
      caption: programme.record.name,
      crumbs: monthCrumbs(at, programme, true),
      body: body({ at, filled, programme, draft, next, reason, press: 'Publish this report' }),
    };
  },
  decide: (values, at, { programme }) => {
    const { month } = monthAt(at);
    const early = at.today < reportOn(programme, month);
    const reason = valueIn(values, 'reason');
    const request = { month, early, draft: valueIn(values, 'draft'), ...(early && reason !== '' ? { reason } : {}) };
    return sentOr(RunReport.safeParse(request), apiReportsPath(monthAt(at).programme));
  },
  done: (at) =>
    being(
      at,
      `The report of ${monthInWords(monthAt(at).month)} is being made, which takes some seconds. It is published if it still says what you have read; below is what became of it.`,
    ),
});

/** Publishes the next revision of a month, with its reason, from the draft that is on the page. */
export const revise: Screen = formScreen({
  path: `${monthRoute}/revise`,
  roles: ['programme-office'],
  asks: asked,
  editionOf: ({ draft }) => draft?.madeAt ?? 'none',
  start: ({ draft }) => ({ draft: draft?.digest ?? '', reason: '' }),
  nameOf: (field) => (field === 'reason' ? 'Reason' : 'Draft'),
  show: ({ programme, draft, reports }, at, filled) => {
    const { month } = monthAt(at);
    const latest = revisionsOf(reports, month)[0]?.revision ?? 0;
    const reason = textArea({
      name: 'reason',
      label: 'Why the month is revised',
      hint: 'Everybody who reads the revision sees it',
      value: valueIn(filled.values, 'reason'),
      fault: filled.faultOf('reason'),
    });
    return {
      title: `Revise the report of ${monthInWords(month)}`,
      caption: programme.record.name,
      crumbs: monthCrumbs(at, programme, true),
      body:
        latest === 0
          ? html`${paragraph('No report of this month is published, so there is none to revise.')}${paragraph(link(monthEndPath(monthAt(at).programme, month), 'Back to the month end'))}`
          : body({ at, filled, programme, draft, next: latest + 1, reason, press: 'Publish this revision' }),
    };
  },
  decide: (values, at) =>
    sentOr(
      ReviseReport.safeParse({ reason: valueIn(values, 'reason'), draft: valueIn(values, 'draft') }),
      `${apiMonthPath(at)}/revisions`,
    ),
  done: (at) =>
    being(
      at,
      `The revision of ${monthInWords(monthAt(at).month)} is being made, which takes some seconds. It is published if it still says what you have read; below is what became of it.`,
    ),
});
