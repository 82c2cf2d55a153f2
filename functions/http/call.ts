import type { Operation } from '#schemas/operations.ts';
import type { Actor } from '#schemas/people.ts';
import type { QueueMessage } from '#schemas/scheduled-events.ts';
import type { RequestIdentity } from '#store/records/idempotency.ts';
import type { Table } from '#store/table/client.ts';

/** What the sender knows: that there is no such record, a version of a record (`of`, as its entity tag names it), or nothing. */
export type Expected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'none-there' }
  | { readonly kind: 'version'; readonly of: string; readonly version: number };

type Texts = Readonly<Record<string, string>>;

/** A request that was read; a use case is given it with the types that its operation declares of path, query and body. */
export interface Call<P = Texts, Q = Texts, B = unknown> {
  readonly operation: Operation;
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly expected: Expected;
  /** The instant of the call: the only clock a use case sees. */
  readonly now: string;
  /** Given by the sender; else the change is true from the instant at which it is recorded. */
  readonly effectiveAt: string | undefined;
  readonly identity: RequestIdentity | undefined;
  readonly headers: Texts;
  /** The gateway's id of the request, under which its access log says who asked; an operator's command has none. */
  readonly requestId: string | undefined;
}

/** The chain that a path speaks of: of a programme, or of one of its reviews. */
export interface ChainParams {
  readonly programmeId: string;
  readonly reviewId?: string | undefined;
}

/** What the queries of reads have in common. */
export interface ReadQuery {
  readonly asAt?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly view?: string | undefined;
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
}

/** A call on a chain, whatever else it says. */
export type ChainCall = Call<ChainParams, unknown>;
/** A read of a chain. */
export type ReadCall = Call<ChainParams, ReadQuery>;

export interface RollUpQueue {
  /** Gives up at the deadline. */
  send(messages: readonly QueueMessage[], deadline: AbortSignal | undefined): Promise<void>;
  /** A message that was received comes again after so many seconds, unless it is deleted before. */
  comeBack(receiptHandle: string, seconds: number): Promise<void>;
}

export interface ReadsTable {
  readonly table: Table;
}
/** Writes reports as files. */
export interface WritesFiles {
  /** Loads what writes files, and what draws on paper, when the first is asked for. */
  readonly loadWriters: () => Promise<typeof import('../files/writers.ts')>;
  readonly loadPaper: () => Promise<typeof import('../files/paper.ts')>;
  /** The folder of the fonts that were built with the function. */
  readonly fonts: URL;
}
/** Hands out published reports, as files too. */
export interface ReadsReports extends ReadsTable, WritesFiles {}
/** Reads tables for tools. */
export interface ReadsFeeds extends ReadsTable {
  /** Loads what makes the facts of published reports, when the first are asked for. */
  readonly loadFacts: () => Promise<typeof import('../files/facts.ts')>;
}
export interface WritesTable extends ReadsTable {}
/** Which organisations the deployment has; undefined: any that its issuer names. */
export interface KnowsOrganisations {
  readonly organisations: readonly string[] | undefined;
}
export interface SendsRollUps extends ReadsTable {
  readonly queue: RollUpQueue;
}
/** What serves the API's description. */
export interface ServesDocument {
  /** The text of the document that was built with the function. */
  readonly openapi: () => string;
}
