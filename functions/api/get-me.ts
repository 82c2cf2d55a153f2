import { done } from '#domain/decided.ts';
import { namedAs } from '#domain/people/pass-on.ts';
import { seenPerson } from '#domain/people/person.ts';
import { monthsOwed, returnsOwed } from '#domain/people/returns-owed.ts';
import { endOfMonth, type ReportMonth } from '#language/time.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import { getMeOperation } from '#schemas/operations/people.ts';
import type { MyReview } from '#schemas/person.ts';
import { type Programme, settingsFrom } from '#schemas/programme.ts';
import { ReviewFacts } from '#schemas/review.ts';
import { readNames } from '#store/records/people.ts';
import { personPut, readPerson, savePerson } from '#store/records/people-register.ts';
import { readLine, readRecord, readRegister } from '#store/records/records.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { Call, WritesTable } from '../http/call.ts';
import { query } from '../http/use-case.ts';
import { type ActingFor, actingFor } from '../queries/acting-for.ts';
import { type ReviewNaming, reviewsNaming } from '../queries/reviews-naming.ts';
import { markedRecord } from '../views/entry-view.ts';

type Asked = { readonly organisation: string; readonly now: string };

/**
 * The settings in force at the end of a month, as its report goes by them: today's where they are older; else earlier ones, or those that
 * the programme began with (docs/meaning.md PROGRAMME-6).
 */
const settingsOfMonths = async (
  deps: WritesTable,
  { organisation, now }: Asked,
  { programmeId, programme, settingsSince }: ReviewNaming,
): Promise<(month: ReportMonth) => Programme> => {
  const [earliest] = monthsOwed(now);
  if (earliest === undefined || settingsSince <= endOfMonth(earliest)) return () => programme;
  const at = { organisation, programme: programmeId, review: null };
  const recorded = (await readLine(deps.table, at, 'programme', programmeId)).map(({ effectiveAt, after }) => ({
    effectiveAt,
    settings: settingsFrom(after.record),
  }));
  return (month) => {
    const then = recorded.findLast(({ effectiveAt }) => effectiveAt <= endOfMonth(month)) ?? recorded[0];
    return then?.settings ?? programme;
  };
};

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

/** The reviews of every programme that somebody answers for or leads, with the returns that these owe. */
const reviewsOf = async (
  deps: WritesTable,
  asked: Asked,
  { ids, idsOfThose }: ActingFor,
): Promise<readonly MyReview[]> => {
  const found: Promise<MyReview>[] = [];
  const all = [...ids, ...idsOfThose];
  const settings = new Map<string, ReturnType<typeof settingsOfMonths>>();
  for await (const one of reviewsNaming(deps, asked.organisation, all)) {
    const { title, stage, lifecycle, sros, lead } = one.listed;
    const own = namedAs({ sros, lead }, ids);
    const as = own.includes('sro') ? 'sro' : one.as.includes('sro') ? 'deputy' : 'lead';
    // Who deputises for an SRO does not lead for them.
    if (as === 'lead' && own.length === 0) continue;
    const { programmeId, reviewId } = one;
    const settingsOf = settings.get(programmeId) ?? settingsOfMonths(deps, asked, one);
    settings.set(programmeId, settingsOf);
    found.push(
      settingsOf
        .then((of) => returnsOf(deps, asked, one, of))
        .then((owed) => ({
          ...{ programmeId, reviewId, title, stage, lifecycle, as },
          returnsOwed: owed,
        })),
    );
  }
  return Promise.all(found);
};

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
      reviews: await reviewsOf(deps, { organisation: actor.organisation, now: call.now }, acting),
    }),
  );
});
