import { Parser } from 'htmlparser2';
import { columnOf, type ReadCell, type ReadSheet } from '#web/workbook/sheet.ts';
import { RefusedFile } from './refused-file.ts';

/*
 * The sheets of an Excel workbook, from its parts (ISO/IEC 29500-1, 18). Kept libraries read values alone: formulas, merged cells and hidden rows are said
 * to whoever brings the file.
 */

type Attributes = Readonly<Record<string, string>>;
interface Reading {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const withoutPrefix = (name: string): string => name.replace(/^.*:/, '');

/** Entities of a document's own making are refused: none is ever expanded. */
const read = (xml: Uint8Array | undefined, { open, text, close }: Reading): void => {
  if (xml === undefined) return;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(withoutPrefix(name), attributes),
      ontext: (words) => text?.(words),
      onclosetag: (name) => close?.(withoutPrefix(name)),
      onprocessinginstruction: (name) => {
        if (/^!doctype/i.test(name)) throw new Error('a part of a workbook declares entities');
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(xml));
};

const sharedTexts = (parts: ReadonlyMap<string, Uint8Array>): readonly string[] => {
  const texts: string[] = [];
  // What is read aloud beside a text is not part of it.
  let [within, phonetic] = [false, false];
  read(parts.get('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') texts.push('');
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') within = !phonetic;
    },
    text: (words) => {
      if (within) texts[texts.length - 1] += words;
    },
    close: (name) => {
      if (name === 't') within = false;
      else if (name === 'rPh') phonetic = false;
    },
  });
  return texts;
};

/** The formats of days that every workbook has (18.8.30). */
const isBuiltInDay = (format: number): boolean => (format >= 14 && format <= 22) || (format >= 45 && format <= 47);
const isDayFormat = (code: string): boolean => /[dmyh]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Of each style whether it shows a day. */
const stylesOfDays = (parts: ReadonlyMap<string, Uint8Array>): readonly boolean[] => {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let within = false;
  read(parts.get('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode = '' }) => {
      const format = Number(numFmtId ?? 0);
      if (name === 'numFmt') own.set(format, isDayFormat(formatCode));
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) styles.push(own.get(format) ?? isBuiltInDay(format));
    },
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles;
};

const dayMilliseconds = 86_400_000;
/** A day by its number; before March 1900 Excel counts one that was none. */
const dayOf = (serial: number, from1904: boolean): ReadCell => {
  const from = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const at = new Date(from + Math.floor(serial) * dayMilliseconds);
  const day = Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10);
  return /^\d{4}-/.test(day) ? { day } : serial;
};

interface Styles {
  readonly texts: readonly string[];
  readonly days: readonly boolean[];
  readonly from1904: boolean;
}

const valueOfCell = (type: string, style: number, held: string, { texts, days, from1904 }: Styles): ReadCell => {
  if (type === 's') return texts[Number(held)] ?? '';
  if (type === 'b') return held === '1';
  if (type === 'str' || type === 'inlineStr' || type === 'e') return held;
  if (type === 'd') return /^\d{4}-\d\d-\d\d/.test(held) ? { day: held.slice(0, 10) } : held;
  if (held === '' || Number.isNaN(Number(held))) return held === '' ? null : held;
  // What Excel computes has a sixteenth place that nobody typed.
  const number = Number(Number(held).toPrecision(15));
  return days[style] === true ? dayOf(number, from1904) : number;
};

/** More rows or columns than any register has: what is beyond is the trace of a format. */
const [mostRows, mostColumns] = [6_000, 400];
/** @throws RefusedFile where a sheet has more rows than are read */
export const withinRows = (sheet: ReadSheet): ReadSheet => {
  if (sheet.rows.length <= mostRows) return sheet;
  throw new RefusedFile('has a sheet of more than 6,000 rows: bring it in parts, or keep its sheet alone');
};

const sheetOf = (name: string, xml: Uint8Array | undefined, styles: Styles): ReadSheet => {
  const rows: { number: number; hidden: boolean; cells: ReadCell[] }[] = [];
  const merged: string[] = [];
  let formulas = 0;
  let cell = { at: -1, type: '', style: 0, held: '' };
  let within = false;
  read(xml, {
    open: (element, attributes) => {
      const row = rows.at(-1);
      if (element === 'row')
        rows.push({
          number: Number(attributes.r ?? (row?.number ?? 0) + 1),
          hidden: attributes.hidden === '1',
          cells: [],
        });
      else if (element === 'c')
        cell = {
          at: attributes.r === undefined ? (row?.cells.length ?? 0) : columnOf(attributes.r),
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          held: '',
        };
      else if (element === 'f') formulas += 1;
      else if (element === 'v' || element === 't') within = true;
      else if (element === 'mergeCell' && attributes.ref !== undefined) merged.push(attributes.ref);
    },
    text: (words) => {
      if (within) cell.held += words;
    },
    close: (element) => {
      if (element === 'v' || element === 't') within = false;
      const row = rows.at(-1);
      if (element !== 'c' || row === undefined || cell.at < 0 || cell.at >= mostColumns || cell.held === '') return;
      while (row.cells.length < cell.at) row.cells.push(null);
      row.cells[cell.at] = valueOfCell(cell.type, cell.style, cell.held, styles);
    },
  });
  const filled = rows.filter(({ cells }) => cells.some((one) => one !== null && one !== ''));
  return withinRows({ name, rows: filled, merged, formulas });
};

/** @param parts of a workbook, unpacked, by their names */
export const readSheets = (parts: ReadonlyMap<string, Uint8Array>): readonly ReadSheet[] => {
  const targets = new Map<string, string>();
  read(parts.get('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined)
        targets.set(Id, Target.replace(/^\/?(?:xl\/)?/, 'xl/'));
    },
  });
  const named: { readonly name: string; readonly part: string }[] = [];
  let from1904 = false;
  read(parts.get('xl/workbook.xml'), {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (element === 'sheet')
        named.push({ name: attributes.name ?? '', part: targets.get(attributes['r:id'] ?? '') ?? '' });
    },
  });
  const styles = { texts: sharedTexts(parts), days: stylesOfDays(parts), from1904 };
  return named.map(({ name, part }) => sheetOf(name, parts.get(part), styles));
};
