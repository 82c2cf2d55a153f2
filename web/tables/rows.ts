import type * as z from 'zod';
import { itemOf, memberOf } from '#schemas/schema-parts.ts';
import { type Cells, cellOf, inWords, isScalar, type TableCell, textOfCell } from './cell.ts';
import { noShape, type Shape, shapeOf } from './shape.ts';

/*
 * Any part of a report as rows: its single figures, and the rows of its lists. What a part holds is read from the part and
 * its schema alone, so that a part that is new has its rows without a line here.
 */

/** A single figure of a section, or a row of one of its lists; `list` names it. */
export interface TableRow {
  readonly list: string;
  readonly cells: Cells;
}

export interface RowsOfPart {
  readonly figures: readonly TableRow[];
  readonly lists: readonly TableRow[];
}

interface Place {
  readonly schema: z.core.$ZodType | undefined;
  readonly list: string;
  /** What the rows are about: the names and ids of the row above. */
  readonly about: Cells;
}

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const under = (list: string, name: string): string =>
  name === 'rows' ? list : list === '' ? inWords(name) : `${list}: ${inWords(name).toLowerCase()}`;

const headOf = (name: string, of: Members): string => {
  if (name === 'review') return 'Review id';
  return name === 'title' && 'review' in of ? 'Review' : inWords(name);
};

/** `Risk: title` of the title of a risk; what begins with capital letters keeps them. */
const within = (prefix: string, head: string): string =>
  prefix === '' || /^[A-Z]{2}/.test(head)
    ? `${prefix}${head}`
    : `${prefix}${head.charAt(0).toLowerCase()}${head.slice(1)}`;

const naming = new Set(['review', 'title', 'id', 'key', 'name', 'year', 'rule', 'label', 'month', 'model']);

/** What names a row: for the rows that belong to it. */
const aboutOf = (of: Members, schema: Place['schema']): readonly (readonly [string, TableCell])[] =>
  Object.entries(of).flatMap(([name, value]) =>
    naming.has(name) && isScalar(value) && value !== null
      ? [[headOf(name, of), cellOf(memberOf(schema, name), name, value)] as const]
      : [],
  );

const besideOthers = (head: string, cells: Cells): readonly (readonly [string, TableCell])[] =>
  [...cells].map(([part, cell]) => [
    part === 'Value' ? head : `${head}: ${part === 'Of' ? 'out of' : part.charAt(0).toLowerCase() + part.slice(1)}`,
    cell,
  ]);

/** More of them than this stand in rows of their own, below one another. */
const mostShapesBeside = 2;

const shapesIn = (value: unknown, schema: Place['schema']): number => {
  if (!isMembers(value)) return 0;
  if (shapeOf(schema, value) !== undefined) return 1;
  return Object.entries(value).reduce((sum, [name, one]) => sum + shapesIn(one, memberOf(schema, name)), 0);
};

/** The rows of one row of a list: its own, and those of what it holds more than one of. */
class RowOfList {
  readonly #place: Place;
  readonly #shapesBeside: boolean;
  readonly #own: Map<string, TableCell>;
  readonly #about: Cells;
  readonly #below: TableRow[] = [];

  constructor(value: Members, place: Place, shapesBeside: boolean) {
    this.#place = place;
    this.#shapesBeside = shapesBeside;
    this.#own = new Map(place.about);
    this.#about = new Map([...place.about, ...aboutOf(value, place.schema)]);
    this.#fill(value, place.schema, '');
  }

