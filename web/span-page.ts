import { spanInWords } from '#language/financial-spans.ts';
import { dateInWords } from '#language/in-words.ts';
import { everyRow } from '#schemas/row-lists.ts';
import type { SpanReport } from '#schemas/span-report.ts';
import { type Html, html, trusted } from './html.ts';
import { section } from './report/layout.ts';
import { reportStyle } from './report/style.ts';
import { shortenedInWords, viewInWords } from './report/view.ts';
import { missingInWords, positionInWords } from './span/in-short.ts';
import { monthsSideBySide } from './span/months.ts';
import { monthsPicture } from './span/months-picture.ts';
import { comingAfterSpan, happenedInSpan, madeFromReports, savingsOfSpan } from './span/sections.ts';
import { volumesOfSpan } from './span/volumes.ts';

const contents = [
  ['months', 'Months side by side'],
  ['volumes', 'How many reviews'],
  ['savings', 'Savings at the start and at the end'],
  ['happened', 'What was decided and what happened'],
  ['coming', 'What is coming'],
  ['made-from', 'Which reports this is made from'],
] as const;

const cover = (report: SpanReport, hasTitle: boolean): Html => {
  const { programme, view, rowsAtMost } = report;
  return html`<header class="cover">
${
  programme.fictional &&
  html`<p class="banner"><strong>FICTIONAL</strong> This programme is invented to show the tracker. None of its figures are a council’s.</p>`
}
<p class="council">${programme.council}</p>
${
  hasTitle &&
  html`<h1>${programme.name}${programme.phase !== null && html`<span class="phase">${programme.phase}</span>`}</h1>
<p class="month">Board report: ${spanInWords(report)}</p>`
}
<p class="month">${positionInWords(report)}</p>
${report.superseded && html`<p class="note"><strong>Superseded.</strong> One of the reports that this is made from has a later revision.</p>`}
${view !== undefined && html`<p class="note"><strong>${viewInWords[view]}</strong></p>`}
${rowsAtMost < everyRow && html`<p class="note"><strong>Shortened.</strong> ${shortenedInWords(rowsAtMost)}</p>`}
</header>
`;
};

const foot = (report: SpanReport): Html => html`<footer id="foot" aria-labelledby="foot-title">
<h2 id="foot-title">How to check this report</h2>
<dl class="digests"><div><dt>Digest of the reports that it is made from</dt><dd><code>${report.digest}</code></dd></div></dl>
<p>It is made from the published reports above and from nothing else: the same reports give the same figures. The last of them was published on ${dateInWords(report.asAt.slice(0, 10))}; asked for as at <code>${report.asAt}</code>, it is made from the same revisions again, and says so where one of them is superseded since.</p>
</footer>
`;

const asked = ({ question, answer }: SpanReport['answers'][number]): Html =>
  html`<div class="block"><p class="asked"><strong role="heading" aria-level="3">${question}</strong> ${answer}</p></div>`;

const sectionsOf = (report: SpanReport): Html => html`${section(
  'page-one',
  'In short',
  missingInWords(report).map((sentence) => html`<p class="note">${sentence}</p>`),
  html`<div class="page-one">${report.answers.map(asked)}</div>`,
)}
${monthsPicture(report.months)}
<nav class="contents" aria-label="Contents"><ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${monthsSideBySide(report.months)}
${volumesOfSpan(report.volumes)}
${savingsOfSpan(report)}
${happenedInSpan(report)}
${comingAfterSpan(report)}
${madeFromReports(report)}`;

/** The report of a span within a page that has a frame and a title of its own. */
export const spanWithin = (report: SpanReport): Html => html`<div class="board-report">
${cover(report, false)}
${sectionsOf(report)}
${foot(report)}
</div>`;

/** The report of a span as one whole document that needs nothing else, under the style of every report. */
export const spanPage = (report: SpanReport): string => {
  const { programme, view } = report;
  return html`${trusted('<!doctype html>')}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${programme.name}: report of ${spanInWords(report)}${programme.fictional && ' (fictional)'}</title>
<style>${trusted(reportStyle())}</style>
</head>
<body${programme.fictional && trusted(' class="fictional"')}${view !== undefined && trusted(` data-view="${view}"`)}>
<a class="skip" href="#report">Skip to the report</a>
${cover(report, true)}
<main id="report" tabindex="-1">
${sectionsOf(report)}
</main>
${foot(report)}
</body>
</html>
`.toString();
};
