import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalOfAmount } from '#domain/report/figures/amounts.ts';
import type { FigureOfReport } from '#domain/report/figures/figure.ts';
import { figuresOfReport } from '#domain/report/figures/figures-of-report.ts';
import { namedWithin, type Row, rowsOfContent, rowsOfLine, within } from '#domain/report/figures/rows-of-figure.ts';
import { addTotals } from '#domain/totals.ts';
import type { ReportContent, ReportLine } from '#schemas/report.ts';
import { FigureName } from '#schemas/report-figures.ts';
import { anyFullReport } from '../../../support/any-registers.ts';
import { anyReviews, anySetting as setting } from '../../../support/any-reviews.ts';
import { aReview, rollUp } from '../../../support/positions.ts';

interface Made {
  readonly content: ReportContent;
  readonly lines: readonly ReportLine[];
}

const rowsOf = ({ content, lines }: Made, figure: FigureOfReport): Row[] => {
  const parts = namedWithin(content) ?? within(lines);
  return [...rowsOfContent(content, figure), ...lines.flatMap((line) => rowsOfLine(line, figure, parts))];
};

/** What rows add up to, by the kind of the figure. */
const sumOf = (value: FigureOfReport['value'], rows: readonly Row[]) =>
  typeof value === 'number'
    ? rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
    : addTotals(rows.flatMap(({ amount, total }) => total ?? (amount === null ? [] : [totalOfAmount(amount)])));

const lowOf = (value: FigureOfReport['value'] | undefined): number =>
  typeof value === 'number' ? value : (value?.low ?? 0);
const highOf = (value: FigureOfReport['value'] | undefined): number | null =>
  typeof value === 'number' ? value : value === null || value === undefined ? 0 : value.high;

/** Figures that the rows do not add up to, or the figures that they are made of. */
const notAddedUp = (made: Made): readonly unknown[] => {
  const figures = figuresOfReport(made.content);
  const named = new Map(figures.map((one) => [one.figure, one]));
  return figures.flatMap((figure): readonly unknown[] => {
    const { value, madeOf, from } = figure;
    if (from !== undefined) return [];
    if (madeOf !== undefined) {
      const low = madeOf.reduce(
        (sum, one) => {
          const of = named.get(one.figure)?.value;
          const end = one.sign === 1 ? lowOf(of) : highOf(of);
          return sum === null || end === null ? null : sum + one.sign * end;
        },
        0 as number | null,
      );
      const is = typeof value === 'number' ? value : (value?.low ?? null);
      return low === is ? [] : [{ figure: figure.figure, is, madeOf: low }];
    }
    const rows = rowsOf(made, figure);
    if (value === null)
      return rows.every(({ how }) => how === 'included') && rows.length > 0
        ? [{ figure: figure.figure, value, rows }]
        : [];
    // What a list does not keep the answer says the number of.
    const notKept = figure.rows === undefined ? 0 : figure.rows.total - figure.rows.rows.length;
    const kept = sumOf(value, rows);
    const sum = typeof kept === 'number' ? kept + notKept : kept;
    return JSON.stringify(sum) === JSON.stringify(value) ? [] : [{ figure: figure.figure, value, sum, rows }];
  });
};

describe('why a figure is what it is (REPORT-27)', () => {
  it('the rows of every figure add up to it, coverage included', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        expect(notAddedUp(rollUp(reviews, setting))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('so do those of every register of any programme', () => {
    fc.assert(
      fc.property(anyFullReport, (make) => {
        const made = make();
        expect(made.content.notMade ?? []).toEqual([]);
        expect(notAddedUp(made)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('so do those of two delivery models of one kind that one review adopted', () => {
    const adopted = { model: 'joint-venture' as const, fromOptions: [], decision: 'd' };
    const twice = aReview('twice', {
      deliveryModels: [
        { id: 'first', ...adopted },
        { id: 'second', ...adopted },
      ],
      decisions: [
        {
          ...{ id: 'd', title: 'Adopt', body: 'Cabinet', kind: 'key-decision', status: 'taken' },
          ...{ dueOn: { kind: 'not-stated' }, takenOn: '2014-01-10' },
        },
      ],
    });
    const made = rollUp([twice], setting);
    expect(made.content.deliveryModels.adopted).toMatchObject([{ model: 'joint-venture', count: 2 }]);
    expect(notAddedUp(made)).toEqual([]);
  });

  it('every figure has a name of its own that can be asked', () => {
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const names = figuresOfReport(rollUp(reviews, setting).content).map(({ figure }) => figure);
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => !FigureName.safeParse(name).success)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
