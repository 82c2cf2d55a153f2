import { describe, expect, it } from 'vitest';
import { changeLifecycle } from '#domain/review/change-lifecycle.ts';
import { ChangeLifecycle } from '#schemas/lifecycle-change.ts';
import { Lifecycle } from '#schemas/review.ts';
import { factsAt, faultLines, programme, refusalOf, resultOf, reviewRecord, team } from '../perfect-review.ts';

const effectiveAt = '2014-05-01T09:00:00.000Z';
const named = new Map([
  ['estates', { lifecycle: 'active' as const, struckOut: false }],
  ['gone', { lifecycle: 'stopped' as const, struckOut: false }],
  ['mistake', { lifecycle: 'active' as const, struckOut: true }],
]);
const act = (request: object, record: object = {}, facts = factsAt('options-appraisal')) =>
  changeLifecycle({
    programme: programme(),
    id: 'property',
    review: { record: reviewRecord(record), facts },
    request: ChangeLifecycle.parse({ reason: 'The board says so', ...request }),
    named,
    command: { ...team, effectiveAt },
  });
const at = (lifecycle: Lifecycle) => ({ lifecycle, lifecycleReason: 'So it is' });

const taken = [
  ['approve', {}, ['potential'], 'active', 'approved'],
  ['pause', {}, ['active'], 'paused', 'paused'],
  ['restart', {}, ['paused'], 'active', 'restarted'],
  ['complete', {}, ['active', 'paused'], 'completed', 'completed'],
  ['stop', {}, ['potential', 'active', 'paused'], 'stopped', 'stopped'],
  ['transfer', { to: 'The joint service' }, ['potential', 'active', 'paused'], 'transferred', 'transferred'],
  ['merge', { into: ['estates'] }, ['potential', 'active', 'paused'], 'stopped', 'merged'],
  ['split', { into: ['estates'] }, ['potential', 'active', 'paused'], 'stopped', 'split'],
  ['leave', {}, ['potential', 'active', 'paused'], 'left', 'left'],
  ['reopen', {}, ['stopped', 'completed', 'transferred', 'left'], 'active', 'reopened'],
] as const;

describe.each(taken)('To %s', (kind, more, from, to, by) => {
  it.each(Lifecycle.options)(
    `of a review that is %s leads to ${to}, or is refused with the acts that are taken`,
    (here) => {
      const decided = act(
        { kind, ...more },
        at(here),
        factsAt('options-appraisal', { lifecycles: [{ lifecycle: here, at: '2014-04-01T00:00:00.000Z' }] }),
      );
      if (from.some((one) => one === here)) {
        const { record, facts } = resultOf(decided);
        expect([record.lifecycle, record.lifecycleReason]).toEqual([to, 'The board says so']);
        expect(facts.lifecycles.at(-1)).toMatchObject({ lifecycle: to, at: effectiveAt, by });
        return;
      }
      const refusal = refusalOf(decided);
      const kinds = taken.filter((one) => one[2].some((each) => each === here)).map(([one]) => one);
      expect(refusal).toMatchObject({ code: 'lifecycle.not-from-here', facts: { lifecycle: here, kinds } });
      for (const one of kinds) expect(refusal.detail).toContain(`"${one}"`);
    },
  );
});

describe('Completing a review', () => {
  const nothingLeft = { unrealisedBenefits: [] };
  const rents = { what: 'Rents above the market', owner: 'Head of Property' };

  it('before the last stage is refused unless what is left is named, each with its owner', () => {
    const says =
      '/unrealised must name what is left unrealised, each with its owner: the review is at the stage "Options appraisal (2)", and is complete without it at "Closed" only';
    expect(faultLines(act({ kind: 'complete' }, nothingLeft))).toEqual([says]);
    expect(faultLines(act({ kind: 'complete' }, { unrealisedBenefits: [{ what: 'Rents' }] }))).toEqual([says]);
    const done = resultOf(act({ kind: 'complete', unrealised: [rents] }, nothingLeft));
    expect(done.record).toMatchObject({ lifecycle: 'completed', unrealisedBenefits: [rents] });
  });

  it('at the last stage needs nothing more', () => {
    expect(act({ kind: 'complete' }, nothingLeft, factsAt('closed')).kind).toBe('done');
  });

  it('at a stage that is not stated is not at the last one', () => {
    expect(faultLines(act({ kind: 'complete' }, nothingLeft, factsAt('not-stated')))[0]).toContain('"Not stated"');
  });
});

