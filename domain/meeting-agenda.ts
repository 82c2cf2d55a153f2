import type * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { addMonths, firstDayOf, monthOfDate, type ReportMonth } from '#language/time.ts';
import { type ChangeRequestsSection, statusOf } from '#registers/change-request/projections.ts';
import { RoutePurpose } from '#registers/decision/choices.ts';
import { stepsOf } from '#registers/decision/forward-plan.ts';
import type { DecisionsSection } from '#registers/decision/record.ts';
import { isActionOverdue, openActionsOf, sameBody } from '#registers/meeting/actions.ts';
import type { ProposedItem } from '#registers/meeting/projections.ts';
import type { Meeting } from '#registers/meeting/record.ts';
import { returnState } from '#registers/return/report.ts';
import type { RisksSection } from '#registers/risk/projections.ts';
import { labelOf } from '#schemas/choices.ts';
import { type DateStatement, firstDayStated, isPast, lastDayStated } from '#schemas/date-statement.ts';
import { Matter } from '#schemas/matters.ts';
import type { ProgrammeWide } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { returnsDueOn } from '#schemas/reporting.ts';
import type { Gate } from '#schemas/review.ts';
import { monthsEnd, type ReportedMonth, reportedBetween } from './report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './report/review-in-report.ts';
import { isStruckOut } from './review/strike-out-review.ts';

type Matters = z.infer<typeof Matter>;

/** A meeting that an agenda is proposed for, by the settings of its programme. */
export interface Convened {
  readonly programme: Programme;
  readonly meeting: { readonly id: string } & Pick<Meeting, 'body' | 'on'>;
}

/** What a body takes up: as its board in the settings says, or everything; decisions by the body that each of them names. */
export const mattersOf = ({ programme, meeting }: Convened): readonly Matters[] =>
  programme.boards.find(({ name }) => sameBody(name, meeting.body))?.takes ??
  Matter.options.filter((one) => one !== 'other');

type Item = Omit<ProposedItem, 'review' | 'title'>;
const noDay = { due: null, overdue: false, purpose: null } as const;

/** Whether something may be taken up on a day: it may be then already, or nothing says when. */
const isDueBy = (when: DateStatement, { meeting }: Convened): boolean => {
  const day = firstDayStated(when) ?? lastDayStated(when);
  return day === null || day <= meeting.on;
};

const ofDecisions = (convened: Convened, decisions: DecisionsSection): Item[] =>
  decisions
    .filter(({ status }) => status === 'due' || status === 'deferred')
    .flatMap((decision) =>
      stepsOf(decision)
        .filter(({ body, when }) => sameBody(body, convened.meeting.body) && isDueBy(when, convened))
        .map(({ purpose, when }) => ({
          matter: 'decision' as const,
          what: decision.title,
          purpose,
          entry: decision.id,
          due: when,
          overdue: isPast(when, convened.meeting.on),
          because: `${decision.status === 'deferred' ? 'It was deferred, and comes' : 'It comes'} to ${convened.meeting.body} for ${labelOf(RoutePurpose, purpose).toLowerCase()}.`,
        })),
    );

const ofChangeRequests = (requests: ChangeRequestsSection): Item[] =>
  requests.flatMap((one) => {
    const status = statusOf(one);
    return status === 'open' || status === 'deferred'
      ? [
          {
            ...noDay,
            matter: 'change-request' as const,
            what: one.title,
            entry: one.id,
            because: `Asked for by ${one.askedBy} on ${dateInWords(one.raisedOn)}, and ${status === 'deferred' ? 'deferred' : 'not decided'}.`,
          },
        ]
      : [];
  });

const ofEscalations = ({ meeting }: Convened, { open, unscored }: RisksSection): Item[] =>
  [...open, ...unscored].flatMap(({ id, title, escalated, nextReviewOn }) => {
    if (escalated === undefined || escalated.endedOn !== undefined || !sameBody(escalated.to, meeting.body)) return [];
    const { reason } = escalated;
    return [
      {
        ...noDay,
        matter: 'escalation' as const,
        what: title,
        entry: id,
        due: nextReviewOn === null ? null : { kind: 'date' as const, date: nextReviewOn },
        overdue: nextReviewOn !== null && nextReviewOn < meeting.on,
        because: `Escalated on ${dateInWords(escalated.on)}${reason === undefined ? '' : `: ${reason}`}.`.replace(
          '..',
          '.',
        ),
      },
    ];
  });

