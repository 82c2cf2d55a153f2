import * as z from 'zod';
import { labelsOf } from '#schemas/choices.ts';
import { neededIfOf } from '#schemas/needed-if.ts';
import {
  isCriterion,
  isDueDay,
  listOf,
  referenceOf,
  type ScaleName,
  type SettingsList,
  type SharedKind,
  scaleOf,
  sharedKindOf,
} from './field-kinds.ts';

/** What a form asks for, or a column of a spreadsheet holds. */
export type FieldKind =
  | SharedKind
  | 'text'
  | 'long text'
  | 'id'
  | 'number'
  | 'yes or no'
  | 'choice'
  | 'reference'
  | 'group'
  | 'either'
  | 'list';

/** A field of a record, as a form or a spreadsheet needs to know it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: FieldKind;
  /** Of a list: what each of its items is. */
  readonly of?: FieldKind;
  /** Whether a record must hold it. */
  readonly required: boolean;
  /** When it must be given all the same: `it is closed`. */
  readonly neededIf?: string;
  /** Whether a record holds something of it where nothing is said. */
  readonly hasDefault?: true;
  /** The most characters of a text. */
  readonly longest?: number;
  readonly choices?: readonly { readonly name: string; readonly label: string }[];
  /** Of what is worked out of an entry: whether it is the day by which something is to be done. */
  readonly isDue?: true;
  /** The register that a reference is to; `criterion` of a criterion of the options appraisal. */
  readonly register?: string;
  /** The scale that a number is on. */
  readonly scale?: ScaleName;
  /** The list of the programme's settings that a word is from. */
  readonly list?: SettingsList;
  /** The fields of a group, or of each item of a list. */
  readonly fields?: readonly Field[];
  /** Where a value has several forms: the fields of each. */
  readonly forms?: readonly (readonly Field[])[];
}

type Schema = z.core.$ZodType;

/** What a field holds where it holds something. */
const within = (schema: Schema): Schema =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? within(schema.unwrap())
    : schema;

/** A text longer than this is written in a box of several lines. */
const oneLine = 500;

const longestOf = (schema: Schema): number | undefined => {
  const longest = z.globalRegistry.get(schema)?.maxLength;
  return typeof longest === 'number' ? longest : undefined;
};

/** What a form offers by name: entries of a register, or criteria of the appraisal. */
const offeredFor = (schema: Schema): string | undefined => (isCriterion(schema) ? 'criterion' : referenceOf(schema));

const kindOf = (schema: Schema): FieldKind => {
  const known = sharedKindOf(schema);
  if (known !== undefined) return known;
  if (offeredFor(schema) !== undefined) return 'reference';
  if (schema instanceof z.ZodBoolean) return 'yes or no';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return 'choice';
  if (schema instanceof z.ZodArray) return 'list';
  if (schema instanceof z.ZodObject) return 'group';
  if (schema instanceof z.ZodUnion) return 'either';
  if (!(schema instanceof z.ZodString))
    throw new Error(`no kind of field for a schema of type ${schema._zod.def.type}`);
  const longest = longestOf(schema);
  return longest === undefined ? 'id' : longest > oneLine ? 'long text' : 'text';
};

const choicesOf = (schema: Schema): Pick<Field, 'choices'> => {
  const labels = labelsOf(schema);
  return labels === undefined ? {} : { choices: Object.entries(labels).map(([name, label]) => ({ name, label })) };
};

/** What a value holds, however it is labelled. */
const contentOf = (schema: Schema): Omit<Field, 'name' | 'label' | 'hint' | 'required'> => {
  const kind = kindOf(schema);
  const longest = kind === 'text' || kind === 'long text' ? longestOf(schema) : undefined;
  const register = offeredFor(schema);
  const list = listOf(schema);
  const scale = scaleOf(schema);
  const item = schema instanceof z.ZodArray ? contentOf(within(schema.element)) : undefined;
  return {
    ...item,
    kind,
    ...(item === undefined ? {} : { of: item.kind }),
    ...(longest === undefined ? {} : { longest }),
    ...(register === undefined ? {} : { register }),
    ...(list === undefined ? {} : { list }),
    ...(scale === undefined ? {} : { scale }),
    ...(isDueDay(schema) ? { isDue: true as const } : {}),
    ...choicesOf(schema),
    ...(kind === 'group' ? { fields: fieldsOf(schema) } : {}),
    ...(schema instanceof z.ZodUnion && kind === 'either' ? { forms: schema.options.map(fieldsOf) } : {}),
  };
};

