import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/facing-change';
const pages = '/pages/programmes/facing-change/reports/2014-04/figures';
const total = { low: 1_000_000, high: 1_000_000, exact: true, count: 1, marked: [], excluded: [] };
const of = { part: 'savings', unit: 'pounds', rule: { id: 'SAVINGS-20', sentence: 'Identified is so.' } };
const identified = { ...of, figure: 'savings.2014-15.identified', title: 'Savings 2014/15: Identified', value: total };
const gap = {
  ...of,
  figure: 'savings.2014-15.gap',
  title: 'Savings 2014/15: Still to find',
  value: { ...total, low: 2_000_000, high: 2_000_000 },
};
const kept = { month: '2014-04', revision: 1, contentDigest: 'd'.repeat(64) };
const row = {
  review: 'property',
  title: 'Property',
  register: 'saving',
  entry: 'rent',
  entryTitle: 'Fewer leases',
  amount: 1_000_000,
  how: 'included',
  because: null,
  record: `${api}/reviews/property/savings/rent`,
};
const apart = {
  ...row,
  entry: 'ideas',
  entryTitle: 'Ideas',
  amount: null,
  how: 'left-out',
  because: 'it is below firmness',
};
const withRows = (rows: readonly unknown[]) => ({ ...identified, ...kept, rows, rowsNotKept: 3, next: 'bW9yZQ' });
const answersWith = (rows: readonly unknown[]) => () => ({
  [api]: {
    body: {
      id: 'facing-change',
      record: { name: 'Facing Change', council: 'Borsetshire' },
      computed: { nextReport: null, nextReportDueOn: null },
    },
  },
  [`${api}/reports/2014-04/figures`]: { body: { ...kept, figures: [identified, gap] } },
  [`${api}/reports/2014-04/figures/savings.2014-15.identified`]: { body: withRows(rows) },
  [`${api}/reports/2014-04/figures/savings.2014-15.gap`]: {
    body: {
      ...gap,
      ...kept,
      madeOf: [{ figure: identified.figure, title: identified.title, value: total, sign: -1 }],
      rows: [],
      rowsNotKept: 0,
      next: null,
    },
  },
});
const bodyOf = async (rows: readonly unknown[], path: string): Promise<string> =>
  String((await screensBefore(answersWith(rows), ['board']).opened(path)).body);

describe('the pages of why a figure is what it is', () => {
  it('list every figure with its value and the rule that made it', async () => {
    const body = await bodyOf([], pages);
    expect(body).toContain(`href="${pages}/savings.2014-15.identified">Savings 2014/15: Identified</a>`);
    expect(body).toContain('£1 million');
    expect(body).toContain('>SAVINGS-20</a>: Identified is so.');
  });

  it('name each record that made it, what it gives and how, and lead on from a saving to what it rests on', async () => {
    const body = await bodyOf([row, apart], `${pages}/savings.2014-15.identified`);
    const review = '/pages/programmes/facing-change/reviews/property';
    expect(body).toContain(`href="${review}/savings/rent">Fewer leases</a>`);
    for (const register of ['options', 'market-engagements', 'business-cases', 'decisions'])
      expect(body).toContain(`href="${review}/${register}"`);
    expect(body).toContain('Left out: it is below firmness');
    expect(body).toContain('3 more made it');
    expect(body).toContain(`href="${pages}/savings.2014-15.identified?cursor=bW9yZQ">Next page</a>`);
    expect(body).toContain(kept.contentDigest);
  });

  it('show a board names and amounts without links to the registers', async () => {
    const body = await bodyOf([{ ...row, record: null }], `${pages}/savings.2014-15.identified`);
    expect(body).toContain('Fewer leases');
    expect(body).not.toContain('/reviews/');
  });

  it('lead from a figure that is made of others to each of them', async () => {
    const body = await bodyOf([], `${pages}/savings.2014-15.gap`);
    expect(body).toContain(`href="${pages}/savings.2014-15.identified"`);
    expect(body).toContain('taken off');
    expect(body).not.toContain('No record made it');
  });
});
