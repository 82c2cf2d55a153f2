import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { HappenedOn, HappenedWhen, PlannedWhen } from '#schemas/dates.ts';
import { SignedPounds } from '#schemas/figures.ts';
import { Id, identified, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, source, wordOf } from '../field-kinds.ts';

const Status = choice({ planned: 'Planned', 'under-way': 'Under way', done: 'Done', dropped: 'Dropped' });

const WalkAction = z.strictObject({
  id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once in this walk' }),
  what: Sentence.meta({ title: 'Action', description: 'What management does about the forecast' }),
  owner: Owner.optional().meta({ title: 'Owner', description: "The post that answers for it, not a person's name" }),
  directorate: wordOf('directorates', Id)
    .optional()
    .meta({ title: 'Directorate', description: 'The directorate that it is of' }),
  objective: wordOf('objectives', Id)
    .optional()
    .meta({ title: 'Objective', description: 'The objective of the programme that it serves' }),
  pounds: SignedPounds.optional().meta({
    title: 'Pounds',
    description: 'What it takes off the forecast, in whole pounds; left out where no figure is stated',
  }),
  inWalk: z.boolean().default(true).meta({
    title: 'A step of the walk',
    description: 'Whether what is left is after it; a target that is stated apart from the walk is not',
  }),
  due: PlannedWhen.optional().meta({ title: 'Due', description: 'By when, or of which time, as far as it is stated' }),
  status: Status.optional().meta({ title: 'Status', description: 'How far it has come, where that is stated' }),
});

/** How a forecast overspend of the year is brought down: before management action, action by action, and what is left. */
export const InYearWalk = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The walk as the paper names it' }),
    year: FinancialYear.meta({ title: 'Financial year', description: 'The year of the budget' }),
    asAt: HappenedWhen.default({ kind: 'not-stated' }).meta({
      title: 'As at',
      description: 'The day to which the forecast looks',
    }),
    reportedOn: HappenedOn.optional().meta({ title: 'Reported on', description: 'The day of the paper' }),
    beforeAction: SignedPounds.optional().meta({
      title: 'Forecast before action',
      description: 'The forecast overspend before management action, in whole pounds; below zero is an underspend',
    }),
    actions: identified(WalkAction, 60).default([]).meta({
      title: 'Actions',
      description: 'What is done about it, by whom, and what it takes off',
    }),
    left: SignedPounds.optional().meta({
      title: 'Left, as printed',
      description: 'What the paper prints as left; the forecast less the steps of the walk is checked against it',
    }),
    leftBy: PlannedWhen.optional().meta({
      title: 'To be found by',
      description: 'By when what is left is to be found',
    }),
    commentary: Narrative.optional().meta({ title: 'Commentary', description: 'What explains it' }),
    source,
    exempt,
  })
  .meta({ id: 'InYearWalk' });
export type InYearWalk = z.infer<typeof InYearWalk>;

const Worked = z
  .object({
    left: z.int().nullable().meta({
      description:
        'The forecast before action less its steps, in whole pounds; null where one of them, or the forecast, has no figure',
    }),
    withoutFigure: z.int().meta({ description: 'How many steps of the walk have no figure' }),
  })
  .meta({ id: 'WorkedWalk' });

const Step = z.object({
  id: Id,
  what: z.string(),
  owner: z.string().optional(),
  directorate: Id.optional(),
  objective: Id.optional(),
  pounds: z.int().optional(),
  inWalk: z.boolean(),
  due: DateStatement.optional(),
  status: Status.optional(),
});

export const InYearWalksSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    year: FinancialYear,
    asAt: DateStatement,
    beforeAction: z.int().optional(),
    actions: z.array(Step),
    left: z.int().optional(),
    leftBy: DateStatement.optional(),
  }),
);
export type InYearWalksSection = z.infer<typeof InYearWalksSection>;

const InYearWalksPart = z.object({
  walks: listedOf(
    ReportSubject.extend({
      walk: Id,
      walkTitle: z.string(),
      year: FinancialYear,
      asAt: DateStatement,
      beforeAction: z.int().nullable(),
      /** What the steps of the walk with a figure take off, and how many of how many have one. */
      actions: z.object({ pounds: z.int(), stated: z.int(), of: z.int() }),
      /** As it is printed, and as the forecast and its steps come to. */
      left: z.int().nullable(),
      worked: z.int().nullable(),
      leftBy: DateStatement.nullable(),
    }),
  ),
  actions: listedOf(
    ReportSubject.extend({
      walk: Id,
      walkTitle: z.string(),
      year: FinancialYear,
      what: z.string(),
      owner: z.string().nullable(),
      directorate: z.string().nullable(),
      objective: z.string().nullable(),
      pounds: z.int().nullable(),
      inWalk: z.boolean(),
      due: DateStatement.nullable(),
      status: Status.nullable(),
    }),
  ),
});
export type InYearWalksPart = z.infer<typeof InYearWalksPart>;

export const inYearWalk = declareRegister({
  kind: 'in-year-walk',
  noun: 'in-year walk',
  purpose: 'How a forecast overspend of the year is brought down: action by action, by whom, and what is left.',
  scopes: ['programme'],
  writers: [...team, 'finance'],
  record: InYearWalk,
  computed: Worked,
  columns: ['title', 'year', 'asAt', 'beforeAction', 'left'],
  entryName: ({ title }) => `the in-year walk "${title}"`,
  position: section('inYearWalks', InYearWalksSection, []),
  report: reportPart('inYearWalks', InYearWalksPart, 'rules-2'),
  example: {
    title: 'Forecast of the first quarter',
    year: '2025/26',
    asAt: { kind: 'month', month: '2025-06' },
    beforeAction: 4_370_000,
    actions: [
      {
        id: 'home-care',
        what: 'Home care is recommissioned',
        owner: 'Director of Adult Social Care',
        pounds: 1_000_000,
      },
      { id: 'financing', what: 'Financing of the capital programme', owner: 'Head of Finance', pounds: 700_000 },
    ],
    left: 2_670_000,
  },
  exampleId: 'first-quarter',
});
