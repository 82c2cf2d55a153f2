import { asItChanges } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import { reviewsForCouncil } from './reviews-for-council.ts';
import { reviewsForPeople } from './reviews-for-people.ts';
import { reviewsForPlaces } from './reviews-for-places.ts';
import { command } from './settings.ts';

const reviews = [...reviewsForPeople, ...reviewsForPlaces, ...reviewsForCouncil];

export const reviewSteps: readonly ChangeStep[] = reviews.flatMap((one) =>
  asItChanges(one.opened, one.record, one.changes).map(({ on, record }) =>
    command.review({ on, as: team }, one.id, record),
  ),
);

/** Known only after August was reported: the September report restates it. */
export const transferRecordedLate: ChangeStep = command.review({ on: '2025-08-27', as: team }, 'trading-standards', {
  ...(reviews.find((one) => one.id === 'trading-standards')?.record ?? { title: 'Trading standards' }),
  lifecycle: 'transferred',
  lifecycleReason: 'Goes to the joint regional service, which answers for it from 27 August 2025',
});
