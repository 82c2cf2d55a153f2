import * as z from 'zod';
import { choice } from './choices.ts';
import { HappenedOn } from './dates.ts';
import { DeliveryModelName } from './delivery-model-names.ts';
import { Pounds } from './figures.ts';
import { FindingSetting } from './finding-settings.ts';
import { CriterionSwitchedOff, gateCriteria } from './gate-settings.ts';
import { distinct, Id, identified, Narrative, Sentence, Title } from './ids.ts';
import { Matter } from './matters.ts';
import { Mtfp } from './mtfp.ts';
import { Owner } from './people.ts';
import { NotReported } from './report-run.ts';
import { ReportSection, reportSections } from './report-sections.ts';
import { Reporting } from './reporting.ts';
import { defaultRiskMatrix, RiskMatrix } from './risk-matrix.ts';
import { StageModel, StageMoved } from './stages.ts';
import { ProgrammeTransfer } from './transfer.ts';

const Named = z.strictObject({
  id: Id,
  name: Title.meta({ title: 'Name', description: 'What people call it' }),
});

/** A body of the programme, what it is for, and what its meetings take up. */
const Board = z.strictObject({
  id: Id,
  name: Title.meta({ title: 'Name', description: 'What people call it' }),
  duties: z
    .array(Sentence)
    .max(20, 'must hold at most 20 duties')
    .optional()
    .meta({ title: 'Duties', description: 'What it is for, in the words of its paper' }),
  takes: z
    .array(Matter)
    .min(1, 'must name at least one matter')
    .refine((all) => new Set(all).size === all.length, 'must name each matter once')
    .optional()
    .meta({
      title: 'What its meetings take up',
      description: 'What is proposed for the agendas of its meetings; left out: everything that is due',
    }),
});

export const CloseDown = z
  .strictObject({
    on: HappenedOn.meta({ title: 'Closed on', description: 'The day on which the programme was closed' }),
    achieved: Narrative.meta({ title: 'What was achieved', description: 'Against what it was set up for' }),
    notAchieved: Narrative.meta({ title: 'What was not achieved', description: 'And why' }),
    lessons: Narrative.meta({ title: 'Lessons', description: 'What the next programme should know' }),
    carriesOn: z
      .array(
        z.strictObject({
          what: Sentence.meta({ title: 'What goes on', description: 'What is still to be done or realised' }),
          owner: Owner.meta({ title: 'Owner', description: "The post or team that sees to it, not a person's name" }),
        }),
      )
      .max(50)
      .meta({ title: 'What goes on after it', description: 'What is handed over to the council, each with its owner' }),
  })
  .meta({ id: 'CloseDown' });

export const RatingScheme = choice({
  'three-point': 'Three points: green, amber, red',
  'five-point': 'Five points: with Amber/Green and Amber/Red',
});

