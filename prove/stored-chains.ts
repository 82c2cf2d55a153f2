import { isDeepStrictEqual } from 'node:util';
import { buildPosition } from '#domain/position/sections.ts';
import { monthOf } from '#language/time.ts';
import { ThingKind } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { readCards } from '#store/positions/cards.ts';
import { monthAsked, positionAtEnd } from '#store/positions/month-ends.ts';
import { asThingAt, loadFile } from '#store/records/load-for-change.ts';
import { readEvents, readRegister, readThing, type StoredThing } from '#store/records/records.ts';
import type { Table } from '#store/table/client.ts';
import { UnreadableItem } from '#store/table/items.ts';
import type { Place, ProgrammePlace } from '#store/table/keys.ts';
import type { Finding, StoredChain } from './history-checker.ts';

export const chainNameOf = (place: Place): string =>
  place.review === null ? place.programme : `${place.programme}/${place.review}`;

const thingsOf = async (table: Table, place: Place): Promise<readonly StoredThing[]> => {
  const registers = await Promise.all(
    ThingKind.options.filter((kind) => kind !== 'programme').map((kind) => readRegister(table, place, kind)),
  );
  const settings = place.review === null ? await readThing(table, place, 'programme', place.programme) : undefined;
  return [...(settings === undefined ? [] : [settings]), ...registers.flat()];
};

/** A chain as it is stored, and what does not agree with a full recount of it. */
export const readChain = async (
  table: Table,
  place: Place,
): Promise<{ chain: StoredChain; things: readonly StoredThing[] }> => {
  const name = chainNameOf(place);
  const things = await thingsOf(table, place);
  const file = await loadFile(table, place, { things: [], registers: [] });
  return {
    things,
    chain: {
      name,
      events: (await readEvents(table, place)).toSorted((a, b) => a.sequence - b.sequence),
      things: things.map((one) => ({ name: `${one.kind}#${one.id}`, version: one.version, state: one.state })),
      head: file.head ?? { sequence: 0, digest: '' },
    },
  };
};

/** Whether the card of each review says what a full recount of its registers says. */
export const recountFindings = async (table: Table, place: ProgrammePlace): Promise<readonly Finding[]> => {
  const settings = await readThing(table, { ...place, review: null }, 'programme', place.programme);
  const programme = Programme.parse(settings?.state.record);
  const findings: Finding[] = [];
  for await (const cards of readCards(table, place))
    for (const { review, card } of cards) {
      const torn = (words: string): void => void findings.push({ kind: 'torn', words: `${review}: ${words}` });
      if (card instanceof UnreadableItem) {
        torn('its card cannot be read');
        continue;
      }
      const recount = buildPosition((await thingsOf(table, { ...place, review })).map(asThingAt), programme);
      if (!isDeepStrictEqual(card.position, recount)) torn('its card is not what a full recount says');
      const month = monthOf(card.lastEffectiveAt);
      const atEnd = await positionAtEnd(table, place, review, card, monthAsked(month, programme));
      if (atEnd === undefined || !isDeepStrictEqual(atEnd.position, recount))
        torn('its position at the end of the month is not what a full recount says');
    }
  return findings;
};
