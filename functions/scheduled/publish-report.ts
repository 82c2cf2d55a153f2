import type { SealedReport } from '#schemas/export.ts';
import { JsonObject } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { ReportRun } from '#schemas/report-run.ts';
import type { DigestsOfReport } from '#store/digests/content-digest.ts';
import { loadForChange, recordingInstant } from '#store/records/load-for-change.ts';
import { appliedChange, saveChange } from '#store/records/save-change.ts';
import { dueItem } from '#store/reports/due.ts';
import { packReport, publishSummary, readReport, storeWhole } from '#store/reports/reports.ts';
import { keepRun, noteRun } from '#store/reports/runs.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { putOver } from '#store/table/transaction.ts';
import type { ReadsTable } from '../http/call.ts';
import { nextDue } from '../reports/next-due.ts';

/** The one who publishes when nobody does it by hand. */
const rollUpSubject = 'roll-up';

/**
 * Publishes in one transaction: the summary that makes the report visible, its event on the programme's chain (whose
 * digest seals the record), the next due date, and the run's end. Its lines and heads are stored before. A report that is
 * there already stays as it is: the transaction finds it, and the next try ends by it.
 */
export const publishReport = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  given: {
    readonly content: ReportContent;
    readonly digests: DigestsOfReport;
    readonly settingsVersion: number;
    /** What the salts of the report's texts are made from. */
    readonly secret: string;
    readonly headsRoot: string;
    readonly run: ReportRun;
    readonly publishedAt: string;
  },
): Promise<void> => {
  const { content, digests, headsRoot, run } = given;
  const { month, revision } = content;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (attempt > 0 && (await readReport(deps.table, programmeRef, { month, revision })) !== undefined) {
      await noteRun(deps.table, programmeRef, run);
      return;
    }
    const recordRef = { kind: 'publication' as const, id: month };
    const loaded = await loadForChange(
      deps.table,
      { ...programmeRef, review: null },
      { records: [recordRef], registers: [] },
    );
    const last = loaded.recordRef(recordRef)?.effectiveAt ?? '';
    const now = recordingInstant(loaded, given.publishedAt);
    const publishedAt = now > last ? now : last;
    const record = JsonObject.parse({
      month,
      revision,
      ...digests,
      headsRoot,
      ruleSet: content.ruleSet,
      settingsVersion: given.settingsVersion,
      reason: content.revisionReason,
    } satisfies SealedReport);
    const changed = appliedChange(loaded, {
      recordRef,
      type: 'published',
      state: { record, facts: {}, struckOut: null },
      by: rollUpSubject,
      effectiveAt: publishedAt,
      recordedAt: publishedAt,
      reason: content.revisionReason ?? undefined,
    });
    const report = {
      content,
      publication: { ...digests, sealingDigest: changed.event.digest, headsRoot, publishedAt, run: run.id },
    };
    const packedReport = packReport(programmeRef, report, given.secret);
    await storeWhole(deps.table, packedReport);
    const settings = Programme.parse(loaded.programme?.state.record);
    const saved = await saveChange(deps.table, loaded, changed, {
      checked: [],
      intents: [
        publishSummary(deps.table, packedReport),
        keepRun(deps.table, programmeRef, run),
        ...(revision === 1
          ? [{ name: 'item' as const, item: putOver(deps.table, dueItem(programmeRef, nextDue(settings, month))) }]
          : []),
      ],
    });
    if (saved.kind === 'saved') return;
    if (saved.kind === 'too-large')
      throw new Error(`the report of ${month} has ${saved.size} of at most ${saved.most}`);
  }
  throw new StoreBusy('others changed the programme five times while its report was being published');
};
