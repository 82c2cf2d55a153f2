import { basisInWords, claimInWords, poundsInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { type Html, html } from '#web/html.ts';
import { figureCell, gapCell, totalCell } from '#web/report/figure.ts';
import { none, table } from '#web/report/layout.ts';
import type { Wording } from '#web/report/wording.ts';
import { SavingClass, SavingMechanism } from './choices.ts';
import { reconciled } from './page-reconciliation.ts';
import type { SavingsPosition } from './projections.ts';

type Years = readonly SavingsPosition[];

const derivedWords = (derived: number | null, { cannotBeDerived }: Wording): string => {
  if (derived === null) return cannotBeDerived;
  return derived < 0 ? `over-identified by ${poundsInWords(-derived)}` : poundsInWords(derived);
};

/** What the programme states of each year, with every conflict. */
export const statedByYear = (years: Years, wording: Wording): Html =>
  table({
    caption: 'Stated by the programme, by financial year',
    columns: [
      { head: 'Year' },
      { head: 'Required', figures: true },
      { head: 'Identified', figures: true },
      { head: 'Yet to be identified', figures: true },
      { head: 'Identified, derived (required less yet to be identified)', figures: true },
    ],
    rows: years.map((year) => [
      year.year,
      figureCell(year.required),
      figureCell(year.statedIdentified),
      figureCell(year.statedUnidentified),
      html`<span class="money">${derivedWords(year.derivedIdentifiedPounds, wording)}</span>`,
    ]),
    none: 'The programme states no savings by year.',
  });

const ofLines = (years: Years): readonly SavingsPosition[] => years.filter((year) => year.lines > 0);

/** Reports before `rules-2` left nothing unachievable out, and know no pressure. */
const withPressure = (years: Years): boolean => years.some((year) => year.mtfpPressure !== undefined);

const identifiedFromLines = (years: Years, { cannotBeWorkedOut }: Wording): Html =>
  table({
    caption: 'Built up from savings lines: identified and the gap',
    columns: [
      { head: 'Year' },
      { head: 'Identified', figures: true },
      { head: 'Already in the MTFP', figures: true },
      { head: 'Net new', figures: true },
      ...(withPressure(years) ? [{ head: 'Pressure on the MTFP', figures: true }] : []),
      { head: 'Gap to the requirement', figures: true },
    ],
    rows: years.map((year) => [
      year.year,
      totalCell(year.identified),
      totalCell(year.alreadyInMtfp),
      totalCell(year.netNew),
      ...(withPressure(years) ? [html`<span class="money">${poundsInWords(year.mtfpPressure ?? 0)}</span>`] : []),
      gapCell(year.gap, cannotBeWorkedOut),
    ]),
    none: '',
  });

const planned = (years: Years, { planForecastOutturn }: Wording): Html =>
  table({
    caption: planForecastOutturn,
    columns: [
      { head: 'Year' },
      { head: 'Lines', figures: true },
      { head: 'Plan', figures: true },
      { head: 'Forecast', figures: true },
      { head: 'Outturn', figures: true },
    ],
    rows: years.map((year) => [
      year.year,
      year.lines,
      totalCell(year.plan),
      totalCell(year.forecast),
      totalCell(year.outturn),
    ]),
    none: '',
  });

const validated = (years: Years): Html =>
  table({
    caption: 'What is claimed, and what finance has validated',
    columns: [{ head: 'Year' }, { head: 'Claimed', figures: true }, { head: 'Validated by finance', figures: true }],
    rows: years.map(({ year, claimedPounds, validatedPounds, linesStated }) => [
      year,
      claimInWords('claimed', claimedPounds, linesStated?.claimed),
      claimInWords('validated', validatedPounds, linesStated?.validated),
    ]),
    none: '',
  });

const byState = (years: Years): Html =>
  table({
    caption: 'The plan by state',
    columns: [
      { head: 'Year' },
      { head: 'Delivered', figures: true },
      { head: 'On track', figures: true },
      { head: 'At risk', figures: true },
      { head: 'Unachievable', figures: true },
      { head: 'Not assessed', figures: true },
    ],
    rows: years.map((year) => [
      year.year,
      poundsInWords(year.states.delivered),
      poundsInWords(year.states.onTrack),
      poundsInWords(year.states.atRisk),
      poundsInWords(year.states.unachievable),
      totalCell(year.states.notAssessed),
    ]),
    none: '',
  });

const byClass = (years: Years, { nothingToShare }: Wording): Html =>
  table({
    caption: 'The plan by class and mechanism',
    columns: [
      { head: 'Year' },
      { head: 'By class' },
      { head: 'By mechanism' },
      { head: 'Transformation share of the year' },
    ],
    rows: years.map((year) => [
      year.year,
      year.byClass.map((one) => html`<p>${labelOf(SavingClass, one.class)}: ${totalCell(one.plan)}</p>`),
      year.byMechanism.map((one) => html`<p>${labelOf(SavingMechanism, one.mechanism)}: ${totalCell(one.plan)}</p>`),
      year.transformationShare.percent === null
        ? nothingToShare
        : `${year.transformationShare.percent}%: ${poundsInWords(year.transformationShare.numerator)} of ${poundsInWords(year.transformationShare.denominator)}${basisInWords(year.plan)}`,
    ]),
    none: '',
  });

const towardsTheGap = (years: Years): Html =>
  table({
    caption: 'What counts towards the gap',
    columns: [
      { head: 'Year' },
      { head: 'Counted towards the gap', figures: true },
      { head: 'Shown apart', figures: true },
    ],
    rows: years.map((year) => [year.year, totalCell(year.included), totalCell(year.excluded)]),
    none: '',
  });

const laterYears = (years: Years): Html =>
  table({
    caption: 'What follows in later years',
    columns: [
      { head: 'Year' },
      { head: 'Full-year effect', figures: true },
      { head: 'Run-rate', figures: true },
      { head: 'One-offs falling out', figures: true },
    ],
    rows: years.map((year) => [
      year.year,
      totalCell(year.fullYearEffect),
      totalCell(year.runRate),
      totalCell(year.oneOffFallOut),
    ]),
    none: '',
  });

/** What the programme's own savings lines add up to; without any line it says so. */
export const builtUp = (years: Years, wording: Wording): Html => {
  const withLines = ofLines(years);
  if (withLines.length === 0) return none('No savings line is recorded, so nothing can be built up from the reviews.');
  return html`${identifiedFromLines(withLines, wording)}${planned(withLines, wording)}${validated(withLines)}${byState(withLines)}${byClass(withLines, wording)}${towardsTheGap(withLines)}${reconciled(withLines)}${laterYears(withLines)}`;
};
