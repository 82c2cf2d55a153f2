import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { HappenedOn, PlannedOn, PlannedWhen } from '#schemas/dates.ts';
import { Sentence, Title } from '#schemas/ids.ts';
import { neededIf } from '#schemas/needed-if.ts';

/** How far a decision has come. */
export const Status = choice({
  due: 'Due',
  taken: 'Taken',
  deferred: 'Deferred',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
});

export const RoutePurpose = choice({
  'pre-scrutiny': 'Scrutiny beforehand',
  consideration: 'Consideration',
  endorsement: 'Endorsement',
  decision: 'Decision',
  'call-in': 'Call-in',
  other: 'Other',
});

/** A body that takes a decision up on its way: what for, when, and what came of it. */
export const RouteStep = z.strictObject({
  body: Title.meta({ title: 'Body', description: 'The body or post that takes it up' }),
  purpose: RoutePurpose.meta({ title: 'Purpose', description: 'What for' }),
  planned: PlannedWhen.default({ kind: 'not-stated' }).meta({
    title: 'Planned',
    description: 'When it is to take it up, as far as that is stated',
  }),
  actual: HappenedOn.optional().meta({ title: 'Took place on', description: 'The day on which it took it up' }),
  outcome: Sentence.optional().meta({ title: 'Outcome', description: 'What came of it, once it has taken place' }),
});

/** The same in a position. */
export const KnownStep = z.object({
  body: z.string(),
  purpose: RoutePurpose,
  planned: DateStatement,
  actual: LocalDate.optional(),
  outcome: z.string().optional(),
});
export type KnownStep = z.infer<typeof KnownStep>;

export const Divisions = choice({ 'one-or-none': 'One or none', 'two-or-more': 'Two or more', all: 'All' });

/** How far a duty that goes with a decision has been met. */
const DutyStatus = choice({
  'not-started': 'Not started',
  screened: 'Screened',
  'in-progress': 'In progress',
  complete: 'Complete',
  'not-required': 'Not required',
});
export type DutyStatus = z.infer<typeof DutyStatus>;
export const KnownDuty = z.object({ status: DutyStatus });

export const Duty = z
  .strictObject({
    status: DutyStatus.meta({ title: 'Status', description: 'How far it has come' }),
    on: PlannedOn.optional().meta({ title: 'On', description: 'The day on which it was or is to be complete' }),
    words: Sentence.optional()
      .meta({ title: 'In words', description: 'What it found; why, where it is not required' })
      .register(neededIf, { words: 'it is not required' }),
  })
  .refine(({ status, words }) => status !== 'not-required' || words !== undefined, {
    path: ['words'],
    message: 'must say why it is not required',
  });
