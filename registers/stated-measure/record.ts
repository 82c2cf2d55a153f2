import * as z from 'zod';
import { FinancialYear } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { PlannedOn } from '#schemas/dates.ts';
import { distinct, Id, Sentence, Title } from '#schemas/ids.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { listedOf } from '#schemas/row-lists.ts';
import { declareRegister, reportPart, section } from '../declaration.ts';
import { exempt, reference } from '../field-kinds.ts';

const Whole = z
  .int(numberFault('must be a whole number'))
  .min(-1e9, 'must be at least -1,000,000,000')
  .max(1e9, 'must be at most 1,000,000,000');
/** As it is printed: how many decimal places there are says how it was rounded. */
export const Printed = z
  .string()
  .regex(/^-?\d{1,6}(?:\.\d{1,3})?$/, 'must be a number as it is printed, as 33.3, with at most three decimal places')
  .meta({ maxLength: 11 });
const qualifier = choice({ over: 'Over', about: 'About', nearly: 'Nearly' }).optional().meta({
  title: 'Qualifier',
  description: 'Where the paper says over, about or nearly; left out where it says neither',
});

export const durationUnits = choice({ days: 'Days', weeks: 'Weeks', months: 'Months', years: 'Years' });

/** What a paper says, as it prints it: a count, a share with its parts or without, or a duration; of either sign. */
export const StatedValue = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: choice({ count: 'Count' }).meta({ title: 'Kind', description: 'How many' }),
      count: Whole.meta({ title: 'Count', description: 'How many the paper says' }),
      qualifier,
    }),
    z.strictObject({
      kind: choice({ share: 'Share' }).meta({ title: 'Kind', description: 'A percentage' }),
      percent: Printed.meta({ title: 'Percent', description: 'The percentage as it is printed, as 33.3' }),
      qualifier,
      numerator: Whole.optional().meta({
        title: 'Part',
        description: 'Of how many it is the share, where that is stated',
      }),
      denominator: Whole.optional().meta({
        title: 'Whole',
        description: 'The whole of which it is a part, where that is stated',
      }),
    }),
    z.strictObject({
      kind: choice({ duration: 'Duration' }).meta({ title: 'Kind', description: 'How long' }),
      length: Printed.meta({ title: 'Length', description: 'How long, as it is printed, as 18 or 1.5' }),
      unit: durationUnits.meta({ title: 'Unit', description: 'What the length is counted in' }),
      qualifier,
    }),
  ])
  .refine((value) => value.kind !== 'share' || (value.numerator === undefined) === (value.denominator === undefined), {
    path: ['denominator'],
    message: 'must be given together with the part, or neither',
  })
  .refine((value) => value.kind !== 'share' || value.denominator !== 0, {
    path: ['denominator'],
    message: 'must not be nought: nothing is a share of nothing',
  })
  .meta({ id: 'StatedValue' });
export type StatedValue = z.infer<typeof StatedValue>;

const exactInWords = (value: StatedValue): string => {
  switch (value.kind) {
    case 'count':
      return value.count.toLocaleString('en-GB');
    case 'share':
      return value.numerator === undefined || value.denominator === undefined
        ? `${value.percent}%`
        : `${value.numerator.toLocaleString('en-GB')} of ${value.denominator.toLocaleString('en-GB')} (${value.percent}%)`;
    case 'duration': {
      const one = Number(value.length) === 1;
      return `${value.length} ${one ? value.unit.slice(0, -1) : value.unit}`;
    }
  }
};
/** A value as the paper prints it: `1 of 3 (33.3%)`, `about 1,200`, `over 400%`, `18 months`. */
export const valueInWords = (value: StatedValue): string =>
  `${value.qualifier === undefined ? '' : `${value.qualifier} `}${exactInWords(value)}`;

const StatedElsewhere = z.strictObject({
  value: StatedValue.meta({ title: 'Value', description: 'What the other paper says' }),
  source: Sentence.meta({ title: 'Source', description: 'The other paper' }),
});

/** A count, share or duration that a paper states of the programme. */
export const StatedMeasure = z
  .strictObject({
    title: Title.meta({
      title: 'Title',
      description: 'What is counted or measured: two entries with the same words, scope and period state the same',
    }),
    scope: Title.optional().meta({ title: 'Scope', description: 'What it is of, where it is not the whole programme' }),
    year: FinancialYear.optional().meta({ title: 'Financial year', description: 'The year that it is stated for' }),
    asAt: PlannedOn.optional().meta({ title: 'As at', description: 'The day that it is stated for' }),
    value: StatedValue.meta({ title: 'Value', description: 'What the paper says' }),
    source: Sentence.meta({ title: 'Source', description: 'The paper that says so' }),
    conflicts: z
      .array(StatedElsewhere)
      .max(10)
      .default([])
      .meta({ title: 'Other papers', description: 'What other papers say of the same' }),
    parts: distinct(reference('stated-measure'), 40).optional().meta({
      title: 'Total of',
      description:
        'The stated counts, shares or lengths that it is the total of; the report checks whether they come to it',
    }),
    words: Sentence.optional().meta({ title: 'In words', description: 'How the paper puts it' }),
    exempt,
  })
  .meta({ id: 'StatedMeasure' });
export type StatedMeasure = z.infer<typeof StatedMeasure>;

export const StatedMeasuresSection = z.array(z.object({ id: Id, record: StatedMeasure }));
export type StatedMeasuresSection = z.infer<typeof StatedMeasuresSection>;

const StatedMeasuresPart = listedOf(
  z.object({
    id: Id,
    title: z.string(),
    scope: z.string().nullable(),
    period: z.string().nullable(),
    value: StatedValue,
    source: z.string(),
    conflicts: z.array(z.object({ value: StatedValue, source: z.string(), agrees: z.boolean() })),
    words: z.string().nullable(),
  }),
);

export const statedMeasure = declareRegister({
  kind: 'stated-measure',
  purpose: 'Counts, shares and durations that papers state, with sources and contradictions.',
  scopes: ['programme'],
  writers: ['programme-office', 'finance'],
  record: StatedMeasure,
  columns: ['title', 'scope', 'year', 'value', 'source'],
  entryName: ({ title }) => `the stated measure "${title}"`,
  position: section('statedMeasures', StatedMeasuresSection, []),
  report: reportPart('statedMeasures', StatedMeasuresPart, 'rules-2'),
  example: {
    title: 'Reviews with a preferred option',
    asAt: '2026-01-31',
    value: { kind: 'share', percent: '33.3', numerator: 1, denominator: 3 },
    source: 'Board report of January',
  },
  exampleId: 'with-a-preferred-option',
});
