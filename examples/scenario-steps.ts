import type * as z from 'zod';
import type { LocalDate, ReportMonth } from '#language/time.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { RecordOutcome, UpdateCondition } from '#registers/business-case/record.ts';
import type { Register } from '#registers/declaration.ts';
import type { Rating } from '#registers/rating/record.ts';
import type { ConfirmReturn } from '#registers/return/record.ts';
import type { ValidateSaving } from '#registers/saving/record.ts';
import type { Appraisal } from '#schemas/appraisal.ts';
import type { Programme } from '#schemas/programme.ts';
import type { MoveStage, RecordStageWork, Review, WaiveCriterion } from '#schemas/review.ts';
import type { Persona, Reported, Step, Told } from './step.ts';

type RecordOf<K extends RegisterKind> = z.input<Extract<(typeof registers)[number], { kind: K }>['record']>;

const registerOf = (kind: RegisterKind): Register => {
  const register = registers.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`there is no register of ${kind}`);
  return register;
};

/** Who tells something and from which day it is true. */
export interface By {
  readonly on: LocalDate;
  readonly as: Persona;
}

/** The steps that tell a programme, one function per kind of thing, each with the body that its operation takes. */
export const tellingOf = (programmeId: string) => {
  const recordChange = (by: By, operation: string, params: Readonly<Record<string, string>>, body: unknown): Told => ({
    kind: 'tell',
    on: by.on,
    as: by.as,
    operation,
    params: { programmeId, ...params },
    body,
  });
  return {
    programme: (by: By, body: z.input<typeof Programme>) => recordChange(by, 'putProgramme', {}, body),
    review: (by: By, reviewId: string, body: z.input<typeof Review>) =>
      recordChange(by, 'putReview', { reviewId }, body),
    appraisal: (by: By, reviewId: string, body: z.input<typeof Appraisal>) =>
      recordChange(by, 'putAppraisal', { reviewId }, body),
    entry: <K extends RegisterKind>(by: By, kind: K, reviewId: string, entryId: string, body: RecordOf<K>) =>
      recordChange(by, `put${registerOf(kind).stem}`, { reviewId, entryId }, body),
    ofProgramme: <K extends RegisterKind>(by: By, kind: K, entryId: string, body: RecordOf<K>) =>
      recordChange(by, `putProgramme${registerOf(kind).stem}`, { entryId }, body),
    move: (by: By, reviewId: string, body: z.input<typeof MoveStage>) =>
      recordChange(by, 'moveStage', { reviewId }, body),
    stageWork: (by: By, reviewId: string, body: z.input<typeof RecordStageWork>) =>
      recordChange(by, 'recordStageWork', { reviewId }, body),
    waiver: (by: By, reviewId: string, body: z.input<typeof WaiveCriterion>) =>
      recordChange(by, 'waiveCriterion', { reviewId }, body),
    outcome: (by: By, reviewId: string, entryId: string, body: z.input<typeof RecordOutcome>) =>
      recordChange(by, 'recordOutcome', { reviewId, entryId }, body),
    condition: (by: By, reviewId: string, entryId: string, body: z.input<typeof UpdateCondition>) =>
      recordChange(by, 'updateCondition', { reviewId, entryId }, body),
    validation: (by: By, reviewId: string, entryId: string, body: z.input<typeof ValidateSaving>) =>
      recordChange(by, 'validateSaving', { reviewId, entryId }, body),
    rating: (by: By, reviewId: string, body: z.input<typeof Rating>) =>
      recordChange(by, 'rateReview', { reviewId }, body),
    confirmation: (by: By, reviewId: string, month: ReportMonth, body: z.input<typeof ConfirmReturn> = {}) =>
      recordChange(by, 'confirmReturn', { reviewId, entryId: month }, body),
    strikeOut: (by: By, kind: RegisterKind, reviewId: string, entryId: string, reason: string) =>
      recordChange(by, `strikeOut${registerOf(kind).stem}`, { reviewId, entryId }, { reason }),
  };
};

const addressOf = (step: Told): string => `${step.operation} ${JSON.stringify(step.params)}`;

/**
 * Steps in order of time, those of a day in the order given, each PUT marked `create` the first time its thing is put
 * and `latest` after. A report stands after everything told on or before the day on which it is run; what is told late
 * stands where it was told, and is true from its own day.
 */
export const inOrderOfTime = (
  recorded: readonly Told[],
  reports: readonly { readonly step: Reported; readonly runOn: LocalDate }[],
  late: readonly { readonly step: Told; readonly recordedOn: LocalDate }[] = [],
): readonly Step[] => {
  const put = new Set<string>();
  const timed = [
    ...recorded.map((step) => ({ on: step.on, step })),
    ...late.map(({ step, recordedOn }) => ({ on: recordedOn, step })),
    ...reports.map(({ step, runOn }) => ({ on: runOn, step })),
  ].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return timed.map(({ step }): Step => {
    if (step.kind === 'report' || !step.operation.startsWith('put')) return step;
    const address = addressOf(step);
    const version = put.has(address) ? 'latest' : 'create';
    put.add(address);
    return { ...step, version };
  });
};

/** A record as it was first told and after every change, oldest first: a PUT takes the whole of it. */
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
