import type { Instant } from '#language/time.ts';
import { everythingRecorded, type KnownAsOf } from '#store/records/known-as-of.ts';

/** The two times of a question: what was true at an instant, by what was known of it. */
export interface AsOf {
  readonly asAt: Instant;
  readonly knowledge: KnownAsOf;
  /** How the knowledge is named for the next page of a list: an instant, or `2014-04/2`. */
  readonly known: string;
  /** For the end of a sentence: ` as at ...`. */
  readonly inWords: string;
  /** Whether the public view may be answered: then what became exempt later is withheld too. */
  readonly forPublic: boolean;
}

/** What an act that holds from an instant is judged by: what was true then, by all that is recorded today. */
export const asOfAct = (effectiveAt: Instant): AsOf => ({
  asAt: effectiveAt,
  knowledge: everythingRecorded,
  known: effectiveAt,
  inWords: '',
  forPublic: false,
});
