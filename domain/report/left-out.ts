import { listed } from '#language/in-words.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import type { Programme } from '#schemas/programme.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type ReportSection, reportSections } from '#schemas/report-sections.ts';
import type { Change, MeasuredContent } from './measured-content.ts';

/*
 * Sections that a programme leaves out of its reports (docs/meaning.md REPORT-30). The content keeps their figures, so that a month
 * is complete and can be made again; page, CSV, headline and changes say nothing of them but that they are left out.
 */

/** `market-engagements` becomes `Market engagements`. */
export const titleOfPath = (path: string): string => {
  const words = path.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const titleOf = (part: ReportSection): string => {
  if (part === 'ended') return 'Reviews that have ended';
  if (part === 'lastConfirmed') return 'When it was last confirmed';
  return titleOfPath(registers.find(({ report }: Register) => report?.name === part)?.path ?? part);
};

/** What a report says of the sections that the settings leave out, in the order of the report. */
export const leftOutBy = ({ reportLeavesOut = [] }: Programme): Pick<ReportContent, 'leftOut'> => {
  const leftOut = reportSections.filter((part) => reportLeavesOut.includes(part));
  return leftOut.length === 0 ? {} : { leftOut: leftOut.map((part) => ({ part, title: titleOf(part) })) };
};

export const isLeftOut = ({ leftOut = [] }: Pick<ReportContent, 'leftOut'>, part: string): boolean =>
  leftOut.some((one) => one.part === part);

/** The sections that are left out and were not, or are in the report again. */
export const leftOutChanges = (now: MeasuredContent, before: ReportContent): Change[] => {
  const titles = (of: Pick<ReportContent, 'leftOut'>, but: Pick<ReportContent, 'leftOut'>): string[] =>
    (of.leftOut ?? []).filter(({ part }) => !isLeftOut(but, part)).map(({ title }) => title);
  const said = (parts: readonly string[], how: string): Change[] =>
    parts.length === 0 ? [] : [{ sentence: `${how}: ${listed(parts)}.`, before: null, after: null }];
  return [
    ...said(titles(now, before), "Left out of the report since, by the programme's settings"),
    ...said(titles(before, now), "In the report again, by the programme's settings"),
  ];
};
