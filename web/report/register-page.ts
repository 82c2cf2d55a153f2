import type { ReportContent } from '#schemas/report.ts';
import type { Printable } from '../html.ts';
import type { Fact } from './fact.ts';

/** What the page of a report, and its CSV, show of the part that a register makes. */
export interface RegisterPage<Part> {
  /** A section of the page with its own heading, or the one of another register at whose end it is. */
  readonly section: { readonly id: string; readonly title: string } | { readonly within: string };
  readonly body: (part: Part, content: ReportContent) => readonly Printable[];
  /** Its facts for a spreadsheet; none where they are not given. */
  readonly facts?: (part: Part) => readonly Fact[];
}
