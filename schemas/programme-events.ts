import * as z from 'zod';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { OutcomeName } from '#registers/business-case/record.ts';
import { ChangeDecision } from '#registers/change-request/projections.ts';
import { RatingFacts } from '#registers/rating/record.ts';
import { Pounds, SignedPounds } from './figures.ts';
import { Id } from './ids.ts';
import { RatingName } from './rating-names.ts';
import { Lifecycle, LifecycleAct, StageMoveRecord } from './review.ts';

/*
 * What happened in a programme, for the council's own systems: the events that leave the tracker, in the envelope of CloudEvents 1.0
 * (docs/meaning.md MESSAGE-8). They hold ids, choices, days and pounds, which nobody withholds: no words, no title, nobody's name or id.
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
 */

const none = z.object({});
const amounts = <S extends z.ZodType>(pounds: S) => z.array(z.object({ year: FinancialYear, pounds }));

/** Every event: what it says has happened, and what it holds of its own. A name stays, with its meaning; new ones may come. */
export const programmeEvents = {
  'tracker.review.added': { says: 'A review was recorded for the first time', own: none },
  'tracker.review.stage-work-complete': {
    says: 'The work of a stage of a review is complete: its gate waits for its SRO',
    own: z.object({ stage: Id, on: LocalDate.optional() }),
  },
  'tracker.review.stage-moved': {
    says: 'A review passed a gate to its next stage, or went back to an earlier one',
    own: z.object({
      from: Id,
      to: Id,
      direction: StageMoveRecord.shape.direction,
      waived: z.int().meta({ description: 'How many criteria of the gate were waived' }),
    }),
  },
  'tracker.review.lifecycle-changed': {
    says: 'A review was approved, paused, restarted, completed, stopped, transferred, merged, split or reopened, or left',
    own: z.object({ act: LifecycleAct, lifecycle: Lifecycle }),
  },
  'tracker.review.struck-out': { says: 'A review was struck out: it is in no total any more', own: none },
  'tracker.review.put-back': { says: 'A review that was struck out was put back', own: none },
  'tracker.review.rated': {
    says: 'The SRO or assurance rated the delivery confidence of a review',
    own: z.object({ source: RatingFacts.shape.source, overall: RatingName, on: LocalDate }),
  },
  'tracker.business-case.outcome-recorded': {
    says: 'What was decided on a business case was recorded',
    own: z.object({
      outcome: OutcomeName,
      on: LocalDate,
      number: z.int().meta({ description: 'Counts the outcomes of the case from 1; the last one holds' }),
      conditions: z.int().meta({ description: 'How many conditions it has' }),
    }),
  },
  'tracker.change-request.decided': {
    says: 'What was decided on a change request was recorded',
    own: z.object({ decision: ChangeDecision, on: LocalDate }),
  },
  'tracker.saving.validated': {
    says: 'Finance validated what a savings line saved in a year',
    own: z.object({ year: FinancialYear, pounds: SignedPounds, on: LocalDate }),
  },
  'tracker.saving.lost': {
    says: 'More of a savings line became unachievable',
    own: z.object({
      years: amounts(Pounds).meta({ description: 'The years of which more is unachievable, with all that is so now' }),
    }),
  },
  'tracker.return.submitted': {
    says: 'The return of a month was submitted, or submitted again with other words',
    own: z.object({ month: ReportMonth }),
  },
  'tracker.return.sent-back': {
    says: 'An SRO sent the return of a month back to the team',
    own: z.object({ month: ReportMonth }),
  },
  'tracker.return.confirmed': {
    says: 'An SRO confirmed the return of a month',
    own: z.object({ month: ReportMonth }),
  },
  'tracker.report.published': {
    says: 'The report of a month was published for the first time',
    own: z.object({ month: ReportMonth, revision: z.int() }),
  },
  'tracker.report.revised': {
    says: 'A later revision of the report of a month was published',
    own: z.object({ month: ReportMonth, revision: z.int() }),
  },
  'tracker.month.closed': {
    says: 'The programme office closed a month as not reported',
    own: z.object({ month: ReportMonth }),
  },
  'tracker.record.corrected': {
    says: 'What was recorded of an earlier time was corrected, of a record that other events are about: read it again',
    own: z.object({
      corrects: z.int().meta({ description: 'The number of the change that was corrected, of the same review' }),
    }),
  },
} as const satisfies Readonly<Record<string, { readonly says: string; readonly own: z.ZodObject }>>;

export type ProgrammeEventType = keyof typeof programmeEvents;

/** The types of all events, in the order of their declarations. */
export const ProgrammeEventType = z
  .string()
  .refine((type): type is ProgrammeEventType => type in programmeEvents, 'must be the type of an event of a programme')
  .meta({ description: 'What has happened' });
export const programmeEventTypes: readonly ProgrammeEventType[] = Object.keys(programmeEvents).filter(
  (type): type is ProgrammeEventType => type in programmeEvents,
);

/** What every event says of where it happened. */
const Place = {
  organisation: z.string().meta({ description: 'Whose programme it is' }),
  programmeId: Id,
  reviewId: Id.optional().meta({ description: 'The review; absent where it is of the programme itself' }),
  register: z.string().optional().meta({ description: 'The register of the entry, as in its address in the API' }),
  entryId: z.string().optional().meta({ description: 'The entry of that register' }),
  change: z.int().meta({
    description:
      'Counts the changes of the review, or of the programme itself, from 1: of two events of one review the higher number is later. Numbers are left out: most changes are no event',
  }),
  effectiveAt: Instant.meta({ description: 'From when it is so; the time of the event is when it was recorded' }),
  link: z.url().meta({ description: 'Where it can be read by who may sign in' }),
};

const attributes = {
  specversion: z.literal('1.0'),
  id: z.string().meta({
    description:
      'Of the event, the same for every delivery of it: what was received under this id before is the same event again',
  }),
  source: z.string().meta({ description: 'The programme at the address of its tracker' }),
  subject: z.string().meta({ description: 'The record that it is about: its path in the API' }),
  time: Instant.meta({ description: 'When it was recorded' }),
  datacontenttype: z.literal('application/json'),
  sequence: z
    .string()
    .regex(/^\d{10}$/, 'must be ten digits')
    .meta({
      description: 'Counts all events of the organisation, without a gap: what is missing shows. It sorts as text',
    }),
};

/** The schema of the events of one type, its data apart from the envelope. */
export const dataSchemaOf = (type: ProgrammeEventType) => z.object({ ...Place, ...programmeEvents[type].own.shape });
export const eventSchemaOf = (type: ProgrammeEventType) =>
  z.object({ ...attributes, type: z.literal(type), data: dataSchemaOf(type) });

/** An event as it is stored and sent: of a type that is declared, with data that fit its declaration. */
export const ProgrammeEvent = z
  .object({ ...attributes, type: ProgrammeEventType, data: z.looseObject(Place) })
  .refine(
    ({ type, data }) => dataSchemaOf(type).safeParse(data).success,
    'must hold what its type is declared to hold',
  );
export type ProgrammeEvent = z.infer<typeof ProgrammeEvent>;
