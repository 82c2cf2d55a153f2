import * as z from 'zod';
import { FinancialYear, LocalDate, ReportMonth } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { Owner } from '#schemas/people.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { acrossPlain } from '../across.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { exempt, source } from '../field-kinds.ts';

const Unit = choice({ number: 'Number', percent: 'Per cent', ratio: 'Ratio', days: 'Days', pounds: 'Pounds' });
const Better = choice({ higher: 'Higher is better', lower: 'Lower is better', neither: 'Neither: an activity' });
const Period = choice({
  month: 'The month alone',
  'year-to-date': 'The year so far',
  snapshot: 'A snapshot',
  year: 'The whole year',
});
export const IndicatorStatus = choice({
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  'in-range': 'In the expected range',
  above: 'Above the expected range',
  below: 'Below the expected range',
  'not-rated': 'Not rated',
});
export type IndicatorStatus = z.infer<typeof IndicatorStatus>;
export const Direction = choice({ better: 'Better', worse: 'Worse', same: 'No change', up: 'Up', down: 'Down' });
export type Direction = z.infer<typeof Direction>;

/** What is measured: any number up to a million million, with as many decimals as it is printed with. */
const Measured = z
  .number(numberFault('must be a number'))
  .min(-1e12, 'must be at least minus a million million')
  .max(1e12, 'must be at most a million million');

const Range = z.strictObject({
  low: Measured.meta({ title: 'Low end', description: 'The least that is expected' }),
  high: Measured.meta({ title: 'High end', description: 'The most that is expected' }),
});

/** What holds in one financial year: a year without a target is one that is measured and not rated. */
const TargetOfYear = z.strictObject({
  year: FinancialYear.meta({ title: 'Year', description: 'The financial year in which they are in force' }),
  target: Measured.optional()
    .meta({
      title: 'Target',
      description: 'Green from here on; without one the year has none',
    })
    .register(neededIf, { words: 'there is a floor' }),
  floor: Measured.optional().meta({ title: 'Floor', description: 'Amber from here to the target, Red beyond' }),
});

/** What an indicator read for one month, or for the period that ends with it. */
const Reading = z
  .strictObject({
    month: ReportMonth.meta({ title: 'Month', description: 'The month that it is of, or with which its period ends' }),
    value: Measured.optional()
      .meta({ title: 'Value', description: 'What was measured, as it is printed' })
      .register(neededIf, { words: 'nothing is said in words' }),
    parts: z
      .strictObject({
        numerator: Measured.meta({ title: 'Part', description: 'How many did' }),
        denominator: Measured.meta({ title: 'Whole', description: 'Of how many' }),
      })
      .optional()
      .meta({ title: 'Parts', description: 'The two numbers that a percentage or ratio comes from' }),
    yearToDate: Measured.optional().meta({
      title: 'Year to date',
      description: 'What was measured from April on; not of a snapshot',
    }),
    words: Sentence.optional().meta({
      title: 'In words',
      description: 'What is stated where there is no number, or why there is none',
    }),
    dataOn: HappenedOn.optional().meta({ title: 'Data as at', description: 'The day that the data is of' }),
    commentary: Narrative.optional().meta({ title: 'Commentary', description: 'What explains it' }),
  })
  .refine((one) => one.value !== undefined || one.words !== undefined, {
    path: ['value'],
    message: 'must be given, or the reading must say in words why there is none',
  });

/** A measure of how well something goes, month by month, with what it is held against. */
export const PerformanceIndicator = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What is measured, in a few words' }),
    definition: Narrative.optional().meta({ title: 'Definition', description: 'How it is measured, and of what' }),
    unit: Unit.meta({ title: 'Unit', description: 'What the values are in' }),
    better: Better.meta({ title: 'What is better', description: 'Which way it should go' }),
    period: Period.meta({ title: 'Period', description: 'What a value covers' }),
    target: Measured.optional().meta({
      title: 'Target',
      description: 'Green from here on, in each year for which the list of years has no target of its own',
    }),
    floor: Measured.optional().meta({
      title: 'Floor',
      description: 'Amber from here to the target, Red beyond; without a floor a missed target is Red',
    }),
    targets: z
      .array(TargetOfYear)
      .max(30, 'must hold at most 30 years')
      .refine(
        (years) => years.every((one, n) => n === 0 || one.year > (years[n - 1]?.year ?? '')),
        'must list its years once each, in order',
      )
      .optional()
      .meta({
        title: 'Targets by year',
        description:
          'The target and floor of each financial year that has its own; one named without a target has none',
      }),
    expected: Range.optional().meta({
      title: 'Expected range',
      description: 'Of an activity, for which no rating is given: what is usual',
    }),
    deliveredBy: Title.optional().meta({
      title: 'Delivered by',
      description: 'The service or partner that it measures',
    }),
    owner: Owner.optional().meta({
      title: 'Owner',
      description: "The post or team that answers for it, not a person's name",
    }),
    readings: z
      .array(Reading)
      .max(120, 'must hold at most 120 readings')
      .refine(
        (readings) => readings.every((one, n) => n === 0 || one.month > (readings[n - 1]?.month ?? '')),
        'must list its months once each, in order',
      )
      .default([])
      .meta({ title: 'Readings', description: 'What was measured, month by month' }),
    source,
    exempt,
  })
  .meta({ id: 'PerformanceIndicator' });
