import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What somebody does to a workbook: a row is named by the id in its first column, or by its number as the sheet shows it. */
export type Done =
  | readonly ['type' | 'formula', sheet: string, row: string | number, head: string, value: string | number]
  | readonly ['sort', sheet: string, head: string, rows: number]
  | readonly ['move', sheet: string, to: number]
  | readonly ['remove', sheet: string];

/** Debian's own: the one that knows LibreOffice's module. */
const python = '/usr/bin/python3';
const isThere = (file: string, args: readonly string[]): boolean => {
  try {
    execFileSync(file, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Why LibreOffice cannot be used here; undefined where it can. */
export const withoutLibreOffice = (): string | undefined =>
  isThere('/usr/bin/soffice', ['--version']) && isThere(python, ['-c', 'import uno'])
    ? undefined
    : 'LibreOffice is not installed: apt-get install libreoffice-calc-nogui';

/** A workbook after it was opened, changed and saved by LibreOffice. */
export const editedInLibreOffice = async (bytes: Uint8Array, done: readonly Done[]): Promise<Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  const [before, after] = [join(folder, 'before.xlsx'), join(folder, 'after.xlsx')];
  try {
    writeFileSync(before, bytes);
    const script = fileURLToPath(new URL('edit.py', import.meta.url));
    await promisify(execFile)(python, [script, before, after, join(folder, 'profile'), JSON.stringify(done)]);
    return new Uint8Array(readFileSync(after));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
