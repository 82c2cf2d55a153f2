import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement, lastDayStated } from '#schemas/date-statement.ts';
import { HappenedOn, PlannedOn, PlannedWhen } from '#schemas/dates.ts';
import { Figure, Total } from '#schemas/figures.ts';
import { distinct, Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, otherReview, source } from '../field-kinds.ts';

/** The eight activities of managing a contract in service (National Audit Office, Good practice contract management framework, 2016). */
export const Activity = choice({
  'planning-and-governance': 'Planning and governance',
  people: 'People',
  administration: 'Administration',
  relationships: 'Managing relationships',
  performance: 'Managing performance',
  'payment-and-incentives': 'Payment and incentives',
  risk: 'Risk',
  'contract-development': 'Contract development',
});
export type Activity = z.infer<typeof Activity>;

const whole = (least: number, most: number, of: string) =>
  z
    .int(numberFault(`must be ${of} from ${least} to ${most}`))
    .min(least, `must be ${of} from ${least} to ${most}`)
    .max(most, `must be ${of} from ${least} to ${most}`);

const Decided = choice({ open: 'Not decided', used: 'Used', 'not-used': 'Not used' });
/** A day on which one side may leave the contract, or from which it may be extended. */
const Choice = z.strictObject({
  kind: choice({ break: 'Break', extension: 'Extension' }).meta({
    title: 'Kind',
    description: 'A break, or an option to extend',
  }),
  on: PlannedWhen.meta({ title: 'From', description: 'When it takes effect, as far as that is stated' }),
  noticeBy: PlannedOn.optional().meta({
    title: 'Notice needed by',
    description: 'The last day on which notice can be given',
  }),
  decision: Decided.default('open').meta({ title: 'Decision', description: 'Whether it is used' }),
  words: Sentence.optional().meta({ title: 'In words', description: 'What it offers, or why it was decided so' }),
});
const AfterEnd = choice({
  open: 'Not decided',
  'procure-again': 'Procure again',
  'bring-in-house': 'Bring in-house',
  end: 'Let it end',
  other: 'Other',
});

/** A contract with a supplier: what it is worth, until when it runs, who manages it and how well. */
export const Contract = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What the contract is called' }),
    supplier: Title.optional().meta({ title: 'Supplier', description: 'The organisation that it is with' }),
    reference: Title.optional().meta({ title: 'Reference', description: 'Its number in the contract register' }),
    value: Figure.default({ kind: 'not-stated' }).meta({
      title: 'Value',
      description: 'What it is worth over its whole term',
    }),
    start: PlannedWhen.default({ kind: 'not-stated' }).meta({
      title: 'Start',
      description: 'When it begins, as far as that is stated',
    }),
    term: Sentence.optional().meta({ title: 'Term', description: 'How long it runs, in words' }),
    end: PlannedWhen.default({ kind: 'not-stated' }).meta({
      title: 'End',
      description: 'When it ends unless it is extended',
    }),
    endNoticeBy: PlannedOn.optional().meta({
      title: 'Decision on the end needed by',
      description: 'The last day on which what follows can be decided: long enough to procure again',
    }),
    afterEnd: AfterEnd.default('open').meta({
      title: 'After the end',
      description: 'What follows, once it is decided',
    }),
    choices: z.array(Choice).max(20, 'must hold at most 20').default([]).meta({
      title: 'Breaks and extensions',
      description: 'Its break dates and its options to extend',
    }),
    endedOn: HappenedOn.optional().meta({
      title: 'Ended on',
      description: 'The day on which it ended; only for one that has',
    }),
    manager: Owner.optional().meta({
      title: 'Contract manager',
      description: "The post that manages it, not a person's name",
    }),
    leadDirector: Owner.optional().meta({
      title: 'Lead director',
      description: "The post that answers for it, not a person's name",
    }),
    lastReviewedOn: HappenedOn.optional().meta({
      title: 'Last reviewed on',
      description: 'The day on which it was last reviewed',
    }),
    highestScore: whole(2, 10, 'a score').default(4).meta({
      title: 'Highest score',
      description: 'The best score of maturity, from 2 to 10, on the scale, which begins at 1',
    }),
    maturity: z
      .array(
        z.strictObject({
          activity: Activity.meta({
            title: 'Activity',
            description: 'One of the eight activities of contract management',
          }),
          score: whole(1, 10, 'a score').optional().meta({
            title: 'Score',
            description: 'From 1 to the highest score, 4 unless another is given above; left out where none was given',
          }),
          words: Sentence.optional().meta({ title: 'In words', description: 'Why' }),
        }),
      )
      .max(8, 'must hold each activity once')
      .refine((all) => new Set(all.map(({ activity }) => activity)).size === all.length, 'must hold each activity once')
      .default([])
      .meta({ title: 'Maturity', description: 'How well each of the eight activities is done' }),
    improvement: z
      .strictObject({
        plan: Narrative.meta({ title: 'Plan', description: 'What is done to manage the contract better' }),
        percentDone: whole(0, 100, 'a percentage')
          .optional()
          .meta({ title: 'Done, percent', description: 'How much of it is done' }),
        owner: Owner.optional().meta({
          title: 'Owner',
          description: "The post or team that answers for it, not a person's name",
        }),
        due: PlannedWhen.default({ kind: 'not-stated' }).meta({ title: 'Due', description: 'When it is to be done' }),
      })
      .optional()
      .meta({ title: 'Plan to improve', description: 'Where its management falls short' }),
    socialValueSought: Narrative.optional().meta({
      title: 'Social value sought',
      description: 'What was asked for (Public Services (Social Value) Act 2012)',
    }),
    socialValueMeasured: Narrative.optional().meta({
      title: 'Social value measured',
      description: 'What has come of it',
    }),
    reviews: distinct(otherReview, 40).optional().meta({
      title: 'Reviews',
      description: 'The reviews that it matters to, other than the one in whose register it is',
    }),
    source,
    exempt,
  })
  .meta({ id: 'Contract' });
