import type { CommandContext, Decided } from '#domain/decided.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Person } from '#schemas/people.ts';
import type { SectionName } from '#schemas/position.ts';
import type { Change } from '#store/records/applied-change.ts';
import type { LoadedChain, RecordRead, RecordRef } from '#store/records/load-for-change.ts';
import type { StoredRecord } from '#store/records/records.ts';
import type { ChainRef } from '#store/table/keys.ts';
import type { Intent } from '#store/table/transaction.ts';
import type { Call } from '../http/call.ts';

/** What a decision makes of a record. */
export interface Decision {
  readonly state: RecordState;
  /** Where the decision itself names the new record. */
  readonly recordRef?: RecordRef;
  /** What the event of it is called, where that is not what the act's are. */
  readonly type?: string;
  /** Other records of the chain that are made or changed in the same transaction, after the one that the act names. */
  readonly more?: readonly {
    readonly recordRef: RecordRef;
    readonly state: RecordState;
    readonly type?: string;
    readonly reason?: string | undefined;
  }[];
  readonly reason?: string | undefined;
  /** Everything is as it is recorded already: nothing is. */
  readonly unchanged?: true;
  readonly correction?: Change['correction'];
  /** People named in the record, whose names are kept apart from it. */
  readonly people?: readonly Person[];
  readonly checked?: readonly RecordRead[];
  /** Items written with the change. */
  readonly alongside?: readonly Intent<'item'>[];
}

/** How the people whom an answer names by subject are named in it when it is shown. */
export interface Naming<A> {
  readonly subjectsIn: (answered: A) => readonly string[];
  readonly named: (answered: A, names: ReadonlyMap<string, string>) => A;
  /** The answer with whom the request named otherwise than the register of people does. */
  readonly namedOtherwise: (answered: A, subjects: readonly string[]) => A;
}

/** A change of one record of one chain. */
export interface Act<A = unknown> {
  readonly chainRef: ChainRef;
  readonly recordRef: RecordRef;
  /** Those that it changes besides: it is true from no earlier than the one of all of them that was changed last. */
  readonly others?: readonly RecordRef[];
  readonly type: string;
  /** Of the file that it was read from. */
  readonly fileDigest?: string | undefined;
  /** It is judged and answered as if it were recorded, and nothing is. */
  readonly checkOnly?: boolean | undefined;
  readonly records?: readonly RecordRef[];
  readonly registers?: readonly RecordRef['kind'][];
  /** The record whose version the sender's If-Match speaks of; the changed one unless said. */
  readonly versionOf?: RecordRef;
  /** Whom the request names, by subject: read with the record itself. */
  readonly named?: readonly string[];
  /** The parts of the review's position that the decision looks at besides those that the change touches. */
  readonly sections?: readonly SectionName[];
  /** A closed programme takes no more, but for the act that opens it again. */
  readonly evenIfClosed?: true;
  /** One that was handed over takes no more, but for what is said of that. */
  readonly evenIfHandedOver?: true;
  /** A review that is struck out takes no more, but for the act that puts it back. */
  readonly evenIfStruckOut?: true;
  readonly decide: (loaded: LoadedChain, command: CommandContext) => Decided<Decision> | Promise<Decided<Decision>>;
  /** The body of the answer, with people by subject alone: so it is kept for whoever sends the same again. */
  readonly answer: (loaded: LoadedChain, storedRecord: StoredRecord, more: readonly StoredRecord[]) => A;
  readonly naming?: Naming<A>;
}

/** A request, whatever its path and query say. */
export type Sent = Omit<Call, 'params' | 'query' | 'body'> & { readonly params: unknown; readonly query: unknown };
