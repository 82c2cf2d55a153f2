import { dateInWords } from '#language/in-words.ts';
import { dayOf, type Instant, type LocalDate } from '#language/time.ts';
import type { MessageChoice } from '#schemas/notices.ts';
import type { Actor } from '#schemas/people.ts';
import type { PersonRecord, PersonState } from '#schemas/person.ts';
import type { Fault, Refusal } from '#schemas/problems.ts';
import { type Decided, done, refused } from '../decided.ts';

export const noSuchPerson = (id: string): Refusal => ({
  code: 'person.unknown',
  detail: `Your organisation's register of people has nobody with the id ${id}.`,
});

/** What stands in the place of the name of a person who was erased. */
const erasedName = 'Name erased';

/** What the register says at an id; at the subject of a token, whom it belongs to as well. */
type Known = PersonState & { readonly sameAs?: string | undefined };

interface Recorded {
  /** From when it holds. */
  readonly from: Instant;
  readonly by: string;
}

/** From when a name holds that is recorded now: clocks of two functions differ by milliseconds, and it follows the last one. */
const fromNow = (before: PersonState | undefined, now: Instant): Instant => {
  const last = before?.names.at(-1)?.from;
  return last !== undefined && last > now ? last : now;
};

/** The names with one more, where it says something new. */
const withName = (
  before: PersonState['names'],
  { name, post }: Pick<PersonRecord, 'name' | 'post'>,
  recorded: Recorded,
): PersonState['names'] => {
  const last = before.at(-1);
  return last?.name === name && last.post === post
    ? before
    : [...before, { ...recorded, name, ...(post === undefined ? {} : { post }) }];
};

const at = (pointer: string, message: string): Fault => ({ in: 'body', pointer, message });

/** The subject of a token belongs to one person, and is not a person with another. */
const faultsOfToken = (id: string, before: Known | undefined, token: Known | undefined): readonly Fault[] => {
  if (before?.sameAs !== undefined) return [at('/subject', `must be left out: ${id} belongs to ${before.sameAs}`)];
  if (token?.sameAs !== undefined && token.sameAs !== id) return [at('/subject', `belongs to ${token.sameAs} already`)];
  return token?.tokenSubject === undefined
    ? []
    : [at('/subject', `is a person, to whom the token ${token.tokenSubject} belongs`)];
};

const faultsOf = (id: string, { deputies = [] }: PersonRecord): readonly Fault[] =>
  deputies.flatMap((deputy, n) => [
    ...(deputy.person === id ? [at(`/deputies/${n}/person`, 'must be somebody else')] : []),
    ...(deputy.until < deputy.from ? [at(`/deputies/${n}/until`, 'must not be before "from"')] : []),
  ]);

/** Adds a person or changes what the register says of them. Refused: `content.breaks-rule`, `effective.out-of-order`. */
export const putPerson = (c: {
  readonly id: string;
  readonly before: Known | undefined;
  readonly record: PersonRecord;
  readonly by: string;
  readonly now: Instant;
  /** From when the name holds, where the sender says it. */
  readonly effectiveAt: Instant | undefined;
  /** What the register says at the subject of the token, where that is not the id. */
  readonly token: Known | undefined;
}): Decided<Known> => {
  const { before, record } = c;
  const { email, subject, deputies } = record;
  const hasToken = subject !== undefined && subject !== c.id;
  const faults = [...faultsOf(c.id, record), ...(hasToken ? faultsOfToken(c.id, before, c.token) : [])];
  if (faults.length > 0)
    return refused({
      code: 'content.breaks-rule',
      detail: faults.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; '),
      faults,
    });
  const last = before?.names.at(-1);
  const from = c.effectiveAt ?? fromNow(before, c.now);
  if (last !== undefined && from < last.from)
    return refused({
      code: 'effective.out-of-order',
      detail: `The name was last changed with effect from ${dateInWords(dayOf(last.from))} (${last.from}).`,
      facts: { lastEffectiveAt: last.from },
    });
  return done({
    names: withName(before?.names ?? [], record, { from, by: c.by }),
    enteredByOffice: true,
    ...(email === undefined ? {} : { email }),
    ...(hasToken ? { tokenSubject: subject } : {}),
    ...(before?.sameAs === undefined ? {} : { sameAs: before.sameAs }),
    ...(deputies === undefined || deputies.length === 0 ? {} : { deputies }),
    ...(before?.roles === undefined ? {} : { roles: before.roles }),
    ...(before?.lastSeen === undefined ? {} : { lastSeen: before.lastSeen }),
    ...(before?.tokenName === undefined ? {} : { tokenName: before.tokenName }),
    ...(before?.messages === undefined ? {} : { messages: before.messages }),
  });
};

/** What the register says at the subject of a token once it belongs to a person: nothing of theirs is copied there. */
export const linkedTo = (id: string, token: string, before: Known | undefined, recorded: Recorded): Known => ({
  ...(before ?? { names: [{ ...recorded, name: token }] }),
  sameAs: id,
});

/** The same once it belongs to them no longer: whoever it is goes by what they were called themselves. */
export const unlinked = ({ sameAs: _, ...own }: Known): Known => own;

/** Takes out everything of a person but that they were erased. */
export const erasePerson = (
  ground: NonNullable<PersonState['erased']>['ground'],
  at: Instant,
  by: string,
): PersonState => ({
  names: [{ from: at, name: erasedName, by }],
  erased: { at, by, ground },
});

/**
 * What a person's own sign-in changes: the roles of their token, the day, and their name where the token calls them
 * otherwise than before. A name that the office gave stays when the token is first seen. `undefined`: nothing.
 */
export const seenPerson = (before: PersonState | undefined, actor: Actor, at: Instant): PersonState | undefined => {
  if (before?.erased !== undefined) return undefined;
  const own = { from: fromNow(before, at), by: actor.subject };
  const named = actor.name !== undefined && actor.name !== before?.tokenName ? actor.name : undefined;
  const last = before?.names.at(-1);
  // What a review's writer called them gives way to their own token; what the office has entered does not.
  const staysAsEntered = before?.enteredByOffice === true && before.tokenName === undefined;
  const names =
    before === undefined
      ? [{ ...own, name: named ?? actor.subject }]
      : named === undefined || staysAsEntered
        ? before.names
        : withName(before.names, { name: named, post: last?.post }, own);
  const state = {
    ...before,
    names,
    roles: actor.roles,
    lastSeen: dayOf(at),
    ...(actor.name === undefined ? {} : { tokenName: actor.name }),
  };
  return JSON.stringify(state) === JSON.stringify(before) ? undefined : state;
};

/**
 * How somebody gets messages, as they chose themselves. Refused, `person.unknown`: a machine, which gets none, and whoever was erased.
 */
export const chooseMessages = (
  before: Known | undefined,
  actor: Actor,
  { messages, at }: { readonly messages: MessageChoice; readonly at: Instant },
): Decided<Known> => {
  const person = seenPerson(before, actor, at) ?? before;
  return actor.machine !== undefined || person === undefined || person.erased !== undefined
    ? refused(noSuchPerson(actor.subject))
    : done({ ...person, messages });
};

/** Until when somebody, by any of their ids, is a person's deputy on a day; undefined where they are not. */
export const deputyUntil = ({ deputies }: PersonState, ids: readonly string[], on: LocalDate): LocalDate | undefined =>
  deputies?.find(({ person, from, until }) => ids.includes(person) && from <= on && on <= until)?.until;
