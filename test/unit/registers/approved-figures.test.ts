import { describe, expect, it } from 'vitest';
import { faultLines, team } from '../domain/perfect-review.ts';
import { outcome } from '../domain/review/gate-state.ts';
import { approvedMove, moving } from './breaches-of-costs.ts';
import { changeTo, made, put } from './put-entry.ts';

const kind = 'cost-or-benefit';
const pounded = (pounds: number) => ({ low: pounds, high: pounds, exact: true });
const million = { case: 'full', pounds: pounded(1_000_000) };
const two = { case: 'full', pounds: pounded(2_000_000) };
const dearer = { ...approvedMove, approved: { kind: 'amount', pounds: 2_000_000 } };
const byRequest = { ...dearer, changeRequest: 'later' };
const change = changeTo('2014-04-30');
const before = made(kind, approvedMove);
const office = { ...team, actor: { ...team.actor, roles: ['programme-office' as const] } };

describe('What is approved of a cost or benefit (COB-05)', () => {
  it('is kept as it was first, with each agreed change request by which it moved', () => {
    expect(made(kind, moving).facts).toEqual({ firstApproved: null, changesOfApproved: 0, moves: [] });
    expect(made(kind, approvedMove, { before: made(kind, moving) }).facts).toMatchObject({ firstApproved: million });
    const { facts } = made(kind, byRequest, { before, change });
    expect(facts).toEqual({
      firstApproved: million,
      changesOfApproved: 1,
      moves: [{ at: team.effectiveAt, from: million, to: two, changeRequest: 'later' }],
    });
  });

  it.each([
    [
      'asks for another figure',
      { ...byRequest, approved: { kind: 'about', pounds: 2_000_000 } },
      { change },
      '/changeRequest names a change request that asks for something else: it must say that the approved figure moves from £1 million to about £2 million',
    ],
    [
      'was refused',
      byRequest,
      { change: changeTo('2014-04-30', { decision: 'refused' as const }) },
      '/changeRequest names a change request that is refused: it must be agreed, for the approved figure moves from £1 million to £2 million',
    ],
    [
      'of the programme names another review',
      { ...dearer, programmeChangeRequest: 'later' },
      { change },
      '/programmeChangeRequest names a change request that asks for something else: it must say that the approved figure moves from £1 million to £2 million',
    ],
  ])('does not move by a change request that %s', (_what, record, given, fault) => {
    expect(faultLines(put(kind, record, { before, ...given }))).toEqual([`${fault} (COB-05)`]);
  });

  it('moves once by a change request', () => {
    const moved = made(kind, byRequest, { before, change });
    const back = { ...approvedMove, changeRequest: 'later' };
    expect(faultLines(put(kind, back, { before: moved, change }))).toEqual([
      '/changeRequest names a change request by which it moved before: another move needs another one (COB-05)',
    ]);
  });

  it('moves with another version of the case, whose figure it may leave to it, and not back to one that it named before', () => {
    const next = made(kind, { ...moving, case: 'full-2' }, { before });
    expect(next.facts).toMatchObject({
      changesOfApproved: 1,
      moves: [{ from: million, to: { case: 'full-2', pounds: null } }],
    });
    expect(faultLines(put(kind, dearer, { before: next }))).toEqual([
      '/case must stay the case that it names, or be one that it never named: the figure moves by a change request (COB-05)',
    ]);
  });

  it.each([
    ['changes freely while its case was never approved, which is no move', { outcomes: [] }, 'done'],
    ['changes freely after its case was returned', outcome('returned'), 'done'],
    ['is a baseline once its case was approved', outcome('approved'), 'refused'],
  ])('%s', (_what, outcomesOfCase, kindOfAnswer) => {
    expect(put(kind, dearer, { before, outcomesOfCase }).kind).toBe(kindOfAnswer);
    if (kindOfAnswer === 'done')
      expect(made(kind, dearer, { before, outcomesOfCase }).facts).toEqual({
        firstApproved: two,
        changesOfApproved: 0,
        moves: [],
      });
  });

  it('that was recorded wrongly is put right by a correction of the office, and not of the team', () => {
    const correcting = { current: before };
    expect(made(kind, dearer, { before, correcting, command: office }).facts).toMatchObject({
      firstApproved: two,
      changesOfApproved: 0,
    });
    expect(put(kind, dearer, { before, correcting }).kind).toBe('refused');
    expect(put(kind, dearer, { before, command: office }).kind).toBe('refused');
  });

  it('is the same figure whatever its source and other papers say', () => {
    const sourced = { ...approvedMove.approved, source: 'Full case 2.0', asAt: '2014-01-01' };
    expect(made(kind, { ...approvedMove, approved: sourced }, { before }).facts).toMatchObject({
      changesOfApproved: 0,
    });
  });
});
