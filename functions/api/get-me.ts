import { done } from '#domain/decided.ts';
import type { Duty } from '#domain/messages/addressed.ts';
import { waitsOfReview } from '#domain/messages/waits-of-review.ts';
import { namedAs } from '#domain/people/pass-on.ts';
import { seenPerson } from '#domain/people/person.ts';
import { returnsOwed } from '#domain/people/returns-owed.ts';
import type { ReportMonth } from '#language/time.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import { unlessChosen } from '#schemas/notices.ts';
import { getMeOperation } from '#schemas/operations/people.ts';
import type { MyReview } from '#schemas/person.ts';
import type { Programme } from '#schemas/programme.ts';
import { ReviewFacts } from '#schemas/review.ts';
import { readNames } from '#store/records/people.ts';
import { personPut, readPerson, savePerson } from '#store/records/people-register.ts';
import { readRecord, readRegister } from '#store/records/records.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { Call, WritesTable } from '../http/call.ts';
import { query } from '../http/use-case.ts';
import { type ActingFor, actingFor } from '../queries/acting-for.ts';
import { readPositionsOfNotices } from '../queries/positions-of-notices.ts';
import { type ReviewNaming, reviewsNaming } from '../queries/reviews-naming.ts';
import { settingsOfMonths } from '../queries/settings-of-months.ts';
import { markedRecord } from '../views/entry-view.ts';

type Asked = { readonly organisation: string; readonly now: string };

/** What a review owes by way of returns, of months at whose end it was counted. */
const returnsOf = async (
  deps: WritesTable,
  { organisation, now }: Asked,
  { programmeId, programme, reviewId }: ReviewNaming,
  settingsOf: (month: ReportMonth) => Programme,
): Promise<MyReview['returnsOwed']> => {
  const at = { organisation, programme: programmeId, review: reviewId };
  const stored = await readRecord(deps.table, at, 'review', reviewId);
  if (stored === undefined) return [];
  const { lifecycles } = ReviewFacts.parse(stored.state.facts);
  const given = { programme, settingsOf, lifecycles, now };
  if (returnsOwed({ ...given, returns: new Map() }).length === 0) return [];
  const facts = (await readRegister(deps.table, at, 'return'))
    .filter(({ state }) => state.struckOut === null)
    .map((one) => ({ id: one.id, ...MonthlyReturnFacts.parse(markedRecord(one).state.facts) }));
  const senders = facts.flatMap(({ sentBack }) => sentBack?.by ?? []);
  const names = await readNames(deps.table, organisation, senders);
  const returns = facts.map(({ id, confirmed, sentBack }) => {
    const shown = sentBack && {
      at: sentBack.at,
      by: sentBack.by,
      byName: names.get(sentBack.by) ?? sentBack.by,
      comment: sentBack.comment,
    };
    return [id, { confirmed: confirmed !== null, sentBack: shown }] as const;
  });
  return [...returnsOwed({ ...given, returns: new Map(returns) })];
};

/** A review that names somebody, or somebody for whom they act, and as what. */
interface Named extends ReviewNaming {
  readonly duty: MyReview['as'];
  readonly duties: readonly Duty[];
}

const readNamed = async (
  deps: WritesTable,
  { organisation }: Asked,
  { ids, idsOfThose }: ActingFor,
): Promise<ReadonlyMap<string, readonly Named[]>> => {
  const named = new Map<string, Named[]>();
  for await (const one of reviewsNaming(deps, organisation, [...ids, ...idsOfThose])) {
    const own = namedAs(one.listed, ids);
    const duty = own.includes('sro') ? 'sro' : one.as.includes('sro') ? 'deputy' : 'lead';
    // Who deputises for an SRO does not lead for them.
    if (duty === 'lead' && own.length === 0) continue;
    const duties: readonly Duty[] = [
      ...(duty === 'lead' ? [] : (['sro'] as const)),
      ...(own.includes('lead') ? (['lead'] as const) : []),
    ];
    named.set(one.programmeId, [...(named.get(one.programmeId) ?? []), { ...one, duty, duties }]);
  }
  return named;
};

/** The reviews of a programme that name somebody, with what these ask of them. */
const reviewsOfProgramme = async (
  deps: WritesTable,
  asked: Asked,
  reviews: readonly Named[],
): Promise<readonly MyReview[]> => {
  const [first] = reviews;
  if (first === undefined) return [];
  const { programmeId, programme, settingsSince: since } = first;
  const programmeRef = { organisation: asked.organisation, programme: programmeId };
  const [settingsOf, positions] = await Promise.all([
    settingsOfMonths(deps, programmeRef, { programme, since, now: asked.now }),
    readPositionsOfNotices(
      deps,
      programmeRef,
      reviews.map(({ reviewId }) => reviewId),
    ),
  ]);
  const by = { programme, settingsOf, now: asked.now };
  return Promise.all(
    reviews.map(async (one) => {
      const { reviewId, duty: as, duties } = one;
      const { title, stage, lifecycle } = one.listed;
      const position = positions.get(reviewId);
      return {
        ...{ programmeId, reviewId, title, stage, lifecycle, as },
        returnsOwed: await returnsOf(deps, asked, one, settingsOf),
        waits: position === undefined ? [] : [...waitsOfReview({ programmeId, reviewId, position }, by, duties)],
      };
    }),
  );
};

/** The reviews of every programme that somebody answers for or leads, with what these ask of them. */
const reviewsOf = async (deps: WritesTable, asked: Asked, acting: ActingFor): Promise<readonly MyReview[]> =>
  (
    await Promise.all(
      [...(await readNamed(deps, asked, acting)).values()].map((reviews) => reviewsOfProgramme(deps, asked, reviews)),
    )
  ).flat();

/** Notes the day, the roles and the name of a person's token; what somebody else changes meanwhile is not overwritten, and the next sign-in notes it. */
const noteSeen = async ({ actor, now }: Pick<Call, 'actor' | 'now'>, deps: WritesTable): Promise<void> => {
  if (actor.machine !== undefined) return;
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
  const self = await readPerson(deps.table, actor.organisation, acting.ids[0] ?? actor.subject);
  const last = self?.person.names.at(-1);
  return done(
    jsonAnswer({
      subject: actor.subject,
      name: last?.name ?? null,
      post: last?.post ?? null,
      roles: actor.roles,
      actsFor: acting.deputyFor,
      messages: self?.person.messages ?? unlessChosen,
      reviews: await reviewsOf(deps, { organisation: actor.organisation, now: call.now }, acting),
    }),
  );
});
