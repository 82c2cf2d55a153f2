import * as z from 'zod';
import { Share } from './figures.ts';
import { Id } from './ids.ts';
import { Lifecycle } from './review.ts';
import { listedOf } from './row-lists.ts';

const Counted = z.object({ key: z.string(), name: z.string(), share: Share });

/** A review that is under way and part of another that is counted: the two count once, where the other one is. */
const Component = z.object({
  review: Id,
  title: z.string(),
  stage: z.string(),
  of: Id,
  ofTitle: z.string(),
  ofStage: z.string(),
});

/** How many reviews there are, each once, by what they are. */
export const Counts = z.object({
  counted: z.int(),
  /** Reports by `rules-1` have none: they count each review by itself. */
  components: listedOf(Component).optional(),
  /** Absent where paused reviews count. */
  pausedCounts: z.literal(false).optional(),
  notCounted: z.array(z.object({ lifecycle: Lifecycle, count: z.int() })),
  services: z.int(),
  stage: z.array(Counted),
  lifecycle: z.array(Counted),
  portfolio: z.array(Counted),
  directorate: z.array(Counted),
  tier: z.array(Counted),
  theme: z.array(Counted),
});
export type Counts = z.infer<typeof Counts>;

/** How many reviews are under way one by one: those that are counted, and those that count within them. */
export const underWay = ({ counted, components }: Counts): number => counted + (components?.total ?? 0);
