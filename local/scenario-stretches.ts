import type { LocalDate } from '#language/time.ts';
import { type ChangeStep, dayOfPlaying, type Scenario, type Step } from '../examples/step.ts';

/** A step with its number in the scenario, from 1. */
export interface NumberedStep {
  readonly number: number;
  readonly step: Step;
}

/** Steps of one day that may be taken at once: a lane for each review, its steps in order. */
export interface Stretch {
  readonly day: LocalDate;
  readonly lanes: readonly (readonly NumberedStep[])[];
}

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

/** The review that a step is about and nothing else; undefined where it names another review, or is of the programme or its people. */
const laneOf = (step: Step, reviews: ReadonlySet<string>): string | undefined => {
  if (step.kind === 'report') return undefined;
  const { reviewId } = step.params;
  if (reviewId === undefined) return undefined;
  return stringsIn(step.body).some((text) => text !== reviewId && reviews.has(text)) ? undefined : reviewId;
};

/**
 * A scenario as what may be recorded at once and what may not: steps of different reviews that follow each other on one day are independent, since
 * each review has a chain of its own; a step of the programme, one that names two reviews, and a report wait for all before them.
 */
export const stretchesOf = ({ steps }: Scenario): readonly Stretch[] => {
  const changes = steps.filter((step): step is ChangeStep => step.kind === 'change');
  const reviews = new Set(changes.flatMap(({ params }) => params.reviewId ?? []));
  const stretches: { day: LocalDate; lanes: Map<string, NumberedStep[]> }[] = [];
  let isOpen = false;
  for (const [n, step] of steps.entries()) {
    const day = dayOfPlaying(step);
    const lane = laneOf(step, reviews);
    const last = stretches.at(-1);
    const numbered = { number: n + 1, step };
    if (lane === undefined || last === undefined || !isOpen || last.day !== day)
      stretches.push({ day, lanes: new Map([[lane ?? '', [numbered]]]) });
    else last.lanes.set(lane, [...(last.lanes.get(lane) ?? []), numbered]);
    isOpen = lane !== undefined;
  }
  return stretches.map(({ day, lanes }) => ({ day, lanes: [...lanes.values()] }));
};
