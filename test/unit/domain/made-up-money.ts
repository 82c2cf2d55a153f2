import * as fc from 'fast-check';
import type { Entry } from '#domain/entry.ts';
import { financialYearFrom } from '#language/time.ts';
import { Firmness, SavingClass, SavingMechanism } from '#registers/saving/choices.ts';
import { Saving, type SavingFacts } from '#registers/saving/record.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';

const pounds = fc.integer({ min: 0, max: 50_000_000 });

/** Figures of every kind, bare pounds among them. */
export const anyFigure: fc.Arbitrary<FigureOrPounds> = fc.oneof(
  pounds,
  fc.record({ kind: fc.constantFrom('amount', 'over', 'about', 'nearly'), pounds }) as fc.Arbitrary<FigureOrPounds>,
  fc.tuple(pounds, pounds).map(([one, other]) => ({
    kind: 'range' as const,
    low: Math.min(one, other),
    high: Math.max(one, other),
  })),
  pounds.map((known) => ({ kind: 'part-known' as const, pounds: known, covers: 'the first tranche' })),
  fc.constant({ kind: 'to-be-confirmed' as const, reason: 'waits for the tender' }),
  fc.constant({ kind: 'non-financial' as const, words: 'shorter waits' }),
  fc.constant({ kind: 'not-stated' as const }),
);

type SavingLine = Entry<Saving, SavingFacts>;

/** A savings line for a test: what matters is given, the rest is plain. */
export const savingLine = (saving: Partial<Saving>, facts: Partial<SavingFacts> = {}, id = 'line'): SavingLine => ({
  id,
  effectiveAt: '2014-04-01T00:00:00.000Z',
  record: Saving.parse({
    title: 'Fewer buildings',
    class: 'cash-releasing',
    mechanism: 'transformation',
    recurrence: 'recurring',
    firmness: 'agreed',
    years: [{ year: '2015/16', plan: 0 }],
    ...saving,
  }),
  facts: {
    validations: [],
    forecastSince: '2014-04-01T00:00:00.000Z',
    claimedBySubject: 'pat-reed',
    ...facts,
  },
});

const anyStates = fc.record({ delivered: pounds, onTrack: pounds, atRisk: pounds, unachievable: pounds });

/** Savings lines of every class, with gaps between their years and figures of every kind in them. */
export const anySavingLine: fc.Arbitrary<SavingLine> = fc
  .record({
    id: fc.integer({ min: 0, max: 999 }),
    class: fc.constantFrom(...SavingClass.options),
    mechanism: fc.constantFrom(...SavingMechanism.options),
    recurrence: fc.constantFrom('recurring' as const, 'one-off' as const),
    firmness: fc.constantFrom(...Firmness.options),
    years: fc.uniqueArray(
      fc.record(
        {
          first: fc.integer({ min: 2013, max: 2019 }),
          plan: anyFigure,
          forecast: anyFigure,
          alreadyInMtfp: anyFigure,
          claimedActual: fc.integer({ min: -1_000_000, max: 1_000_000 }),
          states: anyStates,
          validated: fc.integer({ min: -1_000_000, max: 1_000_000 }),
        },
        { requiredKeys: ['first', 'plan'] },
      ),
      { minLength: 1, maxLength: 5, selector: (year) => year.first },
    ),
  })
  .map(({ id, years, ...saving }) => {
    const inOrder = years.toSorted((one, other) => one.first - other.first);
    return savingLine(
      {
        ...saving,
        years: inOrder.map(({ first, validated: _, ...year }) => ({ year: financialYearFrom(first), ...year })),
      },
      {
        validations: inOrder.flatMap(({ first, validated }) =>
          validated === undefined
            ? []
            : [
                {
                  year: financialYearFrom(first),
                  pounds: validated,
                  on: '2016-05-01',
                  by: 'fin-partner',
                  at: '2016-05-01T09:00:00.000Z',
                },
              ],
        ),
      },
      `line-${id}`,
    );
  });
