import * as z from 'zod';
import { choice } from '#schemas/choices.ts';
import { DeliveryModelName } from '#schemas/delivery-model-names.ts';
import { Pounds, Share, SignedPounds } from '#schemas/figures.ts';
import { Id, Narrative, Sentence, Title } from '#schemas/ids.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { across } from '../across.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { criterionId, exempt, onScale, source, wordOf } from '../field-kinds.ts';

export const Disposition = choice({
  'long-listed': 'Long-listed',
  'short-listed': 'Short-listed',
  preferred: 'Preferred',
  'not-recommended': 'Not recommended',
  'not-recommended-at-this-stage': 'Not recommended at this stage',
}).meta({ id: 'Disposition' });
export type Disposition = z.infer<typeof Disposition>;

const Score = z.strictObject({
  criterion: criterionId.meta({ title: 'Criterion', description: 'A criterion of the options appraisal' }),
  score: z
    .number(numberFault('must be a number'))
    .min(0, 'must not be below zero')
    .max(1000)
    .meta({ title: 'Score', description: 'From nought to the highest score of the appraisal' })
    .register(onScale, { scale: 'appraisal' }),
  reason: Sentence.optional().meta({ title: 'Reason', description: 'Why it scores so' }),
});

const TestOutcome = z.strictObject({
  test: Id.meta({ title: 'Test', description: 'The id of a test of the appraisal' }),
  outcome: choice({ pass: 'Pass', fail: 'Fail' }).meta({ title: 'Outcome', description: 'Whether the option passes' }),
  reason: Sentence.optional().meta({ title: 'Reason', description: 'Why it passes or fails' }),
});

const YearOfCashFlow = z.strictObject({
  year: z.int().min(0).max(125).meta({ title: 'Year', description: 'Years after the base year of the appraisal' }),
  costs: Pounds.default(0).meta({ title: 'Costs', description: 'Costs of that year in whole pounds' }),
  benefits: SignedPounds.default(0).meta({
    title: 'Benefits',
    description: 'Benefits of that year in whole pounds; below zero is a loss',
  }),
});

/** An option of a review. `year` of a cash flow is years after the appraisal's base year. */
export const Option = z
  .strictObject({
    label: Title.meta({ title: 'Label', description: 'The option in a few words' }),
    scope: Title.optional().meta({
      title: 'Scope',
      description: 'The part of the service that it is about, where not all',
    }),
    deliveryModel: wordOf('deliveryModels', DeliveryModelName).meta({
      title: 'Delivery model',
      description: 'How the service would be provided',
    }),
    disposition: Disposition.default('long-listed').meta({
      title: 'Disposition',
      description: 'What became of the option',
    }),
    reason: Narrative.optional().meta({ title: 'Reason', description: 'Why it is preferred, or not recommended' }),
    scores: z
      .array(Score)
      .max(30)
      .refine(
        (scores) => new Set(scores.map((one) => one.criterion)).size === scores.length,
        'must not score a criterion twice',
      )
      .default([])
      .meta({ title: 'Scores', description: 'Its score for each criterion of the appraisal' }),
    tests: z
      .array(TestOutcome)
      .max(30)
      .refine((tests) => new Set(tests.map((one) => one.test)).size === tests.length, 'must not answer a test twice')
      .default([])
      .meta({ title: 'Tests', description: 'Whether it passes each test of the appraisal' }),
    cashFlow: z
      .array(YearOfCashFlow)
      .max(126)
      .refine(
        (flow) => flow.every((line, n) => n === 0 || line.year > (flow[n - 1]?.year ?? -1)),
        'must list its years once each, in order',
      )
      .optional()
      .meta({ title: 'Cash flow', description: 'Costs and benefits year by year, before discounting' }),
    source,
    exempt,
  })
  .meta({ id: 'Option' });
export type Option = z.infer<typeof Option>;

export const OptionsSection = z.object({
  options: z.array(
    z.object({
      id: Id,
      label: z.string(),
      scope: z.string().optional(),
      deliveryModel: DeliveryModelName,
      disposition: Disposition,
      rank: z.int().nullable(),
    }),
  ),
  /** Preferred options that do not rank first, with the reason given or null. */
  preferredNotFirst: z.array(z.object({ id: Id, rank: z.int(), reason: z.string().nullable() })),
});
export type OptionsSection = z.infer<typeof OptionsSection>;

const OptionsPart = z.object({
  total: z.int(),
  preferred: z.int(),
  shortListed: z.int(),
  longListed: z.int(),
  notRecommended: z.int(),
  /** Of `notRecommended`, those not recommended only "at this stage". */
  notRecommendedAtThisStage: z.int(),
  reviewsWithPreferred: Share,
  withoutPreferred: listedOf(ReportSubject.extend({ waitsFor: z.array(z.string()) })),
  severalPreferred: listedOf(ReportSubject.extend({ labels: z.array(z.string()) })),
  /** Reviews with a preferred option that also record what was not recommended. */
  alternativesRecorded: Share,
  notFirst: listedOf(ReportSubject.extend({ option: z.string(), rank: z.int(), reason: z.string().nullable() })),
});

export const option = declareRegister({
  kind: 'option',
  purpose: 'How a service could be provided, how each way scores, and what became of it.',
  scopes: ['review'],
  writers: team,
  record: Option,
  columns: ['label', 'scope', 'deliveryModel', 'disposition'],
  entryName: ({ label }) => `the option "${label}"`,
  position: section('options', OptionsSection, { options: [], preferredNotFirst: [] }, { alsoFrom: ['appraisal'] }),
  across: across(OptionsSection, {
    states: Disposition,
    open: [],
    rows: ({ options }) =>
      options.map(({ id, label, disposition }) => ({ id, title: label, state: disposition, dueOn: null, weight: 0 })),
  }),
  report: firstReportPart('options', OptionsPart),
  example: {
    label: 'A company that the council owns',
    deliveryModel: 'local-authority-trading-company',
    disposition: 'short-listed',
    reason: 'It can trade with others and stays under the control of members.',
    scores: [{ criterion: 'quality', score: 7, reason: 'It keeps the present staff' }],
  },
  exampleId: 'company',
});
