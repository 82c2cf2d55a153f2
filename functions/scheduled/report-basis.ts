import { buildProgrammeWide } from '#domain/position/sections.ts';
import { openReport, type ReportFold, type ReportSetting } from '#domain/report/compose-report.ts';
import { endOfMonth, monthOf, type ReportMonth } from '#language/time.ts';
import { SealedReport } from '#schemas/export.ts';
import type { ProgrammeWide } from '#schemas/position.ts';
import { Programme } from '#schemas/programme.ts';
import type { Report } from '#schemas/report.ts';
import { type MonthAsked, monthAsked } from '#store/positions/month-ends.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { foldRecords, readEvents, withStandingExemptions } from '#store/records/records.ts';
import { readLineChunks } from '#store/reports/report-lines.ts';
import { type Head, readRevision, withEveryRow } from '#store/reports/reports.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/** What a report is made from besides its reviews, as the programme's chain stood at the head that was fixed. */
export interface ReportBasis {
  readonly programme: Programme;
  readonly monthAsked: MonthAsked;
  readonly programmeWide: ProgrammeWide;
  readonly recordedInMonth: number;
  readonly previous: { readonly report: Report; readonly counted: readonly string[] } | null;
}

const previousReport = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  before: { month: string; revision: number } | undefined,
): Promise<ReportBasis['previous']> => {
  if (before === undefined) return null;
  const report = await readRevision(deps.table, programmeRef, before.month, before.revision);
  if (report === undefined)
    throw new Error(`the report of ${before.month} is on the record but not among the published ones`);
  const counted: string[] = [];
  for await (const chunk of readLineChunks(deps.table, programmeRef, report))
    counted.push(
      ...chunk
        .lines()
        .filter((line) => line.counted)
        .map((line) => line.review),
    );
  return { report: await withEveryRow(deps.table, programmeRef, report), counted };
};

export const readBasis = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  month: ReportMonth,
  [, head]: Head,
): Promise<ReportBasis> => {
  const events = (await readEvents(deps.table, { ...programmeRef, review: null })).filter(
    (event) => event.sequence <= head,
  );
  const end = endOfMonth(month);
  // What is exempt by the head is withheld, also where it became so after the month's end.
  const atEnd = withStandingExemptions(foldRecords(events, end, head), events);
  const settings = events
    .filter((event) => event.recordRef.kind === 'programme')
    .sort((a, b) => (a.effectiveAt < b.effectiveAt ? -1 : a.effectiveAt > b.effectiveAt ? 1 : a.sequence - b.sequence));
  // A programme that was set up after the month's end is reported by the settings that it began with.
  const governing = settings.filter((event) => event.effectiveAt <= end).at(-1) ?? settings[0];
  if (governing === undefined) throw new Error('the chain of the programme has no settings');
  const programme = Programme.parse(governing.after.record);
  const published = events
    .filter((event) => event.recordRef.kind === 'publication')
    .map((event) => SealedReport.parse(event.after.record))
    .filter((one) => one.month < month)
    .sort((a, b) => (a.month === b.month ? a.revision - b.revision : a.month < b.month ? -1 : 1))
    .at(-1);
  return {
    programme,
    monthAsked: monthAsked(month, programme),
    programmeWide: buildProgrammeWide(atEnd.map(asRecordAt), programme),
    recordedInMonth: events.filter(
      (event) => event.recordRef.kind !== 'publication' && monthOf(event.effectiveAt) === month,
    ).length,
    previous: await previousReport(deps, programmeRef, published),
  };
};

/** Opens the report of a month on its basis. */
export const openMonth = (
  programmeRef: ProgrammeRef,
  basis: ReportBasis,
  given: Pick<ReportSetting, 'month' | 'revision' | 'revisionReason' | 'early'>,
): ReportFold => {
  const { previous } = basis;
  const fold = openReport({
    ...given,
    programmeId: programmeRef.programme,
    programme: basis.programme,
    programmeWide: basis.programmeWide,
    previous:
      previous === null
        ? null
        : {
            content: previous.report.content,
            contentDigest: previous.report.publication.contentDigest,
            counted: previous.counted,
          },
  });
  fold.recordProgrammeWide(basis.recordedInMonth);
  return fold;
};
