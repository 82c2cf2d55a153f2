import { totalOf } from '#domain/totals.ts';
import { SavingClass, SavingMechanism } from '#registers/saving/choices.ts';
import { savingsGroup } from '#registers/saving/in-figures.ts';
import type { SavingsPosition } from '#registers/saving/projections.ts';
import type { Measure } from '#registers/stated-position/record.ts';
import { labelOf } from '#schemas/choices.ts';
import type { Figure } from '#schemas/figures.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { FigureOfReport, FigureRule } from './figure.ts';
import { ledgerInSavings, ledgerRule } from './ledger-in-savings.ts';

const rules = {
  amounts: {
    id: 'SAVINGS-7',
    sentence:
      'Plan, forecast, states, claims and validations are totals of their own and are never added to each other.',
  },
  outturn: { id: 'SAVINGS-5', sentence: 'Outturn is the validated actual, else the forecast.' },
  states: {
    id: 'SAVINGS-6',
    sentence:
      'A plan with a figure may be split into delivered, on track, at risk and unachievable; what is in none of them is not assessed.',
  },
  closesTheGap: {
    id: 'SAVINGS-8',
    sentence:
      'Lines that close the gap are cash-releasing or income, and at least at business-case firmness; all others are shown apart.',
  },
  identified: {
    id: 'SAVINGS-20',
    sentence:
      'Identified is the share that the MTFP holds and what the plan adds to it, without what is unachievable; a line and its substitutes count as one.',
  },
  gap: { id: 'SAVINGS-10', sentence: 'Gap is required less identified; below zero is over-identified.' },
  stated: {
    id: 'SAVINGS-15',
    sentence:
      'Stated positions are what papers say of the whole programme; required less what they leave unidentified is derived from them.',
  },
  years: {
    id: 'SAVINGS-11',
    sentence:
      "Full-year effect is next year's amount of recurring lines first effective in the year; run-rate is recurring amounts up to it; a one-off amount falls out in the year after it.",
  },
} as const satisfies Readonly<Record<string, FigureRule>>;

export const rulesOfSavings: readonly FigureRule[] = [...Object.values(rules), ledgerRule];

type Made = readonly [name: string, title: string, rule: FigureRule, value: FigureOfReport['value'] | undefined];

const madeOf = (row: SavingsPosition): readonly Made[] => [
  ['plan', 'Planned', rules.amounts, row.plan],
  ['forecast', 'Forecast', rules.amounts, row.forecast],
  ['outturn', 'Outturn', rules.outturn, row.outturn],
  ['claimed', 'Claimed', rules.amounts, row.linesStated?.claimed === 0 ? null : row.claimedPounds],
  ['validated', 'Validated', rules.amounts, row.linesStated?.validated === 0 ? null : row.validatedPounds],
  ['delivered', 'Delivered', rules.states, row.states.delivered],
  ['on-track', 'On track', rules.states, row.states.onTrack],
  ['at-risk', 'At risk', rules.states, row.states.atRisk],
  ['unachievable', 'Unachievable', rules.states, row.states.unachievable],
  ['not-assessed', 'Not assessed', rules.states, row.states.notAssessed],
  ['included', 'Planned, towards the gap', rules.closesTheGap, row.included],
  ['excluded', 'Planned, shown apart', rules.closesTheGap, row.excluded],
  ['already-in-mtfp', 'Already in the MTFP', rules.identified, row.alreadyInMtfp],
  ['net-new', 'Net new', rules.identified, row.netNew],
  ['identified', 'Identified', rules.identified, row.identified],
  ['mtfp-pressure', 'Pressure on the MTFP', rules.identified, row.mtfpPressure],
  ['left-unachievable', 'Not identified: unachievable', rules.identified, row.reconciliation?.unachievable],
  ['replaced', 'Not identified: replaced', rules.identified, row.reconciliation?.replaced],
  [
    'share-not-stated',
    'Not identified: share of the MTFP not stated',
    rules.identified,
    row.reconciliation?.shareNotStated,
  ],
  ['held-by-mtfp', 'Identified beyond the plan: held by the MTFP', rules.identified, row.reconciliation?.heldByMtfp],
  ['not-certain', 'Not identified: share of the MTFP is a range', rules.identified, row.reconciliation?.notCertain],
  ['full-year-effect', 'Full-year effect', rules.years, row.fullYearEffect],
  ['run-rate', 'Run-rate', rules.years, row.runRate],
  ['one-off-fall-out', 'One-off amounts that fall out', rules.years, row.oneOffFallOut],
];

