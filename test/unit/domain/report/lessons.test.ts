import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { aReview, aSetting, type Broken, noProgrammeWide, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';

type Lesson = NonNullable<Broken['lessons']>[number];
const one = (over: Partial<Lesson> = {}): Lesson => ({
  id: 'tenants',
  title: 'Ask the tenants first',
  kind: 'change',
  advice: 'Agree dates with those who use the building',
  learnedOn: '2014-03-03',
  stage: 'decision',
  applied: [{ where: 'Depot review', on: '2014-04-07' }],
  ...over,
});

describe('The part of the report on lessons', () => {
  it('lists the newest first, of the programme too, with where each was applied', () => {
    const setting = aSetting({
      programmeWide: { ...noProgrammeWide, lessons: [one({ id: 'all', title: 'Of all', learnedOn: '2014-04-01' })] },
    });
    const older = one({ id: 'older', kind: 'keep', title: 'Older', learnedOn: '2013-12-31', applied: [] });
    const { lessons } = rollUp([aReview('property', { lessons: [one(), older] })], setting).content;
    expect(lessons).toMatchObject({
      total: 3,
      applied: 2,
      byKind: [
        { kind: 'keep', count: 1 },
        { kind: 'change', count: 2 },
      ],
    });
    expect(lessons?.rows.rows.map((row) => [row.review, row.lessonTitle, row.stage])).toEqual([
      [null, 'Of all', 'Decision'],
      ['property', 'Ask the tenants first', 'Decision'],
      ['property', 'Older', 'Decision'],
    ]);
    expect(lessons?.rows.rows[1]?.applied).toEqual([{ where: 'Depot review', on: '2014-04-07' }]);
  });

  it.each<['active' | 'paused' | 'completed' | 'stopped' | 'potential', number]>([
    ['active', 1],
    ['paused', 1],
    ['completed', 1],
    ['stopped', 1],
    ['potential', 0],
  ])('of a review that is %s it holds %d', (lifecycle, total) => {
    const review = aReview('property', { lessons: [one()], review: { lifecycle } });
    expect(rollUp([review]).content.lessons?.total).toBe(total);
  });

  it('is in every format, and in none by the first rule set', () => {
    const reviews = [aReview('property', { lessons: [one(), one({ id: 'b', applied: [] })] })];
    for (const [format, text] of Object.entries(formatsOf(JSON.stringify(rollUp(reviews))))) {
      expect(text, format).toContain('Ask the tenants first');
      expect(text, format).toContain('Agree dates with those who use the building');
      expect(text, format).toContain('Depot review');
      if (format !== 'JSON') expect(text, format).toContain('nowhere yet');
    }
    expect(JSON.stringify(rollUp(reviews, aSetting(), rules1))).not.toContain('Ask the tenants first');
  });
});
