import { type Decided, done } from '../decided.ts';
import type { Column, FeedTable, Row, Value } from '../feeds/column.ts';
import { notRead } from './not-read.ts';

type Columns = Pick<FeedTable, 'name' | 'columns'>;

const listed = (option: string): readonly string[] => option.split(',').map((one) => one.trim());

/** The columns that are asked for, in the order of the table; all of them for nothing and for `*`. */
export const selected = ({ name, columns }: Columns, select: string | undefined): Decided<readonly Column[]> => {
  if (select === undefined || select.trim() === '*') return done(columns);
  const asked = listed(select);
  const stray = asked.find((one) => !columns.some((column) => column.name === one));
  if (stray !== undefined) return notRead(`names "${stray}", which is no column of ${name}`, '$select');
  return done(columns.filter((column) => asked.includes(column.name)));
};

/** A row's place in the order that is asked for: what it is sorted by, then its key. */
export type PlaceInOrder = readonly Value[];

export interface Ordering {
  readonly placeOf: (row: Row) => PlaceInOrder;
  /** Below zero where one place comes before another. */
  readonly compare: (one: PlaceInOrder, other: PlaceInOrder) => number;
}

const rank = (value: Value): number => (value === null ? 0 : 1);
/** What is not recorded comes before everything else (OData 4.0, part 1, 11.2.5.2). */
const byValue = (one: Value, other: Value): number => {
  if (one === other) return 0;
  if (one === null || other === null) return rank(one) - rank(other);
  return one < other ? -1 : 1;
};

const mostOrders = 5;

/** How rows are sorted; undefined where no order is asked for, or that of their keys alone, in which they are read. */
export const orderingOf = ({ name, columns }: Columns, orderby: string | undefined): Decided<Ordering | undefined> => {
  if (orderby === undefined) return done(undefined);
  const orders: { place: number; turned: 1 | -1 }[] = [];
  for (const one of listed(orderby)) {
    const [column = '', direction = 'asc', ...more] = one.split(/\s+/);
    const place = columns.findIndex((it) => it.name === column);
    if (place < 0) return notRead(`names "${column}", which is no column of ${name}`, '$orderby');
    if (more.length > 0 || !['asc', 'desc'].includes(direction))
      return notRead(`says "${one}", where it takes a column with asc or desc after it`, '$orderby');
    orders.push({ place, turned: direction === 'desc' ? -1 : 1 });
  }
  if (orders.length > mostOrders) return notRead(`names more than ${mostOrders} columns`, '$orderby');
  const key = columns.findIndex((it) => it.name === 'key');
  return done({
    placeOf: (row) => [...orders.map(({ place }) => row[place] ?? null), row[key] ?? null],
    compare: (one, other) => {
      for (const [n, { turned }] of [...orders, { turned: 1 }].entries()) {
        const difference = byValue(one[n] ?? null, other[n] ?? null);
        if (difference !== 0) return difference * turned;
      }
      return 0;
    },
  });
};
