import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { pluralTitle } from '#web/pages/registers/register-at.ts';
import { type ChosenInReview, chosenInReview, columnsOverReviews } from '#web/pages/workbook/chosen-in-review.ts';
import { hasWorkbook } from '#web/pages/workbook/offered.ts';
import { type Book, type OwnedEntry, ownersOf, type RegisterSheet } from '#web/workbook/book.ts';
import { planOfBook } from '#web/workbook/book-plan.ts';
import { columnsOf } from '#web/workbook/columns.ts';
import type { ReadSheet } from '#web/workbook/sheet.ts';
import { workedOutOf } from '#web/workbook/worked-out.ts';
import { records } from './records.ts';
import { computedOf } from './worked-out.ts';

/* Every register that has a workbook, of the programme and three reviews, two of one title. */

const owners = ownersOf(
  [
    { id: 'home-care', title: 'Home care' },
    { id: 'property', title: 'Property' },
    { id: 'property-2', title: 'Property' },
  ],
  'with-programme',
);
const declared: readonly Register[] = registers;
/** Those that such a workbook has. */
export const offered = declared.filter((one) => hasWorkbook(one) && one.scopes.includes('review'));

const entriesOf = (register: Register): readonly OwnedEntry[] =>
  owners.flatMap(({ review }, n) => {
    const record: Readonly<Record<string, unknown>> = {
      ...Object(register.example),
      ...Object(records[register.kind]),
    };
    // Ids are of their review: the same id is another entry in each.
    const title = `${register.noun} ${n}`;
    const computed = computedOf(register, record);
    return [{ id: 'first', title, version: n + 1, review, record: { ...record, title }, computed }];
  });

/** What refers to other entries of a review: the entries of all registers, by the review that they are of. */
export const chosen = (): ChosenInReview =>
  chosenInReview(offered.map((register) => ({ register, entries: entriesOf(register) })));

export const sheetFor = (register: Register, entries = entriesOf(register), mayBeChosen = chosen()): RegisterSheet => {
  const fields = fieldsOf(register.record);
  const columns = columnsOf(
    fields,
    entries.map(({ record }) => record),
    '2026-04-10',
    () => [],
  );
  return {
    title: pluralTitle(register),
    register: register.path,
    noun: register.noun,
    fields,
    columns: columnsOverReviews(columns, mayBeChosen),
    workedOut: workedOutOf(fieldsOf(register.computed), '2026-04-10'),
    entries,
    owners,
  };
};
export const bookOf = (isOverReviews = true): Book => ({ sheets: offered.map((one) => sheetFor(one)), isOverReviews });

/** What a workbook would change, in short. */
export const planned = (book: Book, sheets: readonly ReadSheet[]) => {
  const { owners: those, faults, notes, leftOut } = planOfBook(book, sheets);
  return {
    ...{ notes, leftOut },
    faults: faults.map(({ sheet, cell, message }) => `${sheet} ${cell} ${message}`),
    clashes: those.flatMap(({ owner, clashes }) => clashes.map(({ sheet, cell }) => `${owner.name}: ${sheet} ${cell}`)),
    added: those.flatMap(({ owner, plans }) =>
      plans.flatMap(({ sheet, plan }) =>
        plan.added.map(({ id, row }) => `${owner.review}/${sheet.register}/${id} of row ${row}`),
      ),
    ),
    changed: those.flatMap(({ owner, plans }) =>
      plans.flatMap(({ sheet, plan }) =>
        plan.changed.map(
          ({ id, version, cells }) =>
            `${owner.review}/${sheet.register}/${id} ${version}: ${cells.map(({ label, to }) => `${label} ${to}`)}`,
        ),
      ),
    ),
    unchanged: those.reduce((sum, { plans }) => sum + plans.reduce((all, { plan }) => all + plan.unchanged, 0), 0),
  };
};
