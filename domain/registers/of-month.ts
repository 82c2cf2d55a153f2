import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';

/** Whether a record of a kind is of the month that is its id: it counts in that month's report whenever it is recorded. */
export const isOfMonth = (kind: string): boolean =>
  registers.some((register: Register) => register.kind === kind && register.ofMonth === true);
