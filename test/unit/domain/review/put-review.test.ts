import { describe, expect, it } from 'vitest';
import { withLifeOf } from '#domain/review/life-in-record.ts';
import { putReview } from '#domain/review/put-review.ts';
import { isSroOf } from '#domain/review/sro.ts';
import { ReviewFacts } from '#schemas/review.ts';
import {
  by,
  factsAt,
  faultLines,
  ownSro,
  programme,
  refusalOf,
  resultOf,
  reviewRecord,
  team,
  told,
} from '../perfect-review.ts';

const open = (changes: object) =>
  putReview({ programme: programme(), before: null, record: reviewRecord(changes), command: team });
const change = (before: object, changes: object) =>
  putReview({
    programme: programme(),
    before: { record: reviewRecord(before), facts: factsAt('service-baseline') },
    record: reviewRecord(changes),
    command: { ...team, effectiveAt: '2014-05-01T09:00:00.000Z' },
  });
const takenOver = { openedAt: { stage: 'options-appraisal', source: 'The outturn report' } };

describe('Opening a review', () => {
  it('puts it at the first stage, with its lifecycle since the telling', () => {
    expect(ReviewFacts.parse(resultOf(open({})).facts)).toEqual({
      stage: 'identified',
      stageSince: told,
      stageWork: null,
      moves: [],
      waivers: [],
      lifecycles: [{ lifecycle: 'active', at: told }],
    });
  });

  it('puts one taken over under way at the stage its source says', () => {
    expect(resultOf(open(takenOver)).facts.stage).toBe('options-appraisal');
  });

  it.each([
    [
      'REV-01',
      'a directorate',
      { directorate: 'parks' },
      '/directorate must be a directorate of the programme: growth',
    ],
    [
      'REV-01',
      'a portfolio',
      { portfolio: 'parks' },
      '/portfolio must be a portfolio of the programme: market-engagement',
    ],
    ['REV-01', 'a theme', { theme: 'parks' }, '/theme must be a theme of the programme: back-office'],
    [
      'REV-02',
      'a stage to be opened at',
      { openedAt: { stage: 'pilot', source: 'A paper' } },
      '/openedAt/stage must be a stage of the programme: identified, service-baseline, options-appraisal, full-business-case, decision, implementation, benefits-review, closed and not-stated',
    ],
    [
      'REV-02',
      'a stage to be held',
      { waitsFor: [{ id: 'strategy', on: 'document', what: 'The strategy', holdsStage: 'pilot' }] },
      '/waitsFor/0/holdsStage must be a stage of the programme: identified, service-baseline, options-appraisal, full-business-case, decision, implementation, benefits-review and closed',
    ],
  ])('%s: refuses %s that the programme does not have', (id, _what, changes, line) => {
    expect(refusalOf(open(changes)).code).toBe('content.breaks-rule');
    expect(faultLines(open(changes))).toEqual([`${line} (${id})`]);
  });

  it('names every fault at once', () => {
    expect(faultLines(open({ directorate: 'parks', theme: 'parks' }))).toHaveLength(2);
  });

  it('says of a list that is empty that it is', () => {
    const decided = putReview({
      programme: programme({ themes: [] }),
      before: null,
      record: reviewRecord({ theme: 'back-office' }),
      command: team,
    });
    expect(faultLines(decided)).toEqual([
      '/theme must be a theme of the programme, which lists none: the programme office adds it to the settings first (REV-01)',
    ]);
  });
});

