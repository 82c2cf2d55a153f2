import * as z from 'zod';
import { type RegisterKind, registers } from '#registers/all.ts';
import { RecordOutcome, UpdateCondition } from '#registers/business-case/record.ts';
import { DecideChangeRequest } from '#registers/change-request/record.ts';
import type { Register, Scope } from '#registers/declaration.ts';
import { Rating } from '#registers/rating/record.ts';
import { AgreeRedaction } from '#registers/redaction/record.ts';
import { ConfirmReturn, SendReturnBack } from '#registers/return/record.ts';
import { RiskHappened } from '#registers/risk/record.ts';
import { AnswerClaimQuery, QueryClaim, ValidateSaving } from '#registers/saving/record.ts';
import type { Role } from '../people.ts';
import type { ProblemCode } from '../problems.ts';
import type { Operation } from './operation.ts';
import { acting, team } from './problem-lists.ts';
import { answering, entrySchema, registerTag } from './register-schemas.ts';
import { Nothing, programmeParams, programmePath, reviewParams, reviewPath } from './request-parts.ts';

/** What acts differ in (all rest on a version of what they judge, docs/meaning.md WRITE-20); `path` is what follows the address of the entry, or of the register where the act makes an entry. */
interface EntryAct<B extends z.ZodType> {
  readonly id: string;
  readonly register: RegisterKind;
  readonly path: string;
  readonly summary: string;
  readonly useCase: string;
  readonly roles: readonly Role[];
  readonly body: B;
  readonly problems: readonly ProblemCode[];
}

const registerOf = (kind: RegisterKind): Register => {
  const register = registers.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`no register ${kind}`);
  return register;
};

const parts = <B extends z.ZodType, S extends Scope = 'review'>(
  { register: kind, ...given }: EntryAct<B>,
  scope: S,
) => {
  const register = registerOf(kind);
  return {
    ...given,
    method: 'POST',
    tag: registerTag(register),
    host: 'commands',
    register,
    scope,
    query: Nothing,
    version: 'if-match',
    problems: [
      ...acting,
      scope === 'review' ? 'review.unknown' : 'programme.unknown',
      'version.missing',
      ...given.problems,
    ],
  } as const;
};

/** It happens when it is recorded. */
const judging = <P extends { readonly problems: readonly ProblemCode[] }>(act: P) =>
  ({ ...act, judges: true, problems: [...act.problems, 'effective.not-taken'] }) as const;

/** An act on an entry of a review's register, true from when it says. */
const datedAct = <B extends z.ZodType>(given: EntryAct<B>) => {
  const register = registerOf(given.register);
  return {
    ...parts(given, 'review'),
    path: `${reviewPath}/${register.path}/{entryId}${given.path}`,
    params: z.strictObject({ ...reviewParams.shape, entryId: register.id }),
    success: answering(() => entrySchema(register)),
  } as const satisfies Operation;
};

/** An act on an entry of a register of the programme itself, true from when it says. */
const datedProgrammeAct = <B extends z.ZodType>(given: EntryAct<B>) => {
  const register = registerOf(given.register);
  return {
    ...parts(given, 'programme'),
    path: `${programmePath}/${register.path}/{entryId}${given.path}`,
    params: z.strictObject({ ...programmeParams.shape, entryId: register.id }),
    success: answering(() => entrySchema(register)),
  } as const satisfies Operation;
};

const entryAct = <B extends z.ZodType>(given: EntryAct<B>) => judging(datedAct(given));
const programmeEntryAct = <B extends z.ZodType>(given: EntryAct<B>) => judging(datedProgrammeAct(given));

/** An act that makes an entry of a review's register. */
const entryByAct = <B extends z.ZodType>(given: EntryAct<B>) => {
  const register = registerOf(given.register);
  return {
    ...judging(parts(given, 'review')),
    path: `${reviewPath}/${register.path}`,
    params: reviewParams,
    success: answering(() => entrySchema(register), 201),
  } as const satisfies Operation;
};

export const recordOutcomeOperation = entryAct({
  id: 'recordOutcome',
  register: 'business-case',
  path: '/outcomes',
  summary: 'Record the outcome of a business case',
  useCase: 'record-outcome',
  roles: ['sro'],
  body: RecordOutcome,
  problems: ['review.not-the-sro', 'review.own-assurance', 'entry.unknown', 'entry.struck-out'],
});

export const updateConditionOperation = entryAct({
  id: 'updateCondition',
  register: 'business-case',
  path: '/condition-updates',
  summary: 'Record progress on a condition of an approval',
  useCase: 'update-condition',
  roles: ['transformation-team', 'sro'],
  body: UpdateCondition,
  problems: ['review.not-the-sro', 'review.own-assurance', 'entry.unknown', 'condition.unknown', 'entry.struck-out'],
});

