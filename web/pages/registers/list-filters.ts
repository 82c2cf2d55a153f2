import type { Register } from '#registers/declaration.ts';
import type { Field } from '#registers/fields.ts';
import { filterColumns, hasWorst } from '#schemas/operations/register-query.ts';
import type { Filter } from '../arranging.ts';
import type { NamedEntries } from './references.ts';

/** A financial year before the last one or after the next ones is reached by the order of the column. */
const yearsAround = (today: string): readonly string[] => {
  const begins = Number(today.slice(0, 4)) - (today.slice(5) < '04-01' ? 1 : 0);
  return [-2, -1, 0, 1, 2, 3].map((n) => `${begins + n}/${String((begins + n + 1) % 100).padStart(2, '0')}`);
};
/** Those of which something is so, or the others. */
export const either = (yes: string, no: string) => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
];

const ofColumn = (field: Field, { optionsOf }: NamedEntries, today: string): Filter => {
  const { name, label, kind, list, choices = [] } = field;
  const ofChoices = choices.map((one) => ({ value: one.name, label: one.label }));
  if (list !== undefined) return { name, label, options: [...ofChoices, ...optionsOf(list)] };
  if (kind === 'financial year')
    return { name, label, options: yearsAround(today).map((year) => ({ value: year, label: year })) };
  return { name, label, options: kind === 'choice' ? ofChoices : either('Yes', 'No') };
};

/** What the list of a register is filtered by: as the API takes it. */
export const filtersOfRegister = (register: Register, named: NamedEntries, today: string): readonly Filter[] => {
  const { across } = register;
  const columns = filterColumns(register);
  if (across === undefined || !hasWorst(across)) return columns.map((field) => ofColumn(field, named, today));
  const states = Object.entries(across.states);
  const saysState = columns.some(({ choices = [] }) =>
    states.every(([name]) => choices.some((one) => one.name === name)),
  );
  return [
    { name: 'open', label: 'Still to be done', options: either('Yes', 'No') },
    ...(across.has.includes('due') ? [{ name: 'overdue', label: 'Overdue', options: either('Yes', 'No') }] : []),
    ...(saysState
      ? []
      : [{ name: 'state', label: 'State', options: states.map(([value, label]) => ({ value, label })) }]),
    ...(across.has.includes('owner') ? [{ name: 'owner', label: 'Owner' }] : []),
    ...columns.map((field) => ofColumn(field, named, today)),
  ];
};