/** What papers leave to be identified in a year, taken off what they require in it. */
const derivedIdentified = ({ year, derivedIdentifiedPounds: value }: SavingsPosition): FigureOfReport[] =>
  value === null
    ? []
    : [
        {
          part: 'savings',
          unit: 'pounds',
          figure: `${savingsGroup(year)}.derived-identified`,
          title: `Savings ${year}: Identified, derived`,
          value,
          rule: rules.stated,
          madeOf: [
            { figure: `${savingsGroup(year)}.required`, sign: 1 },
            { figure: `${savingsGroup(year)}.stated-unidentified`, sign: -1 },
          ],
        },
      ];

const ofYear = (row: SavingsPosition, content: ReportContent): FigureOfReport[] => {
  const group = savingsGroup(row.year);
  const of = { part: 'savings', unit: 'pounds' as const };
  const inYear = (title: string): string => `Savings ${row.year}: ${title}`;
  return [
    {
      part: 'savings',
      unit: 'records',
      figure: `${group}.lines`,
      title: inYear('Savings lines'),
      value: row.lines,
      rule: rules.amounts,
    },
    ...madeOf(row).flatMap(([name, title, rule, value]) =>
      value === undefined ? [] : [{ ...of, figure: `${group}.${name}`, title: inYear(title), value, rule }],
    ),
    ...row.byClass.map((one) => ({
      ...of,
      figure: `${group}.class.${one.class}`,
      title: inYear(`Planned, ${labelOf(SavingClass, one.class).toLowerCase()}`),
      value: one.plan,
      rule: rules.amounts,
    })),
    ...row.byMechanism.map((one) => ({
      ...of,
      figure: `${group}.mechanism.${one.mechanism}`,
      title: inYear(`Planned by ${labelOf(SavingMechanism, one.mechanism).toLowerCase()}`),
      value: one.plan,
      rule: rules.amounts,
    })),
    ...statements.flatMap((one) => asStated(row, one, content)),
    ...derivedIdentified(row),
    ...(row.gap === null
      ? []
      : [
          {
            ...of,
            figure: `${group}.gap`,
            title: inYear('Still to find'),
            value: row.gap,
            rule: rules.gap,
            madeOf: [
              { figure: `${group}.required`, sign: 1 as const },
              { figure: `${group}.identified`, sign: -1 as const },
            ],
          },
        ]),
  ];
};

interface Statement {
  readonly name: string;
  readonly title: string;
  readonly measure: Measure;
  readonly used: (row: SavingsPosition) => Figure | null;
}

/** What papers state of a year of the whole programme. */
const statements: readonly Statement[] = [
  { name: 'required', title: 'Required', measure: 'savings-required', used: ({ required }) => required },
  {
    name: 'stated-identified',
    title: 'Identified, as stated',
    measure: 'savings-identified',
    used: ({ statedIdentified }) => statedIdentified,
  },
  {
    name: 'stated-unidentified',
    title: 'Not yet identified, as stated',
    measure: 'savings-unidentified',
    used: ({ statedUnidentified }) => statedUnidentified,
  },
];

/** Of several statements of the same figure one is used: the others are shown, and left out. */
const asStated = (
  row: SavingsPosition,
  { name, title, measure, used }: Statement,
  { savings: { stated } }: ReportContent,
): FigureOfReport[] => {
  const figure = used(row);
  if (figure === null) return [];
  const isUsed = JSON.stringify(figure);
  const rows = stated
    .filter((one) => one.measure === measure && one.year === row.year && one.scope === undefined)
    .filter((one) => JSON.stringify(one.figure) === isUsed)
    .slice(0, 1)
    .map((one) => ({
      review: null,
      title: one.title,
      register: 'stated-position',
      entry: one.id,
      entryTitle: one.title,
      amount: totalOf([one.figure]),
      because: one.figure.source ?? null,
    }));
  return [
    {
      part: 'savings',
      unit: 'pounds',
      figure: `${savingsGroup(row.year)}.${name}`,
      title: `Savings ${row.year}: ${title}`,
      value: totalOf([figure]),
      rule: rules.stated,
      rows: { total: rows.length, rows },
    },
  ];
};

export const savingsFigures = (content: ReportContent): FigureOfReport[] => [
  ...content.savings.years.flatMap((row) => ofYear(row, content)),
  ...ledgerInSavings(content),
];
