import * as z from 'zod';

/** Every code a refusal can carry: its status and its title. The one place where a status is looked up. */
export const problems = {
  'request.malformed': { status: 400, title: 'The request could not be read' },
  'request.invalid': { status: 400, title: 'The request does not fit' },
  'effective.not-taken': { status: 400, title: 'An act of judgement happens when it is recorded' },
  'idempotency.key-missing': { status: 400, title: 'This request needs an Idempotency-Key' },
  'token.missing': { status: 401, title: 'Sign in first' },
  'token.not-accepted': { status: 401, title: 'The token was not accepted' },
  'role.not-allowed': { status: 403, title: 'Your role may not do this' },
  'view.not-allowed': { status: 403, title: 'Your role may not see what is exempt' },
  'review.not-the-sro': { status: 403, title: "Only the review's own SRO may do this" },
  'saving.own-claim': { status: 403, title: 'Nobody validates what they claimed themselves' },
  'rating.own-review': { status: 403, title: 'Nobody assures what they answer for themselves' },
  'checkpoint.own-review': { status: 403, title: 'Nobody assures what they answer for themselves' },
  'redaction.programme-open': { status: 409, title: 'The programme is open again' },
  'change.own-request': { status: 403, title: 'Nobody agrees to what they asked for themselves' },
  'draft.own': { status: 403, title: 'Nobody publishes the draft that they made themselves' },
  'redaction.own-request': { status: 403, title: 'Nobody agrees to what they asked for themselves' },
  'transfer.of-other-office': { status: 403, title: 'Only the other office may do this' },
  'route.unknown': { status: 404, title: 'There is nothing at this address' },
  'programme.unknown': { status: 404, title: 'There is no such programme' },
  'review.unknown': { status: 404, title: 'There is no such review' },
  'entry.unknown': { status: 404, title: 'There is no such entry' },
  'report.unpublished': { status: 404, title: 'No report is published for this month' },
  'feed.unknown': { status: 404, title: 'There is no such table' },
  'figure.unknown': { status: 404, title: 'The report has no such figure' },
  'person.unknown': { status: 404, title: 'There is no such person' },
  'run.unknown': { status: 404, title: 'There is no such run' },
  'transfer.unknown': { status: 404, title: 'There is no such transfer' },
  'draft.unknown': { status: 404, title: 'No draft of this month is kept' },
  'comparison.unknown': { status: 404, title: 'No comparison of these days is kept' },
  'method.not-allowed': { status: 405, title: 'This address does not take that method' },
  'answer.not-acceptable': { status: 406, title: 'None of the formats asked for is offered' },
  'effective.out-of-order': { status: 409, title: 'Something later is already recorded: record this as a correction' },
  'effective.too-early': { status: 409, title: 'This would be true before its review or programme began' },
  'programme.closed': { status: 409, title: 'The programme is closed' },
  'programme.handed-over': { status: 409, title: 'The programme was handed over' },
  'programme.id-reserved': { status: 409, title: 'The id is kept for a programme that is being received' },
  'transfer.open': { status: 409, title: 'A proposal is open already' },
  'transfer.ended': { status: 409, title: 'The proposal is no longer open' },
  'transfer.accepted': { status: 409, title: 'The transfer is accepted already' },
  'transfer.of-practice': { status: 409, title: 'A practice programme stays where it is' },
  'transfer.id-taken': { status: 409, title: 'The organisation has a programme of this id' },
  'transfer.redaction-under-way': { status: 409, title: 'Words are being taken out of the programme' },
  'lifecycle.not-from-here': { status: 409, title: 'This act does not lead on from where the review is' },
  'stage.unknown': { status: 409, title: 'The review has no such stage' },
  'stage.not-stated': { status: 409, title: 'The stage of the review is not stated' },
  'stage.not-next': { status: 409, title: 'A review moves one stage at a time' },
  'stage.gate-not-met': { status: 409, title: 'The gate of this stage is not met' },
  'stage.already-there': { status: 409, title: 'The review is at this stage already' },
  'criterion.unknown': { status: 409, title: 'The gate ahead has no such criterion' },
  'criterion.met': { status: 409, title: 'The criterion is met: nothing is to be waived' },
  'case.approved': { status: 409, title: 'The business case is approved: a new version is a new case' },
  'condition.unknown': { status: 409, title: 'The latest outcome has no such condition' },
  'entry.already-there': { status: 409, title: 'There is an entry with this id already' },
  'risk.not-open': { status: 409, title: 'Only an open risk happens' },
  'saving.query-unknown': { status: 409, title: 'Finance asks nothing that is not answered' },
  'saving.year-unknown': { status: 409, title: 'The savings line has no such year' },
  'rating.already-given': { status: 409, title: 'A rating for that date is already recorded' },
  'return.month-not-ended': { status: 409, title: 'The month of the return has not ended' },
  'return.already-confirmed': { status: 409, title: 'The return is confirmed already' },
  'baseline.fixed': { status: 409, title: 'The named baseline is fixed' },
  'change.decided': { status: 409, title: 'The change request is decided' },
  'redaction.agreed': { status: 409, title: 'The redaction is agreed' },
  'redaction.nothing-there': { status: 409, title: 'There is no text to take out at this place' },
  'redaction.names-words': { status: 409, title: 'The reason repeats what is to be taken out' },
  'review.struck-out': { status: 409, title: 'The review is struck out' },
  'review.not-struck-out': { status: 409, title: 'The review is not struck out' },
  'review.own-assurance': { status: 409, title: 'Nobody answers for a review that they assured of late' },
  'entry.struck-out': { status: 409, title: 'The entry is struck out' },
  'entry.not-struck-out': { status: 409, title: 'The entry is not struck out' },
  'entry.word-not-listed': { status: 409, title: 'The settings no longer hold a word that the entry uses' },
  'record.newer-shape': { status: 409, title: 'A later release wrote this record' },
  'review.sum-too-large': { status: 409, title: 'A sum of the review would be larger than is added up' },
  'correction.event-unknown': { status: 409, title: 'There is no such event to correct' },
  'month.not-ended': { status: 409, title: 'The month has not ended' },
  'month.not-reported': { status: 409, title: 'The programme does not report this month' },
  'draft.needed': { status: 409, title: 'Two people publish: name the draft that was read' },
  'month.not-begun': { status: 409, title: 'The month has not begun' },
  'month.out-of-order': { status: 409, title: 'An earlier month is to be reported first' },
  'month.before-report-day': { status: 409, title: 'The report day has not come' },
  'run.under-way': { status: 409, title: 'The same report was asked for already' },
  'report.rule-set-unknown': { status: 409, title: 'A newer release made this report' },
  'version.of-another': { status: 412, title: 'This is the version of another record' },
  'version.stale': { status: 412, title: 'It has changed since you read it' },
  'version.exists': { status: 412, title: 'Something is recorded at this id already' },
  'draft.moved': { status: 412, title: 'The draft is no longer what you read' },
  'return.figures-moved': { status: 412, title: 'The figures are no longer what you read' },
  'request.too-large': { status: 413, title: 'The request is too large' },
  'record.too-large': { status: 413, title: 'The record is too large' },
  'review.too-large': { status: 413, title: 'The review holds as much as a review can' },
  'media-type.not-json': { status: 415, title: 'The body must be JSON' },
  'idempotency.key-reused': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'content.breaks-rule': { status: 422, title: 'The content breaks a rule' },
  'return.something-changed': { status: 422, title: 'Something has changed since the last confirmed return' },
  'answer.too-large': { status: 422, title: 'The answer is larger than one answer may be' },
  'version.missing': { status: 428, title: 'Say which version you are changing' },
  'rate.exceeded': { status: 429, title: 'Too many requests from one person: wait a moment' },
  'store.busy': { status: 503, title: 'The store is busy: try again' },
  fault: { status: 500, title: 'Something failed on our side' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof problems;

/** One fault of a request: where (a JSON pointer into the body, or the name of a header, path or query part) and what is wrong. */
export const Fault = z
  .object({ in: z.enum(['body', 'path', 'query', 'header', 'token']), pointer: z.string(), message: z.string() })
  .meta({ id: 'Fault' });
export type Fault = z.infer<typeof Fault>;

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    wayOut: z
      .string()
      .optional()
      .meta({ description: 'What to do instead; absent only in what the gateway answers by itself' }),
    instance: z.string().optional(),
    faults: z.array(Fault).optional(),
    facts: z.record(z.string(), z.json()).optional(),
  })
  .meta({
    id: 'Problem',
    description: 'RFC 9457 problem details: one shape for every failure that reaches the tracker',
  });
export type Problem = z.infer<typeof Problem>;

/** A refusal of the rules: a value, never an exception. `detail` is a sentence for a person. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly faults?: readonly Fault[];
  readonly facts?: Readonly<Record<string, z.core.util.JSONType>>;
}
