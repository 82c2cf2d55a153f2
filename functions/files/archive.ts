import { strToU8, zipSync } from 'fflate';

/** Texts as the files of one archive (ZIP), in their order. The same texts and instant give the same bytes. */
export const archive = (texts: ReadonlyMap<string, string>, writtenAt: string): Uint8Array =>
  zipSync(Object.fromEntries([...texts].map(([name, text]) => [name, strToU8(text)])), { mtime: new Date(writtenAt) });
