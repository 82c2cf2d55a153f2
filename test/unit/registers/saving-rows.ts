import { totalOf } from '#domain/totals.ts';
import type { Saving } from '#registers/saving/record.ts';
import { savingsYearsOf } from '#registers/saving/savings-profile.ts';
import type { SavingsYear } from '#registers/saving/worked-out.ts';
import type { FigureOrPounds } from '#schemas/figures.ts';
import { savingLine } from '../domain/made-up-money.ts';

export const toBeConfirmed: FigureOrPounds = { kind: 'to-be-confirmed', reason: 'waits for the tender' };
export const notStated = totalOf([{ kind: 'not-stated' }]);

/** The rows of a line by year. */
export const byYear = (rows: readonly SavingsYear[]): Record<string, SavingsYear> =>
  Object.fromEntries(rows.map((row) => [row.year, row]));
export const oneYear = (given: object, saving: Partial<Saving> = {}): SavingsYear | undefined =>
  savingsYearsOf(savingLine({ ...saving, years: [{ year: '2015/16', plan: 0, ...given }] }))[0];
