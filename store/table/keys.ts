import { createHash } from 'node:crypto';
import type { Instant, ReportMonth } from '#language/time.ts';
import { publishedPrefix } from './table-definition.ts';

/*
 * The only file that builds a key. Every partition begins with the organisation of the token, so that no request
 * can name another's data; ids hold neither `#` nor capitals, so no part can run into the next.
 */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A programme of an organisation. */
export interface ProgrammePlace {
  readonly organisation: string;
  readonly programme: string;
}
/** A chain of events: a review's, or with `review: null` the programme's own. */
export interface Place extends ProgrammePlace {
  readonly review: string | null;
}

const organisationPartition = (organisation: string): string => `ORG#${organisation}`;
const programmePartition = (place: ProgrammePlace): string =>
  `${organisationPartition(place.organisation)}#PROGRAMME#${place.programme}`;
const chainPartition = (place: Place): string =>
  place.review === null ? programmePartition(place) : `${programmePartition(place)}#REVIEW#${place.review}`;

/** The review of a chain's partition; null for the programme's own. */
export const reviewOfChain = (pk: string): string | null => /#REVIEW#([^#]+)$/.exec(pk)?.[1] ?? null;

const sequenceKey = (sequence: number): string => String(sequence).padStart(10, '0');

/** Programmes stand together in their organisation's partition, so that they can be listed. */
const programmeSort = 'PROGRAMME#';
export const programmesOf = (organisation: string) => ({
  pk: organisationPartition(organisation),
  begins: programmeSort,
});
export const programmeKey = (place: ProgrammePlace): Key => ({
  pk: organisationPartition(place.organisation),
  sk: `${programmeSort}${place.programme}`,
});

export const thingKey = (place: Place, kind: string, id: string): Key =>
  kind === 'programme' ? programmeKey(place) : { pk: chainPartition(place), sk: `THING#${kind}#${id}` };
export const thingsOf = (place: Place, kind: string) => ({ pk: chainPartition(place), begins: `THING#${kind}#` });

/**
 * An event stands under its thing, then when it was true, then its number: a thing at an instant is one query,
 * backwards from that instant.
 */
export const eventKey = (place: Place, kind: string, id: string, effectiveAt: Instant, sequence: number): Key => ({
  pk: chainPartition(place),
  sk: `EVENT#${kind}#${id}#${effectiveAt}#${sequenceKey(sequence)}`,
});
export const eventsOf = (place: Place, kind?: string, id?: string) => ({
  pk: chainPartition(place),
  begins: `EVENT#${kind === undefined ? '' : `${kind}#`}${id === undefined ? '' : `${id}#`}`,
});
/** Above every event of the thing that is effective by then. */
export const eventsUpTo = (place: Place, kind: string, id: string, at: Instant) => ({
  pk: chainPartition(place),
  from: `EVENT#${kind}#${id}#`,
  to: `EVENT#${kind}#${id}#${at}#~`,
});

/** The head of the programme's own chain; a review's head stands on its card. */
export const headKey = (place: ProgrammePlace): Key => ({ pk: programmePartition(place), sk: 'HEAD' });

/** Cards have a partition of their own, so that a roll-up pages nothing else; a detail card follows its card. */
const cardsPartition = (place: ProgrammePlace): string => `${programmePartition(place)}#CARDS`;
export const cardsOf = (place: ProgrammePlace) => ({ pk: cardsPartition(place), begins: '' });
export const cardKey = (place: ProgrammePlace, review: string): Key => ({ pk: cardsPartition(place), sk: review });
export const detailKey = (place: ProgrammePlace, review: string): Key => ({
  pk: cardsPartition(place),
  sk: `${review}#DETAIL`,
});
export const monthEndKey = (place: ProgrammePlace, review: string): Key => ({
  pk: `${programmePartition(place)}#MONTH-ENDS`,
  sk: review,
});

const peoplePart = '#PEOPLE';
export const personKey = (organisation: string, subject: string): Key => ({
  pk: `${organisationPartition(organisation)}${peoplePart}`,
  sk: subject,
});

