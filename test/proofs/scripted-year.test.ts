import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { recordScenario } from '#local/load-examples.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { startTracker } from '#local/tracker.ts';
import type { ReportContent } from '#schemas/report.ts';
import { months } from '../../examples/scripted-year/months.ts';
import { scriptedYear } from '../../examples/scripted-year/scenario.ts';
import { planted } from './planted.ts';
import { amount, counted, timeLimitMilliseconds } from './running.ts';

/*
 * The scripted year, recorded through the API by six people: each report begins where the last one ended, for the whole and for each tier and
 * portfolio, and finds what was planted for it and nothing else. The short proof is its first two months.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const reported = months.slice(0, amount(2, 12));
const steps = scriptedYear.steps.slice(
  0,
  scriptedYear.steps.findIndex((step) => step.kind === 'report' && step.month === reported.at(-1)) + 1,
);
const data = mkdtempSync(join(tmpdir(), 'year-'));
let tracker: Awaited<ReturnType<typeof startTracker>>;
let reports: readonly ReportContent[];

beforeAll(async () => {
  freshenBundles(['commands', 'queries', 'board', 'front', 'roll-up']);
  tracker = await startTracker({ port: 0, data, bundleOf, onTrouble: (sentence) => console.error(sentence) });
  await recordScenario(tracker, { ...scriptedYear, steps }, () => undefined);
  const person = { roles: ['programme-office' as const], subject: 'reader', name: 'Reader' };
  const token = await tracker.tokenFor({ ...person, organisation: defaultOrganisation });
  reports = await Promise.all(
    reported.map(async (month) => {
      const path = `/programmes/${scriptedYear.programme}/reports/${month}?rows=all`;
      const answer = await fetch(`${tracker.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
      return (await answer.json()).content;
    }),
  );
});
afterAll(async () => {
  await tracker.stop();
  rmSync(data, { recursive: true });
});

type Row = NonNullable<ReportContent['flow']['byTier']>[number];
const sumOf = (rows: readonly Row[], of: 'opening' | 'closing'): number => rows.reduce((sum, row) => sum + row[of], 0);

describe('the scripted year', () => {
  it('takes six people and the whole of a portfolio: 65 projects, 40 potential ones, four portfolios, three tiers', (context) => {
    const [first] = reports;
    const potential = first?.counts.notCounted.find(({ lifecycle }) => lifecycle === 'potential')?.count;
    expect([first?.counts.counted, potential]).toEqual([65, 40]);
    expect(first?.counts.portfolio.map(({ key }) => key)).toEqual(['living-well', 'growing-up', 'places', 'council']);
    const people = new Set(steps.map((step) => step.as.subject));
    expect(people.size).toBe(6);
    counted(context, {
      reports: reports.length,
      steps: steps.length,
    });
  });

  it('each report begins where the last one ended, and reconciles, for the whole and for each tier and portfolio', () => {
    const wrong: string[] = [];
    for (const [n, { month, flow }] of reports.entries()) {
      const before = reports[n - 1]?.flow;
      const rows = [...(flow.byTier ?? []), ...(flow.byPortfolio ?? [])];
      if (!flow.reconciles || (before !== undefined && flow.opening !== before.closing))
        wrong.push(`${month}: the whole`);
      for (const row of rows) {
        const was = [...(before?.byTier ?? []), ...(before?.byPortfolio ?? [])].find(({ key }) => key === row.key);
        if (!row.reconciles || (was !== undefined && was.closing !== row.opening)) wrong.push(`${month}: ${row.name}`);
      }
      for (const of of ['opening', 'closing'] as const)
        for (const table of [flow.byTier ?? [], flow.byPortfolio ?? []])
          if (sumOf(table, of) !== flow[of]) wrong.push(`${month}: ${of} of its parts`);
    }
    expect(wrong).toEqual([]);
  });

  it('each total of reviews is that of its parts', () => {
    for (const { counts } of reports)
      for (const rows of [counts.stage, counts.portfolio, counts.tier, counts.directorate, counts.lifecycle])
        expect(rows.reduce((sum, { share }) => sum + share.numerator, 0)).toBe(counts.counted);
  });

  it.each(reported)('the report of %s finds what is planted, and nothing else', (month) => {
    const content = reports.find((one) => one.month === month);
    const found = content?.findings.rows.map(
      ({ rule, subject }) => `${rule} ${subject.review ?? ''} ${subject.register} ${subject.id}`,
    );
    const expected = planted
      .filter(([, , , , first, last]) => first <= month && month <= last)
      .map(([rule, review, register, id]) => `${rule} ${review} ${register} ${id}`);
    expect(found?.toSorted()).toEqual(expected.toSorted());
  });

  it('plants at least forty kinds of findings', () => {
    expect(new Set(planted.map(([rule]) => rule)).size).toBeGreaterThanOrEqual(40);
  });
});
