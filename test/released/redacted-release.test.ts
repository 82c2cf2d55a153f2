// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTable } from '#cli/verify-table.ts';
import type { HistoryEvent } from '#schemas/history.ts';
import { exportedLines } from '../support/exported.ts';
import { agreeTo, askForRedaction } from '../support/redacting.ts';
import { storedTexts } from '../support/stored-texts.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';
import { verdictOf } from '../support/verdict.ts';
import { linesOf, programmesOf, putItems, releasedVersions } from './released-version.ts';

/* Words that any release stored and published are taken out by the code of today. */

const organisation = 'local-council';
const office = { roles: ['programme-office'], subject: 'olga-office', organisation } as const;
const assurance = { roles: ['assurance'], subject: 'asha-assurance', organisation } as const;

/** Texts that reports show, by kind of record. */
const shown = { review: 'title', option: 'label', risk: 'title', 'stated-position': 'title' } as const;

describe.each(releasedVersions)('what release %s stored and published', (version) => {
  let tracker: TestTracker;
  beforeAll(async () => {
    tracker = await startTestTracker();
    await putItems({ client: tracker.client, name: tracker.tableName }, version);
  }, 120_000);
  afterAll(() => tracker.stop());

  it.each(programmesOf(version))(
    'words of %s are redacted, and every seal is proved',
    async (programmeId) => {
      const kept = linesOf(version, programmeId, 'export.full.jsonl').map((line) => JSON.parse(line));
      const events: readonly HistoryEvent[] = kept.flatMap(({ event }) => event ?? []);
      const seal: string = kept.findLast(({ kind }) => kind === 'report').publication.sealingDigest;
      const redacted: string[] = [];
      let reports = 0;
      for (const [kind, field] of Object.entries(shown)) {
        const event = events.findLast((one) => one.recordRef.kind === kind && one.after.struckOut === null);
        const words = event?.after.record[field];
        if (event === undefined || typeof words !== 'string') continue;
        const params = { programmeId, entryId: `words-of-${kind}` };
        const [, review] = event.chain.split('/');
        const asked = await askForRedaction(
          tracker,
          params,
          {
            ...(review === undefined ? {} : { review }),
            kind,
            entry: event.recordRef.id,
            texts: [{ pointer: `/record/${field}` }],
          },
          office,
        );
        expect(asked.status).toBe(201);
        expect((await agreeTo(tracker, params, assurance, office)).status).toBe(200);
        await tracker.settled();
        expect(tracker.failures).toEqual([]);
        const { body } = await tracker.must('getProgrammeRedaction', { as: office, params });
        reports += body.facts.done.reports;
        redacted.push(words);
      }
      expect(redacted.length).toBeGreaterThan(1);
      expect(reports).toBeGreaterThan(0);
      for (const view of ['full', 'public'] as const) {
        const lines = await exportedLines(tracker, { programmeId }, view, assurance);
        expect(verdictOf(lines, seal).kind).toBe('proved');
        const current = lines.filter((line) => JSON.parse(line).kind !== 'event').join('\n');
        for (const words of redacted) expect(current).not.toContain(`"${words}"`);
      }
      expect(verdictOf(linesOf(version, programmeId, 'export.full.jsonl'), seal).kind).toBe('proved');
      const published = (await storedTexts(tracker)).filter((text) =>
        text.includes(`PUBLISHED#${organisation}#${programmeId}`),
      );
      for (const words of redacted) expect(published.join('\n')).not.toContain(`"${words}"`);
      const proof = (await verifyTable(tracker.table)).find((one) => one.programmeRef.programme === programmeId);
      // Parts of positions that an older release made are made anew by the next change of their register.
      expect(proof?.faults.filter((one) => !one.startsWith('the position of '))).toEqual([]);
    },
    240_000,
  );

  it.each(programmesOf(version))(
    '%s is disposed of, and every seal is proved',
    async (programmeId) => {
      const kept = linesOf(version, programmeId, 'export.full.jsonl');
      const seal: string = kept.map((line) => JSON.parse(line)).findLast(({ kind }) => kind === 'report')
        .publication.sealingDigest;
      const { headers } = await tracker.must('getProgramme', { as: office, params: { programmeId } });
      await tracker.must('patchProgramme', {
        as: office,
        params: { programmeId },
        body: {
          closeDown: { on: '2026-01-31', achieved: 'All', notAchieved: 'Nothing', lessons: 'None', carriesOn: [] },
        },
        headers: { 'if-match': headers.etag ?? '', 'content-type': 'application/merge-patch+json' },
      });
      const params = { programmeId, entryId: 'disposal' };
      const asked = { whole: 'programme', ground: 'retention-ended', retainedUntil: '2026-02-01' };
      expect((await askForRedaction(tracker, params, asked, office)).status).toBe(201);
      expect((await agreeTo(tracker, params, assurance, office)).status).toBe(200);
      await tracker.settled();
      expect(tracker.failures).toEqual([]);
      const titles = kept
        .flatMap((line) => JSON.parse(line).event?.after.record.title ?? [])
        .filter((one) => one.length > 20);
      expect(titles.length).toBeGreaterThan(9);
      // Answers that 0.2.0 kept expire within seven days of the upgrade.
      const left = (await storedTexts(tracker))
        .filter((text) => text.includes(programmeId) && !text.includes('IDEMPOTENCY#'))
        .join('\n');
      expect(titles.filter((title) => left.includes(title))).toEqual([]);
      expect(verdictOf(kept, seal).kind).toBe('proved');
      expect(verdictOf(await exportedLines(tracker, { programmeId }, 'full', assurance), seal).kind).toBe('proved');
      const proof = (await verifyTable(tracker.table)).find((one) => one.programmeRef.programme === programmeId);
      expect(proof?.faults.filter((one) => !one.startsWith('the position of '))).toEqual([]);
    },
    240_000,
  );
});
