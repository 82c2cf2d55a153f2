import { ExportVerifier, type Verdict } from '#store/verification/verification.ts';
import { diceOf, madeUpRecord } from '../../support/made-up-record.ts';
import { type Anchored, anchored, deeds, sayTheSame } from './deeds.ts';

export const verdictOf = (lines: readonly string[], anchor?: string): Verdict => {
  const verifier = new ExportVerifier(anchor);
  for (const line of lines) verifier.take(line);
  return verifier.verdict();
};

export interface TamperingTally {
  readonly runs: number;
  /** Runs in which the tampering was found; less than `runs` only where `missed` is not empty. */
  readonly found: number;
  readonly byDeed: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
  /** Exports checked as they were told, with an anchor and without. */
  readonly untampered: number;
  readonly falseAlarms: readonly string[];
  /** Forgeries without a fault in themselves, which the anchor alone gives away. */
  readonly shownByTheAnchorAlone: number;
}

const runsPerRecord = 8;

const wrongly = (given: Anchored, verdict: Verdict): string | undefined => {
  if (verdict.kind === 'broken') return `line ${verdict.broken.line}: ${verdict.broken.what}`;
  if (verdict.kind === 'consistent') return undefined;
  const events = [...given.sealed.values()].reduce((sum, one) => sum + one, 0);
  const all = [...given.record.chains.values()].reduce((sum, one) => sum + one.length, 0);
  const said = [verdict.proved.events, verdict.proved.reports, verdict.unanchored.events];
  const is = [events, given.reports.length, all - events];
  return said.join() === is.join() ? undefined : `${said.join()} said of events and reports, ${is.join()} sealed`;
};

/**
 * Changes anchored history at random in `count` ways and checks each export by its anchor. The same count and seed
 * make the same exports and the same changes; a miss is named by its run, so that it can be made again.
 */
export const tamperingRuns = (count: number, seed: number): TamperingTally => {
  const missed: string[] = [];
  const falseAlarms: string[] = [];
  const byDeed: Record<string, number> = {};
  let [untampered, shownByTheAnchorAlone] = [0, 0];
  let given: Anchored | undefined;
  for (let run = 0; run < count; run += 1) {
    if (given === undefined || run % runsPerRecord === 0) {
      const dice = diceOf(seed, Math.floor(run / runsPerRecord));
      const record = madeUpRecord(dice);
      given = anchored(record, dice.pick(record.reports));
      const told: Anchored = given;
      for (const anchor of [undefined, told.anchor.publication.sealingDigest]) {
        const alarm = wrongly(told, verdictOf(told.lines, anchor));
        if (alarm !== undefined) falseAlarms.push(`seed ${seed}, run ${run}: ${alarm}`);
        untampered += 1;
      }
    }
    const dice = diceOf(seed, run, 1);
    let [name, lines] = ['', given.lines];
    // What the dice ask for may not be there, or leave all as it was: it is no tampering, and they are thrown again.
    while (sayTheSame(lines, given.lines)) {
      name = dice.pick(Object.keys(deeds));
      lines = deeds[name]?.(given, dice) ?? lines;
    }
    byDeed[name] = (byDeed[name] ?? 0) + 1;
    if (verdictOf(lines, given.anchor.publication.sealingDigest).kind !== 'broken')
      missed.push(`seed ${seed}, run ${run}: ${name}`);
    else if (verdictOf(lines).kind === 'consistent') shownByTheAnchorAlone += 1;
  }
  return { runs: count, found: count - missed.length, byDeed, missed, untampered, falseAlarms, shownByTheAnchorAlone };
};
