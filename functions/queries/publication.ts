import { SealedReport } from '#schemas/export.ts';
import type { StoredRecord } from '#store/records/records.ts';

/** What seals the latest revision of a published month, from what the programme's chain keeps of it. */
export const sealedReport = (storedRecord: StoredRecord): SealedReport => SealedReport.parse(storedRecord.state.record);
