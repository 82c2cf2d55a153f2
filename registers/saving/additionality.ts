import { addTotals, noTotal, totalOf } from '#domain/totals.ts';
import type { FigureOrPounds, Total } from '#schemas/figures.ts';
import type { Firmness } from './choices.ts';
import type { Saving, SavingYear } from './record.ts';

/*
 * Which savings close the unidentified gap, and by how much (Kent County Council's rule: savings count towards the gap
 * only where they meet or exceed what the medium-term financial plan already holds).
 */

const countedFirmness: readonly Firmness[] = ['business-case', 'agreed', 'delivered'];

// SAV-03: The gap counts lines that are cash-releasing or income and at least at business-case firmness.
export const closesTheGap = (saving: Pick<Saving, 'class' | 'firmness'>): boolean =>
  (saving.class === 'cash-releasing' || saving.class === 'income') && countedFirmness.includes(saving.firmness);

/** A share of the MTFP that nobody gave is not stated: never nought. */
export const mtfpShareOf = (given: SavingYear): FigureOrPounds => given.alreadyInMtfp ?? { kind: 'not-stated' };

/** What exceeds another total, at both ends; never below zero. An open share may be all there is, an open gross has no end. */
export const excessOver = (gross: Total, share: Total): Total => ({
  ...addTotals([gross, share]),
  low: share.high === null ? 0 : Math.max(0, gross.low - share.high),
  high: gross.high === null ? null : Math.max(0, gross.high - share.low),
  count: 1,
});

export interface Additionality {
  readonly alreadyInMtfp: Total;
  readonly netNew: Total;
  readonly identified: Total;
}

/**
 * One year of a line: its share of the MTFP, what it adds to that, and both together, in whole pounds.
 * A line that does not count towards the gap adds nothing to any of the three.
 */
export const additionalityOf = (saving: Pick<Saving, 'class' | 'firmness'>, given: SavingYear): Additionality => {
  if (!closesTheGap(saving)) return { alreadyInMtfp: noTotal, netNew: noTotal, identified: noTotal };
  const gross = totalOf([given.plan]);
  const share = totalOf([mtfpShareOf(given)]);

  // SAV-04: Net new is the gross above the line's share of the MTFP, never below zero.
  // A line whose share is unknown is out of it, and so out of what is identified, and stands in the coverage of both.
  if (share.count === 0) return { alreadyInMtfp: share, netNew: share, identified: share };

  // SAV-05: Identified is the share of the MTFP plus net new.
  // Of a line whose gross is unknown it is the share alone, marked part-known.
  if (gross.count === 0) {
    const { marked } = addTotals([
      share,
      totalOf([{ kind: 'part-known', pounds: 0, covers: 'the share of the MTFP' }]),
    ]);
    return { alreadyInMtfp: share, netNew: gross, identified: { ...share, exact: false, marked } };
  }
  const netNew = excessOver(gross, share);
  return { alreadyInMtfp: share, netNew, identified: { ...addTotals([share, netNew]), count: 1 } };
};
