import { dateInWords, listed, poundsInWords } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import { Divisions, RoutePurpose } from '#registers/decision/choices.ts';
import { earliestMeetingOn } from '#registers/decision/decision-dates.ts';
import { isTreatedAsNotKey, keyBecause } from '#registers/decision/key-test.ts';
import { DecisionKind, type DecisionsSection } from '#registers/decision/record.ts';
import { labelOf } from '#schemas/choices.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReportedMonth } from './report-setting.ts';

type Decision = DecisionsSection[number];

/** The day on which a decision was or is to be taken, where one is stated. */
const dayOfDecision = ({ status, takenOn, dueOn }: Decision): LocalDate | undefined => {
  if (status === 'taken') return takenOn;
  const open = status === 'due' || status === 'deferred';
  return open && (dueOn.kind === 'date' || dueOn.kind === 'by') ? dueOn.date : undefined;
};

const withoutNotice = (decisions: DecisionsSection, month: ReportedMonth): Found[] =>
  decisions.flatMap((decision) => {
    const { id, title, kind, status, noticeOn, urgency } = decision;
    const on = dayOfDecision(decision);
    if (kind !== 'key-decision' || urgency !== undefined || on === undefined) return [];
    // What is yet to be taken can still be given notice: at the earliest on the day after the month.
    const earliest = earliestMeetingOn(noticeOn ?? month.lastDay);
    if (
      noticeOn === undefined
        ? status !== 'taken' && earliest !== null && on > earliest
        : earliest !== null && on >= earliest
    )
      return [];
    const was = status === 'taken' ? `was taken on ${dateInWords(on)}` : `is due on ${dateInWords(on)}`;
    const why =
      noticeOn === undefined
        ? 'without notice'
        : `before ${earliest === null ? 'the end of the calendar' : dateInWords(earliest)}, the earliest day after its notice of ${dateInWords(noticeOn)}`;
    return [
      {
        register: 'decision',
        id,
        because: `The key decision "${title}" ${was}, ${why}, and no urgency is recorded.`,
        evidence: [
          { what: 'Notice published', value: noticeOn === undefined ? 'not stated' : dateInWords(noticeOn) },
          { what: status === 'taken' ? 'Taken' : 'Due', value: dateInWords(on) },
          { what: 'Urgency', value: 'not stated' },
        ],
      },
    ];
  });

const notTreatedAsKey = (decisions: DecisionsSection, { keyDecisionThreshold }: Programme): Found[] =>
  decisions.flatMap((decision) => {
    const { id, title, kind, divisions, notKeyReason } = decision;
    const reasons = keyBecause(decision, keyDecisionThreshold);
    if (reasons.length === 0 || notKeyReason !== undefined || !isTreatedAsNotKey(decision)) return [];
    return [
      {
        register: 'decision',
        id,
        because: `The decision "${title}" is not treated as key, although ${listed(reasons)}, and no reason is given.`,
        evidence: [
          { what: 'Kind', value: labelOf(DecisionKind, kind) },
          { what: 'Threshold', value: poundsInWords(keyDecisionThreshold) },
          { what: 'Divisions', value: divisions === undefined ? 'not stated' : labelOf(Divisions, divisions) },
        ],
      },
    ];
  });

const beforehand: readonly string[] = ['pre-scrutiny', 'consideration', 'endorsement'];

const takenTooSoon = (decisions: DecisionsSection): Found[] =>
  decisions.flatMap(({ id, title, takenOn, route = [] }) => {
    const late = route.filter(
      ({ purpose, actual }) =>
        takenOn !== undefined && beforehand.includes(purpose) && (actual === undefined || actual > takenOn),
    );
    const [first] = late;
    if (takenOn === undefined || first === undefined) return [];
    const when = first.actual === undefined ? 'of which no date is recorded' : `on ${dateInWords(first.actual)}`;
    return [
      {
        register: 'decision',
        id,
        because: `"${title}" was taken on ${dateInWords(takenOn)}, before what its route has by ${first.body}, ${when}.`,
        evidence: late.map(({ body, purpose, actual }) => ({
          what: `${labelOf(RoutePurpose, purpose)}, ${body}`,
          value: actual === undefined ? 'not stated' : dateInWords(actual),
        })),
      },
    ];
  });

/** Of notice and urgency: the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, SI 2012/2089, regs. 8 to 11. */
export const keyDecisionRules: readonly ReportRule[] = [
  {
    id: 'CON-07',
    kind: 'contradiction',
    since: 'rules-2',
    sentence:
      'A key decision is taken, or due, before 28 clear days of notice, and no urgency is recorded (SI 2012/2089).',
    ofReview: (review, { month }) => withoutNotice(review.position.decisions, month),
    ofProgramme: (programmeWide, { month }) => withoutNotice(programmeWide.decisions, month),
  },
  {
    id: 'CON-26',
    kind: 'contradiction',
    since: 'rules-2',
    sentence:
      'A decision is over the threshold of key decisions, or affects two or more divisions, and is not treated as key, without a reason (SI 2012/2089).',
    ofReview: (review, { programme }) => notTreatedAsKey(review.position.decisions, programme),
    ofProgramme: ({ decisions }, { programme }) => notTreatedAsKey(decisions, programme),
  },
  {
    id: 'CON-27',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A decision was taken before a body of its route that comes first had taken it up.',
    ofReview: (review) => takenTooSoon(review.position.decisions),
    ofProgramme: ({ decisions }) => takenTooSoon(decisions),
  },
];
