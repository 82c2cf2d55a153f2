import { describe, expect, it } from 'vitest';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import {
  adoption,
  full,
  goLive,
  line,
  otherSro,
  programme,
  recordRef,
  refusalOf,
  team,
  told,
} from '../domain/perfect-review.ts';
import {
  atLater,
  caseWithOutcome,
  changeTo,
  goLiveMade,
  issue,
  later,
  made,
  model,
  option,
  ownRating,
  put,
  rating,
  ratingMade,
  risk,
  stated,
} from './put-entry.ts';

describe('What an entry refers to', () => {
  it.each<readonly [RegisterKind, object, readonly (readonly [string, string, string])[]]>([
    [
      'delivery-model',
      model,
      [
        ['option', 'company', '/fromOptions/0'],
        ['option', 'trust', '/fromOptions/1'],
        ['decision', 'adopt', '/decision'],
      ],
    ],
    ['decision', { ...adoption, deliveryModel: 'company' }, [['delivery-model', 'company', '/deliveryModel']]],
    ['decision', adoption, []],
    ['issue', issue, [['risk', 'thin-market', '/risk']]],
    [
      'risk',
      { ...risk, status: 'happened', issue: 'no-bids', threatensSaving: 'buildings' },
      [
        ['issue', 'no-bids', '/issue'],
        ['saving', 'buildings', '/threatensSaving'],
      ],
    ],
    [
      'saving',
      { ...line, milestone: 'go-live', substituteFor: 'rents' },
      [
        ['milestone', 'go-live', '/milestone'],
        ['saving', 'rents', '/substituteFor'],
      ],
    ],
    [
      'stated-position',
      { ...stated, follows: { from: 'range', by: 'average-a-year' } },
      [['stated-position', 'range', '/follows/from']],
    ],
    ['option', { ...option, scores: [{ criterion: 'cost', score: 3 }] }, []],
    ['milestone', goLive, []],
  ])('by %s is named with its pointer', (kind, record, expected) => {
    expect(rulesOf(kind).references(recordRef(kind, 'one', record).state.record)).toEqual(
      expected.map(([to, id, pointer]) => ({ kind: to, id, pointer })),
    );
  });
});

describe('What a register keeps beside a record', () => {
  it('a milestone keeps its first baseline and counts how often it moved', () => {
    const april = { ...goLive, baseline: '2014-04-30', changeRequest: 'later' };
    const moved = made('milestone', april, { before: goLiveMade, change: changeTo('2014-04-30') });
    const moves = [{ from: '2014-03-31', to: '2014-04-30', at: told, changeRequest: 'later' }];
    expect(moved.facts).toEqual({ originalBaseline: '2014-03-31', rebaselines: 1, moves });
    const may = { ...goLive, baseline: '2014-05-30', programmeChangeRequest: 'again' };
    const twice = made('milestone', may, { before: moved, change: changeTo('2014-05-30') });
    const second = { from: '2014-04-30', to: '2014-05-30', at: told, programmeChangeRequest: 'again' };
    expect(twice.facts).toEqual({ originalBaseline: '2014-03-31', rebaselines: 2, moves: [...moves, second] });
  });

  it('a risk keeps every change of its current score', () => {
    const before = made('risk', risk);
    expect(before.facts).toEqual({ scores: [{ at: told, score: 16 }] });
    const lower = { ...risk, current: { likelihood: 2, impact: 4 } };
    const changed = made('risk', lower, { before, command: atLater(team) });
    expect(changed.facts).toEqual({
      scores: [
        { at: told, score: 16 },
        { at: later, score: 8 },
      ],
    });
    const sameScore = { ...risk, current: { likelihood: 4, impact: 2 } };
    expect(made('risk', sameScore, { before: changed, command: atLater(team) }).facts).toEqual(changed.facts);
    expect(made('risk', risk, { before: changed, command: atLater(team) }).facts).toEqual({
      scores: [...(changed.facts.scores as object[]), { at: later, score: 16 }],
    });
  });

  it('a return is submitted when its present words are told, and waits to be confirmed', () => {
    const before = made('return', { nothingChanged: true }, { id: '2014-04' });
    expect(before.facts).toEqual({ submittedAt: told, confirmed: null });
    const again = made('return', { narrative: 'The lease ended' }, { id: '2014-04', before, command: atLater(team) });
    expect(again.facts).toEqual({ submittedAt: later, confirmed: null });
  });

  it('a return stays as it was confirmed', () => {
    const confirmed = { submittedAt: told, confirmed: { at: told, by: 'ann-lee', ofVersion: 3 } };
    const before = recordRef('return', '2014-04', { nothingChanged: true }, confirmed).state;
    const refusal = refusalOf(put('return', { narrative: 'More' }, { id: '2014-04', before }));
    expect(refusal.code).toBe('return.already-confirmed');
    expect(refusal.detail).toContain('14 April 2014');
  });

  it('a business case keeps its outcomes', () => {
    expect(made('business-case', { ...full, title: 'A better title' }, { before: caseWithOutcome }).facts).toEqual(
      caseWithOutcome.facts,
    );
  });

  it('a rating is put by nobody', () => {
    expect(() => put('rating', rating)).toThrow('put by nobody');
  });

  it('a rating told wrongly is corrected by those it belongs to', () => {
    const words = { ...rating, overall: { rating: 'amber', words: 'In hand' } };
    expect(made('rating', words, ownRating).facts).toEqual(ratingMade.facts);
    expect(refusalOf(put('rating', words, { before: ratingMade, command: otherSro })).code).toBe('review.not-the-sro');
  });

  it('a key decision has its earliest meeting, 28 clear days after its notice', () => {
    const state = made('decision', { ...adoption, noticeOn: '2015-08-21' });
    expect(rulesOf('decision').computed(state, programme())).toEqual({
      dueBy: null,
      earliestMeetingOn: '2015-09-19',
      keyTest: 'not-known',
      callInEndsOn: null,
      earliestImplementationOn: null,
    });
  });
});
