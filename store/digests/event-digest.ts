import type { HistoryEvent } from '#schemas/history.ts';
import type { Salts } from '#schemas/salts.ts';
import { type CommittedJson, ShownTexts } from './commitments.ts';
import { digestOf, sha256 } from './digest.ts';

/*
 * The digest of an event is over two parts: its contents (what it left of its record, the reason given, the digest of the file that it was read from), with
 * every text in its commitment, and all else with the digest of the contents. So texts can be withheld or redacted, and the
 * digest and the chain are proved all the same (docs/meaning.md CHAIN-4, CHAIN-11).
 */

const contentMembers = ['after', 'fileDigest', 'reason'];
const unsealedMembers = ['digest', 'salts', ...contentMembers];

const membersOf = (event: object, among: (name: string) => boolean): object =>
  Object.fromEntries(Object.entries(event).filter(([name]) => among(name)));

/** The contents of an event, given as it is written. */
export const contentsOf = (event: object): object => membersOf(event, (name) => contentMembers.includes(name));

/** The digest of an event, given as it is written, by its contents with their commitments. */
export const eventDigestOf = (event: object, contents: Pick<CommittedJson, 'sealed'>): string =>
  digestOf([membersOf(event, (name) => !unsealedMembers.includes(name)), sha256(contents.sealed)]);

/** The contents of an event with the commitments that its salts give, and what became of its texts. */
export const committedContents = (event: object, salts: Salts): { contents: CommittedJson; texts: ShownTexts } => {
  const texts = new ShownTexts(salts);
  return { contents: texts.committed(contentsOf(event)), texts };
};

/** The event of a change with its link to the one before. */
export const linkedEvent = (event: Omit<HistoryEvent, 'digest'>): HistoryEvent => ({
  ...event,
  digest: eventDigestOf(event, committedContents(event, event.salts).contents),
});
