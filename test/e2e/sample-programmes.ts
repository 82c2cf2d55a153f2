import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Report } from '#schemas/report.ts';
import type { Client } from '../support/running-tracker.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** How reports are read where `npm start` filled a tracker with the sample programmes. */
const readerOf = (board: () => Client) => {
  const published = async (programmeId: string, month: string): Promise<Report> => {
    const { data: report } = await board().GET('/programmes/{programmeId}/reports/{month}', {
      params: { path: { programmeId, month }, query: { rows: 'all' } },
    });
    if (typeof report !== 'object') throw new Error(`there is no report of ${month}`);
    return report as Report;
  };
  const reportOf = async (programmeId: string, month: string) => (await published(programmeId, month)).content;
  return { published, reportOf };
};
type Reader = ReturnType<typeof readerOf>;

const itShowsWhatKentCounts = ({ reportOf }: Reader): void => {
  describe("Kent's Facing the Challenge, Phase 1, told through the API: the report of April 2014", () => {
    it('counts 12 services and 10 reviews, 9 with a preferred option and 1 waiting, and says for what', async () => {
      const content = await reportOf('facing-the-challenge', '2014-04');
      expect(content.counts).toMatchObject({ services: 12, counted: 10 });
      expect(content.options.reviewsWithPreferred).toEqual({ numerator: 9, denominator: 10, percent: 90 });
      expect(content.options.withoutPreferred.rows).toMatchObject([
        { review: 'residential-care-homes', waitsFor: [expect.stringContaining('Accommodation Strategy')] },
      ]);
      expect(content.waits.rows.map((wait) => wait.review)).toEqual([
        'kent-scientific-services',
        'residential-care-homes',
      ]);
      expect(content.flow).toMatchObject({ opening: 10, closing: 10, reconciles: true });
    });

    it('counts 11 preferred and 39 not recommended options, 10 of them only at this stage, where 8 of 9 papers print alternatives', async () => {
      const { options, deliveryModels } = await reportOf('facing-the-challenge', '2014-04');
      expect(options).toMatchObject({ preferred: 11, notRecommended: 39, notRecommendedAtThisStage: 10 });
      expect(options.alternativesRecorded).toMatchObject({ numerator: 8, denominator: 9 });
      expect(Object.fromEntries(deliveryModels.preferred.map((row) => [row.model, row.count]))).toEqual({
        'do-nothing': 1,
        'in-house-improve': 1,
        'in-house-commercial': 1,
        'local-authority-trading-company': 2,
        'joint-venture': 3,
        'alternative-business-structure': 1,
        trust: 2,
      });
      expect(deliveryModels.adopted).toEqual([]);
    });

    it('states 174 responses, 109 companies and 10 invited in, with no breakdown by review', async () => {
      const { engagement } = await reportOf('facing-the-challenge', '2014-04');
      expect(engagement).toMatchObject({
        responses: 174,
        organisations: 109,
        invitedIn: 10,
        statedOnly: { responses: 174, organisations: 109, invitedIn: 10 },
      });
      expect(engagement.notes.join(' ')).toContain('not broken down by review');
    });
  });
};

const itShowsWhatKentStates = ({ reportOf }: Reader, board: () => Client): void => {
  describe("Kent's Facing the Challenge, Phase 1, savings and months", () => {
    it('shows what is required, identified and unidentified, the other paper as a conflict, and what the range comes to a year', async () => {
      const { savings, findings } = await reportOf('facing-the-challenge', '2014-04');
      const year = (name: string) => savings.years.find((row) => row.year === name);
      expect(year('2015/16')).toMatchObject({
        required: { pounds: 88_000_000 },
        derivedIdentifiedPounds: 45_000_000,
        statedUnidentified: { pounds: 43_000_000, conflicts: [{ value: { pounds: 45_000_000 } }] },
        gap: null,
      });
      expect(year('2016/17')).toMatchObject({
        required: { pounds: 62_000_000 },
        derivedIdentifiedPounds: 17_000_000,
        statedUnidentified: { pounds: 45_000_000, conflicts: [{ value: { pounds: 43_000_000 } }] },
      });
      const average = savings.stated.find((one) => one.measure === 'savings-expected-a-year');
      expect(average).toMatchObject({
        figure: { low: 20_000_000, high: 30_000_000 },
        follows: { low: 15_000_000, high: 25_000_000, agrees: false },
      });
      expect(findings.rows.filter((one) => one.rule === 'CON-06')).toHaveLength(3);
      expect(savings.coverage).toMatchObject({
        reviews: { numerator: 0, denominator: 10 },
        sentence: 'Savings are stated for 0 of 10 reviews; 10 not stated.',
      });
      expect(savings.coverage.notStated.rows).toHaveLength(10);
    });

    it('has a report for each month from October 2013, and says so where nothing was told', async () => {
      const { data: reports } = await board().GET('/programmes/{programmeId}/reports', {
        params: { path: { programmeId: 'facing-the-challenge' } },
      });
      expect(reports?.items.map((one) => one.month)).toEqual([
        '2014-05',
        '2014-04',
        '2014-03',
        '2014-02',
        '2014-01',
        '2013-12',
        '2013-11',
        '2013-10',
      ]);
      const november = await reportOf('facing-the-challenge', '2013-11');
      expect(november.headline.join(' ')).toContain('Nothing was recorded for this month');
    });

    it('lets nothing of May into April', async () => {
      const { recommendations, ...april } = await reportOf('facing-the-challenge', '2014-04');
      expect(JSON.stringify(april)).not.toContain('put to the County Council on 15 May');
      expect(recommendations?.total).toBe(0);
    });
  });
};

