import * as z from 'zod';
import type { LocalDate, ReportMonth } from '#language/time.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { RecordOutcome, UpdateCondition } from '#registers/business-case/record.ts';
import type { DecideChangeRequest } from '#registers/change-request/record.ts';
import type { Register } from '#registers/declaration.ts';
import type { Rating } from '#registers/rating/record.ts';
import type { ConfirmReturn } from '#registers/return/record.ts';
import type { ValidateSaving } from '#registers/saving/record.ts';
import type { Appraisal } from '#schemas/appraisal.ts';
import type { ChangeLifecycle } from '#schemas/lifecycle-change.ts';
import type { Programme } from '#schemas/programme.ts';
import type { MoveStage, RecordStageWork, Review, WaiveCriterion } from '#schemas/review.ts';
import { type ChangeStep, dayOfPlaying, type Persona, type ReportStep, type Step } from './step.ts';

type RecordOf<K extends RegisterKind> = z.input<Extract<(typeof registers)[number], { kind: K }>['record']>;

const registerOf = (kind: RegisterKind): Register => {
  const register = registers.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`there is no register of ${kind}`);
  return register;
};

/** Who makes a change, and the day from which it is effective. */
export interface By {
  readonly on: LocalDate;
  readonly as: Persona;
}

/** A step of a programme's scenario by any operation, with what its path and its body take. */
export const anyStepFor =
  (programmeId: string) =>
  (by: By, operation: string, params: Readonly<Record<string, string>>, body: unknown): ChangeStep => ({
    kind: 'change',
    on: by.on,
    as: by.as,
    operation,
    params: { programmeId, ...params },
    body,
  });

/** The steps of a programme's scenario: one function for each kind of record or act, with the body that its operation takes. */
export const stepsFor = (programmeId: string) => {
  const changeStep = anyStepFor(programmeId);
  return {
    programme: (by: By, body: z.input<typeof Programme>) => changeStep(by, 'putProgramme', {}, body),
    review: (by: By, reviewId: string, body: z.input<typeof Review>) => changeStep(by, 'putReview', { reviewId }, body),
    appraisal: (by: By, reviewId: string, body: z.input<typeof Appraisal>) =>
      changeStep(by, 'putAppraisal', { reviewId }, body),
    entry: <K extends RegisterKind>(by: By, kind: K, reviewId: string, entryId: string, body: RecordOf<K>) =>
      changeStep(by, `put${registerOf(kind).stem}`, { reviewId, entryId }, body),
    ofProgramme: <K extends RegisterKind>(by: By, kind: K, entryId: string, body: RecordOf<K>) =>
      changeStep(by, `putProgramme${registerOf(kind).stem}`, { entryId }, body),
    /** New entries of one register of the programme in one request: at most forty. */
    allOfProgramme: <K extends RegisterKind>(
      by: By,
      kind: K,
      entries: readonly { readonly id: string; readonly record: RecordOf<K> }[],
    ) => changeStep(by, `recordProgramme${registerOf(kind).plural}`, {}, { entries }),
    move: (by: By, reviewId: string, body: z.input<typeof MoveStage>) =>
      changeStep(by, 'moveStage', { reviewId }, body),
    lifecycle: (by: By, reviewId: string, body: z.input<typeof ChangeLifecycle>) =>
      changeStep(by, 'changeLifecycle', { reviewId }, body),
    stageWork: (by: By, reviewId: string, body: z.input<typeof RecordStageWork>) =>
      changeStep(by, 'recordStageWork', { reviewId }, body),
    waiver: (by: By, reviewId: string, body: z.input<typeof WaiveCriterion>) =>
      changeStep(by, 'waiveCriterion', { reviewId }, body),
    outcome: (by: By, reviewId: string, entryId: string, body: z.input<typeof RecordOutcome>) =>
      changeStep(by, 'recordOutcome', { reviewId, entryId }, body),
    condition: (by: By, reviewId: string, entryId: string, body: z.input<typeof UpdateCondition>) =>
      changeStep(by, 'updateCondition', { reviewId, entryId }, body),
    validation: (by: By, reviewId: string, entryId: string, body: z.input<typeof ValidateSaving>) =>
      changeStep(by, 'validateSaving', { reviewId, entryId }, body),
    changeDecision: (by: By, reviewId: string, entryId: string, body: z.input<typeof DecideChangeRequest>) =>
      changeStep(by, 'decideChangeRequest', { reviewId, entryId }, body),
    rating: (by: By, reviewId: string, body: z.input<typeof Rating>) =>
      changeStep(by, 'rateReview', { reviewId }, body),
    confirmation: (
      by: By,
      reviewId: string,
      month: ReportMonth,
      body: Omit<z.input<typeof ConfirmReturn>, 'figures'> = {},
    ): ChangeStep => ({
      ...changeStep(by, 'confirmReturn', { reviewId, entryId: month }, body),
      reads: { operation: 'getReturnFigures', params: { programmeId, reviewId, month }, member: 'figures' },
    }),
    strikeOut: (by: By, kind: RegisterKind, reviewId: string, entryId: string, reason: string) =>
      changeStep(by, `strikeOut${registerOf(kind).stem}`, { reviewId, entryId }, { reason }),
  };
};

const addressOf = ({ operation, params }: Pick<ChangeStep, 'operation' | 'params'>): string =>
  `${operation} ${JSON.stringify(params)}`;

const NewEntries = z.object({ entries: z.array(z.object({ id: z.string() })) });

/** The addresses of the entries that a step records together. */
const recordedTogether = ({ operation, params, body }: ChangeStep): readonly string[] => {
  const register = registers.find(({ plural }) => operation === `recordProgramme${plural}`);
  return register === undefined
    ? []
    : NewEntries.parse(body).entries.map(({ id }) =>
        addressOf({ operation: `putProgramme${register.stem}`, params: { ...params, entryId: id } }),
      );
};

/**
 * Steps in order of time, those of a day in the order given, each PUT marked `create` the first time its record is put
 * and `latest` after. A report comes after everything recorded on or before the day on which it is run; what is recorded
 * late comes where it was recorded, and is true from its own day.
 */
export const inOrderOfTime = (
  recorded: readonly ChangeStep[],
  reports: readonly ReportStep[],
  late: readonly (ChangeStep & { readonly recordedOn: LocalDate })[] = [],
): readonly Step[] => {
  const put = new Set<string>();
  const timed = [...recorded, ...late, ...reports].toSorted((one, other) => {
    const [left, right] = [dayOfPlaying(one), dayOfPlaying(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return timed.map((step): Step => {
    if (step.kind === 'report') return step;
    for (const address of recordedTogether(step)) put.add(address);
    if (!step.operation.startsWith('put')) return step;
    const address = addressOf(step);
    const version = put.has(address) ? 'latest' : 'create';
    put.add(address);
    return { ...step, version };
  });
};

/** A record as it was first put and after every change, oldest first: a PUT takes the whole of it. */
export const asItChanges = <R extends object>(
  on: LocalDate,
  record: R,
  changes: readonly (readonly [LocalDate, Partial<R>])[] = [],
): { readonly on: LocalDate; readonly record: R }[] => {
  let now = record;
  return [
    { on, record },
    ...changes.map(([when, change]) => {
      now = { ...now, ...change };
      return { on: when, record: now };
    }),
  ];
};
