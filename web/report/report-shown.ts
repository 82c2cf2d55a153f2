import { instantInWords } from '#language/instant-in-words.ts';
import type { Instant } from '#language/time.ts';
import type { Report } from '#schemas/report.ts';

/** How a draft came to be, of which nothing is published. */
export interface DraftMade {
  readonly madeAt: Instant;
  /** By name. */
  readonly madeBy: string;
  readonly digest: string;
}

/** A draft as its formats are made from it: a report without its publication. */
export type DraftShown = Omit<Report, 'publication'> & { readonly draft: DraftMade };

/** A report as its formats are made from it: published, or a draft. */
export type ReportShown = Report | DraftShown;

export const isDraft = (report: ReportShown): report is DraftShown => 'draft' in report;

/** When a draft was made, and what it is not. */
export const draftInWords = ({ draft: { madeAt } }: DraftShown): string =>
  `Made ${instantInWords(madeAt)}; not published; figures may change`;

/** The same where nothing else says that it is a draft. */
export const markOfDraft = (draft: DraftShown): string => `DRAFT. ${draftInWords(draft)}`;
