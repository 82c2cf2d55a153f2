import { withFacts } from '#domain/registers/record-state.ts';
import { transferOf } from '#domain/transfer.ts';
import type { ReceiveProgramme } from '#schemas/scheduled-events.ts';
import { appliedChange } from '#store/records/applied-change.ts';
import { loadForChange, recordingInstant } from '#store/records/load-for-change.ts';
import { saveChange } from '#store/records/save-change.ts';
import { dueItem } from '#store/reports/due.ts';
import { latestSettled, readNotReported } from '#store/reports/not-reported.ts';
import type { Table } from '#store/table/client.ts';
import { StoreBusy } from '#store/table/items.ts';
import { ofChain, retry } from '#store/table/retry.ts';
import { putOver } from '#store/table/transaction.ts';
import { copyProgramme } from '#store/transfers/copy.ts';
import { readTransfer, type StoredTransfer, transferReceived } from '#store/transfers/transfers.ts';
import type { SendsRollUps } from '../http/call.ts';
import { nextDue } from '../reports/next-due.ts';
import { settingsOf } from '../views/loaded-records.ts';

/** A transfer that its own office accepted; undefined: the programme is received already. */
const accepted = async (table: Table, { organisation, transfer: id }: ReceiveProgramme) => {
  const transfer = await readTransfer(table, organisation, id);
  if (transfer?.state === 'received') return undefined;
  if (transfer?.state !== 'accepted' || transfer.to !== organisation || transfer.answered === undefined)
    throw new Error('nobody of the organisation accepted this transfer');
  return { ...transfer, answered: transfer.answered };
};

const until = (milliseconds: number) => {
  const from = performance.now();
  return (): boolean => performance.now() - from < milliseconds;
};

type Accepted = StoredTransfer & { readonly answered: NonNullable<StoredTransfer['answered']> };

/** The programme is the receiving organisation's from this event on: it owes what is due next, and takes changes. Undefined: tried again. */
const receive = async (table: Table, transfer: Accepted, now: string): Promise<true | undefined> => {
  const { to: organisation, programme, answered } = transfer;
  const chainRef = { organisation, programme, review: null };
  const recordRef = { kind: 'programme', id: programme } as const;
  const loaded = await loadForChange(table, chainRef, {
    changed: recordRef,
    records: [],
    registers: ['publication'],
  });
  const current = loaded.programme;
  const known = current === undefined ? undefined : transferOf(current.state);
  if (current === undefined || known?.id !== transfer.id) throw new Error('what was copied has no such transfer');
  if (known.state === 'received') return true;
  const at = [recordingInstant(loaded, now), current.effectiveAt].sort().at(-1) ?? now;
  const changed = appliedChange(loaded, {
    recordRef,
    type: 'received',
    state: withFacts(current.state, { ...current.state.facts, transfer: { ...known, state: 'received', at } }),
    by: answered.by,
    effectiveAt: at,
    recordedAt: at,
  });
  const settled = latestSettled(
    loaded.register('publication').at(-1)?.id ?? null,
    await readNotReported(table, chainRef),
  );
  const saved = await saveChange(table, loaded, changed, {
    checked: [],
    intents: [
      { name: 'item', item: putOver(table, dueItem(chainRef, nextDue(settingsOf(current), settled))) },
      ...transferReceived(table, { ...transfer, state: 'received', receivedAt: at }),
    ],
  });
  if (saved.kind === 'saved') return true;
  if (saved.kind === 'head-moved' || saved.kind === 'stale') return undefined;
  throw new Error(`a programme could not be received: ${saved.kind}`);
};

/** A function has fifteen minutes: for so many it copies, and then hands what is left over as a message of its own, so that no size takes more than one try. */
const copiesForMilliseconds = 8 * 60_000;

/**
 * Brings a programme to the organisation that accepted it (docs/meaning.md PROGRAMME-25). Done again it changes nothing; a copy that was cut off is
 * ended by the next try. Of which programme of which organisation it is says the organisation's own item, and never the message. The programme,
 * once it is received; undefined: it was before, or is still being copied.
 */
export const receiveProgramme = async (
  message: ReceiveProgramme,
  { table, queue }: SendsRollUps,
  now: () => string,
  mayGoOn = until(copiesForMilliseconds),
): Promise<string | undefined> => {
  const transfer = await accepted(table, message);
  if (transfer === undefined) return undefined;
  const { from, to, programme } = transfer;
  if (!(await copyProgramme(table, { organisation: from, programme }, { organisation: to, programme }, mayGoOn))) {
    await queue.send([message], table.deadline);
    return undefined;
  }
  const received = await retry(() => receive(table, transfer, now()), ofChain, table.deadline);
  if (received === undefined) throw new StoreBusy('others changed what was copied at every try');
  return programme;
};
