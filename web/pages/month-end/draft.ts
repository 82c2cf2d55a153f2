import { counted, dateInWords, monthInWords } from '#language/in-words.ts';
import { instantInWords } from '#language/instant-in-words.ts';
import { dayOf, endOfMonth } from '#language/time.ts';
import { findingRules } from '#schemas/finding-settings.ts';
import type { Finding } from '#schemas/report.ts';
import type { ReportDraft } from '#schemas/report-draft.ts';
import { ReportRun } from '#schemas/report-run.ts';
import { bulletList, button, heading2, insetText, link, paragraph, warningText } from '../../design/blocks.ts';
import { type Html, html } from '../../html.ts';
import { draftFront } from '../../report-page.ts';
import type { Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiChainPath, draftPath, monthEndPath, publishPath, revisePath, rulePath, setUpPath } from '../paths.ts';
import { asking, orNothing } from '../question.ts';
import { anyOfRoles } from '../role-names.ts';
import { type At, may, type Screen } from '../screen.ts';
import { filesOfDraft } from './draft-files.ts';
import { everyFigure } from './figures.ts';
import { mendOfFinding } from './mends.ts';
import {
  apiMonthPath,
  askDraft,
  askProgramme,
  askReports,
  contradictionsIn,
  countOf,
  editionOfDraft,
  gapsIn,
  monthAt,
  monthCrumbs,
  monthRoute,
  movedSince,
  notPublishedYet,
  revisionsOf,
} from './month-at.ts';

/** What nobody can put right for the month is accepted as known by the office. */
const acceptIt = (at: At, { rule, subject }: Finding): Html | false => {
  const asked = new URLSearchParams({
    rule,
    ...(subject.review === null ? {} : { review: subject.review }),
  }).toString();
  return (
    may(at.viewer, ['programme-office']) &&
    findingRules.some((one) => one === rule) &&
    html` · <a class="govuk-link" href="${setUpPath(monthAt(at).programme, 'findings')}/_new?${asked}">Accept it as known<span class="govuk-visually-hidden">: ${subject.title}, ${rule}</span></a>`
  );
};

const findingShown = (at: At, found: Finding): Html => {
  const { read, mend, by } = mendOfFinding({ ...monthAt(at), now: at.now, viewer: at.viewer }, found);
  return html`<strong>${link(read, found.subject.title)}</strong>: ${found.because}${
    mend === undefined
      ? html`<br>For ${anyOfRoles(by)} to put right.`
      : html`<br><a class="govuk-link tracker-above" href="${mend.to}">${mend.text}<span class="govuk-visually-hidden">: ${found.subject.title}, ${found.rule}</span></a>`
  }${acceptIt(at, found)}`;
};

/** That it is a draft, whose it is, and whether anything was recorded since. */
const aboutDraft = (draft: ReportDraft): Html =>
  html`${insetText(html`<strong>Draft: not published.</strong> Made by ${draft.madeBy.name} on ${instantInWords(draft.madeAt)}, and kept until ${dateInWords(dayOf(draft.keptUntil))}. Boards cannot see it.`)}
${movedSince(draft)}`;

/** Findings under the sentence of each rule, those that are found most often first. */
const findingsShown = (at: At, found: readonly Finding[]): Html =>
  html`${[...Map.groupBy(found, ({ rule }) => rule)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(
      ([rule, those]) =>
        html`<h3 class="govuk-heading-s">${those[0]?.sentence} <span class="govuk-!-font-weight-regular">${link(rulePath(rule), html`<span class="govuk-visually-hidden">Rule </span>${rule}`)}</span></h3>${bulletList(those.map((one) => findingShown(at, one)))}`,
    )}`;

const listedOrNone = (items: readonly string[], none: string): Html =>
  items.length === 0 ? paragraph(none) : bulletList(items);

const changesShown = ({ content, differences, revision }: ReportDraft): Html =>
  html`${
    differences !== null &&
    html`<h3 class="govuk-heading-s">From revision ${revision - 1}, which is published</h3>${listedOrNone(differences, 'Nothing differs.')}`
  }<h3 class="govuk-heading-s">${content.previous === null ? 'Since the report before' : `Since the report of ${monthInWords(content.previous.month)}`}</h3>${listedOrNone(
    content.changes.map(({ sentence }) => sentence),
    'Nothing that the report counts has changed.',
  )}`;

