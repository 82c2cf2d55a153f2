import * as z from 'zod';
import { daysBetween, FinancialYear, Instant, LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { HappenedOn, HappenedWhen, PlannedOn, PlannedWhen } from '#schemas/dates.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { dueDay, exempt, movedBy, noChangeFact, source } from '../field-kinds.ts';

const MilestoneType = choice({ approval: 'Approval', assurance: 'Assurance', delivery: 'Delivery' });

/** A milestone. Its baseline moves only by an agreed change; a forecast or actual later than it needs a reason. */
export const Milestone = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What will have been reached' }),
    type: MilestoneType.meta({
      title: 'Type',
      description: 'Whether somebody approves, somebody assures, or something is delivered',
    }),
    owner: Owner.optional().meta({
      title: 'Owner',
      description: "The post or team that answers for it, not a person's name",
    }),
    baseline: PlannedOn.optional()
      .meta({
        title: 'Baseline date',
        description: 'The day that was agreed; it moves only by an agreed change. Left out where no day is stated',
      })
      .register(neededIf, { words: 'it is not stated otherwise' }),
    baselineStated: PlannedWhen.optional().meta({
      title: 'Baseline as it is stated',
      description: 'A month, season, quarter or words where no day is stated, and what other papers say of it',
    }),
    forecast: PlannedOn.optional().meta({ title: 'Forecast date', description: 'The day on which it is now expected' }),
    forecastStated: PlannedWhen.optional().meta({
      title: 'Forecast as it is stated',
      description: 'As far as it is known, where that is no day, and what other papers say of it',
    }),
    actual: HappenedOn.optional().meta({ title: 'Actual date', description: 'The day on which it was reached' }),
    actualStated: HappenedWhen.optional().meta({
      title: 'Reached, as it is stated',
      description: 'A month, season or quarter where no day is stated, and what other papers say of it',
    }),
    missed: z.boolean().default(false).meta({ title: 'Missed', description: 'Yes where it can no longer be reached' }),
    movedTo: z
      .strictObject({
        owner: Owner.meta({ title: 'New owner', description: 'The post or team that it was handed to' }),
        on: PlannedOn.meta({
          title: 'Handed over on',
          description: 'The day on which it was, or is to be, handed over',
        }),
      })
      .optional()
      .meta({ title: 'Handed to another owner', description: 'Where the milestone is now somebody else’s to reach' }),
    delayReason: Narrative.optional()
      .meta({
        title: 'Reason for delay',
        description: 'Why the forecast or actual date is later than the baseline',
      })
      .register(neededIf, { words: 'the forecast or actual date is later than the baseline' }),
    ...movedBy,
    agreedChange: z
      .strictObject({
        by: Title.meta({ title: 'Agreed by', description: 'The board or post that agreed to it' }),
        on: HappenedOn.meta({ title: 'Agreed on', description: 'The day on which it was agreed' }),
        reason: Sentence.meta({ title: 'Reason', description: 'Why the baseline was moved' }),
      })
      .optional()
      .meta({
        title: 'Agreement in words',
        description: 'As it was recorded before change requests were; nothing new is written here',
      }),
    source,
    exempt,
  })
  .refine(({ baseline, baselineStated }) => baseline !== undefined || baselineStated !== undefined, {
    path: ['baseline'],
    message: 'must say the day, or baselineStated must say when it is to be, or why that is not known',
  })
  .meta({ id: 'Milestone' });
export type Milestone = z.infer<typeof Milestone>;

const BaselineMove = z.object({
  from: LocalDate.meta({ description: 'The baseline before' }),
  to: LocalDate.meta({ description: 'The baseline after' }),
  at: Instant.meta({ description: 'From when it is so' }),
  changeRequest: Id.optional().meta({ description: 'The change request by which it moved' }),
  programmeChangeRequest: Id.optional().meta({ description: 'The same, where it is one of the programme' }),
});

export const MilestoneFacts = z
  .object({
    originalBaseline: LocalDate.optional().meta({
      description: 'The day of the baseline that was recorded first; absent while none had a day',
    }),
    rebaselines: z.int().meta({ description: 'How often the baseline has been moved' }),
    moves: z
      .array(BaselineMove)
      .optional()
      .meta({ description: 'Each move of the baseline, oldest first; absent where it was last recorded before 0.3.0' }),
    ...noChangeFact,
  })
  .meta({ id: 'MilestoneFacts' });
export type MilestoneFacts = z.infer<typeof MilestoneFacts>;

