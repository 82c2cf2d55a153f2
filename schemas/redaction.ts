import { dateInWords } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import { choice, labelOf } from './choices.ts';

/** Why words are taken out of the record for good. */
export const RedactionGround = choice({
  erasure: 'Right to erasure (UK GDPR article 17)',
  'court-order': 'Order of a court',
  'recorded-in-error': 'Recorded in error',
  'other-law': 'Another duty in law',
  'retention-ended': 'End of the retention period (UK GDPR article 5(1)(e))',
});
export type RedactionGround = (typeof RedactionGround)['options'][number];

/**
 * What takes the place of a text that was taken out of the record for good. `mark`: eight hexadecimal digits, the same for equal
 * texts of one redaction and for no others, so that names that were two are still counted as two.
 */
export const redactedSentence = (on: LocalDate, ground: RedactionGround, mark: string): string =>
  `Redacted on ${dateInWords(on)} [${mark}]: ${labelOf(RedactionGround, ground)}`;

const reasons = RedactionGround.options.map((ground) => labelOf(RedactionGround, ground).replaceAll(/[()]/g, '\\$&'));
const sentence = `Redacted on \\d{1,2} [A-Z][a-z]+ \\d{4} \\[[0-9a-f]{8}\\]: (?:${reasons.join('|')})`;
const wholeText = new RegExp(`^${sentence}$`);
const within = new RegExp(sentence);

/** Whether a text says no more than that another was redacted. */
export const isRedacted = (text: string): boolean => wholeText.test(text);

/** Whether a text says of some words that they were redacted. */
export const holdsRedacted = (text: string): boolean => within.test(text);
