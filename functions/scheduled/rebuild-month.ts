import { ruleSetUnknown } from '#domain/report/may-run.ts';
import type { RebuildMonth } from '#schemas/scheduled-events.ts';
import { readCurrentHeads } from '#store/reports/report-heads.ts';
import { readHeads, readReport, withEveryRow } from '#store/reports/reports.ts';
import { noteRun, readRun } from '#store/reports/runs.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { differsFromPublished } from '../reports/differs-from-published.ts';
import { newRun } from '../reports/report-run.ts';
import type { MakesReports } from './fold-month.ts';
import { makeAgain } from './made-again.ts';

/**
 * Makes a published month again from history alone, by the rule set that made it: from the heads that its report was
 * made from, which must come to the same content digest, or from the heads of today, which shows what was recorded since.
 * Publishes nothing.
 */
export const rebuildMonth = async (message: RebuildMonth, deps: MakesReports): Promise<void> => {
  const { month, revision, knowledge } = message;
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  const summary = await readReport(deps.table, programmeRef, { month, revision });
  if (summary === undefined) throw new Error(`revision ${revision} of ${month} is not published`);
  const published = (await withEveryRow(deps.table, programmeRef, summary)).report();
  const known = await readRun(deps.table, programmeRef, message.run);
  const asked = { month, revision, reason: null, early: false, requestedAt: published.publication.publishedAt };
  const run = known ?? { ...newRun(programmeRef, asked, `rebuild-${knowledge}`), id: message.run };
  const ruleSet = deps.ruleSets.named(published.content.ruleSet);
  if (ruleSet === undefined) {
    const { detail } = ruleSetUnknown(month, published.content.ruleSet);
    return noteRun(deps.table, programmeRef, { ...run, state: 'failed', problem: detail });
  }
  const heads =
    knowledge === 'then'
      ? (await readHeads(deps.table, programmeRef, { month, revision })).heads
      : await readCurrentHeads(deps.table, programmeRef);
  const { content, contentDigest, same, samePublicView } = await makeAgain(deps, programmeRef, published, {
    ruleSet,
    heads,
  });
  const publishedDigest = published.publication.contentDigest;
  const reviews = heads.length - 1;
  await noteRun(deps.table, programmeRef, {
    ...run,
    state: 'rebuilt',
    reviewsDone: reviews,
    reviewsTotal: reviews,
    rebuilt: {
      knowledge,
      publishedDigest,
      contentDigest,
      same,
      differences: same
        ? []
        : [
            ...differsFromPublished(ruleSet, content, published.content),
            ...(samePublicView ? [] : ['The public view withholds other text than it did.']),
          ],
    },
  });
};
