import * as z from 'zod';

/**
 * Why less, or more, is identified than counts towards the gap: from the low end of one to the low end of the other, in
 * whole pounds. `included - unachievable - replaced - shareNotStated + heldByMtfp - notCertain = identified`. Additive.
 */
export const Reconciliation = z
  .object({
    unachievable: z.int().meta({ description: 'Planned, and cannot be achieved' }),
    replaced: z.int().meta({ description: 'Planned, and another line takes its place' }),
    shareNotStated: z.int().meta({
      description: 'Planned by lines of which nobody states what the MTFP holds already: in no figure of identified',
    }),
    heldByMtfp: z
      .int()
      .meta({ description: 'Held by the MTFP beyond what is left of the plans: identified, though no longer planned' }),
    notCertain: z.int().meta({ description: 'Not certain to be net new while the share of the MTFP is a range' }),
  })
  .meta({
    id: 'SavingsReconciliation',
    description:
      'From what counts towards the gap to what is identified, by low ends, in whole pounds: less `unachievable`, `replaced`, `shareNotStated` and `notCertain`, plus `heldByMtfp`',
  });
export type Reconciliation = z.infer<typeof Reconciliation>;

export const nothingToReconcile: Reconciliation = {
  unachievable: 0,
  replaced: 0,
  shareNotStated: 0,
  heldByMtfp: 0,
  notCertain: 0,
};

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