/**
 * A key as it may be logged. Who a person is stands in the keys of people alone: there, in its place, the first 16
 * characters of its SHA-256, by which whoever knows the subject finds the item.
 */
export const keyToLog = (key: Key): Key =>
  key.pk.endsWith(peoplePart)
    ? { pk: key.pk, sk: `sha256:${createHash('sha256').update(key.sk).digest('hex').slice(0, 16)}` }
    : key;

export const runKey = (place: ProgrammePlace, run: string): Key => ({
  pk: programmePartition(place),
  sk: `RUN#${run}`,
});

/** `scope` is a digest over organisation, subject, operation, path and the caller's key. */
export const idempotencyKey = (organisation: string, scope: string): Key => ({
  pk: `${organisationPartition(organisation)}#IDEMPOTENCY#${scope}`,
  sk: 'REQUEST',
});

// The index of what is due: few shards, each in order of date.

const dueShards = 4;
const shardOf = (place: ProgrammePlace): number =>
  [...`${place.organisation}/${place.programme}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) %
  dueShards;
export const dueKey = (place: ProgrammePlace): Key => ({ pk: programmePartition(place), sk: 'DUE' });
export const duePartition = (place: ProgrammePlace): string => `DUE#${shardOf(place)}`;
export const duePartitions: readonly string[] = Array.from({ length: dueShards }, (_, shard) => `DUE#${shard}`);

// Published reports, under a prefix that the board's grant is held to. Summaries sort by month, then revision.

const publishedPartition = (place: ProgrammePlace): string =>
  `${publishedPrefix}${place.organisation}#${place.programme}`;
const revisionKey = (revision: number): string => String(revision).padStart(4, '0');
export const summariesOf = (place: ProgrammePlace) => ({ pk: publishedPartition(place), begins: 'MONTH#' });
export const summariesOfMonth = (place: ProgrammePlace, month: ReportMonth) => ({
  pk: publishedPartition(place),
  begins: `MONTH#${month}#`,
});
/** Of the months before one. */
export const summariesBefore = (place: ProgrammePlace, month: ReportMonth) => ({
  pk: publishedPartition(place),
  from: 'MONTH#',
  to: `MONTH#${month}`,
});
export const summaryKey = (place: ProgrammePlace, month: ReportMonth, revision: number): Key => ({
  pk: publishedPartition(place),
  sk: `MONTH#${month}#${revisionKey(revision)}`,
});
/** Of the chunk that begins with the line `first`, counted from 0. */
export const linesKey = (place: ProgrammePlace, month: ReportMonth, revision: number, first: number): Key => ({
  pk: publishedPartition(place),
  sk: `LINES#${month}#${revisionKey(revision)}#${String(first).padStart(6, '0')}`,
});
/** What a summary has no room for: the whole content, in pieces where it is larger than an item may be. */
export const wholeKey = (place: ProgrammePlace, month: ReportMonth, revision: number, piece: number): Key => ({
  pk: publishedPartition(place),
  sk: `WHOLE#${month}#${revisionKey(revision)}#${String(piece).padStart(6, '0')}`,
});
export const wholeOf = (place: ProgrammePlace, month: ReportMonth, revision: number) => ({
  pk: publishedPartition(place),
  begins: `WHOLE#${month}#${revisionKey(revision)}#`,
});
/** Whether the board may read what is exempt. */
export const boardSettingKey = (place: ProgrammePlace): Key => ({ pk: publishedPartition(place), sk: 'BOARD' });
export const headsKey = (place: ProgrammePlace, month: ReportMonth, revision: number, chunk: number): Key => ({
  pk: publishedPartition(place),
  sk: `HEADS#${month}#${revisionKey(revision)}#${String(chunk).padStart(6, '0')}`,
});
export const headsOf = (place: ProgrammePlace, month: ReportMonth, revision: number) => ({
  pk: publishedPartition(place),
  begins: `HEADS#${month}#${revisionKey(revision)}#`,
});
