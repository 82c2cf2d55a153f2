import * as z from 'zod';
import { Instant, KnownAt, LocalDate, ReportMonth } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { RecordOutcome, UpdateCondition } from '#registers/business-case/record.ts';
import { NoFacts, type Register, type Scope } from '#registers/declaration.ts';
import { Rating } from '#registers/rating/record.ts';
import { ConfirmReturn } from '#registers/return/record.ts';
import { ValidateSaving } from '#registers/saving/record.ts';
import { Appraisal, AppraisalResult } from './appraisal.ts';
import { View } from './exemption.ts';
import { HistoryEntry, JsonObject, RecordKind, Restatements, StrikeOut, StruckOut } from './history.ts';
import { Id, Narrative, Subject } from './ids.ts';
import { everyRole, type Role } from './people.ts';
import type { ProblemCode } from './problems.ts';
import { Programme, ProgrammeFacts } from './programme.ts';
import { Report, ReportLines, ReportList } from './report.ts';
import { RebuildReport, ReportRun, ReviseReport, RunReport } from './report-run.ts';
import { Gate, Lifecycle, MoveStage, RecordStageWork, Review, ReviewFacts, Tier, WaiveCriterion } from './review.ts';

/** The deployed functions, one per trust boundary; `front` serves what needs no token and holds no grant. */
export const hosts = ['commands', 'queries', 'board', 'front'] as const;
export type HostName = (typeof hosts)[number];

export type Method = 'GET' | 'PUT' | 'POST';

/** The use cases: the file in functions/api/ that an operation is done by. */
export type UseCase =
  | 'list-programmes'
  | 'get-programme'
  | 'put-programme'
  | 'list-reviews'
  | 'get-review'
  | 'put-review'
  | 'get-gate'
  | 'move-stage'
  | 'record-stage-work'
  | 'waive-criterion'
  | 'list-entries'
  | 'get-entry'
  | 'put-entry'
  | 'strike-out-entry'
  | 'correct-entry'
  | 'correct-review'
  | 'correct-appraisal'
  | 'correct-programme'
  | 'get-appraisal'
  | 'put-appraisal'
  | 'record-outcome'
  | 'update-condition'
  | 'validate-saving'
  | 'rate-review'
  | 'confirm-return'
  | 'list-reports'
  | 'run-report'
  | 'revise-report'
  | 'get-report-run'
  | 'get-report'
  | 'get-report-lines'
  | 'rebuild-report'
  | 'list-restatements'
  | 'get-history'
  | 'export-programme'
  | 'get-openapi'
  | 'get-page';

export type MediaType =
  | 'application/json'
  | 'application/jsonl'
  | 'text/html'
  | 'text/csv'
  | 'text/javascript'
  | 'text/css';

/** One operation of the API, as data: routes, grants, documents and tests are made from this list. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly host: HostName;
  readonly useCase: UseCase;
  readonly roles: readonly Role[] | 'anyone';
  /** Set where the operation belongs to a register. */
  readonly register?: Register;
  readonly scope?: Scope;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  /** `put`: exactly one of If-None-Match: * and If-Match. `if-match`: If-Match. */
  readonly version?: 'put' | 'if-match';
  readonly success: {
    readonly status: 200 | 201 | 202;
    readonly schema: z.ZodType;
    readonly mediaTypes: readonly MediaType[];
  };
  readonly problems: readonly ProblemCode[];
  /** Costs what hundreds of others do: the gateway lets few of them through a second, whoever asks. */
  readonly costly?: true;
}

const Nothing = z.strictObject({});
const asAtQuery = z.strictObject({
  asAt: z
    .union([LocalDate, Instant], {
      error: 'must be a date written 2014-04-30 or an instant written 2014-04-30T22:59:59.999Z',
    })
    .optional()
    .meta({ description: 'What was true then; a date means the end of that day, Europe/London' }),
});
const twoTimes = z.strictObject({
  ...asAtQuery.shape,
  knownAt: KnownAt.optional().meta({
    description:
      'By what was told then: an instant, a date (its end), or what a published report was made from, `2014-04` or `2014-04/2`. Without `asAt`: what was true at that instant, or at the end of that month',
  }),
});
const paging = {
  limit: z
    .string()
    .regex(/^(?:[1-9]|[1-9]\d|1\d\d|200)$/, 'must be a whole number from 1 to 200')
    .optional()
    .meta({ description: 'At most so many, 1 to 200; default 100' }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,1000}$/, 'must be the "next" of the page before')
    .optional()
    .meta({ description: 'The `next` of the page before' }),
};
const listQuery = z.strictObject({ ...twoTimes.shape, ...paging });

