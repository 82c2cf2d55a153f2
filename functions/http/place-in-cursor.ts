import * as z from 'zod';
import type { Place } from '#domain/place-in-list.ts';
import type { Order } from '#schemas/operations/order.ts';

/** How a list is sorted. */
export interface Sorted {
  readonly by: string;
  readonly order: Order;
}

/** How the list is sorted, and where one is in it. */
const PlaceInCursor = z.tuple([z.string(), z.int(), z.union([z.string(), z.number()]), z.string(), z.string()]);
const inWords = ({ by, order }: Sorted): string => `${by} ${order}`;

/** The form of a cursor of a sorted list, before it is encoded. */
export const placeInCursor = /^\[.*\]$/su;

export const cursorTextOf = (place: Place, sorted: Sorted): string => JSON.stringify([inWords(sorted), ...place]);

/** The place that a cursor names; undefined of one that this list did not give, or gave sorted otherwise. */
export const placeFrom = (text: string, sorted: Sorted): Place | undefined => {
  try {
    const [as, ...place] = PlaceInCursor.parse(JSON.parse(text));
    return as === inWords(sorted) ? place : undefined;
  } catch {
    return undefined;
  }
};
