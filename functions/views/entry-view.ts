import { markedState } from '#domain/exemption/marked-state.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import type { Programme } from '#schemas/programme.ts';
import { type RegisterKind, registers } from '#schemas/registers.ts';
import type { StoredThing } from '#store/records/records.ts';

/** A thing whose withheld text carries its marks, so that the way out shows it as the reader may see it. */
export const markedThing = (thing: StoredThing): StoredThing => ({
  ...thing,
  state: markedState(thing, thing.alsoExempt),
});

/** A thing as it is answered, but for what is computed of it. */
export const shownThing = (thing: StoredThing) => ({
  id: thing.id,
  record: thing.state.record,
  facts: thing.state.facts,
  version: thing.version,
  effectiveAt: thing.effectiveAt,
  recordedAt: thing.recordedAt,
  recordedBy: thing.by,
  struckOut: thing.state.struckOut,
});

export const isRegisterKind = (kind: string): kind is RegisterKind =>
  registers.some((register) => register.kind === kind);

/** An entry of a register with what follows from it by the programme's settings. */
export const shownEntry = (thing: StoredThing, programme: Programme) => {
  const marked = markedThing(thing);
  return {
    ...shownThing(marked),
    computed: isRegisterKind(thing.kind) ? rulesOf(thing.kind).computed(marked.state, programme) : {},
  };
};
