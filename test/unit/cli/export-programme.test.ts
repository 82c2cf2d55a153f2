import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tracker-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exported = (to: string) =>
  spawnSync(
    process.execPath,
    ['cli/export-programme.ts', '--programme', 'tomorrow', '--origin', 'http://127.0.0.1:9', '--to', to],
    { encoding: 'utf8', env: { ...process.env, TRACKER_TOKEN: 'a token' } },
  );

it('an export that nobody answers leaves the earlier file, and says so in a sentence', () => {
  const earlier = join(folder, 'export.jsonl');
  writeFileSync(earlier, 'the record of last month\n');
  const { stderr, status } = exported(earlier);
  expect({ stderr, status }).toEqual({
    stderr:
      'No tracker answers at http://127.0.0.1:9: start it by npm start, or give its --port and --data, or its --origin.\n',
    status: 2,
  });
  expect(readFileSync(earlier, 'utf8')).toBe('the record of last month\n');
  expect(readdirSync(folder)).toEqual(['export.jsonl']);
});

it('a file that cannot be written is named in a sentence', () => {
  const { stderr, status } = exported(join(folder, 'none-such', 'export.jsonl'));
  expect(status).toBe(2);
  expect(stderr).toMatch(/^The file cannot be written: .*none-such.*\n$/);
});
