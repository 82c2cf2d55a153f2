import type { Role } from '#schemas/people.ts';

/* Who somebody is, and what they may do for it: what the table of roles is written in. */

/** Who somebody is to what they ask for. */
export interface Standing {
  readonly roles: readonly Role[];
  /** They are an SRO of the review. */
  readonly isItsSro: boolean;
  /** They lead the review. */
  readonly leadsIt: boolean;
  /** They claimed the saving. */
  readonly claimedIt: boolean;
  /** Where it is a rating that stands: whose. */
  readonly ratingOf: 'sro' | 'assurance' | null;
}

export type May = (who: Standing) => boolean;

export const holders =
  (...roles: readonly Role[]): May =>
  (who) =>
    roles.some((role) => who.roles.includes(role));
export const itsOwnSro: May = (who) => who.roles.includes('sro') && who.isItsSro;
export const either =
  (...ways: readonly May[]): May =>
  (who) =>
    ways.some((way) => way(who));
/** Nobody assures what they answer for themselves. */
export const assurance: May = (who) => who.roles.includes('assurance') && !who.isItsSro && !who.leadsIt;
/** A rating speaks for the SRO or for assurance, and only those may touch it for whom it speaks. */
export const speaksAsItsSource: May = (who) => (who.ratingOf === 'sro' ? itsOwnSro(who) : assurance(who));

export const anyone: May = () => true;
export const everybody = holders('transformation-team', 'sro', 'finance', 'assurance', 'programme-office', 'board');
/** The programme office brings a programme in, so it may write what the team keeps. */
export const team = holders('transformation-team', 'programme-office');
export const office = holders('programme-office');
