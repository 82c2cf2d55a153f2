import { counted, dateInWords, figureInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { type Html, html } from '#web/html.ts';
import { count, type Fact, figure, share, total, words } from '#web/report/fact.ts';
import { figureCell, totalCell } from '#web/report/figure.ts';
import { none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import {
  CostOrBenefitType,
  FundingSource,
  kindInWords,
  poundedInWords,
  sumInWords,
  variationInWords,
} from './choices.ts';
import type { CostsAndBenefitsPart, NotCompared, SumOfKind } from './projections.ts';

type Row = CostsAndBenefitsPart['rows']['rows'][number];
const section = 'Costs and benefits';

const notComparedInWords: Readonly<Record<NotCompared, string>> = {
  'nothing-approved': 'no approved figure',
  'case-not-approved': 'case not approved',
  'nothing-forecast': 'no forecast or actual',
  'no-figure': 'no figure to compare',
};

const comparedInWords = ({ compared, notCompared }: SumOfKind['variation']): string => {
  const out = notCompared.map(({ reason, count: times }) => `${times} ${notComparedInWords[reason]}`).join(', ');
  const all = notCompared.reduce((sum, one) => sum + one.count, compared);
  return `${compared} of ${all} compared${out === '' ? '' : `; ${out}`}`;
};

const sumOfVariation = ({ variation }: SumOfKind): string =>
  variation.compared === 0 ? 'not compared' : variationInWords(variation);

const sumsTable = (sums: readonly SumOfKind[]): Html =>
  table({
    caption: 'By kind; figures of two kinds are never added to each other',
    columns: [
      { head: 'Kind' },
      { head: 'Approved', figures: true },
      { head: 'Forecast', figures: true },
      { head: 'Actual', figures: true },
      { head: 'Against the approved case', figures: true },
    ],
    rows: sums.map((one) => [
      sumInWords(one),
      totalCell(one.approved),
      totalCell(one.forecast),
      totalCell(one.actual),
      html`${sumOfVariation(one)}<span class="under">${comparedInWords(one.variation)}</span>`,
    ]),
    none: '',
  });

const byReviewTable = ({ rows, total: all }: CostsAndBenefitsPart['byReview']): Html =>
  table({
    caption: 'By review',
    columns: [
      { head: 'Review' },
      { head: 'Kind' },
      { head: 'Approved', figures: true },
      { head: 'Forecast', figures: true },
      { head: 'Against the approved case', figures: true },
    ],
    rows: rows.flatMap((one) =>
      one.sums.map((sum) => [
        subject(one),
        sumInWords(sum),
        totalCell(sum.approved),
        totalCell(sum.forecast),
        sumOfVariation(sum),
      ]),
    ),
    none: '',
    ...(all > rows.length ? { total: all } : {}),
  });

const fundingTable = ({ funding, costsWithoutFunding }: CostsAndBenefitsPart): Html =>
  html`${table({
    caption: 'What costs are paid from',
    columns: [{ head: 'Source' }, { head: 'Costs', figures: true }, { head: 'Figure', figures: true }],
    rows: funding.map((one) => [labelOf(FundingSource, one.source), one.entries, totalCell(one.figure)]),
    none: 'No funding source is recorded.',
  })}${costsWithoutFunding > 0 && html`<p>Without a funding source: ${counted(costsWithoutFunding, 'cost')}.</p>`}`;

const yearsInWords = ({ year, toYear }: Row): string =>
  year === null ? 'year not stated' : toYear === null ? year : `${year} to ${toYear}`;

const aboutRow = (one: Row): string =>
  [
    kindInWords(one),
    yearsInWords(one),
    ...(one.target ? ['a target'] : []),
    ...(one.partners === null ? [] : [`with ${one.partners}`]),
  ].join(', ');

const variationOfRow = (one: Row): string =>
  one.variation === null
    ? (one.notCompared && notComparedInWords[one.notCompared]) || 'not compared'
    : variationInWords(one.variation);

/** `First approved: £1 million (changed once since)`, and who agreed to it. */
const changesOfRow = ({ firstApproved, changesOfApproved, agreedBy, variationFromFirst }: Row): string | null => {
  if (changesOfApproved === 0) return null;
  const first = firstApproved === null ? 'not in pounds' : poundedInWords(firstApproved);
  const from = variationFromFirst === null ? '' : `, ${variationInWords(variationFromFirst)} against that`;
  const agreed =
    agreedBy === null
      ? ''
      : `; by the change request "${agreedBy.changeTitle}", agreed by ${agreedBy.body} on ${dateInWords(agreedBy.on)}`;
  return `Approved first: ${first}${from}; changed ${counted(changesOfApproved, 'time')}${agreed}`;
};

const fundingOfRow = ({ funding }: Row): string | null =>
  funding.length === 0
    ? null
    : `Paid from: ${funding.map((one) => `${labelOf(FundingSource, one.source)} ${figureInWords(one.figure)}${one.words === undefined ? '' : ` (${one.words})`}`).join('; ')}`;

const under = (text: string | null): Html | null => (text === null ? null : html`<span class="under">${text}</span>`);

const rowsTable = ({ rows, total: all }: CostsAndBenefitsPart['rows']): Html =>
  table({
    caption: 'Each cost and benefit',
    columns: [
      { head: 'Cost or benefit' },
      { head: 'Of' },
      { head: 'Approved', figures: true },
      { head: 'Forecast', figures: true },
      { head: 'Actual', figures: true },
      { head: 'Against the approved case', figures: true },
    ],
    rows: rows.map((one) => [
      html`${labelOf(CostOrBenefitType, one.type)}: ${one.costOrBenefitTitle}${under(aboutRow(one))}${under(fundingOfRow(one))}`,
      subject(one),
      html`${figureCell(one.approved)}${under(one.ofCase ?? one.approved.source ?? null)}`,
      figureCell(one.forecast),
      figureCell(one.actual),
      html`${variationOfRow(one)}${under(changesOfRow(one))}`,
    ]),
    none: '',
    total: all,
  });

const factsOfSums = (about: string, sums: readonly SumOfKind[]): Fact[] =>
  sums.flatMap((one) => [
    total(section, about, `${sumInWords(one)}: approved`, one.approved),
    total(section, about, `${sumInWords(one)}: forecast`, one.forecast),
    total(section, about, `${sumInWords(one)}: actual`, one.actual),
    {
      ...{ section, about, item: `${sumInWords(one)}: against the approved case`, unit: 'pounds' as const },
      low: one.variation.compared === 0 ? null : one.variation.low,
      high: one.variation.compared === 0 ? null : one.variation.high,
      coverage: comparedInWords(one.variation),
    },
  ]);

const factsOfRow = (one: Row): Fact[] => {
  const about = `${one.title}: ${one.costOrBenefitTitle}`;
  const more = [changesOfRow(one), fundingOfRow(one)].flatMap((text) => text ?? []);
  return [
    words(section, about, 'Kind', `${labelOf(CostOrBenefitType, one.type)}; ${aboutRow(one)}`),
    ...figure(section, about, one.ofCase === null ? 'Approved' : `Approved (${one.ofCase})`, one.approved),
    ...figure(section, about, 'Forecast', one.forecast),
    ...figure(section, about, 'Actual', one.actual),
    {
      ...{ section, about, item: 'Against the approved case', unit: 'pounds' },
      ...{ low: one.variation?.low ?? null, high: one.variation?.high ?? null },
      ...(one.variation === null ? { coverage: variationOfRow(one) } : {}),
    },
    ...more.map((text) => words(section, about, 'Also', text)),
  ];
};

/** Costs and benefits: sums by kind with their coverage, variation against the approved case, and what costs are paid from. */
export const costsAndBenefitsPage: RegisterPage<CostsAndBenefitsPart> = {
  section: { id: 'costs-and-benefits', title: section },
  body: (part) =>
    part.total === 0
      ? [none('No cost or benefit is recorded in the register of costs and benefits.')]
      : [
          html`<p>${counted(part.total, 'entry', 'entries')}: of reviews under way, ${part.reviewsWithCost.numerator} of ${part.reviewsWithCost.denominator} state a cost and ${part.reviewsWithBenefit.numerator} of ${part.reviewsWithBenefit.denominator} a benefit. They are not the savings lines, and are in no total of savings. More than is approved is above zero.</p>`,
          sumsTable(part.byKind),
          byReviewTable(part.byReview),
          fundingTable(part),
          rowsTable(part.rows),
        ],
  facts: (part) => [
    count(section, 'In all', part.total),
    share(section, 'Reviews with a cost', part.reviewsWithCost),
    share(section, 'Reviews with a benefit', part.reviewsWithBenefit),
    ...factsOfSums('Programme', part.byKind),
    ...part.byReview.rows.flatMap(({ title, review, sums }) =>
      factsOfSums(review === null ? `${title} (programme)` : title, sums),
    ),
    ...part.funding.map((one) =>
      total(section, 'Programme', `Paid from: ${labelOf(FundingSource, one.source)}`, one.figure),
    ),
    count(section, 'Costs without a funding source', part.costsWithoutFunding),
    ...part.rows.rows.flatMap(factsOfRow),
  ],
};
