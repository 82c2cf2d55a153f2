import * as z from 'zod';
import { dayOf } from '#language/time.ts';
import { holdsMark } from '#language/withheld-text.ts';
import { type Shown, type View, visibleText } from '#schemas/exemption.ts';
import { Report, ReportLine } from '#schemas/report.ts';
import type { LineChunk } from '#store/reports/report-lines.ts';
import type { StoredReport } from '#store/reports/stored-report.ts';
import type { ReadsTable } from '../http/call.ts';
import { type ViewRequest, viewOf } from '../http/view-access.ts';

/** How a report is shown to whoever asks, and the digest of what they see. */
export interface ShownReport {
  readonly shown: Shown;
  readonly digest: string;
  /** Whether text is shown that the public view withholds. */
  readonly showsExempt: boolean;
}

/** How a report is shown in a view; of one of which both views are the same it is the full one. */
export const shownInView = (
  { publication: { publicView, contentDigest, publishedAt } }: StoredReport,
  asked: View,
): ShownReport => {
  const view: View = publicView === undefined ? 'full' : asked;
  return {
    shown: { view, on: publicView?.on ?? dayOf(publishedAt) },
    digest: publicView === undefined || view === 'full' ? contentDigest : publicView.contentDigest,
    showsExempt: publicView !== undefined && view === 'full',
  };
};

/** Nothing is looked up where nothing is withheld: both views are the same then. */
export const viewOfReport = async (call: ViewRequest, deps: ReadsTable, stored: StoredReport): Promise<ShownReport> =>
  shownInView(stored, stored.publication.publicView === undefined ? 'full' : await viewOf(call, deps.table));

/** What makes the ETag another once words are taken out, whose digest stays. */
export const sinceRedacted = ({ redactions }: StoredReport): string =>
  redactions === 0 ? '' : `redacted-${redactions}-`;

/** A value as a view shows it. Formats are made from this, so that they escape what is really shown. */
const inView = <T>(schema: z.ZodType<T>, value: T, shown: Shown): T => {
  const text = JSON.stringify(value);
  return holdsMark(text) ? schema.parse(JSON.parse(visibleText(text, shown))) : value;
};

/** A report says which view it shows where the two are not the same. */
export const reportInView = (report: Report, shown: Shown): Report =>
  inView(Report, report.publication.publicView === undefined ? report : { ...report, view: shown.view }, shown);

/** The same of the JSON of a report as it is stored, without reading it. */
export const storedJsonInView = ({ publication, json }: StoredReport, shown: Shown): string =>
  visibleText(publication.publicView === undefined ? json() : `${json().slice(0, -1)},"view":"${shown.view}"}`, shown);

/** What pages and CSV are made from. */
export const storedInView = (stored: StoredReport, shown: Shown): Report => JSON.parse(storedJsonInView(stored, shown));

const Lines = z.array(ReportLine);

/** The lines of a chunk as a view shows them. */
export const chunkInView = (chunk: LineChunk, shown: Shown): readonly ReportLine[] =>
  holdsMark(chunk.json) ? Lines.parse(JSON.parse(visibleText(chunk.json, shown))) : chunk.lines();
