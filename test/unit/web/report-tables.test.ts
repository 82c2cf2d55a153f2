import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workbook } from '#functions/files/workbook.ts';
import { Report, ReportLine } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { aboutReport } from '#web/tables/about-report.ts';
import { tablesOf } from '#web/tables/report-tables.ts';
import { anyReviews } from '../../support/any-reviews.ts';
import { differencesOf } from '../../support/compare-tables.ts';
import { rollUp } from '../../support/positions.ts';
import { emptyReport, hostile, richLines, richReport } from '../../support/report-fixture.ts';
import { publication } from '../../support/report-samples.ts';
import { readWorkbookOf, xmlOf } from '../../support/workbook-reader.ts';

const written = (report: Report, lines: readonly ReportLine[]): Promise<Uint8Array> => {
  const tables = tablesOf(report, lines);
  return workbook([aboutReport(report, tables, null), ...tables], report.publication.publishedAt);
};

const differences = async (report: Report, lines: readonly ReportLine[], of = report): Promise<readonly string[]> =>
  differencesOf(report, lines, await readWorkbookOf(await written(of, lines)));

describe('A workbook of a report, read back by another reader', () => {
  it.each([
    ['with something in every section', richReport, richLines],
    ['of nothing', emptyReport, []],
  ] as const)('%s has every number, date and text of the JSON, and no other', async (_, report, lines) => {
    expect(await differences(report, lines)).toEqual([]);
  });

  it('has them of generated programmes', { timeout: 60_000, tags: ['long'] }, async () => {
    await fc.assert(
      fc.asyncProperty(anyReviews, async (reviews) => {
        const { content, lines } = rollUp(reviews);
        expect(await differences(Report.parse({ content, publication, rowsAtMost: everyRow }), lines)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('is found to differ by a number, a date or a name that is another', async () => {
    const [counted, due, named] = [
      structuredClone(richReport),
      structuredClone(richReport),
      structuredClone(richReport),
    ];
    counted.content.counts.counted += 90_001;
    for (const one of due.content.milestones.due.rows) one.dueOn = '2031-07-09';
    for (const one of named.content.findings.rows) one.because = 'Somebody else says so.';
    for (const other of [counted, due, named]) {
      expect(await differences(other, richLines, richReport)).not.toEqual([]);
      expect(await differences(richReport, richLines, other)).not.toEqual([]);
    }
  });

  it('has sums and days that can be reckoned with, and unknown figures in words', async () => {
    const { tables } = await readWorkbookOf(await written(richReport, richLines));
    const savings = tables.get('Savings') ?? [];
    const [head = []] = savings;
    const cells = (name: string) => savings.slice(1).map((row) => row[head.indexOf(name)]);
    expect(cells('Low (£)').filter((cell) => cell?.startsWith('number:')).length).toBeGreaterThan(5);
    expect(cells('Low (£)')).toContain('no figure');
    expect(tables.get('Milestones')?.flat()).toContain('time:2014-05-16T00:00:00.000Z');
  });

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', '＝1', '</t><f>1</f>', '😀 “é” \u202e'])(
    'keeps %j a text wherever it stands, and has no formula',
    async (text) => {
      const report = Report.parse(hostile(richReport, text));
      const lines = richLines.map((line) => ReportLine.parse(hostile(line, text)));
      const file = await written(report, lines);
      for (const [name, xml] of xmlOf(file))
        expect({ name, formula: /<f[ >/]/.test(xml) }).toEqual({ name, formula: false });
      expect(await differences(report, lines)).toEqual([]);
    },
  );

  it('says first which report it is and how to check it, and freezes the head of each sheet', async () => {
    const file = await written(richReport, richLines);
    const [first] = [...(await readWorkbookOf(file)).tables.values()];
    const { contentDigest, sealingDigest } = richReport.publication;
    expect(first).toEqual(
      expect.arrayContaining([
        ['Programme', 'Facing Outwards'],
        ['Month', '2014-04'],
        ['Revision', 'number:2'],
        ['Rule set', richReport.content.ruleSet],
        ['Content digest', contentDigest],
        ['Sealing digest', sealingDigest],
        ['How to check it', expect.stringContaining('npm run verify')],
      ]),
    );
    const sheets = [...xmlOf(file)].filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(15);
    for (const [, xml] of sheets) expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  it('is the same to the byte whenever it is written', async () => {
    const once = await written(richReport, richLines);
    await new Promise((later) => setTimeout(later, 2_100));
    expect(Buffer.compare(await written(richReport, richLines), once)).toBe(0);
  });

  it('leaves out what the programme leaves out, and says so', async () => {
    const content = { ...richReport.content, leftOut: [{ part: 'risks' as const, title: 'Risks' }] };
    const { tables } = await readWorkbookOf(await written({ ...richReport, content }, richLines));
    expect([...tables.keys()]).not.toContain('Risks and issues');
    expect(tables.get('Report')).toContainEqual(['Left out: Risks', 'By the programme’s settings']);
  });

  it('has what a part that is new to it holds, without a line about that part', async () => {
    const added = {
      newPart: { total: 1, rows: [{ review: 'property', title: 'Property', pounds: 12_345, due: '2014-05-01' }] },
    };
    const content = { ...richReport.content, ...added };
    const { tables } = await readWorkbookOf(await written({ ...richReport, content }, richLines));
    expect(tables.get('New part')?.at(-1)).toEqual(
      expect.arrayContaining(['Property', 'number:12345', 'time:2014-05-01T00:00:00.000Z']),
    );
  });

  it('gives in place of a part that could not be made the sentence that says so', async () => {
    const notMade = [{ part: 'savings', title: 'Savings', sentence: 'Savings could not be made.' }];
    const { tables } = await readWorkbookOf(
      await written({ ...richReport, content: { ...richReport.content, notMade } }, richLines),
    );
    expect(tables.get('Figures')?.filter(([section]) => section === 'Savings')).toEqual([
      expect.arrayContaining(['Savings', 'Not made', 'Savings could not be made.']),
    ]);
  });
});
