import type { ExportedHead } from '#schemas/export.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { merkleRoot } from '#store/digests/digest.ts';
import { linkedEvent } from '#store/digests/event-digest.ts';
import { contentDigestOf, type MadeUpRecord, type MadeUpReport } from './made-up-record.ts';

/*
 * What somebody does who can write to everything but the board packs: changes history, then makes good, step by step,
 * all that would give the change away.
 */

/** How far the traces are covered. */
export const coverings = ['nothing', 'own-digest', 'chain', 'heads', 'report-digests', 'seals'] as const;
export type Covering = (typeof coverings)[number];

const linked = ({ digest: _, ...event }: HistoryEvent): HistoryEvent => linkedEvent(event);

/** Numbers, versions, links and digests of a chain made as they should be, event by event. */
const linker = (): ((event: HistoryEvent) => HistoryEvent) => {
  const versions = new Map<string, number>();
  let [sequence, previousDigest] = [0, ''];
  return ({ corrects, ...event }) => {
    const name = `${event.recordRef.kind} ${event.recordRef.id}`;
    const version = (versions.get(name) ?? 0) + 1;
    versions.set(name, version);
    const corrected = corrects === undefined || sequence === 0 ? {} : { corrects: Math.min(corrects, sequence) };
    sequence += 1;
    const fresh = linked({ ...event, ...corrected, sequence, version, previousDigest });
    previousDigest = fresh.digest;
    return fresh;
  };
};

/** Heads that name what now stands at their number, or at the end of what is left. */
const headsOn = (record: MadeUpRecord, heads: readonly ExportedHead[]): ExportedHead[] =>
  heads.flatMap(([name, sequence]): ExportedHead[] => {
    const chain = name === '#programme' ? record.programme : `${record.programme}/${name}`;
    const events = record.chains.get(chain) ?? [];
    const event = events[sequence - 1] ?? events.at(-1);
    return event === undefined ? [] : [[name, event.sequence, event.digest]];
  });

const withDigests = (report: MadeUpReport): void => {
  report.publication.contentDigest = contentDigestOf(report);
  report.publication.headsRoot = merkleRoot(report.heads.map(([, , digest]) => digest));
};

/** Every report made again on the programme's chain as its event comes, the next event linked to what that gives. */
const reseal = (record: MadeUpRecord, own: HistoryEvent[], reportOf: Map<HistoryEvent, MadeUpReport>): void => {
  const chain: HistoryEvent[] = [];
  record.chains.set(record.programme, chain);
  const link = linker();
  for (const event of own) {
    const report = reportOf.get(event);
    const fresh = { ...event };
    if (report !== undefined) {
      report.heads = headsOn(record, report.heads);
      const before = record.reports.find(
        ({ content }) =>
          content.month === report.content.previous?.month && content.revision === report.content.previous.revision,
      );
      if (report.content.previous !== null && before !== undefined)
        report.content.previous.contentDigest = before.publication.contentDigest;
      withDigests(report);
      const { contentDigest, headsRoot, publishedAt } = report.publication;
      const { month, revision, revisionReason } = report.content;
      const { ruleSet } = report.content;
      const sealed = { month, revision, contentDigest, headsRoot, ruleSet, settingsVersion: 1, reason: revisionReason };
      fresh.after = { ...event.after, record: sealed };
      fresh.recordRef = { kind: 'publication', id: month };
      fresh.effectiveAt = publishedAt;
      fresh.recordedAt = publishedAt;
    }
    const told = link(fresh);
    chain.push(told);
    if (report !== undefined) report.publication.sealingDigest = told.digest;
  }
};

/**
 * A change of a record with its traces covered so far; what is told of a record after all of it agrees with itself.
 * `change` says which events it touched, for those who cover no more than an event's own digest.
 */
export const forged = (
  given: MadeUpRecord,
  change: (record: MadeUpRecord) => readonly HistoryEvent[],
  covering: Covering,
): MadeUpRecord => {
  const record = structuredClone(given);
  const sealing = new Map(record.reports.map((one) => [one.publication.sealingDigest, one]));
  const reportOf = new Map<HistoryEvent, MadeUpReport>();
  for (const event of record.chains.get(record.programme) ?? []) {
    const report = sealing.get(event.digest);
    if (report !== undefined) reportOf.set(event, report);
  }
  const touched = change(record);
  const level = coverings.indexOf(covering);
  if (level >= 1) for (const event of touched) event.digest = linked(event).digest;
  if (level >= 2)
    for (const [chain, events] of record.chains)
      if (chain !== record.programme || level < 5) record.chains.set(chain, events.map(linker()));
  if (level >= 3) for (const report of record.reports) report.heads = headsOn(record, report.heads);
  if (level >= 4) record.reports.forEach(withDigests);
  if (level >= 5) {
    const own = record.chains.get(record.programme) ?? [];
    record.reports = record.reports.filter((one) => own.some((event) => reportOf.get(event) === one));
    reseal(
      record,
      own.filter((event) => {
        const report = reportOf.get(event);
        return report === undefined || record.reports.includes(report);
      }),
      reportOf,
    );
  }
  return record;
};
