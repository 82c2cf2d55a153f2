/* What the generated documents are written with. */

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
/** A table of plain text: what would end a cell or a row is escaped. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
export const code = (text: string): string => `\`${text}\``;
