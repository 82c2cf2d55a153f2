import { startTrackerInProcesses, type TrackerInProcesses } from '../support/tracker-in-processes.ts';
import type { Amounts } from './amounts.ts';
import { historyFindings, letWrite } from './concurrency.ts';
import { gapsOf, type Part, type Proved } from './figures.ts';
import type { Finding } from './history-checker.ts';
import { sendHostile } from './hostile.ts';
import type { Recorded } from './recorded.ts';

/** What a part proved, and how long it took; one that breaks off has a gap. */
export const timed = async (name: string, what: string, run: () => Promise<Proved>): Promise<Part> => {
  const start = performance.now();
  const proved = await run().catch(
    (fault: unknown): Proved => ({
      figures: {},
      counts: {},
      losses: [`broke off: ${fault instanceof Error ? fault.stack : String(fault)}`],
    }),
  );
  return { name, what, ...proved, seconds: (performance.now() - start) / 1_000 };
};

/** A tracker of its own for a part, ended whatever happens. */
export const withTracker = async <T>(
  given: { seed: number; processes: number },
  run: (tracker: TrackerInProcesses) => Promise<T>,
): Promise<T> => {
  const tracker = await startTrackerInProcesses(given);
  try {
    return await run(tracker);
  } finally {
    await tracker.stop();
  }
};

export const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;
const isWrite = (one: Recorded): boolean => one.mark !== null;

export const lossesOf = (findings: readonly Finding[], recorded: readonly Recorded[]): readonly string[] => [
  ...findings.map((finding) => `${finding.kind}: ${finding.words}`),
  ...recorded
    .filter((one) => one.statuses.some((status) => status >= 500 && status !== 503))
    .map((one) => `${one.operation} ${one.mark ?? ''} answered ${one.statuses.join(', ')}: ${one.text}`),
];

export const countsOf = (recorded: readonly Recorded[], findings: readonly Finding[]) => ({
  requests: recorded.length,
  'writes acknowledged': count(recorded, (one) => isWrite(one) && one.outcome === 'acknowledged'),
  'refused 412 or 409': count(recorded, (one) => isWrite(one) && one.outcome === 'refused'),
  'honest 503': count(recorded, (one) => one.outcome === 'unknown'),
  'sent again': recorded.reduce((sum, one) => sum + one.attempts - 1, 0),
  'lost updates': count(findings, (one) => one.kind === 'lost'),
  duplicates: count(findings, (one) => one.kind === 'duplicate'),
  'gaps in chains': count(findings, (one) => one.kind === 'gap'),
  torn: count(findings, (one) => one.kind === 'torn'),
});

export const proveConcurrency = (seed: number, amounts: Amounts): Promise<Part> =>
  timed(
    'Concurrency',
    `${amounts.writers} writers through ${amounts.processes} processes at ${amounts.rounds} reviews, one after the other`,
    () =>
      withTracker({ seed, processes: amounts.processes }, async (tracker) => {
        const { writers, rounds, acts } = amounts;
        const written = await letWrite(tracker, {
          programme: 'proof',
          writers,
          rounds,
          acts,
          attempts: 3,
          unkeyed: 0.2,
        });
        const findings = await historyFindings(tracker, 'proof', written);
        const counts = countsOf(written.recorded, findings);
        return {
          figures: { operations: counts.requests },
          counts,
          losses: [
            ...lossesOf(findings, written.recorded),
            ...gapsOf({ 'writes acknowledged': [counts['writes acknowledged'], amounts.least.acknowledged] }),
          ],
        };
      }),
  );

/** At least so many requests succeed within three attempts, and the store is called at most so often for them. */
const leastSucceeded = 0.98;
const mostCalls = 1.6;
const faultShare = 0.2;

export const proveFaults = (seed: number, amounts: Amounts): Promise<Part> =>
  timed(
    'Faults',
    `something goes wrong in ${faultShare * 100}% of all calls to the store; three attempts a request`,
    () =>
      withTracker({ seed, processes: amounts.processes }, async (tracker) => {
        const setting = {
          writers: amounts.writers,
          rounds: amounts.faultRounds,
          acts: amounts.faultActs,
          attempts: 3,
          unkeyed: 0.2,
        };
        // Each alone at a review of its own, so that nobody decides anything again and the calls can be compared.
        const callsAlone = async (name: string, share: number): Promise<number> => {
          const before = tracker.proxy.calls();
          tracker.proxy.inject(share);
          const alone = await Promise.all(
            Array.from({ length: setting.writers }, (_, n) =>
              letWrite(tracker, { ...setting, programme: `${name}-${n + 1}`, writers: 1, rounds: 1 }),
            ),
          );
          tracker.proxy.inject(0);
          return (tracker.proxy.calls() - before) / alone.reduce((sum, one) => sum + one.recorded.length, 0);
        };
        const calmCalls = await callsAlone('calm', 0);
        const faultyCalls = await callsAlone('faulty', faultShare);
        const stormy = await letWrite(tracker, {
          ...setting,
          programme: 'stormy',
          begin: () => tracker.proxy.inject(faultShare),
        });
        tracker.proxy.inject(0);
        const findings = await historyFindings(tracker, 'stormy', stormy);
        // Those that are sent without a key are not sent again, so they have no three attempts.
        const patient = stormy.recorded.filter((one) => one.outcome !== 'unknown' || one.attempts === setting.attempts);
        const succeeded = count(patient, (one) => one.outcome !== 'unknown') / patient.length;
        const faults = tracker.proxy.faults();
        const met = Object.values(faults).reduce((sum, one) => sum + one, 0);
        const counts = countsOf(stormy.recorded, findings);
        return {
          figures: { operations: counts.requests, faults: met },
          counts: {
            ...counts,
            faults: met,
            ...faults,
            'answered within three attempts': `${(succeeded * 100).toFixed(2)}%`,
            'x the calls without faults': (faultyCalls / calmCalls).toFixed(2),
          },
          losses: [
            ...lossesOf(findings, stormy.recorded),
            ...gapsOf({ requests: [counts.requests, amounts.least.operationsUnderFaults] }),
            ...(succeeded >= leastSucceeded
              ? []
              : [`only ${succeeded} of the requests were answered in three attempts`]),
            ...(faultyCalls / calmCalls <= mostCalls
              ? []
              : [`${faultyCalls / calmCalls} times the calls to the store that it takes without faults`]),
          ],
        };
      }),
  );

export const proveHostile = (seed: number, amounts: Amounts): Promise<Part> =>
  timed('Hostile input', 'requests made from noise and from the schemas, each to be refused and to leave nothing', () =>
    withTracker({ seed, processes: 2 }, async (tracker) => {
      const { sent, statuses, stored, faults } = await sendHostile(tracker, amounts.hostile);
      const all = Object.values(sent).reduce((sum, one) => sum + one, 0);
      return {
        figures: { 'bad inputs': all },
        counts: {
          'bad inputs': all,
          ...Object.fromEntries(Object.entries(sent).map(([bad, n]) => [`bad by ${bad}`, n])),
          '5xx': Object.entries(statuses).reduce((sum, [status, n]) => sum + (status >= '500' ? n : 0), 0),
          'batches that stored something': stored,
        },
        losses: [
          ...faults,
          ...gapsOf({ 'bad inputs': [all, amounts.hostile] }),
          ...(stored === 0 ? [] : [`${stored} batches of bad requests stored something`]),
        ],
      };
    }),
  );
