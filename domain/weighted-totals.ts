const tolerance = 1e-9;

/** Whether two weighted totals are one and the same but for the arithmetic of fractions. */
export const same = (one: number, other: number): boolean =>
  Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other));

/** Those of the highest value; several where they tie. */
export const highestOf = <T>(items: readonly T[], measure: (item: T) => number): T[] => {
  const highest = Math.max(...items.map(measure));
  return items.filter((item) => same(measure(item), highest));
};

/** Rounds to so many decimal places, halves up. */
export const rounded = (value: number, places: number): number => {
  const scale = 10 ** places;
  const result = Math.round(value * scale) / scale;
  return result === 0 ? 0 : result;
};
