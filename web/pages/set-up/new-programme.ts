import { addMonths, monthOfDate } from '#language/time.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { practiceIdOf, realIdOf } from '#schemas/practice.ts';
import { settingsOfPractice } from '#schemas/practice-example.ts';
import { Programme } from '#schemas/programme.ts';
import { Reporting } from '#schemas/reporting.ts';
import { button, buttonGroup, link, paragraph } from '../../design/blocks.ts';
import { monthInBoxes } from '../../forms/day.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { slugOf } from '../../forms/slug.ts';
import { html } from '../../html.ts';
import type { Decided } from '../form.ts';
import { formScreen } from '../form-screen.ts';
import { apiChainPath, newPracticePath, newProgrammePath, programmesPath, setUpPath } from '../paths.ts';
import { fieldControl } from '../registers/field-control.ts';
import { nameOfField } from '../registers/record-form.ts';
import type { At, Screen } from '../screen.ts';

const details = fieldsOf(Programme.pick({ name: true, council: true, fictional: true }));
const dates = fieldsOf(Reporting).filter(({ name }) =>
  ['firstMonth', 'reportDay', 'returnsDueDay', 'daysAre'].includes(name),
);
const fields = [...details, ...dates];
/** A practice programme is not called fictional besides. */
const fieldsOfPractice = fields.filter(({ name }) => name !== 'fictional');

type Kind = 'real' | 'practice';

/** Empty where the name has no letter or digit. */
const idOf = (values: FormValues, kind: Kind): string => {
  const slug = slugOf(valueIn(values, 'name'), 48);
  if (slug === '') return '';
  return kind === 'practice' ? practiceIdOf(slug) : realIdOf(slug);
};

/** From when its settings hold: the beginning of the first month, so that what was so in it can be recorded; from now where it is still to come. */
const heldFrom = (firstMonth: string, today: string): string | undefined =>
  `${firstMonth}-01` <= today ? `${firstMonth}-01` : undefined;

const faultsOf = (
  values: FormValues,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
) => {
  const faults = new Map<string, string>();
  for (const { path, message } of issues) {
    const field = String(path[0] === 'reporting' ? (path[1] ?? 'firstMonth') : (path[0] ?? 'name'));
    const isEmpty = valueIn(values, field) === '' && valueIn(values, `${field}/year`) === '';
    if (!faults.has(field)) faults.set(field, isEmpty ? 'must be filled in' : message);
  }
  if (!faults.has('name') && idOf(values, 'real') === '') faults.set('name', 'must hold a letter or a digit');
  return faults;
};

const decided = (kind: Kind, shown: readonly Field[], values: FormValues, { today }: Pick<At, 'today'>): Decided => {
  const read = recordOf(shown, values, {});
  if (read.faults.size > 0) return { kind: 'faults', faults: read.faults };
  const { name, council, fictional, ...reporting } = read.record;
  const record = Programme.safeParse({
    ...{ name, council, reporting },
    ...(kind === 'practice' ? settingsOfPractice : {}),
    ...(fictional === undefined ? {} : { fictional }),
  });
  const faults = faultsOf(values, record.success ? [] : record.error.issues);
  if (!record.success || faults.size > 0) return { kind: 'faults', faults };
  return {
    kind: 'send',
    sending: {
      method: 'PUT',
      path: apiChainPath({ programme: idOf(values, kind) }),
      body: record.data,
      version: 'new',
      effectiveAt: heldFrom(record.data.reporting.firstMonth, today),
    },
  };
};

const words = {
  real: {
    path: newProgrammePath,
    title: 'Set up a programme',
    about:
      'Directorates, portfolios, boards and the rest come next, as a list of tasks. Everything here can be changed later.',
    press: 'Set up the programme',
  },
  practice: {
    path: newPracticePath,
    title: 'Set up a practice programme',
    about:
      'People record, decide and report in it as in any other, and nothing of it is in another programme’s figures. Each page and report of it says that it is for practice, and that is never changed. It begins with a few services, directorates, portfolios and a board, and can be filled with an example; close it in its set-up when nobody needs it any more.',
    press: 'Set up the practice programme',
  },
} as const;

/** Sets up a programme: what it is called and when it reports; its id is made of its name, and the rest comes after it as a list of tasks. */
const newOf = (kind: Kind): Screen => {
  const shown = kind === 'practice' ? fieldsOfPractice : fields;
  const { path, title, about, press } = words[kind];
  return formScreen({
    path,
    roles: ['programme-office'],
    asks: () => ({}),
    start: (_, { today }) => ({
      ...{ name: '', council: '', fictional: 'no', reportDay: '6', returnsDueDay: '5' },
      // People practise closing a month: the last one has ended, so its returns can be confirmed.
      ...monthInBoxes('firstMonth', addMonths(monthOfDate(today), kind === 'practice' ? -1 : 0)),
    }),
    nameOf: nameOfField(shown),
    show: (_, at, filled) => ({
      title,
      crumbs: [{ text: 'Programmes', to: programmesPath }],
      body: html`${filled.above}${paragraph(about)}
<form method="post" action="${at.path}" novalidate>${filled.sending}
${shown.map((field) => fieldControl(field, field.name, { values: filled.values, faultOf: filled.faultOf, optionsOf: () => [], fields: shown }))}
${buttonGroup(button(press), link(programmesPath, 'Cancel'))}</form>`,
    }),
    decide: (values, at) => decided(kind, shown, values, at),
    done: (_, values) => ({
      path: setUpPath(idOf(values, kind), kind === 'practice' ? 'example' : undefined),
      notice: `${valueIn(values, 'name')} was set up.`,
    }),
  });
};

export const newProgramme = newOf('real');
export const newPracticeProgramme = newOf('practice');
