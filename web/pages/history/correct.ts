import { dateInWords } from '#language/in-words.ts';
import { dayOf as dayOfInstant, Instant } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import { fieldsOf } from '#registers/fields.ts';
import { dateInput } from '../../design/date-input.ts';
import { textArea } from '../../design/input.ts';
import { dayInBoxes, dayOf } from '../../forms/day.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { isObject, valuesOf } from '../../forms/record-values.ts';
import { html } from '../../html.ts';
import { fieldOfFault } from '../fault-fields.ts';
import { type Decided, type Filled, formScreen } from '../form-screen.ts';
import { apiEntryPath, correctPath, entryHistoryPath } from '../paths.ts';
import { formOfRecord, nameOfField, withItems } from '../registers/record-form.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
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
} from '../registers/register-at.ts';
import type { At, Screen } from '../screen.ts';

const changeIn = ({ params }: At): number => Number(params.change);
const fromIn = ({ query }: At): string | undefined => Instant.safeParse(query.from).data;

/** From when the truth holds, and why it was wrong: what a correction says besides the record. */
const ownFields = { from: 'correction-from', reason: 'correction-reason' } as const;

const firstQuestions = ({ values, faultOf }: Filled) => html`${dateInput({
  name: ownFields.from,
  label: 'From when is it true?',
  hint: 'The day from which what you record here was so. What was recorded of later days stays as it is.',
  parts: ['day', 'month', 'year'],
  valueOf: (part) => valueIn(values, `${ownFields.from}/${part}`),
  fault: faultOf(ownFields.from),
})}
${textArea({
  name: ownFields.reason,
  label: 'Why was it wrong?',
  hint: 'Both what was recorded and what you record now stay in the history, with your reason.',
  value: valueIn(values, ownFields.reason),
  rows: 3,
  fault: faultOf(ownFields.reason),
})}`;

/** A day that is the one the change was true from means its very instant; any other, its beginning. */
const instantOf = (day: string, from: string | undefined): string =>
  from !== undefined && dayOfInstant(from) === day ? from : day;

/** The record of a correction is a part of its body. */
const placeOf = (pointer: string): string =>
  pointer === '/effectiveAt'
    ? `/${ownFields.from}`
    : pointer === '/reason'
      ? `/${ownFields.reason}`
      : pointer.replace(/^\/record(?=\/)/, '');

const nameOfCorrection =
  (nameOf: (field: string) => string) =>
  (field: string): string =>
    field === ownFields.from ? 'From when is it true' : field === ownFields.reason ? 'Why was it wrong' : nameOf(field);

/** What is sent, or what is wrong with what was filled in. */
const decided = (
  { register }: RegisterPlace,
  values: FormValues,
  at: At,
  { before, which }: { readonly before: Entry['record']; readonly which: string },
): Decided => {
  const again = withItems(values, which);
  if (again !== undefined) return { kind: 'again', values: again };
  const { record, faults: ofRecord } = recordOf(fieldsOf(register.record), values, before);
  const faults = new Map(ofRecord);
  const day = dayOf(values, ownFields.from);
  const reason = valueIn(values, ownFields.reason);
  if (reason === '') faults.set(ownFields.reason, 'must say why');
  if (day.kind !== 'value')
    faults.set(ownFields.from, day.kind === 'fault' ? day.message : 'must be a date, like 31 March 2026');
  if (faults.size > 0 || day.kind !== 'value') return { kind: 'faults', faults };
  return {
    kind: 'send',
    sending: {
      method: 'POST',
      path: `${apiEntryPath(registerAt(at), register.path, at.params.entryId ?? '')}/corrections`,
      body: { corrects: changeIn(at), effectiveAt: instantOf(day.value, fromIn(at)), record, reason },
    },
  };
};

/** Records what was wrong again, from the day on which it was so. */
export const correctScreen = (place: RegisterPlace, all: readonly Register[]): Screen => {
  const { register } = place;
  const fields = fieldsOf(register.record);
  return formScreen({
    path: routeOf(place, '/{entryId}/_correct/{change}'),
    roles: register.writers,
    asks: (at) => ({
      owner: askOwner(at),
      entry: askEntry(place, at, { asAt: fromIn(at) }),
      ...askNamed(fields, all, at),
    }),
    start: ({ entry }, at) => ({
      ...valuesOf(fields, isObject(entry) ? entry.record : {}),
      ...dayInBoxes(ownFields.from, dayOfInstant(fromIn(at) ?? at.now)),
      [ownFields.reason]: '',
    }),
    fieldOf: (pointer, values) => fieldOfFault(placeOf(pointer), values),
    nameOf: nameOfCorrection(nameOfField(fields)),
    show: (answers, at, filled) => {
      const owner = ownerName(answers.owner);
      const entry = Entry.parse(answers.entry);
      const here = registerAt(at);
      const history = entryHistoryPath(here, register.path, entry.id);
      const from = fromIn(at);
      return {
        title: `Correct ${entryTitle(register, entry)}`,
        caption: owner,
        crumbs: [...crumbsOf(at, owner, register), { text: 'History', to: history }],
        body: html`<p class="govuk-body">Change ${changeIn(at)}${from !== undefined && `, true from ${dateInWords(dayOfInstant(from))}`}, was wrong. Record below what was so. Reports that are published stay as they are; where this changes what one of them says, the programme office is shown it and can revise it.</p>
${formOfRecord({
  fields,
  at,
  filled,
  named: namedEntries(answers, all, at),
  first: firstQuestions(filled),
  action: from === undefined ? at.path : correctPath(here, register.path, entry.id, changeIn(at), from),
  cancel: history,
})}`,
      };
    },
    decide: (values, at, { entry }, { which }) =>
      decided(place, values, at, { before: Entry.parse(entry).record, which }),
    done: (at) => ({
      path: entryHistoryPath(registerAt(at), register.path, at.params.entryId ?? ''),
      notice: 'The correction was recorded.',
    }),
  });
};
