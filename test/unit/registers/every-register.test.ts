import { describe, expect, it } from 'vitest';
import { registerRuleSentences, rulesOf } from '#domain/registers/rules.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { JsonObject } from '#schemas/history.ts';
import { adoption, full, goLive, line, programme, recordRef, refusalOf, team, told } from '../domain/perfect-review.ts';
import { atLater, issue, made, model, option, put, rating, risk, stated } from './put-entry.ts';

const plain: Readonly<Partial<Record<RegisterKind, object>>> = {
  'market-engagement': { title: 'Soft market test', kind: 'soft-market-test' },
  option,
  'delivery-model': model,
  'business-case': full,
  saving: line,
  risk,
  milestone: goLive,
  issue,
  decision: adoption,
  rating,
  return: { nothingChanged: true },
  'stated-position': stated,
};

const kinds = registers.filter((one) => !('byActOnly' in one)).map((one) => one.kind);
const idOf = (kind: RegisterKind) => (kind === 'return' ? '2014-04' : 'one');
const registerOf = (kind: RegisterKind) => registers.find((one) => one.kind === kind);

/** A plain entry of a kind; of one that this test says nothing of, the example of its declaration. */
const plainOf = (kind: RegisterKind): object => plain[kind] ?? Object(registerOf(kind)?.example);
/** Examples are of January 2026. */
const command = { ...team, effectiveAt: '2026-02-01T09:00:00.000Z' };
const givenOf = (kind: RegisterKind) => ({ id: idOf(kind), ...(plain[kind] === undefined ? { command } : {}) });

describe('Every register', () => {
  it.each(kinds)('%s: takes a plain entry, with facts and computed of its schemas', (kind) => {
    const state = made(kind, plainOf(kind), givenOf(kind));
    expect(state.record).toEqual(recordRef(kind, 'one', plainOf(kind)).state.record);
    expect(registerOf(kind)?.facts.parse(state.facts)).toEqual(state.facts);
    const computed = rulesOf(kind).computed(state, programme());
    expect(registerOf(kind)?.computed.parse(computed)).toEqual(computed);
  });

  it.each(kinds)('%s: refuses a put of an entry that is struck out', (kind) => {
    const struckOut = { reason: 'told by mistake', by: 'tina-team', at: told };
    const before = { ...made(kind, plainOf(kind), givenOf(kind)), struckOut };
    const refusal = refusalOf(put(kind, plainOf(kind), { ...givenOf(kind), before }));
    expect(refusal.code).toBe('entry.struck-out');
    expect(refusal.detail).toContain('told by mistake');
  });

  it.each(kinds.filter((kind) => kind !== 'return'))('%s: keeps its facts where the same is told again', (kind) => {
    const given = givenOf(kind);
    const before = made(kind, plainOf(kind), given);
    const again = plain[kind] === undefined ? { ...command, effectiveAt: '2026-03-01T09:00:00.000Z' } : atLater(team);
    expect(made(kind, plainOf(kind), { ...given, before, command: again })).toEqual(before);
  });

  it('has rules with ids of their own', () => {
    expect(new Set(registerRuleSentences.map((rule) => rule.id)).size).toBe(registerRuleSentences.length);
    for (const rule of registerRuleSentences) expect(rule.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('a stored record of which something is computed is a fault where it does not parse, not an answer', () => {
    const broken: JsonObject = { title: 7 };
    expect(() => rulesOf('risk').computed({ record: broken, facts: {}, struckOut: null }, programme())).toThrow(
      'the stored risk does not parse',
    );
  });

  it('a stored record of which nothing is computed is not parsed', () => {
    const broken: JsonObject = { title: 7 };
    expect(rulesOf('issue').computed({ record: broken, facts: {}, struckOut: null }, programme())).toEqual({});
  });
});