const programmeParams = z.strictObject({ programmeId: Id });
const reviewParams = z.strictObject({ programmeId: Id, reviewId: Id });

/** What every read and write of a thing answers: the record as put, what acts made of it, what follows from both, its version. */
export const entryOf = (record: z.ZodType, facts: z.ZodType, computed: z.ZodType, id: z.ZodType = Id) =>
  z.object({
    id,
    record,
    facts,
    computed,
    version: z.int(),
    effectiveAt: Instant,
    recordedAt: Instant,
    recordedBy: Subject,
    struckOut: StruckOut.nullable(),
  });

export const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });

export const ReviewComputed = z
  .object({
    stageName: z.string(),
    nextStage: Id.nullable(),
    sroState: z.enum(['one', 'none', 'several']),
    counted: z.boolean(),
    sentence: z.string(),
  })
  .meta({ id: 'ReviewComputed' });
export const ProgrammeComputed = z
  .object({ nextReport: ReportMonth.nullable(), nextReportDueOn: LocalDate.nullable() })
  .meta({ id: 'ProgrammeComputed' });

export const ProgrammeEntry = entryOf(Programme, ProgrammeFacts, ProgrammeComputed).meta({ id: 'ProgrammeEntry' });
export const ReviewEntry = entryOf(Review, ReviewFacts, ReviewComputed).meta({ id: 'ReviewEntry' });
export const AppraisalEntry = entryOf(Appraisal, NoFacts, AppraisalResult).meta({ id: 'AppraisalEntry' });
export const ReviewSummary = z
  .object({
    id: Id,
    title: z.string(),
    services: z.array(z.string()),
    stage: Id,
    stageName: z.string(),
    lifecycle: Lifecycle,
    tier: Tier,
    portfolio: Id.nullable(),
    directorate: Id.nullable(),
    theme: Id.nullable(),
    sros: z.array(z.object({ subject: Subject, name: z.string() })),
    version: z.int(),
  })
  .meta({ id: 'ReviewSummary' });
export const ProgrammeSummary = z
  .object({
    id: Id,
    name: z.string(),
    phase: z.string().nullable(),
    council: z.string(),
    fictional: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'ProgrammeSummary' });

const json = ['application/json'] as const;
const reading: readonly ProblemCode[] = ['request.invalid', 'role.not-allowed', 'answer.too-large'];
/** Of what takes `knownAt`. */
const readingThen: readonly ProblemCode[] = [...reading, 'report.unpublished'];
const writing: readonly ProblemCode[] = [
  'request.malformed',
  'request.invalid',
  'role.not-allowed',
  'effective.out-of-order',
  'programme.closed',
  'version.stale',
  'request.too-large',
  'record.too-large',
  'review.too-large',
  'media-type.not-json',
  'idempotency.key-reused',
  'content.breaks-rule',
];
const putting: readonly ProblemCode[] = [...writing, 'version.missing'];
const acting: readonly ProblemCode[] = [...writing, 'idempotency.key-missing'];
const office: readonly Role[] = ['programme-office'];
const team: readonly Role[] = ['transformation-team', 'programme-office'];

/** What a correction tells: the event it corrects, the instant from which it holds, the truth, and why. */
const correctionOf = (record: z.ZodType, stem: string) =>
  z
    .strictObject({
      corrects: z.int('must be the sequence number of an event').min(1),
      effectiveAt: z.union([LocalDate, Instant], { error: 'must be a date written 2014-04-30 or an instant' }),
      record,
      reason: Narrative,
    })
    .meta({ id: `Correct${stem}` });

