import { BusinessCaseFacts } from '#registers/business-case/record.ts';
import { ChangeRequestFacts } from '#registers/change-request/record.ts';
import { Rating, RatingFacts } from '#registers/rating/record.ts';
import { MonthlyReturnFacts } from '#registers/return/record.ts';
import { Saving, SavingFacts } from '#registers/saving/record.ts';
import type { HistoryEvent, RecordKind, RecordState } from '#schemas/history.ts';
import { ProgrammeFacts } from '#schemas/programme.ts';
import type { ProgrammeEventType } from '#schemas/programme-events.ts';
import { LifecycleAct, ReviewFacts } from '#schemas/review.ts';
import { parsedPart } from '../registers/record-state.ts';

/*
 * Which change of a record is an event for the council's own systems, and what of it they hear (docs/meaning.md MESSAGE-8): a pure function of
 * what history holds, so that it is the same whenever it is asked.
 */

/** What happened, in the words of its declaration. */
export interface Happened {
  readonly type: ProgrammeEventType;
  readonly own: Readonly<Record<string, unknown>>;
}

/** A change, and the state that the record had before it; undefined where it is the first. */
export interface Change {
  readonly event: HistoryEvent;
  readonly before: RecordState | undefined;
}

type Heard = (change: Change) => Happened | undefined;

const happened = (type: ProgrammeEventType, own: Happened['own'] = {}): Happened => ({ type, own });

const last = <T>(list: readonly T[], what: string): T => {
  const found = list.at(-1);
  if (found === undefined) throw new Error(`a change that left no ${what}`);
  return found;
};

const ofReview: Heard = ({ event: { type, version, after } }) => {
  const facts = parsedPart(ReviewFacts, after.facts, 'facts of the review');
  const act = LifecycleAct.safeParse(type);
  if (act.success)
    return happened('tracker.review.lifecycle-changed', {
      act: act.data,
      lifecycle: last(facts.lifecycles, 'lifecycle').lifecycle,
    });
  switch (type) {
    case 'put':
      return version === 1 ? happened('tracker.review.added') : undefined;
    case 'stage-moved': {
      const { from, to, direction, waived } = last(facts.moves, 'move');
      return happened('tracker.review.stage-moved', { from, to, direction, waived: waived.length });
    }
    case 'stage-work-recorded': {
      const { stage, stageWork } = facts;
      if (stageWork?.state !== 'complete') return undefined;
      return happened('tracker.review.stage-work-complete', { stage, on: stageWork.on });
    }
    case 'struck-out':
      return happened('tracker.review.struck-out');
    case 'strike-out-undone':
      return happened('tracker.review.put-back');
    default:
      return undefined;
  }
};

const ofRating: Heard = ({ event: { type, after } }) => {
  if (type !== 'given') return undefined;
  const { overall, on } = parsedPart(Rating, after.record, 'rating');
  const { source } = parsedPart(RatingFacts, after.facts, 'facts of the rating');
  return happened('tracker.review.rated', { source, overall: overall.rating, on });
};

const ofBusinessCase: Heard = ({ event: { type, after } }) => {
  if (type !== 'outcome-recorded') return undefined;
  const { outcomes } = parsedPart(BusinessCaseFacts, after.facts, 'facts of the business case');
  const { outcome, on, number, conditions } = last(outcomes, 'outcome');
  return happened('tracker.business-case.outcome-recorded', { outcome, on, number, conditions: conditions.length });
};

const ofChangeRequest: Heard = ({ event: { type, after } }) => {
  if (type !== 'change-decided') return undefined;
  const { decision, on } = last(parsedPart(ChangeRequestFacts, after.facts, 'facts').decisions, 'decision');
  return happened('tracker.change-request.decided', { decision, on });
};

const lostIn = (state: RecordState | undefined): ReadonlyMap<string, number> =>
  new Map(
    state === undefined || state.struckOut !== null
      ? []
      : parsedPart(Saving, state.record, 'savings line').years.map(({ year, states }) => [
          year,
          states?.unachievable ?? 0,
        ]),
  );

const ofSaving: Heard = ({ event: { type, after }, before }) => {
  if (type === 'validated') {
    const { validations } = parsedPart(SavingFacts, after.facts, 'facts of the savings line');
    const { year, pounds, on } = last(validations, 'validation');
    return happened('tracker.saving.validated', { year, pounds, on });
  }
  if (type !== 'put') return undefined;
  const earlier = lostIn(before);
  const years = [...lostIn(after)].flatMap(([year, pounds]) =>
    pounds > (earlier.get(year) ?? 0) ? [{ year, pounds }] : [],
  );
  return years.length === 0 ? undefined : happened('tracker.saving.lost', { years });
};

const submittedAt = ({ facts }: RecordState): string =>
  parsedPart(MonthlyReturnFacts, facts, 'facts of the return').submittedAt;

const eventsOfReturn: Readonly<Partial<Record<string, ProgrammeEventType>>> = {
  put: 'tracker.return.submitted',
  'sent-back': 'tracker.return.sent-back',
  confirmed: 'tracker.return.confirmed',
};
const ofReturn: Heard = ({ event: { type, recordRef, after }, before }) => {
  const heard = eventsOfReturn[type];
  // Put with the same words, as to withhold some of them, it was not submitted again.
  const isSubmittedBefore = type === 'put' && before !== undefined && submittedAt(before) === submittedAt(after);
  return heard === undefined || isSubmittedBefore ? undefined : happened(heard, { month: recordRef.id });
};

const ofPublication: Heard = ({ event: { type, after } }) => {
  if (type !== 'published') return undefined;
  const { month, revision } = after.record;
  return happened(revision === 1 ? 'tracker.report.published' : 'tracker.report.revised', { month, revision });
};

const ofProgramme: Heard = ({ event: { type, after } }) => {
  if (type !== 'month-closed') return undefined;
  const { notReported = [] } = parsedPart(ProgrammeFacts, after.facts, 'facts of the programme');
  return happened('tracker.month.closed', { month: last(notReported, 'month').month });
};

const heardOf: Readonly<Partial<Record<RecordKind, Heard>>> = {
  review: ofReview,
  rating: ofRating,
  'business-case': ofBusinessCase,
  'change-request': ofChangeRequest,
  saving: ofSaving,
  return: ofReturn,
  publication: ofPublication,
  programme: ofProgramme,
};

/** Whether any change of a record of this kind may be an event. */
export const mayBeHeardOf = (kind: RecordKind): boolean => heardOf[kind] !== undefined;

/** What a change is to the council's own systems; undefined where it is none of their matters. */
export const happenedBy = (change: Change): Happened | undefined => {
  const { type, recordRef, corrects } = change.event;
  const heard = heardOf[recordRef.kind];
  if (heard === undefined) return undefined;
  return type === 'corrected' && corrects !== undefined
    ? happened('tracker.record.corrected', { corrects })
    : heard(change);
};