export type PerformanceIndicator = z.infer<typeof PerformanceIndicator>;

const LatestReading = z
  .object({
    month: ReportMonth.nullable().meta({ description: 'The month of the latest reading; null where there is none' }),
    status: IndicatorStatus.meta({ description: 'How it stands against its target and floor, or the expected range' }),
    yearToDateStatus: IndicatorStatus.meta({ description: 'The same of the year to date' }),
    direction: Direction.nullable().meta({ description: 'Against the reading before; null where there is none' }),
  })
  .meta({ id: 'LatestReading' });

export const IndicatorsSection = z.array(
  z.object({
    id: Id,
    title: z.string(),
    unit: Unit,
    better: Better,
    period: Period,
    target: z.number().optional(),
    floor: z.number().optional(),
    targets: z
      .array(z.object({ year: FinancialYear, target: z.number().optional(), floor: z.number().optional() }))
      .optional(),
    expected: z.object({ low: z.number(), high: z.number() }).optional(),
    deliveredBy: z.string().optional(),
    /** The latest readings, oldest first: enough for the same month of the year before. */
    readings: z.array(
      z.object({
        month: ReportMonth,
        value: z.number().optional(),
        parts: z.object({ numerator: z.number(), denominator: z.number() }).optional(),
        yearToDate: z.number().optional(),
        words: z.string().optional(),
        dataOn: LocalDate.optional(),
        commentary: z.string().optional(),
      }),
    ),
  }),
);
export type IndicatorsSection = z.infer<typeof IndicatorsSection>;

const Row = ReportSubject.extend({
  indicator: Id,
  indicatorTitle: z.string(),
  unit: Unit,
  better: Better,
  period: Period,
  /** In force in the financial year of the reading, else in that of the month. */
  target: z.number().nullable(),
  floor: z.number().nullable(),
  /** What is set for each year that has its own; empty where one target is for all. */
  targets: z.array(z.object({ year: FinancialYear, target: z.number().nullable(), floor: z.number().nullable() })),
  expected: z.object({ low: z.number(), high: z.number() }).nullable(),
  deliveredBy: z.string().nullable(),
  status: IndicatorStatus,
  /** The latest reading by the end of the month; null where there is none. */
  reading: z
    .object({
      month: ReportMonth,
      value: z.number().nullable(),
      parts: z.object({ numerator: z.number(), denominator: z.number() }).nullable(),
      words: z.string().nullable(),
      yearToDate: z.number().nullable(),
      yearToDateStatus: IndicatorStatus,
      dataOn: LocalDate.nullable(),
      commentary: z.string().nullable(),
    })
    .nullable(),
  direction: Direction.nullable(),
  /** The values of the reading before, and of the same month a year before. */
  before: z.number().nullable(),
  yearBefore: z.number().nullable(),
});

const IndicatorsPart = z.object({
  total: z.int(),
  byStatus: z.array(z.object({ status: IndicatorStatus, count: z.int() })),
  rows: listedOf(Row),
});
export type IndicatorsPart = z.infer<typeof IndicatorsPart>;

export const performanceIndicator = declareRegister({
  kind: 'performance-indicator',
  purpose: 'How well something goes, month by month, against its target, its floor or what is usual.',
  scopes: ['review', 'programme'],
  writers: team,
  record: PerformanceIndicator,
  computed: LatestReading,
  columns: ['title', 'unit', 'better', 'target', 'floor', 'deliveredBy'],
  entryName: ({ title }) => `the performance indicator "${title}"`,
  position: section('performanceIndicators', IndicatorsSection, []),
  across: acrossPlain(IndicatorsSection, ({ title }) => title),
  report: reportPart('performanceIndicators', IndicatorsPart, 'rules-2'),
  example: {
    title: 'Calls answered within a minute',
    definition: 'Calls to the contact centre that are answered within sixty seconds, of all calls.',
    unit: 'percent',
    better: 'higher',
    period: 'month',
    target: 80,
    floor: 70,
    targets: [{ year: '2026/27', target: 85, floor: 75 }],
    deliveredBy: 'Contact centre',
    owner: 'Head of Customer Services',
    readings: [
      { month: '2025-11', value: 74.5 },
      { month: '2025-12', value: 76, parts: { numerator: 760, denominator: 1000 }, dataOn: '2025-12-31' },
    ],
  },
  exampleId: 'calls-answered',
});
