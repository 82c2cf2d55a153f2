import type { Decided } from '#domain/decided.ts';
import type { Shown } from '#schemas/exemption.ts';
import type { Operation } from '#schemas/operations.ts';
import type { Actor } from '#schemas/people.ts';
import type { QueueMessage } from '#schemas/scheduled-events.ts';
import type { RequestIdentity } from '#store/records/idempotency.ts';
import type { Table } from '#store/table/client.ts';

/** What the sender knows of the thing: that there is none, its version, or nothing. */
export type Expected =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'none-there' }
  | { readonly kind: 'version'; readonly version: number };

/** A request that was read and fits its operation's schemas. */
export interface Call {
  readonly operation: Operation;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Fits the operation's body schema; a use case parses it once more to have its type. */
  readonly body: unknown;
  readonly expected: Expected;
  /** The instant of the call: the only clock a use case sees. */
  readonly now: string;
  /** Given by the sender; else the change is true from the moment it is told. */
  readonly effectiveAt: string | undefined;
  readonly identity: RequestIdentity | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** How withheld text is shown, where the use case knows better than the way out. */
  readonly shown?: Shown;
  /** Set where the body is text of its own type and not JSON through the operation's schema. */
  readonly mediaType?: string;
  /**
   * The body of that type is given as base64, which the way out does not look into: whoever gives it has put in place what
   * is withheld.
   */
  readonly isBase64Encoded?: true;
}

export type UseCase<D> = (call: Call, deps: D) => Promise<Decided<Answer>>;

export interface RollUpQueue {
  send(messages: readonly QueueMessage[]): Promise<void>;
}

export interface ReadsTable {
  readonly table: Table;
}
export interface WritesTable extends ReadsTable {}
export interface SendsRollUps extends ReadsTable {
  readonly queue: RollUpQueue;
}

export const etagOf = (version: number): string => `"${version}"`;
