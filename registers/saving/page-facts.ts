import { labelOf } from '#schemas/choices.ts';
import { count, type Fact, figure, gap, pounds, total, whole } from '#web/report/fact.ts';
import { Measure, type StatedFigure } from '../stated-position/record.ts';
import { SavingClass, SavingMechanism } from './choices.ts';
import { stepsToIdentified } from './page-reconciliation.ts';
import type { SavingsPosition } from './projections.ts';

/** A year of the savings: what is stated and what the lines add up to, each figure with its coverage. */
export const factsOfYear = (year: SavingsPosition): readonly Fact[] => {
  const stated = 'Savings, stated';
  const built = 'Savings, built up from lines';
  return [
    ...figure(stated, year.year, 'Required', year.required),
    ...figure(stated, year.year, 'Identified', year.statedIdentified),
    ...figure(stated, year.year, 'Yet to be identified', year.statedUnidentified),
    pounds('Savings, derived from stated', year.year, 'Identified', year.derivedIdentifiedPounds),
    count(built, 'Lines', year.lines, year.year),
    total(built, year.year, 'Identified', year.identified),
    gap(built, year.year, year.gap),
    total(built, year.year, 'Plan', year.plan),
    total(built, year.year, 'Forecast', year.forecast),
    total(built, year.year, 'Outturn', year.outturn),
    pounds(built, year.year, 'Claimed', year.linesStated?.claimed === 0 ? null : year.claimedPounds),
    pounds(built, year.year, 'Validated', year.linesStated?.validated === 0 ? null : year.validatedPounds),
    total(built, year.year, 'Already in the MTFP', year.alreadyInMtfp),
    total(built, year.year, 'Net new', year.netNew),
    total(built, year.year, 'Counted towards the gap', year.included),
    total(built, year.year, 'Shown apart', year.excluded),
    ...stepsToIdentified(year).map(({ head, pounds: value }) => pounds(built, year.year, head, value)),
    total(built, year.year, 'Full-year effect', year.fullYearEffect),
    total(built, year.year, 'Run-rate', year.runRate),
    total(built, year.year, 'One-offs falling out', year.oneOffFallOut),
    pounds(built, year.year, 'State: delivered', year.states.delivered),
    pounds(built, year.year, 'State: on track', year.states.onTrack),
    pounds(built, year.year, 'State: at risk', year.states.atRisk),
    pounds(built, year.year, 'State: unachievable', year.states.unachievable),
    total(built, year.year, 'State: not assessed', year.states.notAssessed),
    ...year.byClass.map((one) => total(built, year.year, `Class: ${labelOf(SavingClass, one.class)}`, one.plan)),
    ...year.byMechanism.map((one) =>
      total(built, year.year, `Mechanism: ${labelOf(SavingMechanism, one.mechanism)}`, one.plan),
    ),
  ];
};

/** A stated figure, with every value that contradicts it. */
export const factsOfStated = (one: StatedFigure): readonly Fact[] =>
  figure(
    'Stated figures',
    [one.year, one.periodYears === null ? null : `over ${one.periodYears} years`]
      .filter((part) => part !== null)
      .join(', ') || whole,
    `${labelOf(Measure, one.measure)}: ${one.title}${one.scope === undefined ? '' : `, of ${one.scope}`}${one.mtfp === undefined ? '' : `, ${one.mtfp.name}`}`,
    one.figure,
  );
