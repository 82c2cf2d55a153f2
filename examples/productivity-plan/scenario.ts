import type { LocalDate, ReportMonth } from '#language/time.ts';
import { office, team } from '../officers.ts';
import { inOrderOfTime, stepsFor } from '../scenario-steps.ts';
import type { ChangeStep, Scenario } from '../step.ts';
import { figuresOfThePlan } from './figures.ts';
import { plan } from './paper.ts';

const { programme, review, allOfProgramme } = stepsFor('productivity-plan');
const { source, programme: reset } = plan;

// The plan has the month and not the day: what it says is true from the month's last day.
const on: LocalDate = plan.by;
// Nothing is known of the programmes before the plan, so that the first month after it is the first that can be reported.
const month: ReportMonth = '2024-08';
const runOn: LocalDate = '2024-09-06';

const settings: ChangeStep = programme(
  { on, as: office },
  {
    name: plan.name,
    phase: reset.name,
    council: plan.council,
    approved: `Under way since ${reset.since}; who approved it is not stated`,
    boards: [{ id: 'srp-board', name: reset.board }],
    themes: plan.themes,
    decisionRoute: [`Programmes are judged by: ${reset.judgedBy.join('; ')}`, reset.decisionsNeed],
    reporting: { firstMonth: month, lastMonth: month },
    source,
  },
);

const programmes: readonly ChangeStep[] = reset.programmes.map(({ id, title }) =>
  review({ on, as: team }, id, {
    title,
    lifecycle: 'active',
    openedAt: { stage: 'not-stated', source },
    grossExpenditure: { kind: 'not-stated' },
    netExpenditure: { kind: 'not-stated' },
    equalityImpact: { status: 'not-stated' },
    consultation: { status: 'not-stated' },
  }),
);

const barriers: ChangeStep = allOfProgramme(
  { on, as: team },
  'dependency',
  plan.barriers.map(({ id, title }) => ({
    id,
    record: {
      title,
      on: 'outside-body',
      words: 'Named among the barriers to productivity that are for the Government to lift.',
      source,
    },
  })),
);

/** Kent County Council's Productivity Plan of July 2024: what one published paper states. */
export const productivityPlan: Scenario = {
  name: 'Productivity Plan, 2024',
  programme: 'productivity-plan',
  steps: inOrderOfTime(
    [settings, ...programmes, ...figuresOfThePlan, barriers],
    [{ kind: 'report', on: runOn, month, as: office }],
  ),
};
