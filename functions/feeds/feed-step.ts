import * as z from 'zod';
import type { Row } from '#domain/feeds/column.ts';

/** Where a row is among those of its table, in the order in which they are read; a page goes on after it. */
export const Place = z.array(z.union([z.string().max(200), z.int()])).max(4);
export type Place = z.infer<typeof Place>;

/**
 * What reading a table comes to, one after the other: a row; one that is gone since it was last read; or that so much was looked
 * through, without a row.
 */
export type Step =
  | { readonly kind: 'row' | 'gone'; readonly place: Place; readonly row: Row }
  | { readonly kind: 'looked'; readonly place: Place };

/** Which rows of a table are read. */
export interface RowsWanted {
  /** Those after a place. */
  readonly after: Place | undefined;
  /** Those that were recorded or changed then or later, and which are gone since; undefined: all that there are. */
  readonly since: string | undefined;
}

/** Reads the rows of a table, as the public may see them. */
export interface RowSource {
  readonly rows: (wanted: RowsWanted) => AsyncGenerator<Step>;
  /** The place before that of a row with this key; undefined where no row can have it. */
  readonly before: (key: string) => Place | undefined;
}
