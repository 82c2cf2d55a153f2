import { monthOfDate } from '#language/time.ts';
import { fieldsOf } from '#registers/fields.ts';
import { Programme } from '#schemas/programme.ts';
import { Reporting } from '#schemas/reporting.ts';
import { button, buttonGroup, link, paragraph } from '../../design/blocks.ts';
import { monthInBoxes } from '../../forms/day.ts';
import { type FormValues, valueIn } from '../../forms/form-values.ts';
import { recordOf } from '../../forms/record-of.ts';
import { slugOf } from '../../forms/slug.ts';
import { html } from '../../html.ts';
import { type Decided, formScreen } from '../form-screen.ts';
import { apiChainPath, newProgrammePath, programmesPath, setUpPath } from '../paths.ts';
import { fieldControl } from '../registers/field-control.ts';
import { nameOfField } from '../registers/record-form.ts';
import type { At, Screen } from '../screen.ts';

const details = fieldsOf(Programme.pick({ name: true, council: true, fictional: true }));
const dates = fieldsOf(Reporting).filter(({ name }) =>
  ['firstMonth', 'reportDay', 'returnsDueDay', 'daysAre'].includes(name),
);
const fields = [...details, ...dates];

const idOf = (values: FormValues): string => slugOf(valueIn(values, 'name'), 48);

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
  if (!faults.has('name') && idOf(values) === '') faults.set('name', 'must hold a letter or a digit');
  return faults;
};

const decided = (values: FormValues, { today }: Pick<At, 'today'>): Decided => {
  const read = recordOf(fields, values, {});
  if (read.faults.size > 0) return { kind: 'faults', faults: read.faults };
  const { name, council, fictional, ...reporting } = read.record;
  const record = Programme.safeParse({
    ...{ name, council, reporting },
    ...(fictional === undefined ? {} : { fictional }),
  });
  const faults = faultsOf(values, record.success ? [] : record.error.issues);
  if (!record.success || faults.size > 0) return { kind: 'faults', faults };
  return {
    kind: 'send',
    sending: {
      method: 'PUT',
      path: apiChainPath({ programme: idOf(values) }),
      body: record.data,
      version: 'new',
      effectiveAt: heldFrom(record.data.reporting.firstMonth, today),
    },
  };
};

/** Sets up a programme: what it is called and when it reports; its id is made of its name, and the rest comes after it as a list of tasks. */
export const newProgramme: Screen = formScreen({
  path: newProgrammePath,
  roles: ['programme-office'],
  asks: () => ({}),
  start: (_, { today }) => ({
    ...{ name: '', council: '', fictional: 'no', reportDay: '6', returnsDueDay: '5' },
    ...monthInBoxes('firstMonth', monthOfDate(today)),
  }),
  nameOf: nameOfField(fields),
  show: (_, at, filled) => ({
    title: 'Set up a programme',
    crumbs: [{ text: 'Programmes', to: programmesPath }],
    body: html`${filled.above}${paragraph('Directorates, portfolios, boards and the rest come next, as a list of tasks. Everything here can be changed later.')}
<form method="post" action="${at.path}" novalidate>${filled.sending}
${fields.map((field) => fieldControl(field, field.name, { values: filled.values, faultOf: filled.faultOf, optionsOf: () => [], fields }))}
${buttonGroup(button('Set up the programme'), link(programmesPath, 'Cancel'))}</form>`,
  }),
  decide: (values, at) => decided(values, at),
  done: (_, values) => ({ path: setUpPath(idOf(values)), notice: `${valueIn(values, 'name')} was set up.` }),
});
