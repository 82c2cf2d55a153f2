import { setTimeout as pause } from 'node:timers/promises';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { historyFindings, letWrite } from './concurrency.ts';
import type { Finding } from './history-checker.ts';
import type { Recorded } from './recorded.ts';

export interface KillsResult {
  readonly engineKills: number;
  readonly functionKills: number;
  readonly recorded: readonly Recorded[];
  readonly findings: readonly Finding[];
}

/**
 * Lets writers write while the engine or a function process is killed (kill -9) at random moments, over and over; some
 * requests end between one kill and the next.
 */
export const killWhileWriting = async (
  tracker: TrackerInProcesses,
  kills: number,
  writing = { writers: 6, rounds: 2, acts: 12 },
): Promise<KillsResult> => {
  let [engineKills, functionKills, round] = [0, 0, 0];
  const recorded: Recorded[] = [];
  const findings: Finding[] = [];
  while (engineKills + functionKills < kills) {
    round += 1;
    const programme = `killed-${round}`;
    let isWriting = true;
    let ended = 0;
    const requestsEnd = async (more: number): Promise<void> => {
      for (const until = ended + more; isWriting && ended < until; ) await pause(2);
    };
    const written = letWrite(tracker, {
      programme,
      ...writing,
      attempts: 15,
      unkeyed: 0.2,
      pauseMilliseconds: 100,
      ended: () => {
        ended += 1;
      },
    }).finally(() => {
      isWriting = false;
    });
    written.catch(() => undefined);
    await requestsEnd(1);
    while (isWriting && engineKills + functionKills < kills) {
      await requestsEnd(1 + tracker.chance.below(10));
      await pause(tracker.chance.below(40));
      if (!isWriting) break;
      if (tracker.chance.happens(0.5)) {
        engineKills += 1;
        await tracker.engine.kill();
        await pause(tracker.chance.below(40));
        await tracker.engine.start();
      } else {
        functionKills += 1;
        tracker.pool.kill(tracker.chance.below(tracker.pool.size));
      }
    }
    const told = await written;
    recorded.push(...told.recorded);
    findings.push(...(await historyFindings(tracker, programme, told)));
  }
  return { engineKills, functionKills, recorded, findings };
};
