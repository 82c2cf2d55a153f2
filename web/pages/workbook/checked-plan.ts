import { counted, listedAtMost } from '#language/in-words.ts';
import type { Register } from '#registers/declaration.ts';
import { bulletList, paragraph } from '../../design/blocks.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import type { Column } from '../../workbook/columns.ts';
import type { Place, PlannedEntry, SheetPlan } from '../../workbook/place.ts';
import type { ProblemAnswer } from '../question.ts';

const mostFaults = 50;
const mostNamed = 10;

/** What is wrong with cells, as a page shows it. */
export const faultsOfPlan = ({ faults }: SheetPlan): readonly ShownFault[] => [
  ...faults
    .slice(0, mostFaults)
    .map(({ cell, message }) => ({ message: `${cell.includes(':') ? 'Cells' : 'Cell'} ${cell} ${message}` })),
  ...(faults.length > mostFaults
    ? [{ message: `${counted(faults.length - mostFaults, 'more cell')} to put right` }]
    : []),
];

/** What a workbook would add and change, and what stays as it is. */
export const checkedPlan = (register: Register, { added, changed, unchanged, leftOut, notes }: SheetPlan): Html => {
  const those = register.path.replaceAll('-', ' ');
  return html`${
    added.length > 0 &&
    html`${paragraph(
      `${counted(added.length, `new ${register.noun}`, `new ${those}`)}: ${listedAtMost(
        added.map(({ title }) => title),
        mostNamed,
      )}.`,
    )}`
  }
${
  changed.length > 0 &&
  dataTable({
    caption: `${counted(changed.length, register.noun, those)} changed`,
    stacked: true,
    columns: [{ head: 'Row and title' }, { head: 'Column' }, { head: 'As it is' }, { head: 'As it will be' }],
    rows: changed.flatMap(({ row, title, cells }) =>
      cells.map(({ label, from, to }) => [
        `${row}: ${title}`,
        label,
        from === '' ? 'Nothing' : from,
        to === '' ? 'Nothing' : to,
      ]),
    ),
    none: '',
  })
}
${unchanged > 0 && paragraph(`${counted(unchanged, 'row')} as recorded already.`)}
${
  leftOut.length > 0 &&
  paragraph(
    `Without a row, and left as recorded: ${listedAtMost(
      leftOut.map(({ title }) => title),
      mostNamed,
    )}.`,
  )
}
${notes.length > 0 && bulletList(notes)}`;
};

/** What the place of a fault in a record is called: of a column or, where it is about several, of what they have in common. */
const labelAt = (columns: readonly Column[], pointer: string, record: unknown): string | undefined => {
  const parts = pointer.split('/').slice(1);
  const names = parts.filter((part) => !/^\d+$/.test(part));
  const held: unknown = names[0] === undefined ? undefined : Reflect.get(Object(record), names[0]);
  const item: unknown = Array.isArray(held) ? held[Number(parts[1])] : undefined;
  const isOfItem = ({ steps }: Column): boolean =>
    steps.every(
      (step) => typeof step === 'string' || !('year' in step) || Reflect.get(Object(item), step.by) === step.year,
    );
  const namesOf = ({ steps }: Column): readonly string[] => steps.filter((step) => typeof step === 'string');
  const about = columns.filter((one) => isOfItem(one) && names.every((name, n) => namesOf(one)[n] === name));
  const [first] = about;
  if (first === undefined || names.length === 0) return undefined;
  return namesOf(first).length === names.length ? first.label : first.label.split(': ')[0];
};

/** What the API refused, at the rows and columns of the workbook. */
export const faultsOfRefusal = (
  { faults, title, detail }: ProblemAnswer,
  part: readonly PlannedEntry[],
  { columns }: Place,
  recorded: number,
): readonly ShownFault[] => {
  const before =
    recorded === 0
      ? []
      : [{ message: `${counted(recorded, 'row')} recorded before this one was refused; the rest was not` }];
  const each = faults.map(({ pointer, message }) => {
    const [, n, rest = ''] = /^\/entries\/(\d+)(?:\/record)?(.*)$/.exec(pointer) ?? [];
    const entry = n === undefined ? undefined : part[Number(n)];
    if (entry === undefined) return { message };
    const label = labelAt(columns, rest, entry.record);
    return {
      message: `Row ${entry.row}, ${entry.title}${label === undefined ? '' : `, ${label}`}: ${message}`,
    };
  });
  return [...before, ...(each.length > 0 ? each : [{ message: detail || title }])];
};
