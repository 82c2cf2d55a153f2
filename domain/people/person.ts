import { dateInWords } from '#language/in-words.ts';
import { dayOf, type Instant, type LocalDate } from '#language/time.ts';
import type { Actor } from '#schemas/people.ts';
import type { PersonRecord, PersonState } from '#schemas/person.ts';
import type { Fault } from '#schemas/problems.ts';
import { type Decided, done, refused } from '../decided.ts';

/** What stands in the place of the name of a person who was erased. */
const erasedName = 'Name erased';

interface Recorded {
  /** From when it holds. */
  readonly from: Instant;
  readonly by: string;
}

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

const faultsOf = (id: string, { deputies = [] }: PersonRecord): readonly Fault[] =>
  deputies.flatMap((deputy, n): readonly Fault[] => {
    const at = (pointer: string, message: string): Fault => ({ in: 'body', pointer, message });
    return [
      ...(deputy.person === id ? [at(`/deputies/${n}/person`, 'must be somebody else')] : []),
      ...(deputy.until < deputy.from ? [at(`/deputies/${n}/until`, 'must not be before "from"')] : []),
    ];
  });

/** Adds a person or changes what the register says of them. Refused: `content.breaks-rule`, `effective.out-of-order`. */
export const putPerson = (c: {
  readonly id: string;
  readonly before: PersonState | undefined;
  readonly record: PersonRecord;
  readonly recorded: Recorded;
  /** Whom the subject of the token belongs to already, where that is somebody else. */
  readonly tokenBelongsTo: string | undefined;
}): Decided<PersonState> => {
  const { before, record, recorded } = c;
  const faults = [
    ...faultsOf(c.id, record),
    ...(c.tokenBelongsTo === undefined
      ? []
      : [{ in: 'body', pointer: '/subject', message: `belongs to ${c.tokenBelongsTo} already` } as const]),
  ];
  if (faults.length > 0)
    return refused({
      code: 'content.breaks-rule',
      detail: faults.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; '),
      faults,
    });
  const last = before?.names.at(-1);
  if (last !== undefined && recorded.from < last.from)
    return refused({
      code: 'effective.out-of-order',
      detail: `The name was last changed with effect from ${dateInWords(dayOf(last.from))} (${last.from}).`,
      facts: { lastEffectiveAt: last.from },
    });
  const { email, subject, deputies } = record;
  return done({
    names: withName(before?.names ?? [], record, recorded),
    enteredByOffice: true,
    ...(email === undefined ? {} : { email }),
    ...(subject === undefined || subject === c.id ? {} : { tokenSubject: subject }),
    ...(deputies === undefined || deputies.length === 0 ? {} : { deputies }),
    ...(before?.roles === undefined ? {} : { roles: before.roles }),
    ...(before?.lastSeen === undefined ? {} : { lastSeen: before.lastSeen }),
    ...(before?.tokenName === undefined ? {} : { tokenName: before.tokenName }),
  });
};

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
  const own = { from: at, by: actor.subject };
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

/** Until when somebody, by any of their ids, is a person's deputy on a day; undefined where they are not. */
export const deputyUntil = ({ deputies }: PersonState, ids: readonly string[], on: LocalDate): LocalDate | undefined =>
  deputies?.find(({ person, from, until }) => ids.includes(person) && from <= on && on <= until)?.until;
