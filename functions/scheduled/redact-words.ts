import { textsNamed } from '#domain/redaction/named-texts.ts';
import { redactedState } from '#domain/redaction/redacted-state.ts';
import { everyTextTakenOut, wordsTakenOut } from '#domain/redaction/words-taken-out.ts';
import { transferOf } from '#domain/transfer.ts';
import { dayOf } from '#language/time.ts';
import { askedTexts, type Redaction, type RedactionFacts } from '#registers/redaction/record.ts';
import { factsOfRedaction, redactionDone, redactionIn } from '#registers/redaction/rules.ts';
import { RecordKind } from '#schemas/history.ts';
import { redactedSentence } from '#schemas/redaction.ts';
import type { RedactWords } from '#schemas/scheduled-events.ts';
import { appliedChange } from '#store/records/applied-change.ts';
import { loadForChange, type RecordRef, recordingInstant, registersBehind } from '#store/records/load-for-change.ts';
import { readLine, readRecord, type StoredRecord } from '#store/records/records.ts';
import { type Saved, saveChange, wordsRedacted } from '#store/records/save-change.ts';
import { type Redact, redactLine } from '#store/redaction/redact-line.ts';
import { redactPublications } from '#store/redaction/redact-publications.ts';
import { redactPublished } from '#store/redaction/redact-reports.ts';
import { redactRuns } from '#store/redaction/redact-runs.ts';
import { RedactedElsewhere } from '#store/redaction/redacted-by.ts';
import { beginWork, endWork, markOf } from '#store/redaction/work.ts';
import { forgetDrafts } from '#store/reports/drafts.ts';
import { StoreBusy } from '#store/table/items.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { ofChain, retry } from '#store/table/retry.ts';
import { redactTransfer } from '#store/transfers/transfers.ts';
import type { ReadsTable } from '../http/call.ts';
import { recordsToRedact, type ToRedact } from './records-to-redact.ts';

/** A redaction that was agreed, and how it takes words out. */
interface Agreed {
  readonly id: string;
  readonly agreed: NonNullable<RedactionFacts['agreed']>;
  readonly redact: Redact;
}

const recordOf = (programmeRef: ProgrammeRef, deps: ReadsTable, id: string): Promise<StoredRecord | undefined> =>
  readRecord(deps.table, { ...programmeRef, review: null }, 'redaction', id);

/** Whether it was written; false: others changed the chain meanwhile. */
const isSaved = (saved: Saved): boolean => {
  if (saved.kind === 'saved') return true;
  if (saved.kind === 'head-moved' || saved.kind === 'stale') return false;
  throw new Error(`a redaction could not be written: ${saved.kind}`);
};

const untilWritten = async <T>(deps: ReadsTable, once: () => Promise<T | undefined>): Promise<T> => {
  const unlessMet = () =>
    once().catch((error: unknown): undefined => {
      if (!(error instanceof RedactedElsewhere)) throw error;
    });
  const done = await retry(unlessMet, ofChain, deps.table.deadline);
  if (done === undefined) throw new StoreBusy('others changed the same chain at every try');
  return done;
};

/** What the event that takes the words out of the current record says; which words they were it does not. */
const reasonOf = (id: string): string => `Redaction ${id}`;

/**
 * Takes the words out of a record: out of its events, then out of what is current. Whatever is recorded between the two moves the head, and
 * then all of it is done again, so that nothing that was decided on the words is written after them.
 */
const redactRecord = (
  deps: ReadsTable,
  { chainRef, recordRef }: ToRedact,
  { id, agreed, redact }: Agreed,
  now: string,
) => {
  const { kind } = recordRef;
  return untilWritten(deps, async () => {
    const wanted = { changed: recordRef, records: [], registers: registersBehind(kind) };
    const loaded = await loadForChange(deps.table, chainRef, wanted);
    const line = await redactLine(deps.table, chainRef, recordRef, { id, redact });
    const current = kind === 'programme' ? loaded.programme : loaded.record(recordRef);
    if (current === undefined) throw new Error(`there is no ${kind} ${recordRef.id} to take words out of`);
    const isWritten = line.events.some((event) => event.type === wordsRedacted && event.reason === reasonOf(id));
    // Each event of a publication publishes a report; its record is redacted with the reports.
    if (isWritten || kind === 'publication') return line;
    const instants = [recordingInstant(loaded, now), current.effectiveAt].sort();
    const at = instants.at(-1) ?? now;
    const changed = appliedChange(loaded, {
      recordRef,
      type: wordsRedacted,
      state: redactedState(kind, current.state, redact),
      by: agreed.by,
      effectiveAt: at,
      recordedAt: at,
      reason: reasonOf(id),
    });
    return isSaved(await saveChange(deps.table, loaded, changed, { checked: [], intents: [] })) ? line : undefined;
  });
};

