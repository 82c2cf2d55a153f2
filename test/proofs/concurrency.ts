import { setTimeout as pause } from 'node:timers/promises';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { type Finding, findingsOf } from './history-checker.ts';
import type { Recorded } from './recorded.ts';
import { readChain, recountFindings } from './stored-chains.ts';
import { Writer } from './writer.ts';

export interface WritersSetting {
  readonly programme: string;
  readonly writers: number;
  /** Reviews one after the other, each written by every writer. */
  readonly rounds: number;
  /** Acts of each writer in each round. */
  readonly acts: number;
  readonly attempts: number;
  readonly unkeyed: number;
  /** Called once the programme is set up. */
  readonly begin?: () => void;
  readonly pauseMilliseconds?: number;
  /** Called whenever a request has ended. */
  readonly ended?: () => void;
}

/** Lets many writers at the same reviews, and returns what each was told. */
export const letWrite = async (
  tracker: TrackerInProcesses,
  setting: WritersSetting,
): Promise<{ recorded: readonly Recorded[]; reviews: readonly string[] }> => {
  const recorded: Recorded[] = [];
  const reviews = Array.from({ length: setting.rounds }, (_, n) => `review-${n + 1}`);
  const writerOf = (review: string, n: number, session: string, unkeyed = setting.unkeyed): Writer =>
    new Writer({
      pool: tracker.pool,
      slot: n,
      session,
      programme: setting.programme,
      review,
      chance: tracker.chance.branch(),
      recorded,
      patience: { attempts: setting.attempts, pauseMilliseconds: setting.pauseMilliseconds ?? 20 },
      unkeyed,
      ended: setting.ended ?? (() => undefined),
    });
  await writerOf('settings', 0, 'setup', 0).openProgramme('2026-01');
  setting.begin?.();
  for (const review of reviews) {
    await writerOf(review, 0, 'setup', 0).openReview();
    await Promise.all(
      Array.from({ length: setting.writers }, async (_, n) => {
        const writer = writerOf(review, n, `w${n + 1}`);
        await pause(tracker.chance.below(10));
        for (let act = 0; act < setting.acts; act += 1) await writer.actOnce();
      }),
    );
  }
  return { recorded, reviews };
};

/** Everything that is wrong with what is stored, by what was told to the writers. */
export const historyFindings = async (
  tracker: TrackerInProcesses,
  programme: string,
  written: { recorded: readonly Recorded[]; reviews: readonly string[] },
): Promise<readonly Finding[]> => {
  const programmeRef = { organisation: 'council', programme };
  const chains = await Promise.all(
    [null, ...written.reviews].map((review) => readChain(tracker.table, { ...programmeRef, review })),
  );
  return [
    ...findingsOf(
      chains.map(({ chain }) => chain),
      written.recorded,
    ),
    ...figureFindings(
      chains.map(({ chain }) => chain),
      written.recorded,
    ),
    ...(await recountFindings(tracker.table, programmeRef)),
  ];
};

/** Everybody adds one to what they read: the figure stands at the number of additions that were told. */
const figureFindings = (
  chains: readonly Awaited<ReturnType<typeof readChain>>['chain'][],
  recorded: readonly Recorded[],
): readonly Finding[] =>
  chains.flatMap((chain): readonly Finding[] => {
    const events = chain.events.filter((event) => event.recordRef.id === 'figure');
    const plans = events.map((event) => JSON.stringify(event.after.record.years).match(/"plan":\D*(\d+)/)?.[1]);
    const acknowledged = recorded.filter(
      (one) =>
        one.chain === chain.name &&
        one.thing === 'saving#figure' &&
        one.mark !== null &&
        one.outcome === 'acknowledged',
    ).length;
    return plans.every((plan, n) => plan === String(n)) && events.length >= acknowledged
      ? []
      : [{ kind: 'lost', words: `${chain.name}: the figure went ${plans.slice(0, 20).join(', ')}` }];
  });
