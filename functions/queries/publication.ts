import { SealedReport } from '#schemas/export.ts';
import type { StoredThing } from '#store/records/records.ts';

/** The latest revision of a published month, from what the programme's chain keeps of it. */
export const publishedRevision = (thing: StoredThing): number => SealedReport.parse(thing.state.record).revision;
