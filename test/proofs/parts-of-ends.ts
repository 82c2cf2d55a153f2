import type { Amounts } from './amounts.ts';
import { crashRollUps } from './crashed-roll-ups.ts';
import { gapsOf, type Part } from './figures.ts';
import { sendAgain } from './idempotency.ts';
import { killWhileWriting } from './kills.ts';
import { count, countsOf, lossesOf, timed, withTracker } from './parts.ts';
import { fireSchedule } from './schedule.ts';
import { runOutOfTime } from './timed-out-roll-ups.ts';

export const proveIdempotency = (seed: number, amounts: Amounts): Promise<Part> =>
  timed(
    'Idempotency',
    'each request ten times at once, after a restart of the engine, after a kill, with another body',
    () =>
      withTracker({ seed, processes: amounts.processes }, async (tracker) => {
        const told = await sendAgain(tracker, amounts.again);
        return {
          figures: {
            operations: told.requests + told.retried + told.otherBodies,
            kills: told.engineRestarts + told.killsBetweenCommitAndAnswer,
          },
          counts: {
            requests: told.requests,
            'retried requests': told.retried,
            'restarts of the engine': told.engineRestarts,
            'kills between commit and answer': told.killsBetweenCommitAndAnswer,
            'other bodies refused': told.otherBodies,
            duplicates: told.duplicates,
          },
          losses: [...told.losses, ...gapsOf({ 'retried requests': [told.retried, amounts.least.retried] })],
        };
      }),
  );

export const proveKills = (seed: number, amounts: Amounts): Promise<Part> =>
  timed('Kills', 'kill -9 of the engine and of function processes at random moments while six writers write', () =>
    withTracker({ seed, processes: amounts.processes }, async (tracker) => {
      const { engineKills, functionKills, recorded, findings } = await killWhileWriting(tracker, amounts.kills);
      const counts = countsOf(recorded, findings);
      return {
        figures: { operations: counts.requests, kills: engineKills + functionKills },
        counts: { 'engines killed': engineKills, 'functions killed': functionKills, ...counts },
        losses: [...lossesOf(findings, recorded), ...gapsOf({ kills: [engineKills + functionKills, amounts.kills] })],
      };
    }),
  );

export const proveRollUps = (seed: number): Promise<Part> =>
  timed(
    'Crashed runs',
    'a crash of function or engine after each single write of a roll-up, then run again, twice',
    () =>
      withTracker({ seed, processes: 2 }, async (tracker) => {
        const { losses, crashes, months, ...writes } = await crashRollUps(tracker);
        return {
          figures: { kills: crashes },
          counts: {
            crashes,
            'writes of a roll-up': writes.writesOfRollUp,
            'of them crashed after': writes.writesCrashedAfter,
            'reports compared': months,
          },
          losses,
        };
      }),
  );

export const proveSchedule = (seed: number, amounts: Amounts): Promise<Part> =>
  timed(
    'Schedule',
    'fired one to five times, late, out of order, at once; messages again and poisoned; 10% faults, half of the reads of the index stale',
    () =>
      withTracker({ seed, processes: 3 }, async (tracker) => {
        const { losses, ...counts } = await fireSchedule(tracker, amounts.months);
        const faults = tracker.proxy.faults();
        const met = Object.values(faults).reduce((sum, one) => sum + one, 0);
        return {
          figures: { operations: counts.deliveries + counts.fired, faults: met },
          counts: { ...counts, faults: met, ...faults },
          losses: [...losses, ...gapsOf({ 'stale reads of the index': [faults['stale-index'] ?? 0, 1] })],
        };
      }),
  );

export const proveTimeOuts = (seed: number, amounts: Amounts): Promise<Part> =>
  timed(
    'Out of time',
    'a roll-up killed at its time limit part way, three times, then delivered again; byte for byte the same',
    () =>
      withTracker({ seed, processes: amounts.processes }, async (tracker) => {
        const { reviews, deliveries, writes, outOfTime, losses } = await runOutOfTime(tracker, amounts.reviews);
        const partWay = count(outOfTime, (one) => one.reviewsDone > 0 && one.reviewsDone < reviews);
        return {
          figures: { operations: reviews + deliveries, kills: outOfTime.length },
          counts: {
            reviews,
            deliveries,
            'writes of a roll-up': writes,
            'writes done when out of time': outOfTime.map((one) => one.afterWrites).join(', '),
            'reviews said to be done then': outOfTime.map((one) => one.reviewsDone).join(', '),
          },
          losses: [
            ...losses,
            ...gapsOf({
              reviews: [reviews, amounts.reviews],
              'deliveries out of time among the reviews': [partWay, amounts.least.partWay],
            }),
          ],
        };
      }),
  );
