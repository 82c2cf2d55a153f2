import { textOfCell } from '../workbook/sheet.ts';
import { type MappedField, yearOfColumn, yearsNamedIn } from './mapped-fields.ts';
import type { Mapping } from './mapping.ts';
import { type Head, plain, type Table } from './table.ts';

/*
 * Which column is which, as heads of councils' trackers are usually worded. A guess is shown before anything is read by it.
 */

/** By the end of a field's key and, where they differ by register, its register: how heads name it. */
const wordings: readonly (readonly [register: string, key: RegExp, head: RegExp])[] = [
  ['risks', /^title$/, /^(?:risk|risk (?:title|name|summary|description)|title|description(?: of risk)?)$/],
  ['risks', /^cause$/, /\bcauses?\b/],
  ['risks', /^event$/, /^(?:event|risk event)$/],
  ['risks', /^consequence$/, /\b(?:consequences?|effects?|impact description)\b/],
  ['risks', /^inherent\.1\.likelihood$/, /\b(?:inherent|gross|initial|raw)\b.*\b(?:likelihood|probability|l)\b/],
  ['risks', /^inherent\.1\.impact$/, /\b(?:inherent|gross|initial|raw)\b.*\b(?:impact|severity|i)\b/],
  ['risks', /^target\.1\.likelihood$/, /\btarget\b.*\b(?:likelihood|probability|l)\b/],
  ['risks', /^target\.1\.impact$/, /\btarget\b.*\b(?:impact|severity|i)\b/],
  [
    'risks',
    /^current\.1\.likelihood$/,
    /^(?:(?:current|residual|net|now)\b.*\b)?(?:likelihood|probability|l)(?: \(?\d\s*(?:-|to)\s*\d\)?)?$/,
  ],
  [
    'risks',
    /^current\.1\.impact$/,
    /^(?:(?:current|residual|net|now)\b.*\b)?(?:impact|severity|i)(?: \(?\d\s*(?:-|to)\s*\d\)?)?$/,
  ],
  ['risks', /^treatment$/, /\b(?:treatment|response|approach|strategy)\b/],
  [
    'risks',
    /^lastReviewedOn$/,
    /^(?!.*\bnext\b).*\b(?:last|date)\b.*\breview(?:ed)?\b|^reviewed(?: on)?$|^review date$/,
  ],
  ['milestones', /^title$/, /^(?:milestone|task|activity|deliverable|title|milestone (?:title|name|description))$/],
  [
    'milestones',
    /^baseline$/,
    /\b(?:baseline|planned|original|due|deadline|target)\b|^(?:delivery|completion|end|finish|milestone) date$/,
  ],
  ['milestones', /^forecast$/, /\b(?:forecast|expected|revised|latest|current)\b/],
  ['milestones', /^actual$/, /\b(?:actual|achieved|completed|done)\b/],
  ['milestones', /^delayReason$/, /\b(?:reason|delay|slippage|commentary)\b/],
  [
    'savings',
    /^title$/,
    /^(?:saving|savings? (?:title|line|proposal|description)|proposal|initiative|title|description)$/,
  ],
  ['savings', /^class$/, /\b(?:class|cashable|type of saving|saving type)\b/],
  ['savings', /^mechanism$/, /\b(?:mechanism|lever|method)\b/],
  ['savings', /^recurrence$/, /\b(?:recurr\w+|one-?off|ongoing)\b/],
  ['savings', /^firmness$/, /\b(?:firmness|confidence|certainty|maturity)\b/],
  ['savings', /^budgetLine$/, /\b(?:budget (?:line|code)|cost cent(?:re|er))\b|^budget$/],
  ['recommendations', /^title$/, /^(?:recommendation|title|finding|recommendation title)$/],
  ['recommendations', /^origin$/, /\b(?:made by|source|origin|from)\b/],
  ['recommendations', /^paper$/, /\b(?:paper|report|audit title)\b/],
  ['recommendations', /^response$/, /\b(?:response|accepted|management response)\b/],
  ['recommendations', /^action$/, /\b(?:action|agreed action)s?\b/],
  ['recommendations', /^due$/, /\b(?:due|deadline|target date|by when)\b|^(?:delivery|implementation) date$/],
  ['recommendations', /^progress$/, /\b(?:progress|update|latest|comments?)\b/],
  ['recommendations', /^closedOn$/, /\b(?:closed on|date closed|completed on|completion date)\b/],
  ['recommendations', /^evidence$/, /\bevidence\b/],
  ['', /^owner$/, /\b(?:owner|lead(?! time)|responsible|accountable)\b/],
  ['', /^category$/, /\b(?:category|risk type)\b/],
  ['', /^status$/, /\b(?:status|state|open or closed)\b/],
];

