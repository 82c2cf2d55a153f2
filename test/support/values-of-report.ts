import type * as z from 'zod';
import { labelOf } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { Figure } from '#schemas/figures.ts';
import { inner, itemOf, memberOf } from '#schemas/schema-parts.ts';
import { plain } from '#web/report/names.ts';

/*
 * Every number, date and text of a value of JSON, as a file of it has to hold them; found by walking the JSON alone.
 */

export interface Value {
  readonly path: string;
  /** `within`: part of the text of a cell. `choice`: may stand as its label. */
  readonly kind: 'number' | 'day' | 'instant' | 'text' | 'within' | 'choice';
  readonly value: string | number;
  readonly orElse?: string;
}

type Schema = z.core.$ZodType | undefined;
type Members = Readonly<Record<string, unknown>>;

const ofText = (value: string, schema: Schema, path: string): Value => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { path, kind: 'day', value };
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return { path, kind: 'instant', value };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return { path, kind: 'text', value };
  const label = schema === undefined ? value : labelOf(inner(schema), value);
  return { path, kind: 'choice', value, orElse: label === value ? plain(value) : label };
};

/** What is stated as a figure or a date is said in words, but for its amounts and its day. */
const ofStated = (value: Members, path: string): readonly Value[] =>
  Object.entries(value).flatMap(([name, one]): readonly Value[] => {
    if (name === 'kind') return [];
    if (name === 'conflicts' && Array.isArray(one))
      return one.flatMap(({ value: other, ...from }, n) => [
        ...ofStated(other, `${path}.conflicts[${n}]`),
        ...ofStated(from, `${path}.conflicts[${n}]`),
      ]);
    if (name === 'date') return [{ path, kind: 'day', value: String(one) }];
    if (['pounds', 'low', 'high'].includes(name)) return [{ path, kind: 'number', value: Number(one) }];
    // Months, seasons and quarters are named in words; texts stand in them as they are.
    return ['covers', 'reason', 'words', 'source', 'asAt'].includes(name)
      ? [{ path, kind: 'within', value: String(one) }]
      : [];
  });

const isStated = (value: Members): boolean =>
  'kind' in value && (Figure.safeParse(value).success || DateStatement.safeParse(value).success);

/** How many figures a total adds up is said in words, and a total of none has no ends. */
const isLeftOfTotal = (name: string, of: Members): boolean =>
  'excluded' in of &&
  'exact' in of &&
  (['count', 'excluded', 'marked', 'exact'].includes(name) ||
    (of.count === 0 && of.low === 0 && of.high === 0 && ['low', 'high'].includes(name)));

export const valuesOf = (value: unknown, schema: Schema, path = ''): readonly Value[] => {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'number') return [{ path, kind: 'number', value }];
  if (typeof value === 'string') return value === '' ? [] : [ofText(value, schema, path)];
  if (Array.isArray(value))
    return value.flatMap((one, n) => {
      const found = valuesOf(one, itemOf(schema), `${path}[${n}]`);
      return typeof one === 'string' && !path.endsWith('headline')
        ? found.map((each): Value => ({ ...each, kind: 'within', value: each.orElse ?? each.value }))
        : found;
    });
  const of = value as Members;
  if (isStated(of)) return ofStated(of, path);
  return Object.entries(of).flatMap(([name, one]) =>
    isLeftOfTotal(name, of) ? [] : valuesOf(one, memberOf(schema, name), `${path}.${name}`),
  );
};