const programmes: readonly Operation[] = [
  {
    id: 'listProgrammes',
    method: 'GET',
    path: '/programmes',
    tag: 'Programmes',
    summary: "List your organisation's programmes",
    host: 'queries',
    useCase: 'list-programmes',
    roles: everyRole,
    params: Nothing,
    query: z.strictObject({ ...asAtQuery.shape, ...paging }),
    success: { status: 200, schema: pageOf(ProgrammeSummary).meta({ id: 'ProgrammeList' }), mediaTypes: json },
    problems: reading,
  },
  {
    id: 'getProgramme',
    method: 'GET',
    path: '/programmes/{programmeId}',
    tag: 'Programmes',
    summary: 'Read a programme and its settings',
    host: 'queries',
    useCase: 'get-programme',
    roles: everyRole,
    params: programmeParams,
    query: twoTimes,
    success: { status: 200, schema: ProgrammeEntry, mediaTypes: json },
    problems: [...readingThen, 'programme.unknown'],
  },
  {
    id: 'putProgramme',
    method: 'PUT',
    path: '/programmes/{programmeId}',
    tag: 'Programmes',
    summary: 'Set a programme up or change its settings',
    host: 'commands',
    useCase: 'put-programme',
    roles: office,
    params: programmeParams,
    query: Nothing,
    body: Programme,
    version: 'put',
    success: { status: 200, schema: ProgrammeEntry, mediaTypes: json },
    problems: putting,
  },
  {
    id: 'correctProgramme',
    method: 'POST',
    path: '/programmes/{programmeId}/corrections',
    tag: 'Programmes',
    summary: "Correct what was told of a programme's settings, from the instant at which it was true",
    host: 'commands',
    useCase: 'correct-programme',
    roles: office,
    params: programmeParams,
    query: Nothing,
    body: correctionOf(Programme, 'Programme'),
    success: { status: 200, schema: ProgrammeEntry, mediaTypes: json },
    problems: [...acting, 'programme.unknown', 'correction.event-unknown'],
  },
];

const reviewPath = '/programmes/{programmeId}/reviews/{reviewId}';
/** What acts differ in; `path` is what follows the address of what is acted on. */
interface ActGiven {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly useCase: UseCase;
  readonly roles: readonly Role[];
  readonly body: z.ZodType;
  readonly problems: readonly ProblemCode[];
}

const reviewAct = (given: ActGiven): Operation => ({
  id: given.id,
  method: 'POST',
  path: `${reviewPath}${given.path}`,
  tag: 'Reviews',
  summary: given.summary,
  host: 'commands',
  useCase: given.useCase,
  roles: given.roles,
  params: reviewParams,
  query: Nothing,
  body: given.body,
  version: 'if-match',
  success: { status: 200, schema: ReviewEntry, mediaTypes: json },
  problems: [...acting, 'version.missing', 'review.unknown', ...given.problems],
});

