import { describe, expect, it } from 'vitest';
import { slipsChart } from '#registers/milestone/page-slips-chart.ts';
import { arrowsInWords, heatMap } from '#registers/risk/page-heat-map.ts';
import { statesChart } from '#registers/saving/page-states-chart.ts';
import type { ReportContent } from '#schemas/report.ts';
import { monthsInAndOut } from '#web/report/months-chart.ts';
import { aMilestone, aReview, aRisk, aSetting, asPrevious, rollUp, savingsOf } from '../../support/positions.ts';

/* docs/meaning.md REPORT-40, REPORT-41: what is drawn says itself in words, and reads without its colours. */

type Slipped = ReportContent['milestones']['slipped']['rows'][number];
type Month = NonNullable<ReportContent['flow']['months']>[number];

const month = (name: string, over: Partial<Month> = {}): Month => ({
  ...{ month: name, opening: 3, restatedBy: 0, entered: 0, left: 0, closing: 3 },
  ...over,
});
const flowOf = (months: Month[]) => ({ ...rollUp([]).content.flow, months });

describe('Twelve months of reviews in and out', () => {
  it('draws what came in and left to one scale, and says of a month without a report that it has none', () => {
    const drawn = String(
      monthsInAndOut(
        flowOf([month('2014-01', { entered: 4, closing: 7 }), month('2014-03', { opening: 7, left: 2, closing: 5 })]),
      ),
    );
    const [came = 0, went = 0] = [...drawn.matchAll(/<rect class="(?:built-up|stated)"[^>]*height="([\d.]+)"/g)].map(
      ([, height]) => Number(height),
    );
    expect(came).toBe(2 * went);
    expect(drawn).toContain('February 2014: no report.');
    expect(drawn).toContain('January 2014: 4 in, 0 out, 7 at the end.');
    expect(drawn).toContain('1 month has no report: what came in and left then is in the report after.');
  });

  it('are kept from report to report as they were published, and no more than twelve', () => {
    let previous: ReturnType<typeof asPrevious> = null;
    const months = ['2013-02', '2013-11', '2013-12', '2014-01'];
    for (const [n, month] of months.entries()) {
      const reviews = Array.from({ length: n + 1 }, (_, one) => aReview(`review-${one}`));
      previous = asPrevious(rollUp(reviews, aSetting({ month, previous })));
    }
    expect(previous?.content.flow.months?.map(({ month, closing }) => [month, closing])).toEqual([
      ['2013-02', 1],
      ['2013-11', 2],
      ['2013-12', 3],
      ['2014-01', 4],
    ]);
    const next = rollUp([aReview()], aSetting({ month: '2014-02', previous })).content.flow.months;
    expect(next?.map(({ month }) => month)).toEqual(['2013-11', '2013-12', '2014-01', '2014-02']);
  });

  it('are not drawn of a single month', () => {
    expect(monthsInAndOut(flowOf([month('2014-01')]))).toBe(false);
  });
});

describe('Milestones planned and now', () => {
  const slip = (milestone: string, over: Partial<Slipped> = {}): Slipped => ({
    ...{ review: 'a', title: 'Adults', milestone, baseline: '2014-01-01', forecast: '2014-02-01', actual: null },
    ...{ reason: null },
    ...over,
  });

  it('has the worst slips first, from the first baseline, and tells what is done from what is forecast by its shape', () => {
    const drawn = String(
      slipsChart([
        slip('A month'),
        slip('Half a year', { baseline: '2014-05-01', firstBaseline: '2014-01-01', forecast: '2014-07-01' }),
        slip('Done late', { actual: '2014-01-11' }),
      ]),
    );
    expect([...drawn.matchAll(/<text class="bar-label"[^>]*>([^<]+)</g)].map(([, name]) => name)).toEqual([
      'Half a year',
      'A month',
      'Done late',
    ]);
    expect(drawn).toContain('Half a year (Adults): planned 1 January 2014, now expected 1 July 2014, 181 days later');
    expect(drawn.match(/class="actual-mark"/g)).toHaveLength(2);
    expect(drawn.match(/class="forecast-mark"/g)).toHaveLength(3);
  });

  it('draws twelve at most, and nothing where nothing slipped', () => {
    const many = Array.from({ length: 20 }, (_, n) => slip(`Milestone ${n}`));
    expect(String(slipsChart(many)).match(/class="slip"/g)).toHaveLength(12);
    expect(slipsChart([])).toBe(false);
  });
});

describe('Savings by state', () => {
  it('draws each state with a filling of its own, in its share of what is planned, and says them in words', () => {
    const states = { delivered: 100_000, onTrack: 200_000, atRisk: 300_000, unachievable: 400_000 };
    const savings = savingsOf({ years: [{ year: '2014/15', plan: 1_500_000, states }] });
    const drawn = String(
      statesChart(rollUp([aReview('a', { savings, milestones: [aMilestone()] })]).content.savings.years),
    );
    const [chart = ''] = drawn.split('not assessed</text>');
    const widths = new Map(
      [...chart.matchAll(/<rect class="([\w-]+)" x="[\d.]+" y="30" width="([\d.]+)"/g)].map(([, name = '', width]) => [
        name,
        Number(width),
      ]),
    );
    expect([...widths.keys()]).toEqual(['stated', 'built-up', 'at-risk', 'unachievable', 'open']);
    expect((widths.get('unachievable') ?? 0) / (widths.get('stated') ?? 1)).toBeCloseTo(4, 1);
    for (const id of ['state-on-track', 'state-at-risk', 'state-unachievable'])
      expect(drawn).toContain(`fill="url(#${id})"`);
    expect(drawn).toContain(
      '£100,000 delivered, £200,000 on track, £300,000 at risk, £400,000 unachievable and £500,000 not assessed.',
    );
  });
});

describe('The heat map', () => {
  const risk = (likelihood: number, impact: number, scores: readonly (readonly [string, number])[]) =>
    aRisk({
      ...{ likelihood, impact, score: likelihood * impact },
      scores: scores.map(([day, score]) => ({ at: `${day}T00:00:00.000Z`, score })),
    });
  const at = (open: ReturnType<typeof risk>) => [
    aReview('a', { risks: { open: [open], unscored: [], closed: [], happened: [] } }),
  ];
  const march = rollUp(at(risk(2, 2, [['2014-01-10', 4]])), aSetting({ month: '2014-03' }));
  const moved = risk(4, 4, [
    ['2014-01-10', 4],
    ['2014-04-10', 16],
  ]);

  it('has an arrow from where a risk stood in the last report, and says it in words', () => {
    const { risks } = rollUp(at(moved), aSetting({ previous: asPrevious(march) })).content;
    expect(risks.moved.rows.map(({ was }) => was)).toEqual([{ likelihood: 2, impact: 2 }]);
    const drawn = String(heatMap(risks));
    expect(drawn.match(/class="arrow-head"/g)).toHaveLength(1);
    expect(drawn).toContain('1 came from likelihood 2, impact 2 to likelihood 4, impact 4.');
    expect(String(arrowsInWords(risks))).toContain('Arrows lead from where a risk stood in the last report.');
  });

  it('has none where the last report has another score of it, or there is no report before', () => {
    const late = risk(4, 4, [
      ['2014-01-10', 4],
      ['2014-02-10', 9],
      ['2014-04-10', 16],
    ]);
    for (const setting of [aSetting({ previous: asPrevious(march) }), aSetting()]) {
      const { risks } = rollUp(at(late), setting).content;
      expect(risks.moved.total).toBe(1);
      expect(String(heatMap(risks))).not.toContain('arrow');
    }
  });
});
