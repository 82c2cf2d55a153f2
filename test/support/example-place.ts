import { registers } from '#registers/all.ts';
import { fieldsOf } from '#registers/fields.ts';
import { columnsOf } from '#web/workbook/columns.ts';

/** A register with its example recorded, and what is otherwise of it now, as a workbook of it is read against. */
export const examplePlace = (path: string, now: object = {}) => {
  const register = registers.find((one) => one.path === path);
  if (register === undefined) throw new Error(path);
  const record = { ...Object(register.example), ...now };
  const fields = fieldsOf(register.record);
  return {
    ...{ noun: register.noun, fields, columns: columnsOf(fields, [record], '2026-04-10', () => []) },
    entries: [{ id: 'first', title: String(record.title), version: 1, record }],
  };
};
