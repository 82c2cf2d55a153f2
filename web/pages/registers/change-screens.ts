import { ReportMonth } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { sharedKindOf } from '#registers/field-kinds.ts';
import { defaultsOf, type Field, fieldsOf } from '#registers/fields.ts';
import { dateInput } from '../../design/date-input.ts';
import { monthInBoxes, monthOf } from '../../forms/day.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { isObject, valuesOf } from '../../forms/record-values.ts';
import { type Html, html } from '../../html.ts';
import type { Decided, Filled } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { correctScreen } from '../history/correct.ts';
import { askChanges } from '../history/history.ts';
import { apiEntryPath, entryPath, registerPath, strikeOutPath, undoPath } from '../paths.ts';
import type { At, Screen } from '../screen.ts';
import { aboutEntry } from './about-entry.ts';
import { formOfRecord, idOfNew, nameOfField, withItems } from './record-form.ts';
import { askNamed, namedEntries } from './references.ts';
import {
  addingTo,
  askEntry,
  askOwner,
  crumbsOf,
  Entry,
  entryTitle,
  ownerName,
  type RegisterPlace,
  registerAt,
  routeOf,
} from './register-at.ts';

const isOfMonth = ({ id }: Register): boolean => sharedKindOf(id) === 'month';

/** What is of a month says so itself: the report of that month takes it, whenever it is recorded (docs/meaning.md MONTH-5). */
const datesOf = (register: Register) => (isOfMonth(register) ? {} : ({ dates: 'as-chosen' } as const));

/** The id of a new entry: its month where it is of one. */
const newId = (
  register: Register,
  values: FormValues,
  record: Readonly<Record<string, unknown>>,
  key: string,
): string => {
  if (isOfMonth(register)) {
    const month = monthOf(values, 'month-of-entry');
    return month.kind === 'value' ? month.value : '';
  }
  return idOfNew(record, register.kind, key);
};

const monthOfEntry = (register: Register, filled: Filled): Html | false =>
  isOfMonth(register) &&
  dateInput({
    name: 'month-of-entry',
    label: 'Month',
    hint: 'The month that it is of',
    parts: ['month', 'year'],
    valueOf: (part) => valueIn(filled.values, `month-of-entry/${part}`),
    fault: filled.faultOf('month-of-entry'),
  });

/** What its form always shows is what its list shows. */
const shortOf = (register: Register, fields: readonly Field[]) => ({
  main: register.columns,
  begun: valuesOf(fields, defaultsOf(register.record)),
});

/** A return is sent by a button of its own. */
const ofNew = (register: Register, fields: readonly Field[]) => ({
  ...shortOf(register, fields),
  ...(register.ofMonth ? { save: addingTo(register).verb } : {}),
});

/** A list that must hold something begins with the boxes of its first item. */
const firstItems = (fields: readonly Field[]): FormValues =>
  Object.fromEntries(
    fields.flatMap(({ name, kind, required, fields: within }) =>
      kind === 'list' && required && within !== undefined ? [[`${name}/0/id`, '']] : [],
    ),
  );

/** The month that a link names is filled in already. */
const monthAsked = (register: Register, { query }: At): FormValues => {
  const month = ReportMonth.safeParse(query.month);
  return isOfMonth(register) && month.success ? monthInBoxes('month-of-entry', month.data) : {};
};

/** What the form of a new entry holds. */
const newEntry = (register: Register, fields: readonly Field[], at: At): FormValues => ({
  ...valuesOf(fields, defaultsOf(register.record)),
  ...firstItems(fields),
  ...monthAsked(register, at),
});

