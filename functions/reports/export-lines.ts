import { plainText } from '#language/withheld-text.ts';
import { type Shown, visibleText } from '#schemas/exemption.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import type { Report, ReportLine } from '#schemas/report.ts';
import type { SaltOfText, Salts } from '#schemas/salts.ts';
import { type Showing, saltsOfShown } from '#store/digests/commitments.ts';
import type { LineChunk } from '#store/reports/report-lines.ts';
import { type LeftSalts, saltsOfView } from '#store/reports/report-salts.ts';
import type { Head } from '#store/reports/reports.ts';
import type { MarkedContents } from '../queries/marked-events.ts';
import { chunkInView, reportInView } from './report-view.ts';

/*
 * The lines of an export, each with the salts that whoever reads it may have: in the full view the secret that all are
 * made from; in the public view the salt of each text that is shown, and the commitment of each that is withheld.
 */

const showingIn = (shown: Shown, saltsWhatStandsIn: boolean): Showing => ({
  written: plainText,
  visible: (text) => visibleText(text, shown),
  saltsWhatStandsIn,
});

export const eventLine = (event: HistoryEvent, marked: MarkedContents, shown: Shown) => {
  if (shown.view === 'full') return { kind: 'event', event };
  const texts = saltsOfShown(marked, event.salts, 0, showingIn(shown, false));
  // Nothing but this event's own texts can be worked out from its secret.
  if (texts.every((salt) => typeof salt === 'string')) return { kind: 'event', event };
  return {
    kind: 'event',
    event: { ...event, ...JSON.parse(visibleText(JSON.stringify(marked), shown)), salts: { texts } },
  };
};

/**
 * Whoever may not read everything never gets a report's secret, also where nothing is withheld: a rebuild makes the
 * salts of texts that were exempted since from the same.
 */
const saltsOfReport = (
  { secret, shown }: ExportedReport,
  left: LeftSalts | undefined,
  parts: readonly [part: number, marked: unknown][],
): Salts => {
  if (left !== undefined) return saltsOfView(left, shown.view);
  if (secret === undefined) throw new Error('a report has neither a secret nor what is left of its salts');
  if (shown.view === 'full') return { secret };
  const showing = showingIn(shown, true);
  return {
    texts: parts.flatMap(([part, marked]): readonly SaltOfText[] => saltsOfShown(marked, { secret }, part, showing)),
  };
};

/** A published report, what its salts are made from (undefined: words were taken out of it), and the view that it is exported in. */
export interface ExportedReport {
  readonly report: Report;
  readonly secret: string | undefined;
  readonly shown: Shown;
}

/** `left`: what is left of the salts of the lines, where words were taken out. */
export const linesOfReport = (exported: ExportedReport, chunk: LineChunk, left: LeftSalts | undefined) => {
  const { report, shown } = exported;
  const { month, revision } = report.content;
  const marked: readonly ReportLine[] = chunk.lines();
  return {
    kind: 'report-lines',
    month,
    revision,
    lines: chunkInView(chunk, shown),
    salts: saltsOfReport(
      exported,
      left,
      marked.map((line, n) => [chunk.first + n, line]),
    ),
  };
};

/** The report itself, after all its lines. */
export const reportLine = (exported: ExportedReport, heads: readonly Head[], left: LeftSalts | undefined) => {
  const { report, shown } = exported;
  const { content, publication } = reportInView(report, shown);
  const salts = saltsOfReport(exported, left, [[report.content.lines, report.content]]);
  return { kind: 'report', content, publication, lines: [], salts, heads };
};
