import * as z from 'zod';
import { Instant, ReportMonth } from '#language/time.ts';
import { jsonBody, readBody, readJson } from '../table/body.ts';
import { type Item, itemKey, keyOf, number, numberOf, text, textOf } from '../table/items.ts';
import { type Key, type ProgrammeRef, reviewHeadKey } from '../table/keys.ts';
import { inShape, positionShape } from '../table/shape.ts';
import { type Listed, StoredListed } from './listed.ts';

/*
 * The head of a review: how far its chain has come, what lists show of it, and which event last changed each part of its
 * position. Every change of the review writes it, and is written only where it is still as it was read.
 */

export const HeadBody = z.object({
  recordedAt: Instant,
  lastEffectiveAt: Instant,
  /** Events recorded of the latest months, newest last. */
  recorded: z.array(z.object({ month: ReportMonth, count: z.int() })),
  /** Months of which something was recorded after they had ended, and the last event that did; oldest first. */
  recordedLate: z.array(z.object({ month: ReportMonth, sequence: z.int() })),
  /**
   * The event that last changed each part, by section; a section that is not among them is empty, and one that only a later
   * release knows stays.
   */
  parts: z.record(z.string(), z.int()),
});

export interface ReviewHead extends z.infer<typeof HeadBody> {
  readonly sequence: number;
  readonly digest: string;
  readonly reviewVersion: number;
  readonly listed: Listed;
}

export const headItem = (programmeRef: ProgrammeRef, review: string, head: ReviewHead): Item => {
  const { sequence, digest, reviewVersion, listed, ...body } = head;
  return {
    ...itemKey(reviewHeadKey(programmeRef, review)),
    ...inShape(positionShape),
    headSequence: number(sequence),
    headDigest: text(digest),
    reviewVersion: number(reviewVersion),
    listed: jsonBody(listed),
    body: jsonBody(body),
  };
};

/** What lists show, from its own attribute. @throws UnreadableItem where it does not parse */
export const listedOn = (key: Key, { listed }: Item): Listed => readJson(key, listed, StoredListed);

/** @throws UnreadableItem where it does not parse */
export const headFrom = (item: Item): ReviewHead => ({
  ...readBody(item, HeadBody),
  sequence: numberOf(item, 'headSequence'),
  digest: textOf(item, 'headDigest'),
  reviewVersion: numberOf(item, 'reviewVersion'),
  listed: listedOn(keyOf(item), item),
});