/**
 * Takes the words out of all that is published, says that it is done, and leaves nothing of what it needed. A report that is published meanwhile
 * moves the head of the programme: then it is redacted too, before that is said. One that was begun before and is published after
 * is refused, and made again (`publishReport`).
 */
const finish = (deps: ReadsTable, programmeRef: ProgrammeRef, agreedTo: Agreed, events: number, now: string) => {
  const { id, agreed, redact } = agreedTo;
  return untilWritten(deps, async () => {
    const recordRef: RecordRef = { kind: 'redaction', id };
    const chainRef = { ...programmeRef, review: null };
    const loaded = await loadForChange(deps.table, chainRef, { changed: recordRef, records: [], registers: [] });
    const current = loaded.record(recordRef);
    if (current === undefined) throw new Error('a redaction is never deleted');
    const reports = await redactPublished(deps.table, programmeRef, { id, redact });
    await redactPublications(deps.table, programmeRef, { id, redact });
    await redactRuns(deps.table, programmeRef, redact);
    const transfer = loaded.programme === undefined ? undefined : transferOf(loaded.programme.state);
    if (transfer?.state === 'proposed')
      await redactTransfer(deps.table, programmeRef.organisation, transfer.id, redact);
    await forgetDrafts(deps.table, programmeRef);
    const at = [recordingInstant(loaded, now), current.effectiveAt].sort().at(-1) ?? now;
    const changed = appliedChange(loaded, {
      recordRef,
      type: 'done',
      state: redactionDone(current.state, { at, events, reports }),
      by: agreed.by,
      effectiveAt: at,
      recordedAt: at,
    });
    const intents = [endWork(deps.table, programmeRef, id)];
    return isSaved(await saveChange(deps.table, loaded, changed, { checked: [], intents })) ? true : undefined;
  });
};

/** The texts that a redaction names, by which they are found again wherever they are; none where every text goes. */
const textsAskedFor = async (deps: ReadsTable, programmeRef: ProgrammeRef, asked: Redaction) => {
  const named = askedTexts(asked);
  if (named === undefined) return [];
  const { review, kind, entry, texts } = named;
  const of = RecordKind.parse(kind);
  return textsNamed(of, await readLine(deps.table, { ...programmeRef, review: review ?? null }, of, entry), texts);
};

/**
 * Does a redaction that was agreed (docs/meaning.md EXEMPT-21, EXEMPT-22). Done again it changes nothing; one that was cut off is ended by the next
 * try.
 */
export const redactWords = async (message: RedactWords, deps: ReadsTable, now: () => string): Promise<void> => {
  const programmeRef: ProgrammeRef = { organisation: message.organisation, programme: message.programme };
  const id = message.redaction;
  const stored = await recordOf(programmeRef, deps, id);
  if (stored === undefined) throw new Error('nobody asked for this redaction');
  const asked = redactionIn(stored.state);
  const { agreed, done } = factsOfRedaction(stored.state);
  if (agreed === null) throw new Error('nobody agreed to this redaction');
  if (done !== null) return;
  const work = await beginWork(deps.table, programmeRef, id, () => textsAskedFor(deps, programmeRef, asked));
  const on = dayOf(agreed.at);
  const sentence = (whole: string) => redactedSentence(on, asked.ground, markOf(work, whole));
  const redact = asked.whole === undefined ? wordsTakenOut(work.texts, sentence) : everyTextTakenOut(sentence);
  const one: Agreed = { id, agreed, redact };
  let events = 0;
  for await (const record of recordsToRedact(deps, programmeRef, asked))
    events += (await redactRecord(deps, record, one, now())).redacted;
  await finish(deps, programmeRef, one, events, now());
};
