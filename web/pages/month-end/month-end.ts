import type * as z from 'zod';
import { counted, dateInWords, monthInWords } from '#language/in-words.ts';
import { addMonths, dayOf, endOfMonth, monthOf, startOfMonth } from '#language/time.ts';
import { labelOf } from '#schemas/choices.ts';
import type { ReportList } from '#schemas/report.ts';
import type { ReportDraft } from '#schemas/report-draft.ts';
import { ReportRun } from '#schemas/report-run.ts';
import { ReturnState, ReturnsOfMonth } from '#schemas/returns-of-month.ts';
import {
  bulletList,
  button,
  heading2,
  insetText,
  link,
  paragraph,
  type Task,
  tag,
  taskList,
  warningText,
} from '../../design/blocks.ts';
import { hidden } from '../../design/input.ts';
import { dataTable } from '../../design/tables.ts';
import { formKey, formToken } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import {
  apiChainPath,
  calendarPath,
  checkPath,
  closeMonthPath,
  draftPath,
  entryPath,
  monthEndPath,
  publishPath,
  registerPath,
  reportPath,
  reviewPath,
  revisePath,
  revisionPath,
} from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { type At, may, type Screen, screen } from '../screen.ts';
import { checkers } from './check.ts';
import {
  askDraft,
  askProgramme,
  askReports,
  countOf,
  editionOfDraft,
  monthAt,
  monthCrumbs,
  monthRoute,
  notPublishedYet,
  type ProgrammeOfMonth,
  revisionsOf,
} from './month-at.ts';

const isOffice = ({ viewer }: At): boolean => may(viewer, ['programme-office']);

const owedIn = ({ returns }: ReturnsOfMonth) => returns.filter(({ confirmedAt }) => confirmedAt === null);

const returnsTask = (returns: ReturnsOfMonth): Task => {
  const owed = owedIn(returns).length;
  return {
    text: 'Returns',
    to: '#returns',
    hint: `${returns.expected - owed} of ${returns.expected} confirmed; due ${dateInWords(returns.dueOn)}`,
    status: owed === 0 ? tag('All in', 'green') : tag(`${owed} owed`, 'orange'),
  };
};

const draftTask = (to: string, draft: ReportDraft | null): Task =>
  draft === null
    ? {
        text: 'Draft report',
        to,
        hint: 'The report as it would be now; nothing is published',
        status: tag('Not made', 'grey'),
      }
    : {
        text: 'Draft report',
        to,
        hint: `Made by ${draft.madeBy.name} on ${dateInWords(dayOf(draft.madeAt))}`,
        status: draft.recordedSince ? tag('Recorded since', 'yellow') : tag('Made', 'blue'),
      };

const needsDraft = (text: string, hint = 'A draft shows it'): Task => ({
  ...{ text, hint },
  status: tag('Needs a draft', 'grey'),
});

const checksTask = (to: string, draft: ReportDraft | null): Task => {
  if (draft === null) return needsDraft('What contradicts, and what is missing');
  const contradictions = countOf(draft, (kind) => kind !== 'data-gap');
  return {
    text: 'What contradicts, and what is missing',
    to: `${to}#contradictions`,
    hint: `${counted(contradictions, 'contradiction')}, ${counted(
      countOf(draft, (kind) => kind === 'data-gap'),
      'gap',
    )}`,
    status: contradictions === 0 ? tag('Nothing contradicts', 'green') : tag('To look at', 'orange'),
  };
};

const changesTask = (to: string, draft: ReportDraft | null): Task => {
  if (draft === null) return needsDraft('What would change');
  const { differences, content } = draft;
  return {
    text: 'What would change',
    to: `${to}#changes`,
    hint:
      differences === null
        ? `${counted(content.changes.length, 'change')} since the report before`
        : `${counted(differences.length, 'difference')} from what is published`,
    status: tag('To read', 'blue'),
  };
};

const publishTask = (at: At, draft: ReportDraft | null, published: boolean): Task => {
  const { programme, month } = monthAt(at);
  if (published)
    return {
      text: 'Revise',
      to: revisePath(programme, month),
      hint: 'A published report stays; a revision says why it was made',
      status: tag('Published', 'green'),
    };
  if (endOfMonth(month) >= at.now)
    return { text: 'Publish', hint: 'The month has not ended', status: tag('Not yet', 'grey') };
  return draft === null
    ? needsDraft('Publish', 'Make a draft and read it first')
    : {
        text: 'Publish',
        to: publishPath(programme, month),
        hint: 'Cannot be undone',
        status: tag('Not published', 'blue'),
      };
};

/** How the publication goes that was asked for. */
const runShown = (run: ReportRun | null, here: string): Html | false => {
  if (run === null || run.state === 'published') return false;
  if (run.state === 'waiting' || run.state === 'running')
    return insetText('The report is being made and published. ', link(here, 'Look again'));
  return warningText(run.problem ?? 'The report was not published.');
};

const namesOf = (people: readonly { readonly name: string }[]): string =>
  people.length === 0 ? 'No SRO' : people.map(({ name }) => name).join(', ');

