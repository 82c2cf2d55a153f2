import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalOf } from '#domain/totals.ts';
import { SavingsSection } from '#registers/saving/projections.ts';
import { addSavingsYears, savingsSection } from '#registers/saving/savings-profile.ts';
import { anySavingLine } from '../domain/made-up-money.ts';

describe('The savings of several lines or reviews', () => {
  it('add up the same in any order', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        expect(savingsSection(lines.toReversed()).years).toEqual(savingsSection(lines).years);
      }),
    );
  });

  it('add up the same by review as line by line', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), fc.array(anySavingLine), fc.array(anySavingLine), (a, b, c) => {
        const reviews = [a, b, c].map((lines) => savingsSection(lines).years);
        expect(addSavingsYears(reviews)).toEqual(savingsSection([...a, ...b, ...c]).years);
      }),
    );
  });

  it('are the sum of their parts: plan by class and by mechanism, and the run-rate from the first year on', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        for (const row of savingsSection(lines).years) {
          const plans = lines.flatMap(({ record }) => record.years.map((year) => ({ ...year, record })));
          const of = (pick: (plan: (typeof plans)[number]) => boolean) =>
            totalOf(plans.filter(pick).map((p) => p.plan));
          expect(row.plan).toEqual(of((plan) => plan.year === row.year));
          expect(row.runRate).toEqual(of((plan) => plan.year <= row.year && plan.record.recurrence === 'recurring'));
          for (const part of row.byClass)
            expect(part.plan).toEqual(of((plan) => plan.year === row.year && plan.record.class === part.class));
          for (const part of row.byMechanism)
            expect(part.plan).toEqual(of((plan) => plan.year === row.year && plan.record.mechanism === part.mechanism));
          expect(row.byClass.reduce((sum, part) => sum + part.plan.low, 0)).toBe(row.plan.low);
          expect(row.byMechanism.reduce((sum, part) => sum + part.plan.low, 0)).toBe(row.plan.low);
        }
      }),
    );
  });

  it('list each year once, earliest first, and leave through the schema unchanged', () => {
    fc.assert(
      fc.property(fc.array(anySavingLine), (lines) => {
        const section = savingsSection(lines);
        expect(SavingsSection.parse(section)).toEqual(section);
        const years = section.years.map((row) => row.year);
        expect(years).toEqual([...new Set(years)].sort());
      }),
    );
  });

  it('of no line at all have no year', () => {
    expect(savingsSection([])).toEqual({ years: [], achievable: [], substitutions: [], lines: [] });
  });
});
