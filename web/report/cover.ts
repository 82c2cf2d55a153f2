import { counted, dateInWords, listed, monthInWords, withFullStop } from '#language/in-words.ts';
import { monthsNotReportedInWords } from '#language/months-not-reported-in-words.ts';
import { dayOf } from '#language/time.ts';
import { isForPractice } from '#schemas/practice.ts';
import type { Report } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { type Html, html } from '../html.ts';
import { none, section } from './layout.ts';
import { draftInWords, isDraft, type ReportShown } from './report-shown.ts';
import { shortenedInWords, viewInWords, withheldInWords, withheldRecordsOf } from './view.ts';
import { wordingOf } from './wording.ts';

const viewNote = (report: ReportShown): Html | null => {
  const { view } = report;
  const isOne = isDraft(report) || report.publication.publicView !== undefined;
  return view === undefined || !isOne
    ? null
    : html`<p class="note"><strong>${viewInWords[view]}</strong> ${withheldInWords(view, withheldRecordsOf(report))}</p>`;
};

const madeOrPublished = (report: ReportShown): string =>
  isDraft(report)
    ? `Made by ${report.draft.madeBy}`
    : `Published ${dateInWords(dayOf(report.publication.publishedAt))}`;

const title = ({
  programme,
  month,
}: Report['content']): Html => html`<h1>${programme.name}${programme.phase !== null && html`<span class="phase">${programme.phase}</span>`}</h1>
<p class="month">Board report for ${monthInWords(month)}</p>`;

/** Whose report this is, of which month, and how it stands: revision, early, fictional; without a title where the page around it has one. */
export const cover = (report: ReportShown, hasTitle = true): Html => {
  const { content, rowsAtMost } = report;
  return html`<header class="cover">
${isDraft(report) && html`<p class="banner"><strong>DRAFT</strong> ${withFullStop(draftInWords(report))}</p>`}
${
  content.programme.fictional &&
  html`<p class="banner"><strong>FICTIONAL</strong> This programme is invented to show the tracker. None of its figures are a council’s.</p>`
}
${
  isForPractice(content.programme.id) &&
  html`<p class="banner"><strong>PRACTICE</strong> People practise in this programme. Nothing in this report is of a council’s own.</p>`
}
<p class="council">${content.programme.council}</p>
${hasTitle && title(content)}
<p class="standing">Position as at the end of ${dateInWords(dayOf(content.observationEnd))}. ${isDraft(report) ? 'Draft of revision' : 'Revision'} ${content.revision}${
    content.revisionReason === null
      ? null
      : html`, made because: <span class="quoted">${content.revisionReason.replace(/\.$/, '')}</span>`
  }. ${withFullStop(madeOrPublished(report))}</p>
${viewNote(report)}
${rowsAtMost < everyRow && html`<p class="note"><strong>Shortened.</strong> ${shortenedInWords(rowsAtMost, isDraft(report))}</p>`}
${
  content.early !== null &&
  html`<p class="note"><strong>Early report.</strong> Made before its report day: ${content.early.reason}</p>`
}
${
  content.monthsNotReported !== undefined &&
  html`<p class="note"><strong>Months not reported.</strong> ${monthsNotReportedInWords(content.monthsNotReported, content.previous).join(' ')}</p>`
}
${content.pageOne === undefined && scope(content)}
</header>
`;
};

/** Which services it is about, and where its figures come from: behind page one where there is one. */
export const scope = ({ programme }: Report['content']): Html =>
  html`<p class="aside">${
    programme.services.length === 0
      ? 'Services in scope: not stated.'
      : `${counted(programme.services.length, 'service')} in scope: ${listed(programme.services)}.`
  } Source: ${withFullStop(programme.source ?? 'not stated')}</p>`;

export const headline = ({ content }: Pick<Report, 'content'>): Html =>
  section(
    'headline',
    'In short',
    content.headline.length === 0
      ? none('No headline is recorded.')
      : html`<div class="headline">${content.headline.map((sentence) => html`<p>${sentence}</p>`)}</div>`,
    content.recordedInMonth === 0
      ? null
      : html`<p class="aside">${counted(content.recordedInMonth, 'change was', 'changes were')} ${wordingOf(content).recordedOfMonth}.</p>`,
  );
