import { isHandedOver } from '#domain/transfer.ts';
import { factsOfRedaction } from '#registers/redaction/rules.ts';
import type { SealedReport } from '#schemas/export.ts';
import { JsonObject } from '#schemas/history.ts';
import { Programme, ProgrammeFacts } from '#schemas/programme.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import type { DigestsOfReport } from '#store/digests/content-digest.ts';
import { appliedChange, type Changed } from '#store/records/applied-change.ts';
import { type LoadedChain, loadForChange, type RecordRef, recordingInstant } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import { saveChange } from '#store/records/save-change.ts';
import { dueItem } from '#store/reports/due.ts';
import { type PackedReport, packReport, publishSummary, readReport, storeWhole } from '#store/reports/reports.ts';
import { isSameTurn, keepRun, noteRun, readRun } from '#store/reports/runs.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { putOver } from '#store/table/transaction.ts';
import type { ReadsTable } from '../http/call.ts';
import { nextDue } from '../reports/next-due.ts';

/** The one who publishes when nobody does it by hand. */
const rollUpSubject = 'roll-up';

/** A report to publish, and the run that made it. */
interface ReportToPublish {
  readonly content: ReportContent;
  readonly digests: DigestsOfReport;
  readonly settingsVersion: number;
  /** What the salts of the report's texts are made from. */
  readonly secret: string;
  readonly headsRoot: string;
  readonly run: ReportRun;
  readonly publishedAt: string;
  /** The last event of the programme's chain when the first of it was read. */
  readonly readUpTo: number;
}

/** The run was asked for again, or is at another try, since it was read. */
export class RunReplaced extends Error {
  constructor(run: string) {
    super(`the run ${run} is no longer the one that was begun`);
    this.name = 'RunReplaced';
  }
}

const publicationOf = (month: string): RecordRef => ({ kind: 'publication', id: month });

/** Words were taken out of the record while the report was made from it. */
export class WordsTakenOut extends Error {
  constructor() {
    super('words were taken out of the record while the report was made');
  }
}

/** The programme goes to another organisation, which reports its months from then on. */
export class HandedOver extends Error {
  constructor() {
    super('the programme was handed over to another organisation');
    this.name = 'HandedOver';
  }
}

/** The month was closed as not reported after the run was asked for. */
export class ClosedByHand extends Error {
  constructor(month: string) {
    super(`${month} was closed as not reported`);
    this.name = 'ClosedByHand';
  }
}

/** What is closed since the run was asked for is published only where somebody asks anew. */
const mustNotBeClosed = ({ programme }: LoadedChain, { run, content: { month, revision } }: ReportToPublish): void => {
  if (programme === undefined || revision > 1) return;
  const { notReported = [] } = ProgrammeFacts.parse(programme.state.facts);
  if (notReported.some((one) => one.month === month && one.since !== run.notReported?.since))
    throw new ClosedByHand(month);
};

/** What a report was made from may hold words that were taken out of the record since: then it is made again. */
const mustHoldNoRedactedWords = async (
  { table }: ReadsTable,
  { chainRef, head }: LoadedChain,
  { readUpTo }: ReportToPublish,
): Promise<void> => {
  if (head === null || head.sequence <= readUpTo) return;
  const redactions = await readRegister(table, chainRef, 'redaction');
  if (redactions.some((one) => one.sequence > readUpTo && factsOfRedaction(one.state).done !== null))
    throw new WordsTakenOut();
};

/** The event of the publication, which seals the report; never before the last publication of the month. */
const publicationEvent = (loaded: LoadedChain, given: ReportToPublish): Changed => {
  const { content, digests, headsRoot, settingsVersion } = given;
  const { draft, draftMadeBy, askedBy } = given.run;
  const recordRef = publicationOf(content.month);
  const last = loaded.record(recordRef)?.effectiveAt ?? '';
  const now = recordingInstant(loaded, given.publishedAt);
  const publishedAt = now > last ? now : last;
  const record = JsonObject.parse({
    month: content.month,
    revision: content.revision,
    ...digests,
    headsRoot,
    ruleSet: content.ruleSet,
    settingsVersion,
    reason: content.revisionReason,
    ...(draft === undefined || draftMadeBy === undefined || askedBy === undefined
      ? {}
      : { draft: { digest: draft, madeBy: draftMadeBy, publishedBy: askedBy } }),
  } satisfies SealedReport);
  return appliedChange(loaded, {
    recordRef,
    type: 'published',
    state: { record, facts: {}, struckOut: null },
    by: rollUpSubject,
    effectiveAt: publishedAt,
    recordedAt: publishedAt,
    reason: content.revisionReason ?? undefined,
  });
};

const packed = (programmeRef: ProgrammeRef, { event }: Changed, given: ReportToPublish): PackedReport => {
  const { content, digests, headsRoot, run, secret } = given;
  const publication = {
    ...digests,
    sealingDigest: event.digest,
    headsRoot,
    publishedAt: event.recordedAt,
    run: run.id,
  };
  return packReport(programmeRef, { content, publication }, secret);
};

/**
 * Publishes in one transaction: the summary that makes the report visible, its event on the programme's chain (whose
 * digest seals the record), the next due date, and the run's end. Its lines and heads are stored before. A report that is
 * there already stays as it is: the transaction finds it, and the next try ends by it.
 */
export const publishReport = async (
  { table }: ReadsTable,
  programmeRef: ProgrammeRef,
  given: ReportToPublish,
): Promise<void> => {
  const { month, revision } = given.content;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (attempt > 0) {
      if ((await readReport(table, programmeRef, { month, revision })) !== undefined)
        return noteRun(table, programmeRef, given.run);
      if (!isSameTurn(given.run, await readRun(table, programmeRef, given.run.id))) throw new RunReplaced(given.run.id);
    }
    const loaded = await loadForChange(
      table,
      { ...programmeRef, review: null },
      { records: [publicationOf(month)], registers: [] },
    );
    if (loaded.programme !== undefined && isHandedOver(loaded.programme.state)) throw new HandedOver();
    mustNotBeClosed(loaded, given);
    await mustHoldNoRedactedWords({ table }, loaded, given);
    const changed = publicationEvent(loaded, given);
    const packedReport = packed(programmeRef, changed, given);
    await storeWhole(table, packedReport);
    const settings = Programme.parse(loaded.programme?.state.record);
    const saved = await saveChange(table, loaded, changed, {
      checked: [],
      intents: [
        publishSummary(table, packedReport),
        keepRun(table, programmeRef, given.run),
        // A month that was given up is published without anything after it being touched.
        ...(revision === 1 && given.run.notReported === undefined
          ? [{ name: 'item' as const, item: putOver(table, dueItem(programmeRef, nextDue(settings, month))) }]
          : []),
      ],
    });
    if (saved.kind === 'saved') return;
    if (saved.kind === 'too-large')
      throw new Error(`the report of ${month} has ${saved.size} of at most ${saved.most}`);
  }
  throw new StoreBusy('others changed the programme five times while its report was being published');
};
