import { createHash } from 'node:crypto';
import type { Instant, ReportMonth } from '#language/time.ts';
import type { TwoDays } from '#schemas/two-days.ts';
import { publishedPrefix } from './table-definition.ts';

/*
 * The only file that builds a key, with keys-of-transfers.ts and keys-of-messages.ts. Every partition begins with the organisation of the token, so that no
 * request can name another's data; ids hold neither `#` nor capitals, so no part can run into the next.
 */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A programme of an organisation. */
export interface ProgrammeRef {
  readonly organisation: string;
  readonly programme: string;
}
/** A chain of events: a review's, or with `review: null` the programme's own. */
export interface ChainRef extends ProgrammeRef {
  readonly review: string | null;
}

export const organisationPartition = (organisation: string): string => `ORG#${organisation}`;
export const programmePartition = (programmeRef: ProgrammeRef): string =>
  `${organisationPartition(programmeRef.organisation)}#PROGRAMME#${programmeRef.programme}`;
const inProgramme = (programmeRef: ProgrammeRef, sk: string): Key => ({ pk: programmePartition(programmeRef), sk });
export const chainPartition = (chainRef: ChainRef): string =>
  chainRef.review === null ? programmePartition(chainRef) : `${programmePartition(chainRef)}#REVIEW#${chainRef.review}`;

/** The review of a chain's partition; null for the programme's own. */
export const reviewOfChain = (pk: string): string | null => /#REVIEW#([^#]+)$/.exec(pk)?.[1] ?? null;

const sequenceKey = (sequence: number): string => String(sequence).padStart(10, '0');

/** Programmes are together in their organisation's partition, so that they can be listed. */
const programmeSort = 'PROGRAMME#';
export const programmesOf = (organisation: string) => ({
  pk: organisationPartition(organisation),
  begins: programmeSort,
});
export const programmeKey = (programmeRef: ProgrammeRef): Key => ({
  pk: organisationPartition(programmeRef.organisation),
  sk: `${programmeSort}${programmeRef.programme}`,
});

export const recordKey = (chainRef: ChainRef, kind: string, id: string): Key =>
  kind === 'programme' ? programmeKey(chainRef) : { pk: chainPartition(chainRef), sk: `RECORD#${kind}#${id}` };
export const recordsOf = (chainRef: ChainRef, kind: string) => ({
  pk: chainPartition(chainRef),
  begins: `RECORD#${kind}#`,
});
/** Of every kind. */
export const allRecordsOf = (chainRef: ChainRef) => ({ pk: chainPartition(chainRef), begins: 'RECORD#' });

/**
 * An event is under its record, then when it was true, then its number: a record at an instant is one query,
 * backwards from that instant.
 */
export const eventKey = (
  chainRef: ChainRef,
  kind: string,
  id: string,
  effectiveAt: Instant,
  sequence: number,
): Key => ({
  pk: chainPartition(chainRef),
  sk: `EVENT#${kind}#${id}#${effectiveAt}#${sequenceKey(sequence)}`,
});
export const eventsOf = (chainRef: ChainRef, kind?: string, id?: string) => ({
  pk: chainPartition(chainRef),
  begins: `EVENT#${kind === undefined ? '' : `${kind}#`}${id === undefined ? '' : `${id}#`}`,
});
/** Above every event of the record that is effective by then. */
export const eventsUpTo = (chainRef: ChainRef, kind: string, id: string, at: Instant) => ({
  pk: chainPartition(chainRef),
  from: `EVENT#${kind}#${id}#`,
  to: `EVENT#${kind}#${id}#${at}#~`,
});

/** The head of the programme's own chain; a review has a head of its own. */
export const headKey = (programmeRef: ProgrammeRef): Key => ({ pk: programmePartition(programmeRef), sk: 'HEAD' });

const settingsCopies = 4;
const settingsCopy = (programmeRef: ProgrammeRef, copy: number): Key => ({
  pk: programmePartition(programmeRef),
  sk: `SETTINGS-VERSION#${copy}`,
});
/** The version of the settings, in the copy that the changes of a review look at. */
export const settingsVersionKey = (programmeRef: ProgrammeRef, review: string): Key =>
  settingsCopy(programmeRef, [...review].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % settingsCopies);
export const settingsVersionKeys = (programmeRef: ProgrammeRef): readonly Key[] =>
  Array.from({ length: settingsCopies }, (_, copy) => settingsCopy(programmeRef, copy));
/** A word of the settings that some review has taken. */
export const useKey = (programmeRef: ProgrammeRef, list: string, id: string): Key =>
  inProgramme(programmeRef, `USE#${list}#${id}`);

/** Heads have a partition of their own, so that a list reads nothing else. */
export const reviewHeadsOf = (programmeRef: ProgrammeRef) => ({
  pk: `${programmePartition(programmeRef)}#REVIEWS`,
  begins: '',
});
export const reviewHeadKey = (programmeRef: ProgrammeRef, review: string): Key => ({
  pk: reviewHeadsOf(programmeRef).pk,
  sk: review,
});

