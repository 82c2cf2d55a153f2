import { type Item, number, numberOf } from './items.ts';

/*
 * Which shape an item was written in (ADR 0029). Records and events are read for ever: what is added to their shape gets a
 * default, and the number goes up, so that an older release knows that it does not know all of it. Positions can be made
 * again: one of another shape is made anew by the next change of its register.
 */

/** Of records and of events. */
export const recordShape = 2;
/** Of a review's head, its parts and its month ends. */
export const positionShape = 2;

export const inShape = (shape: number): Item => ({ shape: number(shape) });
export const shapeOf = (item: Item): number => numberOf(item, 'shape');
