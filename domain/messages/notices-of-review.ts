import { dayOf, financialYearOf, type Instant, type LocalDate, type ReportMonth } from '#language/time.ts';
import { plainText } from '#language/withheld-text.ts';
import { businessCase } from '#registers/business-case/record.ts';
import type { Register } from '#registers/declaration.ts';
import { issue } from '#registers/issue/record.ts';
import { recommendation } from '#registers/recommendation/record.ts';
import { risk } from '#registers/risk/record.ts';
import { saving } from '#registers/saving/record.ts';
import { recordsWithheldIn } from '#schemas/exemption.ts';
import { type Notice, type NoticeKind, stepOfReturn } from '#schemas/notices.ts';
import type { ReviewPosition, SectionName } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { returnsOwed } from '../people/returns-owed.ts';
import { isCounted } from '../review/counted.ts';
import { hasStage, stepsAt } from '../review/stage-line.ts';
import type { Known } from './moments.ts';

/*
 * What a review asks of people, from its position: the one rule for their first page and for messages (docs/meaning.md MESSAGE-1).
 */

/** The sections of a position that say it. */
export const noticeSections = [
  'review',
  'returns',
  'businessCases',
  'risks',
  'issues',
  'recommendations',
  'savings',
] as const satisfies readonly SectionName[];

export interface ReviewAsked {
  readonly programmeId: string;
  readonly reviewId: string;
  /** When anything of it was last recorded. */
  readonly recordedAt: Instant;
  /** Of the sections that say it; the others may be empty. */
  readonly position: ReviewPosition;
}

interface By {
  /** The settings of today. */
  readonly programme: Programme;
  /** Those in force at the end of a month. */
  readonly settingsOf: (month: ReportMonth) => Programme;
  readonly now: Instant;
}

/** A title as everybody may read it; null where it is withheld. */
export const openTitle = (title: string, on: LocalDate): string | null =>
  recordsWithheldIn(title, on).size > 0 ? null : plainText(title);

/** What of a notice is of its own. */
type Own = Omit<Notice, 'programmeId' | 'reviewId' | 'title'>;
interface Found {
  readonly own: Own;
  readonly since?: Instant;
}

type Entry = (register: Register, id: string, title: string) => NonNullable<Notice['entry']>;

const returnsOf = ({ position }: ReviewAsked, by: By): readonly Found[] => {
  const { returns, review } = position;
  const given = new Map(
    returns.map(({ month, confirmedAt, sentBackAt }) => [
      month,
      { confirmed: confirmedAt !== null, ...(sentBackAt === undefined ? {} : { sentBack: sentBackAt }) },
    ]),
  );
  return returnsOwed({ ...by, lifecycles: review.lifecycles, returns: given }).map(
    ({ month, dueOn, state, sentBack }) => {
      const submitted = returns.find((one) => one.month === month)?.submittedAt;
      const since = sentBack ?? submitted;
      return { own: { kind: stepOfReturn(state).kind, month, dueOn }, ...(since === undefined ? {} : { since }) };
    },
  );
};

/** Cases whose paper has its day behind it and whose outcome nobody has recorded. */
const casesOf = ({ position: { businessCases } }: ReviewAsked, today: LocalDate, entry: Entry): readonly Found[] =>
  businessCases
    .filter(({ outcomes, on }) => outcomes.length === 0 && on <= today)
    .map(({ id, title }) => ({ own: { kind: 'outcome-wanted', entry: entry(businessCase, id, title) } }));

/** The work of the stage is complete, and there is a stage after it. */
const gateOf = ({ position: { review } }: ReviewAsked, programme: Programme): readonly Found[] => {
  const { stage, stageWork, stageSince } = review;
  if (stageWork?.state !== 'complete' || !hasStage(programme, stage)) return [];
  return stepsAt(programme, stage).next === null ? [] : [{ own: { kind: 'gate-waits' }, since: stageSince }];
};

