import {
  type At,
  byTitle,
  figuresOfRecords,
  givesTotal,
  reviewItself,
  subjectItself,
} from '#domain/report/figures/of-records.ts';
import { baselinedOfProgramme, sinceBaseline } from './compare.ts';
import { baselineCompared } from './compared.ts';
import type { SinceBaseline, SinceBaselinePart } from './projections.ts';
import { countOfDate, isAnother } from './report.ts';

const rule = {
  id: 'PROGRAMME-23',
  sentence: 'The report holds the programme against the named baseline that its settings name.',
};

/** A review, or the programme, held against the baseline; nothing where the settings name none. */
const sinceAt = ({ setting, review }: At): SinceBaseline | undefined => {
  const { programme, programmeWide, programmeAtBaseline } = setting;
  if (baselineCompared(programme, programmeWide.namedBaselines) === undefined) return undefined;
  return review === null
    ? sinceBaseline(programmeAtBaseline ?? null, baselinedOfProgramme(programmeWide))
    : sinceBaseline(review.atBaseline ?? null, review.position);
};

const groupOf = (year: string): string => year.replace('/', '-');

const ofYear = ({ year, was, now, forecast }: SinceBaselinePart['savings'][number]) =>
  [
    { name: 'was', title: 'planned in the named baseline', value: was },
    { name: 'now', title: 'planned now', value: now },
    { name: 'forecast', title: 'forecast now', value: forecast },
  ].map(({ name, title, value }) => ({
    name: `${groupOf(year)}.${name}`,
    title: `Savings ${year}, ${title}`,
    value,
    unit: 'pounds' as const,
  }));

const byReview = figuresOfRecords({
  ...reviewItself,
  part: 'sinceBaseline',
  whose: 'in-results',
  unit: 'reviews',
  rule,
  figures: {
    reviews: {
      title: 'Reviews held against the named baseline',
      value: ({ reviews }) => reviews,
      gives: (_, at) => sinceAt(at) !== undefined,
    },
    'not-there': {
      title: 'Reviews that were not there at the named baseline',
      value: ({ notThere }) => notThere,
      gives: (_, at) => sinceAt(at)?.wasThere === false,
    },
  },
});

const bySubject = figuresOfRecords({
  ...subjectItself,
  part: 'sinceBaseline',
  whose: 'in-results',
  rule,
  figures: {
    'plan-moves': {
      title: 'How often plans of savings were moved since the named baseline',
      value: ({ moves }) => moves.plans,
      gives: (at) => sinceAt(at)?.moves.plans,
    },
  },
  tables: [
    {
      asked: ({ savings }) => savings.flatMap(ofYear),
      gives: (at) =>
        Object.fromEntries(
          (sinceAt(at)?.savings ?? []).flatMap(({ year, ...totals }) =>
            (['was', 'now', 'forecast'] as const).map((name) => [`${groupOf(year)}.${name}`, givesTotal(totals[name])]),
          ),
        ),
    },
  ],
});

const dates: readonly (readonly [keyof SinceBaselinePart['dates'], string, string])[] = [
  ['later', 'later', 'Milestones expected later than in the named baseline'],
  ['earlier', 'earlier', 'Milestones expected earlier than in the named baseline'],
  ['onTheDay', 'on-the-day', 'Milestones expected on the day of the named baseline'],
  ['gone', 'gone', 'Milestones of the named baseline that are gone'],
  ['added', 'added', 'Milestones that the named baseline does not have'],
];

const ofMilestones = figuresOfRecords({
  part: 'sinceBaseline',
  register: 'milestone',
  whose: 'in-results',
  rule,
  ofReview: (_, at) => sinceAt(at)?.milestones ?? [],
  ofProgramme: (_, at) => sinceAt(at)?.milestones ?? [],
  named: ({ milestone, milestoneTitle }) => byTitle({ id: milestone, title: milestoneTitle }),
  figures: {
    'on-another-day': {
      title: 'Milestones expected on another day than in the named baseline',
      value: ({ milestones }) => milestones.total,
      gives: (one) => countOfDate(one) === 'later' || countOfDate(one) === 'earlier',
    },
    'milestone-moves': {
      title: 'How often baselines of milestones were moved since the named baseline',
      value: ({ moves }) => moves.milestones,
      gives: ({ moves }) => moves,
    },
  },
  tables: [
    {
      asked: (part) =>
        dates.map(([count, name, title]) => ({ name: `dates.${name}`, title, value: part.dates[count] })),
      gives: (one) => Object.fromEntries(dates.map(([count, name]) => [`dates.${name}`, countOfDate(one) === count])),
    },
  ],
});

const ofCosts = figuresOfRecords({
  part: 'sinceBaseline',
  register: 'cost-or-benefit',
  whose: 'in-results',
  rule,
  ofReview: (_, at) => sinceAt(at)?.costsAndBenefits ?? [],
  ofProgramme: (_, at) => sinceAt(at)?.costsAndBenefits ?? [],
  named: ({ costOrBenefit, costOrBenefitTitle }) => byTitle({ id: costOrBenefit, title: costOrBenefitTitle }),
  figures: {
    'approved-otherwise': {
      title: 'Costs and benefits approved otherwise than in the named baseline',
      value: ({ costsAndBenefits }) => costsAndBenefits.total,
      gives: ({ was, now }) => isAnother(was, now),
    },
    'approved-moves': {
      title: 'How often approved figures were changed since the named baseline',
      value: ({ moves }) => moves.approvals,
      gives: ({ moves }) => moves,
    },
  },
});

export const sinceBaselineInFigures = [byReview, bySubject, ofMilestones, ofCosts];