const itShowsTheOtherPapers = ({ reportOf }: Reader): void => {
  describe("Kent's Facing the Challenge, Phase 1, by the other papers of 15 May 2014", () => {
    it('has in May what the other papers of that meeting state: recommendations, risks without a score, dependencies, a peer challenge', async () => {
      const may = await reportOf('facing-the-challenge', '2014-05');
      expect(may.recommendations).toMatchObject({ total: 42, open: 42, awaitingResponse: 27, overdue: 0 });
      expect(may.risks).toMatchObject({ open: 3, unscored: { total: 3 } });
      expect(may.dependencies).toMatchObject({ open: 7, overdue: 0 });
      expect(may.assuranceCheckpoints).toMatchObject({ done: { total: 1 }, due: { total: 1 } });
      expect(may.flow).toMatchObject({ opening: 10, closing: 10, reconciles: true });
      expect(JSON.stringify(may.nextSteps)).not.toContain('Decide "');
      const found = Object.groupBy(may.findings.rows, (one) => one.rule);
      expect([found['CON-06']?.length, found['GAP-07']?.length, found['GAP-10']?.length]).toEqual([3, 15, 7]);
    });
  });
};

const itShowsTheSmallOnes = ({ reportOf }: Reader): void => {
  describe("Kent's later papers, as small programmes of their own", () => {
    it("walks Securing Kent's Future from the forecast overspend to what is left, and knows no figure for the opportunities", async () => {
      const october = await reportOf('securing-kents-future', '2023-10');
      expect(october.inYearWalks?.walks.rows).toMatchObject([
        { beforeAction: 43_700_000, actions: { pounds: 17_000_000 }, left: 26_700_000, worked: 26_700_000 },
      ]);
      expect(october.inYearWalks?.actions.total).toBe(9);
      expect(october.counts).toMatchObject({ counted: 0 });
      expect(october.findings.rows).toEqual([]);
    });

    it('shows the shares of the Productivity Plan as shares, its barriers as what others must do, and no year of what has none', async () => {
      const august = await reportOf('productivity-plan', '2024-08');
      const shares = august.statedMeasures?.rows.filter(({ id }) => id.startsWith('transformation-share'));
      expect(shares?.map(({ period, value }) => [period, value.kind === 'share' && value.percent])).toEqual([
        ['2024/25', '38.6'],
        ['2025/26', '60.6'],
        ['2026/27', '75.3'],
      ]);
      expect(august.dependencies).toMatchObject({ open: 6 });
      expect(august.flow).toMatchObject({ opening: 6, closing: 6, reconciles: true });
      expect(august.findings.rows.filter(({ rule }) => rule.startsWith('CON'))).toEqual([]);
    });
  });
};

const itShowsExampleshire = ({ reportOf, published }: Reader, data: () => string): void => {
  describe('Exampleshire Futures, which is fictional and says so', () => {
    it('shows in full what Kent does not state, month after month, each reconciling with the last', async () => {
      let closing: number | undefined;
      for (const month of ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10']) {
        const { flow, programme } = await reportOf('exampleshire-futures', month);
        expect({ month, reconciles: flow.reconciles, fictional: programme.fictional }).toEqual({
          month,
          reconciles: true,
          fictional: true,
        });
        if (closing !== undefined) expect(flow.opening).toBe(closing);
        closing = flow.closing;
      }
      const october = await reportOf('exampleshire-futures', '2025-10');
      expect(october.lines).toBeGreaterThanOrEqual(12);
      expect(october.options.total).toBeGreaterThanOrEqual(30);
      expect(october.risks.open).toBeGreaterThan(20);
      expect(new Set(october.findings.rows.map((one) => one.rule)).size).toBeGreaterThanOrEqual(8);
      expect(october.savings.years.length).toBeGreaterThanOrEqual(4);
    });
  });

  it("a programme's record is exported and checks out, up to the seal printed on its board report", async () => {
    const file = join(data(), 'export.jsonl');
    await run(
      process.execPath,
      ['cli/export-programme.ts', '--programme', 'exampleshire-futures', '--to', file, '--data', data()],
      { cwd: root },
    );
    const { publication } = await published('exampleshire-futures', 'latest');
    const checked = await run(process.execPath, ['cli/verify-export.ts', file, '--anchor', publication.sealingDigest], {
      cwd: root,
    });
    expect(checked.stdout).toMatch(/proved/i);
    await rm(file);
  });

  it('each report of a programme is written to files in every format by one command', async () => {
    const to = join(data(), 'packs');
    await run(
      process.execPath,
      ['cli/make-packs.ts', '--programme', 'exampleshire-futures', '--to', to, '--data', data()],
      { cwd: root },
    );
    const files = await readdir(join(to, 'exampleshire-futures'));
    const endings = ['csv', 'html', 'json', 'pdf', 'xlsx', 'zip'];
    expect(files.filter((name) => name.startsWith('2025-10')).toSorted()).toEqual(
      endings.map((ending) => `2025-10.${ending}`),
    );
    const begins = async (name: string) =>
      (await readFile(join(to, 'exampleshire-futures', name))).toString('latin1', 0, 4);
    expect([await begins('2025-10.pdf'), await begins('2025-10.xlsx')]).toEqual(['%PDF', 'PK\u0003\u0004']);
    await rm(to, { recursive: true });
  });
};

/** What the sample programmes show in a tracker that `npm start` filled with them: its data folder and a client of the board. */
export const itShowsTheSampleProgrammes = (data: () => string, board: () => Client): void => {
  const reader = readerOf(board);
  itShowsWhatKentCounts(reader);
  itShowsWhatKentStates(reader, board);
  itShowsTheOtherPapers(reader);
  itShowsTheSmallOnes(reader);
  itShowsExampleshire(reader, data);
};
