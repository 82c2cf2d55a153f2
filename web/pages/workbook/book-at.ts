import * as z from 'zod';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { type Book, type OwnedEntry, type Owner, ownersOf, type RegisterSheet } from '../../workbook/book.ts';
import { type ChoicesOf, columnsOf } from '../../workbook/columns.ts';
import { workedOutOf } from '../../workbook/worked-out.ts';
import { apiChainPath } from '../paths.ts';
import { type Api, askAll, asking, everyPage } from '../question.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import {
  askEntries,
  askOwner,
  Entry,
  EntryList,
  entryTitle,
  Named,
  ownerName,
  pluralTitle,
  registerAt,
} from '../registers/register-at.ts';
import { type At, may } from '../screen.ts';
import {
  type ChosenInReview,
  chosenInReview,
  columnsOverReviews,
  fieldsOfAll,
  isOfAll,
  referredTo,
} from './chosen-in-review.ts';
import { hasWorkbook } from './offered.ts';

/*
 * The registers of a review, of a programme or of a portfolio as one workbook, from what is recorded now.
 */

/** What a workbook of several registers is of. */
export type BookOf = 'review' | 'programme' | 'portfolio';

/** Entries that a workbook has room for. */
export const mostEntries = 5_000;

export interface BookAt {
  readonly book: Book;
  /** What the review, the programme or the portfolio is called. */
  readonly owner: string;
  readonly entries: number;
  readonly isTooLong: boolean;
}

const Reviews = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      portfolio: z.string().nullable(),
      struckOut: z.boolean().optional(),
    }),
  ),
  next: z.string().nullable(),
});
const AcrossList = z.object({
  items: z.array(z.object({ review: z.object({ id: z.string() }).nullable(), entry: Entry })),
  next: z.string().nullable(),
});
const Portfolios = z.object({
  record: z.object({ portfolios: z.array(z.object({ id: z.string(), name: z.string() })).default([]) }),
});

/** Those that whoever asks may write. */
const declared: readonly Register[] = registers;
const registersOf = (at: At): readonly Register[] =>
  declared.filter((one) => hasWorkbook(one) && one.scopes.includes('review') && may(at.viewer, one.writers));

const sheetOf = (
  register: Register,
  entries: readonly OwnedEntry[],
  owners: readonly Owner[],
  { at, choicesOf, chosen }: { readonly at: At; readonly choicesOf: ChoicesOf; readonly chosen?: ChosenInReview },
): RegisterSheet => {
  const fields = fieldsOf(register.record);
  const columns = columnsOf(
    fields,
    entries.map(({ record }) => record),
    at.today,
    choicesOf,
  );
  return {
    ...{ title: pluralTitle(register), register: register.path, noun: register.noun, fields, entries, owners },
    columns: chosen === undefined ? columns : columnsOverReviews(columns, chosen),
    workedOut: workedOutOf(fieldsOf(register.computed), at.today),
  };
};

const entryOf = (register: Register, { id, version, record, computed }: Entry, review: string | null): OwnedEntry => ({
  ...{ id, version, record, computed, review },
  title: entryTitle(register, { id, record }),
});

const choicesBy =
  (answers: Readonly<Record<string, unknown>>, all: readonly Register[], at: At): ChoicesOf =>
  (field) =>
    namedEntries(answers, all, at)
      .optionsOf(field.register ?? field.list ?? '')
      .map(({ value, label }) => ({ name: value, label }));

const bookOfReview = async (at: At, api: Api, all: readonly Register[]): Promise<BookAt> => {
  const mine = registersOf(at);
  const lists = Object.fromEntries(
    mine.map((register) => [
      `list-${register.path}`,
      everyPage(askEntries({ register, scope: 'review' }, at, { limit: '200' })),
    ]),
  );
  const named = askNamed(
    mine.flatMap(({ record }) => fieldsOf(record)),
    all,
    at,
  );
  const { answers } = await askAll({ ...named, ...lists, owner: askOwner(at) }, api);
  const owner = ownerName(Named.parse(answers.owner));
  const { review = '' } = registerAt(at);
  let isCut = false;
  const sheets = mine.map((register) => {
    const { items, next } = EntryList.parse(Reflect.get(answers, `list-${register.path}`));
    isCut ||= next !== null;
    const entries = items.filter(({ struckOut }) => struckOut === null).map((one) => entryOf(register, one, review));
    const choicesOf = choicesBy(answers, all, at);
    return sheetOf(register, entries, [{ review, name: owner }], { at, choicesOf });
  });
  return bookAt({ sheets, isOverReviews: false }, owner, isCut);
};

const bookAt = (book: Book, owner: string, isCut: boolean): BookAt => {
  const entries = book.sheets.reduce((sum, sheet) => sum + sheet.entries.length, 0);
  return { book, owner, entries, isTooLong: isCut || entries > mostEntries };
};

const bookOverReviews = async (at: At, api: Api, of: BookOf): Promise<BookAt> => {
  const mine = registersOf(at);
  const programme = apiChainPath({ programme: at.params.programmeId ?? '' });
  const targets = referredTo(fieldsOfAll(mine));
  const lists = Object.fromEntries(
    [...new Set([...mine, ...targets])].map(({ path }) => [
      `list-${path}`,
      everyPage(asking(`${programme}/across/${path}`, AcrossList, { sort: 'review', limit: '200' })),
    ]),
  );
  const { answers } = await askAll(
    {
      ...askNamed(fieldsOfAll(mine).filter(isOfAll), [], at),
      ...lists,
      owner: asking(programme, Named),
      portfolios: asking(programme, Portfolios),
      reviews: everyPage(asking(`${programme}/reviews`, Reviews, { limit: '200' })),
    },
    api,
  );
  const { portfolio: wanted } = at.params;
  const reviews = Reviews.parse(answers.reviews).items.filter(
    ({ struckOut, portfolio }) => struckOut !== true && (of === 'programme' || portfolio === wanted),
  );
  const here = new Set(reviews.map(({ id }) => id));
  const listed = ({ path }: Register) => AcrossList.parse(Reflect.get(answers, `list-${path}`));
  const chosen = chosenInReview(
    targets.map((register) => ({
      register,
      entries: listed(register).items.map(({ review, entry }) => entryOf(register, entry, review?.id ?? null)),
    })),
  );
  let isCut = false;
  const sheets = mine.map((register) => {
    const { items, next } = listed(register);
    isCut ||= next !== null;
    const isOwn = of === 'programme' && register.scopes.includes('programme');
    const owners = ownersOf(reviews, isOwn ? 'with-programme' : 'reviews-alone');
    const entries = items
      .filter(({ review }) => (review === null ? isOwn : here.has(review.id)))
      .map(({ review, entry }) => entryOf(register, entry, review?.id ?? null));
    return sheetOf(register, entries, owners, { at, choicesOf: choicesBy(answers, [], at), chosen });
  });
  const { portfolios } = Portfolios.parse(answers.portfolios).record;
  const owner =
    of === 'programme'
      ? ownerName(Named.parse(answers.owner))
      : (portfolios.find(({ id }) => id === wanted)?.name ?? wanted ?? '');
  return bookAt({ sheets, isOverReviews: true }, owner, isCut);
};

export const askBook = (of: BookOf, at: At, api: Api, all: readonly Register[]): Promise<BookAt> =>
  of === 'review' ? bookOfReview(at, api, all) : bookOverReviews(at, api, of);
