import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('packs of a tracker that nobody answers for are refused in a sentence', () => {
  const { stderr, status } = spawnSync(process.execPath, ['cli/make-packs.ts', '--origin', 'http://127.0.0.1:9'], {
    encoding: 'utf8',
    env: { ...process.env, TRACKER_TOKEN: 'a token' },
  });
  expect({ stderr, status }).toEqual({
    stderr:
      'No tracker answers at http://127.0.0.1:9: start it by npm start, or give its --port and --data, or its --origin.\n',
    status: 2,
  });
});
