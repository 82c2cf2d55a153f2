// @module-tag long
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { monthInWords } from '#language/in-words.ts';
import { type Engine, startEngine } from '#local/engine.ts';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { tableName } from '#local/function-environment.ts';
import { recordScenario } from '#local/load-examples.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { startTracker } from '#local/tracker.ts';
import { ListedMessage } from '#schemas/message.ts';
import type { ReportContent } from '#schemas/report.ts';
import { partKey } from '#store/table/keys.ts';
import { months } from '../../examples/scripted-year/months.ts';
import { scriptedYear } from '../../examples/scripted-year/scenario.ts';
import { messagesOfTheYear } from './messages-of-the-year.ts';
import { planted } from './planted.ts';
import { amount, counted, timeLimitMilliseconds } from './running.ts';

/*
 * The scripted year, recorded through the API by six people: each report begins where the last one ended, for the whole and for each tier and
 * portfolio, and finds what was planted for it and nothing else. The short proof is its first two months.
 */

vi.setConfig({ testTimeout: timeLimitMilliseconds, hookTimeout: timeLimitMilliseconds });
const reported = months.slice(0, amount(2, 12));
const lastReport = scriptedYear.steps.findIndex((step) => step.kind === 'report' && step.month === reported.at(-1));
/** The whole proof records the month after the last report too, which is under way. */
const steps = reported.length === months.length ? scriptedYear.steps : scriptedYear.steps.slice(0, lastReport + 1);
const data = mkdtempSync(join(tmpdir(), 'year-'));
const MessagesPage = z.object({ items: z.array(ListedMessage), next: z.string().nullable() });
type Listed = z.infer<typeof ListedMessage>;
let engine: Engine;
let tracker: Awaited<ReturnType<typeof startTracker>>;
let token: string;
let reports: readonly ReportContent[];

