import { pathToFileURL } from 'node:url';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { readFonts } from '#functions/files/paper.ts';
import { unpackedFont } from '#functions/files/pdf/unpacked-font.ts';

const fonts = readFonts(pathToFileURL('node_modules/@fontsource/noto-sans/files/'));

/** The checksum of a table as OpenType has it: the sum of its 32-bit numbers; that of `head` leaves out the adjustment within it. */
const checksumOf = (tag: string, table: Buffer): number => {
  const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4);
  table.copy(padded);
  if (tag === 'head') padded.writeUInt32BE(0, 8);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
};

const tablesOf = (font: Buffer) =>
  Array.from({ length: font.readUInt16BE(4) }, (_, n) => {
    const at = 12 + n * 16;
    const tag = font.toString('latin1', at, at + 4);
    const offset = font.readUInt32BE(at + 8);
    return {
      tag,
      offset,
      said: font.readUInt32BE(at + 4),
      found: checksumOf(tag, font.subarray(offset, offset + font.readUInt32BE(at + 12))),
    };
  });

const text = 'Savings of £1.2 million (Łódź, Αθήνα, Київ) – 100%';
const widthBy = (font: Buffer): number => new PDFDocument().registerFont('it', font).font('it').widthOfString(text);

describe.each([...fonts])('%s, unpacked', (_, woff) => {
  const font = unpackedFont(woff);

  it('has every table that an OpenType font must have, each with the checksum that its maker gave it', () => {
    expect(font.toString('hex', 0, 4)).toBe('00010000');
    const tables = tablesOf(font);
    for (const tag of ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])
      expect(tables.map((one) => one.tag)).toContain(tag);
    for (const { tag, offset, said, found } of tables) {
      expect(offset % 4).toBe(0);
      expect([tag, found]).toEqual([tag, said]);
    }
  });

  it('draws letters as wide as the packed one does', () => {
    expect(widthBy(font)).toBeCloseTo(widthBy(woff), 6);
  });
});

it('refuses what is no font of the web', () => {
  expect(() => unpackedFont(Buffer.from('OTTO'.padEnd(64)))).toThrow('a font is no WOFF file');
});
