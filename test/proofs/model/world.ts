/*
 * The model's world: every review and every entry of one register with its whole line, and what is published. Nothing of
 * it is ever changed in place, and it knows nothing of chains of digests, positions, transactions, retries or pages.
 */

export const lifecycles = ['active', 'paused', 'potential', 'stopped', 'completed', 'transferred'] as const;

/** What is told apart of a record: of a review its lifecycle, of an entry its severity. */
export interface Content {
  readonly title: string;
  readonly kind: string;
}
export interface State {
  readonly content: Content;
  readonly struckOut: boolean;
  /** Set where a completion named what is left, which a PUT of the rest of the record leaves out. */
  readonly leaves?: true;
}

/** The address of a record: a review, or an entry of the register of a review. */
export interface Ref {
  readonly review: string;
  /** null: the review itself. */
  readonly entry: string | null;
}

export interface Event {
  /** In the chain of its review, from 1. */
  readonly sequence: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly after: State;
  /** Set where it reopened a review that had ended. */
  readonly reopens?: true;
}
export interface StoredRecord {
  readonly version: number;
  /** In order of (effectiveAt, sequence): the last of them holds. */
  readonly line: readonly [Event, ...Event[]];
}

export interface Published {
  readonly month: string;
  readonly revision: number;
  /** The reviews in the total of that report. */
  readonly counted: readonly string[];
}
export interface World {
  readonly records: ReadonlyMap<string, StoredRecord>;
  /** How many events each chain has. */
  readonly heads: ReadonlyMap<string, number>;
  /** In order of month and revision. */
  readonly published: readonly Published[];
}

/** The day from which the programme is. */
export const programmeBegins = '2024-11-01';

export const emptyWorld: World = { records: new Map(), heads: new Map(), published: [] };

export const nameOf = ({ review, entry }: Ref): string => (entry === null ? review : `${review}/${entry}`);
export const recordAt = (world: World, ref: Ref): StoredRecord | undefined => world.records.get(nameOf(ref));
export const reviewIds = (world: World): readonly string[] =>
  [...world.records.keys()].filter((name) => !name.includes('/')).sort();
export const lastOf = ({ line }: StoredRecord): Event => line.at(-1) ?? line[0];

/** What was true at an instant, by what was recorded until another; undefined: nothing was. */
export const eventAt = (
  { line }: StoredRecord,
  asAt: string,
  knownAt = '9999-12-31T23:59:59.999Z',
): Event | undefined => line.filter((event) => event.effectiveAt <= asAt && event.recordedAt <= knownAt).at(-1);

/** The world with one event more. */
export const withEvent = (world: World, ref: Ref, event: Omit<Event, 'sequence'>): World => {
  const before = recordAt(world, ref);
  const sequence = (world.heads.get(ref.review) ?? 0) + 1;
  const [first, ...more] = [...(before?.line ?? []), { ...event, sequence }].sort((a, b) =>
    a.effectiveAt === b.effectiveAt ? a.sequence - b.sequence : a.effectiveAt < b.effectiveAt ? -1 : 1,
  );
  const record: StoredRecord = {
    version: (before?.version ?? 0) + 1,
    line: [first ?? { ...event, sequence }, ...more],
  };
  return {
    ...world,
    records: new Map(world.records).set(nameOf(ref), record),
    heads: new Map(world.heads).set(ref.review, sequence),
  };
};