const referenceHead =
  /^(?:(?:risk|saving|savings|milestone|rec|recommendation|unique|our)?\s*(?:ref(?:erence)?|id|no|number|urn)\b.*|#)$/;
const reviewHead = /^(?:review|project|service(?: area| review)?|work-?\s?stream|programme strand)(?: name| title)?$/;

export const isReference = ({ text }: Head): boolean => referenceHead.test(plain(text));
export const isOfReviews = ({ text }: Head): boolean => reviewHead.test(plain(text));

/** Which field of a year a head names; none of those that are guessed where it is empty, and what is planned where no word says otherwise. */
const wordsOfYear: readonly (readonly [name: string, head: RegExp])[] = [
  ['forecast', /\b(?:forecast|expected|outturn)\b/],
  ['claimedActual', /\b(?:claim(?:ed)?|delivered|achieved|actuals?)\b/],
  [
    '',
    /\b(?:validated|mtfp|red|amber|green|b?rag|status|risk|baseline|comments?|notes?)\b|^(?!.*\bsaving).*\bbudget\b/,
  ],
];

/** Of lists by year: the head names one year, and the field. */
const isOfYear = ({ column }: MappedField, head: string): boolean => {
  const [named, ...more] = yearsNamedIn([head]);
  if (named === undefined || named !== yearOfColumn(column) || more.length > 0) return false;
  return column.field.name === (wordsOfYear.find(([, words]) => words.test(head))?.[0] ?? 'plan');
};

/** Whether a head, as it is compared, is one that the field usually has. */
export const isCalled = (register: string, field: MappedField, head: string): boolean =>
  isOfYear(field, head) ||
  wordings.some(([of, key, words]) => (of === '' || of === register) && key.test(field.key) && words.test(head));

/** The head of a column whose cells are titles of reviews, else of one that is called so. */
const reviewIn = ({ heads, rows }: Table, isReview: (text: string) => boolean): Head | undefined => {
  const named = (head: Head): number => {
    const texts = rows.map(({ cells }) => textOfCell(cells[head.at] ?? null)).filter((text) => text !== '');
    return texts.length === 0 ? 0 : texts.filter(isReview).length / texts.length;
  };
  const [best] = heads.map((head) => ({ head, share: named(head) })).toSorted((a, b) => b.share - a.share);
  return best !== undefined && best.share >= 0.3 ? best.head : heads.find(isOfReviews);
};

/** @param isReview whether a text is the id or title of a review */
export const guessedMapping = (
  register: Mapping['register'],
  fields: readonly MappedField[],
  table: Table,
  isReview: (text: string) => boolean,
): Mapping => {
  const reference = table.heads.find(isReference);
  const review = reviewIn(table, isReview);
  const taken = new Set<Head | undefined>([reference, review]);
  const found = new Map<MappedField, Head>();
  const take = (isIt: (field: MappedField, head: string) => boolean): void => {
    for (const field of fields) {
      if (found.has(field)) continue;
      const head = table.heads.find((one) => !taken.has(one) && isIt(field, plain(one.text)));
      if (head === undefined) continue;
      taken.add(head);
      found.set(field, head);
    }
  };
  take(({ column }, head) => plain(column.label) === head);
  take((field, head) => isCalled(register, field, head));
  return {
    register,
    ...(reference === undefined ? {} : { reference: reference.text }),
    ...(review === undefined ? {} : { review: review.text }),
    columns: [...found].map(([{ key }, { text }]) => ({ field: key, head: text })),
    words: [],
  };
};

/** Every head that a mapping names, as it is looked for in a sheet. */
export const headsNamedBy = ({ reference, review, columns }: Mapping): ReadonlySet<string> =>
  new Set(
    [reference, review, ...columns.map(({ head }) => head)].flatMap((head) =>
      head === undefined ? [] : [plain(head)],
    ),
  );
