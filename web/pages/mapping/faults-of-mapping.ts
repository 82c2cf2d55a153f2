import { listed } from '#language/in-words.ts';
import { financialYearOf, type LocalDate } from '#language/time.ts';
import { fieldsOf } from '#registers/fields.ts';
import type { ShownFault } from '../../design/error-summary.ts';
import { type MappedField, yearOfColumn, yearsNamedIn } from '../../mapping/mapped-fields.ts';
import { missingColumns } from '../../mapping/missing-columns.ts';
import type { Brought } from './brought.ts';
import { columnBox } from './columns-page.ts';
import { faultsOfName } from './keep-mapping.ts';

/** Columns that the mapping names and the sheet does not have: nothing is recorded before somebody says what is read in their place. */
const faultsOfMissing = (brought: Brought): readonly ShownFault[] =>
  missingColumns(brought).map(({ of, label, head, candidate }) => ({
    message: `${label}: the column “${head}” is not in this spreadsheet. Choose the column that has it now${candidate === undefined ? '' : `, perhaps “${candidate}”`}, or None where it is left out on purpose`,
    field: columnBox(of),
  }));

/** Columns whose head names another year than the field that is read from them: the money of a year would be recorded in another. */
const faultsOfYears = ({ mapping, mappedFields }: Brought): readonly ShownFault[] =>
  mapping.columns.flatMap(({ field, head = '' }): readonly ShownFault[] => {
    const column = mappedFields.find(({ key }) => key === field)?.column;
    const year = column && yearOfColumn(column);
    const named = yearsNamedIn([head]);
    if (column === undefined || year === undefined || named.length === 0 || named.includes(year)) return [];
    const right = column.label.replace(year, named[0] ?? year);
    return [
      {
        message: `${column.label}: the column “${head}” is of ${listed(named)}. Choose it for ${right}, or put its head right in the spreadsheet`,
        field: columnBox(field),
      },
    ];
  });

/** What the heads of the sheet do not bear out. */
export const faultsOfHeads = (brought: Brought): readonly ShownFault[] => [
  ...faultsOfMissing(brought),
  ...faultsOfYears(brought),
];

/** Of a list by year: any year will do, and this one is named. */
const yearNeeded = (those: readonly MappedField[], today: LocalDate): MappedField | undefined =>
  those.find(({ needed, column }) => needed && yearOfColumn(column) === financialYearOf(today));

/** What a mapping still needs so that its rows can be records. */
export const faultsOfMapping = (brought: Brought): readonly ShownFault[] => {
  const { around, mapping, mappedFields, register } = brought;
  const mapped = new Set(mapping.columns.map(({ field }) => field));
  const has = ({ key }: MappedField): boolean => mapped.has(key);
  const needs = fieldsOf(register.record)
    .filter(({ required }) => required)
    .flatMap((field): readonly ShownFault[] => {
      const those = mappedFields.filter(({ of }) => of.name === field.name);
      const [first] = those;
      if (first === undefined) return [];
      const isSaid =
        field.kind === 'list'
          ? those.some(has)
          : field.kind === 'either'
            ? those.filter(({ needed, key }) => needed && key.split('.')[1] === '1').every(has) ||
              those.some((one) => one.key.split('.')[1] === '2' && has(one))
            : those.every((one) => !one.needed || has(one));
      if (isSaid) return [];
      const ofYear = yearNeeded(those, around.at.today);
      if (ofYear !== undefined)
        return [
          {
            message: `Choose a column for at least one year, such as ${ofYear.column.label}: a ${register.noun} has to have one`,
            field: columnBox(ofYear.key),
          },
        ];
      const at = those.find((one) => !has(one)) ?? first;
      const message = `${field.label}: choose a column, or write what every new row says: a ${register.noun} has to have it`;
      return [{ message, field: columnBox(at.key) }];
    });
  const ofTitle = mapping.columns.some(({ field, head }) => field === 'title' && head !== undefined);
  return [
    ...faultsOfName(brought),
    ...(ofTitle || needs.some(({ field }) => field === columnBox('title'))
      ? []
      : [{ message: 'Title: choose its column', field: columnBox('title') }]),
    ...faultsOfHeads(brought),
    ...needs,
  ];
};
