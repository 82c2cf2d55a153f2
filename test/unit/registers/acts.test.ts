import { describe, expect, it } from 'vitest';
import { putAppraisal } from '#domain/registers/appraisal.ts';
import { strikeOut, strikeOutEntry } from '#domain/registers/strike-out.ts';
import { Rating, RatingFacts } from '#registers/rating/record.ts';
import { rateReview } from '#registers/rating/rules.ts';
import type { FiguresOfReturn } from '#registers/return/figures.ts';
import { ReturnFigures } from '#registers/return/projections.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import { confirmReturn } from '#registers/return/rules.ts';
import { SavingFacts } from '#registers/saving/record.ts';
import { validateSaving } from '#registers/saving/rules.ts';
import { nothingToConfirm } from '../../support/examples.ts';
import {
  by,
  factsAt,
  faultLines,
  line,
  otherSro,
  ownSro,
  programme,
  recordRef,
  refusalOf,
  resultOf,
  team,
  told,
} from '../domain/perfect-review.ts';
import { newCase, review, struckOut } from './act-on-entry.ts';

const finance = by('fay-fin', 'finance');
const assurance = by('asa-sure', 'assurance');

describe('Validating a saving', () => {
  const facts = { validations: [], forecastSince: told, claimedBySubject: 'tina-team' };
  const state = recordRef('saving', 'buildings', line, facts).state;
  const validate = (changes: object = {}, command = finance, of = state) =>
    validateSaving({
      state: of,
      version: 3,
      request: { year: '2013/14', pounds: 80_000, on: '2014-04-10', ...changes },
      command,
    });

  it('is kept beside the claim, which stays', () => {
    const result = resultOf(validate({ note: 'Agreed to the ledger' }));
    expect(result.record).toEqual(state.record);
    expect(SavingFacts.parse(result.facts)).toEqual({
      ...facts,
      validations: [
        {
          year: '2013/14',
          pounds: 80_000,
          on: '2014-04-10',
          note: 'Agreed to the ledger',
          by: 'fay-fin',
          at: told,
          ofVersion: 3,
        },
      ],
    });
  });

  it('again is added after the one before', () => {
    const twice = resultOf(validate({ pounds: 70_000 }, finance, resultOf(validate())));
    expect(SavingFacts.parse(twice.facts).validations.map((one) => one.pounds)).toEqual([80_000, 70_000]);
  });

  it.each([
    ['of the last claim', { ...facts, claimedBySubject: 'fay-fin' }],
    [
      "of that year's claim, though somebody else claimed last",
      { ...facts, claims: [{ year: '2013/14', by: 'fay-fin' }] },
    ],
  ])('is refused to the one %s', (_what, claimed) => {
    const refusal = refusalOf(validate({}, finance, recordRef('saving', 'buildings', line, claimed).state));
    expect(refusal.code).toBe('saving.own-claim');
  });

  it('is open to the one who claimed another year', () => {
    const claimed = { ...facts, claims: [{ year: '2014/15', by: 'fay-fin' }] };
    expect(validate({}, finance, recordRef('saving', 'buildings', line, claimed).state).kind).toBe('done');
  });

  it('is refused for a year that the line does not have', () => {
    const refusal = refusalOf(validate({ year: '2015/16' }));
    expect([refusal.code, refusal.detail]).toEqual([
      'saving.year-unknown',
      'The savings line has no year 2015/16; it has 2013/14.',
    ]);
  });

  it('is refused where the line is struck out', () => {
    expect(refusalOf(validate({}, finance, struckOut(state))).code).toBe('entry.struck-out');
  });
});

describe('Rating a review', () => {
  const rating = (changes: object = {}) =>
    Rating.parse({ on: '2014-04-14', overall: { rating: 'amber', words: 'Late but in hand' }, ...changes });
  const rate = (command = ownSro, request = rating(), settings: object = {}, existingIds: string[] = []) =>
    rateReview({
      review: { ...review, line: { recorded: [], deputies: [] } },
      programme: programme(settings),
      request,
      command,
      reviewVersion: 3,
      existingIds,
    });

  it.each([
    ['its own SRO', ownSro, 'sro'],
    ['assurance', assurance, 'assurance'],
    ['its own SRO who is also of assurance', by('ann-lee', 'sro', 'assurance'), 'sro'],
    ["another review's SRO who is also of assurance", by('bob-cox', 'sro', 'assurance'), 'assurance'],
  ])('by %s speaks as %3$s', (_who, command, source) => {
    const { id, state } = resultOf(rate(command));
    expect(id).toBe(`${source}-2014-04-14`);
    expect(RatingFacts.parse(state.facts)).toEqual({ source, by: command.actor.subject, ofReviewVersion: 3 });
    expect(Rating.parse(state.record)).toEqual(rating());
  });

  it.each([
    ["another review's SRO", otherSro, 'review.not-the-sro'],
    ['its SRO in the role of assurance alone', by('ann-lee', 'assurance'), 'rating.own-review'],
    ['its lead in the role of assurance', by('leo-low', 'assurance'), 'rating.own-review'],
    ['the team', team, 'review.not-the-sro'],
  ])('is refused to %s', (_who, command, code) => {
    expect(refusalOf(rate(command)).code).toBe(code);
  });

  it('twice for a date is refused, of the same source alone', () => {
    expect(refusalOf(rate(ownSro, rating(), {}, ['sro-2014-04-14'])).code).toBe('rating.already-given');
    expect(rate(ownSro, rating(), {}, ['assurance-2014-04-14']).kind).toBe('done');
  });

  it('RAT-01: keeps to the three points in every dimension', () => {
    const mixed = { rating: 'amber-green', words: 'Nearly' };
    const every = rating({ overall: mixed, time: mixed, cost: mixed, benefits: mixed, risk: mixed });
    expect(faultLines(rate(ownSro, every))).toEqual(
      ['overall', 'time', 'cost', 'benefits', 'risk'].map(
        (one) => `/${one}/rating must be green, amber or red: Amber/Green belongs to the five-point scheme (RAT-01)`,
      ),
    );
    expect(rate(ownSro, every, { ratingScheme: 'five-point' }).kind).toBe('done');
  });
});

