import { markedState } from '#domain/exemption/marked-state.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { Programme } from '#schemas/programme.ts';
import type { StoredRecord } from '#store/records/records.ts';

/** A record whose withheld text carries its marks, so that the way out shows it as the reader may see it. */
export const markedRecord = (storedRecord: StoredRecord): StoredRecord => ({
  ...storedRecord,
  state: markedState(storedRecord, storedRecord.alsoExempt),
});

/** A record as it is answered, but for what is computed of it. */
export const recordView = (storedRecord: StoredRecord) => ({
  id: storedRecord.id,
  record: storedRecord.state.record,
  facts: storedRecord.state.facts,
  version: storedRecord.version,
  effectiveAt: storedRecord.effectiveAt,
  recordedAt: storedRecord.recordedAt,
  recordedBy: storedRecord.by,
  struckOut: storedRecord.state.struckOut,
});

export const isRegisterKind = (kind: string): kind is RegisterKind =>
  registers.some((register) => register.kind === kind);

/** An entry of a register with what follows from it by the programme's settings. */
export const entryView = (storedRecord: StoredRecord, programme: Programme) => {
  const marked = markedRecord(storedRecord);
  return {
    ...recordView(marked),
    computed: isRegisterKind(storedRecord.kind) ? rulesOf(storedRecord.kind).computed(marked.state, programme) : {},
  };
};