const reviews: readonly Operation[] = [
  {
    id: 'listReviews',
    method: 'GET',
    path: '/programmes/{programmeId}/reviews',
    tag: 'Reviews',
    summary: 'List reviews, by stage, lifecycle, portfolio, tier or SRO',
    host: 'queries',
    useCase: 'list-reviews',
    roles: everyRole,
    params: programmeParams,
    query: z.strictObject({
      ...twoTimes.shape,
      ...paging,
      stage: Id.optional(),
      lifecycle: Lifecycle.optional(),
      portfolio: Id.optional(),
      tier: Tier.optional(),
      sro: Subject.optional(),
    }),
    success: { status: 200, schema: pageOf(ReviewSummary).meta({ id: 'ReviewList' }), mediaTypes: json },
    problems: [...readingThen, 'programme.unknown'],
  },
  {
    id: 'getReview',
    method: 'GET',
    path: reviewPath,
    tag: 'Reviews',
    summary: 'Read a review: its record, its stage and how it came there',
    host: 'queries',
    useCase: 'get-review',
    roles: everyRole,
    params: reviewParams,
    query: twoTimes,
    success: { status: 200, schema: ReviewEntry, mediaTypes: json },
    problems: [...readingThen, 'review.unknown'],
  },
  {
    id: 'putReview',
    method: 'PUT',
    path: reviewPath,
    tag: 'Reviews',
    summary: 'Open a review or change its record',
    host: 'commands',
    useCase: 'put-review',
    roles: team,
    params: reviewParams,
    query: Nothing,
    body: Review,
    version: 'put',
    success: { status: 200, schema: ReviewEntry, mediaTypes: json },
    problems: [...putting, 'programme.unknown'],
  },
  {
    id: 'correctReview',
    method: 'POST',
    path: `${reviewPath}/corrections`,
    tag: 'Reviews',
    summary: "Correct what was told of a review's record, from the instant at which it was true",
    host: 'commands',
    useCase: 'correct-review',
    roles: team,
    params: reviewParams,
    query: Nothing,
    body: correctionOf(Review, 'Review'),
    success: { status: 200, schema: ReviewEntry, mediaTypes: json },
    problems: [...acting, 'programme.unknown', 'review.unknown', 'correction.event-unknown'],
  },
  {
    id: 'getReviewGate',
    method: 'GET',
    path: `${reviewPath}/gate`,
    tag: 'Reviews',
    summary: 'What stands between a review and its next stage, in words',
    host: 'queries',
    useCase: 'get-gate',
    roles: everyRole,
    params: reviewParams,
    query: twoTimes,
    success: { status: 200, schema: Gate, mediaTypes: json },
    problems: [...readingThen, 'programme.unknown', 'review.unknown'],
  },
  reviewAct({
    id: 'moveStage',
    path: '/stage-moves',
    summary: 'Move a review to its next stage, or back with a reason',
    useCase: 'move-stage',
    roles: ['transformation-team', 'sro'],
    body: MoveStage,
    problems: ['review.not-the-sro', 'stage.unknown', 'stage.not-next', 'stage.gate-not-met', 'stage.already-there'],
  }),
  reviewAct({
    id: 'recordStageWork',
    path: '/stage-work',
    summary: "Say whether the work of the review's stage is in progress or complete",
    useCase: 'record-stage-work',
    roles: ['transformation-team'],
    body: RecordStageWork,
    problems: [],
  }),
  reviewAct({
    id: 'waiveCriterion',
    path: '/waivers',
    summary: 'Waive a criterion of the gate ahead, with a reason',
    useCase: 'waive-criterion',
    roles: ['sro'],
    body: WaiveCriterion,
    problems: ['review.not-the-sro', 'criterion.unknown', 'criterion.met'],
  }),
  {
    id: 'getAppraisal',
    method: 'GET',
    path: `${reviewPath}/appraisal`,
    tag: 'Options appraisal',
    summary: 'Read the appraisal: totals, rank, flip weights, net present value, payback',
    host: 'queries',
    useCase: 'get-appraisal',
    roles: everyRole,
    params: reviewParams,
    query: twoTimes,
    success: { status: 200, schema: AppraisalEntry, mediaTypes: json },
    problems: [...readingThen, 'review.unknown', 'entry.unknown'],
  },
  {
    id: 'putAppraisal',
    method: 'PUT',
    path: `${reviewPath}/appraisal`,
    tag: 'Options appraisal',
    summary: 'Set the criteria, weights and tests of the appraisal',
    host: 'commands',
    useCase: 'put-appraisal',
    roles: team,
    params: reviewParams,
    query: Nothing,
    body: Appraisal,
    version: 'put',
    success: { status: 200, schema: AppraisalEntry, mediaTypes: json },
    problems: [...putting, 'review.unknown'],
  },
  {
    id: 'correctAppraisal',
    method: 'POST',
    path: `${reviewPath}/appraisal/corrections`,
    tag: 'Options appraisal',
    summary: 'Correct what was told of the appraisal, from the instant at which it was true',
    host: 'commands',
    useCase: 'correct-appraisal',
    roles: team,
    params: reviewParams,
    query: Nothing,
    body: correctionOf(Appraisal, 'Appraisal'),
    success: { status: 200, schema: AppraisalEntry, mediaTypes: json },
    problems: [...acting, 'review.unknown', 'entry.unknown', 'correction.event-unknown'],
  },
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const entrySchemaOf = (register: Register) =>
  entryOf(register.record, register.facts, register.computed, register.id).meta({ id: `${register.stem}Entry` });

/** A schema of each register, made once: a register of reviews and of the programme answers the same. */
const ofEachRegister = (make: (register: Register) => z.ZodType) => {
  const made = new Map<string, z.ZodType>();
  return (register: Register): z.ZodType => {
    const schema = made.get(register.kind) ?? make(register);
    made.set(register.kind, schema);
    return schema;
  };
};
const entrySchema = ofEachRegister(entrySchemaOf);
const listSchema = ofEachRegister((register) => pageOf(entrySchema(register)).meta({ id: `${register.stem}List` }));
const correctionSchema = ofEachRegister((register) => correctionOf(register.record, register.stem));

const chainParams = (scope: Scope) => (scope === 'review' ? reviewParams : programmeParams);
const entryParams = (register: Register, scope: Scope) =>
  z.strictObject({ ...chainParams(scope).shape, entryId: register.id });

const registerOperations = (register: Register, scope: Scope): readonly Operation[] => {
  const base = scope === 'review' ? reviewPath : '/programmes/{programmeId}';
  const ofWhat = scope === 'review' ? 'of a review' : 'of the programme itself';
  const stem = scope === 'review' ? register.stem : `Programme${register.stem}`;
  const plural = scope === 'review' ? register.plural : `Programme${register.plural}`;
  const own = register.problems;
  const unknown: readonly ProblemCode[] = scope === 'review' ? ['review.unknown'] : ['programme.unknown'];
  const shared = { tag: capital(register.path.replaceAll('-', ' ')), register, scope };
  const act = {
    method: 'POST',
    host: 'commands',
    roles: register.writers,
  } as const;
  const entryPath = `${base}/${register.path}/{entryId}`;
  const operations: Operation[] = [
    {
      ...shared,
      id: `list${plural}`,
      method: 'GET',
      path: `${base}/${register.path}`,
      summary: `List the ${register.path.replaceAll('-', ' ')} ${ofWhat}`,
      host: 'queries',
      useCase: 'list-entries',
      roles: everyRole,
      params: chainParams(scope),
      query: listQuery,
      success: { status: 200, schema: listSchema(register), mediaTypes: json },
      problems: [...readingThen, ...unknown],
    },
    {
      ...shared,
      id: `get${stem}`,
      method: 'GET',
      path: entryPath,
      summary: `Read a ${register.noun} ${ofWhat}`,
      host: 'queries',
      useCase: 'get-entry',
      roles: everyRole,
      params: entryParams(register, scope),
      query: twoTimes,
      success: { status: 200, schema: entrySchema(register), mediaTypes: json },
      problems: [...readingThen, ...unknown, 'entry.unknown'],
    },
    {
      ...shared,
      ...act,
      id: `strikeOut${stem}`,
      path: `${entryPath}/strike-out`,
      summary: `Strike out a ${register.noun} ${ofWhat} with a reason, or undo that`,
      useCase: 'strike-out-entry',
      params: entryParams(register, scope),
      query: Nothing,
      body: StrikeOut,
      version: 'if-match',
      success: { status: 200, schema: entrySchema(register), mediaTypes: json },
      problems: [
        ...acting,
        'version.missing',
        ...unknown,
        'entry.unknown',
        'entry.struck-out',
        'entry.not-struck-out',
        ...own,
      ],
    },
    {
      ...shared,
      ...act,
      id: `correct${stem}`,
      path: `${entryPath}/corrections`,
      summary: `Correct what was told of a ${register.noun} ${ofWhat}, from the instant at which it was true`,
      useCase: 'correct-entry',
      params: entryParams(register, scope),
      query: Nothing,
      body: correctionSchema(register),
      success: { status: 200, schema: entrySchema(register), mediaTypes: json },
      problems: [...acting, ...unknown, 'entry.unknown', 'correction.event-unknown', 'entry.struck-out', ...own],
    },
  ];
  if (!register.byActOnly)
    operations.push({
      ...shared,
      id: `put${stem}`,
      method: 'PUT',
      path: entryPath,
      summary: `Record or change a ${register.noun} ${ofWhat}`,
      host: 'commands',
      useCase: 'put-entry',
      roles: register.writers,
      params: entryParams(register, scope),
      query: Nothing,
      body: register.record,
      version: 'put',
      success: { status: 200, schema: entrySchema(register), mediaTypes: json },
      problems: [...putting, ...unknown, 'entry.struck-out', ...own],
    });
  return operations;
};

/** An act on an entry of a review's register, or the act that makes one. */
const entryAct = (
  given: ActGiven & { readonly register: Register['kind']; readonly version?: 'if-match' },
): Operation => {
  const register = registers.find((one) => one.kind === given.register);
  if (register === undefined) throw new Error(`no register ${given.register}`);
  const { path, version } = given;
  return {
    id: given.id,
    method: 'POST',
    path: `${reviewPath}/${register.path}${path}`,
    tag: capital(register.path.replaceAll('-', ' ')),
    summary: given.summary,
    host: 'commands',
    useCase: given.useCase,
    roles: given.roles,
    register,
    scope: 'review',
    params: path === '' ? reviewParams : z.strictObject({ ...reviewParams.shape, entryId: register.id }),
    query: Nothing,
    body: given.body,
    ...(version === undefined ? {} : { version }),
    success: { status: path === '' ? 201 : 200, schema: entrySchema(register), mediaTypes: json },
    problems: [
      ...acting,
      'review.unknown',
      ...(version === undefined ? [] : (['version.missing'] as const)),
      ...given.problems,
    ],
  };
};

const acts: readonly Operation[] = [
  entryAct({
    id: 'recordOutcome',
    register: 'business-case',
    path: '/{entryId}/outcomes',
    summary: 'Record the outcome of a business case (If-Match: the version of the review)',
    useCase: 'record-outcome',
    roles: ['sro'],
    body: RecordOutcome,
    problems: ['review.not-the-sro', 'entry.unknown', 'entry.struck-out'],
    version: 'if-match',
  }),
  entryAct({
    id: 'updateCondition',
    register: 'business-case',
    path: '/{entryId}/condition-updates',
    summary: 'Record progress on a condition of an approval',
    useCase: 'update-condition',
    roles: ['transformation-team', 'sro'],
    body: UpdateCondition,
    problems: ['review.not-the-sro', 'entry.unknown', 'condition.unknown', 'entry.struck-out'],
  }),
  entryAct({
    id: 'validateSaving',
    register: 'saving',
    path: '/{entryId}/validations',
    summary: 'Validate what a savings line has delivered in a year',
    useCase: 'validate-saving',
    roles: ['finance'],
    body: ValidateSaving,
    problems: ['entry.unknown', 'saving.own-claim', 'saving.year-unknown', 'entry.struck-out'],
  }),
  entryAct({
    id: 'rateReview',
    register: 'rating',
    path: '',
    summary: "Rate delivery confidence, as the review's SRO or as assurance",
    useCase: 'rate-review',
    roles: ['sro', 'assurance'],
    body: Rating,
    problems: ['review.not-the-sro', 'rating.own-review', 'rating.already-given'],
  }),
  entryAct({
    id: 'confirmReturn',
    register: 'return',
    path: '/{entryId}/confirmations',
    summary: "Confirm a review's return of a month",
    useCase: 'confirm-return',
    roles: ['sro'],
    body: ConfirmReturn,
    problems: ['review.not-the-sro', 'entry.unknown', 'return.already-confirmed', 'entry.struck-out'],
  }),
];

const monthParams = z.strictObject({ programmeId: Id, month: ReportMonth });
const monthOrLatest = z.strictObject({
  programmeId: Id,
  month: z.union([ReportMonth, z.literal('latest')], { error: 'must be a month written 2014-04, or "latest"' }),
});
const revisionParams = z.strictObject({
  ...monthParams.shape,
  revision: z.string().regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1'),
});
const formats = ['application/json', 'text/html', 'text/csv'] as const;
const rowsAsked = z.strictObject({
  rows: z.literal('all', { error: 'must be "all"' }).optional().meta({
    description: 'Every row that was published, and not only as many of each list as a summary has room for.',
  }),
});
const linesAPage = z
  .string()
  .regex(/^(?:[1-9]\d{0,2}|[1-4]\d{3}|5000)$/, 'must be a whole number from 1 to 5000')
  .optional()
  .meta({ description: 'At most so many, 1 to 5000; default 100. Fewer where an answer has no room for more' });
const reportRead: readonly ProblemCode[] = [...reading, 'report.unpublished', 'answer.not-acceptable'];

const reports: readonly Operation[] = [
  {
    id: 'listReports',
    method: 'GET',
    path: '/programmes/{programmeId}/reports',
    tag: 'Reports',
    summary: 'List the published reports of a programme, latest first',
    host: 'board',
    useCase: 'list-reports',
    roles: everyRole,
    params: programmeParams,
    query: z.strictObject({ ...asAtQuery.shape, ...paging }),
    success: { status: 200, schema: ReportList, mediaTypes: json },
    problems: reading,
  },
  {
    id: 'getReport',
    method: 'GET',
    path: '/programmes/{programmeId}/reports/{month}',
    tag: 'Reports',
    summary: "Pull the published report of a month, or the latest: the board's one call",
    host: 'board',
    useCase: 'get-report',
    roles: everyRole,
    params: monthOrLatest,
    query: z.strictObject({ ...asAtQuery.shape, ...rowsAsked.shape }),
    success: { status: 200, schema: Report, mediaTypes: formats },
    problems: reportRead,
  },
  {
    id: 'getReportRevision',
    method: 'GET',
    path: '/programmes/{programmeId}/reports/{month}/revisions/{revision}',
    tag: 'Reports',
    summary: 'Pull one revision of a month; it never changes',
    host: 'board',
    useCase: 'get-report',
    roles: everyRole,
    params: revisionParams,
    query: z.strictObject({ ...asAtQuery.shape, ...rowsAsked.shape }),
    success: { status: 200, schema: Report, mediaTypes: formats },
    problems: reportRead,
  },
  {
    id: 'getReportLines',
    method: 'GET',
    path: '/programmes/{programmeId}/reports/{month}/lines',
    tag: 'Reports',
    summary: 'Pull the lines of a published report, one per review',
    host: 'board',
    useCase: 'get-report-lines',
    roles: everyRole,
    params: monthOrLatest,
    query: z.strictObject({ ...asAtQuery.shape, limit: linesAPage, cursor: paging.cursor }),
    success: { status: 200, schema: ReportLines, mediaTypes: ['application/json', 'text/csv'] },
    problems: reportRead,
  },
  {
    id: 'runReport',
    method: 'POST',
    path: '/programmes/{programmeId}/reports',
    tag: 'Reports',
    summary: 'Run the report of a month by hand',
    host: 'commands',
    useCase: 'run-report',
    costly: true,
    roles: office,
    params: programmeParams,
    query: Nothing,
    body: RunReport,
    success: { status: 202, schema: ReportRun, mediaTypes: json },
    problems: [
      ...acting,
      'programme.unknown',
      'month.not-ended',
      'month.not-reported',
      'month.out-of-order',
      'month.before-report-day',
    ],
  },
  {
    id: 'reviseReport',
    method: 'POST',
    path: '/programmes/{programmeId}/reports/{month}/revisions',
    tag: 'Reports',
    summary: 'Publish the next revision of a month, with the reason',
    host: 'commands',
    useCase: 'revise-report',
    costly: true,
    roles: office,
    params: monthParams,
    query: Nothing,
    body: ReviseReport,
    success: { status: 202, schema: ReportRun, mediaTypes: json },
    problems: [...acting, 'programme.unknown', 'report.unpublished'],
  },
  {
    id: 'rebuildReport',
    method: 'POST',
    path: '/programmes/{programmeId}/reports/{month}/rebuilds',
    tag: 'Reports',
    summary:
      'Make a published month again from history: as told then, to compare digests, or as now known, to see what differs',
    host: 'commands',
    useCase: 'rebuild-report',
    costly: true,
    roles: ['assurance', 'programme-office'],
    params: monthParams,
    query: Nothing,
    body: RebuildReport,
    success: { status: 202, schema: ReportRun, mediaTypes: json },
    problems: [...acting, 'programme.unknown', 'report.unpublished'],
  },
  {
    id: 'getReportRun',
    method: 'GET',
    path: '/programmes/{programmeId}/report-runs/{runId}',
    tag: 'Reports',
    summary: 'How far the run of a report has come',
    host: 'queries',
    useCase: 'get-report-run',
    roles: everyRole,
    params: z.strictObject({ programmeId: Id, runId: Id }),
    query: Nothing,
    success: { status: 200, schema: ReportRun, mediaTypes: json },
    problems: [...reading, 'run.unknown'],
  },
];

const day = z.union([LocalDate, Instant], { error: 'must be a date written 2014-04-30 or an instant' });
const historyQuery = z.strictObject({
  ...paging,
  kind: RecordKind.optional().meta({ description: 'Of things of this kind alone' }),
  id: z.string().min(1).max(64).optional().meta({ description: 'Of the thing with this id alone' }),
  actor: Subject.optional().meta({ description: 'Told by this person alone' }),
  field: z.string().min(1).max(64).optional().meta({ description: 'That changed this field' }),
  from: day.optional().meta({ description: 'Told from then on' }),
  to: day.optional().meta({ description: 'Told until then; a date means its end' }),
  late: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: '`true`: only what was told of a month after its report was made' }),
});
const auditors: readonly Role[] = ['transformation-team', 'sro', 'finance', 'assurance', 'programme-office'];
const HistoryPage = pageOf(HistoryEntry).meta({ id: 'HistoryPage' });

