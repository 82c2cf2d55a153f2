import { details } from '../../design/blocks.ts';
import { radios } from '../../design/choice.ts';
import { dateInput } from '../../design/date-input.ts';
import { type Control, textInput } from '../../design/input.ts';
import { boxesOf, boxName, type FigureKind, figureKinds } from '../../forms/figure-boxes.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';

const boxLabels: Readonly<Record<string, string>> = {
  pounds: 'Amount',
  low: 'From',
  high: 'To',
  covers: 'What the amount covers',
  words: 'In words',
  reason: 'Why it is to be confirmed, and by when',
};
const isMoney = (box: string): boolean => ['pounds', 'low', 'high'].includes(box);

const boxes = (name: string, kind: FigureKind, values: FormValues): Html | null =>
  boxesOf[kind].length === 0
    ? null
    : html`${boxesOf[kind].map((box) =>
        textInput({
          name: boxName(name, kind, box),
          label: boxLabels[box] ?? box,
          value: valueIn(values, boxName(name, kind, box)),
          ...(isMoney(box) ? { width: 10 as const, prefix: '£', hint: 'For example, 1,200,000 or 1.2 million' } : {}),
        }),
      )}`;

/** An honest figure: first how well it is known, then what is known. */
export const figureControl = (control: Control, values: FormValues, required: boolean): Html => {
  const { name } = control;
  const [source, asAt] = [`${name}/source`, `${name}/asAt`];
  return html`${radios({
    ...control,
    name: `${name}/kind`,
    value: valueIn(values, `${name}/kind`),
    options: [
      ...figureKinds.map(([kind, label]) => ({ value: kind, label, reveals: boxes(name, kind, values) })),
      ...(required ? [] : [{ value: '', label: 'No figure' }]),
    ],
  })}${details(
    `Where ${control.label.replace(/ \((?:optional|needed if [^)]*)\)$/, '').toLowerCase()} comes from`,
    html`${textInput({ name: source, label: 'Source (optional)', hint: 'The paper, meeting or person that it comes from', value: valueIn(values, source) })}${dateInput({ name: asAt, label: 'As at (optional)', parts: ['day', 'month', 'year'], valueOf: (part) => valueIn(values, `${asAt}/${part}`) })}`,
  )}`;
};
