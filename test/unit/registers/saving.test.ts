import { describe, expect, it } from 'vitest';
import type { CommandContext } from '#domain/decided.ts';
import { savingRules } from '#registers/saving/rules.ts';
import type { RecordState } from '#schemas/history.ts';
import { factsAt, line, programme, recordRef, resultOf, reviewRecord, team, told } from '../domain/perfect-review.ts';

const later = '2014-05-02T09:00:00.000Z';
const toldLater: CommandContext = { ...team, effectiveAt: later };
const made = (record: object, before: RecordState | null = null, command = team): RecordState =>
  resultOf(
    savingRules.put({
      programme: programme(),
      review: { id: 'property', record: reviewRecord(), facts: factsAt('service-baseline') },
      id: 'buildings',
      before,
      record: recordRef('saving', 'buildings', record).state.record,
      command,
    }),
  );

/** Its plan is no baseline yet. */
const indicative = { ...line, firmness: 'indicative' };

describe('A savings line keeps', () => {
  const years = (forecast: unknown, claimedActual?: number) => ({
    ...indicative,
    years: [
      {
        year: '2013/14',
        plan: 100_000,
        ...(forecast === undefined ? {} : { forecast }),
        ...(claimedActual === undefined ? {} : { claimedActual }),
      },
    ],
  });
  const before = made(years(90_000, 80_000));

  it.each([
    ['nothing changed', years(90_000, 80_000), told],
    ['the same figure is written as an amount', years({ kind: 'amount', pounds: 90_000 }, 80_000), told],
    ['the plan alone changed', { ...indicative, years: [{ year: '2013/14', plan: 1, forecast: 90_000 }] }, told],
    ['the forecast changed', years(95_000, 80_000), later],
    ['the forecast is taken out', years(undefined, 80_000), later],
    ['the forecast is no longer a figure', years({ kind: 'not-stated' }, 80_000), later],
    [
      'another year has a forecast as well',
      { ...indicative, years: [...years(90_000).years, { year: '2014/15', plan: 1, forecast: 1 }] },
      later,
    ],
  ])('the instant of its forecast: %s', (_what, record, since) => {
    expect(made(record, before, toldLater).facts.forecastSince).toBe(since);
  });

  it.each([
    [
      'who claimed it, where the claim stays',
      years(95_000, 80_000),
      'tina-team',
      [{ year: '2013/14', by: 'tina-team' }],
    ],
    ['who changed the claim', years(90_000, 81_000), 'tom-team', [{ year: '2013/14', by: 'tom-team' }]],
    ['who took the claim out', years(90_000), 'tom-team', []],
    [
      'who claimed which year',
      { ...indicative, years: [...years(90_000, 80_000).years, { year: '2014/15', plan: 1, claimedActual: 5 }] },
      'tom-team',
      [
        { year: '2013/14', by: 'tina-team' },
        { year: '2014/15', by: 'tom-team' },
      ],
    ],
  ])('%s', (_what, record, subject, claims) => {
    const command = { ...team, actor: { ...team.actor, subject: 'tom-team' } };
    expect(made(record, before, command).facts).toMatchObject({ claimedBySubject: subject, claims });
  });

  it('what finance validated', () => {
    const validations = [{ year: '2013/14', pounds: 70_000, on: '2014-04-10', by: 'fay-fin', at: told, ofVersion: 3 }];
    const state = { ...before, facts: { ...before.facts, validations } };
    expect(made(years(91_000, 80_000), state).facts.validations).toEqual(validations);
  });

  it('what finance validated of another claim, marked: it holds no more', () => {
    const validations = [{ year: '2013/14', pounds: 70_000, on: '2014-04-10', by: 'fay-fin', at: told, ofVersion: 3 }];
    const state = { ...before, facts: { ...before.facts, validations } };
    const dropped = { at: team.effectiveAt, by: team.actor.subject };
    expect(made(years(90_000, 81_000), state).facts.validations).toEqual([{ ...validations[0], dropped }]);
  });
});
