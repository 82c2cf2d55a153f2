import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import type { JsonObject, RecordKind } from '#schemas/history.ts';
import { asJsonObject } from '#schemas/history.ts';
import { Review, ReviewFacts } from '#schemas/review.ts';
import type { Column, FeedTable, ReadColumn, Row, Value } from './column.ts';
import { findAt, flatOf, flatOfItems, type ListOfField } from './columns-of-fields.ts';

/*
 * The tables of the record, made from the declarations: of each register one with a row an entry, and one for each list that an
 * entry holds, with a row an item (docs/adr/0110-feeds.md).
 */

/** A record that is a row, or holds rows, with its text as whoever asks may see it. */
export interface RecordOfRow {
  readonly key: string;
  readonly programme: string;
  /** Null of what is of the programme itself. */
  readonly review: string | null;
  readonly id: string;
  readonly version: number;
  readonly sequence: number;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly content: { readonly record: JsonObject; readonly facts: JsonObject };
}

/** A table of the record. */
export interface RecordTable extends FeedTable {
  readonly kind: RecordKind;
  /** The rows of one record: of a register one, of a list within it one an item. */
  readonly rowsOf: (record: RecordOfRow) => readonly Row[];
}

/** `property.late-savings`; of the programme itself, or a review, its id alone: an id holds no full stop. */
export const keyOf = (kind: RecordKind, review: string | null, id: string): string =>
  review === null || kind === 'review' ? id : `${review}.${id}`;

type OfRecord = Column & { readonly of: (record: RecordOfRow) => Value };

const always = (
  name: string,
  type: Column['type'],
  title: string,
  description: string,
  of: OfRecord['of'],
): OfRecord => ({
  name,
  type,
  title,
  description,
  nullable: false,
  of,
});

const key = always(
  'key',
  'text',
  'Key',
  'Which row it is, once in this table of this programme',
  ({ key: own }) => own,
);
const programmeId = always('programmeId', 'text', 'Programme', 'The programme', ({ programme }) => programme);
const reviewId: OfRecord = {
  ...always(
    'reviewId',
    'text',
    'Review',
    'The review that it is of; empty of what is of the programme itself',
    ({ review }) => review,
  ),
  nullable: true,
  refersTo: 'review',
};
const entryId = always('entryId', 'text', 'Id', 'The id of the entry in its register of this review', ({ id }) => id);

/** What every row of a register says of its entry. */
const ofEntry: readonly OfRecord[] = [
  key,
  programmeId,
  reviewId,
  entryId,
  always('version', 'whole number', 'Version', 'How often the entry has changed', ({ version }) => version),
  always(
    'changeNumber',
    'whole number',
    'Change number',
    'The number of its last change in the history of its review or programme: of two copies of a row the higher one is later',
    ({ sequence }) => sequence,
  ),
  always('effectiveAt', 'instant', 'Effective', 'From when it is true as it stands', ({ effectiveAt }) => effectiveAt),
  always('recordedAt', 'instant', 'Recorded', 'When that was recorded', ({ recordedAt }) => recordedAt),
  always('recordedBy', 'text', 'Recorded by', 'Who recorded it, by the id of the person', ({ by }) => by),
];

const sayingWhat = ({ read: _, ...column }: ReadColumn): Column => column;
const withoutOf = ({ of: _, ...column }: OfRecord): Column => column;

interface Declared {
  readonly kind: RecordKind;
  readonly name: string;
  readonly rowType: string;
  readonly title: string;
  readonly description: string;
  readonly record: readonly Field[];
  readonly facts: readonly Field[];
}

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const small = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

const flatOfDeclared = ({ record, facts }: Declared) => {
  const [recorded, made] = [flatOf(record, ['record']), flatOf(facts, ['facts'], 'facts_')];
  return { columns: [...recorded.columns, ...made.columns], lists: [...recorded.lists, ...made.lists] };
};

const tableOfEntries = (declared: Declared, columns: readonly ReadColumn[]): RecordTable => ({
  kind: declared.kind,
  name: declared.name,
  rowType: declared.rowType,
  title: declared.title,
  description: declared.description,
  columns: [...ofEntry.map(withoutOf), ...columns.map(sayingWhat)],
  saysWhatIsGone: true,
  rowsOf: (record) => [
    [...ofEntry.map(({ of }) => of(record)), ...columns.map(({ read }) => read(asJsonObject(record.content)))],
  ],
});

