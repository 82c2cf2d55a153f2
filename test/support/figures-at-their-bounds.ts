import fc from 'fast-check';
import { buildSection, type RecordAt, sumPassed } from '#domain/position/sections.ts';
import { addFinancialYears } from '#language/time.ts';
import { Firmness, SavingClass, SavingMechanism } from '#registers/saving/choices.ts';
import { ReviewPosition, type SectionName } from '#schemas/position.ts';
import { aProgramme } from './positions.ts';

/* Savings lines whose figures are at their bounds, and whether what they make of a position can be read again. */

export const at = '2014-02-01T00:00:00.000Z';
const programme = aProgramme();
export const savingAt = (record: object, n: number): RecordAt => ({
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
export const lineAtItsBounds = fc.record({
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
      { minLength: 1, maxLength: 30, size: 'max' },
    )
    .map((years) => years.map((one, n) => ({ year: addFinancialYears('2014/15', n), ...one }))),
});

export const judged = (section: SectionName, records: readonly RecordAt[], before?: unknown) => {
  const after: unknown = buildSection(section, records, programme);
  return {
    fits: ReviewPosition.shape[section].safeParse(after).success,
    passed: sumPassed(section, { before, after }, records, programme),
    after,
  };
};

/** The largest that a line of thirty years can be. */
export const largestLine = {
  title: 'A line',
  class: 'income',
  mechanism: 'transformation',
  recurrence: 'recurring',
  firmness: 'agreed',
  years: Array.from({ length: 30 }, (_, n) => ({
    year: addFinancialYears('2014/15', n),
    plan: 1_000_000_000_000,
    forecast: 1_000_000_000_000,
    claimedActual: 1_000_000_000_000,
    alreadyInMtfp: 1_000_000_000_000,
  })),
} as const;