export const MilestonesSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    type: MilestoneType,
    owner: z.string().optional(),
    /** The last day that it stands for, as the other dates; absent where it stands for none. */
    baseline: LocalDate.optional(),
    originalBaseline: LocalDate.optional(),
    rebaselines: z.int(),
    forecast: LocalDate.optional(),
    actual: LocalDate.optional(),
    /** As they are stated, where that is no day. */
    baselineStated: DateStatement.optional(),
    forecastStated: DateStatement.optional(),
    actualStated: DateStatement.optional(),
    missed: z.boolean(),
    movedTo: z.string().optional(),
    delayReason: z.string().optional(),
    /** The day on which it was last recorded, changed or reviewed without a change. */
    confirmedOn: LocalDate.optional(),
    moves: z.array(BaselineMove).default([]),
  }),
);
export type MilestonesSection = z.infer<typeof MilestonesSection>;

const MilestoneDates = z
  .object({
    dueOn: dueDay.meta({
      title: 'Due by',
      description:
        'The day by which it is to be reached, by its forecast, else by its baseline; none where no day is stated, and once it is reached or missed',
    }),
    slipDays: z.int().nullable().meta({
      title: 'Slip in days',
      description:
        'From the baseline to the actual date or, while there is none, to the forecast; below zero where that is earlier; none where one of the two is not stated',
    }),
  })
  .meta({ id: 'MilestoneDates' });
type Days = Pick<MilestonesSection[number], 'baseline' | 'forecast' | 'actual'>;

/** The day on which it is expected. */
const expected = ({ forecast, baseline }: Days): LocalDate | null => forecast ?? baseline ?? null;
/** How many days later than its baseline a day is; null where one of the two is not stated. */
const slip = ({ baseline }: Days, day: LocalDate | undefined): number | null =>
  baseline === undefined || day === undefined ? null : daysBetween(baseline, day);

/** What follows from the days for which the dates of a milestone stand. */
export const datesOfMilestone = (
  days: Days,
  { missed }: Pick<Milestone, 'missed'>,
): z.infer<typeof MilestoneDates> => ({
  dueOn: days.actual !== undefined || missed ? null : expected(days),
  slipDays: slip(days, days.actual ?? days.forecast),
});

const Dated = ReportSubject.extend({
  milestone: z.string(),
  dueOn: LocalDate,
  /** As it is stated, where that is no day: `dueOn` is the last day that it stands for. */
  stated: DateStatement.optional(),
});
const Undated = ReportSubject.extend({ milestone: z.string(), stated: DateStatement });

const MilestonesPart = z.object({
  total: z.int(),
  done: z.int(),
  due: listedOf(Dated),
  missed: listedOf(
    Dated.extend({
      dueOn: LocalDate.nullable(),
      /** Why, where somebody gave a reason for its delay. Reports by `rules-1` have none. */
      reason: z.string().optional(),
    }),
  ),
  /** Outstanding ones that stand for no day. Reports by `rules-1` have none. */
  undated: listedOf(Undated).optional(),
  slipped: listedOf(
    ReportSubject.extend({
      milestone: z.string(),
      baseline: LocalDate,
      forecast: LocalDate.nullable(),
      actual: LocalDate.nullable(),
      reason: z.string().nullable(),
      /** Reports before `rules-2` have neither this nor what follows. */
      firstBaseline: LocalDate.optional(),
      rebaselines: z.int().optional(),
      /** An estimate of what it takes out of each year, of the savings that are tied to it. */
      savings: z.array(z.object({ year: FinancialYear, pounds: z.int() })).optional(),
    }),
  ),
  rebaselines: z.int(),
});

export const milestone = declareRegister({
  kind: 'milestone',
  purpose: 'What is to be reached, by when, and whether it was.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Milestone,
  facts: MilestoneFacts,
  computed: MilestoneDates,
  reviewedNoChange: true,
  columns: ['title', 'type', 'owner', 'baseline', 'forecast', 'actual'],
  entryName: ({ title }) => `the milestone "${title}"`,
  position: section('milestones', MilestonesSection, []),
  across: across(MilestonesSection, {
    states: choice({ planned: 'To be reached', done: 'Reached', missed: 'Missed' }),
    open: ['planned'],
    has: ['owner', 'due'],
    rows: (milestones) =>
      milestones.map(({ id, title, owner, missed, ...days }) => ({
        ...{ id, title, owner, dueOn: expected(days) },
        state: days.actual !== undefined ? 'done' : missed ? 'missed' : 'planned',
        weight: slip(days, days.forecast) ?? 0,
      })),
  }),
  report: firstReportPart('milestones', MilestonesPart),
  example: {
    title: 'Leave the old hall',
    type: 'delivery',
    owner: 'Head of Property',
    baseline: '2026-06-30',
    forecast: '2026-07-31',
    delayReason: 'The new lease is signed a month late.',
  },
  exampleId: 'leave-the-old-hall',
});