const overdue = (
  kind: NoticeKind,
  entry: NonNullable<Notice['entry']>,
  days: readonly LocalDate[],
  today: LocalDate,
): readonly Found[] =>
  [...new Set(days)].filter((dueOn) => dueOn < today).map((dueOn) => ({ own: { kind, entry, dueOn } }));

const openRows = (register: Register, section: unknown, programme: Programme) =>
  (register.across?.rows(section, programme) ?? []).filter(
    (row) => row.open ?? register.across?.open.includes(row.state),
  );

/** Sections of what has days by which something is to be done. */
interface WithDays {
  readonly risks: unknown;
  readonly issues: unknown;
  readonly recommendations: unknown;
}

/** Risks that were not reviewed by their day; and actions of risks, issues and recommendations that are past theirs. */
const overdueOf = (sections: WithDays, programme: Programme, today: LocalDate, entry: Entry): readonly Found[] => {
  const reviews = openRows(risk, sections.risks, programme).flatMap(({ id, title, dueOn }) =>
    overdue('review-overdue', entry(risk, id, title), dueOn === null ? [] : [dueOn], today),
  );
  const withActions = [
    [risk, sections.risks],
    [issue, sections.issues],
  ] as const;
  const actions = withActions.flatMap(([register, section]) => {
    const rows = openRows(register, section, programme);
    return (register.across?.withActions?.(section) ?? []).flatMap(({ id, days }) =>
      overdue('action-overdue', entry(register, id, rows.find((row) => row.id === id)?.title ?? ''), days, today),
    );
  });
  const recommended = openRows(recommendation, sections.recommendations, programme).flatMap(({ id, title, dueOn }) =>
    overdue('action-overdue', entry(recommendation, id, title), dueOn === null ? [] : [dueOn], today),
  );
  return [...reviews, ...actions, ...recommended];
};

/** What is claimed and not validated; and what will not be saved of this year or a later one. */
const savingsOf = ({ position: { savings } }: ReviewAsked, today: LocalDate, entry: Entry): readonly Found[] =>
  savings.lines.flatMap(({ id, title, years }) =>
    years.flatMap(({ year, claimed, validated, unachievable }): readonly Found[] => [
      ...(claimed === null || validated !== null
        ? []
        : [{ own: { kind: 'claim-to-validate' as const, entry: entry(saving, id, title), year, pounds: claimed } }]),
      ...(unachievable === 0 || year < financialYearOf(today)
        ? []
        : [{ own: { kind: 'saving-lost' as const, entry: entry(saving, id, title), year, pounds: unachievable } }]),
    ]),
  );

const entryOn =
  (today: LocalDate): Entry =>
  ({ path, kind }, id, title) => ({ register: path, kind, id, title: openTitle(title, today) });

/** Everything that a review asks of people; nothing once it, or its programme, has ended. */
export const noticesOfReview = (asked: ReviewAsked, by: By): readonly Known[] => {
  const { programmeId, reviewId, recordedAt, position } = asked;
  const { programme, now } = by;
  if (programme.closeDown !== undefined) return [];
  const today = dayOf(now);
  const entry = entryOn(today);
  const underWay = isCounted(position.review.lifecycle, programme)
    ? [
        ...casesOf(asked, today, entry),
        ...gateOf(asked, programme),
        ...overdueOf(position, programme, today, entry),
        ...savingsOf(asked, today, entry),
      ]
    : [];
  const title = openTitle(position.review.title, today);
  return [...returnsOf(asked, by), ...underWay].map(({ own, since }) => ({
    notice: { ...own, programmeId, reviewId, title },
    recordedAt,
    since,
  }));
};

/** Risks and actions of the programme's own registers that are past their day; nothing once it has ended. */
export const overdueOfProgramme = ({
  programmeId,
  programme,
  now,
  ...sections
}: WithDays & {
  readonly programmeId: string;
  readonly programme: Programme;
  readonly now: Instant;
}): readonly Known[] => {
  if (programme.closeDown !== undefined) return [];
  const today = dayOf(now);
  return overdueOf(sections, programme, today, entryOn(today)).map(({ own }) => ({
    notice: { ...own, programmeId, title: programme.name },
    recordedAt: now,
  }));
};