const howToMend = (at: At): Html | false => {
  const { month } = monthAt(at);
  return (
    endOfMonth(month) < at.now &&
    paragraph(
      `What was wrong in ${monthInWords(month)} is corrected, with the day from which the truth holds. A change that is made now is true from today, and shows in later months. What cannot be put right for ${monthInWords(month)} can be accepted as known until a day, by the programme office: it is then counted in one line with the reason. A fact that is recorded late is named as such in the report of the next month.`,
    )
  );
};

const draftShown = (at: At, draft: ReportDraft): Html => {
  const { content } = draft;
  const gaps = gapsIn(draft);
  const contradictions = contradictionsIn(draft);
  return html`${
    content.pageOne === undefined
      ? html`${heading2('What it says')}${bulletList(content.headline)}`
      : html`<div class="board-report">${draftFront(content, content.pageOne)}</div>`
  }
${heading2(`What contradicts (${countOf(draft, (kind) => kind !== 'data-gap')})`, 'contradictions')}
${contradictions.length + gaps.length > 0 && howToMend(at)}
${contradictions.length === 0 ? paragraph('Nothing contradicts.') : findingsShown(at, contradictions)}
${heading2(`What is missing (${countOf(draft, (kind) => kind === 'data-gap')})`, 'gaps')}
${gaps.length === 0 ? paragraph('Nothing is missing.') : findingsShown(at, gaps)}
${content.findings.rows.length < content.findings.total && paragraph(`${counted(content.findings.rows.length, 'finding')} of ${content.findings.total} are shown.`)}
${heading2('What would change', 'changes')}
${changesShown(draft)}
${heading2('Every figure')}
${everyFigure(content)}`;
};

const makeForm = (at: At, draft: ReportDraft | null, { sending }: Filled): Html => {
  const { programme, month } = monthAt(at);
  return html`<form method="post" action="${draftPath(programme, month)}" novalidate>${sending}
${draft === null ? button('Make the draft') : button('Make the draft again', { kind: 'secondary' })}</form>`;
};

const onwards = (at: At, { revision }: ReportDraft): Html => {
  const { programme, month } = monthAt(at);
  return revision === 1
    ? link(publishPath(programme, month), 'Go on to publish it')
    : link(revisePath(programme, month), 'Go on to publish the revision');
};

const isUnderWay = (run: ReportRun | null): boolean => run?.state === 'waiting' || run?.state === 'running';

/** The draft of a month: making it, and reading it. */
export const draft: Screen = formScreen({
  path: `${monthRoute}/draft`,
  asks: (at) => ({
    programme: askProgramme(at),
    draft: askDraft(at),
    reports: askReports(at),
    run: orNothing(
      asking(
        `${apiChainPath({ programme: monthAt(at).programme })}/report-runs/${encodeURIComponent(at.query.run ?? 'none')}`,
        ReportRun,
      ),
    ),
  }),
  editionOf: ({ draft }) => editionOfDraft(draft),
  start: () => ({}),
  show: ({ programme, draft: kept, reports, run }, at, filled) => {
    const draft = notPublishedYet(kept, revisionsOf(reports, monthAt(at).month));
    return {
      title: `Draft report of ${monthInWords(monthAt(at).month)}`,
      caption: programme.record.name,
      crumbs: monthCrumbs(at, programme, true),
      body: html`${filled.above}${
        isUnderWay(run)
          ? insetText('The draft is being made. ', link(`${at.path}?run=${run?.id}`, 'Show it'))
          : run?.state === 'failed' && warningText(run.problem ?? 'The draft could not be made.')
      }
${draft === null ? !isUnderWay(run) && paragraph('No draft of this month is kept. A draft is the report as it would be now: making one publishes nothing.') : aboutDraft(draft)}
${may(at.viewer, ['programme-office']) ? !isUnderWay(run) && makeForm(at, draft, filled) : draft === null && paragraph('The programme office makes it.')}
${draft !== null && filesOfDraft(at, draft)}
${draft !== null && draftShown(at, draft)}
${draft !== null && may(at.viewer, ['programme-office']) && paragraph(onwards(at, draft))}
${paragraph(link(monthEndPath(monthAt(at).programme, monthAt(at).month), 'Back to the month end'))}`,
    };
  },
  decide: (_, at) => ({
    kind: 'send',
    sending: { method: 'POST', path: `${apiMonthPath(at)}/drafts`, body: {} },
  }),
  done: (at, _, answer) => {
    const run = ReportRun.safeParse(answer);
    return {
      path: `${at.path}${run.success ? `?run=${encodeURIComponent(run.data.id)}` : ''}`,
      notice: 'The draft is being made from what is recorded now. Nothing is published.',
    };
  },
});
