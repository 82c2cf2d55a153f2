import type { ReportMonth } from '#language/time.ts';
import type { TrackerInProcesses } from '../support/tracker-in-processes.ts';
import { linksFindings } from './history-checker.ts';
import { deliver, messageOf, monthAt, programmeId, pull, tellMonthly } from './monthly-programme.ts';
import { readChain } from './stored-chains.ts';

export interface CrashesResult {
  readonly crashes: number;
  /** Writes of a roll-up after which it was crashed, and writes that a roll-up has. */
  readonly writesCrashedAfter: number;
  readonly writesOfRollUp: number;
  readonly months: number;
  readonly losses: readonly string[];
}

/** What crashes; each has an organisation of its own, by its name. */
export type Victim = 'function' | 'engine';
const mostWrites = 20;
const mostTries = 8;

/**
 * Crashes the roll-up of a month after its first write, that of the next month `step` writes later, and so on until a
 * roll-up has no more writes: once its function, once the engine. Each is delivered again until it is done; then the
 * report must be the one that the same programme has in an organisation where nothing crashed.
 */
export const crashRollUps = async (
  tracker: TrackerInProcesses,
  victims: readonly Victim[] = ['function', 'engine'],
  step = 1,
): Promise<CrashesResult> => {
  const losses: string[] = [];
  await tellMonthly(tracker, 'untouched');
  for (const victim of victims) await tellMonthly(tracker, victim);
  let [crashes, months, writesCrashedAfter, writesOfRollUp] = [0, 0, 0, 0];

  /** The writes of a roll-up that nothing happens to. */
  const writesIn = async (organisation: string, month: ReportMonth): Promise<number> => {
    let writes = 0;
    tracker.proxy.onCommitted(() => {
      writes += 1;
      return true;
    });
    await deliver(tracker, 0, [messageOf(organisation, month)]);
    tracker.proxy.onCommitted(undefined);
    return writes;
  };
  /** Whether the roll-up had so many writes. */
  const crash = async (victim: Victim, month: ReportMonth, afterWrites: number): Promise<boolean> => {
    let writes = 0;
    let crashed = false;
    tracker.proxy.onCommitted(async () => {
      writes += 1;
      if (writes !== afterWrites) return true;
      crashed = true;
      if (victim === 'function') tracker.pool.kill(0);
      else {
        await tracker.engine.kill();
        await tracker.engine.start();
      }
      return false;
    });
    await deliver(tracker, 0, [messageOf(victim, month)]);
    tracker.proxy.onCommitted(undefined);
    return crashed;
  };
  const finish = async (organisation: string, month: ReportMonth) => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const failed = await deliver(tracker, 1, [messageOf(organisation, month)]);
      if (failed.size === 0) break;
    }
    const done = await pull(tracker, organisation, month);
    if (done === undefined) losses.push(`${organisation}: ${month} was not published in ${mostTries} tries`);
    return done;
  };

  for (let n = 0; 1 + n * step <= mostWrites; n += 1) {
    const writes = 1 + n * step;
    const month = monthAt(n);
    writesOfRollUp = Math.max(writesOfRollUp, await writesIn('untouched', month));
    const wanted = await finish('untouched', month);
    const crashed: boolean[] = [];
    for (const victim of victims) {
      crashed.push(await crash(victim, month, writes));
      const seen = await pull(tracker, victim, month);
      const done = await finish(victim, month);
      const again = await finish(victim, month);
      months += 1;
      if (seen !== undefined && seen.text !== done?.text)
        losses.push(`${victim}: ${month} was visible before it was whole`);
      if (done?.text !== again?.text) losses.push(`${victim}: ${month} changed when it was run again`);
      if (done?.digest !== wanted?.digest)
        losses.push(`${victim}: ${month} is not the report that it is without a crash`);
    }
    crashes += crashed.filter((one) => one).length;
    if (!crashed.includes(true)) break;
    writesCrashedAfter += 1;
  }
  const asked = Math.ceil(writesOfRollUp / step);
  if (writesCrashedAfter < asked)
    losses.push(`crashed after ${writesCrashedAfter} of ${writesOfRollUp} writes of a roll-up, ${asked} were to be`);
  for (const victim of victims) losses.push(...(await publicationsFindings(tracker, victim)));
  return { crashes, months, writesCrashedAfter, writesOfRollUp, losses };
};

/** Each month is published once on the programme's chain, and the chain has no gap. */
export const publicationsFindings = async (
  tracker: TrackerInProcesses,
  organisation: string,
): Promise<readonly string[]> => {
  const { chain } = await readChain(tracker.table, { organisation, programme: programmeId, review: null });
  const published = chain.events
    .filter((event) => event.recordRef.kind === 'publication')
    .map((event) => event.recordRef.id);
  return [
    ...linksFindings(chain).map((finding) => `${organisation}: ${finding.words}`),
    ...published
      .filter((month, n) => published.indexOf(month) !== n)
      .map((month) => `${organisation}: ${month} was published twice`),
    ...published
      .filter((month, n) => month !== monthAt(n))
      .map((month) => `${organisation}: ${month} came out of order`),
  ];
};
