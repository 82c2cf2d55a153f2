import { describe, expect, it } from 'vitest';
import { faultLines, goLive, line, team } from '../domain/perfect-review.ts';
import { agreedChange, changeTo, goLiveMade, made, put } from './put-entry.ts';

const april = { ...goLive, baseline: '2014-04-30' };
const named = { ...april, changeRequest: 'later' };
const byProgramme = { ...april, programmeChangeRequest: 'later' };
const what = 'the baseline moves from 31 March 2014 to 30 April 2014';
const office = { ...team, actor: { ...team.actor, roles: ['programme-office' as const] } };
/** Recorded by 0.2.0, moved by an agreement in words. */
const ofOldRelease = {
  ...goLiveMade,
  record: { ...goLiveMade.record, agreedChange },
  facts: { originalBaseline: '2014-02-28', rebaselines: 1 },
};

describe('The baseline of a milestone (MIL-02)', () => {
  it.each([
    ['a change request of the review', named, { change: changeTo('2014-04-30') }],
    ['one of the programme', byProgramme, { change: changeTo('2014-04-30') }],
    ['one of the programme itself', named, { change: changeTo('2014-04-30'), review: null }],
  ])('moves by %s that was agreed and names it', (_what, record, given) => {
    const { facts } = made('milestone', record, { before: goLiveMade, ...given });
    expect(facts.rebaselines).toBe(1);
  });

  it.each([
    ['names none', april, {}, `/changeRequest must name the agreed change request by which ${what}`],
    ['is not there', named, {}, '/changeRequest names a change request that is not there, or is struck out'],
    [
      'was refused',
      byProgramme,
      { change: changeTo('2014-04-30', { decision: 'refused' }) },
      `/programmeChangeRequest names a change request that is refused: it must be agreed, for ${what}`,
    ],
    [
      'is open',
      named,
      { change: { ...changeTo('2014-04-30'), facts: { askedBySubject: 'tina-team', decisions: [] } } },
      `/changeRequest names a change request that is open: it must be agreed, for ${what}`,
    ],
    [
      'was agreed later',
      named,
      { change: changeTo('2014-04-30', { on: '2015-01-01' }) },
      '/changeRequest names a change request that was agreed on 1 January 2015: no baseline moves before that day',
    ],
    [
      'asks for another day',
      named,
      { change: changeTo('2014-05-31') },
      `/changeRequest names a change request that asks for something else: it must say that ${what}`,
    ],
    [
      'is named and no day is',
      { ...named, baseline: undefined, baselineStated: { kind: 'words', words: 'in time' } },
      { change: changeTo('2014-04-30') },
      "/baseline must be a day, or stand for one: the baseline is 31 March 2014, and a change request moves it to a day. Another paper's words are among the conflicts of baselineStated",
    ],
    [
      'is of the programme and names another review',
      byProgramme,
      { change: changeTo('2014-04-30'), review: null },
      `/programmeChangeRequest names a change request that asks for something else: it must say that ${what}`,
    ],
    [
      'is two',
      { ...named, ...byProgramme },
      { change: changeTo('2014-04-30') },
      '/programmeChangeRequest must be left out where changeRequest names one: a baseline moves by one change request',
    ],
  ])('does not move by a change request that %s', (_what, record, given, fault) => {
    expect(faultLines(put('milestone', record, { before: goLiveMade, ...given }))).toEqual([`${fault} (MIL-02)`]);
  });

  it('moves once by a change request, and stays what it names', () => {
    const moved = made('milestone', named, { before: goLiveMade, change: changeTo('2014-04-30') });
    const back = made(
      'milestone',
      { ...goLive, changeRequest: 'back' },
      { before: moved, change: changeTo('2014-03-31') },
    );
    expect(faultLines(put('milestone', named, { before: back, change: changeTo('2014-04-30') }))).toEqual([
      '/changeRequest names a change request by which it moved before: another move needs another one (MIL-02)',
    ]);
    const retitled = made('milestone', { ...named, title: 'Trading' }, { before: moved });
    expect(retitled.facts).toEqual(moved.facts);
  });

  it('that was recorded wrongly is put right by a correction of the office, and not of the team', () => {
    const correcting = { current: goLiveMade };
    expect(put('milestone', april, { before: goLiveMade, correcting, command: office }).kind).toBe('done');
    expect(put('milestone', april, { before: goLiveMade, correcting }).kind).toBe('refused');
    expect(put('milestone', april, { before: goLiveMade, command: office }).kind).toBe('refused');
  });

  it('that 0.2.0 moved by an agreement in words is changed on and keeps it (MIL-05)', () => {
    const words = { ...goLive, agreedChange };
    expect(made('milestone', { ...words, title: 'Trading' }, { before: ofOldRelease }).facts).toMatchObject({
      originalBaseline: '2014-02-28',
      rebaselines: 1,
    });
    const moved = { ...words, ...named, agreedChange };
    expect(made('milestone', moved, { before: ofOldRelease, change: changeTo('2014-04-30') }).facts.rebaselines).toBe(
      2,
    );
    const other = { ...agreedChange, by: 'The team' };
    expect(put('milestone', { ...goLive, agreedChange: other }, { before: ofOldRelease }).kind).toBe('refused');
  });
});

