import { monthsOwed } from '#domain/people/returns-owed.ts';
import { endOfMonth, type ReportMonth } from '#language/time.ts';
import { type Programme, settingsFrom } from '#schemas/programme.ts';
import { readLine } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

/**
 * The settings in force at the end of a month, as its report goes by them: today's where they are older; else earlier ones, or those that
 * the programme began with (docs/meaning.md PROGRAMME-6).
 */
export const settingsOfMonths = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { programme, since, now }: { readonly programme: Programme; readonly since: string; readonly now: string },
): Promise<(month: ReportMonth) => Programme> => {
  const [earliest] = monthsOwed(now);
  if (earliest === undefined || since <= endOfMonth(earliest)) return () => programme;
  const at = { ...programmeRef, review: null };
  const recorded = (await readLine(deps.table, at, 'programme', programmeRef.programme)).map(
    ({ effectiveAt, after }) => ({ effectiveAt, settings: settingsFrom(after.record) }),
  );
  const found = new Map<ReportMonth, Programme>();
  const settingsAtEndOf = (month: ReportMonth): Programme => {
    const end = endOfMonth(month);
    return (recorded.findLast(({ effectiveAt }) => effectiveAt <= end) ?? recorded[0])?.settings ?? programme;
  };
  // Of each of many reviews the same months are asked for.
  return (month) => {
    const settings = found.get(month) ?? settingsAtEndOf(month);
    found.set(month, settings);
    return settings;
  };
};
