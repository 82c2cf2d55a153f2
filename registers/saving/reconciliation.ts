import { nothingToReconcile, type Reconciliation } from './projections.ts';

export const addReconciliations = (all: readonly Reconciliation[]): Reconciliation =>
  all.reduce(
    (sum, one) => ({
      unachievable: sum.unachievable + one.unachievable,
      replaced: sum.replaced + one.replaced,
      shareNotStated: sum.shareNotStated + one.shareNotStated,
      heldByMtfp: sum.heldByMtfp + one.heldByMtfp,
      notCertain: sum.notCertain + one.notCertain,
    }),
    nothingToReconcile,
  );

/** What was left out of a plan for its substitutes and, beyond that, as unachievable: low ends in whole pounds. */
export const leftOut = (given: { readonly plan: number; readonly rest: number; readonly substitutes: number }) => {
  const out = given.plan - given.rest;
  const replaced = Math.min(out, given.substitutes);
  return { ...nothingToReconcile, replaced, unachievable: out - replaced };
};

/** What the share of the MTFP makes of what is left of the plans: low ends in whole pounds. */
export const byShare = (rest: number, identified: number): Reconciliation => ({
  ...nothingToReconcile,
  heldByMtfp: Math.max(0, identified - rest),
  notCertain: Math.max(0, rest - identified),
});
