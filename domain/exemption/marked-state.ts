import type * as z from 'zod';
import { holdsMark, ofFiles, withMarks } from '#language/withheld-text.ts';
import { type Exemption, exemptionOf } from '#schemas/exemption.ts';
import { asJsonObject, type JsonObject, type RecordKind, type RecordState } from '#schemas/history.ts';
import { isRedacted } from '#schemas/redaction.ts';
import { schemasOf } from '../record-schemas.ts';
import { changedText } from './text-in.ts';

/** Which record it is: the review that it belongs to, or null. */
export interface NamedRecord {
  readonly review: string | null;
  readonly kind: RecordKind;
  readonly id: string;
}

/** `property/option/joint-venture`; of the programme itself `/risk/late`. */
const recordName = ({ review, kind, id }: NamedRecord): string => `${review ?? ''}/${kind}/${id}`;

/** Of several exemptions the one that withholds longest. */
const longest = (exemptions: readonly Exemption[]): Exemption | undefined =>
  exemptions.toSorted((a, b) => {
    const [one, other] = [a.until ?? 'for good', b.until ?? 'for good'];
    return one > other ? -1 : one < other ? 1 : 0;
  })[0];

/**
 * A state whose withheld text carries its marks: what its own exemption names, and what others name that are in force for the
 * same record (the current one withholds what was recorded before it as well). Where any is in force, the
 * reasons given for it and for striking the record out are withheld too: they may say what the record withholds. A record with
 * no exemption comes back as it is.
 */
export const markedState = (
  storedRecord: NamedRecord & { readonly state: RecordState },
  others: readonly Exemption[] = [],
): RecordState => {
  const { kind, state } = storedRecord;
  const own = exemptionOf(state.record);
  const inForce = own === undefined ? others : [own, ...others];
  const strictest = longest(inForce);
  if (strictest === undefined) return state;
  const schemas = schemasOf(kind);
  const marking =
    ({ ground, until }: Exemption) =>
    (text: string): string =>
      holdsMark(text) || isRedacted(text) ? text : withMarks(text, { ground, until, record: recordName(storedRecord) });
  const markedPart = (schema: z.ZodType, part: JsonObject): JsonObject => {
    const fields = Object.entries(part).map(([name, value]) => {
      const naming = longest(inForce.filter((one) => one.fields.includes(name)));
      if (naming === undefined) return [name, value];
      const marked = changedText(schema, { [name]: value }, marking(naming));
      return [name, typeof marked === 'object' && marked !== null && !Array.isArray(marked) ? marked[name] : value];
    });
    return Object.fromEntries(fields);
  };
  const record = markedPart(schemas.record, state.record);
  return {
    record:
      own?.reason === undefined
        ? record
        : { ...record, exempt: { ...asJsonObject(own), reason: marking(strictest)(own.reason) } },
    facts: markedPart(schemas.facts, state.facts),
    struckOut:
      state.struckOut === null ? null : { ...state.struckOut, reason: marking(strictest)(state.struckOut.reason) },
  };
};

/** A reason given for a change of a record for which exemptions are in force. */
export const markedReason = (reason: string, recordRef: NamedRecord, inForce: readonly Exemption[]): string => {
  const strictest = longest(inForce);
  return strictest === undefined || isRedacted(reason)
    ? reason
    : withMarks(reason, { ground: strictest.ground, until: strictest.until, record: recordName(recordRef) });
};

/** The digest of a file: the file may hold what other records withhold, at which guesses could be tried by it. */
export const markedFileDigest = (fileDigest: string, recordRef: NamedRecord): string =>
  withMarks(fileDigest, { ground: ofFiles, until: undefined, record: recordName(recordRef) });
