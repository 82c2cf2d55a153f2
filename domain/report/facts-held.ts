import { dayOf, type LocalDate, lastDayOf, type ReportMonth } from '#language/time.ts';
import type { ChangeRequestsSection } from '#registers/change-request/projections.ts';
import type { DecisionsSection } from '#registers/decision/record.ts';
import type { MeetingsSection } from '#registers/meeting/record.ts';
import type { FactsHeld } from '#schemas/report.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';

/*
 * Which report a dated fact is in: the first that knows it, and no other of the current revisions (docs/meaning.md REPORT-20). Each report keeps
 * by review which facts it is the first to hold and which an earlier one holds already, and the next begins from there. So neither the
 * date inside a record nor the clock decides, but what the reports themselves knew.
 */

/** A fact as reports keep it, with its own day where it has one. */
export interface DatedFact {
  readonly key: string;
  readonly on: LocalDate | null;
}

export const moveKey = ({ at, from, to }: ReviewInReport['position']['review']['moves'][number]): string =>
  ['move', at, from, to].join('/');
export const outcomeKey = (businessCase: string, number: number): string =>
  ['business-case', businessCase, number].join('/');
export const decisionKey = (id: string, status: string): string => ['decision', id, status].join('/');
export const changeRaisedKey = (id: string): string => ['change-request', id, 'raised'].join('/');
export const changeDecisionKey = (id: string, number: number): string => ['change-request', id, number].join('/');
export const meetingHeldKey = (id: string): string => ['meeting', id, 'held'].join('/');
export const returnKey = (month: ReportMonth): string => ['return', month].join('/');

const ofDecisions = (decisions: DecisionsSection): DatedFact[] =>
  decisions.map(({ id, status, takenOn, settledOn }) => ({
    key: decisionKey(id, status),
    on: takenOn ?? settledOn ?? null,
  }));

const ofChangeRequests = (requests: ChangeRequestsSection): DatedFact[] =>
  requests.flatMap(({ id, raisedOn, decisions }) => [
    { key: changeRaisedKey(id), on: raisedOn },
    ...decisions.map(({ number, at }) => ({ key: changeDecisionKey(id, number), on: dayOf(at) })),
  ]);

const ofMeetings = (meetings: MeetingsSection): DatedFact[] =>
  meetings.flatMap(({ id, on, status }) => (status === 'held' ? [{ key: meetingHeldKey(id), on }] : []));

/** The facts of a review that a report lists by when they came to be known. */
const factsOf = ({ position }: ReviewInReport, month: ReportedMonth): DatedFact[] => [
  ...position.review.moves.map((move) => ({ key: moveKey(move), on: dayOf(move.at) })),
  ...position.businessCases.flatMap(({ id, outcomes }) =>
    outcomes.map(({ number, at }) => ({ key: outcomeKey(id, number), on: dayOf(at) })),
  ),
  ...ofDecisions(position.decisions),
  ...ofChangeRequests(position.changeRequests),
  ...position.returns.flatMap(({ month: of, confirmedAt }) =>
    confirmedAt === null || of > month.returnsMonth ? [] : [{ key: returnKey(of), on: lastDayOf(of) }],
  ),
];

/** Where a fact is: in this report, in one before it, or in a later month's, of which the month is said. */
export type Standing = 'here' | 'before' | { readonly inLater: ReportMonth };

/** Without an earlier report that kept its facts, what is dated before the month was before; where there is none at all, what is before the first month. */
export const standingOf = (
  { held }: ReportSetting,
  month: ReportedMonth,
  review: string | null,
  fact: DatedFact,
): Standing => {
  const chain = review ?? '';
  const later = held.later.find(({ facts }) => facts.get(chain)?.here.includes(fact.key));
  if (later !== undefined) return { inLater: later.month };
  if (held.earlier === null) {
    const from = held.from !== undefined && held.from < month.month ? held.from : month.month;
    return fact.on === null || fact.on < `${from}-01` ? 'before' : 'here';
  }
  const isHeld = held.earlier.some((facts) => {
    const of = facts.get(chain);
    return of !== undefined && (of.here.includes(fact.key) || of.before.includes(fact.key));
  });
  return isHeld ? 'before' : 'here';
};

const heldOf = (
  setting: ReportSetting,
  month: ReportedMonth,
  review: string | null,
  facts: readonly DatedFact[],
): FactsHeld => {
  const held: FactsHeld = { here: [], before: [] };
  for (const fact of facts) {
    const standing = standingOf(setting, month, review, fact);
    if (typeof standing === 'string') held[standing].push(fact.key);
  }
  return held;
};

/** Which facts of a review this report is the first to hold, and which an earlier one holds; what is in a later one is in neither. */
export const factsHeld = (setting: ReportSetting, month: ReportedMonth, review: ReviewInReport): FactsHeld =>
  heldOf(setting, month, review.id, factsOf(review, month));

/** The same of the programme itself. */
export const factsHeldOfProgramme = (setting: ReportSetting, month: ReportedMonth): FactsHeld =>
  heldOf(setting, month, null, [
    ...ofDecisions(setting.programmeWide.decisions),
    ...ofChangeRequests(setting.programmeWide.changeRequests),
    ...ofMeetings(setting.programmeWide.meetings),
  ]);
