import { firstWithoutText, textsNamed } from '#domain/redaction/named-texts.ts';
import { wordsTakenOut } from '#domain/redaction/words-taken-out.ts';
import type { RegisterKind } from '#registers/all.ts';
import { type AskedTexts, askedTexts, Redaction } from '#registers/redaction/record.ts';
import { type HistoryEvent, type JsonObject, RecordKind } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import { readLine } from '#store/records/records.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';

interface Target {
  readonly kind: RecordKind;
  readonly line: readonly HistoryEvent[];
}

/** The line of the record out of which words are to be taken; undefined: there is none. */
const targetOf = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  { review, kind, entry }: AskedTexts,
): Promise<Target | undefined> => {
  const of = RecordKind.safeParse(kind).data;
  if (of === undefined) return undefined;
  const line = await readLine(deps.table, { ...programmeRef, review: review ?? null }, of, entry);
  return line.length === 0 ? undefined : { kind: of, line };
};

/** A reason stays: words that it held would be in the record for good. */
const repeatsWords = ({ kind, line }: Target, { texts }: AskedTexts, reason: string): Refusal | null =>
  wordsTakenOut(textsNamed(kind, line, texts), () => '')(reason) === reason
    ? null
    : {
        code: 'redaction.names-words',
        detail:
          'The reason holds a text that is to be taken out, and a reason stays: nothing of it was recorded. Give a reason in other words.',
      };

/** Why a redaction cannot be done as it is asked for; null: it can. */
export const redactionRefusal = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  asked: Redaction,
): Promise<Refusal | null> => {
  const named = askedTexts(asked);
  if (named === undefined) return null;
  const { review, kind, entry, texts } = named;
  const target = await targetOf(deps, programmeRef, named);
  if (target === undefined)
    return {
      code: 'redaction.nothing-there',
      detail: `There is no ${kind} with the id ${entry} ${review === undefined ? 'of the programme itself' : `of the review ${review}`}. Change what is asked for, or strike the redaction out.`,
    };
  const without = firstWithoutText(target.kind, target.line, texts);
  const missing = without === undefined ? undefined : texts[without];
  return missing === undefined
    ? repeatsWords(target, named, asked.reason)
    : {
        code: 'redaction.nothing-there',
        detail: `Nobody wrote a text at ${missing.pointer} ${missing.version === undefined ? 'in any version' : `in version ${missing.version}`} of the ${kind} ${entry}: figures, dates, choices and ids are not redacted.`,
        facts: { text: without ?? 0 },
      };
};

/** Of a redaction that is asked for, or asked for otherwise: that it would be recorded with the words that it is to take out. */
export const refusalBeforeRecording = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  kind: RegisterKind,
  record: JsonObject,
): Promise<Refusal | null> => {
  if (kind !== 'redaction') return null;
  const asked = Redaction.parse(record);
  const named = askedTexts(asked);
  const target = named === undefined ? undefined : await targetOf(deps, programmeRef, named);
  return named === undefined || target === undefined ? null : repeatsWords(target, named, asked.reason);
};
