import { changesSince } from '#domain/report/changes.ts';
import { dayOf } from '#language/time.ts';
import type { RebuildMonth } from '#schemas/scheduled-events.ts';
import { readReviewHeads } from '#store/positions/position-pages.ts';
import { readReportSecret } from '#store/reports/report-secret.ts';
import { type Head, readHeads, readRevision, withEveryRow } from '#store/reports/reports.ts';
import { noteRun, readRun } from '#store/reports/runs.ts';
import { readItem } from '#store/table/items.ts';
import { headKey, type ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { newRun } from '../reports/report-run.ts';
import { LineWriter } from './line-writer.ts';
import { openMonth, readBasis } from './report-basis.ts';
import { programmeHead } from './report-heads.ts';
import { foldReview } from './review-at-month-end.ts';

/** The heads as they stand now, the programme's own first. */
const headsNow = async (deps: ReadsTable, programmeRef: ProgrammeRef): Promise<readonly Head[]> => {
  const heads: Head[] = [programmeHead(await readItem(deps.table, headKey(programmeRef)))];
  for await (const reviews of readReviewHeads(deps.table, programmeRef))
    heads.push(...reviews.map((one): Head => [one.review, one.headSequence, one.headDigest]));
  return heads;
};

/**
 * Makes a published month again from history alone: from the heads that its report was made from, which must come to
 * the same content digest, or from the heads of today, which shows what was told since. Publishes nothing.
 */
export const rebuildMonth = async (message: RebuildMonth, deps: ReadsTable): Promise<void> => {
  const { month, revision, knowledge } = message;
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  const summary = await readRevision(deps.table, programmeRef, month, revision);
  if (summary === undefined) throw new Error(`revision ${revision} of ${month} is not published`);
  const published = await withEveryRow(deps.table, programmeRef, summary);
  const known = await readRun(deps.table, programmeRef, message.run);
  const run = known ?? {
    ...newRun(programmeRef, {
      month,
      revision,
      reason: null,
      early: false,
      requestedAt: published.publication.publishedAt,
    }),
    id: message.run,
  };
  const heads =
    knowledge === 'then'
      ? (await readHeads(deps.table, programmeRef, month, revision)).heads
      : await headsNow(deps, programmeRef);
  const [programme, ...reviews] = heads;
  if (programme === undefined) throw new Error(`the heads of ${month} are missing`);
  const basis = await readBasis(deps, programmeRef, month, programme);
  const { revisionReason, early } = published.content;
  const fold = openMonth(programmeRef, basis, { month, revision, revisionReason, early });
  const { publicView } = published.publication;
  const on = publicView?.on ?? dayOf(published.publication.publishedAt);
  const lines = new LineWriter(
    on,
    async () => undefined,
    await readReportSecret(deps.table, programmeRef, month, revision),
  );
  for (const head of reviews) {
    const review = await foldReview(deps, programmeRef, month, basis.programme, head);
    if (review !== undefined) await lines.add(fold.add(review));
  }
  const content = fold.close();
  const digests = lines.close(content);
  await lines.written();
  const { contentDigest } = digests;
  const publishedDigest = published.publication.contentDigest;
  const samePublicView = digests.publicView?.contentDigest === publicView?.contentDigest;
  const same = contentDigest === publishedDigest && samePublicView;
  await noteRun(deps.table, programmeRef, {
    ...run,
    state: 'rebuilt',
    reviewsDone: reviews.length,
    reviewsTotal: reviews.length,
    rebuilt: {
      knowledge,
      publishedDigest,
      contentDigest,
      same,
      differences: same
        ? []
        : [
            ...changesSince(content, published.content).map((change) => change.sentence),
            ...(samePublicView ? [] : ['The public view withholds other text than it did.']),
          ],
    },
  });
};
