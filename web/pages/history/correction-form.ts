import { dateInWords } from '#language/in-words.ts';
import { dayOf as dayOfInstant, endOfDay, Instant, LocalDate } from '#language/time.ts';
import type { Register } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import type { Role } from '#schemas/people.ts';
import { dateInput } from '../../design/date-input.ts';
import { textArea } from '../../design/input.ts';
import { dayInBoxes, dayOf } from '../../forms/day.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { valuesOf } from '../../forms/record-values.ts';
import { html } from '../../html.ts';
import { fieldOfFault } from '../fault-fields.ts';
import type { Decided, Filled } from '../form.ts';
import { correctedFrom } from '../form-dates.ts';
import { formScreen } from '../form-screen.ts';
import { correctionQuery } from '../paths.ts';
import type { Questions } from '../question.ts';
import { formOfRecord, nameOfField, withItems } from '../registers/record-form.ts';
import { askNamed, namedEntries } from '../registers/references.ts';
import type { At, Crumb, Screen } from '../screen.ts';

type Values = Readonly<Record<string, unknown>>;

/** What was recorded wrongly, as its form shows it. */
export interface Corrected {
  readonly name: string;
  readonly caption: string;
  readonly crumbs: readonly Crumb[];
  /** What the record was from the instant of the change that was wrong. */
  readonly before: Values;
}

interface Correction {
  readonly path: string;
  readonly roles: readonly Role[];
  /** What the form asks for; what it does not ask for stays. */
  readonly fields: readonly Field[];
  readonly all: readonly Register[];
  /** `asAt`: what is read is read as it was then. */
  readonly asks: (at: At, asAt: { readonly asAt: string | undefined }) => Questions;
  readonly shown: (answers: Values, at: At) => Corrected;
  /** A record as it is sent, where it holds more than was filled in. */
  readonly completed?: (record: Values, nameOf: (kind: string, id: string) => { readonly text: string }) => Values;
  /** The address of its history, and its own in the API. */
  readonly history: (at: At) => string;
  readonly api: (at: At) => string;
}

const changeIn = ({ params }: At): number => Number(params.change);
const fromIn = ({ query }: At): string | undefined => Instant.safeParse(query.from).data;
/** The day of which something is recorded only now: nothing was wrong. */
const lateIn = ({ query }: At): LocalDate | undefined => LocalDate.safeParse(query.late).data;
const queryIn = (at: At): string => {
  const from = fromIn(at);
  if (from === undefined) return '';
  return correctionQuery(from, lateIn(at));
};

/** From when the truth holds, and why it was wrong: what a correction says besides the record. */
const ownFields = { from: correctedFrom, reason: 'correction-reason' } as const;

const whyAsked = (at: At): string =>
  lateIn(at) !== undefined ? 'Why was it not recorded before?' : 'Why was it wrong?';

const firstQuestions = (at: At, { values, faultOf }: Filled) => html`${dateInput({
  name: ownFields.from,
  label: 'From when is it true?',
  hint: 'The day from which what you record here was so. What was recorded of later days stays as it is.',
  parts: ['day', 'month', 'year'],
  valueOf: (part) => valueIn(values, `${ownFields.from}/${part}`),
  fault: faultOf(ownFields.from),
})}
${textArea({
  name: ownFields.reason,
  label: whyAsked(at),
  hint: 'Both what was recorded and what you record now stay in the history, with your reason.',
  value: valueIn(values, ownFields.reason),
  rows: 3,
  fault: faultOf(ownFields.reason),
})}`;

/**
 * A day that is the one the change was true from means its very instant, and one of which something is recorded only now, its end, as a
 * month's report takes it; any other, its beginning.
 */
const instantOf = (day: string, at: At): string => {
  if (day === lateIn(at)) return endOfDay(day);
  const from = fromIn(at);
  return from !== undefined && dayOfInstant(from) === day ? from : day;
};

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
  { fields, all, shown, completed = (record) => record, api }: Correction,
  values: FormValues,
  at: At,
  { answers, which }: { readonly answers: Values; readonly which: string },
): Decided => {
  const again = withItems(values, which);
  if (again !== undefined) return { kind: 'again', values: again };
  const { record, faults: ofRecord } = recordOf(fields, values, shown(answers, at).before);
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
      path: `${api(at)}/corrections`,
      body: {
        corrects: changeIn(at),
        effectiveAt: instantOf(day.value, at),
        record: completed(record, namedEntries(answers, all, at).nameOf),
        reason,
      },
    },
  };
};

const whatIsCorrected = (at: At): string => {
  const from = fromIn(at);
  const day = from === undefined ? '' : dateInWords(dayOfInstant(from));
  const late = lateIn(at);
  return late !== undefined
    ? `Record below what was so from ${dateInWords(late)}. What was recorded of later days stays as it is.`
    : `Change ${changeIn(at)}${day === '' ? '' : `, true from ${day}`}, was wrong. Record below what was so.`;
};

/** Records what was wrong again, from the day on which it was so. */
export const correctionForm = (given: Correction): Screen => {
  const { fields, all, shown } = given;
  return formScreen<Questions>({
    path: given.path,
    roles: given.roles,
    asks: (at) => ({ ...given.asks(at, { asAt: fromIn(at) }), ...askNamed(fields, all, at) }),
    start: (answers, at) => ({
      ...valuesOf(fields, shown(answers, at).before),
      ...dayInBoxes(ownFields.from, dayOfInstant(fromIn(at) ?? at.now)),
      [ownFields.reason]: '',
    }),
    fieldOf: (pointer, values) => fieldOfFault(placeOf(pointer), values),
    nameOf: nameOfCorrection(nameOfField(fields)),
    show: (answers, at, filled) => {
      const { name, caption, crumbs } = shown(answers, at);
      const history = given.history(at);
      return {
        title: `Correct ${name}`,
        caption,
        crumbs: [...crumbs, { text: 'History', to: history }],
        body: html`<p class="govuk-body">${whatIsCorrected(at)} Reports that are published stay as they are; where this changes what one of them says, the programme office is shown it and can revise it.</p>
${formOfRecord({
  fields,
  at,
  filled,
  named: namedEntries(answers, all, at),
  first: firstQuestions(at, filled),
  action: `${at.path}${queryIn(at)}`,
  cancel: history,
})}`,
      };
    },
    decide: (values, at, answers, { which }) => decided(given, values, at, { answers, which }),
    done: (at) => ({ path: given.history(at), notice: 'The correction was recorded.' }),
  });
};