const ofActions = ({ meeting }: Convened, meetings: ProgrammeWide['meetings']): Item[] =>
  meetings
    .filter(({ id, body, on }) => id !== meeting.id && on <= meeting.on && sameBody(body, meeting.body))
    .flatMap((earlier) =>
      openActionsOf(earlier).map((action) => ({
        matter: 'action' as const,
        what: action.words,
        purpose: null,
        entry: earlier.id,
        due: action.due ?? null,
        overdue: isActionOverdue(action, meeting.on),
        because: `Agreed on ${dateInWords(earlier.on)}; ${action.owner ?? 'nobody is named to do it'}.`,
      })),
    );

const ofOutcomes = ({ position }: ReviewInReport): Item[] =>
  position.businessCases.flatMap(({ id, title, on, outcomes }) => {
    const last = outcomes.at(-1);
    if (last !== undefined && last.outcome !== 'deferred') return [];
    const because =
      last === undefined
        ? `The case of ${dateInWords(on)} has no outcome.`
        : `${last.body} deferred it on ${dateInWords(last.on)}.`;
    return [{ ...noDay, matter: 'outcome' as const, what: title, entry: id, because }];
  });

const ofGate = ({ position }: ReviewInReport, gate: Gate | undefined): Item[] => {
  const { stageWork } = position.review;
  if (stageWork?.state !== 'complete' || gate === undefined || gate.next === null) return [];
  const since = stageWork.on === undefined ? '' : ` on ${dateInWords(stageWork.on)}`;
  return [
    {
      ...noDay,
      matter: 'gate' as const,
      what: `Leave "${gate.stageName}" for "${gate.nextName}"`,
      entry: null,
      because: `The work of the stage was complete${since}. ${gate.sentence}`,
    },
  ];
};

const asReported = (month: ReportMonth): ReportedMonth =>
  reportedBetween(monthsEnd(addMonths(month, -1)), monthsEnd(month), firstDayOf(month));

/** The last month of which the returns were due before the meeting; null where there is none. */
const lastMonthDue = ({ programme, meeting }: Convened): ReportMonth | null => {
  const { firstMonth, lastMonth } = programme.reporting;
  const before = addMonths(monthOfDate(meeting.on), -1);
  const due = returnsDueOn(programme.reporting, before) < meeting.on ? before : addMonths(before, -1);
  const month = lastMonth !== undefined && lastMonth < due ? lastMonth : due;
  return month < firstMonth ? null : month;
};

const ofReturn = (convened: Convened, review: ReviewInReport): Item[] => {
  const month = lastMonthDue(convened);
  if (month === null) return [];
  const state = returnState(review, convened.programme, asReported(month));
  if (state !== 'missing' && state !== 'unconfirmed') return [];
  return [
    {
      matter: 'return' as const,
      what: `The return of ${monthInWords(month)}`,
      purpose: null,
      entry: month,
      due: { kind: 'date' as const, date: returnsDueOn(convened.programme.reporting, month) },
      overdue: true,
      because: state === 'missing' ? 'It was not submitted.' : 'No SRO has confirmed it.',
    },
  ];
};

const taken = (convened: Convened, { review, title }: SubjectOfRow, items: readonly Item[]): ProposedItem[] => {
  const matters = mattersOf(convened);
  return items.filter(({ matter }) => matters.includes(matter)).map((one) => ({ review, title, ...one }));
};

/** Of what belongs to the programme itself: its decisions, change requests and risks, and the actions of the body's earlier meetings. */
export const agendaOfProgramme = (
  convened: Convened,
  wide: Pick<ProgrammeWide, 'decisions' | 'changeRequests' | 'risks' | 'meetings'>,
): readonly ProposedItem[] =>
  taken(convened, { review: null, title: convened.programme.name }, [
    ...ofDecisions(convened, wide.decisions),
    ...ofChangeRequests(wide.changeRequests),
    ...ofEscalations(convened, wide.risks),
    ...ofActions(convened, wide.meetings),
  ]);

/** Of a review that is potential or in the results; the gate ahead of it where the work of its stage is complete. */
export const agendaOfReview = (
  convened: Convened,
  review: ReviewInReport,
  gate: Gate | undefined,
): readonly ProposedItem[] => {
  const { position, counted, inResults } = review;
  const isPotential = position.review.lifecycle === 'potential';
  if (isStruckOut(position.review) || (!inResults && !isPotential)) return [];
  return taken(convened, subjectOf(review), [
    ...ofDecisions(convened, position.decisions),
    ...ofChangeRequests(position.changeRequests),
    ...(counted ? [...ofGate(review, gate), ...ofOutcomes(review)] : []),
    ...ofEscalations(convened, position.risks),
    ...ofReturn(convened, review),
  ]);
};

/** Whether the gate ahead of a review is to be judged for an agenda. */
export const waitsAtGate = (convened: Convened, { counted, position }: ReviewInReport): boolean =>
  counted && position.review.stageWork?.state === 'complete' && mattersOf(convened).includes('gate');
