import type { Refusal } from '#schemas/problems.ts';

export const unknownTransfer = (id: string): Refusal => ({
  code: 'transfer.unknown',
  detail: `Your organisation neither hands over nor receives a programme by a transfer ${id}.`,
});
