import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { linesOfFile } from '#cli/lines-of-file.ts';
import { again, anchorOf, january, lines } from '../../support/recorded-programme.ts';

const folder = mkdtempSync(join(tmpdir(), 'tracker-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const told = fileOf('told.jsonl', `${lines.join('\n')}\n`);
const changed = fileOf('changed.jsonl', lines.with(12, (lines[12] ?? '').replace('100000', '1')).join('\n'));

const verify = (...words: string[]): Promise<{ code: number; out: string; error: string }> =>
  new Promise((resolve) =>
    execFile(process.execPath, ['cli/verify-export.ts', ...words], (fault, out, error) =>
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, error }),
    ),
  );

describe('verify', () => {
  it('says what a seal proves of an export, and what it says nothing of', async () => {
    const { code, out } = await verify(told, '--anchor', anchorOf(january).toUpperCase());
    expect(code).toBe(0);
    expect(out).toContain('which published the report of January 2026, revision 1, on 5 January 2026');
    expect(out).toContain('PROVED up to that seal: 6 events on 3 chains and 1 published report are what they were');
    expect(out).toContain('UNANCHORED: 7 events and 2 published reports beyond the seal');
    expect(out).toContain('  chain tomorrow/legal: events 2 to 4\n  chain tomorrow/property: event 3\n');
  });

  it('does not call an export proved that agrees with itself and nothing more', async () => {
    const { code, out } = await verify(told);
    expect(code).toBe(0);
    expect(out).toContain('CONSISTENT WITH ITSELF');
    expect(out).toContain('That proves nothing against somebody who could rewrite all of it.');
    expect(out).not.toContain('PROVED');
  });

  it('names the first broken link and exits with 1', async () => {
    const { code, out } = await verify(changed, `--anchor=${anchorOf(again)}`);
    expect(code).toBe(1);
    expect(out).toContain(
      'BROKEN at line 13, chain tomorrow/property, event 2:\n  it was changed after it was recorded',
    );
    expect(out).not.toContain('PROVED');
  });

  it.each([
    ['no file', [], 'Give one export to check'],
    ['two files', [told, changed], 'Give one export to check'],
    ['a file that is not there', [join(folder, 'none.jsonl')], 'cannot be read'],
    ['a folder', [folder], 'cannot be read'],
    ['an anchor that is no digest', [told, '--anchor', 'abc'], '"abc" is not a sealing digest'],
    ['a flag that there is not', [told, '--seal', 'abc'], "Unknown option '--seal'. Usage: npm run verify"],
  ])('asks again where it is given %s, and exits with 2', async (_, words, sentence) => {
    const { code, out, error } = await verify(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(sentence);
  });
});

describe('the lines of a file', () => {
  it.each([
    ['none', '', []],
    ['one without its end', 'a', ['a']],
    ['empty ones too', '\n\na\n', ['', '', 'a']],
    ['no end at other separators', 'a\u2028b\u2029c\r\nd\n', ['a\u2028b\u2029c\r', 'd']],
    ['longer ones than are read at once', `${'ä'.repeat(200_000)}\nb`, ['ä'.repeat(200_000), 'b']],
  ])('are %s', async (name, content, expected) => {
    const found: string[] = [];
    for await (const line of linesOfFile(fileOf(name, content))) found.push(Buffer.from(line).toString('utf8'));
    expect(found).toEqual(expected);
  });
});
