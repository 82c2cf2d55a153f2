// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyExport } from '#store/verification/verification.ts';
import type { Told } from '../support/client.ts';
import { records, review, risk } from '../support/records.ts';
import { startTestTracker, type TestTracker } from '../support/tracker.ts';
import { linesOf, monthsOf, programmesOf, putItems, releasedVersions, textOf } from './released-version.ts';

/*
 * What any release stored and published is read, listed, changed, exported, verified and rebuilt by the code of today.
 * A folder of test/released/ is never edited; a change of a stored shape adds the next one (CONTRIBUTING.md, "Change what
 * is stored").
 */

const organisation = 'local-council';
const office = { roles: ['programme-office'], subject: 'olga-office', organisation } as const;
const team = { roles: ['transformation-team'], subject: 'tara-team', organisation } as const;
const assurance = { roles: ['assurance'], subject: 'asha-assurance', organisation } as const;

it('something is kept of a release', () => {
  expect(releasedVersions.length).toBeGreaterThan(0);
});

/** The sentences and figures of a page, without its markup. */
const wordsOf = (html: string): readonly string[] =>
  html
    .replaceAll(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .split(/<[^>]+>/)
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '');

const missingFrom = (now: readonly string[], before: readonly string[]): readonly string[] => {
  const present = new Set(now);
  return [...new Set(before)].filter((one) => !present.has(one));
};

const verdictOn = async (lines: readonly string[]) => (await verifyExport(lines)).kind;

describe.each(releasedVersions)('what release %s stored and published', (version) => {
  let tracker: TestTracker;
  beforeAll(async () => {
    tracker = await startTestTracker();
    await putItems({ client: tracker.client, name: tracker.tableName }, version);
  }, 120_000);
  afterAll(() => tracker.stop());

  const listed = async (operation: string, params: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await tracker.must(operation, { as: office, params, query: `limit=200${cursor}` });
      ids.push(...body.items.map((one: { id: string }) => one.id));
      if (body.next === null || body.next === undefined) return ids;
      cursor = `&cursor=${body.next}`;
    }
  };

  const exported = async (programmeId: string, view: string): Promise<readonly string[]> => {
    const lines: string[] = [];
    for (let query: string | undefined = `view=${view}`; query !== undefined; ) {
      const page: Told = await tracker.must('exportProgramme', { as: assurance, params: { programmeId }, query });
      lines.push(...page.text.trimEnd().split('\n'));
      query = /\?([^>]+)>; rel="next"/.exec(page.headers.link ?? '')?.[1];
    }
    const kept = linesOf(version, programmeId, `export.${view}.jsonl`);
    // The command that exports closes the file with a manifest; the record has not changed since, so it is the one that was kept.
    return [...lines, kept.at(-1) ?? ''];
  };

  describe.each(programmesOf(version))('of the programme %s', (programmeId) => {
    it('is listed and read: the programme, its reviews with their gates and histories, and every entry of every register', async () => {
      await tracker.must('getProgramme', { as: office, params: { programmeId } });
      const reviews = await listed('listReviews', { programmeId });
      expect(reviews.length).toBeGreaterThan(5);
      for (const reviewId of reviews) {
        const params = { programmeId, reviewId };
        await tracker.must('getReview', { as: office, params });
        await tracker.must('getReviewGate', { as: office, params });
        await tracker.must('getReviewHistory', { as: office, params });
        await tracker.must('getReview', { as: office, params, query: 'asAt=2025-06-30' }).catch(() => undefined);
      }
      const registers = ['Risks', 'Issues', 'Savings', 'Milestones', 'Decisions', 'Options', 'Returns', 'Ratings'];
      let entries = 0;
      for (const reviewId of reviews)
        for (const register of [...registers, 'BusinessCases', 'DeliveryModels', 'MarketEngagements'])
          entries += (await listed(`list${register}`, { programmeId, reviewId })).length;
      expect(entries).toBeGreaterThan(20);
    });

    it.each(monthsOf(version, programmeId))(
      'the report of %s answers as it was published, in both views',
      async (month) => {
        for (const view of ['full', 'public']) {
          const pull = (accept: string) =>
            tracker.must('getReport', {
              as: office,
              params: { programmeId, month },
              query: `rows=all&view=${view}`,
              headers: { accept },
            });
          const kept = (extension: string) => textOf(version, programmeId, 'reports', `${month}.${view}.${extension}`);
          const before = JSON.parse(kept('json'));
          expect((await pull('application/json')).body).toEqual(before);
          expect(missingFrom(wordsOf((await pull('text/html')).text), wordsOf(kept('html')))).toEqual([]);
          expect(missingFrom((await pull('text/csv')).text.split('\r\n'), kept('csv').split('\r\n'))).toEqual([]);
        }
      },
    );

    it('is exported as it was, and both what is exported now and what was exported then verify', async () => {
      for (const view of ['full', 'public']) {
        const then = linesOf(version, programmeId, `export.${view}.jsonl`);
        const now = await exported(programmeId, view);
        expect(await verdictOn(then)).toBe('consistent');
        expect(await verdictOn(now)).toBe('consistent');
        expect(now.length).toBe(then.length);
      }
    });

    it('every month is rebuilt as then recorded, to the same digest', async () => {
      const months = monthsOf(version, programmeId);
      for (const month of months) {
        const { body } = await tracker.must('rebuildReport', {
          as: assurance,
          params: { programmeId, month },
          body: { knowledge: 'then' },
        });
        await tracker.settled();
        const run = await tracker.must('getReportRun', { as: assurance, params: { programmeId, runId: body.id } });
        expect([month, run.body.rebuilt?.same ?? run.body]).toEqual([month, true]);
      }
    }, 120_000);

    it('is changed: an entry is recorded, changed, corrected and struck out, a review is opened, and the chains still verify', async () => {
      const [reviewId = ''] = await listed('listReviews', { programmeId });
      const params = { programmeId, reviewId, entryId: 'since-the-release' };
      const create = { 'if-none-match': '*' };
      await tracker.must('putRisk', { as: team, params, body: risk, headers: create });
      await tracker.must('putRisk', {
        as: team,
        params,
        body: { ...risk, title: 'Changed since the release' },
        headers: { 'if-match': '"1"' },
      });
      await tracker.must('strikeOutRisk', {
        as: team,
        params,
        body: { reason: 'It was only tried' },
        headers: { 'if-match': '"2"' },
      });
      const current = await tracker.must('getReview', { as: team, params });
      await tracker.must('putReview', {
        as: team,
        params,
        body: { ...current.body.record, title: 'Renamed since the release' },
        headers: { 'if-match': current.headers.etag ?? '' },
      });
      await tracker.must('putProgrammeIssue', {
        as: team,
        params: { programmeId, entryId: 'since-the-release' },
        body: records.issue,
        headers: create,
      });
      const { directorate: _, portfolio: __, services: ___, ...plain } = review;
      await tracker.must('putReview', {
        as: team,
        params: { programmeId, reviewId: 'since-the-release' },
        body: { ...plain, services: [] },
        headers: create,
      });
      const list = await tracker.must('listReviews', { as: office, params: { programmeId }, query: 'limit=200' });
      const titles = list.body.items.map((one: { record: { title: string } }) => one.record?.title ?? '');
      expect(JSON.stringify(list.body)).toContain('Renamed since the release');
      expect(titles.length).toBeGreaterThan(5);
    });
  });
});
