import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RuleSet } from '#domain/report/compose-report.ts';
import type { ReportRule } from '#domain/report/report-rule.ts';
import { releasedRuleSets, ruleSetsOf } from '#domain/report/rule-sets.ts';
import { rebuildMonth } from '#functions/scheduled/rebuild-month.ts';
import { rollUpMonth } from '#functions/scheduled/roll-up-month.ts';
import { readRecord } from '#store/records/records.ts';
import { readRun } from '#store/reports/runs.ts';
import type { Table } from '#store/table/client.ts';
import { programme, review, risk } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * A release with a rule set that this one does not have: a rule more, another part, another sentence, another line. January
 * was published before it, by the rule set of this release; February after it.
 */

const programmeRef = { organisation: 'council', programme: 'tomorrow' };
const params = { programmeId: 'tomorrow', reviewId: 'property' };

const isThere: ReportRule = {
  id: 'GAP-99',
  kind: 'data-gap',
  since: 'rules-99',
  sentence: 'A review is there.',
  ofReview: ({ id, title }) => [{ register: 'review', id, because: `${title} is there.`, evidence: [] }],
};
const { current } = releasedRuleSets;
const next: RuleSet = {
  name: 'rules-99',
  rules: [...current.rules, isThere],
  derivesFacts: true,
  openParts: (...given) => {
    const parts = current.openParts(...given);
    return {
      ...parts,
      ofRegisters: {
        ...parts.ofRegisters,
        close: () => {
          const made = parts.ofRegisters.close();
          return { ...made, options: { ...made.options, total: 99 } };
        },
      },
    };
  },
  lineOf: (...given) => ({ ...current.lineOf(...given), waitsFor: ['the next rule set'] }),
  headlineOf: (...given) => [...current.headlineOf(...given), 'By the next rule set.'],
  pageOneOf: (...given) => current.pageOneOf(...given),
  changesSince: (...given) => [...current.changesSince(...given), { sentence: 'Another.', before: null, after: null }],
};
const later = ruleSetsOf(current, next);

let tracker: TestTracker;
let table: Table;

beforeAll(async () => {
  tracker = await startTestTracker();
  table = { client: tracker.client, name: tracker.tableName };
  const headers = { 'if-none-match': '*', 'effective-at': '2026-01-05' };
  await tracker.must('putProgramme', {
    as: people.office,
    params,
    body: programme,
    headers: { ...headers, 'effective-at': '2025-12-01' },
  });
  await tracker.must('putReview', { params, body: review, headers });
  await tracker.must('putRisk', { params: { ...params, entryId: 'late' }, body: risk, headers });
  await tracker.must('runReport', { as: people.office, params, body: { month: '2026-01' } });
  await tracker.settled();
  const february = { ...programmeRef, month: '2026-02', revision: 1, run: '2026-02-r1' };
  await rollUpMonth(
    { kind: 'roll-up-month', ...february },
    { table, ruleSets: later },
    () => '2026-03-06T06:00:00.000Z',
  );
});
afterAll(() => tracker.stop());

const rebuilt = async (month: string, ruleSets = later) => {
  const run = `${month}-r1-then-${Math.random().toString(16).slice(2, 10)}`;
  const message = {
    kind: 'rebuild-month' as const,
    ...programmeRef,
    month,
    revision: 1,
    run,
    knowledge: 'then' as const,
  };
  await rebuildMonth(message, { table, ruleSets });
  return readRun(table, programmeRef, run);
};

const contentOf = async (month: string) =>
  (await tracker.must('getReport', { params: { ...params, month } })).body.content;

it('new reports are made by the newest rule set: its rules, parts, lines and sentences', async () => {
  expect(await contentOf('2026-01')).toMatchObject({ ruleSet: current.name });
  const { ruleSet, findings, options, headline, changes } = await contentOf('2026-02');
  const { lines } = (await tracker.must('getReportLines', { params: { ...params, month: '2026-02' } })).body;
  expect(ruleSet).toBe(next.name);
  expect(findings.rows.map((one: { rule: string }) => one.rule)).toContain('GAP-99');
  expect(options.total).toBe(99);
  expect([headline.at(-1), changes.at(-1).sentence]).toEqual(['By the next rule set.', 'Another.']);
  expect(lines[0].waitsFor).toEqual(['the next rule set']);
});

it.each(['2026-01', '2026-02'])(
  '%s is made again by the rule set that made it, and comes to the same digest',
  async (month) => {
    expect(await rebuilt(month)).toMatchObject({ state: 'rebuilt', rebuilt: { same: true, differences: [] } });
  },
);

it('made by another rule set it would not be the same', async () => {
  const mistaken = ruleSetsOf({ ...next, name: current.name });
  expect(await rebuilt('2026-01', mistaken)).toMatchObject({ state: 'rebuilt', rebuilt: { same: false } });
});

it('a report of a newer release is refused in one sentence, by who is asked for it and by who would make it', async () => {
  const detail = 'The report of February 2026 was made by rule set rules-99, which this release does not have.';
  const answer = await tracker.ask('rebuildReport', {
    as: people.assurance,
    params: { ...params, month: '2026-02' },
    body: { knowledge: 'then' },
  });
  expect(answer).toMatchObject({ status: 409, body: { code: 'report.rule-set-unknown', detail } });
  expect(await rebuilt('2026-02', releasedRuleSets)).toMatchObject({ state: 'failed', problem: detail, rebuilt: null });
});

it.each([
  ['2026-01', current.name],
  ['2026-02', next.name],
])('what seals %s says that %s made it, and under which version of the settings', async (month, ruleSet) => {
  const sealed = await readRecord(table, { ...programmeRef, review: null }, 'publication', month);
  expect(sealed?.state.record).toMatchObject({ month, ruleSet, settingsVersion: 1 });
});
