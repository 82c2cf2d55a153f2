import { LRUCache } from 'lru-cache';
import type { ChainRef } from '#store/table/keys.ts';

/*
 * Whom the answers about a review, or the list of a programme's, named last. They are asked for in the same call as the
 * review, which saves a second one; whoever is named now and was not expected is asked for then. So it is a guess at what
 * to read, and never an answer.
 */

const lastNamed = new LRUCache<string, readonly string[]>({
  maxSize: 512 * 1024,
  sizeCalculation: (subjects, name) => 2 * (name.length + subjects.join('').length),
});

const nameOf = ({ organisation, programme, review }: ChainRef): string => `${organisation}#${programme}#${review}`;

/** The subjects of the people whom the next answer is likely to name; of the list where the place names no review. */
export const expectedNames = (chainRef: ChainRef): readonly string[] => lastNamed.get(nameOf(chainRef)) ?? [];

/** Keeps whom an answer named. */
export const expectNames = (chainRef: ChainRef, subjects: readonly string[]): void =>
  void lastNamed.set(nameOf(chainRef), subjects);
