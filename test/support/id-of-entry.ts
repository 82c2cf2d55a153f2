/** An id of a register whose ids are months or periods; of any other the one that is given. */
export const idOfEntry = (
  kind: string | undefined,
  otherwise: string,
  { month = '2026-01', period = '2025-26-p09' }: { readonly month?: string; readonly period?: string } = {},
): string => (kind === 'return' ? month : kind === 'ledger-period' ? period : otherwise);
