/** A linear axis from zero: where it ends, its round ticks, and the place of a value on the drawing. */
export interface Axis {
  readonly end: number;
  readonly ticks: readonly number[];
  readonly place: (value: number) => number;
}

/** The round step, 1, 2 or 5 times a power of ten and at least 1, that divides a length into nearest to so many parts. */
const roundStep = (length: number, parts: number): number => {
  const wanted = length / parts;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const times = wanted / power;
  // Between two candidates the middle is geometric: 2 and 5 part at the square root of 10.
  return Math.max(
    1,
    power * (times >= Math.sqrt(50) ? 10 : times >= Math.sqrt(10) ? 5 : times >= Math.sqrt(2) ? 2 : 1),
  );
};

/** An axis over 0 to `most` (above zero), with about so many parts, drawn from `left` to `right`. */
export const axisFromZero = (most: number, parts: number, left: number, right: number): Axis => {
  let step = roundStep(most, parts);
  let end = Math.ceil(most / step) * step;
  // A rounder end may take a rounder step, which may take a rounder end.
  while (roundStep(end, parts) !== step) {
    step = roundStep(end, parts);
    end = Math.ceil(end / step) * step;
  }
  return {
    end,
    ticks: Array.from({ length: Math.round(end / step) + 1 }, (_, n) => n * step),
    place: (value) => left + (value / end) * (right - left),
  };
};
