/**
 * What goes wrong between the SDK and the store. `internal-after`, `reset-after`, `hang-after`: the store did it, and
 * no answer came. `conflict`: another transaction is at an item of the write. `refused`: a transaction is cancelled for a
 * reason that stays, `in-progress`: the same one was sent before and is worked on. `unprocessed`: of a batch nothing is
 * read. `slow` is answered in time. What hangs is held until the caller has given up (the SDK's own
 * timeout): `hang-before` is never done, `done-late` only then.
 */
export const faultKinds = [
  'throttled',
  'conflict',
  'refused',
  'in-progress',
  'unprocessed',
  'internal',
  'internal-after',
  'slow',
  'reset-before',
  'reset-after',
  'hang-before',
  'hang-after',
  'done-late',
  'stale-index',
] as const;
export type FaultKind = (typeof faultKinds)[number];
