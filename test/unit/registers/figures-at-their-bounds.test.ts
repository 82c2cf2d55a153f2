import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSection, type RecordAt, sumPassed } from '#domain/position/sections.ts';
import { addFinancialYears } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { Firmness, SavingClass, SavingMechanism } from '#registers/saving/choices.ts';
import { mostTotalPounds } from '#schemas/limits.ts';
import { ReviewPosition, type SectionName } from '#schemas/position.ts';
import { aProgramme } from '../../support/positions.ts';

/*
 * Figures that are each allowed make either a section that can be read again, or a sum that is refused by its name
 * (docs/meaning.md MONEY-20): never something in between.
 */

const at = '2014-02-01T00:00:00.000Z';
const programme = aProgramme();
const savingAt = (record: object, n: number): RecordAt => ({
  review: 'property',
  kind: 'saving',
  id: `line-${n}`,
  state: {
    record: JSON.parse(JSON.stringify(record)),
    facts: {
      validations: validationsOf(record),
      forecastSince: at,
      claimedBySubject: 'tara-team',
    },
    struckOut: null,
  },
  effectiveAt: at,
});
const validationsOf = (record: { years?: { year: string; claimedActual?: number }[] }) =>
  (record.years ?? []).flatMap(({ year, claimedActual }) =>
    claimedActual === undefined
      ? []
      : [{ year, pounds: claimedActual, on: '2014-02-01', by: 'fay-finance', at, ofVersion: 1 }],
  );

const bound = fc.constantFrom(0, 1, 999_999_999_999, 1_000_000_000_000);
const figure = fc.oneof(
  bound,
  bound.map((pounds) => ({ kind: 'over', pounds })),
  bound.map((high) => ({ kind: 'range', low: 0, high })),
  fc.constant({ kind: 'not-stated' }),
);
const line = fc.record({
  title: fc.constant('A line'),
  class: fc.constantFrom(...SavingClass.options),
  mechanism: fc.constantFrom(...SavingMechanism.options),
  recurrence: fc.constantFrom('recurring', 'one-off'),
  firmness: fc.constantFrom(...Firmness.options),
  years: fc
    .array(
      fc.record({
        plan: figure,
        forecast: figure,
        claimedActual: fc.constantFrom(-1_000_000_000_000, 1_000_000_000_000),
        alreadyInMtfp: figure,
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((years) => years.map((one, n) => ({ year: addFinancialYears('2014/15', n), ...one }))),
});

const judged = (section: SectionName, records: readonly RecordAt[], before?: unknown) => {
  const after: unknown = buildSection(section, records, programme);
  return {
    fits: ReviewPosition.shape[section].safeParse(after).success,
    passed: sumPassed(section, { before, after }, records, programme),
    after,
  };
};

describe('Figures at their bounds', () => {
  it('of savings lines make a section that can be read again, or a sum that is refused', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 8, 76), (lines, times) => {
        const records = Array.from({ length: times }, () => lines)
          .flat()
          .map(savingAt);
        const { fits, passed } = judged('savings', records);
        if (passed === null) expect(fits).toBe(true);
        else expect(passed.pounds).toBeGreaterThan(mostTotalPounds);
      }),
      { numRuns: 20 },
    );
  });

  it('that were stored above the bound before there was one are in the way of no change that lessens them', () => {
    const largest = { year: '2014/15', plan: 1_000_000_000_000 };
    const years = Array.from({ length: 30 }, (_, n) => ({ ...largest, year: addFinancialYears('2014/15', n) }));
    const record = {
      title: 'A',
      class: 'income',
      mechanism: 'transformation',
      recurrence: 'recurring',
      firmness: 'agreed',
    };
    const records = Array.from({ length: 40 }, (_, n) => savingAt({ ...record, years }, n));
    const { after: before, passed } = judged('savings', records);
    expect(passed).toMatchObject({ what: 'the run-rate of 2039/40' });
    expect(judged('savings', records.slice(1), before)).toMatchObject({ fits: true, passed: null });
    expect(judged('savings', records, before)).toMatchObject({ fits: true, passed: null });
    expect(judged('savings', [...records, savingAt({ ...record, years }, 41)], before).passed).not.toBeNull();
  });

  it.each(
    registers.flatMap(({ kind, scopes, position, exampleId, example, facts }) =>
      (scopes as readonly string[]).includes('review') && facts.safeParse({}).success && position !== undefined
        ? [{ kind, name: position.name, exampleId, example }]
        : [],
    ),
  )('of 301 entries of the register $kind make a section that can be read again', ({ kind, name, example }) => {
    const records = Array.from(
      { length: 301 },
      (_, n): RecordAt => ({
        review: 'property',
        kind,
        id: `entry-${n}`,
        state: { record: JSON.parse(JSON.stringify(example)), facts: {}, struckOut: null },
        effectiveAt: at,
      }),
    );
    expect(judged(name as SectionName, records)).toMatchObject({ fits: true, passed: null });
  });
});
