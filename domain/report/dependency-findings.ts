import { listed } from '#language/in-words.ts';
import { type DependencyOfReview, isOpen, registered } from '#registers/dependency/open-dependencies.ts';
import { isOverdue } from '#registers/dependency/report.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import type { Lifecycle } from '#schemas/review.ts';
import type { AcrossReviews, Found, FoundOf, ReportRule } from './report-rule.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './review-in-report.ts';

type OfReview = Pick<ReviewInReport, 'id' | 'dependencies'>;

/** A dependency of the review's own record is found at the review. */
const at = ({ inReviewRecord, id }: DependencyOfReview, review: string | null) =>
  inReviewRecord && review !== null ? { register: 'review', id: review } : { register: 'dependency', id };

const evidenceOf = ({ owner, neededBy }: DependencyOfReview): Found['evidence'] => [
  { what: 'Owner', value: owner ?? 'not stated' },
  { what: 'Needed by', value: dateStatementInWords(neededBy) },
];

const overdue = (dependencies: readonly DependencyOfReview[], month: ReportedMonth, review: string | null): Found[] =>
  dependencies
    .filter((one) => isOverdue(one, month))
    .map((one) => ({
      ...at(one, review),
      because: `"${one.title}" was needed by ${dateStatementInWords(one.neededBy).replace(/^by /, '')}, and is neither met nor no longer needed.`,
      evidence: evidenceOf(one),
    }));

const nobodyByNoDay = (dependencies: readonly DependencyOfReview[], review: string | null): Found[] =>
  dependencies.filter(isOpen).flatMap((one) => {
    const { kind } = one.neededBy;
    const lacks = [
      ...(one.owner === undefined ? ['no owner'] : []),
      ...(kind === 'not-stated' || kind === 'to-be-confirmed' ? ['no date by which it is needed'] : []),
    ];
    return lacks.length === 0
      ? []
      : [
          {
            ...at(one, review),
            because: `The dependency "${one.title}" has ${listed(lacks)}.`,
            evidence: evidenceOf(one),
          },
        ];
  });

const endedHow: Readonly<Partial<Record<Lifecycle, string>>> = {
  completed: 'has been completed',
  stopped: 'has been stopped',
  transferred: 'has been transferred',
  left: 'has left the programme',
};

const onEnded = (_month: ReportedMonth, { programme, programmeWide }: ReportSetting): AcrossReviews => {
  const ended = new Map<string, { readonly title: string; readonly how: string }>();
  const open: { subject: SubjectOfRow; other: string; one: DependencyOfReview }[] = [];
  const take = (subject: SubjectOfRow, dependencies: OfReview['dependencies']): void => {
    for (const one of dependencies.filter(isOpen))
      if (one.review !== undefined) open.push({ subject, other: one.review, one });
  };
  take({ review: null, title: programme.name }, registered(programmeWide));
  const foundOf = ({ subject, other, one }: (typeof open)[number]): FoundOf[] => {
    const by = ended.get(other);
    return by === undefined
      ? []
      : [
          {
            subject,
            found: {
              ...at(one, subject.review),
              because: `"${one.title}" is still open, while ${by.title}, ${one.direction === 'waits-for' ? 'which it is on' : 'which waits for it'}, ${by.how}.`,
              evidence: [{ what: by.title, value: by.how }, ...evidenceOf(one)],
            },
          },
        ];
  };
  return {
    ofEveryReview: true,
    add: (review: ReviewInReport): void => {
      const how = endedHow[review.position.review.lifecycle];
      if (how !== undefined) ended.set(review.id, { title: review.title, how });
      if (review.counted) take(subjectOf(review), review.dependencies);
    },
    close: () => open.flatMap(foundOf),
  };
};

export const dependencyContradictions: readonly ReportRule[] = [
  {
    id: 'CON-22',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A dependency is past the day by which it was needed, and neither met nor no longer needed.',
    ofReview: ({ id, counted, dependencies }, { month }) => (counted ? overdue(dependencies, month, id) : []),
    ofProgramme: (programmeWide, { month }) => overdue(registered(programmeWide), month, null),
  },
  {
    id: 'CON-23',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A dependency on a review that has ended is still open.',
    acrossReviews: onEnded,
  },
];

export const dependencyGaps: readonly ReportRule[] = [
  {
    id: 'GAP-10',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'An open dependency has no owner, or no date by which it is needed.',
    ofReview: ({ id, counted, dependencies }) => (counted ? nobodyByNoDay(dependencies, id) : []),
    ofProgramme: (programmeWide) => nobodyByNoDay(registered(programmeWide), null),
  },
];
