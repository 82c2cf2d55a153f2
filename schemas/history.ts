import * as z from 'zod';
import { Instant, ReportMonth } from '#language/time.ts';
import { registers } from '#registers/all.ts';
import { Id, Narrative, Subject } from './ids.ts';
import { Salts } from './salts.ts';

/** Everything with a line of its own: the programme's settings, the review record, each register entry, what was published. */
export const RecordKind = z.enum([
  'programme',
  'review',
  ...registers.map((register) => register.kind),
  'appraisal',
  'publication',
]);
export type RecordKind = z.infer<typeof RecordKind>;

export const JsonObject = z.record(z.string(), z.json());
export type JsonObject = z.infer<typeof JsonObject>;

const isObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/**
 * A value as JSON holds it: keys whose value is undefined are not there. What JSON's own reader made is JSON: it need not
 * be looked at again, level by level.
 * @throws Error where it is no object
 */
export const asJsonObject = (value: unknown): JsonObject => {
  const json: unknown = JSON.parse(JSON.stringify(value ?? null));
  if (!isObject(json)) throw new Error('what is to be kept is not a JSON object');
  return json;
};

export const StruckOut = z.object({ reason: z.string(), by: Subject, at: Instant });

/** An object as JSON's own reader made it: that all below it is JSON needs no second look. */
const ReadJsonObject = z.custom<JsonObject>(isObject, 'must be a JSON object');

/** The state of a record: what people put (`record`), what acts made of it (`facts`), and whether it is struck out. */
export const RecordState = z.object({ record: ReadJsonObject, facts: ReadJsonObject, struckOut: StruckOut.nullable() });
export type RecordState = z.infer<typeof RecordState>;

/** What happened; history is append-only. `sequence` counts from 1 along the chain, `digest` links to the one before. */
export const HistoryEvent = z
  .object({
    chain: z.string(),
    sequence: z.int(),
    recordRef: z.object({ kind: RecordKind, id: z.string() }),
    version: z.int(),
    type: z.string(),
    effectiveAt: Instant,
    recordedAt: Instant,
    by: Subject,
    onBehalfOf: Subject.optional(),
    /** What the machine is called that recorded it; a person did where it is absent. */
    machine: z.string().optional(),
    reason: z.string().optional(),
    /** The SHA-256 of the file that it was read from; absent where it was from none, or nobody said. */
    fileDigest: z.string().optional(),
    corrects: z.int().optional(),
    changed: z.array(z.string()),
    after: RecordState,
    /** Texts of `after`, `reason` and `fileDigest` enter the digest by commitments that these salts give. */
    salts: Salts,
    previousDigest: z.string(),
    digest: z.string(),
  })
  .meta({ id: 'HistoryEvent' });
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** What was recorded of a month after its report was made: each published month, the last revision without it, the first with it. */
const RecordedLate = z
  .object({
    months: z
      .array(z.object({ month: ReportMonth, revision: z.int(), takenInBy: z.int().nullable() }))
      .meta({ description: 'Published months that this would change, or did by the revision that took it in' }),
  })
  .meta({
    id: 'RecordedLate',
    description: 'Set where a change was recorded of a month whose report was made without it',
  });

/** A change as the history shows it: of each changed field what was there before and what is there now. */
export const HistoryEntry = z
  .object({
    sequence: z.int(),
    recordRef: z.object({ kind: RecordKind, id: z.string() }),
    called: z.string().optional().meta({
      description:
        'What the record was called by this change: its title or label, or what an entry without one is called',
    }),
    version: z.int(),
    type: z.string(),
    effectiveAt: Instant,
    recordedAt: Instant,
    by: Subject,
    byName: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'What they were called then; null where the register of people has no name of theirs' }),
    onBehalfOf: Subject.optional().meta({ description: 'The SRO whose deputy they were' }),
    machine: z
      .string()
      .optional()
      .meta({ description: 'What the machine is called that recorded it by itself; absent where a person did' }),
    reason: z.string().nullable(),
    fileDigest: z.string().optional().meta({
      description:
        'The SHA-256 of the file that it was read from, in hexadecimal; in the public view a sentence in its place; absent where it was from none, or nobody said',
    }),
    corrects: z.int().nullable(),
    recordedLate: RecordedLate.nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.json().nullable(), after: z.json().nullable() })),
    digest: z.string(),
  })
  .meta({
    id: 'HistoryEntry',
    description: 'One change: who recorded it, when, from when it is true, and each field before and after',
  });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Published months that would read differently today, and which changes recorded late make the difference. */
export const Restatements = z
  .object({
    items: z.array(
      z.object({
        month: ReportMonth,
        revision: z.int(),
        sentence: z.string(),
        changes: z.array(
          z.object({
            review: Id.nullable(),
            sequence: z.int(),
            recordRef: z.object({ kind: RecordKind, id: z.string() }),
            effectiveAt: Instant,
            recordedAt: Instant,
            by: Subject,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Restatements', description: 'Published months that what was recorded late would change' });

// Requests that every entry takes

export const ReviewNoChange = z
  .strictObject({
    comment: Narrative.optional().meta({
      title: 'Comment',
      description: 'What was looked at, where that is worth saying',
    }),
  })
  .meta({
    id: 'ReviewNoChange',
    description: 'Reviewed, no change: the entry is still as recorded. History keeps who said so, and from when',
  });

export const StrikeOut = z.strictObject({ reason: Narrative, undo: z.boolean().default(false) }).meta({
  id: 'StrikeOut',
  description: 'Take an entry out of totals, with a reason; `undo` puts it back. History keeps both',
});
export type StrikeOut = z.infer<typeof StrikeOut>;