describe('Where a review goes', () => {
  it('is named: to whom it is transferred, into which it is merged or split', () => {
    expect(resultOf(act({ kind: 'transfer', to: 'The joint service' })).record.transferredTo).toBe('The joint service');
    const merged = resultOf(act({ kind: 'merge', into: ['estates'] }));
    expect([merged.record.mergedInto, merged.facts.lifecycles.at(-1)?.into]).toEqual(['estates', ['estates']]);
    expect(resultOf(act({ kind: 'split', into: ['estates'] })).record.splitInto).toEqual(['estates']);
  });

  it('a split review may go on beside its parts', () => {
    const { record, facts } = resultOf(act({ kind: 'split', into: ['estates'], goesOn: true }));
    expect([record.lifecycle, record.splitInto, facts.lifecycles.length]).toEqual(['active', ['estates'], 1]);
  });

  it('is not of its end any more once it is reopened', () => {
    const { record } = resultOf(act({ kind: 'reopen' }, { ...at('stopped'), mergedInto: 'estates' }));
    expect([record.lifecycle, record.mergedInto]).toEqual(['active', undefined]);
  });

  it.each([
    ['nobody', 'unknown', 'must be another review of this programme: open it first, with a PUT'],
    ['itself', 'property', 'must be another review of this programme: open it first, with a PUT'],
    [
      'one that has ended',
      'gone',
      'must be a review that goes on, and this one is stopped: name another, or have it reopened first',
    ],
    [
      'one that is struck out',
      'mistake',
      'must be a review that is not struck out: name another, or have that one put back first',
    ],
  ])('is no place into %s', (_what, into, message) => {
    expect(faultLines(act({ kind: 'merge', into: [into] }))).toEqual([`/into/0 ${message}`]);
    expect(faultLines(act({ kind: 'split', into: ['estates', into] }))).toEqual([`/into/1 ${message}`]);
  });
});

describe('Tier, portfolio and title', () => {
  it('change with their date, and keep where the review was before', () => {
    const opened = { lifecycles: [{ lifecycle: 'active' as const, at: '2014-04-01T00:00:00.000Z' }] };
    const retiered = resultOf(act({ kind: 're-tier', tier: '1' }, { tier: '2' }, factsAt('identified', opened)));
    expect(retiered.facts.places).toEqual([
      { tier: '2', at: '2014-04-01T00:00:00.000Z' },
      { tier: '1', at: effectiveAt },
    ]);
    const moved = resultOf(act({ kind: 'move-portfolio', portfolio: 'market-engagement' }));
    expect(moved.facts.places?.at(-1)).toMatchObject({ portfolio: 'market-engagement', at: effectiveAt });
    expect(resultOf(act({ kind: 'rename', title: 'Estates' })).record.title).toBe('Estates');
  });

  it.each(Lifecycle.options)('change of a review that is %s too', (lifecycle) => {
    expect(act({ kind: 're-tier', tier: '1' }, at(lifecycle)).kind).toBe('done');
  });

  it.each([
    ['the tier that it has', { kind: 're-tier', tier: 'to-be-confirmed' }, '/tier must be another than it has already'],
    [
      'the title that it has',
      { kind: 'rename', title: 'Property Review' },
      '/title must be another than it has already',
    ],
    [
      'a portfolio that the programme does not have',
      { kind: 'move-portfolio', portfolio: 'parks' },
      '/portfolio must be a portfolio of the programme: market-engagement',
    ],
  ])('are refused: %s', (_what, request, line) => {
    expect(faultLines(act(request))).toEqual([line]);
  });
});

describe('What is given with an act', () => {
  it.each([
    ['to whom it is transferred is missing', { kind: 'transfer' }, 'to must say what the kind "transfer" is about'],
    ['it is merged into two', { kind: 'merge', into: ['a', 'b'] }, 'into must name one review'],
    ['it is split into none', { kind: 'split', into: [] }, 'into must name the reviews that it is split into'],
    ['it is of another kind', { kind: 'pause', tier: '1' }, 'tier is not a field of the kind "pause"'],
    [
      'it goes on where it is merged',
      { kind: 'merge', into: ['a'], goesOn: true },
      'goesOn is not a field of the kind "merge"',
    ],
  ])('is refused where %s', (_what, request, says) => {
    const parsed = ChangeLifecycle.safeParse({ reason: 'The board says so', ...request });
    expect(parsed.error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`)).toEqual([says]);
  });
});
