import type { Due } from '#store/due.ts';
import type { StoredThing } from '#store/things.ts';
import { shownThing } from './entry-view.ts';

/** A programme with the report it owes next. */
export const shownProgramme = (programme: StoredThing, due: Due | null) => ({
  ...shownThing(programme),
  computed: { nextReport: due?.month ?? null, nextReportDueOn: due?.on ?? null },
});
