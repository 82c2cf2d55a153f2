import { deputyUntil } from '#domain/people/person.ts';
import { dayOf } from '#language/time.ts';
import type { Call, ReadsTable } from '../http/call.ts';
import { idsIn, readRegistered } from './registered.ts';

/** Somebody by every id that records name them by, their own first, and for whom they are the deputy today. */
export interface ActingFor {
  readonly ids: readonly string[];
  readonly deputyFor: readonly { readonly person: string; readonly name: string; readonly until: string }[];
  /** Every id that records name those by. */
  readonly idsOfThose: readonly string[];
}

/** Whom the sender of a request acts for, by the whole register of people. */
export const actingFor = async (deps: ReadsTable, { actor, now }: Pick<Call, 'actor' | 'now'>): Promise<ActingFor> => {
  const everybody = await readRegistered(deps, actor.organisation);
  const ids = idsIn(actor.subject, everybody);
  const deputyFor = everybody.flatMap(({ id, person }) => {
    const until = deputyUntil(person, ids, dayOf(now));
    return until === undefined ? [] : [{ person: id, name: person.names.at(-1)?.name ?? id, until }];
  });
  return { ids, deputyFor, idsOfThose: deputyFor.flatMap(({ person }) => idsIn(person, everybody)) };
};
