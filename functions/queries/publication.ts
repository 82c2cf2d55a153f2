import { SealedReport } from '#schemas/export.ts';
import type { StoredRecord } from '#store/records/records.ts';

/** The latest revision of a published month, from what the programme's chain keeps of it. */
export const publishedRevision = (storedRecord: StoredRecord): number =>
  SealedReport.parse(storedRecord.state.record).revision;