/** Parts are in order of review, as heads do: `#` sorts before all that an id may hold. */
export const positionsPartition = (programmeRef: ProgrammeRef): string =>
  `${programmePartition(programmeRef)}#POSITIONS`;
export const partKey = (programmeRef: ProgrammeRef, review: string, section: string): Key => ({
  pk: positionsPartition(programmeRef),
  sk: `${review}#${section}`,
});
/** The parts of some reviews that follow each other. */
export const partsBetween = (programmeRef: ProgrammeRef, first: string, last: string) => ({
  pk: positionsPartition(programmeRef),
  from: `${first}#`,
  to: `${last}#~`,
});
/** The review and the section of a part or a month end, by its sort key. */
export const reviewAndSectionOf = (sk: string): readonly [review: string, section: string] => {
  const [review = '', section = ''] = sk.split('#');
  return [review, section];
};

export const monthEndsPartition = (programmeRef: ProgrammeRef): string =>
  `${programmePartition(programmeRef)}#MONTH-ENDS`;
export const monthEndKey = (programmeRef: ProgrammeRef, review: string, section: string): Key => ({
  pk: monthEndsPartition(programmeRef),
  sk: `${review}#${section}`,
});

export const heardSort = 'HEARD#';
const peoplePart = '#PEOPLE';
export const personKey = (organisation: string, subject: string): Key => ({
  pk: `${organisationPartition(organisation)}${peoplePart}`,
  sk: subject,
});

/** The people of an organisation, in order of id. */
export const peopleOf = (organisation: string) => ({
  pk: `${organisationPartition(organisation)}${peoplePart}`,
  begins: '',
});

/**
 * A key as it may be logged. Who a person is stands in the keys of people and of what they have heard of: there, in its place, the first 16
 * characters of its SHA-256, by which whoever knows the subject finds the item.
 */
export const keyToLog = (key: Key): Key =>
  key.pk.endsWith(peoplePart) || key.sk.startsWith(heardSort)
    ? { pk: key.pk, sk: `sha256:${createHash('sha256').update(key.sk).digest('hex').slice(0, 16)}` }
    : key;

export const runKey = (programmeRef: ProgrammeRef, run: string): Key => inProgramme(programmeRef, `RUN#${run}`);

/** What a redaction that is under way needs. */
export const redactingKey = (programmeRef: ProgrammeRef, redaction: string): Key =>
  inProgramme(programmeRef, `REDACTING#${redaction}`);

export const runsOf = (programmeRef: ProgrammeRef) => ({ pk: programmePartition(programmeRef), begins: 'RUN#' });

/** The draft of a month that is kept: not under the prefix that the board's grant is held to. */
export const draftKey = (programmeRef: ProgrammeRef, month: string): Key => inProgramme(programmeRef, `DRAFT#${month}`);
/** The comparison of two days that is kept. */
export const comparisonKey = (programmeRef: ProgrammeRef, { from, to }: TwoDays): Key =>
  draftKey(programmeRef, `DAYS#${from}#${to}`);
/** What the draft that a run made says, or a comparison, in pieces where it is larger than an item may be. */
export const draftPieceKey = (programmeRef: ProgrammeRef, run: string, piece: number): Key =>
  inProgramme(programmeRef, `DRAFTED#${run}#${String(piece).padStart(6, '0')}`);
export const draftPiecesOf = (programmeRef: ProgrammeRef, run: string) => ({
  pk: programmePartition(programmeRef),
  begins: `DRAFTED#${run}#`,
});
/** Lines of the draft that a run made, from one of them on. */
export const draftLinesKey = (programmeRef: ProgrammeRef, run: string, first: number): Key =>
  inProgramme(programmeRef, `DRAFTLINES#${run}#${String(first).padStart(6, '0')}`);
export const draftLinesOf = (programmeRef: ProgrammeRef, run: string) => ({
  pk: programmePartition(programmeRef),
  begins: `DRAFTLINES#${run}#`,
});
/** Every draft and comparison of the programme, and what each says. */
export const everyDraftOf = (programmeRef: ProgrammeRef) => ({ pk: programmePartition(programmeRef), begins: 'DRAFT' });

/** Under which scopes whoever asked for a run is answered again. */
export const answeredRunKey = (programmeRef: ProgrammeRef, run: string, scope: string): Key =>
  inProgramme(programmeRef, `ANSWERED#${run}#${scope}`);
export const answersOfRun = (programmeRef: ProgrammeRef, run: string) => ({
  pk: programmePartition(programmeRef),
  begins: `ANSWERED#${run}#`,
});

/** `scope` is a digest over organisation, subject, operation, path and the caller's key. */
export const idempotencyKey = (organisation: string, scope: string): Key => ({
  pk: `${organisationPartition(organisation)}#IDEMPOTENCY#${scope}`,
  sk: 'REQUEST',
});

// The index of what is due: few shards, each in order of date.

const dueShards = 4;
const shardOf = (programmeRef: ProgrammeRef): number =>
  [...`${programmeRef.organisation}/${programmeRef.programme}`].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973,
    7,
  ) % dueShards;
