import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { reportPage } from '#web/report-page.ts';
import { aReview, aSetting, rollUp, savingsOf } from '../../../support/positions.ts';
import { richLines, richReport, wholeReport } from '../../../support/report-fixture.ts';

/* A claim of nought is a claim; nothing claimed is none, and is not shown as £0 (docs/meaning.md SAVINGS-4, MONEY-3). */

const year = '2014/15';
const validations = (pounds: number) => ({
  validations: [{ year, pounds, on: '2014-04-20', by: 'finance-lead', at: '2014-04-20T00:00:00.000Z', ofVersion: 1 }],
});
const reported = (claimedActual: number | undefined, facts: Record<string, unknown> = {}, rules?: typeof rules1) =>
  rollUp(
    [aReview('property', { savings: savingsOf({ years: [{ year, plan: 1_000, claimedActual }] }, facts) })],
    aSetting(),
    rules,
  );

describe.each([
  [
    'nothing is claimed or validated',
    reported(undefined),
    { claimed: 0, validated: 0 },
    ['nothing claimed', 'nothing validated'],
  ],
  ['nought is claimed, and nothing validated', reported(0), { claimed: 1, validated: 0 }, ['£0', 'nothing validated']],
  ['nought is claimed and validated', reported(0, validations(0)), { claimed: 1, validated: 1 }, ['£0', '£0']],
] as const)('Of a year of which %s', (_, { content }, stated, words) => {
  it('a report says so', () => {
    expect(content.savings.years.find((one) => one.year === year)?.linesStated).toEqual(stated);
    const report = wholeReport({ ...richReport, content: { ...richReport.content, savings: content.savings } });
    const page = reportPage({ report, lines: richLines, linesComplete: true });
    const [, table = ''] = page.split('What is claimed, and what finance has validated');
    const [row = ''] = table.split('</tr>').filter((one) => one.includes(year));
    expect(words.filter((word) => row.includes(word))).toEqual(words);
  });
});

it('The first rule set goes on saying nought', () => {
  const { content } = reported(undefined, {}, rules1);
  expect(content.savings.years.find((one) => one.year === year)).not.toHaveProperty('linesStated');
});
