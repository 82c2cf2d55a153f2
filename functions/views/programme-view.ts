import type { StoredThing } from '#store/records/records.ts';
import type { Due } from '#store/reports/due.ts';
import { shownThing } from './entry-view.ts';

/** A programme with the report it owes next. */
export const shownProgramme = (programme: StoredThing, due: Due | null) => ({
  ...shownThing(programme),
  computed: { nextReport: due?.month ?? null, nextReportDueOn: due?.on ?? null },
});
