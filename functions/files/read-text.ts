import type { ReadSheet } from '#web/workbook/sheet.ts';

/** By its mark where it has one; else UTF-8 and, where it is none, what Windows writes in Western Europe. */
const textOf = (bytes: Uint8Array): string => {
  const decode = (encoding: string, fatal = false): string => new TextDecoder(encoding, { fatal }).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be');
  try {
    return decode('utf-8', true);
  } catch {
    return decode('windows-1252');
  }
};

/** The sign that divides the cells: that which the first line has most of. */
const dividerOf = (text: string): string => {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((sign) => [first.split(sign).length, sign] as const);
  return counts.toSorted(([one], [other]) => other - one)[0]?.[1] ?? ',';
};

/** Rows of cells, by RFC 4180; a quoted cell may hold line ends and dividers. */
export const rowsOfText = (bytes: Uint8Array): ReadSheet => {
  const text = textOf(bytes);
  const divider = dividerOf(text);
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let n = 0; n < text.length; n += 1) {
    const sign = text[n] ?? '';
    if (quoted && sign === '"' && text[n + 1] === '"') {
      cell += '"';
      n += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === divider) endCell();
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (sign === '\r' && text[n + 1] === '\n') n += 1;
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return {
    name: 'CSV',
    rows: rows
      .map((cells, n) => ({ number: n + 1, hidden: false, cells }))
      .filter(({ cells }) => cells.some((one) => one.trim() !== '')),
    merged: [],
    formulas: 0,
  };
};
