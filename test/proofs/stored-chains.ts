import { isDeepStrictEqual } from 'node:util';
import { buildPosition } from '#domain/position/sections.ts';
import { monthOf } from '#language/time.ts';
import { RecordKind } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { readCards } from '#store/positions/cards.ts';
import { monthAsked, positionAtEnd } from '#store/positions/month-ends.ts';
import { asRecordAt, loadForChange } from '#store/records/load-for-change.ts';
import { readEvents, readRecord, readRegister, type StoredRecord } from '#store/records/records.ts';
import type { Table } from '#store/table/client.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { ChainRef, ProgrammeRef } from '#store/table/keys.ts';
import type { Finding, StoredChain } from './history-checker.ts';

export const chainNameOf = (chainRef: ChainRef): string =>
  chainRef.review === null ? chainRef.programme : `${chainRef.programme}/${chainRef.review}`;

const recordsOf = async (table: Table, chainRef: ChainRef): Promise<readonly StoredRecord[]> => {
  const registers = await Promise.all(
    RecordKind.options.filter((kind) => kind !== 'programme').map((kind) => readRegister(table, chainRef, kind)),
  );
  const settings =
    chainRef.review === null ? await readRecord(table, chainRef, 'programme', chainRef.programme) : undefined;
  return [...(settings === undefined ? [] : [settings]), ...registers.flat()];
};

/** A chain as it is stored, and what does not agree with a full recount of it. */
export const readChain = async (
  table: Table,
  chainRef: ChainRef,
): Promise<{ chain: StoredChain; records: readonly StoredRecord[] }> => {
  const name = chainNameOf(chainRef);
  const records = await recordsOf(table, chainRef);
  const loaded = await loadForChange(table, chainRef, { records: [], registers: [] });
  return {
    records,
    chain: {
      name,
      events: (await readEvents(table, chainRef)).toSorted((a, b) => a.sequence - b.sequence),
      records: records.map((one) => ({ name: `${one.kind}#${one.id}`, version: one.version, state: one.state })),
      head: loaded.head ?? { sequence: 0, digest: '' },
    },
  };
};

/** Whether the card of each review says what a full recount of its registers says. */
export const recountFindings = async (table: Table, programmeRef: ProgrammeRef): Promise<readonly Finding[]> => {
  const settings = await readRecord(table, { ...programmeRef, review: null }, 'programme', programmeRef.programme);
  const programme = Programme.parse(settings?.state.record);
  const findings: Finding[] = [];
  for await (const cards of readCards(table, programmeRef))
    for (const { review, card } of cards) {
      const torn = (words: string): void => void findings.push({ kind: 'torn', words: `${review}: ${words}` });
      if (card instanceof UnreadableItem) {
        torn('its card cannot be read');
        continue;
      }
      const recount = buildPosition((await recordsOf(table, { ...programmeRef, review })).map(asRecordAt), programme);
      if (!isDeepStrictEqual(card.position, recount)) torn('its card is not what a full recount says');
      const month = monthOf(card.lastEffectiveAt);
      const atEnd = await positionAtEnd(table, programmeRef, review, card, monthAsked(month, programme));
      if (atEnd === undefined || !isDeepStrictEqual(atEnd.position, recount))
        torn('its position at the end of the month is not what a full recount says');
    }
  return findings;
};