const owedTable = (programme: string, returns: ReturnsOfMonth): Html =>
  dataTable({
    caption: 'Who owes a return',
    captionHidden: true,
    columns: [{ head: 'Review' }, { head: 'Return' }, { head: 'SRO' }, { head: 'Lead' }],
    rows: owedIn(returns).map(({ review, state, overdue, sentBack }) => {
      const place = { programme, review: review.id };
      const to = state === 'missing' ? registerPath(place, 'returns') : entryPath(place, 'returns', returns.month);
      return [
        link(reviewPath(programme, review.id), review.title),
        html`${link(to, labelOf(ReturnState, state))}${overdue && html` ${tag('Late', 'red')}`}${sentBack !== null && html`<br>${sentBack.comment}`}`,
        namesOf(review.sros),
        review.lead?.name ?? 'Nobody',
      ];
    }),
    none: 'Every return of the month is confirmed.',
  });

const revisionsTable = (programme: string, revisions: ReturnType<typeof revisionsOf>): Html =>
  dataTable({
    caption: 'Published reports of this month',
    captionHidden: true,
    columns: [{ head: 'Revision' }, { head: 'Published' }, { head: 'Why' }],
    rows: revisions.map(({ month, revision, publishedAt, reason }, n) => [
      link(
        n === 0 ? reportPath(programme, month) : revisionPath({ programme, month, revision: String(revision) }),
        `Revision ${revision}`,
      ),
      dateInWords(dayOf(publishedAt)),
      reason ?? 'The first report of the month',
    ]),
    none: 'No report of this month is published.',
  });

const givenUp = ({ notReported }: z.infer<typeof ReportList>, month: string): Html | false => {
  const found = notReported.find((one) => one.month === month);
  return found !== undefined && warningText(`This month is not reported. ${found.reason}`);
};

/** Whether the month is the one that is to be reported, and could be. */
const mayClose = (at: At, { computed }: ProgrammeOfMonth): boolean => {
  const { month } = monthAt(at);
  return isOffice(at) && computed.nextReport === month && endOfMonth(month) < at.now;
};

/** The month before and the month after, where the programme reports them and they have begun. */
const otherMonths = (at: At, { record: { reporting } }: ProgrammeOfMonth): Html | false => {
  const { programme, month } = monthAt(at);
  const { firstMonth, lastMonth } = reporting;
  const others = [addMonths(month, -1), addMonths(month, 1)].filter(
    (one) => one >= firstMonth && one <= (lastMonth ?? one) && one <= monthOf(at.now),
  );
  return (
    others.length > 0 &&
    bulletList(others.map((one) => link(monthEndPath(programme, one), `Month end: ${monthInWords(one)}`)))
  );
};

/** The draft is made from here as from its own page, with the key that a form there would have. */
const makeDraft = (at: At, to: string, draft: ReportDraft | null): Html | false =>
  isOffice(at) &&
  startOfMonth(monthAt(at).month) <= at.now &&
  html`<form method="post" action="${to}" novalidate>${hidden(formToken, at.token)}${hidden(formKey, at.keyOf(`${to} ${editionOfDraft(draft)}`))}
${button(draft === null ? 'Make the draft' : 'Make the draft again', { kind: 'secondary' })}</form>`;

/** The programme office's room for a month: who owes, what contradicts, the draft, what would change, and its publication. */
export const monthEnd: Screen = screen({
  path: monthRoute,
  asks: (at) => {
    const { programme, month } = monthAt(at);
    return {
      programme: askProgramme(at),
      returns: asking(`${apiChainPath({ programme })}/returns-of-month/${encodeURIComponent(month)}`, ReturnsOfMonth),
      draft: askDraft(at),
      reports: askReports(at),
    };
  },
  thenAsks: ({ reports }, at) => {
    const { programme, month } = monthAt(at);
    const next = (revisionsOf(reports, month)[0]?.revision ?? 0) + 1;
    return { run: orNothing(asking(`${apiChainPath({ programme })}/report-runs/${month}-r${next}`, ReportRun)) };
  },
  show: ({ programme, returns, draft: kept, reports }, at, more) => {
    const place = monthAt(at);
    const { month } = place;
    const to = draftPath(place.programme, month);
    const revisions = revisionsOf(reports, month);
    const draft = notPublishedYet(kept, revisions);
    const tasks = [
      returnsTask(returns),
      draftTask(to, draft),
      checksTask(to, draft),
      changesTask(to, draft),
      ...(isOffice(at) ? [publishTask(at, draft, revisions.length > 0)] : []),
    ];
    return {
      title: `Month end: ${monthInWords(month)}`,
      caption: programme.record.name,
      crumbs: monthCrumbs(at, programme, false),
      body: html`${runShown(more?.run ?? null, at.path)}${givenUp(reports, month)}
${programme.record.publishedByTwo === true && paragraph('Two people publish a report of this programme: one makes the draft, and another reads it and publishes it.')}
${taskList('month', tasks)}
${makeDraft(at, to, draft)}
${mayClose(at, programme) && paragraph(link(closeMonthPath(place.programme, month), 'Close this month as not reported'))}
${heading2('Who owes a return', 'returns')}
${owedTable(place.programme, returns)}
${heading2('Published reports of this month')}
${revisionsTable(place.programme, revisions)}
${paragraph(link(calendarPath(place.programme), 'Calendar of the months to come'))}
${revisions.length > 0 && may(at.viewer, checkers) && paragraph(link(checkPath(place.programme, month), 'Check it: make it again as it was recorded then, or as it is recorded now'))}
${otherMonths(at, programme)}`,
    };
  },
});
