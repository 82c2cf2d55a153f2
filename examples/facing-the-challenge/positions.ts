import type * as z from 'zod';
import type { StatedPosition } from '#registers/stated-position/record.ts';
import type { Figure } from '#schemas/figures.ts';
import { office } from '../officers.ts';
import { stepsFor } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { paper, phaseEnd, source } from './paper.ts';

const { finance } = paper.programme;
const { ofProgramme } = stepsFor('facing-the-challenge');

type Stated = z.input<typeof StatedPosition>;
type Money = z.input<typeof Figure>;

const byPhaseEnd = (id: string, stated: Stated): ChangeStep =>
  ofProgramme({ on: phaseEnd, as: office }, 'stated-position', id, stated);
const kebab = (year: string): string => year.replace('/', '-');
const known = { source: source(), asAt: phaseEnd };

const required = finance.savings_required.map(({ financial_year: year, pounds }) => {
  const figure: Money =
    pounds === null
      ? { kind: 'to-be-confirmed', reason: 'No amount is printed: of a similar magnitude to 2016/17', ...known }
      : { kind: 'amount', pounds, ...known };
  return byPhaseEnd(`savings-required-${kebab(year)}`, {
    title: `Savings required of the council in ${year}`,
    measure: 'savings-required',
    year,
    figure,
  });
});

const elsewhere = new Map(
  finance.yet_to_be_identified_in_another_paper_of_the_same_meeting.map((one) => [one.financial_year, one.pounds]),
);
const unidentified = finance.yet_to_be_identified.map(({ financial_year: year, pounds }) => {
  const other = elsewhere.get(year);
  return byPhaseEnd(`savings-unidentified-${kebab(year)}`, {
    title: `Savings yet to be identified for ${year}`,
    measure: 'savings-unidentified',
    year,
    figure: {
      kind: 'amount',
      pounds,
      ...known,
      ...(other === undefined
        ? {}
        : {
            conflicts: [
              {
                value: { kind: 'amount', pounds: other },
                source: 'Another paper put to the same meeting of the County Council, 15 May 2014',
              },
            ],
          }),
    },
  });
});

/** The one figure that carries a month before the end of Phase 1. */
export const firstExpectation = (on: string): ChangeStep =>
  ofProgramme({ on, as: office }, 'stated-position', 'first-expectation', {
    title: 'First expectation of the savings of Phase 1',
    measure: 'savings-expected',
    figure: {
      kind: 'range',
      low: finance.first_expectation_of_phase_1.low,
      high: finance.first_expectation_of_phase_1.high,
      source: `${source()}: as stated in December 2013`,
    },
    words: 'Towards the three-year target. Stated in December 2013; the paper does not give the day.',
  });

/** The money that the paper states for the programme, and what it says of its risks. */
export const positionsByPhaseEnd: readonly ChangeStep[] = [
  ...required,
  ...unidentified,
  byPhaseEnd('gross-expenditure-2014-15', {
    title: 'Gross expenditure of the 12 services in 2014/15',
    measure: 'gross-expenditure',
    year: '2014/15',
    figure: { kind: 'over', pounds: finance.gross_expenditure_of_the_12_services_2014_15.pounds, ...known },
    words: 'Of the 12 services together; no figure is printed for any one review.',
  }),
  byPhaseEnd('net-budget-2014-15', {
    title: 'Net budget of the 12 services in 2014/15',
    measure: 'net-budget',
    year: '2014/15',
    figure: { kind: 'amount', pounds: finance.net_budget_of_the_12_services_2014_15.pounds, ...known },
    words: 'Of the 12 services together; no figure is printed for any one review.',
  }),
  byPhaseEnd('savings-of-these-services-2014-15', {
    title: 'Savings of these services in 2014/15',
    measure: 'other',
    year: '2014/15',
    figure: { kind: 'over', pounds: finance.savings_of_these_services_2014_15.pounds, ...known },
    words: 'Of the 12 services together.',
  }),
  byPhaseEnd('already-in-mtfp-2015-17', {
    title: 'Savings of these services that the MTFP already holds for 2015/16 and 2016/17',
    measure: 'already-in-mtfp',
    periodYears: 2,
    figure: {
      kind: 'nearly',
      pounds: finance.already_in_the_mtfp_for_these_services_2015_16_and_2016_17.pounds,
      ...known,
    },
    words:
      'The two years together. Savings from market engagement count towards the gap only where they meet or exceed what the MTFP already holds.',
  }),
  byPhaseEnd('already-in-mtfp-2014-17', {
    title: 'Savings already identified in the MTFP 2014-17',
    measure: 'already-in-mtfp',
    periodYears: 3,
    figure: { kind: 'amount', pounds: finance.already_identified_in_the_mtfp_2014_17.pounds, ...known },
    words: 'The three years together.',
  }),
  byPhaseEnd('expected-savings', {
    title: 'Revenue savings expected of Phase 1 over ten years',
    measure: 'savings-expected',
    periodYears: finance.expected_revenue_savings.period_years,
    figure: {
      kind: 'range',
      low: finance.expected_revenue_savings.low,
      high: finance.expected_revenue_savings.high,
      ...known,
    },
    words: 'Indicative. No figure is printed for any one review.',
  }),
  byPhaseEnd('expected-savings-a-year', {
    title: 'Average saving a year expected of Phase 1',
    measure: 'savings-expected-a-year',
    figure: {
      kind: 'range',
      low: finance.expected_average_a_year.low,
      high: finance.expected_average_a_year.high,
      ...known,
    },
    follows: { from: 'expected-savings', by: 'average-a-year' },
    words: 'Indicative; printed as the average of the expected savings over ten years.',
  }),
  byPhaseEnd('risk-register', {
    title: 'The risk register of the programme',
    measure: 'other',
    figure: {
      kind: 'non-financial',
      words:
        'One register of 17 risks, reviewed monthly and reported to the Transformation Advisory Group. The 17 are not published, so none is recorded here.',
      ...known,
    },
    words:
      'The highest risk is not achieving the financial savings; every risk has controls, actions and an owner, the paper says.',
  }),
];
