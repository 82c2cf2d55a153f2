import * as z from 'zod';
import { ReviewSection } from '#schemas/position.ts';
import { jsonBody, readBody } from '../table/body.ts';
import { type Item, itemKey, keyOf } from '../table/items.ts';

/*
 * What a list shows of a review stands on its card as an attribute by itself, out of the packed body: a list asks for
 * that alone, and unpacks and validates no more (ADR 0023).
 */

/** Of the review's own section what lists show and filter by. */
const Listed = ReviewSection.pick({
  title: true,
  services: true,
  directorate: true,
  portfolio: true,
  theme: true,
  tier: true,
  lifecycle: true,
  stage: true,
  sros: true,
});
export type Listed = z.infer<typeof Listed>;

/** The fields of a section: validated with the position that they are part of. */
export const Fields = z.looseObject({});

/** What lists show of the review's section. */
export const listedIn = (section: ReviewSection): Listed => Listed.parse(section);

/** The review's section in its two parts: the attribute for lists, and what is left for the body. */
export const listedApart = (section: ReviewSection) => {
  const fields = listedIn(section);
  const rest = Object.entries(section).filter(([name]) => !(name in fields));
  return { listed: jsonBody(fields), rest: Object.fromEntries(rest) };
};

const itemOfListed = (card: Item): Item => ({
  ...itemKey(keyOf(card)),
  ...(card.listed === undefined ? {} : { body: card.listed }),
});
/** @throws UnreadableItem where it does not parse */
export const listedOn = (card: Item): Listed => readBody(itemOfListed(card), Listed);
/** What stands apart from the body; on a card from before it did, nothing: the body has it. @throws UnreadableItem where it is no object */
export const fieldsListedOn = (card: Item): z.infer<typeof Fields> =>
  card.listed === undefined ? {} : readBody(itemOfListed(card), Fields);