const described = (record: z.ZodObject): readonly Field[] =>
  Object.entries(record.shape).map(([name, field]) => {
    const said = z.globalRegistry.get(field);
    const unsaid = z.safeParse(field, undefined);
    const condition = neededIfOf(field);
    return {
      name,
      label: said?.title ?? '',
      hint: said?.description ?? '',
      required: !unsaid.success,
      ...(condition === undefined ? {} : { neededIf: condition }),
      ...(unsaid.data === undefined ? {} : { hasDefault: true as const }),
      ...contentOf(within(field)),
    };
  });

/** Many screens ask for the fields of one record, and many records hold an amount: described once, the pages start in 0.85 of the time. */
const describedBefore = new WeakMap<Schema, readonly Field[]>();

/**
 * The fields of a record, or of a group in one, in their order. Label and hint are the title and the description of the
 * field's own schema, empty where it has none (a test holds that every register's have both).
 */
export const fieldsOf = (record: Schema): readonly Field[] => {
  if (!(record instanceof z.ZodObject)) return [];
  const fields = describedBefore.get(record) ?? described(record);
  describedBefore.set(record, fields);
  return fields;
};

/** Of a list with an item for each financial year: the field that says the year. */
export const yearOfItems = ({ fields = [] }: Field): Field | undefined =>
  fields.find(({ kind, required }) => kind === 'financial year' && required);

/** Each value of a record with its schema, in the order of the fields; what a group or a list holds comes after it. */
function* valuesIn(
  schema: Schema,
  value: unknown,
  pointer = '',
): Generator<{ readonly schema: Schema; readonly value: unknown; readonly pointer: string }> {
  const inner = within(schema);
  yield { schema: inner, value, pointer };
  if (inner instanceof z.ZodArray && Array.isArray(value))
    for (const [n, one] of value.entries()) yield* valuesIn(inner.element, one, `${pointer}/${n}`);
  if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null)
    for (const [name, field] of Object.entries(inner.shape))
      yield* valuesIn(field, Reflect.get(value, name), `${pointer}/${name}`);
}

/** An entry that a record names, and where it does. */
export interface Named {
  readonly kind: string;
  readonly id: string;
  readonly pointer: string;
}

/** The entries of other registers that a record names, in the order of its fields. */
export const referencesIn = (record: Schema, given: unknown): readonly Named[] =>
  [...valuesIn(record, given)].flatMap(({ schema, value, pointer }) => {
    const kind = referenceOf(schema);
    return kind === undefined || typeof value !== 'string' ? [] : [{ kind, id: value, pointer }];
  });

/** A word of a list of the programme's settings, and where a record uses it. */
export interface WordUsed {
  readonly list: SettingsList;
  readonly id: string;
  readonly pointer: string;
}

/** The words of the programme's settings that a record uses, in the order of its fields. */
export const wordsIn = (record: Schema, given: unknown): readonly WordUsed[] =>
  [...valuesIn(record, given)].flatMap(({ schema, value, pointer }) => {
    const list = listOf(schema);
    return list === undefined || typeof value !== 'string' ? [] : [{ list, id: value, pointer }];
  });

/** Whether a record may use words of the programme's settings. */
export const usesWords = (schema: Schema): boolean => {
  const inner = within(schema);
  if (inner instanceof z.ZodArray) return usesWords(inner.element);
  if (inner instanceof z.ZodObject) return Object.values(inner.shape).some(usesWords);
  return listOf(inner) !== undefined;
};

/** The fields of a record that hold something unless another is said, with what they hold. */
export const defaultsOf = (record: Schema): Readonly<Record<string, unknown>> =>
  record instanceof z.ZodObject
    ? Object.fromEntries(
        Object.entries(record.shape).flatMap(([name, field]) => {
          const { data } = z.safeParse(field, undefined);
          return data === undefined ? [] : [[name, data]];
        }),
      )
    : {};