/** Changes an entry. */
export const changeScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  const fields = fieldsOf(register.record);
  return formScreen({
    path: routeOf(place, '/{entryId}/_change'),
    roles: register.writers,
    asks: (at) => ({ owner: askOwner(at), entry: askEntry(place, at), ...askNamed(fields, all, at) }),
    versionOf: 'entry',
    ...datesOf(register),
    late: {
      screen: correctScreen(place, all),
      of: (at) => entryPath(registerAt(at), register.path, at.params.entryId ?? ''),
      line: (at) => askChanges(at, register.kind, at.params.entryId),
    },
    start: ({ entry }) => valuesOf(fields, isObject(entry) ? entry.record : {}),
    nameOf: nameOfField(fields),
    show: (answers, at, filled) => {
      const owner = ownerName(answers.owner);
      const entry = Entry.parse(answers.entry);
      return {
        title: `Change ${entryTitle(register, entry)}`,
        caption: owner,
        crumbs: crumbsOf(at, owner, register),
        body: html`${aboutEntry(register, entry, at)}${formOfRecord({
          fields,
          at,
          filled,
          named: namedEntries(answers, all, at),
          cancel: entryPath(registerAt(at), register.path, entry.id),
          ...shortOf(register, fields),
        })}`,
      };
    },
    decide: (values, at, { entry }, { which }): Decided => {
      const again = withItems(values, which);
      if (again !== undefined) return { kind: 'again', values: again };
      const { record, faults } = recordOf(fields, values, isObject(entry) ? entry.record : {});
      if (faults.size > 0) return { kind: 'faults', faults };
      return {
        kind: 'send',
        sending: {
          method: 'PUT',
          path: apiEntryPath(registerAt(at), register.path, at.params.entryId ?? ''),
          body: record,
        },
      };
    },
    done: (at, _, answer) => {
      const entry = Entry.safeParse(answer);
      return {
        path: entryPath(registerAt(at), register.path, at.params.entryId ?? ''),
        notice: entry.success ? `${entryTitle(register, entry.data)} was saved.` : 'It was saved.',
        ...(entry.success && entry.data.version > 1
          ? { undo: undoPath(registerAt(at), register.path, entry.data.id) }
          : {}),
      };
    },
  });
};

/** Adds an entry. */
export const addScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  const fields = fieldsOf(register.record);
  return formScreen({
    path: routeOf(place, '/_new'),
    roles: register.writers,
    asks: (at) => ({ owner: askOwner(at), ...askNamed(fields, all, at) }),
    ...datesOf(register),
    adds: {
      screen: changeScreen(place, all),
      at: (at, id) => ({
        path: `${entryPath(registerAt(at), register.path, id)}/_change`,
        params: { ...at.params, entryId: id },
      }),
    },
    start: (_, at) => newEntry(register, fields, at),
    nameOf: nameOfField(fields),
    show: (answers, at, filled) => {
      const owner = ownerName(answers.owner);
      return {
        title: addingTo(register).text,
        caption: owner,
        crumbs: crumbsOf(at, owner, register),
        body: formOfRecord({
          fields,
          at,
          filled,
          named: namedEntries(answers, all, at),
          first: html`${monthOfEntry(register, filled)}`,
          cancel: registerPath(registerAt(at), register.path),
          ...ofNew(register, fields),
        }),
      };
    },
    decide: (values, at, _, { which, key }): Decided => {
      const again = withItems(values, which);
      if (again !== undefined) return { kind: 'again', values: again };
      const { record, faults } = recordOf(fields, values, {});
      const id = newId(register, values, record, key);
      const all = new Map(faults);
      if (isOfMonth(register) && id === '') all.set('month-of-entry', 'must be a month and a year, like March 2026');
      if (all.size > 0) return { kind: 'faults', faults: all };
      return {
        kind: 'send',
        sending: { method: 'PUT', path: apiEntryPath(registerAt(at), register.path, id), body: record, version: 'new' },
      };
    },
    done: (at, _, answer) => {
      const entry = Entry.safeParse(answer);
      const here = registerAt(at);
      return entry.success
        ? {
            path: entryPath(here, register.path, entry.data.id),
            notice: `${entryTitle(register, entry.data)} was ${addingTo(register).done}.`,
            undo: strikeOutPath(here, register.path, entry.data.id),
          }
        : { path: registerPath(here, register.path), notice: `It was ${addingTo(register).done}.` };
    },
  });
};