/** An item of a list with where it is: `2`, within another list `2.1`, counted from 1. */
interface Placed {
  readonly place: string;
  readonly item: JsonObject;
}

const itemsAt = (from: unknown, path: readonly string[]): readonly JsonObject[] => {
  const items = findAt(from, path);
  return Array.isArray(items)
    ? items.map((item) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? item : { value: item }))
    : [];
};

interface Above {
  readonly declared: Declared;
  readonly table: { readonly name: string; readonly rowType: string; readonly title: string };
  readonly itemsOf: (content: JsonObject) => readonly Placed[];
}

const ofItem: readonly OfRecord[] = [programmeId, reviewId, entryId];

const keyOfItem: Column = {
  name: 'key',
  type: 'text',
  title: 'Key',
  description: 'Which row it is: the key of its entry, and its place there',
  nullable: false,
};
const parentKey: Column = {
  name: 'parentKey',
  type: 'text',
  title: 'Key of what it belongs to',
  description: 'The key of the row that holds it',
  nullable: false,
};
const placeInList: Column = {
  name: 'place',
  type: 'whole number',
  title: 'Place',
  description: 'Which one it is in its list, counted from 1',
  nullable: false,
};
const changeOfEntry: OfRecord = always(
  'changeNumber',
  'whole number',
  'Change number',
  'The number of the last change of its entry',
  ({ sequence }) => sequence,
);

const tablesOfList = (above: Above, list: ListOfField): readonly RecordTable[] => {
  const { declared, table, itemsOf } = above;
  // `record` and `facts` lead to a list and are no part of its name, but for facts, whose names a record may have as well.
  const named = list.path
    .filter((part) => part !== 'record')
    .map(capital)
    .join('');
  const own = {
    name: `${table.name === declared.name ? small(declared.rowType) : table.name}${named}`,
    rowType: `${table.rowType}${named}Item`,
    title: `${table.title}: ${list.title}`,
  };
  const { columns, lists } = flatOfItems(list);
  const itemsOfList = (content: JsonObject): readonly Placed[] =>
    itemsOf(content).flatMap(({ place, item }) =>
      itemsAt(item, list.path).map((one, n) => ({ place: place === '' ? `${n + 1}` : `${place}.${n + 1}`, item: one })),
    );
  const rowOf = (record: RecordOfRow, { place, item }: Placed): Row => {
    const parts = place.split('.');
    return [
      `${record.key}.${place}`,
      [record.key, ...parts.slice(0, -1)].join('.'),
      ...ofItem.map(({ of }) => of(record)),
      Number(parts.at(-1)),
      changeOfEntry.of(record),
      ...columns.map(({ read }) => read(item)),
    ];
  };
  return [
    {
      kind: declared.kind,
      ...own,
      description: list.description,
      columns: [
        keyOfItem,
        { ...parentKey, refersTo: table.name },
        ...ofItem.map(withoutOf),
        placeInList,
        withoutOf(changeOfEntry),
        ...columns.map(sayingWhat),
      ],
      parent: table.name,
      saysWhatIsGone: false,
      rowsOf: (record) => itemsOfList(asJsonObject(record.content)).map((placed) => rowOf(record, placed)),
    },
    ...lists.flatMap((inner) => tablesOfList({ declared, table: own, itemsOf: itemsOfList }, inner)),
  ];
};

const tablesOf = (declared: Declared): readonly RecordTable[] => {
  const { columns, lists } = flatOfDeclared(declared);
  const itemsOf = (content: JsonObject): readonly Placed[] => [{ place: '', item: content }];
  return [
    tableOfEntries(declared, columns),
    ...lists.flatMap((list) => tablesOfList({ declared, table: declared, itemsOf }, list)),
  ];
};

const ofRegister = (register: Register & { readonly kind: RecordKind }): Declared => ({
  kind: register.kind,
  name: small(register.plural),
  rowType: register.stem,
  title: capital(register.path.replaceAll('-', ' ')),
  description: register.purpose,
  record: fieldsOf(register.record),
  facts: fieldsOf(register.facts),
});

const reviews: Declared = {
  kind: 'review',
  name: 'reviews',
  rowType: 'Review',
  title: 'Reviews',
  description: 'The reviews of the programme: what each is, who answers for it, and at which stage it is.',
  record: fieldsOf(Review),
  facts: fieldsOf(ReviewFacts),
};

/** The tables of the record, in the order of the registers. */
export const recordTables: readonly RecordTable[] = [reviews, ...registers.map(ofRegister)].flatMap(tablesOf);
