import type { Asked, Client, Patience } from '../support/client.ts';
import { programme, review } from '../support/records.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';

export const office = { roles: ['programme-office'], subject: 'office' } as const;
export const once: Patience = { attempts: 1, pauseMilliseconds: 0 };

/** What happens between the commit of a request and its answer. */
export const mishaps = {
  /** The connection breaks: the SDK sends the transaction again, with its token. */
  'connection lost': () => undefined,
  /** The engine ends too, and forgets its tokens: as DynamoDB does after ten minutes. */
  'engine killed': async (tracker: TrackerInProcesses) => {
    await tracker.engine.kill();
    await tracker.engine.start();
  },
  /** The function ends: nobody is answered. */
  'function killed': (tracker: TrackerInProcesses, slot: number) => tracker.pool.kill(slot),
} as const satisfies Record<string, (tracker: TrackerInProcesses, slot: number) => unknown>;

/** From now on the next committed write is not answered, and something else happens besides. */
export const loseNextAnswer = (tracker: TrackerInProcesses, mishap: keyof typeof mishaps, slot: number): void => {
  tracker.proxy.onCommitted(async () => {
    tracker.proxy.onCommitted(undefined);
    await mishaps[mishap](tracker, slot);
    return false;
  });
};

export const openProgramme = async (client: Client, programmeId: string, firstMonth = '2026-01'): Promise<void> => {
  await client.must('putProgramme', {
    params: { programmeId },
    as: office,
    body: { ...programme, reporting: { firstMonth } },
    headers: { 'if-none-match': '*', 'effective-at': '2025-12-01' },
  });
};

/** What opens a review; with `key: null` it is sent without an Idempotency-Key. */
export const openingOf = (programmeId: string, reviewId: string, key: string | null, title = reviewId): Asked => ({
  params: { programmeId, reviewId },
  body: { ...review, title },
  headers: {
    'if-none-match': '*',
    'effective-at': '2025-12-02',
    ...(key === null ? {} : { 'idempotency-key': key }),
  },
});
