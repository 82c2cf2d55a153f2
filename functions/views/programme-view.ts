import type { StoredRecord } from '#store/records/records.ts';
import type { Due } from '#store/reports/due.ts';
import { recordView } from './entry-view.ts';

/** A programme with the report it owes next. */
export const programmeView = (programme: StoredRecord, due: Due | null) => ({
  ...recordView(programme),
  computed: { nextReport: due?.month ?? null, nextReportDueOn: due?.on ?? null },
});