/** A programme and its settings. */
export const Programme = z
  .strictObject({
    name: Title.meta({ title: 'Name', description: 'What the programme is called' }),
    phase: Title.optional().meta({ title: 'Phase', description: 'Where the programme has phases: which this is' }),
    council: Title.meta({ title: 'Council', description: 'Whose programme it is' }),
    approved: Sentence.optional().meta({ title: 'Approved', description: 'By whom it was approved, and when' }),
    services: distinct(Title, 500)
      .default([])
      .meta({ title: 'Services', description: 'The services of the council that the programme is about' }),
    boards: identified(Board, 20)
      .default([])
      .meta({ title: 'Boards', description: 'The bodies that the programme reports to or decides in' }),
    directorates: identified(Named, 50)
      .default([])
      .meta({ title: 'Directorates', description: 'Of which each review names one' }),
    portfolios: identified(Named, 50).default([]).meta({
      title: 'Portfolios',
      description: 'Into which reviews are grouped, for the members who answer for them',
    }),
    themes: identified(Named, 50)
      .default([])
      .meta({ title: 'Themes', description: 'What several reviews have in common' }),
    objectives: identified(Named, 30).optional().meta({
      title: 'Objectives',
      description: 'What the programme is for, one by one: savings and management action say which they serve',
    }),
    stageModel: StageModel.default({ kind: 'service-review' }),
    stagesMoved: z
      .array(StageMoved)
      .max(100, 'must hold at most 100 stages')
      .refine((moved) => new Set(moved.map(({ from }) => from)).size === moved.length, 'must not name a stage twice')
      .optional()
      .meta({
        description:
          'For each stage that the model no longer has, the one at which its reviews are from then on: they are moved because the model changed, and no gate is judged',
      }),
    gatesWithout: z
      .array(CriterionSwitchedOff)
      .max(gateCriteria.length, `must hold at most ${gateCriteria.length} criteria`)
      .refine(
        (list) => new Set(list.map(({ criterion }) => criterion)).size === list.length,
        'must not name a criterion twice',
      )
      .optional()
      .meta({
        title: 'Criteria that gates do not ask for',
        description:
          'Criteria that the gates of this programme do not ask for, each with its reason; gates and reports say so',
      }),
    riskMatrix: RiskMatrix.default(defaultRiskMatrix).meta({
      title: 'Risk matrix',
      description: 'How likelihood and impact make a score, and from which score on a risk is high',
    }),
    ratingScheme: RatingScheme.default('three-point').meta({
      title: 'Scheme of ratings',
      description: 'How SROs and assurance rate confidence in delivery',
    }),
    pausedCounts: z.boolean().optional().meta({
      title: 'Paused reviews count',
      description: 'Whether paused reviews are in the totals of reviews; unless set, they are',
    }),
    findings: z.array(FindingSetting).max(100, 'must hold at most 100 entries').optional().meta({
      description:
        'Rules of the report that are switched off, accepted as known until a day, or matter from an amount on; of several that fit a finding the first counts',
    }),
    reportLeavesOut: distinct(ReportSection, reportSections.length).optional().meta({
      title: 'Sections that reports leave out',
      description:
        'Sections that are left out of reports: of page, CSV, headline and changes, which say so; their figures stay in the JSON',
    }),
    deliveryModels: distinct(DeliveryModelName, 15)
      .default([...DeliveryModelName.options])
      .meta({ title: 'Delivery models', description: 'Those that options appraisals of this programme choose among' }),
    reporting: Reporting,
    keyDecisionThreshold: Pounds.default(1_000_000).meta({
      title: 'Threshold of key decisions',
      description: 'From which amount a decision is a key decision',
    }),
    mtfps: identified(Mtfp, 10).optional().meta({
      title: 'Versions of the plan',
      description: 'The versions of the medium-term financial plan, the first one first; each stays',
    }),
    mtfpInUse: Id.optional().meta({
      title: 'Version in use',
      description:
        'The version by which a report says what the plan holds already; it moves when a budget year rolls over',
    }),
    caseTolerancePercent: z
      .int()
      .min(0, 'must be 0 to 100 percent')
      .max(100, 'must be 0 to 100 percent')
      .optional()
      .meta({
        title: 'Tolerance of costs and benefits, in percent',
        description:
          'By how many percent a cost may be above, or a benefit below, its approved figure before a report finds it; unless set, 10',
      }),
    comparedWith: Id.optional().meta({
      title: 'Compared with',
      description: 'The named baseline with which reports compare dates, costs, benefits and savings',
    }),
    decisionRoute: z.array(Sentence).max(20).default([]).meta({
      title: 'Route of decisions',
      description: 'The bodies that a decision of the programme goes through, the first one first',
    }),
    closeDown: CloseDown.optional().meta({
      title: 'Close-down',
      description: 'How the programme ended: what it achieved, and what goes on after it',
    }),
    publishedByTwo: z.boolean().optional().meta({
      title: 'Two people publish',
      description:
        'Whether two people publish a report: one makes its draft, and another, who has read it, publishes it; nothing is published on the report day by itself. Unless set, one person may publish, and the report day does',
    }),
    boardReadsExempt: z.boolean().default(false).meta({
      title: 'The board sees what is exempt',
      description: 'Whether the board sees what is exempt; unless set, it sees the public view',
    }),
    source: Sentence.optional().meta({ title: 'Source', description: 'The paper that says what the programme is' }),
    fictional: z.boolean().default(false).meta({
      title: 'Fictional',
      description: 'A programme that is made up: every report and page of it says so',
    }),
  })
  .meta({ id: 'Programme', description: 'A transformation programme and its settings' });
export type Programme = z.infer<typeof Programme>;
/** A stored programme's settings. */
export const settingsFrom = (given: object): Programme => Programme.parse(given);

/** What the tracker keeps of a programme apart from its settings. */
export const ProgrammeFacts = z.strictObject({
  transfer: ProgrammeTransfer.optional().meta({
    description:
      'How it stands with the last proposal that it goes to another organisation; left out where there was none',
  }),
  notReported: z.array(NotReported).optional().meta({
    description: 'Months that the programme office closed as not reported; one of them may have been published since',
  }),
});
export type ProgrammeFacts = z.infer<typeof ProgrammeFacts>;
