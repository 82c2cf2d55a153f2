import type * as z from 'zod';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { type LocalDate, monthOfDate } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { defaultsOf, type Field, fieldsOf } from '#registers/fields.ts';
import { details, insetText } from '../../design/blocks.ts';
import { summaryList } from '../../design/tables.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { valuesOf } from '../../forms/record-values.ts';
import { type Html, html } from '../../html.ts';
import type { Decided, FormScreen, SentForm } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { askReporting, openMonthOf } from '../open-month.ts';
import { apiEntryPath, apiRegisterPath, entryPath, registerPath } from '../paths.ts';
import type { Questions } from '../question.ts';
import type { At, Screen } from '../screen.ts';
import { aboutEntry } from './about-entry.ts';
import { actsOfRegister, type RegisterAct } from './acts-of-register.ts';
import { decidedBy, formOfRecord, idOfNew, nameOfField } from './record-form.ts';
import { askNamed, namedEntries } from './references.ts';
import {
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
import { shownFields } from './shown-value.ts';

interface ActForm {
  readonly place: RegisterPlace;
  readonly act: RegisterAct;
  readonly body: z.ZodType;
  /** What its form asks: an id is made of the other values. */
  readonly fields: readonly Field[];
  readonly all: readonly Register[];
}

/** What is sent: the body that the form makes, with an id of its own where the act makes an entry that needs one. */
const decided = (
  { place: { register }, act, body, fields }: ActForm,
  values: FormValues,
  at: At,
  { which, key }: SentForm,
): Decided => {
  const asksId = fieldsOf(body).some(({ name }) => name === 'id');
  const api =
    act.on === 'register'
      ? apiRegisterPath(registerAt(at), register.path)
      : `${apiEntryPath(registerAt(at), register.path, at.params.entryId ?? '')}${act.api}`;
  return decidedBy(fields, values, which, (record) => ({
    method: 'POST',
    path: api,
    body: { ...record, ...(asksId ? { id: idOfNew(record, register.kind, key) } : {}) },
  }));
};

/** What the form of each kind of act has in common. */
const parts = (form: ActForm) =>
  ({
    roles: form.act.roles,
    ...(form.act.isDated ? ({ dates: 'as-chosen' } as const) : {}),
    reread: (values: FormValues) => values,
    // What a link names is filled in already.
    start: (_: unknown, { query }: At) => ({
      ...valuesOf(form.fields, defaultsOf(form.body)),
      ...Object.fromEntries(form.fields.flatMap(({ name }) => (query[name] ? [[name, query[name]]] : []))),
    }),
    nameOf: nameOfField(form.fields),
    decide: (values: FormValues, at: At, _: unknown, sent: SentForm) => decided(form, values, at, sent),
  }) as const satisfies Partial<FormScreen<Questions>>;

const recorded = 'It was recorded.';

/** An act on an entry, which is shown with the form: the version that is on the page is the one that is judged. */
const onEntry = (form: ActForm): Screen => {
  const { place, act, fields, all } = form;
  const { register } = place;
  const own = fieldsOf(register.record);
  return formScreen({
    ...parts(form),
    path: routeOf(place, `/{entryId}${act.page}`),
    asks: (at) => ({ owner: askOwner(at), entry: askEntry(place, at), ...askNamed([...fields, ...own], all, at) }),
    versionOf: 'entry',
    show: (answers, at, filled) => {
      const entry = Entry.parse(answers.entry);
      const here = entryPath(registerAt(at), register.path, entry.id);
      const named = namedEntries(answers, all, at);
      const first: Html = html`${details(`What is recorded of ${entryTitle(register, entry)}`, summaryList(shownFields(own, entry.record, named.nameOf)))}${aboutEntry(register, entry, at)}`;
      return {
        title: act.text,
        caption: entryTitle(register, entry),
        crumbs: [...crumbsOf(at, ownerName(answers.owner), register), { text: entryTitle(register, entry), to: here }],
        body: formOfRecord({ fields, at, filled, named, first, cancel: here, save: 'Record' }),
      };
    },
    done: (at) => ({ path: entryPath(registerAt(at), register.path, at.params.entryId ?? ''), notice: recorded }),
  });
};

/** Which report a judgement of today is first in: it counts from when it is recorded (docs/meaning.md TIME-20). */
const firstReport = (noun: string, reporting: Parameters<typeof openMonthOf>[0], today: LocalDate): Html => {
  const open = openMonthOf(reporting, today);
  const counts = `It counts from today: this ${noun} is first in the report of ${monthInWords(monthOfDate(today))}.`;
  return insetText(
    open === undefined
      ? counts
      : `${counts} The report of ${monthInWords(open.month)}, which is still to be published, has what was recorded by ${dateInWords(open.lastDay)}.`,
  );
};

/** An act that makes an entry, and judges the review as it is. */
const onRegister = (form: ActForm): Screen => {
  const { place, act, fields, all } = form;
  const { register } = place;
  return formScreen({
    ...parts(form),
    path: routeOf(place, act.page),
    asks: (at) => ({
      owner: askOwner(at),
      reporting: askReporting(registerAt(at).programme),
      ...askNamed(fields, all, at),
    }),
    versionOf: 'owner',
    show: (answers, at, filled) => {
      const owner = ownerName(answers.owner);
      const cancel = registerPath(registerAt(at), register.path);
      const named = namedEntries(answers, all, at);
      return {
        title: act.text,
        caption: owner,
        crumbs: crumbsOf(at, owner, register),
        body: formOfRecord({
          ...{ fields, at, filled, named, cancel },
          first: firstReport(register.noun, answers.reporting, at.today),
          save: 'Record',
        }),
      };
    },
    done: (at) => ({ path: registerPath(registerAt(at), register.path), notice: recorded }),
  });
};

/** A page for each act of a register whose page is not made by hand. */
export const actScreens = (place: RegisterPlace, all: readonly Register[]): readonly Screen[] =>
  actsOfRegister(place).flatMap((act) => {
    if (act.body === undefined) return [];
    const fields = fieldsOf(act.body).filter(({ name }) => name !== 'id');
    const form = { place, act, body: act.body, fields, all };
    return [act.on === 'entry' ? onEntry(form) : onRegister(form)];
  });
