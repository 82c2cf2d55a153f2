import { deputyUntil } from '#domain/people/person.ts';
import { dayOf } from '#language/time.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { readRegistered } from './ids-of-person.ts';

/** Somebody by every id that records name them by, and for whom they are the deputy today. */
export interface ActingFor {
  readonly ids: readonly string[];
  readonly deputyFor: readonly { readonly person: string; readonly name: string; readonly until: string }[];
}

/** Whom the sender of a request acts for, by the whole register of people. */
export const actingFor = async (deps: ReadsTable, { actor, now }: Pick<Call, 'actor' | 'now'>): Promise<ActingFor> => {
  const everybody = await readRegistered(deps, actor.organisation);
  const self = everybody.find(({ id }) => id === actor.subject)?.person.sameAs;
  const ids = [actor.subject, ...(self === undefined ? [] : [self])];
  return {
    ids,
    deputyFor: everybody.flatMap(({ id, person }) => {
      const until = deputyUntil(person, ids, dayOf(now));
      return until === undefined ? [] : [{ person: id, name: person.names.at(-1)?.name ?? id, until }];
    }),
  };
};
