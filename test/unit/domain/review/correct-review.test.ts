import { describe, expect, it } from 'vitest';
import { correctReview, type ReviewFrom } from '#domain/review/correct-review.ts';
import { startOfDay } from '#language/time.ts';
import { Review, ReviewFacts } from '#schemas/review.ts';
import { by, programme, resultOf, reviewRecord } from '../perfect-review.ts';

const actor = by('tina-team', 'transformation-team').actor;
const record = (changes: object = {}) =>
  Review.parse({ ...reviewRecord(), handover: undefined, authorisationToProceed: undefined, ...changes });
const stopped = record({ lifecycle: 'stopped', lifecycleReason: 'Nothing to save' });
const active = record({ lifecycle: 'active' });
type Told = readonly [day: string, record: Review];
const facts = (stageSince: string, lifecycles: ReviewFacts['lifecycles']) =>
  ReviewFacts.parse({ stage: 'options-appraisal', stageSince, stageWork: null, moves: [], waivers: [], lifecycles });
const told = (line: readonly Told[]): ReviewFrom[] =>
  line.map(([day, one]) => ({ record: one, facts: facts(startOfDay('2014-01-01'), []), from: startOfDay(day) }));
const correctedOn = (day: string, until: readonly Told[], truth: Review) =>
  resultOf(
    correctReview({
      programme: programme(),
      first: { record: active, facts: facts(startOfDay('2014-01-01'), []) },
      until: told(until),
      record: truth,
      command: { actor, effectiveAt: startOfDay(day) },
    }),
  ).facts;
const days = ({ lifecycles }: ReviewFacts) => lifecycles.map(({ lifecycle, at }) => [at.slice(0, 10), lifecycle]);

describe('A review whose lifecycle is told again', () => {
  it('was stopped from the day on which it was', () => {
    expect(days(correctedOn('2014-02-01', [['2014-01-01', active]], stopped))).toEqual([
      ['2014-01-01', 'active'],
      ['2014-02-01', 'stopped'],
    ]);
  });

  it('was never stopped, where that was a slip of the same day', () => {
    const line: Told[] = [
      ['2014-01-01', active],
      ['2014-02-01', stopped],
    ];
    expect(days(correctedOn('2014-02-01', line, active))).toEqual([['2014-01-01', 'active']]);
  });

  it('was stopped earlier than was told, once the later word is told again', () => {
    const line: Told[] = [
      ['2014-01-01', active],
      ['2014-01-20', stopped],
      ['2014-02-01', stopped],
    ];
    expect(days(correctedOn('2014-02-01', line, stopped))).toEqual([
      ['2014-01-01', 'active'],
      ['2014-01-20', 'stopped'],
    ]);
  });

  it('keeps the stage of the instant; before it was opened it begins there, at the first stage', () => {
    expect(correctedOn('2014-02-01', [['2014-01-01', active]], active)).toMatchObject({ stage: 'options-appraisal' });
    const before = correctedOn('2013-12-01', [], active);
    expect(before).toMatchObject({ stage: 'identified', stageSince: startOfDay('2013-12-01') });
    expect(days(before)).toEqual([['2013-12-01', 'active']]);
  });
});
