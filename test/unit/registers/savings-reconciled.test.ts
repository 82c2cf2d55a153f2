import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reconciliation, SavingsSection } from '#registers/saving/projections.ts';
import { savingsSection } from '#registers/saving/savings-profile.ts';
import { anySavingLine, savingLine } from '../domain/made-up-money.ts';

/** What the steps lead to from what counts towards the gap, by low ends. */
const steppedFrom = (included: number, of: Reconciliation): number =>
  included - of.unachievable - of.replaced - of.shareNotStated - of.notCertain + of.heldByMtfp;

const ofYear = (section: SavingsSection, year: string) => {
  const achievable = section.achievable.find((one) => one.year === year);
  return {
    included: section.years.find((one) => one.year === year)?.included.low ?? 0,
    identified: achievable?.identified.low ?? 0,
    reconciliation: achievable?.reconciliation,
  };
};

const nothing = { unachievable: 0, replaced: 0, shareNotStated: 0, heldByMtfp: 0, notCertain: 0 };
const year = '2015/16';

describe('From what counts towards the gap to what is identified', () => {
  it.each([
    { of: { plan: 100, alreadyInMtfp: 40 }, steps: {} },
    {
      of: {
        plan: 100,
        alreadyInMtfp: 40,
        states: { delivered: 0, onTrack: 0, atRisk: 0, unachievable: 30 },
      },
      steps: { unachievable: 30 },
    },
    {
      of: { plan: 100, alreadyInMtfp: 90, states: { delivered: 0, onTrack: 0, atRisk: 0, unachievable: 30 } },
      steps: { unachievable: 30, heldByMtfp: 20 },
    },
    { of: { plan: 100 }, steps: { shareNotStated: 100 } },
    { of: { plan: 100, alreadyInMtfp: 130 }, steps: { heldByMtfp: 30 } },
    { of: { plan: 100, alreadyInMtfp: { kind: 'range' as const, low: 20, high: 50 } }, steps: { notCertain: 30 } },
    { of: { plan: { kind: 'not-stated' as const }, alreadyInMtfp: 40 }, steps: { heldByMtfp: 40 } },
  ])('$of takes the steps $steps', ({ of, steps }) => {
    const { included, identified, reconciliation } = ofYear(
      savingsSection([savingLine({ years: [{ year, ...of }] })]),
      year,
    );
    expect(reconciliation).toEqual({ ...nothing, ...steps });
    expect(steppedFrom(included, { ...nothing, ...steps })).toBe(identified);
  });

  it('says what a substitute takes the place of', () => {
    const first = savingLine({ years: [{ year, plan: 100, alreadyInMtfp: 0 }] }, {}, 'first');
    const second = savingLine({ substituteFor: 'first', years: [{ year, plan: 60, alreadyInMtfp: 0 }] }, {}, 'second');
    const { included, identified, reconciliation } = ofYear(savingsSection([first, second]), year);
    expect([included, identified]).toEqual([160, 100]);
    expect(reconciliation).toEqual({ ...nothing, replaced: 60 });
  });

  it('adds up for whatever lines and substitutes there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anySavingLine, { selector: ({ id }) => id, maxLength: 6 }), (lines) => {
        const section = savingsSection(
          lines.map((line, n) => {
            const of = lines[n - 1];
            const substituteFor = n % 2 === 1 && of !== undefined ? { substituteFor: of.id } : {};
            return { ...line, record: { ...line.record, ...substituteFor } };
          }),
        );
        for (const { year: one } of section.years) {
          const { included, identified, reconciliation } = ofYear(section, one);
          expect(steppedFrom(included, reconciliation ?? nothing)).toBe(identified);
        }
      }),
    );
  });
});
