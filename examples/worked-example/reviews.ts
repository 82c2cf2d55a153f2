import { asItChanges } from '../scenario-steps.ts';
import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import type { ReviewSteps } from './review-record.ts';
import { reviewsForCouncil } from './reviews-for-council.ts';
import { reviewsForPeople } from './reviews-for-people.ts';
import { reviewsForPlaces } from './reviews-for-places.ts';
import { command } from './settings.ts';

const reviews = [...reviewsForPeople, ...reviewsForPlaces, ...reviewsForCouncil];

/** A review as it was opened, and every change of its record and act in its life after. Of its life no change says anything. */
const stepsOf = ({ id, opened, record, changes = [] }: ReviewSteps): ChangeStep[] => {
  const { lifecycle: _, ...later } = record;
  const records = asItChanges(
    opened,
    later,
    changes.map(([on, change]) => [on, change] as const),
  );
  return [
    command.review({ on: opened, as: team }, id, record),
    ...changes.flatMap(([on, change, act], n) => {
      const changed = records[n + 1]?.record;
      return [
        ...(Object.keys(change).length === 0 || changed === undefined
          ? []
          : [command.review({ on, as: team }, id, changed)]),
        ...(act === undefined ? [] : [command.lifecycle({ on, as: team }, id, act)]),
      ];
    }),
  ];
};

export const reviewSteps: readonly ChangeStep[] = reviews.flatMap(stepsOf);

/** Known only after August was reported: the September report restates it. */
export const transferRecordedLate: ChangeStep = command.lifecycle({ on: '2025-08-27', as: team }, 'trading-standards', {
  kind: 'transfer',
  reason: 'The joint regional service answers for it from 27 August 2025',
  to: 'Joint regional service',
});
