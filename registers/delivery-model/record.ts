import * as z from 'zod';
import { choice } from '#schemas/choices.ts';
import { HappenedOn, PlannedWhen } from '#schemas/dates.ts';
import { DeliveryModelName, deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import { distinct, Id, Narrative, Sentence } from '#schemas/ids.ts';
import { acrossPlain } from '../across.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, reference, source, wordOf } from '../field-kinds.ts';

const AsAppraised = choice({ yes: 'Yes', partly: 'Partly', no: 'No' });

/** The preferred delivery model of a review: from which options, by which decision; it is adopted once that decision is taken. */
export const DeliveryModel = z
  .strictObject({
    model: wordOf('deliveryModels', DeliveryModelName).meta({
      title: 'Delivery model',
      description: 'How the service is to be provided',
    }),
    words: Sentence.optional().meta({ title: 'In words', description: 'The model as the council itself calls it' }),
    fromOptions: distinct(reference('option'), 20).min(1, 'must name at least one option').meta({
      title: 'From options',
      description: 'The options that it comes from',
    }),
    decision: reference('decision').optional().meta({ title: 'Decision', description: 'The decision that adopts it' }),
    transitionSteps: z
      .array(
        z.strictObject({
          what: Sentence.meta({ title: 'Step', description: 'What is done' }),
          on: PlannedWhen.meta({ title: 'When', description: 'When it is done, as far as that is stated' }),
        }),
      )
      .max(30)
      .default([])
      .meta({ title: 'Steps of the transition', description: 'How the service moves to the new model, step by step' }),
    retainedClientFunction: Narrative.optional().meta({
      title: 'Retained client function',
      description: 'What stays with the council to manage the provider',
    }),
    memberControl: Narrative.optional().meta({
      title: 'Control by members',
      description: 'How elected members keep control of the service',
    }),
    overheadsLeftBehind: Narrative.optional().meta({
      title: 'Overheads left behind',
      description: 'Costs that stay with the council when the service has moved',
    }),
    delivered: z
      .strictObject({
        on: HappenedOn.meta({ title: 'On', description: 'The day from which the model works' }),
        asAppraised: AsAppraised.meta({ title: 'As appraised', description: 'Whether it is what was appraised' }),
        words: Narrative.meta({ title: 'In words', description: 'What was delivered, and where it differs' }),
      })
      .optional()
      .meta({ title: 'Delivered', description: 'Where the model works: since when, and whether as appraised' }),
    source,
    exempt,
  })
  .meta({ id: 'DeliveryModel' });
export type DeliveryModel = z.infer<typeof DeliveryModel>;

export const DeliveryModelsSection = z.array(
  z.object({ id: Id, model: DeliveryModelName, fromOptions: z.array(Id), decision: Id.optional() }),
);
export type DeliveryModelsSection = z.infer<typeof DeliveryModelsSection>;

const Counted = z.array(z.object({ model: DeliveryModelName, name: z.string(), count: z.int() }));

export const deliveryModel = declareRegister({
  kind: 'delivery-model',
  purpose: 'The delivery model that a review prefers, and whether it is adopted and delivered.',
  scopes: ['review'],
  writers: team,
  record: DeliveryModel,
  columns: ['model', 'words', 'fromOptions', 'decision'],
  entryName: ({ model }) => `the delivery model "${deliveryModelInWords(model)}"`,
  position: section('deliveryModels', DeliveryModelsSection, []),
  across: acrossPlain(DeliveryModelsSection, ({ model }) => deliveryModelInWords(model)),
  report: firstReportPart(
    'deliveryModels',
    z.object({
      preferred: Counted.meta({ description: 'By preferred option of reviews under way' }),
      adopted: Counted.meta({ description: 'Of reviews under way and completed' }),
      /** Reports before `rules-2` do not say it. */
      adoptedByCompleted: Counted.optional().meta({ description: 'Of those adopted, the ones of completed reviews' }),
    }),
  ),
  example: {
    model: 'local-authority-trading-company',
    words: 'A property company that the council owns',
    fromOptions: ['company'],
    transitionSteps: [{ what: 'Transfer the staff', on: { kind: 'month', month: '2026-10' } }],
  },
  exampleId: 'property-company',
});
