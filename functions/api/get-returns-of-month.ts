import { done, refused } from '#domain/decided.ts';
import { asksReturnsOf } from '#domain/returns-of-month.ts';
import { monthInWords } from '#language/in-words.ts';
import { dayOf, endOfMonth, type LocalDate, monthOf, type ReportMonth } from '#language/time.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import { getReturnsOfMonthOperation } from '#schemas/operations/across.ts';
import type { Refusal } from '#schemas/problems.ts';
import { returnsDueOn } from '#schemas/reporting.ts';
import { ReturnState } from '#schemas/returns-of-month.ts';
import { readEntries } from '#store/positions/across-reviews.ts';
import { readNames } from '#store/records/people.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import { settingsToAsk } from '../commands/handed-over.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { query } from '../http/use-case.ts';
import { actingFor } from '../queries/acting-for.ts';
import { asOfAct } from '../queries/as-of.ts';
import { readChain } from '../queries/read-chain.ts';
import { type OwedReturn, returnsOfMonth } from '../queries/returns-of-month.ts';
import { markedRecord } from '../views/entry-view.ts';

const notAMonthOf = (month: string, what: string): Refusal => ({
  code: 'request.invalid',
  detail: `No returns of ${monthInWords(month)} are asked for: ${what}.`,
  faults: [{ in: 'path', pointer: '/month', message: `must be a month of which returns are asked for: ${what}` }],
});

const states = ReturnState.options;
const order = ({ state, review: { listed, review } }: OwedReturn): readonly string[] => [
  String(states.indexOf(state)),
  listed.tier,
  listed.title,
  review,
];
const inOrder = (one: OwedReturn, other: OwedReturn): number => {
  const [a, b] = [order(one), order(other)];
  const n = a.findIndex((part, index) => part !== b[index]);
  return n < 0 ? 0 : (a[n] ?? '') < (b[n] ?? '') ? -1 : 1;
};

/** The returns that are shown, with who is asked for each, and what an SRO asks for of those that were sent back. */
const rowsOf = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  wanted: readonly OwedReturn[],
  { month, dueOn, today }: { readonly month: ReportMonth; readonly dueOn: LocalDate; readonly today: LocalDate },
) => {
  const given = wanted.filter((one) => one.state !== 'missing');
  const records = await readEntries(
    deps.table,
    programmeRef,
    given.map(({ review }) => ({ review: review.review, kind: 'return' as const, id: month })),
  );
  const recordOf = new Map(records.map((one) => [one.review, one]));
  const sentBackOf = (one: OwedReturn) => {
    const stored = one.state === 'sent-back' ? recordOf.get(one.review.review) : undefined;
    return stored === undefined ? undefined : MonthlyReturnFacts.parse(markedRecord(stored).state.facts).sentBack;
  };
  const named = wanted.flatMap((one) => {
    const { sros, lead } = one.review.listed;
    const sender = sentBackOf(one)?.by;
    return [...sros, ...[lead, sender].filter((subject) => typeof subject === 'string')];
  });
  const names = await readNames(deps.table, programmeRef.organisation, [...new Set(named)]);
  const person = (subject: string) => ({ subject, name: names.get(subject) ?? subject });
  return wanted.map((one) => {
    const { title, lifecycle, tier, sros, lead } = one.review.listed;
    const sentBack = sentBackOf(one);
    return {
      review: {
        ...{ id: one.review.review, title, lifecycle, tier, sros: sros.map(person) },
        lead: typeof lead === 'string' ? person(lead) : null,
      },
      ...{ state: one.state, submittedAt: one.submittedAt, confirmedAt: one.confirmedAt },
      overdue: one.confirmedAt === null && dueOn < today,
      version: recordOf.get(one.review.review)?.version ?? null,
      sentBack: sentBack === undefined ? null : { at: sentBack.at, by: person(sentBack.by), comment: sentBack.comment },
    };
  });
};

export const getReturnsOfMonth = query(getReturnsOfMonthOperation, async (call, deps: ReadsTable) => {
  const { month } = call.params;
  const programmeRef = chainRefOf(call);
  const settings = await settingsToAsk(deps, programmeRef);
  if (settings.kind === 'refused')
    return settings.refusal.code === 'programme.handed-over'
      ? refused(notAMonthOf(month, 'the programme was handed over'))
      : settings;
  const programme = settings.result;
  if (month > monthOf(call.now)) return refused(notAMonthOf(month, 'it has not begun'));
  if (!asksReturnsOf(programme, month))
    return refused(notAMonthOf(month, 'the programme does not report it, or is closed'));
  const { state, owed, mine } = call.query;
  const acting = mine === undefined ? undefined : await actingFor(deps, call);
  const of = acting === undefined ? undefined : [...acting.ids, ...acting.idsOfThose];
  // As the month's report goes by them; of a month that has not ended, those of today.
  const ended = endOfMonth(month) <= call.now;
  const then = ended ? await readChain(deps, programmeRef, asOfAct(endOfMonth(month))) : settings;
  if (then.kind === 'refused') return then;
  const dueOn = returnsDueOn(then.result.reporting, month);
  const all = await returnsOfMonth(deps, programmeRef, then.result, { month, dueOn, of });
  const wanted = all
    .filter((one) => state === undefined || one.state === state)
    .filter((one) => owed === undefined || (one.confirmedAt === null) === (owed === 'true'))
    .toSorted(inOrder);
  const today = dayOf(call.now);
  const returns = await rowsOf(deps, programmeRef, wanted, { month, dueOn, today });
  const countOf = (wantedState: ReturnState): number => all.filter((one) => one.state === wantedState).length;
  return done(
    jsonAnswer({
      ...{ month, dueOn, expected: all.length },
      counts: Object.fromEntries(states.map((one) => [one, countOf(one)])),
      returns,
    }),
  );
});
