import {
  type ChainRef,
  chainPartition,
  type Key,
  monthEndsPartition,
  organisationPartition,
  type ProgrammeRef,
  positionsPartition,
  programmeKey,
  programmePartition,
  publishedPartition,
} from './keys.ts';

/*
 * The keys of a programme that goes to another organisation, the one way in which an item comes under another's keys: which those are an
 * item of the receiving organisation says, and never a request.
 */

/** Programmes that an organisation would hand over or receive, or has. */
export const transfersOf = (organisation: string) => ({
  pk: `${organisationPartition(organisation)}#TRANSFERS`,
  begins: 'TRANSFER#',
});
export const transferKey = (organisation: string, id: string): Key => ({
  pk: transfersOf(organisation).pk,
  sk: `${transfersOf(organisation).begins}${id}`,
});
/** What keeps the id of a programme that is being received, and says how far it has come. */
export const receivingKey = (programmeRef: ProgrammeRef): Key => ({
  pk: programmePartition(programmeRef),
  sk: 'RECEIVING',
});

/** Everything of a chain: of the programme's own, also what stands beside it. */
export const everyItemOf = (chainRef: ChainRef) => ({ pk: chainPartition(chainRef), begins: '' });
export const positionsOf = (programmeRef: ProgrammeRef) => ({ pk: positionsPartition(programmeRef), begins: '' });
export const monthEndsOf = (programmeRef: ProgrammeRef) => ({ pk: monthEndsPartition(programmeRef), begins: '' });

/** Everything that a programme has published, and what tries came to that published nothing. */
export const everyPublishedOf = (programmeRef: ProgrammeRef) => ({ pk: publishedPartition(programmeRef), begins: '' });
/** Whether an item among what is published is a summary, which makes a report visible. */
export const isSummary = ({ sk }: Key): boolean => sk.startsWith('MONTH#');
/** The report that a summary, or an item beside it, is of; undefined: of none. */
export const reportOfItem = ({ sk }: Key): string | undefined =>
  /^(?:MONTH|LINES|WHOLE|SALTS|HEADS)#([^#]+#\d+)/.exec(sk)?.[1];

/** What of a programme's own partition is of its organisation, and does not go along to another. */
const staysBehind = /^(?:DUE|RECEIVING|ANSWERED#.*)$/;

/** The key of an item of a programme once that is another organisation's; undefined: it stays behind. */
export const keyAt = (key: Key, from: ProgrammeRef, organisation: string): Key | undefined => {
  const to = { ...from, organisation };
  const own = programmePartition(from);
  if (key.pk === organisationPartition(from.organisation)) return programmeKey(to);
  if (key.pk === publishedPartition(from)) return { pk: publishedPartition(to), sk: key.sk };
  if (key.pk === own && staysBehind.test(key.sk)) return undefined;
  if (key.pk !== own && !key.pk.startsWith(`${own}#`)) throw new Error('the item is of another programme');
  return { pk: `${programmePartition(to)}${key.pk.slice(own.length)}`, sk: key.sk };
};
