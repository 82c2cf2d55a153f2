import * as z from 'zod';
import { KnownId, KnownSubject } from '#schemas/ids.ts';
import { ReviewSection } from '#schemas/position.ts';

/** Of the review's own section what lists show and filter by: an attribute of its own on the review's head. */
export const Listed = ReviewSection.pick({
  title: true,
  services: true,
  directorate: true,
  portfolio: true,
  theme: true,
  tier: true,
  lifecycle: true,
  stage: true,
  sros: true,
  lead: true,
  strikeOuts: true,
});
export type Listed = z.infer<typeof Listed>;

/**
 * The same as it is read: its ids were judged before it was written, and a list reads it of every review (a seventh of a
 * list's time).
 */
export const StoredListed = Listed.extend({
  directorate: KnownId.optional(),
  portfolio: KnownId.optional(),
  theme: KnownId.optional(),
  stage: KnownId,
  sros: z.array(KnownSubject),
  lead: KnownSubject.nullable().optional(),
});

/** What lists show of the review's section, given as a part holds it. */
export const listedIn = (section: unknown): Listed => Listed.parse(section);
