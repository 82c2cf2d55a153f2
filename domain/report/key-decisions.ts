import { dateInWords } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import { earliestMeetingOn } from '#registers/decision/decision-dates.ts';
import type { DecisionsSection } from '#registers/decision/record.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReportedMonth } from './report-setting.ts';

type Decision = DecisionsSection[number];

/** The day on which a decision was or is to be taken, where one is stated. */
const dayOfDecision = ({ status, takenOn, dueOn }: Decision): LocalDate | undefined => {
  if (status === 'taken') return takenOn;
  const open = status === 'due' || status === 'deferred';
  return open && (dueOn.kind === 'date' || dueOn.kind === 'by') ? dueOn.date : undefined;
};

// CON-07: A key decision is taken, or due, before 28 clear days of notice, and no urgency is recorded.
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

/** Of notice and urgency: the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012, SI 2012/2089, regs. 9 to 11. */
export const keyDecisionRules: readonly ReportRule[] = [
  {
    id: 'CON-07',
    kind: 'contradiction',
    since: 'rules-2',
    sentence:
      'A key decision is taken, or due, before 28 clear days of notice, and no urgency is recorded (SI 2012/2089).',
    ofReview: (review, month) => withoutNotice(review.position.decisions, month),
    ofProgramme: (programmeWide, month) => withoutNotice(programmeWide.decisions, month),
  },
];
