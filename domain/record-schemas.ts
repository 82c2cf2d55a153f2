import type * as z from 'zod';
import { registers } from '#registers/all.ts';
import { NoFacts } from '#registers/declaration.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import { SealedReport } from '#schemas/export.ts';
import type { RecordKind } from '#schemas/history.ts';
import { Programme, ProgrammeFacts } from '#schemas/programme.ts';
import { Review, ReviewFacts } from '#schemas/review.ts';

/** What a record of a kind holds: what people put, and what acts made of it. */
export interface RecordSchemas {
  readonly record: z.ZodType;
  readonly facts: z.ZodType;
}

const schemas: ReadonlyMap<RecordKind, RecordSchemas> = new Map<RecordKind, RecordSchemas>([
  ['programme', { record: Programme, facts: ProgrammeFacts }],
  ['review', { record: Review, facts: ReviewFacts }],
  ['appraisal', { record: Appraisal, facts: NoFacts }],
  ['publication', { record: SealedReport, facts: NoFacts }],
  ...registers.map((register): [RecordKind, RecordSchemas] => [register.kind, register]),
]);

export const schemasOf = (kind: RecordKind): RecordSchemas => {
  const found = schemas.get(kind);
  if (found === undefined) throw new Error(`no schema says what a ${kind} holds`);
  return found;
};
