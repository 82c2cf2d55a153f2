import type { ReviewPosition } from '#schemas/position.ts';
import type { DependenciesSection } from './record.ts';

type Registered = DependenciesSection[number];
type Sections = Pick<ReviewPosition, 'dependencies'> & {
  readonly review: Pick<ReviewPosition['review'], 'waitsFor'>;
};

/** One of the register, or of `waitsFor` in the review's own record (ADR 0062). */
export type DependencyOfReview = Registered & { readonly inReviewRecord: boolean };

export const isOpen = ({ status }: Pick<Registered, 'status'>): boolean =>
  status !== 'met' && status !== 'no-longer-needed';

/** Those of the register of a review or of the programme. */
export const registered = ({ dependencies }: Pick<Sections, 'dependencies'>): readonly DependencyOfReview[] =>
  dependencies.map((one) => ({ ...one, inReviewRecord: false }));

/** Every dependency of a review, wherever it is recorded. */
export const dependenciesOf = (sections: Sections): readonly DependencyOfReview[] => [
  ...registered(sections),
  ...sections.review.waitsFor.map(({ id, on, what, review: other, owner, neededBy, status, holdsStage }) => ({
    ...{ id, title: what, direction: 'waits-for' as const, on, review: other, owner, status, holdsStage },
    neededBy: neededBy ?? { kind: 'not-stated' as const },
    inReviewRecord: true,
  })),
];

/** What a review waits for and has not got, in the shape of its own record. */
export const openWaitsOf = (sections: Sections): ReviewPosition['review']['waitsFor'] => [
  ...sections.review.waitsFor,
  ...sections.dependencies.flatMap(({ direction, title, status, id, on, review, owner, neededBy, holdsStage }) =>
    direction === 'waits-for' && isOpen({ status })
      ? [{ id, on, what: title, review, owner, neededBy, status: 'open' as const, holdsStage }]
      : [],
  ),
];
