import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { mostRequestBytes } from '#schemas/limits.ts';
import { Role } from '#schemas/people.ts';
import { expireSession, readSession, writeSession } from '#store/sessions/session-items.ts';
import type { Table } from '#store/table/client.ts';
import type { KeyRing } from './key-ring.ts';
import { seal, unseal } from './sealing.ts';

/** What was filled in when the sign-in ended, page by page, the latest last: given back to the same person after they have signed in again. */
const Waiting = z.object({ path: z.string(), values: z.record(z.string(), z.string()) });
type Waiting = z.infer<typeof Waiting>;

export const Tokens = z.object({
  access: z.string(),
  refresh: z.string().optional(),
  expiresAtEpochSeconds: z.number(),
});
export type Tokens = z.infer<typeof Tokens>;

const Session = z.object({
  /** Undefined once they were refused and could not be renewed: the session then only waits for its owner to sign in again. */
  tokens: Tokens.optional(),
  viewer: z.object({ subject: z.string(), name: z.string(), roles: z.array(Role) }),
  formSecret: z.string(),
  /** Under what the pages of forms are kept: the same person's next session finds them by it. Absent from sessions that an earlier release began. */
  formsUnder: z.string().optional(),
  /** From when what is recorded in a programme is true, as it was chosen: by the id of the programme. */
  recording: z.record(z.string(), z.string()).optional(),
  /** What the latest forms added, by their keys. */
  added: z.record(z.string(), z.string()).optional(),
  waiting: z.array(Waiting).optional(),
  startedAtEpochSeconds: z.number(),
});
export type Session = z.infer<typeof Session>;

/** A session with the id that its cookie holds. */
export interface OpenSession {
  readonly id: string;
  readonly session: Session;
}

/** A session as it was read last, with the text that it was sealed in. */
interface Seen {
  readonly sealed: string;
  readonly open: OpenSession;
}

const most = 200;
const milliseconds = 300_000;

/**
 * The sessions that a function opened lately, by the digests of their ids. Each is read again at every request, and nothing is shown before it is known to be
 * still the same: what is here only lets a page be begun meanwhile.
 */
export class SessionsSeen {
  readonly #seen = new LRUCache<string, Seen>({ max: most, ttl: milliseconds });

  of(digest: string): Seen | undefined {
    return this.#seen.get(digest);
  }

  note(digest: string, seen: Seen): void {
    this.#seen.set(digest, seen);
  }

  forget(digest: string): void {
    this.#seen.delete(digest);
  }
}

export interface SessionStore {
  readonly table: Table;
  readonly ring: KeyRing;
  readonly nowEpochSeconds: () => number;
  readonly seen: SessionsSeen;
}

const sizeOf = (all: readonly Waiting[]): number => Buffer.byteLength(JSON.stringify(all));

/** What waits in a session, and this besides: as much as there is room for, the latest first; undefined where there is none for it. */
export const waitingWith = (session: Session, one: Waiting): Session | undefined => {
  const others = (session.waiting ?? []).filter(({ path }) => path !== one.path);
  // What the API would not take, and a session has no room for, does not wait.
  if (sizeOf([one]) > mostRequestBytes) return undefined;
  let all = [...others, one];
  while (sizeOf(all) > mostRequestBytes) all = all.slice(1);
  return { ...session, waiting: all };
};

/** Of as many forms as people go back to. */
const mostAdded = 50;

/** What a form added, for who goes back to it; of many forms the latest. */
export const addedWith = (session: Session, { key, id }: { readonly key: string; readonly id: string }): Session => ({
  ...session,
  added: Object.fromEntries([
    ...Object.entries(session.added ?? {})
      .filter(([other]) => other !== key)
      .slice(1 - mostAdded),
    [key, id],
  ]),
});

/** A session lasts a working day; what waits in it another. */
export const sessionSeconds = 12 * 3_600;
const keptSeconds = 24 * 3_600;

/** When nothing is kept any more of what somebody filled in. */
export const keptUntil = ({ startedAtEpochSeconds }: Session): number =>
  startedAtEpochSeconds + sessionSeconds + keptSeconds;

export const newSessionId = (): string => randomBytes(32).toString('base64url');

/** The table never holds what a cookie holds: whoever reads the one cannot make the other. */
const digestOf = (id: string): string => createHash('sha256').update(id).digest('hex');

const isId = (id: string | undefined): id is string => id !== undefined && /^[A-Za-z0-9_-]{43}$/.test(id);

/** A session as this function read it last: to begin with, until it is read again. */
export const seenSession = ({ seen }: SessionStore, id: string | undefined): OpenSession | undefined =>
  isId(id) ? seen.of(digestOf(id))?.open : undefined;

/** A session as it is stored now; the very one that was seen last, where it has not changed since. */
export const openSession = async (store: SessionStore, id: string | undefined): Promise<OpenSession | undefined> => {
  if (!isId(id)) return undefined;
  const digest = digestOf(id);
  const item = await readSession(store.table, digest, store.nowEpochSeconds());
  const seen = store.seen.of(digest);
  if (seen !== undefined && seen.sealed === item?.sealed) return seen.open;
  store.seen.forget(digest);
  if (item === undefined) return undefined;
  const opened = z
    .object({ of: z.literal(digest), session: Session })
    .safeParse(await unseal(store.ring, 'session', item.sealed));
  if (!opened.success) return undefined;
  const open = { id, session: opened.data.session };
  store.seen.note(digest, { sealed: item.sealed, open });
  return open;
};

export const saveSession = async (store: SessionStore, { id, session }: OpenSession): Promise<void> => {
  const digest = digestOf(id);
  // Of which item it is stands inside as well: one cannot be put in the place of another.
  const sealed = await seal(store.ring, 'session', { of: digest, session });
  await writeSession(store.table, {
    id: digest,
    sealed,
    expiresAtEpochSeconds: keptUntil(session),
  });
};

export const endSession = (store: SessionStore, id: string): Promise<void> => {
  store.seen.forget(digestOf(id));
  return expireSession(store.table, digestOf(id));
};
