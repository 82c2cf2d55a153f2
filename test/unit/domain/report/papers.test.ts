import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Paper = NonNullable<Broken['papers']>[number];
const one = (over: Partial<Paper> = {}): Paper => ({
  id: 'options',
  title: 'Options for the depots',
  kind: 'report',
  address: 'https://www.exampleshire.gov.uk/papers/options.pdf',
  dated: '2014-03-03',
  ...over,
});

describe('The part of the report on papers', () => {
  it('lists the latest first, of the programme too', () => {
    const programmeWide = { ...noProgrammeWide, papers: [one({ id: 'plan', title: 'Plan', dated: '2014-04-01' })] };
    const review = aReview('property', { papers: [one(), one({ id: 'b', title: 'Older', dated: '2013-12-31' })] });
    const { papers } = rollUp([review], aSetting({ programmeWide })).content;
    expect(papers?.total).toBe(3);
    expect(papers?.rows.rows.map((row) => [row.review, row.paperTitle, row.dated])).toEqual([
      [null, 'Plan', '2014-04-01'],
      ['property', 'Options for the depots', '2014-03-03'],
      ['property', 'Older', '2013-12-31'],
    ]);
  });

  it.each<['active' | 'completed' | 'potential', number]>([
    ['active', 1],
    ['completed', 1],
    ['potential', 0],
  ])('of a review that is %s it holds %d', (lifecycle, total) => {
    const review = aReview('property', { papers: [one()], review: { lifecycle } });
    expect(rollUp([review]).content.papers?.total).toBe(total);
  });

  it('is in every format with its address, and in none by the first rule set; a withheld address is no link', () => {
    const withheld = 'Withheld: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972';
    const reviews = [aReview('property', { papers: [one(), one({ id: 'b', title: 'Bids', address: withheld })] })];
    const formats = formatsOf(JSON.stringify(rollUp(reviews)));
    for (const [format, text] of Object.entries(formats)) {
      expect(text, format).toContain('Options for the depots');
      expect(text, format).toContain('https://www.exampleshire.gov.uk/papers/options.pdf');
    }
    expect(JSON.stringify(formats)).toContain(withheld);
    expect(JSON.stringify(formats)).not.toContain(`href="${withheld}`);
    expect(JSON.stringify(rollUp(reviews, aSetting(), rules1))).not.toContain('Options for the depots');
  });
});
