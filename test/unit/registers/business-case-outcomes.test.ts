import { describe, expect, it } from 'vitest';
import { BusinessCaseFacts, RecordOutcome, UpdateCondition } from '#registers/business-case/record.ts';
import { recordOutcome, updateCondition } from '#registers/business-case/rules.ts';
import type { RecordState } from '#schemas/history.ts';
import { by, otherSro, ownSro, refusalOf, resultOf, team, told } from '../domain/perfect-review.ts';
import { newCase, review, struckOut } from './act-on-entry.ts';

const lease = { id: 'lease', text: 'Agree the lease', owner: 'Head of Property', dueOn: '2014-06-01' };
const outcome = (changes: object = {}) =>
  RecordOutcome.parse({ outcome: 'approved', body: 'Cabinet', on: '2014-04-14', ...changes });

const conditional = outcome({ outcome: 'approved-with-conditions', conditions: [lease, { ...lease, id: 'staff' }] });
const record = (state: RecordState, request: RecordOutcome, command = ownSro) =>
  recordOutcome({ review, state, version: 3, request, command });

describe('The outcome of a business case', () => {
  it('is the first, by its SRO, at the telling', () => {
    expect(BusinessCaseFacts.parse(resultOf(record(newCase, outcome({ reference: '14/00012' }))).facts)).toEqual({
      outcomes: [
        {
          number: 1,
          outcome: 'approved',
          body: 'Cabinet',
          on: '2014-04-14',
          reference: '14/00012',
          by: 'ann-lee',
          at: told,
          ofVersion: 3,
          conditions: [],
        },
      ],
    });
  });

  it('supersedes the one before, and both stay', () => {
    const returned = resultOf(record(newCase, outcome({ outcome: 'returned', reason: 'The costs do not add up' })));
    const { outcomes } = BusinessCaseFacts.parse(resultOf(record(returned, outcome())).facts);
    expect(outcomes.map((one) => [one.number, one.outcome, one.supersedes])).toEqual([
      [1, 'returned', undefined],
      [2, 'approved', 1],
    ]);
    expect(outcomes[0]).toEqual(BusinessCaseFacts.parse(returned.facts).outcomes[0]);
  });

  it('leaves the record of the case as it was', () => {
    expect(resultOf(record(newCase, outcome())).record).toEqual(newCase.record);
  });

  it.each([
    ["another review's SRO", otherSro],
    ['the team', team],
    ['the programme office', by('ann-lee', 'programme-office')],
  ])('is refused to %s', (_who, command) => {
    expect(refusalOf(record(newCase, outcome(), command)).code).toBe('review.not-the-sro');
  });

  it('is refused where the case is struck out', () => {
    expect(refusalOf(record(struckOut(newCase), outcome())).code).toBe('entry.struck-out');
  });
});

describe('A condition of an approval', () => {
  const state = resultOf(record(newCase, conditional));
  const update = (changes: object, command = team, of = state) =>
    updateCondition({
      version: 3,
      review,
      state: of,
      request: UpdateCondition.parse({ condition: 'lease', status: 'met', on: '2014-04-14', ...changes }),
      command,
    });
  const conditions = (of: RecordState) => BusinessCaseFacts.parse(of.facts).outcomes.at(-1)?.conditions;

  it('is open when it is made', () => {
    expect(conditions(state)?.map((one) => one.status)).toEqual(['open', 'open']);
  });

  it('is tracked to its end, and the others stay', () => {
    expect(conditions(resultOf(update({ note: 'Signed' })))).toEqual([
      { ...lease, status: 'met', statusOn: '2014-04-14', note: 'Signed', statusOfVersion: 3 },
      { ...lease, id: 'staff', status: 'open' },
    ]);
  });

  it('keeps the note of another condition, and not its own old one', () => {
    const noted = resultOf(update({ note: 'Signed' }));
    const both = resultOf(update({ condition: 'staff' }, team, noted));
    expect(conditions(both)?.map((one) => one.note)).toEqual(['Signed', undefined]);
    expect(conditions(resultOf(update({}, team, noted)))?.[0]?.note).toBeUndefined();
  });

  it.each([
    ['its own SRO', ownSro, 'done'],
    ["another review's SRO", otherSro, 'review.not-the-sro'],
  ])('by %s: %s', (_who, command, expected) => {
    const decided = update({}, command);
    expect(decided.kind === 'done' ? 'done' : decided.refusal.code).toBe(expected);
  });

  it.each([
    ['the latest outcome does not have', 'roof', state, 'The latest outcome has no condition "roof".'],
    ['no outcome has', 'lease', newCase, 'The business case has no outcome yet, so it has no conditions.'],
  ])('is unknown where %s it', (_what, condition, of, detail) => {
    const refusal = refusalOf(update({ condition }, team, of));
    expect([refusal.code, refusal.detail]).toEqual(['condition.unknown', detail]);
  });

  it('is carried over by a later approval, met or dropped there with a reason, and falls with a rejection', () => {
    const met = { condition: 'staff', status: 'met', note: 'All agreed' };
    expect(conditions(resultOf(record(state, outcome({ earlierConditions: [met] }))))).toMatchObject([
      { id: 'lease', status: 'open', carriedFrom: 1 },
      { id: 'staff', status: 'met', note: 'All agreed', carriedFrom: 1 },
    ]);
    const rejected = record(state, outcome({ outcome: 'rejected', reason: 'Too dear' }));
    expect(conditions(resultOf(rejected))?.map(({ status, note }) => [status, note])).toEqual([
      ['no-longer-needed', 'The case was rejected: Too dear'],
      ['no-longer-needed', 'The case was rejected: Too dear'],
    ]);
  });

  it('of a struck-out case stays as it is', () => {
    expect(refusalOf(update({}, team, struckOut(state))).code).toBe('entry.struck-out');
  });
});
