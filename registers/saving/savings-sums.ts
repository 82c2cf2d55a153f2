import type { Sum } from '#domain/registers/define-rules.ts';
import type { Total } from '#schemas/figures.ts';
import type { SavingsSection } from './projections.ts';
import type { SavingsYear } from './worked-out.ts';

const magnitude = ({ low, high }: Total): number => Math.max(Math.abs(low), Math.abs(high ?? 0));

/** The sums of a year by their names in a sentence. */
const sumsOfYear = (row: SavingsYear): readonly (readonly [what: string, pounds: number])[] => [
  ['plan', magnitude(row.plan)],
  ['forecast', magnitude(row.forecast)],
  ['outturn', magnitude(row.outturn)],
  ['claimed savings', Math.abs(row.claimedPounds)],
  ['validated savings', Math.abs(row.validatedPounds)],
  ['plan that is delivered', row.states.delivered],
  ['plan that is on track', row.states.onTrack],
  ['plan that is at risk', row.states.atRisk],
  ['plan that is unachievable', row.states.unachievable],
  ['plan that is not assessed', magnitude(row.states.notAssessed)],
  ['share of the MTFP', magnitude(row.alreadyInMtfp)],
  ['net new savings', magnitude(row.netNew)],
  ['identified savings', magnitude(row.identified)],
  ['full-year effect', magnitude(row.fullYearEffect)],
  ['run-rate', magnitude(row.runRate)],
  ['one-off fall-out', magnitude(row.oneOffFallOut)],
];

/** Every sum of a review's savings. */
export const savingsSums = ({ years }: SavingsSection): readonly Sum[] =>
  years.flatMap((row) => sumsOfYear(row).map(([what, pounds]) => ({ what: `the ${what} of ${row.year}`, pounds })));
