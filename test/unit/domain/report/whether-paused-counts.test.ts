import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { startOfDay } from '#language/time.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

/* docs/meaning.md REPORT-28: whether paused reviews count is a setting, and of the month whose report it is. */

const notCounting = aProgramme({ pausedCounts: false });
const active = { lifecycle: 'active' as const, at: startOfDay('2014-01-10') };
const pausedFrom = (day: string) => ({ lifecycle: 'paused' as const, at: startOfDay(day), by: 'paused' as const });
const going = aReview('going');
const pausedIn = (day: string) =>
  aReview('held', { review: { title: 'Held', lifecycle: 'paused', lifecycles: [active, pausedFrom(day)] } });
const resumed = aReview('back', {
  review: {
    title: 'Back',
    lifecycles: [
      active,
      pausedFrom('2014-02-10'),
      { lifecycle: 'active', at: startOfDay('2014-04-20'), by: 'restarted' },
    ],
  },
});

describe('where paused reviews do not count', () => {
  const { content, lines } = rollUp([going, pausedIn('2014-04-10'), resumed], aSetting({ programme: notCounting }));

  it('pausing and resuming are movements of the flow, by name, in the whole and in each row', () => {
    const { flow } = content;
    expect(flow.left.rows).toEqual([{ review: 'held', title: 'Held', how: 'paused', on: '2014-04-10' }]);
    expect(flow.entered.rows).toEqual([{ review: 'back', title: 'Back', how: 'resumed', on: '2014-04-20' }]);
    expect(flow.sentence).toContain('1 entered (1 resumed after a pause); 1 left (1 paused)');
    expect(flow.byTier?.find(({ key }) => key === '1')).toMatchObject({
      ...{ opening: 2, entered: 1, resumed: 1, left: 1, paused: 1, closing: 2, reconciles: true },
    });
    expect(flow.potential).not.toHaveProperty('paused');
  });

  it('a paused review is counted apart, owes no return and has a line, and what it plans and leaves open stays in the report', () => {
    expect(content.counts).toMatchObject({ counted: 2, pausedCounts: false });
    expect(content.counts.notCounted).toContainEqual({ lifecycle: 'paused', count: 1 });
    expect(content.counts.lifecycle.map(({ key }) => key)).toEqual(['active']);
    expect(content.returns.expected).toBe(2);
    expect(lines.map(({ review, counted }) => [review, counted])).toContainEqual(['held', false]);
    expect(content.ended).toMatchObject({ reviews: 1, paused: 1 });
    expect(content.ended?.sentence).toMatch(/^1 review is paused and not counted; still open of them: 1 risk/);
    expect(content.ended?.savings.rows.every(({ inTotals }) => inTotals)).toBe(true);
    expect(content.savings.coverage.sentence).toContain('Totals also hold the savings of 1 paused review.');
    expect(content.risks.coverage).toContain('of reviews that have ended or are paused');
  });
});

describe('a setting that changes between two reports', () => {
  const monthOf = (month: string, pausedCounts: boolean | undefined, previous: ReturnType<typeof asPrevious> = null) =>
    rollUp(
      [going, pausedIn('2014-02-10')],
      aSetting({ month, previous, programme: aProgramme(pausedCounts === undefined ? {} : { pausedCounts }) }),
    );

  it('restates what was paused, says that it is by the settings, and reconciles', () => {
    const march = monthOf('2014-03', undefined);
    const april = monthOf('2014-04', false, asPrevious(march));
    const may = monthOf('2014-05', true, asPrevious(april));
    expect([march, april, may].map(({ content }) => content.flow.closing)).toEqual([2, 1, 2]);
    expect(april.content.flow).toMatchObject({ opening: 2, restatedBy: -1, reconciles: true });
    expect(april.content.flow.restated.rows).toMatchObject([
      {
        review: 'held',
        change: -1,
        because:
          'Not in line with the report of March 2014: the review was paused from 10 February 2014, and by the settings since, paused reviews do not count.',
      },
    ]);
    expect(april.content.flow.sentence).toContain('restated by the setting of whether paused reviews count: 1 fewer');
    expect(may.content.flow).toMatchObject({ opening: 1, restatedBy: 1, reconciles: true });
    expect(may.content.flow.restated.rows[0]?.because).toContain('paused reviews count');
  });

  it('names the section of what is open of them alike in the contents and above it', () => {
    const setting = aSetting({ programme: aProgramme({ pausedCounts: false }) });
    const { page } = formatsOf(JSON.stringify(rollUp([going, pausedIn('2014-02-10')], setting)));
    expect(page.match(/Reviews that have ended or are paused</g)).toHaveLength(2);
    expect(page).not.toContain('Reviews that have ended<');
  });

  it('changes nothing of a month by the first rule set, which had no such setting', () => {
    const made = (pausedCounts: boolean) =>
      rollUp([going, pausedIn('2014-02-10')], aSetting({ programme: aProgramme({ pausedCounts }) }), rules1).content;
    expect(made(false)).toEqual(made(true));
  });
});
