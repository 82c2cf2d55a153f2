import * as z from 'zod';
import { choice } from './choices.ts';
import { HappenedOn, HappenedWhen, PlannedOn, PlannedWhen } from './dates.ts';
import { Figure } from './figures.ts';
import { distinct, Id, identified, Narrative, Sentence, Title } from './ids.ts';
import { neededIf } from './needed-if.ts';
import { Owner, Person } from './people.ts';

/*
 * Parts of a review that the criteria of its gates look at, with the labels and hints of a form.
 */

/** What a review waits for: another review, one outside the programme, an outside body or a document. An open one with `holdsStage` holds that stage's gate. */
export const WaitsFor = z
  .strictObject({
    id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once in this review' }),
    on: choice({
      review: 'Another review',
      'review-elsewhere': 'A review outside the programme',
      'outside-body': 'An outside body',
      document: 'A document',
    }).meta({
      title: 'Waits on',
      description: 'Whom or what it waits on',
    }),
    what: Sentence.meta({ title: 'What', description: 'What it waits for' }),
    review: Id.optional()
      .meta({ title: 'Review', description: 'The review that it waits on, where it is one' })
      .register(neededIf, { words: 'it waits on another review' }),
    owner: Owner.optional().meta({ title: 'Owner', description: 'The post or team that sees to it' }),
    neededBy: PlannedWhen.optional().meta({ title: 'Needed by', description: 'When it is needed' }),
    status: choice({ open: 'Open', met: 'Met', 'no-longer-needed': 'No longer needed' })
      .default('open')
      .meta({ title: 'Status', description: 'Whether the review still waits for it' }),
    holdsStage: Id.optional().meta({ title: 'Holds the stage', description: 'The stage that it holds while open' }),
    source: Sentence.optional().meta({ title: 'Source', description: 'The paper or person that says so' }),
  })
  .refine((wait) => (wait.on === 'review') === (wait.review !== undefined), {
    path: ['review'],
    message: 'must name the review waited for, and only where "on" is "review"',
  })
  .meta({ id: 'WaitsFor' });

const Assessment = z
  .strictObject({
    status: choice({
      'not-stated': 'Not stated',
      'not-started': 'Not started',
      screened: 'Screened',
      'in-progress': 'In progress',
      complete: 'Complete',
      'not-required': 'Not required',
    }).meta({ title: 'Status', description: 'How far it has come' }),
    on: PlannedOn.optional().meta({ title: 'Date', description: 'The day on which it came so far, or is to' }),
    words: Sentence.optional()
      .meta({ title: 'In words', description: 'Needed where it is not required: why not' })
      .register(neededIf, { words: 'it is not required' }),
  })
  .refine((assessment) => assessment.status !== 'not-required' || assessment.words !== undefined, {
    path: ['words'],
    message: 'must say why it is not required',
  });

/** Those that have an id have one of their own. */
export const onceEach = (list: readonly { readonly id?: string | undefined }[]): boolean => {
  const ids = list.flatMap(({ id }) => id ?? []);
  return new Set(ids).size === ids.length;
};

function identifiedPeople(most: number) {
  return z
    .array(Person)
    .max(most, `must name at most ${most} people`)
    .refine(
      (people) => new Set(people.map((one) => one.subject)).size === people.length,
      'must not name a person twice',
    )
    .default([]);
}

/** The fields of a review that gates look at. */
export const gateFields = {
  services: distinct(Title, 100)
    .default([])
    .meta({ title: 'Services in scope', description: 'The services that the review looks at' }),
  sros: identifiedPeople(5).meta({ title: 'SRO', description: 'Who answers for the review: exactly one person' }),
  grossExpenditure: Figure.optional().meta({
    title: 'Gross expenditure',
    description: 'What the services in scope spend in a year',
  }),
  netExpenditure: Figure.optional().meta({
    title: 'Net expenditure',
    description: 'The same less what they earn and are granted',
  }),
  outcomesSought: Narrative.optional().meta({
    title: 'Outcomes sought',
    description: 'What is to be better for people when the review is done',
  }),
  waitsFor: identified(WaitsFor, 20)
    .default([])
    .meta({ title: 'What the review waits for', description: 'Other reviews, outside bodies and documents' }),
  authorisationToProceed: z
    .strictObject({
      body: Title.meta({ title: 'Body', description: 'The board or post that authorised it' }),
      on: HappenedWhen.meta({ title: 'Date', description: 'When it did' }),
      reference: Title.optional().meta({ title: 'Reference', description: 'The number of the minute or paper' }),
    })
    .optional()
    .meta({ title: 'Authorisation to proceed', description: 'Who let the review go on, and when' }),
  equalityImpact: Assessment.default({ status: 'not-stated' }).meta({
    title: 'Equality impact assessment',
    description: 'How far it has come',
  }),
  consultation: Assessment.default({ status: 'not-stated' }).meta({
    title: 'Consultation',
    description: 'How far it has come',
  }),
  handover: z
    .strictObject({
      owner: Owner.meta({ title: 'Owner', description: 'The post or team that takes over' }),
      on: HappenedOn.meta({ title: 'Date', description: 'The day of the handover' }),
      words: Sentence.optional().meta({ title: 'In words', description: 'What was handed over' }),
    })
    .optional()
    .meta({ title: 'Handover to business as usual', description: 'Who runs what the review has changed, from when' }),
  unrealisedBenefits: z
    .array(
      z.strictObject({
        id: Id.optional().meta({ title: 'Id', description: 'Lower-case words joined by single hyphens' }),
        what: Sentence.meta({ title: 'Benefit', description: 'What is not realised yet' }),
        owner: Owner.optional().meta({ title: 'Owner', description: 'The post or team that answers for it from now' }),
      }),
    )
    .max(50)
    .refine(onceEach, 'must not use an id twice')
    .default([])
    .meta({
      title: 'Unrealised benefits',
      description: 'What is not realised yet; by its `id` a handover names it',
    }),
};

/** Parts of a review that no gate looks at. */
export const ownParts = {
  openedAt: z
    .strictObject({
      stage: Id.meta({ title: 'Stage', description: 'The stage that it was at' }),
      source: Sentence.meta({ title: 'Source', description: 'The paper or person that says so' }),
    })
    .optional()
    .meta({
      title: 'Taken over under way',
      description:
        'Of a review that was under way before it was recorded here: the stage that it was at, or not-stated where no source says it, and the source',
    }),
  keyDates: z
    .array(
      z.strictObject({
        what: Sentence.meta({ title: 'What', description: 'What happens' }),
        on: PlannedWhen.meta({ title: 'When', description: 'When it does' }),
      }),
    )
    .max(30)
    .default([])
    .meta({ title: 'Key dates', description: 'Dates that are no milestones' }),
};
