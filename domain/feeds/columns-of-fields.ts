import { figureInWords } from '#language/in-words.ts';
import type { Field } from '#registers/fields.ts';
import { DateStatement, dateStatementInWords, firstDayStated, lastDayStated } from '#schemas/date-statement.ts';
import { FigureOrPounds } from '#schemas/figures.ts';
import type { JsonObject } from '#schemas/history.ts';
import type { ColumnType, ReadColumn, Value } from './column.ts';

/** A list of a record, each item of which is a row of a table of its own. */
export interface ListOfField {
  /** Where it is in the record: the names of the fields that lead to it. */
  readonly path: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly field: Field;
}

/** What the fields of a record come to in a flat table: its columns, and the lists that have tables of their own. */
export interface Flat {
  readonly columns: readonly ReadColumn[];
  readonly lists: readonly ListOfField[];
}

type Find = (from: JsonObject) => unknown;

/** What lies at a path; undefined where anything on the way is not there. */
export const findAt = (from: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Reflect.get(value, name) : undefined,
    from,
  );

const textOf = (value: unknown): Value => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): Value => (typeof value === 'number' ? value : null);
const booleanOf = (value: unknown): Value => (typeof value === 'boolean' ? value : null);

interface Said {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

const column = (said: Said, type: ColumnType, read: (from: JsonObject) => Value, more: object = {}): ReadColumn => ({
  name: said.name,
  type,
  title: said.title,
  description: said.description,
  nullable: true,
  ...more,
  read,
});

const part = ({ name, title }: Said, suffix: string, label: string, description: string): Said => ({
  name: `${name}_${suffix}`,
  title: `${title}: ${label}`,
  description,
});

const figureColumns = (said: Said, find: Find): readonly ReadColumn[] => {
  const at = (from: JsonObject, name: string): unknown => findAt(find(from), [name]);
  const end =
    (name: 'low' | 'high') =>
    (from: JsonObject): Value => {
      const given = find(from);
      if (typeof given === 'number') return given;
      const isOpen = name === 'high' && at(from, 'kind') === 'over';
      return isOpen ? null : (numberOf(at(from, name)) ?? numberOf(at(from, 'pounds')));
    };
  return [
    column(
      part(
        said,
        'kind',
        'kind',
        'How well it is known: amount, range, over, about, nearly, part-known, or why there is none',
      ),
      'text',
      (from) => (typeof find(from) === 'number' ? 'amount' : textOf(at(from, 'kind'))),
    ),
    column(part(said, 'low', 'low end', 'In whole pounds; empty where there is no figure'), 'pounds', end('low')),
    column(
      part(said, 'high', 'high end', 'In whole pounds, of an amount the same; empty where the top is open'),
      'pounds',
      end('high'),
    ),
    column(part(said, 'words', 'in words', 'As reports write it'), 'text', (from) => {
      const figure = FigureOrPounds.safeParse(find(from));
      return figure.success ? figureInWords(figure.data) : null;
    }),
    column(part(said, 'source', 'source', 'The paper or person that states it'), 'text', (from) =>
      textOf(at(from, 'source')),
    ),
  ];
};

const dateColumns = (said: Said, find: Find): readonly ReadColumn[] => {
  const of =
    (made: (stated: DateStatement) => Value) =>
    (from: JsonObject): Value => {
      const stated = DateStatement.safeParse(find(from)).data;
      return stated === undefined ? null : made(stated);
    };
  return [
    column(
      part(said, 'kind', 'kind', 'How exact it is: date, month, season and so on, or that it is not stated'),
      'text',
      of(({ kind }) => kind),
    ),
    column(
      part(said, 'first', 'first day', 'The first day that it stands for, where it names one'),
      'day',
      of(firstDayStated),
    ),
    column(
      part(said, 'last', 'last day', 'The last day that it stands for, where it names one'),
      'day',
      of(lastDayStated),
    ),
    column(part(said, 'words', 'in words', 'As reports write it'), 'text', of(dateStatementInWords)),
    column(
      part(said, 'source', 'source', 'The paper or person that states it'),
      'text',
      of((stated) => textOf(Reflect.get(stated, 'source'))),
    ),
  ];
};

/** The reason of an exemption is withheld wherever it matters, and is not among them. */
const exemptionColumns = (said: Said, find: Find): readonly ReadColumn[] => [
  column(
    part(said, 'fields', 'fields', 'The fields whose text is withheld, with blanks between them'),
    'text',
    (from) => {
      const fields = findAt(find(from), ['fields']);
      return Array.isArray(fields) ? fields.join(' ') : null;
    },
  ),
  column(
    part(said, 'ground', 'ground', 'The paragraph of Schedule 12A to the Local Government Act 1972'),
    'whole number',
    (from) => numberOf(findAt(find(from), ['ground'])),
  ),
  column(part(said, 'until', 'until', 'The first day on which the text is shown'), 'day', (from) =>
    textOf(findAt(find(from), ['until'])),
  ),
];

const plainTypes: Readonly<Partial<Record<Field['kind'], ColumnType>>> = {
  text: 'text',
  'long text': 'text',
  id: 'text',
  choice: 'text',
  reference: 'text',
  address: 'text',
  month: 'text',
  'financial year': 'text',
  date: 'day',
  instant: 'instant',
  number: 'number',
  pounds: 'pounds',
  'yes or no': 'yes or no',
};

const readerOf = (type: ColumnType): ((value: unknown) => Value) =>
  type === 'yes or no' ? booleanOf : type === 'number' || type === 'pounds' ? numberOf : textOf;

const plainColumn = (said: Said, field: Field, find: Find): ReadColumn => {
  const type = plainTypes[field.kind];
  if (type === undefined) throw new Error(`a field of kind ${field.kind} is no single column`);
  const read = readerOf(type);
  const refersTo = field.register ?? field.list;
  return column(said, type, (from) => read(find(from)), {
    ...(field.choices === undefined ? {} : { choices: field.choices }),
    ...(refersTo === undefined ? {} : { refersTo }),
  });
};

/** Names are kept apart from the record (docs/meaning.md CHAIN-3), and no feed hands them on. */
const isPerson = (fields: readonly Field[]): boolean =>
  fields.length === 2 && fields.every(({ name }) => name === 'subject' || name === 'name');

/** The fields of every form that a value can have, each name once. */
const fieldsOfForms = (forms: readonly (readonly Field[])[]): readonly Field[] => [
  ...new Map(forms.flat().map((field) => [field.name, field])).values(),
];

const fieldsWithin = ({ fields = [], forms = [] }: Field): readonly Field[] => {
  const all = forms.length > 0 ? fieldsOfForms(forms) : fields;
  return isPerson(all) ? all.filter(({ name }) => name === 'subject') : all;
};

const join = (flats: readonly Flat[]): Flat => ({
  columns: flats.flatMap(({ columns }) => columns),
  lists: flats.flatMap(({ lists }) => lists),
});

/** A total (`schemas/figures.ts`) says of what it leaves out how often, and no more: what is left out is no row. */
const isTotal = (fields: readonly Field[]): boolean =>
  ['low', 'high', 'marked', 'excluded'].every((name) => fields.some((field) => field.name === name));

/** `planMoves` as `Plan moves`, of a field that no form shows and nothing labels. */
const inWords = (name: string): string => {
  const words = name.replaceAll(/([A-Z])/g, (_, letter: string) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

const flatOfField = (field: Field, above: readonly string[], prefix: string, title: string): Flat => {
  const path = [...above, field.name];
  const label = field.label === '' ? inWords(field.name) : field.label;
  const said = {
    name: `${prefix}${field.name}`,
    title: title === '' ? label : `${title}: ${label}`,
    description: field.hint,
  };
  const find: Find = (from) => findAt(from, path);
  const only = (columns: readonly ReadColumn[]): Flat => ({ columns, lists: [] });
  switch (field.kind) {
    case 'figure':
      return only(figureColumns(said, find));
    case 'date as stated':
      return only(dateColumns(said, find));
    case 'exemption':
      return only(exemptionColumns(said, find));
    case 'group':
    case 'either': {
      const flat = flatOf(fieldsWithin(field), path, `${said.name}_`, said.title);
      return isTotal(fieldsWithin(field)) ? { ...flat, lists: [] } : flat;
    }
    case 'list':
      return {
        columns: [
          column(
            part(said, 'count', 'how many', 'How many it has; each is a row of a table of its own'),
            'whole number',
            (from) => {
              const items = find(from);
              return Array.isArray(items) ? items.length : 0;
            },
          ),
        ],
        lists: [{ path, title: said.title, description: field.hint, field }],
      };
    default:
      return only([plainColumn(said, field, find)]);
  }
};

/** The columns of some fields, in their order: a group's are named after it, `cost_figure_low`. */
export const flatOf = (fields: readonly Field[], above: readonly string[] = [], prefix = '', title = ''): Flat =>
  join(fields.map((field) => flatOfField(field, above, prefix, title)));

/** The columns of each item of a list: of groups those of their fields, of anything else one, `value`. */
export const flatOfItems = ({ field, title, description }: ListOfField): Flat => {
  if (field.of === 'group' || field.of === 'either') return flatOf(fieldsWithin(field));
  const item: Field = {
    name: 'value',
    label: title,
    hint: description,
    required: true,
    kind: field.of ?? 'text',
    ...(field.choices === undefined ? {} : { choices: field.choices }),
    ...(field.register === undefined ? {} : { register: field.register }),
    ...(field.list === undefined ? {} : { list: field.list }),
  };
  return flatOf([item]);
};
