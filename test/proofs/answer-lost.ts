import { randomUUID } from 'node:crypto';
import { ask } from '../support/patient-client.ts';
import { programme, review } from '../support/records.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';

export const office = { roles: ['programme-office'], subject: 'office' } as const;
export const team = { roles: ['transformation-team'], subject: 'team' } as const;
export const once = { attempts: 1, pauseMilliseconds: 0 };

/** What happens between the commit of a request and its answer. */
export const mishaps = {
  /** The connection breaks: the SDK sends the transaction again, with its token. */
  'connection lost': () => undefined,
  /** The engine ends too, and forgets its tokens: as DynamoDB does after ten minutes. */
  'engine killed': async (tracker: TrackerInProcesses) => {
    await tracker.engine.kill();
    await tracker.engine.start();
  },
  /** The function ends: nobody is told. */
  'function killed': (tracker: TrackerInProcesses, slot: number) => tracker.pool.kill(slot),
} as const satisfies Record<string, (tracker: TrackerInProcesses, slot: number) => unknown>;
export type Mishap = keyof typeof mishaps;

/** From now on the next committed write is not answered, and something else happens besides. */
export const loseNextAnswer = (tracker: TrackerInProcesses, mishap: Mishap, slot: number): void => {
  tracker.proxy.onCommitted(async () => {
    tracker.proxy.onCommitted(undefined);
    await mishaps[mishap](tracker, slot);
    return false;
  });
};

export const openProgramme = async (tracker: TrackerInProcesses, programmeId: string, firstMonth = '2026-01') => {
  const told = await ask(
    tracker.pool,
    0,
    {
      operation: 'putProgramme',
      params: { programmeId },
      as: office,
      body: { ...programme, reporting: { firstMonth } },
      headers: { 'if-none-match': '*', 'effective-at': '2025-12-01', 'idempotency-key': randomUUID() },
    },
    once,
  );
  if (told.status !== 201) throw new Error(`the programme was not opened: ${told.text}`);
};

/** A request that opens a review. */
export const openingOf = (programmeId: string, reviewId: string, key: string | null, title = reviewId) => ({
  operation: 'putReview',
  params: { programmeId, reviewId },
  as: team,
  body: { ...review, title },
  headers: {
    'if-none-match': '*',
    'effective-at': '2025-12-02',
    ...(key === null ? {} : { 'idempotency-key': key }),
  },
});