const record: readonly Operation[] = [
  {
    id: 'getReviewHistory',
    method: 'GET',
    path: `${reviewPath}/history`,
    tag: 'Record',
    summary: 'Read who told what of a review, and when: every change, each field before and after',
    host: 'queries',
    useCase: 'get-history',
    roles: auditors,
    params: reviewParams,
    query: historyQuery,
    success: { status: 200, schema: HistoryPage, mediaTypes: json },
    problems: [...reading, 'review.unknown'],
  },
  {
    id: 'getProgrammeHistory',
    method: 'GET',
    path: '/programmes/{programmeId}/history',
    tag: 'Record',
    summary: 'Read who told what of the programme itself, and when: settings, its own registers, what was published',
    host: 'queries',
    useCase: 'get-history',
    roles: auditors,
    params: programmeParams,
    query: historyQuery,
    success: { status: 200, schema: HistoryPage, mediaTypes: json },
    problems: [...reading, 'programme.unknown'],
  },
  {
    id: 'listRestatements',
    method: 'GET',
    path: '/programmes/{programmeId}/restatements',
    tag: 'Record',
    summary: 'List the published months that what was told late would change',
    host: 'queries',
    useCase: 'list-restatements',
    roles: everyRole,
    params: programmeParams,
    query: asAtQuery,
    success: { status: 200, schema: Restatements, mediaTypes: json },
    problems: [...reading, 'programme.unknown'],
  },
  {
    id: 'exportProgramme',
    method: 'GET',
    path: '/programmes/{programmeId}/export',
    tag: 'Record',
    summary: 'Export the whole record of a programme as JSON Lines, page by page (Link: rel="next")',
    host: 'queries',
    useCase: 'export-programme',
    costly: true,
    roles: ['assurance', 'programme-office'],
    params: programmeParams,
    query: z.strictObject({ cursor: paging.cursor }),
    success: { status: 200, schema: z.string(), mediaTypes: ['application/jsonl'] },
    problems: [...reading, 'programme.unknown'],
  },
];

