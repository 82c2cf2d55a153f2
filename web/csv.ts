import { shownText } from '#language/unclear-characters.ts';

/** A number stands as it is; text may be quoted and is kept from being read as a formula; null is an empty cell. */
export type Cell = string | number | null;

// Excel, LibreOffice and Sheets read a cell that begins so as a formula (OWASP, CSV injection).
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

const quoted = /[",\r\n]/;
/** Most cells are neither, and are looked through once. */
const notAsItStands = new RegExp(`${formula.source}|${quoted.source}`);

const written = (given: Cell): string => {
  if (given === null) return '';
  if (typeof given === 'number') return String(given);
  // A cell is a paragraph of its own: nothing needs to be isolated in it, and what is copied from it is as it was written.
  const cell = shownText(given);
  if (!notAsItStands.test(cell)) return cell;
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180 with CRLF after every record, and a byte-order mark so that Excel reads it as UTF-8. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  let text = '\uFEFF';
  for (const cells of [head, ...rows]) {
    let comma = '';
    for (const cell of cells) {
      text += comma + written(cell);
      comma = ',';
    }
    text += '\r\n';
  }
  return text;
};
