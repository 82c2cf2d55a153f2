import { counted, listedAtMost } from '#language/in-words.ts';
import type { Register } from '#registers/declaration.ts';
import { bulletList, paragraph } from '../../design/blocks.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { placeOfFault, type SheetPlan } from '../../workbook/place.ts';

const mostFaults = 50;
const mostNamed = 10;

/** What is wrong with cells, as a page shows it. */
export const faultsOfPlan = ({ faults }: SheetPlan): readonly ShownFault[] => [
  ...faults.slice(0, mostFaults).map((fault) => ({ message: `${placeOfFault(fault, 'Cell')} ${fault.message}` })),
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
