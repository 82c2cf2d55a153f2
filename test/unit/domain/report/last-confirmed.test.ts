import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { addDays } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { reportCsv } from '#web/report-csv.ts';
import { reportPage } from '#web/report-page.ts';
import {
  aMilestone,
  aReview,
  aRisk,
  aSetting,
  asPrevious,
  noProgrammeWide,
  rollUp,
  savingsOf,
} from '../../../support/positions.ts';
import { richLines, richReport, wholeReport } from '../../../support/report-fixture.ts';

const issue = { id: 'survey', title: 'No survey', severity: 'low', raisedOn: '2013-12-01', status: 'open' } as const;
const confirmed = (content: ReportContent) => content.lastConfirmed ?? { by: [], old: { total: 0, rows: [] } };
const tallyOf = (content: ReportContent, register: string) => confirmed(content).by.find(({ key }) => key === register);

describe('When it was last confirmed', () => {
  const review = aReview('property', {
    savings: savingsOf({}, { reviewedNoChange: { at: '2014-04-20T09:00:00.000Z', by: 'tara-team' } }),
    risks: { open: [{ ...aRisk(), confirmedOn: '2014-01-10' }], unscored: [], closed: [], happened: [] },
    issues: [{ ...issue, confirmedOn: '2014-02-01' }],
    milestones: [
      aMilestone({ confirmedOn: '2013-11-05' }),
      aMilestone({ id: 'done', actual: '2014-01-02', confirmedOn: '2013-10-02' }),
    ],
  });

  it('is counted by kind, and what was not confirmed for three months is listed, the oldest first', () => {
    const { content } = rollUp([review]);
    expect(tallyOf(content, 'saving')).toMatchObject({ total: 1, old: 0, oldestOn: '2014-04-20' });
    expect(tallyOf(content, 'issue')).toMatchObject({ total: 1, old: 0 });
    expect(confirmed(content).old).toMatchObject({
      total: 2,
      rows: [
        { register: 'milestone', what: 'Company trades', confirmedOn: '2013-11-05' },
        { register: 'risk', what: 'Savings fall short', confirmedOn: '2014-01-10' },
      ],
    });
  });

  it('is of the programme itself too, and of no review that is not counted', () => {
    const risks = { open: [{ ...aRisk(), confirmedOn: '2014-01-10' }], unscored: [], closed: [], happened: [] };
    const setting = aSetting({ programmeWide: { ...noProgrammeWide, risks } });
    const potential = aReview('legal', { review: { lifecycle: 'potential' }, risks });
    expect(confirmed(rollUp([potential], setting).content).old.rows).toMatchObject([
      { review: null, register: 'risk' },
    ]);
  });

  it('is in no report of the first rule set', () => {
    expect(rollUp([review], aSetting(), rules1).content).not.toHaveProperty('lastConfirmed');
  });

  it('said again of the same is no change of the programme', () => {
    const april = rollUp([review]);
    const again = aReview('property', { ...review.position, issues: [{ ...issue, confirmedOn: '2014-05-02' }] });
    const { content } = rollUp([again], aSetting({ month: '2014-05', previous: asPrevious(april) }));
    expect(content.changes.map(({ sentence }) => sentence).join()).not.toContain('oldest on');
  });

  it('whatever the days, each kind counts its old ones, and the ten oldest are listed', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2014-04-30', -days));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 14 }), (days) => {
        const issues = days.map((confirmedOn, n) => ({ ...issue, id: `issue-${n}`, confirmedOn }));
        const { content } = rollUp([aReview('property', { issues })]);
        const listed = confirmed(content).old.rows.filter(({ register }) => register === 'issue');
        expect(tallyOf(content, 'issue')).toMatchObject({
          total: days.length,
          old: days.filter((one) => one < '2014-01-30').length,
        });
        expect(listed.map(({ confirmedOn }) => confirmedOn)).toEqual(
          days
            .filter((one) => one < '2014-01-30')
            .toSorted()
            .slice(0, 10),
        );
      }),
    );
  });

  it('is on the page and in the CSV, with how old it is', () => {
    const { lastConfirmed } = rollUp([review]).content;
    const report = wholeReport({ ...richReport, content: { ...richReport.content, lastConfirmed } });
    const page = reportPage({ report, lines: richLines, linesComplete: true });
    expect(page).toContain('<a href="#last-confirmed">When it was last confirmed</a>');
    expect(page).toContain('5 November 2013, 5 months old');
    const csv = reportCsv(report, richLines);
    expect(csv).toContain('Company trades: last confirmed 5 November 2013, 5 months old');
  });
});
