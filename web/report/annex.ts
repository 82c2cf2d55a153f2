import type { ReportLine } from '#schemas/report.ts';
import { type Html, html, type Printable } from '../html.ts';
import { boardNeeds } from './board-needs.ts';
import { changes } from './changes.ts';
import { counts } from './counts.ts';
import { crossTables, crossTablesTitle, hasCrossTables } from './cross-tables.ts';
import { ended } from './ended.ts';
import { endedInWords } from './ended-in-words.ts';
import { findings } from './findings.ts';
import { flow } from './flow.ts';
import { lastConfirmed } from './last-confirmed.ts';
import { nextSteps } from './next-steps.ts';
import type { WhyOf } from './page-one.ts';
import { sectionsOfRegisters } from './register-sections.ts';
import { isDraft, type ReportShown } from './report-shown.ts';
import { reviews } from './reviews.ts';
import type { RuleTo } from './rule-id.ts';
import type { Why } from './why.ts';
import { wordingOf } from './wording.ts';
import { wordsOfReport, wordsTitle } from './words.ts';

export interface GivenReport {
  readonly report: ReportShown;
  readonly lines: readonly ReportLine[];
  /** False where `lines` holds only the first of the report's lines; the page then says so. */
  readonly linesComplete: boolean;
  /** Where its figures can be asked, what is said of that under each part. */
  readonly why?: Why;
  /** And what is said of it after each answer of page one. */
  readonly whyOf?: WhyOf;
  /** Where its rules can be looked up. */
  readonly ruleTo?: RuleTo;
}

/** A section of the annex, drawn when it is asked for. */
export interface AnnexSection {
  readonly id: string;
  readonly title: string;
  readonly body: () => Html;
}

/** Where every review is, where a page has no room for all. */
const whereAllAre = (report: ReportShown): string =>
  isDraft(report) ? 'The published report will hold them all.' : 'The CSV and the lines of the report hold them all.';

/** Every section of a report in the order of its annex. */
export const annexOf = ({
  report,
  lines,
  linesComplete,
  why = () => null,
  ruleTo,
}: GivenReport): readonly AnnexSection[] => {
  const { content } = report;
  const has = (part: 'ended' | 'lastConfirmed'): boolean =>
    content[part] !== undefined && !content.leftOut?.some((one) => one.part === part);
  const sectionOf = (id: string, title: string, body: () => Printable, ...parts: readonly string[]): AnnexSection => ({
    ...{ id, title },
    body: () => html`${body()}${why(...parts)}`,
  });
  return [
    sectionOf('board-needs', 'What needs the board', () => boardNeeds(report, lines, ruleTo)),
    sectionOf(
      ...(['flow', wordingOf(content).flowInContents, () => flow(report)] as const),
      ...['flow', 'moves', 'waiversInForce', 'waits', 'movedByModel'],
    ),
    sectionOf('counts', 'Where the reviews stand', () => counts(report), 'counts'),
    ...(hasCrossTables(content)
      ? [sectionOf('cross-tables', crossTablesTitle, () => crossTables(content), 'crossTables')]
      : []),
    sectionOf('reviews', 'Review by review', () => reviews(content, lines, linesComplete, whereAllAre(report))),
    ...sectionsOfRegisters(content).map(({ id, title, body, parts }) => sectionOf(id, title, body, ...parts)),
    ...(has('ended')
      ? [sectionOf('ended', `Reviews that ${endedInWords(content.ended ?? {})}`, () => ended(report), 'ended')]
      : []),
    ...(has('lastConfirmed')
      ? [sectionOf('last-confirmed', 'When it was last confirmed', () => lastConfirmed(report), 'lastConfirmed')]
      : []),
    sectionOf('changes', 'What changed', () => changes(report), 'inLaterReports'),
    sectionOf('findings', 'Findings in full', () => findings(report, ruleTo), 'findings'),
    sectionOf('next-steps', 'Who does what next', () => nextSteps(report), 'nextSteps'),
    sectionOf('words', wordsTitle, wordsOfReport),
  ];
};
