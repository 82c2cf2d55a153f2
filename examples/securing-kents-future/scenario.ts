import type * as z from 'zod';
import type { ReportMonth } from '#language/time.ts';
import type { StatedPosition } from '#registers/stated-position/record.ts';
import { office, team } from '../officers.ts';
import { inOrderOfTime, stepsFor } from '../scenario-steps.ts';
import type { ChangeStep, Scenario } from '../step.ts';
import { strategy } from './paper.ts';
import { walkSteps } from './walk.ts';

const { programme, review, ofProgramme, allOfProgramme } = stepsFor('securing-kents-future');
const { source, on, walk } = strategy;
const month: ReportMonth = '2023-10';

const settings: ChangeStep = programme(
  { on: walk.reported, as: office },
  {
    name: strategy.name,
    phase: 'Budget recovery, 2023/24',
    council: strategy.council,
    objectives: strategy.objectives.map(({ id, number, name }) => ({ id, name: `${number}. ${name}` })),
    decisionRoute: [...strategy.approvalRoutes],
    reporting: { firstMonth: month, lastMonth: month },
    source: `${source}. Called ${strategy.knownAs.join(', ')} as well.`,
  },
);

type Position = { readonly id: string; readonly record: z.input<typeof StatedPosition> };
const noFigure = { kind: 'not-stated', source, asAt: on } as const;
const inWords = (words: string) => ({ kind: 'non-financial' as const, words, source, asAt: on });

const positions: readonly Position[] = [
  ...strategy.opportunities.map(({ id, title, words }) => ({
    id: `${id}-figure`,
    record: { title: `Opportunity: ${title}`, measure: 'other' as const, figure: noFigure, words },
  })),
  {
    id: 'largest-action',
    record: { title: strategy.largest.what, measure: 'other', figure: noFigure, words: strategy.largest.words },
  },
  {
    id: 'one-off-savings',
    record: {
      title: 'Added savings that are one-off',
      measure: 'other',
      year: strategy.oneOff.year,
      figure: inWords(strategy.oneOff.words),
    },
  },
  {
    id: 'risk-categories',
    record: {
      title: 'Categories of risk',
      measure: 'other',
      figure: inWords(`The risks are of ${strategy.riskCategories.join('; ')}. ${strategy.riskAppetite}`),
    },
  },
];

/** The areas in which the strategy sees opportunities: none is a review yet. */
const opportunities: readonly ChangeStep[] = strategy.opportunities.map(({ id, title, parts }) =>
  review({ on, as: team }, id, {
    title,
    services: parts,
    lifecycle: 'potential',
    openedAt: { stage: 'not-stated', source },
    grossExpenditure: { kind: 'not-stated' },
    netExpenditure: { kind: 'not-stated' },
    equalityImpact: { status: 'not-stated' },
    consultation: { status: 'not-stated' },
  }),
);

const decision: ChangeStep = ofProgramme({ on, as: team }, 'decision', 'budget-recovery-strategy', {
  title: 'Budget Recovery Strategy',
  body: 'Cabinet',
  kind: 'other',
  // What was put to a meeting is not overdue after it: the paper cannot know what was decided.
  dueOn: { kind: 'words', words: 'Put to the Cabinet on 5 October 2023; what it decided is not stated' },
  words: `${strategy.recommendationsToCabinet} recommendations were put to it.`,
  source,
});

const measures: ChangeStep = allOfProgramme({ on, as: office }, 'stated-measure', [
  {
    id: 'recommendations',
    record: {
      title: 'Recommendations to the Cabinet',
      asAt: on,
      value: { kind: 'count', count: strategy.recommendationsToCabinet },
      source,
    },
  },
  ...strategy.opportunities.flatMap(({ spendWithOthers }) =>
    spendWithOthers === undefined
      ? []
      : [
          {
            id: 'spend-with-others',
            record: {
              title: 'Spend that is with third parties',
              value: {
                kind: 'share' as const,
                percent: `${spendWithOthers.nearlyPercent}`,
                qualifier: 'nearly' as const,
              },
              source,
              words: spendWithOthers.words,
            },
          },
        ],
  ),
]);

/** Kent County Council's budget recovery of 2023: what one published paper states. */
export const securingKentsFuture: Scenario = {
  name: "Securing Kent's Future, 2023",
  programme: 'securing-kents-future',
  steps: inOrderOfTime(
    [
      settings,
      ...walkSteps,
      ...opportunities,
      allOfProgramme({ on, as: office }, 'stated-position', positions),
      measures,
      decision,
    ],
    [{ kind: 'report', on: '2023-11-06', month, as: office }],
  ),
};
