import { done } from '#domain/decided.ts';
import { seenPerson } from '#domain/people/person.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { getMeOperation } from '#schemas/operations/people.ts';
import { readListed } from '#store/positions/position-pages.ts';
import { personPut, readPerson, savePerson } from '#store/records/people-register.ts';
import { readProgrammesPage } from '#store/records/programmes.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { Call, WritesTable } from '../http/call.ts';
import { query } from '../http/use-case.ts';
import { type ActingFor, actingFor } from '../queries/acting-for.ts';

/** The reviews of every programme that somebody answers for. */
const reviewsOf = async (deps: WritesTable, organisation: string, { ids, deputyFor }: ActingFor) => {
  const found = [];
  let afterId: string | undefined;
  do {
    const { programmes, nextId } = await readProgrammesPage(deps.table, organisation, { limit: 100, afterId });
    for (const { id: programmeId } of programmes)
      for await (const reviews of readListed(deps.table, { organisation, programme: programmeId }, {}))
        for (const { review: reviewId, read } of reviews) {
          const { listed } = read();
          if (isStruckOut(listed)) continue;
          const { title, stage, lifecycle, sros } = listed;
          const isSro = sros.some((sro) => ids.includes(sro));
          if (isSro || sros.some((sro) => deputyFor.some(({ person }) => person === sro)))
            found.push({ programmeId, reviewId, title, stage, lifecycle, as: isSro ? 'sro' : 'deputy' });
        }
    afterId = nextId;
  } while (afterId !== undefined);
  return found;
};

/** Notes the day, the roles and the name of the token; what somebody else changes meanwhile is not overwritten, and the next sign-in notes it. */
const noteSeen = async ({ actor, now }: Pick<Call, 'actor' | 'now'>, deps: WritesTable): Promise<void> => {
  const { organisation } = actor;
  const signedIn = await readPerson(deps.table, organisation, actor.subject);
  const linked = signedIn?.person.sameAs;
  const before = linked === undefined ? signedIn : await readPerson(deps.table, organisation, linked);
  const person = seenPerson(before?.person, actor, now);
  if (person === undefined) return;
  const id = before?.id ?? actor.subject;
  const renamed = before === undefined || before.person.names.length !== person.names.length;
  const version = (before?.version ?? 0) + (renamed ? 1 : 0);
  await savePerson(deps.table, [personPut(deps.table, organisation, { id, version, person }, before?.version)]);
};

export const getMe = query(getMeOperation, async (call, deps: WritesTable) => {
  const { actor } = call;
  await noteSeen(call, deps);
  const acting = await actingFor(deps, call);
  const self = await readPerson(deps.table, actor.organisation, acting.ids.at(-1) ?? actor.subject);
  const last = self?.person.names.at(-1);
  return done(
    jsonAnswer({
      subject: actor.subject,
      name: last?.name ?? null,
      post: last?.post ?? null,
      roles: actor.roles,
      actsFor: acting.deputyFor,
      reviews: await reviewsOf(deps, actor.organisation, acting),
    }),
  );
});