const front: readonly Operation[] = [
  {
    id: 'getPage',
    method: 'GET',
    path: '/',
    tag: 'Front',
    summary: 'The way in for a person',
    host: 'front',
    useCase: 'get-page',
    roles: 'anyone',
    params: Nothing,
    query: z.looseObject({}),
    success: { status: 200, schema: z.string(), mediaTypes: ['text/html'] },
    problems: [],
  },
  {
    id: 'getPageAsset',
    method: 'GET',
    path: '/assets/{asset}',
    tag: 'Front',
    summary: 'A script or style of the page',
    host: 'front',
    useCase: 'get-page',
    roles: 'anyone',
    params: z.strictObject({
      asset: z.enum(['app.js', 'app.css'], { error: 'must be app.js or app.css' }),
    }),
    query: Nothing,
    success: { status: 200, schema: z.string(), mediaTypes: ['text/javascript', 'text/css'] },
    problems: ['request.invalid'],
  },
  {
    id: 'getOpenApi',
    method: 'GET',
    path: '/openapi.json',
    tag: 'Front',
    summary: 'This document',
    host: 'front',
    useCase: 'get-openapi',
    roles: 'anyone',
    params: Nothing,
    query: Nothing,
    success: { status: 200, schema: JsonObject, mediaTypes: json },
    problems: [],
  },
];

/** Every read of the record is answered in either view, by the roles of the token and what the programme lets its board see. */
const inEitherView = (operation: Operation): Operation =>
  operation.method === 'GET'
    ? {
        ...operation,
        query: z.strictObject({
          ...operation.query.shape,
          view: View.optional().meta({
            description: 'What the council may publish (`public`), or everything; default: what your roles may see',
          }),
        }),
        problems: [...operation.problems, 'view.not-allowed'],
      }
    : operation;

/** The whole API. */
export const operations: readonly Operation[] = [
  ...[
    ...programmes,
    ...reviews,
    ...registers.flatMap((register: Register) =>
      register.scopes.flatMap((scope) => registerOperations(register, scope)),
    ),
    ...acts,
    ...reports,
    ...record,
  ].map(inEitherView),
  ...front,
];

/** The route key of an HTTP API. */
export const routeKeyOf = (operation: Operation): string => `${operation.method} ${operation.path}`;
