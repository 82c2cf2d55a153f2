import { dateInWords, listed } from '#language/in-words.ts';
import type { DecisionsSection } from '#registers/decision/record.ts';
import { isActionOverdue, openActionsOf, sameBody } from '#registers/meeting/actions.ts';
import { type MeetingsSection, MinuteOutcome } from '#registers/meeting/record.ts';
import { labelOf } from '#schemas/choices.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { AcrossReviews, Found, FoundOf, ReportRule } from './report-rule.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import type { ReviewInReport, SubjectOfRow } from './review-in-report.ts';

type Meeting = MeetingsSection[number];
type Minute = Meeting['minutes'][number];

const register = 'meeting';
const of = ({ body, on }: Meeting): string => `${body} of ${dateInWords(on)}`;

const overdueActions = (meetings: MeetingsSection, { lastDay }: ReportedMonth): Found[] =>
  meetings.flatMap((one) =>
    openActionsOf(one)
      .filter((action) => isActionOverdue(action, lastDay))
      .map(({ words, owner = 'not stated', due }) => ({
        register,
        id: one.id,
        because: `"${words}", agreed by the ${of(one)}, was due ${due === undefined ? '' : dateStatementInWords(due)}, and is neither done nor dropped.`,
        evidence: [{ what: 'Owner', value: owner }],
      })),
  );

/** What the register must say of a decision that its own body minuted so; nothing where the body only took note of it. */
const statusAfter = { agreed: 'taken', refused: 'refused', deferred: 'deferred' } as const;

type Decision = DecisionsSection[number];

/** Why the register does not have it as the minutes do; null where it does. */
const otherwise = (meeting: Meeting, minute: Minute, decision: Decision | undefined): string | null => {
  if (decision === undefined) return 'the register has no such decision';
  const { outcome } = minute;
  if (sameBody(decision.body, meeting.body)) {
    if (outcome === undefined || outcome === 'taken-note-of' || decision.status === statusAfter[outcome]) return null;
    return `the register of decisions has it as ${decision.status}`;
  }
  const step = decision.route?.find(({ body, actual }) => sameBody(body, meeting.body) && actual === undefined);
  return step === undefined ? null : `its route has no day on which ${meeting.body} took it up`;
};

const minutedOtherwise = (_month: ReportedMonth, { programme, programmeWide }: ReportSetting): AcrossReviews => {
  const decisions = new Map<string, ReadonlyMap<string, Decision>>();
  const keep = (review: string, section: DecisionsSection): void => {
    decisions.set(review, new Map(section.map((one) => [one.id, one])));
  };
  keep('', programmeWide.decisions);
  const subject: SubjectOfRow = { review: null, title: programme.name };
  const foundIn = (meeting: Meeting): FoundOf[] =>
    meeting.minutes.flatMap((minute) => {
      const review = minute.ofReview?.decision === undefined ? '' : minute.ofReview.review;
      const id = minute.ofReview?.decision ?? minute.decision;
      if (id === undefined) return [];
      const decision = decisions.get(review)?.get(id);
      const why = otherwise(meeting, minute, decision);
      const how = minute.outcome === undefined ? 'taken up' : labelOf(MinuteOutcome, minute.outcome).toLowerCase();
      return why === null
        ? []
        : [
            {
              subject,
              found: {
                register,
                id: meeting.id,
                because: `The minutes of the ${of(meeting)} have "${decision?.title ?? id}" as ${how}, and ${why}.`,
                evidence: [
                  { what: 'Minutes', value: how },
                  { what: 'Register', value: decision?.status ?? 'no such decision' },
                ],
              },
            },
          ];
    });
  return {
    ofEveryReview: true,
    add: ({ id, position }: ReviewInReport): void => keep(id, position.decisions),
    close: () => programmeWide.meetings.flatMap(foundIn),
  };
};

const withoutMinutes = (meetings: MeetingsSection, { lastDay }: ReportedMonth): Found[] =>
  meetings
    .filter(({ on, status, minutes }) => on < lastDay && status !== 'cancelled' && minutes.length === 0)
    .map((one) => ({
      register,
      id: one.id,
      because: `The ${of(one)} has no minutes${one.status === 'planned' ? ', and is recorded as still to come' : ''}.`,
      evidence: [{ what: 'On', value: dateInWords(one.on) }],
    }));

const nobodyByNoDay = (meetings: MeetingsSection): Found[] =>
  meetings.flatMap((one) =>
    openActionsOf(one).flatMap(({ words, owner, due = { kind: 'not-stated' } }) => {
      const lacks = [
        ...(owner === undefined ? ['no owner'] : []),
        ...(due.kind === 'not-stated' || due.kind === 'to-be-confirmed' ? ['no date by which it is due'] : []),
      ];
      return lacks.length === 0
        ? []
        : [
            {
              register,
              id: one.id,
              because: `"${words}", agreed by the ${of(one)}, has ${listed(lacks)}.`,
              evidence: [{ what: 'Owner', value: owner ?? 'not stated' }],
            },
          ];
    }),
  );

export const meetingContradictions: readonly ReportRule[] = [
  {
    id: 'CON-39',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'What a meeting agreed to have done is past its day, and neither done nor dropped.',
    ofProgramme: ({ meetings }, { month }) => overdueActions(meetings, month),
  },
  {
    id: 'CON-40',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'The minutes of a meeting have a decision otherwise than the register of decisions.',
    acrossReviews: minutedOtherwise,
  },
];

export const meetingGaps: readonly ReportRule[] = [
  {
    id: 'GAP-17',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'A meeting is past its day without minutes, and is not cancelled.',
    ofProgramme: ({ meetings }, { month }) => withoutMinutes(meetings, month),
  },
  {
    id: 'GAP-18',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'An open action of a meeting has no owner, or no date by which it is due.',
    ofProgramme: ({ meetings }) => nobodyByNoDay(meetings),
  },
];
