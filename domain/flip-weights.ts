import { highestOf, same } from './weighted-totals.ts';

/** An option that takes part in the ranking, with its scores in the order of the criteria. */
export interface Scored {
  readonly id: string;
  readonly scores: readonly number[];
}

/** Where first place changes hands, as a share of 1, and who holds it beyond; at the end of the range, who holds it there. */
export interface Crossing {
  readonly weight: number;
  readonly firstChain: readonly string[];
}

export interface Flips {
  readonly below: Crossing | null;
  readonly above: Crossing | null;
}

/** An option's total as the weight of one criterion runs: `alone` at 1, `without` at 0, a straight line between. */
interface Line {
  readonly id: string;
  readonly alone: number;
  readonly without: number;
}

type Direction = 1 | -1;

const slopeOf = (line: Line): number => line.alone - line.without;
const totalAt = (line: Line, weight: number): number => weight * line.alone + (1 - weight) * line.without;

/** Weights as shares of 1. They must not all be nought. */
export const normalised = (weights: readonly number[]): number[] => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
};

/** The shares that the other criteria have among themselves: in proportion, or equal where one criterion has all the weight. */
const sharesOfOthers = (weights: readonly number[], criterion: number): number[] => {
  const others = weights.map((weight, n) => (n === criterion ? 0 : weight));
  return normalised(others.some((weight) => weight > 0) ? others : others.map((_, n) => (n === criterion ? 0 : 1)));
};

const leadersAt = (lines: readonly Line[], weight: number): Line[] => highestOf(lines, (line) => totalAt(line, weight));

/** Who leads once the weight has moved the least bit on: of those who lead at it, the steepest. */
const leadersBeyond = (lines: readonly Line[], weight: number, direction: Direction): Line[] =>
  highestOf(leadersAt(lines, weight), (line) => direction * slopeOf(line));

const crossing = (weight: number, leaders: readonly Line[]): Crossing => ({
  weight,
  firstChain: leaders.map((line) => line.id),
});

const nearestCrossing = (lines: readonly Line[], from: number, direction: Direction): Crossing | null => {
  const end = direction === 1 ? 1 : 0;
  if (same(from, end)) return null;
  const leaders = leadersBeyond(lines, from, direction);
  const leader = leaders[0];
  if (leader === undefined) return null;
  if (leaders.length < leadersAt(lines, from).length) return crossing(from, leaders);

  // Totals are straight lines: only one that rises faster in this direction ever catches up, and where is a division.
  const distances = lines.flatMap((line) => {
    const gain = direction * (slopeOf(line) - slopeOf(leader));
    return gain > 0 && !same(slopeOf(line), slopeOf(leader))
      ? [(totalAt(leader, from) - totalAt(line, from)) / gain]
      : [];
  });
  if (distances.length === 0) return null;
  const weight = from + direction * Math.min(...distances);
  if (same(weight, end)) return crossing(end, leadersAt(lines, end));
  return weight > 0 && weight < 1 ? crossing(weight, leadersBeyond(lines, weight, direction)) : null;
};

/**
 * The weights of one criterion nearest to its own, below and above, at which first place changes hands, all others
 * scaled by (1 - w) / (1 - its own) to keep their proportions, or sharing equally where it has all the weight. Null
 * where first place never changes hands that way. Where first place is shared, it does so at the criterion's own weight.
 * `weights` are shares of 1.
 */
export const flipsOf = (weights: readonly number[], options: readonly Scored[], criterion: number): Flips => {
  const own = weights[criterion];
  if (own === undefined || weights.length < 2) return { below: null, above: null };
  const shares = sharesOfOthers(weights, criterion);
  const lines = options.map((option) => ({
    id: option.id,
    alone: option.scores[criterion] ?? 0,
    without: shares.reduce((total, share, n) => total + share * (option.scores[n] ?? 0), 0),
  }));
  return { below: nearestCrossing(lines, own, -1), above: nearestCrossing(lines, own, 1) };
};
