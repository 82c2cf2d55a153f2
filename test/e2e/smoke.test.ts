// @module-tag long
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTracker } from '../support/running-tracker.ts';

const run = promisify(execFile);

describe('npm run smoke', () => {
  let tracker: Awaited<ReturnType<typeof startTracker>>;
  beforeAll(async () => {
    tracker = await startTracker();
  }, 120_000);
  afterAll(() => tracker.stop());

  it('finds a tracker on one machine as predicted, signed in and not', async () => {
    const printed = await run(process.execPath, ['cli/print-token.ts', '--role', 'board', '--data', tracker.data]);
    const { stdout } = await run(process.execPath, [
      'cli/smoke.ts',
      '--url',
      tracker.origin,
      '--token',
      printed.stdout.trim(),
      '--requests',
      '20',
    ]).catch((fault: { stdout: string }) => fault);
    expect(stdout).not.toContain('DIFFERS');
    expect(stdout).toMatch(/the way from it to the issuer: 30[23] to localhost/);
    expect(stdout).toContain('0 of them differ from what is predicted.');
  });

  it('says what differs, and ends with 1: an address at which there is something else', async () => {
    const elsewhere = `${tracker.origin.replace('localhost', '127.0.0.1')}`;
    const failed = await run(process.execPath, [
      'cli/smoke.ts',
      '--url',
      elsewhere,
      '--token',
      'a.b.c',
      '--requests',
      '2',
    ]).catch((fault: { code: number; stdout: string }) => fault);
    expect(failed).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('DIFFERS       twenty lists of programmes, signed in: 401'),
    });
  });

  it('asks where the tracker is', async () => {
    const refused = await run(process.execPath, ['cli/smoke.ts']).catch(
      (fault: { code: number; stderr: string }) => fault,
    );
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('Say where the tracker is') });
  });
});
