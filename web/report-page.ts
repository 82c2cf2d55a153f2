import { listed, monthInWords } from '#language/in-words.ts';
import { isForPractice } from '#schemas/practice.ts';
import type { Report } from '#schemas/report.ts';
import { type Html, html, trusted } from './html.ts';
import { type AnnexSection, annexOf, type GivenReport } from './report/annex.ts';
import { cover, headline, scope } from './report/cover.ts';
import { foot, footTitle } from './report/foot.ts';
import { pageOne, pageOneAtMost } from './report/page-one.ts';
import { isDraft, type ReportShown } from './report/report-shown.ts';
import { contentsOfPack, shortPack } from './report/short-pack.ts';
import { reportStyle } from './report/style.ts';

export { reportStyle } from './report/style.ts';

type Content = Report['content'];

const leftOut = ({ leftOut = [] }: Content): Html | false =>
  leftOut.length > 0 &&
  html`<p class="note">Left out by the programme’s settings: ${listed(leftOut.map(({ title }) => title))}.</p>`;

const verifying = (report: ReportShown): Html => html`<li><a href="#foot">${footTitle(report)}</a></li>`;

/** The contents of an annex that stands below, on the same page. */
const contentsBelow = (report: ReportShown, sections: readonly AnnexSection[]): Html =>
  html`<ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}${verifying(report)}</ul>`;

/** Where the pages end that a board reads, with what the annex holds. */
const annexHead = (content: Content, contents: Html): Html => html`<div class="annex" id="annex">
<h2>Annex: everything that the report holds</h2>
${content.pageOne !== undefined && scope(content)}
<nav class="contents" aria-label="Contents of the annex">${contents}${leftOut(content)}</nav>
${content.pageOne !== undefined && content.headline.map((sentence) => html`<p class="small">${sentence}</p>`)}
</div>`;

/** Page one and the short pack, which a board reads; undefined of a report from before there was a page one. */
const boardReads = ({ report, lines, linesComplete, why = () => null, whyOf, ruleTo }: GivenReport): Html | undefined =>
  report.content.pageOne &&
  html`${pageOne(report, report.content.pageOne, whyOf)}${why('page-one')}
<nav class="contents" aria-label="Contents"><ul>${contentsOfPack(report.content).map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}<li><a href="#annex">Annex</a></li></ul></nav>
${shortPack(report, lines, linesComplete, ruleTo)}`;

/** Everything that a report holds, in the order of its page. */
const whole = (given: GivenReport): Html => {
  const { report } = given;
  const first = boardReads(given);
  const sections = annexOf(given);
  const contents = contentsBelow(report, sections);
  return html`${
    first === undefined
      ? html`${headline(report)}
<nav class="contents" aria-label="Contents">${contents}${leftOut(report.content)}</nav>`
      : html`${first}
${annexHead(report.content, contents)}`
  }
${sections.map(({ body }) => body())}`;
};

/** The address of the page of a section. */
type SectionTo = (section: string) => string;

/** Leads links to what stands on another page of the report there. A link is of our own source alone: what anybody wrote has no quotes here. */
const leading = (shown: Html, addressOf: (id: string) => string): Html =>
  trusted(
    shown.toString().replaceAll(/ href="#([\w-]+)"/g, (_, id: string) => html` href="${addressOf(id)}"`.toString()),
  );

/**
 * What a board reads of a report, within a page that has a frame and a title of its own: page one and the short pack. Each section of the
 * annex is a page beside it; where it stood, its link stands.
 */
export const reportFront = (given: GivenReport, sectionTo: SectionTo): Html => {
  const { report } = given;
  const sections = annexOf(given);
  const first = boardReads(given);
  // From before there was a page one, what needs the board is what it reads.
  const here = first === undefined ? ['board-needs'] : [];
  const away = new Set(sections.map(({ id }) => id).filter((id) => !here.includes(id)));
  const contents = html`<ul>${sections.map(
    ({ id, title }) => html`<li${away.has(id) && html` id="${id}"`}><a href="#${id}">${title}</a></li>`,
  )}${verifying(report)}</ul>`;
  return leading(
    html`<div class="board-report">
${cover(report, false)}
${first ?? html`${headline(report)}${sections.map(({ id, body }) => here.includes(id) && body())}`}
${annexHead(report.content, contents)}
${foot(report)}
</div>`,
    (id) => (away.has(id) ? sectionTo(id) : `#${id}`),
  );
};

/** Page one of a draft: it has no other sections to lead to. */
export const draftFront = (content: Content, first: NonNullable<Content['pageOne']>): Html =>
  trusted(
    pageOneAtMost(content, first)
      .toString()
      .replaceAll(/<a href="#[\w-]+">([^<]*)<\/a>/g, (_, text: string) => text),
  );

/** One section of the annex, and those that it stands among. */
export interface AnnexPage {
  readonly title: string;
  readonly body: Html;
  readonly before: AnnexSection | undefined;
  readonly after: AnnexSection | undefined;
}

/** A section of the annex as a page beside the report's; undefined where it has no such section. */
export const annexPage = (
  given: GivenReport,
  section: string,
  { sectionTo, front }: { readonly sectionTo: SectionTo; readonly front: string },
): AnnexPage | undefined => {
  const sections = annexOf(given);
  const at = sections.findIndex(({ id }) => id === section);
  const found = sections[at];
  if (found === undefined) return undefined;
  const ids = new Set(sections.map(({ id }) => id));
  const addressOf = (id: string): string =>
    id === section ? `#${id}` : ids.has(id) ? sectionTo(id) : `${front}#${id}`;
  return {
    title: found.title,
    body: leading(
      html`<div class="board-report one-section">${cover(given.report, false)}${found.body()}</div>`,
      addressOf,
    ),
    before: sections[at - 1],
    after: sections[at + 1],
  };
};

/** What the body of the document is of: each page that is printed says so. */
const bodyClasses = (report: ReportShown): string => {
  const { programme } = report.content;
  return [
    ...(isDraft(report) ? ['draft'] : []),
    ...(isForPractice(programme.id) ? ['practice'] : programme.fictional ? ['fictional'] : []),
  ].join(' ');
};

/**
 * A board report, published or a draft, as one whole document that needs nothing else: its only style is `reportStyle` in one `<style>`,
 * it has no script and no outside resource, and it prints on A4.
 */
export const reportPage = (given: GivenReport): string => {
  const { report } = given;
  const { programme, month } = report.content;
  const classes = bodyClasses(report);
  const body = html`<a class="skip" href="#report">Skip to the report</a>
${cover(report)}
<main id="report" tabindex="-1">
${whole(given)}
</main>
${foot(report)}`;
  return html`${trusted('<!doctype html>')}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${isDraft(report) && 'DRAFT: '}${programme.name}: board report for ${monthInWords(month)}${programme.fictional && ' (fictional)'}${isForPractice(programme.id) && ' (practice)'}</title>
<style>${trusted(reportStyle())}</style>
</head>
<body${classes !== '' && trusted(` class="${classes}"`)}${report.view !== undefined && trusted(` data-view="${report.view}"`)}>
${body}
</body>
</html>
`.toString();
};
