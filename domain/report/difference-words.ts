import { dateInWords, poundsInWords } from '#language/in-words.ts';
import { LedgerPeriodId, periodInWords } from '#schemas/ledger.ts';
import { isRating, ratingInWords } from '#schemas/rating-names.ts';

/*
 * The words of what is different between two reports: of the fields that hold a figure, of the rows, and of the values.
 */

/** Fields whose names are no words for a board; an empty one says nothing that its neighbours do not. */
const fieldWords: Readonly<Record<string, string>> = {
  share: '',
  count: '',
  byBand: '',
  sro: 'by SROs',
  assurance: 'by assurance',
  rating: '',
  planned: '',
  worst: 'the worst',
  differ: 'reviews on which SRO and assurance differ',
  valueWeighted: 'weighted by planned savings',
  top: 'the highest',
  highOpen: 'those of high severity',
  reviewsWithPreferred: 'reviews with a preferred option',
  alternativesRecorded: 'reviews that record what was not recommended',
  included: 'counted towards the gap',
  excluded: 'shown apart',
  alreadyInMtfp: 'already in the MTFP',
  mtfpPressure: 'pressure on the MTFP',
  heldByMtfp: 'held by the MTFP beyond the plan',
  shareNotStated: 'MTFP share not stated',
  reconciliation: 'on the way to identified',
  oneOffFallOut: 'one-off savings that end',
  statedOnly: 'known by number only',
  byClass: 'plan by class',
  byMechanism: 'plan by mechanism',
  states: 'plan by state',
  moved: 'moved with a milestone',
  cameSince: 'confirmed since',
  ledger: 'in the ledger',
  notClaimed: 'shown and not claimed',
  notShown: 'claimed and not shown',
  notInLedger: 'claimed and not named',
};

/** `notRecommended` becomes `not recommended`, `claimedPounds` `claimed`. */
export const fieldInWords = (name: string): string =>
  fieldWords[name] ??
  name
    .replace(/Pounds$/, '')
    .replaceAll(/([a-z])([A-Z])/g, (_, end: string, begin: string) => `${end} ${begin.toLowerCase()}`);

/** What a row is called by its key: a rating by its name, `cash-releasing` as words. */
export const keyInWords = (key: string): string => (isRating(key) ? ratingInWords(key) : key.replaceAll('-', ' '));

const poundsOf = new Set(['pounds', 'held', 'notDelivered', 'heldNow', 'planned', 'replacedBy', 'mtfpPressure']);
const holdPounds = ['states', 'reconciliation'];

/** Whether a number is whole pounds, by what it is called and what holds it. */
const isPounds = (path: readonly string[]): boolean => {
  const name = path.at(-1) ?? '';
  return (
    poundsOf.has(name) ||
    name.endsWith('Pounds') ||
    (path[0] === 'costsAndBenefits' && path.includes('variation') && (name === 'low' || name === 'high')) ||
    (path[0] === 'savings' && holdPounds.some((one) => path.includes(one)))
  );
};

/** A plain value at a place of the report. */
export const valueInWords = (value: string | number | boolean, path: readonly string[]): string => {
  if (typeof value === 'number') return isPounds(path) ? poundsInWords(value) : String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isRating(value)) return ratingInWords(value);
  if (LedgerPeriodId.safeParse(value).success) return periodInWords(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateInWords(value) : value;
};
