import { describe, expect, it } from 'vitest';
import type { RecordAt } from '#domain/position/sections.ts';
import { addFinancialYears } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import type { SectionName } from '#schemas/position.ts';
import { at, judged, savingAt } from '../../support/figures-at-their-bounds.ts';

/*
 * Figures that are each allowed make either a section that can be read again, or a sum that is refused by its name
 * (docs/meaning.md MONEY-20): never something in between. What is drawn of them is in `test/proofs/bounds.test.ts`.
 */

describe('Figures at their bounds', () => {
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
