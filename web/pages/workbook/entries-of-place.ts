import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { columnsOf } from '../../workbook/columns.ts';
import type { Place } from '../../workbook/place.ts';
import { workedOutOf } from '../../workbook/worked-out.ts';
import { type Answers, everyPage } from '../question.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import {
  askEntries,
  askOwner,
  EntryList,
  entryTitle,
  Named,
  ownerName,
  type RegisterPlace,
} from '../registers/register-at.ts';
import type { At } from '../screen.ts';

/** What a workbook is made from, and read against. */
export const asksOfWorkbook = (place: RegisterPlace, all: readonly Register[]) => (at: At) => ({
  ...askNamed(fieldsOf(place.register.record), all, at),
  owner: askOwner(at),
  list: everyPage(askEntries(place, at, { limit: '200' })),
});
export type AskedOfWorkbook = Answers<ReturnType<ReturnType<typeof asksOfWorkbook>>>;

export interface PlaceOfWorkbook extends Place {
  readonly owner: string;
  /** More entries than a workbook holds. */
  readonly isTooLong: boolean;
}

/** The register as it is now. What was struck out is not among its entries. */
export const placeOfWorkbook = (
  { register }: RegisterPlace,
  all: readonly Register[],
  at: At,
  answers: AskedOfWorkbook,
): PlaceOfWorkbook => {
  const named = namedEntries(answers, all, at);
  const { items, next } = EntryList.parse(answers.list);
  const entries = items
    .filter(({ struckOut }) => struckOut === null)
    .map(({ id, version, record, computed }) => ({
      id,
      version,
      record,
      computed,
      title: entryTitle(register, { id, record }),
    }));
  const fields = fieldsOf(register.record);
  const columns = columnsOf(
    fields,
    entries.map(({ record }) => record),
    at.today,
    (field) => named.optionsOf(field.register ?? field.list ?? '').map(({ value, label }) => ({ name: value, label })),
  );
  return {
    workedOut: workedOutOf(fieldsOf(register.computed), at.today),
    ...{ fields, columns, entries, noun: register.noun, isTooLong: next !== null },
    ...{ owner: ownerName(Named.parse(answers.owner)) },
  };
};