export const validateSavingOperation = entryAct({
  id: 'validateSaving',
  register: 'saving',
  path: '/validations',
  summary: 'Validate what a savings line has delivered in a year',
  useCase: 'validate-saving',
  roles: ['finance'],
  body: ValidateSaving,
  problems: ['entry.unknown', 'saving.own-claim', 'saving.year-unknown', 'entry.struck-out'],
});

export const queryClaimOperation = entryAct({
  id: 'queryClaim',
  register: 'saving',
  path: '/claim-queries',
  summary: 'Query what is claimed of a year of a savings line',
  useCase: 'query-claim',
  roles: ['finance'],
  body: QueryClaim,
  problems: ['entry.unknown', 'saving.year-unknown', 'entry.struck-out'],
});

export const answerClaimQueryOperation = entryAct({
  id: 'answerClaimQuery',
  register: 'saving',
  path: '/claim-answers',
  summary: "Answer finance's query on a claim",
  useCase: 'answer-claim-query',
  roles: ['transformation-team', 'sro'],
  body: AnswerClaimQuery,
  problems: [
    'review.not-the-sro',
    'review.own-assurance',
    'entry.unknown',
    'saving.year-unknown',
    'saving.query-unknown',
    'entry.struck-out',
  ],
});

export const rateReviewOperation = entryByAct({
  id: 'rateReview',
  register: 'rating',
  path: '',
  summary: "Rate delivery confidence, as the review's SRO or as assurance",
  useCase: 'rate-review',
  roles: ['sro', 'assurance'],
  body: Rating,
  problems: ['review.not-the-sro', 'review.own-assurance', 'rating.own-review', 'rating.already-given'],
});

export const confirmReturnOperation = entryAct({
  id: 'confirmReturn',
  register: 'return',
  path: '/confirmations',
  summary: "Confirm a review's return of a month with the figures that were read",
  useCase: 'confirm-return',
  roles: ['sro'],
  body: ConfirmReturn,
  problems: [
    'review.not-the-sro',
    'review.own-assurance',
    'entry.unknown',
    'return.month-not-ended',
    'return.already-confirmed',
    'return.figures-moved',
    'return.something-changed',
    'entry.struck-out',
  ],
});

export const sendReturnBackOperation = entryAct({
  id: 'sendReturnBack',
  register: 'return',
  path: '/send-backs',
  summary: "Send a review's return of a month back to the team with a comment",
  useCase: 'send-return-back',
  roles: ['sro'],
  body: SendReturnBack,
  problems: ['review.not-the-sro', 'entry.unknown', 'return.already-confirmed', 'entry.struck-out'],
});

export const agreeRedactionOperation = programmeEntryAct({
  id: 'agreeRedaction',
  register: 'redaction',
  path: '/agreements',
  summary: 'Agree that words are taken out of the record for good',
  useCase: 'agree-redaction',
  roles: ['assurance', 'programme-office'],
  body: AgreeRedaction,
  problems: [
    'entry.unknown',
    'entry.struck-out',
    'redaction.own-request',
    'redaction.programme-open',
    'redaction.agreed',
    'redaction.nothing-there',
    'redaction.names-words',
  ],
});

const happening = {
  register: 'risk',
  path: '/happenings',
  summary: 'Record that a risk has happened, with the issue that it becomes',
  useCase: 'record-happening',
  roles: team,
  body: RiskHappened,
  problems: ['entry.unknown', 'entry.struck-out', 'entry.already-there', 'risk.not-open'],
} as const;
export const recordHappeningOperations = [
  datedAct({ ...happening, id: 'recordRiskHappening' }),
  datedProgrammeAct({
    ...happening,
    id: 'recordProgrammeRiskHappening',
    summary: 'Record that a risk of the programme itself has happened, with the issue that it becomes',
  }),
] as const;

const decidesChange = {
  register: 'change-request',
  path: '/decisions',
  useCase: 'decide-change-request',
  roles: ['programme-office'],
  body: DecideChangeRequest,
  problems: ['entry.unknown', 'entry.struck-out', 'change.own-request'],
} as const;

export const decideChangeRequestOperations = [
  entryAct({
    ...decidesChange,
    id: 'decideChangeRequest',
    summary: 'Record that a change request of a review was agreed, refused, deferred or withdrawn',
  }),
  programmeEntryAct({
    ...decidesChange,
    id: 'decideProgrammeChangeRequest',
    summary: 'Record that a change request of the programme was agreed, refused, deferred or withdrawn',
  }),
] as const;

export const entryActOperations: readonly Operation[] = [
  recordOutcomeOperation,
  updateConditionOperation,
  validateSavingOperation,
  queryClaimOperation,
  answerClaimQueryOperation,
  rateReviewOperation,
  confirmReturnOperation,
  sendReturnBackOperation,
  agreeRedactionOperation,
  ...recordHappeningOperations,
  ...decideChangeRequestOperations,
];
