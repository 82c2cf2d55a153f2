import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ask, type Settled } from '../support/patient-client.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { loseNextAnswer, openingOf, openProgramme } from './answer-lost.ts';
import { linksFindings } from './history-checker.ts';
import { readChain } from './stored-chains.ts';

export interface IdempotencyResult {
  readonly requests: number;
  readonly retried: number;
  readonly engineRestarts: number;
  readonly killsBetweenCommitAndAnswer: number;
  readonly otherBodies: number;
  readonly duplicates: number;
  readonly losses: readonly string[];
}

const patience = { attempts: 10, pauseMilliseconds: 50 };
const atOnce = 10;
const perRestart = 20;

/**
 * Sends each of many requests ten times at the same moment, again after the engine was killed and started (its own
 * tokens are gone then, as DynamoDB's are after ten minutes), and with another body; every third loses its function
 * between commit and answer.
 */
export const sendAgain = async (tracker: TrackerInProcesses, requests: number): Promise<IdempotencyResult> => {
  const programme = 'again';
  await openProgramme(tracker, programme);
  const losses: string[] = [];
  const first = new Map<string, { readonly key: string; readonly answer: Settled }>();
  let [retried, engineRestarts, kills, otherBodies] = [0, 0, 0, 0];

  const same = (review: string, told: Settled): void => {
    retried += told.attempts;
    const before = first.get(review)?.answer;
    if (before === undefined || told.status !== before.status || !isDeepStrictEqual(told.json, before.json))
      losses.push(`${review} was answered ${told.status} ${told.text.slice(0, 200)}, before ${before?.status}`);
  };
  const open = async (review: string, n: number): Promise<void> => {
    const key = randomUUID();
    const request = openingOf(programme, review, key);
    if (n % 3 === 2) {
      loseNextAnswer(tracker, 'function killed', n);
      kills += 1;
    }
    const answers = await Promise.all(
      Array.from({ length: atOnce }, (_, slot) => ask(tracker.pool, n + slot, request, patience)),
    );
    const [answer] = answers;
    if (answer === undefined || answer.status !== 201) {
      losses.push(`${review} was answered ${answer?.status}: ${answer?.text}`);
      return;
    }
    first.set(review, { key, answer });
    retried -= 1;
    for (const told of answers) same(review, told);
  };
  const again = async (some: readonly string[]): Promise<void> => {
    await tracker.engine.kill();
    await tracker.engine.start();
    engineRestarts += 1;
    for (const review of some) {
      const key = first.get(review)?.key ?? '';
      const request = openingOf(programme, review, key);
      for (const slot of [0, 1]) same(review, await ask(tracker.pool, slot, request, patience));
      const other = await ask(tracker.pool, 0, openingOf(programme, review, key, 'Another title'), patience);
      if (other.status === 422) otherBodies += 1;
      else losses.push(`another body with the key of ${review} was answered ${other.status}`);
    }
  };

  const reviews = Array.from({ length: requests }, (_, n) => `asked-${n + 1}`);
  for (let from = 0; from < reviews.length; from += perRestart) {
    const some = reviews.slice(from, from + perRestart);
    for (const [n, review] of some.entries()) await open(review, n);
    await again(some.filter((review) => first.has(review)));
  }
  let duplicates = 0;
  for (const review of reviews) {
    const { chain } = await readChain(tracker.table, { organisation: 'council', programme, review });
    if (chain.events.length > 1) duplicates += 1;
    if (chain.events.length !== 1) losses.push(`${review} has ${chain.events.length} events`);
    losses.push(...linksFindings(chain).map((finding) => finding.words));
  }
  return { requests, retried, engineRestarts, killsBetweenCommitAndAnswer: kills, otherBodies, duplicates, losses };
};