describe('Confirming a return', () => {
  const state = recordRef('return', '2014-04', { nothingChanged: true }, { submittedAt: told, confirmed: null }).state;
  const read = ReturnFigures.parse(nothingToConfirm);
  const figures: FiguresOfReturn = {
    figures: read,
    asAt: told,
    ofSequence: 7,
    since: null,
    changed: [],
    changedFrom: () => [],
  };
  const confirm = (command = ownSro, of = state, now = figures, month = '2014-03') =>
    confirmReturn({
      review,
      month,
      state: of,
      version: 3,
      request: { words: 'Seen', figures: read },
      figures: now,
      command,
    });
  const changed = [{ what: 'planned savings of 2014/15', was: '£400,000', is: '£500,000' }];
  const since = { month: '2014-02', confirmedAt: told, figures: read };

  it('is the act of its own SRO', () => {
    expect(MonthlyReturnFacts.parse(resultOf(confirm()).facts)).toEqual({
      submittedAt: told,
      confirmed: {
        at: told,
        by: 'ann-lee',
        ofVersion: 3,
        words: 'Seen',
        figures: { ...read, asAt: told, ofSequence: 7 },
      },
    });
  });

  it.each([
    ["to another review's SRO", confirm(otherSro), 'review.not-the-sro'],
    ['twice', confirm(ownSro, resultOf(confirm())), 'return.already-confirmed'],
    ['of a return that is struck out', confirm(ownSro, struckOut(state)), 'entry.struck-out'],
    [
      'of other figures than were read',
      confirm(ownSro, state, { ...figures, changedFrom: () => changed }),
      'return.figures-moved',
    ],
    [
      'of "nothing changed" over what has',
      confirm(ownSro, state, { ...figures, since, changed }),
      'return.something-changed',
    ],
  ])('is refused %s', (_what, decided, code) => {
    expect(refusalOf(decided).code).toBe(code);
  });

  it('is refused before the last day of its month, which is said, and taken on that day', () => {
    const onDay = (day: string) =>
      confirm({ ...ownSro, effectiveAt: `${day}T09:00:00.000Z` }, state, figures, '2014-04');
    expect(refusalOf(onDay('2014-04-29'))).toMatchObject({
      code: 'return.month-not-ended',
      detail: expect.stringContaining('can be confirmed from 30 April 2014 on'),
    });
    expect(resultOf(onDay('2014-04-30')).facts).toMatchObject({ confirmed: { by: 'ann-lee' } });
  });
});

describe('Striking out', () => {
  const request = { reason: 'Recorded twice', undo: false };
  const undo = { reason: 'It was not', undo: true };

  it('takes an entry out with who, when and why, and its undoing puts it back as it was', () => {
    const out = resultOf(strikeOut(newCase, request, team));
    expect(out).toEqual({ ...newCase, struckOut: { reason: 'Recorded twice', by: 'tina-team', at: told } });
    expect(resultOf(strikeOut(out, undo, team))).toEqual(newCase);
  });

  it('is refused of what is out already, and its undoing of what is not', () => {
    expect(refusalOf(strikeOut(struckOut(newCase), request, team)).code).toBe('entry.struck-out');
    expect(refusalOf(strikeOut(newCase, undo, team)).code).toBe('entry.not-struck-out');
  });

  const rating = { on: '2014-04-14', overall: { rating: 'amber', words: 'Late' } };
  const given = (source: string) =>
    recordRef('rating', 'one', rating, { source, by: 'somebody', ofReviewVersion: 3 }).state;
  it.each([
    ["an SRO's rating, by its own SRO", 'sro', ownSro, 'done'],
    ["an SRO's rating, by another review's SRO", 'sro', otherSro, 'review.not-the-sro'],
    ["an SRO's rating, by assurance", 'sro', assurance, 'review.not-the-sro'],
    ["assurance's rating, by assurance", 'assurance', assurance, 'done'],
    ["assurance's rating, by the review's SRO", 'assurance', ownSro, 'role.not-allowed'],
    ["assurance's rating, by the review's lead", 'assurance', by('leo-low', 'assurance'), 'rating.own-review'],
  ])('%s', (_what, source, command, expected) => {
    const decided = strikeOutEntry({
      kind: 'rating',
      review: { ...review, line: { recorded: [], deputies: [] } },
      state: given(source),
      request,
      command,
    });
    expect(decided.kind === 'done' ? 'done' : decided.refusal.code).toBe(expected);
  });

  it('of another register asks nothing more', () => {
    expect(strikeOutEntry({ kind: 'milestone', review: null, state: newCase, request, command: team }).kind).toBe(
      'done',
    );
  });
});

describe('The appraisal of a review', () => {
  it('is put as a whole and keeps nothing beside', () => {
    const given = recordRef('appraisal', 'appraisal', {
      criteria: [{ id: 'cost', name: 'Cost', group: 'viability', weight: 2 }],
    });
    const context = {
      programme: programme(),
      review: { id: 'property', record: review.record, facts: factsAt('options-appraisal') },
      before: null,
      record: { tests: [], highestScore: 10, optimismBiasPercent: 0, ...given.state.record },
      command: team,
    };
    expect(resultOf(putAppraisal(context))).toEqual({ record: context.record, facts: {}, struckOut: null });
  });
});