  rows(): readonly TableRow[] {
    return [{ list: this.#place.list, cells: this.#own }, ...this.#below];
  }

  #fill(of: Members, schema: Place['schema'], prefix: string): void {
    for (const [name, value] of Object.entries(of))
      if (value !== undefined) this.#add(value, memberOf(schema, name), name, within(prefix, headOf(name, of)));
  }

  #addShape({ cells, conflicts, rest }: Shape, schema: Place['schema'], head: string): void {
    const { list } = this.#place;
    if (this.#shapesBeside) for (const [part, cell] of besideOthers(head, cells)) this.#own.set(part, cell);
    else this.#below.push({ list, cells: new Map([...this.#about, ['Item', head], ...cells]) });
    for (const one of conflicts)
      this.#below.push({ list, cells: new Map([...this.#about, ['Item', `${head}: conflict`], ...one]) });
    this.#fill(rest, schema, `${head}: `);
  }

  #add(value: unknown, schema: Place['schema'], name: string, head: string): void {
    const none = value === null ? noShape(schema) : undefined;
    if (none !== undefined) this.#addShape({ cells: none, conflicts: [], rest: {} }, schema, head);
    else if (isScalar(value)) this.#own.set(head, cellOf(schema, name, value));
    else if (Array.isArray(value)) this.#addList(value, schema, name, head);
    else if (isMembers(value)) {
      const shape = shapeOf(schema, value);
      if (shape === undefined) this.#fill(value, schema, `${head}: `);
      else this.#addShape(shape, schema, head);
    }
  }

  #addList(values: readonly unknown[], schema: Place['schema'], name: string, head: string): void {
    const item = itemOf(schema);
    const single = values.filter(isScalar);
    if (single.length > 0) this.#own.set(head, single.map((one) => textOfCell(cellOf(item, name, one))).join('; '));
    this.#below.push(
      ...rowsOfList(values.filter(isMembers), {
        schema: item,
        list: under(this.#place.list, name),
        about: this.#about,
      }),
    );
  }
}

function rowsOfList(values: readonly Members[], place: Place): readonly TableRow[] {
  const most = values.reduce((sum, value) => Math.max(sum, shapesIn(value, place.schema)), 0);
  return values.flatMap((value) => new RowOfList(value, place, most <= mostShapesBeside).rows());
}

const singly = (list: string, item: string, cells: Cells): TableRow => ({
  list,
  cells: new Map([['Item', item], ...cells]),
});

/** Values that stand in a list and have no names: each by its place in it, counted from 1. */
const byPlace = (
  values: readonly unknown[],
  list: string,
  schema: Place['schema'],
  before: string,
): readonly TableRow[] =>
  values.flatMap((value, n) => {
    const item = `${before}${n + 1}`;
    if (Array.isArray(value)) return byPlace(value, list, itemOf(schema), `${item}, `);
    return isScalar(value) ? [singly(list, item, new Map([['Value', cellOf(itemOf(schema), '', value)]]))] : [];
  });

const ofMember = (value: unknown, schema: Place['schema'], name: string, list: string): RowsOfPart => {
  const figure = (cells: Cells): RowsOfPart => ({ figures: [singly(list, inWords(name), cells)], lists: [] });
  const none = value === null ? noShape(schema) : undefined;
  if (none !== undefined) return figure(none);
  if (isScalar(value)) return figure(new Map([['Value', cellOf(schema, name, value)]]));
  const deeper = under(list, name);
  if (Array.isArray(value))
    return {
      figures: byPlace(value, deeper, schema, ''),
      lists: rowsOfList(value.filter(isMembers), { schema: itemOf(schema), list: deeper, about: new Map() }),
    };
  const shape = isMembers(value) ? shapeOf(schema, value) : undefined;
  if (shape === undefined) return rowsOfPart(value, schema, deeper);
  const rest = rowsOfPart(shape.rest, schema, deeper);
  return {
    figures: [
      singly(list, inWords(name), shape.cells),
      ...shape.conflicts.map((one) => singly(list, `${inWords(name)}: conflict`, one)),
      ...rest.figures,
    ],
    lists: rest.lists,
  };
};

/** A part of a report as rows: `list` names what it is a part of; empty: the section itself. */
export function rowsOfPart(value: unknown, schema: z.core.$ZodType | undefined, list: string): RowsOfPart {
  const parts = Array.isArray(value)
    ? [ofMember(value, schema, 'rows', list)]
    : isMembers(value)
      ? Object.entries(value).flatMap(([name, one]) =>
          one === undefined ? [] : [ofMember(one, memberOf(schema, name), name, list)],
        )
      : [];
  return {
    figures: parts.flatMap((part) => part.figures),
    lists: parts.flatMap((part) => part.lists),
  };
}