export const dueKey = (programmeRef: ProgrammeRef): Key => ({ pk: programmePartition(programmeRef), sk: 'DUE' });
export const duePartition = (programmeRef: ProgrammeRef): string => `DUE#${shardOf(programmeRef)}`;
export const duePartitions: readonly string[] = Array.from({ length: dueShards }, (_, shard) => `DUE#${shard}`);

// Published reports, under a prefix that the board's grant is held to. Summaries sort by month, then revision.

export const publishedPartition = (programmeRef: ProgrammeRef): string =>
  `${publishedPrefix}${programmeRef.organisation}#${programmeRef.programme}`;
const revisionKey = (revision: number): string => String(revision).padStart(4, '0');
export const summariesOf = (programmeRef: ProgrammeRef) => ({ pk: publishedPartition(programmeRef), begins: 'MONTH#' });
export const summariesOfMonth = (programmeRef: ProgrammeRef, month: ReportMonth) => ({
  pk: publishedPartition(programmeRef),
  begins: `MONTH#${month}#`,
});
/** Of the months before one. */
export const summariesBefore = (programmeRef: ProgrammeRef, month: ReportMonth) => ({
  pk: publishedPartition(programmeRef),
  from: 'MONTH#',
  to: `MONTH#${month}`,
});
export const summaryKey = (programmeRef: ProgrammeRef, month: ReportMonth, revision: number): Key => ({
  pk: publishedPartition(programmeRef),
  sk: `MONTH#${month}#${revisionKey(revision)}`,
});
/** Of the chunk that begins with the line `first`, counted from 0. */
export const linesKey = (programmeRef: ProgrammeRef, month: ReportMonth, revision: number, first: number): Key => ({
  pk: publishedPartition(programmeRef),
  sk: `LINES#${month}#${revisionKey(revision)}#${String(first).padStart(6, '0')}`,
});
/** What a summary has no room for: the whole content, in pieces where it is larger than an item may be. */
export const wholeKey = (programmeRef: ProgrammeRef, month: ReportMonth, revision: number, piece: number): Key => ({
  pk: publishedPartition(programmeRef),
  sk: `WHOLE#${month}#${revisionKey(revision)}#${String(piece).padStart(6, '0')}`,
});
export const wholeOf = (programmeRef: ProgrammeRef, month: ReportMonth, revision: number) => ({
  pk: publishedPartition(programmeRef),
  begins: `WHOLE#${month}#${revisionKey(revision)}#`,
});
/** Every line that was ever written of a report, those of tries that came to nothing among them. */
export const everyLineOf = (programmeRef: ProgrammeRef) => ({ pk: publishedPartition(programmeRef), begins: 'LINES#' });
export const everyWholeOf = (programmeRef: ProgrammeRef) => ({
  pk: publishedPartition(programmeRef),
  begins: 'WHOLE#',
});
interface Revision {
  readonly month: ReportMonth;
  readonly revision: number;
}
/** Of a report out of which words were taken: the salts that are left of its lines from one on, or of its content after the last. */
export const saltsOf = (programmeRef: ProgrammeRef, { month, revision }: Revision, first: number) => ({
  pk: publishedPartition(programmeRef),
  begins: `SALTS#${month}#${revisionKey(revision)}#${String(first).padStart(6, '0')}#`,
});
export const saltsKey = (programmeRef: ProgrammeRef, of: Revision, first: number, piece: number): Key => {
  const { pk, begins } = saltsOf(programmeRef, of, first);
  return { pk, sk: `${begins}${String(piece).padStart(6, '0')}` };
};
/** Whether the board may read what is exempt. */
export const boardSettingKey = (programmeRef: ProgrammeRef): Key => ({
  pk: publishedPartition(programmeRef),
  sk: 'BOARD',
});
/** The heads of a try; those of the first have no number, and each try's follow those of the one before. */
export const headsKey = (
  programmeRef: ProgrammeRef,
  { month, revision, attempt }: { readonly month: ReportMonth; readonly revision: number; readonly attempt: number },
  chunk: number,
): Key => ({
  pk: publishedPartition(programmeRef),
  sk: `HEADS#${month}#${revisionKey(revision)}${attempt === 1 ? '' : `@${String(attempt).padStart(4, '0')}`}#${String(chunk).padStart(6, '0')}`,
});
/** Of every try; `#` and `@` end the revision. */
export const headsOf = (programmeRef: ProgrammeRef, month: ReportMonth, revision: number) => ({
  pk: publishedPartition(programmeRef),
  from: `HEADS#${month}#${revisionKey(revision)}#`,
  to: `HEADS#${month}#${revisionKey(revision)}@~`,
});
/** The try that a chunk of heads is of, by its sort key. */
export const attemptOfHeads = (sk: string): number => Number(/@(\d+)#/.exec(sk)?.[1] ?? '1');

/** The months that were given up, where boards find them. */
export const notReportedKey = (programmeRef: ProgrammeRef, month: ReportMonth): Key => ({
  pk: publishedPartition(programmeRef),
  sk: `NOT-REPORTED#${month}`,
});
export const notReportedOf = (programmeRef: ProgrammeRef) => ({
  pk: publishedPartition(programmeRef),
  begins: 'NOT-REPORTED#',
});
