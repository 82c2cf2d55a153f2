// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { startTestTracker, type TrackerOfMore } from '../support/tracker.ts';
import { monthsOf, programmesOf, putItems, releasedVersions, textOf } from './released-version.ts';

/*
 * The next release, as it will come: a register more, with a section of the position and a part of the report, and a field
 * more on records that are there. What the last release stored and published stays readable, and months are rebuilt as they
 * were published, by the rule set that made them.
 */

vi.mock('#registers/all.ts', async (original) => {
  const { registers } = await original<typeof import('#registers/all.ts')>();
  const { keepsake } = await import('../support/throw-away-register/record.ts');
  const grown = registers.map((register) =>
    register.kind === 'issue'
      ? { ...register, record: register.record.extend({ urgency: z.enum(['low', 'high']).default('low') }) }
      : register,
  );
  return { registers: [...grown, keepsake] };
});
vi.mock('#registers/all-rules.ts', async (original) => {
  const { ownRules } = await original<typeof import('#registers/all-rules.ts')>();
  const { registers } = await import('#registers/all.ts');
  const { defineRules } = await import('#domain/registers/define-rules.ts');
  const { datesOfIssue } = await import('#registers/issue/record.ts');
  const grown = registers.find(({ kind }) => kind === 'issue');
  return {
    ownRules: {
      ...ownRules,
      issue: defineRules(grown as never, { keeps: () => ({}), computed: datesOfIssue as never }),
    },
  };
});
vi.mock('#registers/all-reports.ts', async (original) => {
  const { reportParts } = await original<typeof import('#registers/all-reports.ts')>();
  const { keepsakesPart } = await import('../support/throw-away-register/report.ts');
  return { reportParts: { ...reportParts, keepsake: keepsakesPart } };
});
vi.mock('#registers/all-pages.ts', async (original) => {
  const { pages } = await original<typeof import('#registers/all-pages.ts')>();
  const { keepsakesPage } = await import('../support/throw-away-register/page.ts');
  return { pages: { ...pages, keepsake: keepsakesPage } };
});
vi.mock('#domain/report/rule-sets.ts', async (original) => {
  const all = await original<typeof import('#domain/report/rule-sets.ts')>();
  const next = all.ruleSet('rules-99');
  const named = (name: string) => (name === next.name ? next : all.releasedRuleSets.named(name));
  return { ...all, releasedRuleSets: { current: next, named } };
});

const organisation = 'local-council';
const office = { roles: ['programme-office'], subject: 'olga-office', organisation } as const;
const team = { roles: ['transformation-team'], subject: 'tara-team', organisation } as const;
const assurance = { roles: ['assurance'], subject: 'asha-assurance', organisation } as const;

const version = releasedVersions.at(-1) ?? 'nothing is kept';
const [programmeId = ''] = programmesOf(version);
let tracker: TrackerOfMore;
let reviewId: string;

beforeAll(async () => {
  tracker = await startTestTracker();
  await putItems({ client: tracker.client, name: tracker.tableName }, version);
  const { body } = await tracker.must('listReviews', { as: office, params: { programmeId } });
  reviewId = body.items[0].id;
}, 120_000);
afterAll(() => tracker.stop());

it('issues from before the new field are listed and read, and take it when they are changed', async () => {
  const { body: reviews } = await tracker.must('listReviews', {
    as: office,
    params: { programmeId },
    query: 'limit=200',
  });
  let found = 0;
  for (const { id } of reviews.items) {
    const params = { programmeId, reviewId: id };
    const { body } = await tracker.must('listIssues', { as: office, params });
    for (const issue of body.items.filter((one: { struckOut: unknown }) => one.struckOut === null)) {
      found += 1;
      const entry = { ...params, entryId: issue.id };
      const read = await tracker.must('getIssue', { as: office, params: entry });
      const changed = await tracker.must('putIssue', {
        as: team,
        params: entry,
        body: { ...read.body.record, urgency: 'high' },
        headers: { 'if-match': read.headers.etag ?? '' },
      });
      expect(changed.body.record.urgency).toBe('high');
    }
  }
  expect(found).toBeGreaterThan(0);
});

it('a review from before the new register takes its entries, and its position and gate are read', async () => {
  const params = { programmeId, reviewId };
  const { keepsake } = await import('../support/throw-away-register/record.ts');
  const { risk: _, ...example } = keepsake.record.parse(keepsake.example);
  const made = await tracker.must('putKeepsake', {
    as: team,
    params: { ...params, entryId: 'since-the-release' },
    body: example,
    headers: { 'if-none-match': '*' },
  });
  expect(made.status).toBe(201);
  await tracker.must('getReviewGate', { as: office, params });
  const { body } = await tracker.must('getReview', { as: office, params });
  expect(body.record.title).not.toBe('');
});

it('every published month answers as it was, without the new part, and is rebuilt to its own digest', async () => {
  for (const month of monthsOf(version, programmeId)) {
    const params = { programmeId, month };
    const before = JSON.parse(textOf(version, programmeId, 'reports', `${month}.full.json`));
    const now = await tracker.must('getReport', { as: office, params, query: 'rows=all&view=full' });
    expect(now.body).toEqual(before);
    expect(now.body.content.keepsakes).toBeUndefined();
    const page = await tracker.must('getReport', { as: office, params, headers: { accept: 'text/html' } });
    expect(page.text).toContain('</html>');
    const { body } = await tracker.must('rebuildReport', { as: assurance, params, body: { knowledge: 'then' } });
    await tracker.settled();
    const run = await tracker.must('getReportRun', { as: assurance, params: { programmeId, runId: body.id } });
    expect([month, run.body.rebuilt?.same ?? run.body]).toEqual([month, true]);
  }
}, 120_000);

it('the next revision is made by the next rule set, with the new part', async () => {
  const month = monthsOf(version, programmeId).at(-1) ?? '';
  const params = { programmeId, month };
  await tracker.must('reviseReport', { as: office, params, body: { reason: 'By the next release' } });
  await tracker.settled();
  expect(tracker.failures).toEqual([]);
  const { body } = await tracker.must('getReport', { as: office, params, query: 'rows=all&view=full' });
  expect(body.content).toMatchObject({ revision: 2, ruleSet: 'rules-99', keepsakes: { total: 0 } });
});