export type Contract = z.infer<typeof Contract>;

const Maturity = z
  .object({
    scored: z.int().meta({ description: 'How many of the eight activities have a score' }),
    average: z
      .number()
      .nullable()
      .meta({ description: 'Their average, to one decimal place; null where none has a score' }),
  })
  .meta({ id: 'ContractMaturity' });

export const ContractsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    supplier: z.string().optional(),
    value: Figure,
    start: DateStatement,
    end: DateStatement,
    endNoticeBy: LocalDate.optional(),
    afterEnd: AfterEnd,
    choices: z.array(
      z.object({
        kind: z.enum(['break', 'extension']),
        on: DateStatement,
        noticeBy: LocalDate.optional(),
        decision: Decided,
      }),
    ),
    endedOn: LocalDate.optional(),
    manager: z.string().optional(),
    leadDirector: z.string().optional(),
    lastReviewedOn: LocalDate.optional(),
    highestScore: z.int(),
    maturity: z.array(z.object({ activity: Activity, score: z.int().optional() })),
    improvement: z.object({ percentDone: z.int().optional() }).optional(),
    socialValueSought: z.string().optional(),
    socialValueMeasured: z.string().optional(),
    /** Other reviews that it matters to. */
    reviews: z.array(Id).optional(),
  }),
);
export type ContractsSection = z.infer<typeof ContractsSection>;

const About = ReportSubject.extend({ contract: Id, contractTitle: z.string() });
/** Something of a contract that is still to be decided, and until when. */
const Undecided = About.extend({
  what: z.enum(['break', 'extension', 'end']),
  on: DateStatement,
  noticeBy: LocalDate.nullable(),
  /** The day of notice, or without one the day itself, has come. */
  late: z.boolean(),
});

const ContractsPart = z.object({
  total: z.int(),
  ended: z.int(),
  /** Of those that have not ended. */
  value: Total,
  rows: listedOf(
    About.extend({
      supplier: z.string().nullable(),
      value: Figure,
      start: DateStatement,
      end: DateStatement,
      manager: z.string().nullable(),
      leadDirector: z.string().nullable(),
      lastReviewedOn: LocalDate.nullable(),
      highestScore: z.int(),
      scores: z.array(z.object({ activity: Activity, score: z.int().nullable() })),
      average: z.number().nullable(),
      improvementPercent: z.int().nullable(),
      hasImprovement: z.boolean(),
      socialValueSought: z.string().nullable(),
      socialValueMeasured: z.string().nullable(),
      /** How many savings lines name it. */
      savings: z.int(),
      /** The titles of the other reviews that it matters to. */
      reviews: z.array(z.string()),
    }),
  ),
  undecided: listedOf(Undecided),
});
export type ContractsPart = z.infer<typeof ContractsPart>;

export const contract = declareRegister({
  kind: 'contract',
  purpose: 'Contracts with suppliers: their value, term, breaks and extensions, who manages them and how well.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Contract,
  computed: Maturity,
  columns: ['title', 'supplier', 'value', 'start', 'end', 'manager', 'lastReviewedOn'],
  entryName: ({ title }) => `the contract "${title}"`,
  position: section('contracts', ContractsSection, []),
  across: across(ContractsSection, {
    states: choice({ running: 'Running', ended: 'Ended' }),
    open: ['running'],
    has: ['owner', 'due'],
    rows: (contracts) =>
      contracts.map(({ id, title, manager, end, endNoticeBy, endedOn }) => ({
        ...{ id, title, owner: manager, dueOn: endNoticeBy ?? lastDayStated(end), weight: 0 },
        state: endedOn === undefined ? 'running' : 'ended',
      })),
  }),
  report: reportPart('contracts', ContractsPart, 'rules-2'),
  example: {
    title: 'Facilities management',
    supplier: 'Acme Estates',
    reference: 'C-1042',
    value: { kind: 'about', pounds: 42_000_000 },
    start: { kind: 'date', date: '2022-04-01' },
    term: 'Five years, and two years more where the council chooses so',
    end: { kind: 'date', date: '2027-03-31' },
    endNoticeBy: '2026-03-31',
    choices: [{ kind: 'extension', on: { kind: 'date', date: '2027-04-01' }, noticeBy: '2026-09-30' }],
    manager: 'Head of Property',
    leadDirector: 'Director of Infrastructure',
    lastReviewedOn: '2025-12-05',
    maturity: [
      { activity: 'performance', score: 3 },
      { activity: 'risk', words: 'No score was given' },
    ],
  },
  exampleId: 'facilities-management',
});
