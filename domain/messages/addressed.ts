import type { LocalDate } from '#language/time.ts';
import type { Notice, NoticeKind } from '#schemas/notices.ts';
import type { Role } from '#schemas/people.ts';
import type { PersonState } from '#schemas/person.ts';
import { isForPractice } from '#schemas/practice.ts';
import { idsOf } from '../people/ids-of-person.ts';
import { deputyUntil } from '../people/person.ts';

/*
 * Whom a notice is for (docs/meaning.md MESSAGE-1): those whom the review names, else those who hold a role.
 */

/** What a review names somebody for. */
export type Duty = 'sro' | 'lead';
type DutyOrRole = Duty | Extract<Role, 'finance' | 'programme-office' | 'board'>;

const dutiesOf: Readonly<Record<NoticeKind, readonly DutyOrRole[]>> = {
  'return-to-submit': ['lead'],
  'return-to-change': ['lead'],
  'return-to-confirm': ['sro'],
  'outcome-wanted': ['sro'],
  'gate-waits': ['sro'],
  'review-overdue': ['lead'],
  'action-overdue': ['lead'],
  'claim-to-validate': ['finance'],
  'query-to-answer': ['lead', 'sro'],
  'saving-lost': ['sro', 'finance'],
  'month-to-close': ['programme-office'],
  'report-published': ['sro', 'programme-office', 'board'],
  // Of a programme as a whole: for channels alone.
  'returns-overdue': [],
  'reviews-red': [],
};

/** What is of the programme itself, and would be for whom a review names, is for its office. */
const isOfItself = ({ kind, reviewId }: Notice): boolean =>
  reviewId === undefined && (kind === 'review-overdue' || kind === 'action-overdue');

/** Whom a review names. */
export interface Named {
  readonly sros: readonly string[];
  readonly lead?: string | null | undefined;
}

type Registered = PersonState & { readonly sameAs?: string | undefined };
export type People = ReadonlyMap<string, Registered>;

/** Who somebody is in the register, by whatever id a record names them. */
const ownId = (id: string, people: People): string => people.get(id)?.sameAs ?? id;

/** Whoever acts for one of these people today. */
const deputiesOf = (ids: readonly string[], people: People, today: LocalDate): readonly string[] =>
  ids.flatMap((id) => {
    const principal = people.get(id);
    return principal?.deputies === undefined
      ? []
      : [...people.keys()].filter(
          (other) =>
            people.get(other)?.sameAs === undefined &&
            deputyUntil(principal, idsOf(other, people), today) !== undefined,
        );
  });

const holding = (role: Role, people: People): readonly string[] =>
  [...people].flatMap(([id, { roles, sameAs }]) =>
    sameAs === undefined && roles?.includes(role) === true ? [id] : [],
  );

/** What is looked up once for all notices of a programme. */
export interface Directory {
  readonly people: People;
  /** Whom the reviews of the programme name, by review. */
  readonly named: ReadonlyMap<string, Named>;
  readonly today: LocalDate;
}

/** The duties by which a notice is for somebody whom a review names: as its SRO, or who acts for one today, or as its lead. */
export const dutiesInReview = (kind: NoticeKind): readonly Duty[] =>
  dutiesOf[kind].flatMap((duty) => (duty === 'sro' || duty === 'lead' ? [duty] : []));

/**
 * The people that a notice is for, by their own ids, each once; nobody of a programme for practice. Where nobody leads a review, whoever is
 * of the transformation team does.
 */
export const addresseesOf = (notice: Notice, { people, named, today }: Directory): readonly string[] => {
  const { kind, programmeId, reviewId } = notice;
  if (isForPractice(programmeId)) return [];
  const isOwn = isOfItself(notice);
  const ofReviews = reviewId === undefined ? [...named.values()] : [named.get(reviewId) ?? { sros: [] }];
  const byName = (isOwn ? [] : ofReviews).flatMap((one) =>
    dutiesInReview(kind).flatMap((duty) => {
      if (duty === 'lead' && typeof one.lead !== 'string') return holding('transformation-team', people);
      const ids = (duty === 'lead' ? [one.lead ?? ''] : one.sros).map((id) => ownId(id, people));
      return duty === 'sro' && reviewId !== undefined ? [...ids, ...deputiesOf(ids, people, today)] : ids;
    }),
  );
  const byRole = isOwn
    ? holding('programme-office', people)
    : dutiesOf[kind].flatMap((duty) => (duty === 'sro' || duty === 'lead' ? [] : holding(duty, people)));
  return [...new Set([...byName, ...byRole])].filter((id) => {
    const person = people.get(id);
    return person !== undefined && person.erased === undefined;
  });
};
