import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { Report } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { reportCsv, reportLinesCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import { aReview, aSetting, rollUp } from '../../support/positions.ts';
import { publication } from '../../support/report-samples.ts';

const reviews = [
  aReview('property', {
    ratings: {
      sro: {
        id: 'sro-2013-11-20',
        given: {
          on: '2013-11-20',
          overall: { rating: 'green', words: 'Four bids came in' },
          time: { rating: 'amber', words: 'A month behind' },
          forwardLook: 'worsening',
        },
      },
      assurance: {
        id: 'assurance-2014-04-15',
        given: { on: '2014-04-15', overall: { rating: 'red', words: 'The bids are too high' } },
      },
    },
  }),
];

const shown = (made: ReturnType<typeof rollUp>) => {
  const report = Report.parse({ content: made.content, publication, rowsAtMost: everyRow });
  const page = reportPage({ report, lines: made.lines, linesComplete: true });
  return {
    page: page
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' '),
    csv: reportCsv(report, made.lines),
    lines: reportLinesCsv(made.lines, made.content),
  };
};

it('a rating of the month without a return is said as that, and never as old', () => {
  const given = { on: '2014-04-30', overall: { rating: 'green' as const, words: 'Well' } };
  const made = rollUp([aReview('a', { returns: [], ratings: { sro: { id: 'sro-1', given }, assurance: null } })]);
  const { page, csv, lines } = shown(made);
  for (const format of [page, csv, lines])
    expect(format).toContain('Green, rated on 30 April 2014; no return for April 2014');
  expect(page).toContain('SRO Green rated on 30 April 2014; no return for April 2014');
  expect(JSON.stringify(made.content.findings)).toContain(
    'was rated Green by its SRO on 30 April 2014, and no return of April 2014 came with it.',
  );
});

describe('what people wrote about delivery confidence', () => {
  const { page, csv, lines } = shown(rollUp(reviews));

  it.each(['Four bids came in', 'A month behind', 'The bids are too high', 'Options scored'])(
    'is on the page, in the facts and in the lines: %s',
    (words) => {
      for (const format of [page, csv, lines]) expect(format).toContain(words);
    },
  );

  it('is a rating with its day, and one that is out of date never as what it says', () => {
    expect(page).toContain('Red on 15 April 2014');
    for (const format of [page, csv, lines]) expect(format).toContain('Green, last said on 20 November 2013');
    expect(page).toContain('Worst rating by SROs and assurance: Red , because of Property Review (assurance).');
    expect(page).toContain('Last said Why it does not count Property Review SRO Green last said on 20 November 2013');
    expect(page).toContain('Forward look: Worsening');
  });
});

it('a report of the first rule set is drawn as it was', () => {
  const { page, lines } = shown(rollUp(reviews, aSetting(), rules1));
  expect(page).toContain('Worst rating by an SRO: Green , because of Property Review.');
  expect(page).not.toContain('Why reviews are rated so');
  expect(lines).toContain('Green,Red,');
});
