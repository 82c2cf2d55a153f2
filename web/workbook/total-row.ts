import { type ReadRow, textOfCell } from './sheet.ts';

/** `Total`, `Grand total:` at the beginning of a row. */
export const looksLikeTotal = ({ cells }: ReadRow): boolean =>
  /^(?:grand |sub-?)?totals?\b/i.test(cells.map(textOfCell).find((text) => text !== '') ?? '');
