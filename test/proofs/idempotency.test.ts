// @module-tag long
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Settled } from '../support/client.ts';
import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { linksFindings } from './history/history-checker.ts';
import { readChains, recountFaults } from './history/read-chains.ts';
import { loseNextAnswer, once, openingOf, openProgramme } from './openings.ts';
import { amount, counted, timeLimitMilliseconds } from './running.ts';

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
let tracker: TrackerInProcesses;
beforeAll(async () => {
  tracker = await startTrackerInProcesses(amount(2, 4));
  for (const programme of ['answers', 'again']) await openProgramme(tracker.client(0), programme);
});
afterAll(() => tracker.stop());

const patience = { attempts: 10, pauseMilliseconds: 50 };
const atOnce = 10;
const perRestart = 20;
const same = ({ status, body }: Settled) => ({ status, body });

describe('a write that was committed and whose answer was lost', () => {
  it.each(['connection lost', 'engine killed'] as const)(
    'is answered as done where the store is reached again, with a key or without one: %s',
    async (mishap) => {
      for (const key of [null, randomUUID()]) {
        const review = `${mishap.replace(' ', '-')}-${key === null ? 'without' : 'with'}`;
        loseNextAnswer(tracker, mishap, 0);
        const told = await tracker.client(0).settle('putReview', openingOf('answers', review, key), once);
        expect(told).toMatchObject({ status: 201, body: { version: 1 } });
      }
    },
  );

  it('is answered from its record where the function was killed, and its key is taken for no other request', async () => {
    const key = randomUUID();
    loseNextAnswer(tracker, 'function killed', 0);
    const lost = await tracker.client(0).settle('putReview', openingOf('answers', 'killed', key), once);
    expect(lost.status).toBe(0);
    const again = await tracker.client(1).settle('putReview', openingOf('answers', 'killed', key), once);
    expect(again).toMatchObject({ status: 201, body: { id: 'killed', version: 1 } });
    const other = await tracker.client(1).settle('putReview', openingOf('answers', 'killed', key, 'Another'), once);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });
});

describe('a request with a key', () => {
  const first = new Map<string, { readonly key: string; readonly answer: Settled }>();
  let [retried, kills, restarts] = [0, 0, 0];

  /** Ten times at the same moment; every third loses its function between commit and answer. */
  const open = async (review: string, n: number): Promise<void> => {
    const key = randomUUID();
    if (n % 3 === 2) {
      loseNextAnswer(tracker, 'function killed', n);
      kills += 1;
    }
    const answers = await Promise.all(
      Array.from({ length: atOnce }, (_, slot) =>
        tracker.client(n + slot).settle('putReview', openingOf('again', review, key), patience),
      ),
    );
    const [answer] = answers;
    expect(answer).toMatchObject({ status: 201 });
    if (answer === undefined) return;
    first.set(review, { key, answer });
    retried += answers.length - 1;
    expect(answers.map(same)).toEqual(answers.map(() => same(answer)));
  };

  /** The engine's own tokens are gone then, as DynamoDB's are after ten minutes. */
  const askAgain = async (reviews: readonly string[]): Promise<void> => {
    await tracker.engine.kill();
    await tracker.engine.start();
    restarts += 1;
    for (const review of reviews) {
      const { key = '', answer } = first.get(review) ?? {};
      for (const slot of [0, 1]) {
        const told = await tracker.client(slot).settle('putReview', openingOf('again', review, key), patience);
        expect(same(told)).toEqual(answer && same(answer));
        retried += 1;
      }
      const other = openingOf('again', review, key, 'Another title');
      expect((await tracker.client(0).settle('putReview', other, patience)).status).toBe(422);
    }
  };

  it('is done once and answered alike: ten times at once, after a restart of the engine, after a kill', async (context) => {
    const reviews = Array.from({ length: amount(20, 450, 6) }, (_, n) => `asked-${n + 1}`);
    for (let from = 0; from < reviews.length; from += perRestart) {
      const some = reviews.slice(from, from + perRestart);
      for (const [n, review] of some.entries()) await open(review, n);
      await askAgain(some);
    }
    const chains = await readChains(tracker.client(0), 'again');
    expect(chains.map(({ events }) => events.length)).toEqual(chains.map(() => 1));
    expect(chains).toHaveLength(reviews.length + 1);
    expect(chains.flatMap(linksFindings)).toEqual([]);
    expect(await recountFaults(tracker.table)).toEqual([]);
    counted(context, { requests: reviews.length, 'sent again': retried, 'functions killed': kills, restarts });
    expect(retried).toBeGreaterThan(amount(200, 4_500, 60));
  });
});
