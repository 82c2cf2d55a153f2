import { type Contents, redactedContents } from '#domain/redaction/redacted-state.ts';
import type { HistoryEvent, RecordKind } from '#schemas/history.ts';
import { saltsLeft, saltsOfAll } from '../digests/commitments.ts';
import { canonicalJson } from '../digests/digest.ts';
import { contentsOf } from '../digests/event-digest.ts';
import { forgetAnswer } from '../records/idempotency.ts';
import { answeredAs, eventFrom } from '../records/records.ts';
import { wordsRedacted } from '../records/save-change.ts';
import { jsonBody } from '../table/body.ts';
import type { Table } from '../table/client.ts';
import { type Item, queryAll } from '../table/items.ts';
import { type ChainRef, eventsOf } from '../table/keys.ts';
import { commit } from '../table/transaction.ts';
import { alsoRedactedBy, putRedacted, RedactedElsewhere, redactionsOf } from './redacted-by.ts';

/** Takes texts out of others. */
export type Redact = (text: string) => string;

/** An event without some of its words, and the commitments by which its digest is proved all the same; undefined: it holds none of them. */
export const redactedEvent = (event: HistoryEvent, redact: Redact): HistoryEvent | undefined => {
  const { reason, ...redacted }: Contents = redactedContents(event.recordRef.kind, event, redact);
  // Which redaction took words out is no text that somebody wrote.
  const kept = event.type === wordsRedacted ? event.reason : reason;
  const contents: Contents = { ...redacted, ...(kept === undefined ? {} : { reason: kept }) };
  const before = contentsOf(event);
  if (canonicalJson(before) === canonicalJson(contents)) return undefined;
  const salts = { texts: [...saltsLeft(before, contents, saltsOfAll(before, event.salts, 0))] };
  return { ...event, ...contents, salts };
};

const redactEvent = async (
  table: Table,
  chainRef: ChainRef,
  item: Item,
  { id, redact }: { readonly id: string; readonly redact: Redact },
): Promise<HistoryEvent> => {
  const event = eventFrom(item);
  const redacted = redactionsOf(item).includes(id) ? undefined : redactedEvent(event, redact);
  if (redacted !== undefined) {
    const written = { ...item, ...alsoRedactedBy(item, id), body: jsonBody(redacted) };
    const outcome = await commit(table, [putRedacted(table, item, written)]);
    if (outcome.kind === 'failed') throw new RedactedElsewhere();
  }
  const scope = answeredAs(item);
  if (scope !== undefined && (redacted !== undefined || redactionsOf(item).includes(id)))
    await forgetAnswer(table, chainRef.organisation, scope);
  return redacted ?? event;
};

/** What became of the line of a record. */
export interface RedactedLine {
  readonly events: readonly HistoryEvent[];
  /** Of how many of them this redaction took words. */
  readonly redacted: number;
}

/** A06: takes words out of every event of a record, and forgets what whoever recorded them was answered. */
export const redactLine = async (
  table: Table,
  chainRef: ChainRef,
  { kind, id }: { readonly kind: RecordKind; readonly id: string },
  redaction: { readonly id: string; readonly redact: Redact },
): Promise<RedactedLine> => {
  const range = eventsOf(chainRef, kind, id);
  const events: HistoryEvent[] = [];
  for (const item of await queryAll(table, range)) events.push(await redactEvent(table, chainRef, item, redaction));
  const after = await queryAll(table, range);
  return { events, redacted: after.filter((item) => redactionsOf(item).includes(redaction.id)).length };
};
