import { radios } from '../../design/choice.ts';
import { type DatePart, dateInput } from '../../design/date-input.ts';
import { type Control, textInput } from '../../design/input.ts';
import { type DateKind, dateKinds } from '../../forms/date-statement-boxes.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';

const boxes = (base: string, kind: DateKind, values: FormValues): Html | null => {
  const box = (part: string, label: string, parts: readonly DatePart[]) =>
    dateInput({ name: `${base}/${part}`, label, parts, valueOf: (one) => valueIn(values, `${base}/${part}/${one}`) });
  const text = (part: string, label: string, short: boolean) =>
    textInput({
      name: `${base}/${part}`,
      label,
      value: valueIn(values, `${base}/${part}`),
      ...(short ? { width: 10 as const } : {}),
    });
  switch (kind) {
    case 'date':
    case 'by':
      return box('date', 'Day', ['day', 'month', 'year']);
    case 'month':
      return box('month', 'Month', ['month', 'year']);
    case 'months':
      return html`${box('from', 'First month', ['month', 'year'])}${box('to', 'Last month', ['month', 'year'])}`;
    case 'season':
      return html`${radios({
        name: `${base}/season`,
        label: 'Season',
        value: valueIn(values, `${base}/season`),
        options: ['spring', 'summer', 'autumn', 'winter'].map((value) => ({
          value,
          label: `${value.charAt(0).toUpperCase()}${value.slice(1)}`,
        })),
      })}${text('year', 'Year in which it begins', true)}`;
    case 'quarter':
      return html`${text('quarter', 'Quarter, from 1 (April to June) to 4', true)}${text('year', 'Financial year, for example 2025/26', true)}`;
    case 'financial-year':
      return text('year', 'Financial year, for example 2025/26', true);
    case 'words':
      return text('words', 'In words', false);
    case 'to-be-confirmed':
      return text('reason', 'Why it is to be confirmed', false);
    case 'not-stated':
      return null;
  }
};

/** A date as its source states it: first how exactly, then when. */
export const dateStatementControl = (control: Control, values: FormValues, required: boolean): Html =>
  radios({
    ...control,
    name: `${control.name}/kind`,
    value: valueIn(values, `${control.name}/kind`),
    options: [
      ...dateKinds.map(([kind, label]) => ({
        value: kind,
        label,
        reveals: boxes(`${control.name}/${kind}`, kind, values),
      })),
      ...(required ? [] : [{ value: '', label: 'No date' }]),
    ],
  });
