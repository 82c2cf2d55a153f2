import { describe, expect, it } from 'vitest';
import { registerRuleSentences, rulesOf } from '#domain/registers/rules.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { JsonObject } from '#schemas/history.ts';
import { idOfEntry } from '../../support/id-of-entry.ts';
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
  'ledger-period': { lines: [], total: 0 },
  'stated-position': stated,
};

const kinds = registers.filter((one) => !('byActOnly' in one)).map((one) => one.kind);
const idOf = (kind: RegisterKind) => idOfEntry(kind, 'one', { month: '2014-04', period: '2013-14-p09' });
const registerOf = (kind: RegisterKind) => registers.find((one) => one.kind === kind);

/** Somebody who may write it; examples are of January 2026. */
const by = (kind: RegisterKind) => {
  const roles = [...(registerOf(kind)?.writers ?? [])];
  const command = plain[kind] === undefined ? { ...team, effectiveAt: '2026-02-01T09:00:00.000Z' } : team;
  return { ...command, actor: { ...team.actor, roles } };
};
const putBy = (kind: RegisterKind, given: Parameters<typeof put>[2] = {}) =>
  put(kind, plainOf(kind), { id: idOf(kind), command: by(kind), ...given });
const madeBy = (kind: RegisterKind, given: Parameters<typeof put>[2] = {}) =>
  made(kind, plainOf(kind), { id: idOf(kind), command: by(kind), ...given });

/** A plain entry of a kind; of one that this test says nothing of, the example of its declaration. */
const plainOf = (kind: RegisterKind): object => plain[kind] ?? Object(registerOf(kind)?.example);

describe('Every register', () => {
  it.each(kinds)('%s: takes a plain entry, with facts and computed of its schemas', (kind) => {
    const state = madeBy(kind);
    expect(state.record).toEqual(recordRef(kind, 'one', plainOf(kind)).state.record);
    expect(registerOf(kind)?.facts.parse(state.facts)).toEqual(state.facts);
    const computed = rulesOf(kind).computed(state, programme());
    expect(registerOf(kind)?.computed.parse(computed)).toEqual(computed);
  });

  it.each(kinds)('%s: refuses a put of an entry that is struck out', (kind) => {
    const struckOut = { reason: 'told by mistake', by: 'tina-team', at: told };
    const before = { ...madeBy(kind), struckOut };
    const refusal = refusalOf(putBy(kind, { before }));
    expect(refusal.code).toBe('entry.struck-out');
    expect(refusal.detail).toContain('told by mistake');
  });

  it.each(kinds.filter((kind) => kind !== 'return'))('%s: keeps its facts where the same is told again', (kind) => {
    const before = madeBy(kind);
    const command =
      plain[kind] === undefined ? { ...by(kind), effectiveAt: '2026-03-01T09:00:00.000Z' } : atLater(by(kind));
    expect(madeBy(kind, { before, command })).toEqual(before);
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
    expect(rulesOf('lesson').computed({ record: broken, facts: {}, struckOut: null }, programme())).toEqual({});
  });
});
