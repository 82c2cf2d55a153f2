import type * as z from 'zod';
import {
  asJsonObject,
  type HistoryEvent,
  type JsonObject,
  type RecordKind,
  type RecordState,
} from '#schemas/history.ts';
import { changedText } from '../exemption/text-in.ts';
import { schemasOf } from '../record-schemas.ts';

/** What an event recorded: what it left of its record, the reason given, and the digest of the file that it was read from. */
export type Contents = Pick<HistoryEvent, 'after' | 'reason' | 'fileDigest'>;

/** The state of a record with every text that a person wrote in it changed. */
export const redactedState = (
  kind: RecordKind,
  { record, facts, struckOut }: RecordState,
  redact: (text: string) => string,
): RecordState => {
  const schemas = schemasOf(kind);
  const changed = (schema: z.ZodType, part: JsonObject): JsonObject => asJsonObject(changedText(schema, part, redact));
  return {
    record: changed(schemas.record, record),
    facts: changed(schemas.facts, facts),
    struckOut: struckOut === null ? null : { ...struckOut, reason: redact(struckOut.reason) },
  };
};

export const redactedContents = (
  kind: RecordKind,
  { after, reason, fileDigest }: Contents,
  redact: (text: string) => string,
): Contents => ({
  after: redactedState(kind, after, redact),
  ...(reason === undefined ? {} : { reason: redact(reason) }),
  ...(fileDigest === undefined ? {} : { fileDigest }),
});