const askOfAll = async (path: string, body?: object) => {
  const answer = await fetch(`${tracker.origin}${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': path }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return answer.json();
};
const ask = (path: string, body?: object) => askOfAll(`/programmes/${scriptedYear.programme}${path}`, body);

const readMessages = async (cursor = ''): Promise<readonly Listed[]> => {
  const { items, next } = MessagesPage.parse(await askOfAll(`/messages?limit=200${cursor}`));
  return next === null ? items : [...items, ...(await readMessages(`&cursor=${next}`))];
};

beforeAll(async () => {
  freshenBundles(['commands', 'queries', 'board', 'front', 'roll-up', 'messages']);
  // An engine of its own, so that one stored item can be damaged in the end.
  engine = await startEngine({});
  process.env.DYNAMODB_ENDPOINT = engine.endpoint;
  tracker = await startTracker({ port: 0, data, bundleOf, onTrouble: (sentence) => console.error(sentence) });
  await recordScenario(tracker, { ...scriptedYear, steps }, () => undefined, '2025-01-01');
  const person = { roles: ['programme-office' as const], subject: 'reader', name: 'Reader' };
  token = await tracker.tokenFor({ ...person, organisation: defaultOrganisation });
  reports = await Promise.all(reported.map(async (month) => (await ask(`/reports/${month}?rows=all`)).content));
});
afterAll(async () => {
  await tracker.stop();
  await engine.stop();
  delete process.env.DYNAMODB_ENDPOINT;
  rmSync(data, { recursive: true });
});

type Row = NonNullable<ReportContent['flow']['byTier']>[number];
const sumOf = (rows: readonly Row[], of: 'opening' | 'closing'): number => rows.reduce((sum, row) => sum + row[of], 0);

describe('the scripted year', () => {
  it.each(reported)('has the picture of its money on page one of %s', async (month) => {
    const answer = await fetch(`${tracker.origin}/programmes/${scriptedYear.programme}/reports/${month}`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/html' },
    });
    const page = await answer.text();
    const first = page.slice(page.indexOf('<section id="page-one"'));
    expect(first.slice(0, first.indexOf('</section>'))).toContain('class="savings-chart"');
  });

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

  it('counts the finance and people system once, with the two projects within it at stages of their own, but in the month in which they were part of each other', () => {
    const within = reports.map(({ month, counts }) => [
      month,
      ...(counts.components?.rows ?? []).map(({ review, of, stage, ofStage }) =>
        [review, stage, of, ofStage].join(', '),
      ),
    ]);
    const both = [
      'finance-ledger, Implementation, erp, Decision',
      'people-records, Options appraisal (2), erp, Decision',
    ];
    expect(within).toEqual(reported.map((month) => (month === '2025-08' ? [month] : [month, ...both])));
  });

  it('compares with the baseline of the budget once the settings name it, but in the month in which it is struck out', () => {
    const compared = reports.filter(({ sinceBaseline }) => sinceBaseline?.baseline?.id === 'budget-2025-26');
    expect(compared.map(({ month }) => month)).toEqual(
      reported.filter((month) => month >= '2025-10' && month !== '2026-01'),
    );
    const moved = reports.find(({ month }) => month === '2025-11')?.sinceBaseline;
    if (reported.includes('2025-11')) {
      expect(moved?.costsAndBenefits.rows.map(({ review, costOrBenefit }) => [review, costOrBenefit])).toEqual([
        // Recorded after the baseline was fixed.
        ['erp', 'licences'],
        ['offices', 'moving'],
        ['offices', 'sale'],
      ]);
      expect(moved?.moves).toEqual({ milestones: 3, plans: 0, approvals: 2 });
    }
  });

  it('rolls the budget year over in February: the next plan beside the last, what it requires, and what carries over', () => {
    const byNext = reports.filter(({ savings }) => savings.mtfp?.inUse.id === 'mtfp-2026-29');
    expect(byNext.map(({ month }) => month)).toEqual(reported.filter((month) => month >= '2026-02'));
    for (const { savings } of byNext) {
      expect(savings.years.find(({ year }) => year === '2026/27')?.required).toMatchObject({ pounds: 35_500_000 });
      const energy = savings.mtfp?.carriedOver.rows.find(({ review }) => review === 'energy');
      // Half of what it plans was in the last plan, and finance has validated more than that.
      expect(energy).toBeUndefined();
      expect(savings.mtfp?.carriedOver.total).toBeGreaterThan(20);
    }
  });

  it('makes exactly the messages that the table of the year says, and of each month a notice for each return that its report expects', async (context) => {
    const who = {
      ...{ 'change-manager': 'team', 'digital-manager': 'lead', 'chief-accountant': 'finance' },
      ...{ 'director-of-people': 'people', 'director-of-place-and-resources': 'place' },
      ...{ 'head-of-portfolio-office': 'office', 'member-of-the-portfolio-board': 'board' },
    } as Readonly<Record<string, string>>;
    const messages = await readMessages();
    const found = new Map<string, Record<string, number>>();
    for (const { madeAt, to, text, notices } of messages.toReversed()) {
      const line = text.split('\n').find((one) => one.startsWith('- ')) ?? '';
      const [, act = '', ofMonth, closed] =
        /^- (\w+)(?: the (\w+ \d{4}) re(?:turn|port)| (\w+ \d{4}) of)?/.exec(line) ?? [];
      const about = `${act.toLowerCase()}${line.includes('was due') ? ' late' : ''}`;
      const row = JSON.stringify([madeAt.slice(0, 10), about, ofMonth ?? closed ?? '']);
      found.set(row, { ...found.get(row), [who[to] ?? to]: notices });
    }
    const last = messages[0]?.madeAt.slice(0, 10) ?? '';
    const expected = messagesOfTheYear.filter(([day]) => day <= last);
    const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(
      inOrder([...found].map(([row, notices]) => [...JSON.parse(row), Object.entries(notices).toSorted()])),
    ).toEqual(
      inOrder(expected.map(([day, about, month, notices]) => [day, about, month, Object.entries(notices).toSorted()])),
    );
    // What is asked for ahead is what the report will expect, but where returns came before anybody was reminded: those of October.
    const isFirstReminder = (about: string): boolean => about === 'submit';
    for (const { month, returns } of reports.filter((report) => report.month !== '2025-10')) {
      const asked = expected.filter(([, about, of]) => isFirstReminder(about) && of === monthInWords(month));
      const notices = asked.flatMap(([, , , one]) => Object.values(one)).reduce((sum, one) => sum + one, 0);
      expect([month, notices]).toEqual([month, returns.expected]);
    }
    counted(context, { messages: messages.length });
  });

  it('leaves out from October to January the finding that is accepted as known, and says how many', () => {
    const aside = reports.flatMap(({ month, setAside }) => ((setAside?.findings ?? 0) > 0 ? [month] : []));
    expect(aside).toEqual(reported.filter((month) => month >= '2025-10' && month <= '2026-01'));
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

  it('finds a record that cannot be read, in a revision of the last month: UNR-01', async () => {
    const client = new DynamoDBClient({
      endpoint: engine.endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const programmeRef = { organisation: defaultOrganisation, programme: scriptedYear.programme, review: null };
    const { pk, sk } = partKey(programmeRef, 'archives', 'review');
    const Item = { pk: { S: pk }, sk: { S: sk }, sequence: { N: '1' }, body: { S: 'no record' } };
    await client.send(new PutItemCommand({ TableName: tableName, Item }));
    const month = reported.at(-1);
    const { id } = await ask(`/reports/${month}/revisions`, { reason: 'A record was damaged' });
    await expect.poll(async () => (await ask(`/report-runs/${id}`)).state, { timeout: 60_000 }).toBe('published');
    const { content } = await ask(`/reports/${month}?rows=all`);
    const unreadable = content.findings.rows.filter(({ rule }: { rule: string }) => rule === 'UNR-01');
    expect(unreadable.map(({ subject }: { subject: { review: string } }) => subject.review)).toEqual(['archives']);
  });

  it('plants at least forty kinds of findings', () => {
    expect(new Set(planted.map(([rule]) => rule)).size).toBeGreaterThanOrEqual(40);
  });
});