describe('The plan of a savings line (SAV-21)', () => {
  const planned = (plan: unknown, over: object = {}) => ({
    ...line,
    firmness: 'business-case',
    years: [{ year: '2013/14', plan }],
    ...over,
  });
  const before = made('saving', planned(100_000));
  const change = changeTo('2014-04-30');
  const byRequest = { changeRequest: 'later' };

  it('changes freely while it is indicative, and is a baseline from business-case firmness on', () => {
    const indicative = made('saving', planned(50_000, { firmness: 'indicative' }));
    expect(indicative.facts.firstPlan).toBeUndefined();
    const firm = made('saving', planned(60_000), { before: indicative });
    expect(firm.facts.firstPlan).toEqual([{ year: '2013/14', plan: 60_000 }]);
    const again = made('saving', planned(60_000, { firmness: 'indicative' }), { before: firm });
    expect(put('saving', planned(70_000, { firmness: 'indicative' }), { before: again }).kind).toBe('refused');
  });

  it('changes by an agreed change request that names this line, its years and what they come to', () => {
    const { facts } = made('saving', planned(90_000, byRequest), { before, change });
    expect(facts).toMatchObject({
      firstPlan: [{ year: '2013/14', plan: 100_000 }],
      planMoves: [{ years: ['2013/14'], changeRequest: 'later' }],
    });
    const amount = { kind: 'amount', pounds: 90_000 };
    expect(put('saving', planned(amount, byRequest), { before, change }).kind).toBe('done');
  });

  it.each([
    ['another figure than it asks for', planned(80_000, byRequest), 'the plan of 2013/14'],
    [
      'a year that it does not name',
      planned(90_000, {
        ...byRequest,
        years: [
          { year: '2013/14', plan: 90_000 },
          { year: '2014/15', plan: 1 },
        ],
      }),
      'the plan of 2013/14 and 2014/15',
    ],
    [
      'a year left out',
      planned(0, { ...byRequest, years: [{ year: '2014/15', plan: 1 }] }),
      'the plan of 2013/14 and 2014/15',
    ],
  ])('does not change to %s', (_what, record, what) => {
    expect(faultLines(put('saving', record, { before, change }))).toEqual([
      `/changeRequest names a change request that asks for something else: it must say that ${what} becomes what is sent (SAV-21)`,
    ]);
  });

  it('stays where forecast, claim, states or the form of the figure alone change', () => {
    const year = { year: '2013/14', plan: { kind: 'amount', pounds: 100_000 }, forecast: 1, claimedActual: 5 };
    expect(made('saving', planned(0, { years: [year] }), { before }).facts.planMoves).toBeUndefined();
  });

  it('that 0.2.0 recorded is a baseline as it was read', () => {
    const { firstPlan: _, ...facts } = before.facts;
    const ofOldRelease = { ...before, facts };
    expect(put('saving', planned(90_000), { before: ofOldRelease }).kind).toBe('refused');
    expect(made('saving', planned(90_000, byRequest), { before: ofOldRelease, change }).facts.firstPlan).toEqual([
      { year: '2013/14', plan: 100_000 },
    ]);
  });
});