describe('Changing a review', () => {
  it('keeps stage, moves, waivers and stage work: they change by acts', () => {
    expect(resultOf(change({}, { title: 'Property and Estates Review' }))).toEqual({
      record: reviewRecord({ title: 'Property and Estates Review' }),
      facts: factsAt('service-baseline'),
    });
  });

  const paused = { lifecycle: 'paused', lifecycleReason: 'Waits for the strategy' };
  it.each([
    ['the lifecycle', {}, paused, '/lifecycle', 'the act "pause" of lifecycle-changes changes it'],
    [
      'why it is so',
      paused,
      { ...paused, lifecycleReason: 'Waits' },
      '/lifecycleReason',
      'the act that changes the lifecycle gives its reason',
    ],
    [
      'a lifecycle that no act leads to',
      {},
      { lifecycle: 'potential' },
      '/lifecycle',
      'no act of lifecycle-changes leads from active to potential',
    ],
    ['the tier', { tier: '1' }, { tier: '2' }, '/tier', 'the act "re-tier" of lifecycle-changes changes it'],
    ['where it went', {}, { mergedInto: 'estates' }, '/mergedInto', 'the act "merge" of lifecycle-changes changes it'],
  ])('REV-04: is refused where it changes %s, and names the act that does', (_what, before, changes, pointer, says) => {
    const lines = faultLines(change(before, changes));
    expect(lines.filter((line) => line.startsWith(`${pointer} `))).toEqual([expect.stringContaining(says)]);
  });

  it('REV-04: may state a tier or portfolio that was not stated, and keeps from when', () => {
    const { facts } = resultOf(change({}, { tier: '2', portfolio: 'market-engagement' }));
    expect(facts.places).toEqual([
      { tier: 'to-be-confirmed', at: told },
      { tier: '2', portfolio: 'market-engagement', at: '2014-05-01T09:00:00.000Z' },
    ]);
  });

  it('keeps from when a review is part of another, beside its tier and portfolio', () => {
    const { facts } = resultOf(change({ tier: '2' }, { tier: '2', parent: 'estates' }));
    expect(facts.places).toEqual([
      { tier: '2', at: told },
      { tier: '2', parent: 'estates', at: '2014-05-01T09:00:00.000Z' },
    ]);
  });

  const left = { ...paused, tier: '1', portfolio: 'market-engagement' } as const;
  it('REVIEW-20: leaves what it does not say of the life of the review as it was', () => {
    const { lifecycle: _, tier: __, ...given } = reviewRecord({ title: 'Another title' });
    expect(withLifeOf(given, reviewRecord(left))).toEqual(reviewRecord({ ...left, title: 'Another title' }));
    expect(withLifeOf(given, undefined)).toMatchObject({ lifecycle: 'potential', tier: 'to-be-confirmed' });
  });

  it('REVIEW-20: a correction to another lifecycle leaves neither the reason nor the place of the one before', () => {
    const merged = { lifecycle: 'stopped', lifecycleReason: 'Merged', mergedInto: 'estates' };
    const { record } = { record: withLifeOf(reviewRecord({ lifecycle: 'active' }), reviewRecord(merged)) };
    expect([record.lifecycle, record.lifecycleReason, record.mergedInto]).toEqual(['active', undefined, undefined]);
  });

  it.each([
    ['is told late', {}, takenOver],
    ['is taken out', takenOver, {}],
    ['is moved', takenOver, { openedAt: { ...takenOver.openedAt, stage: 'decision' } }],
    ['has another source', takenOver, { openedAt: { ...takenOver.openedAt, source: 'Another paper' } }],
  ])('REV-03: is refused where the stage it was opened at %s', (_what, before, changes) => {
    expect(faultLines(change(before, changes))).toEqual([
      '/openedAt must stay as it was when the review was opened; where that was wrong, correct what was recorded (REV-03)',
    ]);
  });

  it('REV-03: keeps the stage it was opened at', () => {
    expect(change(takenOver, { ...takenOver, title: 'Another title' }).kind).toBe('done');
  });
});

describe('The SRO of a review', () => {
  it.each([
    ['listed, in the role', ownSro, true],
    ['listed, in another role', by('ann-lee', 'transformation-team'), false],
    ['not listed, in the role', by('bob-cox', 'sro'), false],
    ['listed, in two roles', by('ann-lee', 'board', 'sro'), true],
  ])('is somebody %s: %s', (_who, { actor }, expected) => {
    expect(isSroOf(reviewRecord(), actor)).toBe(expected);
  });

  it('may be either of two', () => {
    const record = reviewRecord({ sros: ['ann-lee', 'bob-cox'].map((subject) => ({ subject, name: subject })) });
    expect(['ann-lee', 'bob-cox'].map((subject) => isSroOf(record, by(subject, 'sro').actor))).toEqual([true, true]);
  });
});
