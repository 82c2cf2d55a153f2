import { inflateSync } from 'node:zlib';

/*
 * A font of the web (WOFF 1.0, https://www.w3.org/TR/WOFF/) packs each table of an OpenType font by itself. The library that draws letters unpacks
 * the table of outlines again for each letter of a document, which was half of what a report on paper took.
 */

const woffHeaderBytes = 44;
const woffEntryBytes = 20;
const headerBytes = 12;
const entryBytes = 16;

interface FontTable {
  readonly tag: number;
  readonly checksum: number;
  readonly bytes: Buffer;
}

const tablesOf = (woff: Buffer): readonly FontTable[] =>
  Array.from({ length: woff.readUInt16BE(12) }, (_, n) => {
    const entry = woff.subarray(woffHeaderBytes + n * woffEntryBytes);
    const [tag, offset, packedBytes, length, checksum] = [0, 4, 8, 12, 16].map((at) => entry.readUInt32BE(at));
    if (tag === undefined || offset === undefined || packedBytes === undefined || checksum === undefined)
      throw new Error('a table of a font has five numbers');
    const packed = woff.subarray(offset, offset + packedBytes);
    return { tag, checksum, bytes: packedBytes === length ? packed : inflateSync(packed) };
  });

const inFours = (bytes: number): number => Math.ceil(bytes / 4) * 4;

/** An OpenType font from a WOFF file: what is packed in it, as it was. @throws where it is none */
export const unpackedFont = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('a font is no WOFF file');
  const tables = tablesOf(woff);
  const begins = headerBytes + tables.length * entryBytes;
  const font = Buffer.alloc(begins + tables.reduce((sum, { bytes }) => sum + inFours(bytes.length), 0));
  const twos = Math.floor(Math.log2(tables.length));
  font.writeUInt32BE(woff.readUInt32BE(4), 0);
  font.writeUInt16BE(tables.length, 4);
  font.writeUInt16BE(entryBytes << twos, 6);
  font.writeUInt16BE(twos, 8);
  font.writeUInt16BE(entryBytes * tables.length - (entryBytes << twos), 10);
  let offset = begins;
  for (const [n, { tag, checksum, bytes }] of tables.entries()) {
    [tag, checksum, offset, bytes.length].forEach((value, place) => {
      font.writeUInt32BE(value, headerBytes + n * entryBytes + place * 4);
    });
    bytes.copy(font, offset);
    offset += inFours(bytes.length);
  }
  return font;
};
