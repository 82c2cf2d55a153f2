import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from '../support/patient-client.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { loseNextAnswer, once, openingOf, openProgramme } from './answer-lost.ts';
import { historyFindings, letWrite } from './concurrency.ts';
import { sendHostile } from './hostile.ts';
import { lossesOf } from './parts.ts';

/** The quick part of `npm run prove`: the same proofs, with a seed that stays. */
vi.setConfig({ testTimeout: 180_000 });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses({ seed: 20_140_430, processes: 2 });
  await openProgramme(tracker, 'answers');
});
afterAll(() => tracker.stop());

describe('writers in several processes', () => {
  it.each([
    ['nothing goes wrong', 'calm', 0],
    ['a fifth of all calls to the store go wrong', 'stormy', 0.2],
  ])('lose nothing of each other where %s', async (_, programme, share) => {
    const written = await letWrite(tracker, {
      programme,
      writers: 4,
      rounds: 1,
      acts: 6,
      attempts: 3,
      unkeyed: 0.2,
      begin: () => tracker.proxy.inject(share),
    });
    tracker.proxy.inject(0);
    const findings = await historyFindings(tracker, programme, written);
    expect(lossesOf(findings, written.recorded)).toEqual([]);
    expect(written.recorded.filter((one) => one.outcome === 'acknowledged').length).toBeGreaterThan(30);
  });
});

describe('a write that was committed and whose answer was lost', () => {
  it.each(['connection lost', 'engine killed'] as const)(
    'is answered as done where the store is reached again, with a key or without one: %s',
    async (mishap) => {
      for (const key of [null, randomUUID()]) {
        const review = `${mishap.replace(' ', '-')}-${key === null ? 'without' : 'with'}`;
        loseNextAnswer(tracker, mishap, 0);
        const told = await ask(tracker.pool, 0, openingOf('answers', review, key), once);
        expect({ status: told.status, json: told.json }).toMatchObject({ status: 201, json: { version: 1 } });
      }
    },
  );

  it('is answered from its record where the function was killed, and its key is taken for no other request', async () => {
    const key = randomUUID();
    loseNextAnswer(tracker, 'function killed', 0);
    const lost = await ask(tracker.pool, 0, openingOf('answers', 'killed', key), once);
    expect(lost.status).toBe(0);
    const again = await ask(tracker.pool, 1, openingOf('answers', 'killed', key), once);
    expect(again).toMatchObject({ status: 201, json: { id: 'killed', version: 1 } });
    const other = await ask(tracker.pool, 1, openingOf('answers', 'killed', key, 'Another title'), once);
    expect(other).toMatchObject({ status: 422, json: { code: 'idempotency.key-reused' } });
  });
});

it('bad requests are refused, each with a problem that says where, and leave nothing', async () => {
  const { sent, stored, faults } = await sendHostile(tracker, 250);
  expect(faults).toEqual([]);
  expect(stored).toBe(0);
  expect(Object.values(sent).every((count) => count > 0)).toBe(true);
});
