/** A number stands as it is; text may be quoted and is kept from being read as a formula; null is an empty cell. */
export type Cell = string | number | null;

// Excel, LibreOffice and Sheets read a cell that begins so as a formula (OWASP, CSV injection).
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const written = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180 with CRLF after every record, and a byte-order mark so that Excel reads it as UTF-8. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${[head, ...rows].map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`;
