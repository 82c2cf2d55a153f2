import { listed, monthInWords } from '#language/in-words.ts';
import { isForPractice } from '#schemas/practice.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import { type Html, html, trusted } from './html.ts';
import { boardNeeds } from './report/board-needs.ts';
import { changes } from './report/changes.ts';
import { counts } from './report/counts.ts';
import { cover, headline, scope } from './report/cover.ts';
import { crossTables, crossTablesTitle, hasCrossTables } from './report/cross-tables.ts';
import { ended } from './report/ended.ts';
import { endedInWords } from './report/ended-in-words.ts';
import { findings } from './report/findings.ts';
import { flow } from './report/flow.ts';
import { foot } from './report/foot.ts';
import { lastConfirmed } from './report/last-confirmed.ts';
import { nextSteps } from './report/next-steps.ts';
import { pageOne } from './report/page-one.ts';
import { sectionsOfRegisters } from './report/register-sections.ts';
import { reviews } from './report/reviews.ts';
import type { RuleTo } from './report/rule-id.ts';
import { contentsOfPack, shortPack } from './report/short-pack.ts';
import { reportStyle } from './report/style.ts';
import type { Why } from './report/why.ts';
import { wordingOf } from './report/wording.ts';

export { reportStyle } from './report/style.ts';

const beforeRegisters = (content: Report['content']): readonly (readonly [id: string, title: string])[] => [
  ['board-needs', 'What needs the board'],
  ['flow', wordingOf(content).flowInContents],
  ['counts', 'Where the reviews stand'],
  ...(hasCrossTables(content) ? [['cross-tables', crossTablesTitle] as const] : []),
  ['reviews', 'Review by review'],
];
const confirmedSection = [['last-confirmed', 'When it was last confirmed']] as const;
const afterRegisters: readonly (readonly [id: string, title: string])[] = [
  ['changes', 'What changed'],
  ['findings', 'Findings in full'],
  ['next-steps', 'Who does what next'],
  ['foot', 'How to verify'],
];

const leftOut = ({ leftOut = [] }: Report['content']): Html | false =>
  leftOut.length > 0 &&
  html`<p class="note">Left out by the programme’s settings: ${listed(leftOut.map(({ title }) => title))}.</p>`;

/** Where the pages end that a board reads, with what the annex holds. */
const annexHead = (content: Report['content'], listOfContents: Html): Html => html`<div class="annex" id="annex">
<h2>Annex: everything that the report holds</h2>
${scope(content)}
<nav class="contents" aria-label="Contents of the annex">${listOfContents}${leftOut(content)}</nav>
${content.headline.map((sentence) => html`<p class="small">${sentence}</p>`)}
</div>`;

interface GivenReport {
  readonly report: Report;
  readonly lines: readonly ReportLine[];
  /** False where `lines` holds only the first of the report's lines; the page then says so. */
  readonly linesComplete: boolean;
  /** Where its figures can be asked, what is said of that under each part. */
  readonly why?: Why;
  /** Where its rules can be looked up. */
  readonly ruleTo?: RuleTo;
}

/** Every section of a report in the order of its page. */
const sectionsOf = ({ report, lines, linesComplete, why = () => null, ruleTo }: GivenReport): Html => {
  const has = (part: 'ended' | 'lastConfirmed'): boolean =>
    report.content[part] !== undefined && !report.content.leftOut?.some((one) => one.part === part);
  const endedSection = [['ended', `Reviews that ${endedInWords(report.content.ended ?? {})}`]] as const;
  const ofRegisters = sectionsOfRegisters(report.content);
  const contents = [
    ...beforeRegisters(report.content),
    ...ofRegisters.map(({ id, title }) => [id, title]),
    ...(has('ended') ? endedSection : []),
    ...(has('lastConfirmed') ? confirmedSection : []),
    ...afterRegisters,
  ];
  const listOfContents = html`<ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>`;
  return html`${
    report.content.pageOne === undefined
      ? html`${headline(report)}
<nav class="contents" aria-label="Contents">${listOfContents}${leftOut(report.content)}</nav>`
      : html`${pageOne(report, report.content.pageOne)}${why('page-one')}
<nav class="contents" aria-label="Contents"><ul>${contentsOfPack(report.content).map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#annex">Annex</a></li></ul></nav>
${shortPack(report, lines, linesComplete, ruleTo)}
${annexHead(report.content, listOfContents)}`
  }
${boardNeeds(report, lines, ruleTo)}
${flow(report)}${why('flow', 'moves', 'waiversInForce', 'waits', 'movedByModel')}
${counts(report)}${why('counts')}
${crossTables(report.content)}${why('crossTables')}
${reviews(report.content, lines, linesComplete)}
${ofRegisters.map((one) => html`${one.body}${why(...one.parts)}`)}
${has('ended') && html`${ended(report)}${why('ended')}`}
${has('lastConfirmed') && html`${lastConfirmed(report)}${why('lastConfirmed')}`}
${changes(report)}${why('inLaterReports')}
${findings(report, ruleTo)}${why('findings')}
${nextSteps(report)}${why('nextSteps')}`;
};

/** A report within a page that has a frame and a title of its own, under the style that `web/report/style.ts` makes for that. */
export const reportWithin = (given: GivenReport): Html => html`<div class="board-report">
${cover(given.report, false)}
${sectionsOf(given)}
${foot(given.report)}
</div>`;

/**
 * A published board report as one whole document that needs nothing else: its only style is `reportStyle` in one `<style>`,
 * it has no script and no outside resource, and it prints on A4.
 */
export const reportPage = (given: GivenReport): string => {
  const { report } = given;
  const { programme, month } = report.content;
  const body = html`<a class="skip" href="#report">Skip to the report</a>
${cover(report)}
<main id="report" tabindex="-1">
${sectionsOf(given)}
</main>
${foot(report)}`;
  return html`${trusted('<!doctype html>')}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${programme.name}: board report for ${monthInWords(month)}${programme.fictional && ' (fictional)'}${isForPractice(programme.id) && ' (practice)'}</title>
<style>${trusted(reportStyle)}</style>
</head>
<body${isForPractice(programme.id) ? trusted(' class="practice"') : programme.fictional && trusted(' class="fictional"')}${report.view !== undefined && trusted(` data-view="${report.view}"`)}>
${body}
</body>
</html>
`.toString();
};
