import * as z from 'zod';
import { dateInWords } from '#language/in-words.ts';
import { LocalDate } from '#language/time.ts';
import { ofFiles, plainText, textWithout, type Withholding, withholdingsIn } from '#language/withheld-text.ts';
import { PlannedOn } from './dates.ts';
import { distinct, Sentence } from './ids.ts';
import { isRedacted } from './redaction.ts';
import { Digest } from './salts.ts';

/**
 * A record that is exempt in part: the text of the fields named is withheld from the public, by a paragraph of
 * Schedule 12A to the Local Government Act 1972 (Part 1, descriptions of exempt information), until a day where one
 * is given: on that day it is shown. Figures, dates and ids are never withheld.
 */
export const Exemption = z
  .strictObject({
    fields: distinct(z.string().regex(/^[A-Za-z]{1,64}$/, 'must be the name of a field'), 50).min(
      1,
      'must name at least one field',
    ),
    ground: z
      .int({ error: ({ input }) => (input === undefined ? 'is required' : 'must be a paragraph from 1 to 7') })
      .min(1, 'must be a paragraph from 1 to 7')
      .max(7, 'must be a paragraph from 1 to 7')
      .meta({ description: 'The paragraph of Schedule 12A to the Local Government Act 1972' }),
    until: PlannedOn.optional().meta({ description: 'The first day on which the public view shows the text' }),
    reason: Sentence.optional().meta({ description: 'Why; withheld from the public itself' }),
  })
  .meta({
    id: 'Exemption',
    description: 'The fields whose text is withheld from the public view, by which paragraph, and until when',
  });
export type Exemption = z.infer<typeof Exemption>;

/** The exemption that a record carries; undefined where it is open. */
export const exemptionOf = (record: { readonly exempt?: unknown }): Exemption | undefined =>
  record.exempt === undefined ? undefined : Exemption.parse(record.exempt);

/** `full`: everything, for those with the right. `public`: what the council may publish. */
export const View = z.enum(['full', 'public']).meta({ id: 'View' });
export type View = z.infer<typeof View>;

/** What a publication says of the public view of its report; absent where nothing is withheld and both views are the same. */
export const PublicView = z
  .strictObject({
    on: LocalDate.meta({ description: 'The day as at which it was judged what is withheld' }),
    contentDigest: Digest,
    withheldRecords: z.int().meta({ description: 'Of how many records text is withheld' }),
  })
  .meta({ id: 'PublicView' });
export type PublicView = z.infer<typeof PublicView>;

/** Which view is shown, and the day as at which an exemption is judged. */
export interface Shown {
  readonly view: View;
  readonly on: LocalDate;
}

/** What takes the place of the digest of a file. */
const withheldDigest = 'Withheld: the digest of a file, which the full view shows';

/** What takes the place of a withheld text. */
export const withheldSentence = ({ ground, until }: Pick<Withholding, 'ground' | 'until'>): string =>
  ground === ofFiles
    ? withheldDigest
    : `Withheld${until === undefined ? '' : ` until ${dateInWords(until)}`}: exempt under paragraph ${ground} of Schedule 12A to the Local Government Act 1972`;

const withheldInPlace =
  /^Withheld(?: until \d{1,2} [A-Z][a-z]+ \d{4})?: exempt under paragraph [1-7] of Schedule 12A to the Local Government Act 1972$/;

/** Whether a text says no more than that another is withheld or redacted. */
export const standsInForText = (text: string): boolean =>
  isRedacted(text) || text === withheldDigest || withheldInPlace.test(text);

const isWithheldOn =
  (on: LocalDate) =>
  ({ until }: Withholding): boolean =>
    until === undefined || on < until;

/** Text, or the JSON or CSV of anything, as a view shows it: the sentence holds nothing that either would escape. */
export const visibleText = (text: string, { view, on }: Shown): string =>
  view === 'full' ? plainText(text) : textWithout(text, isWithheldOn(on), withheldSentence);

/** The records of which a text withholds something from the public view, by kind and id. */
export const recordsWithheldIn = (text: string, on: LocalDate): ReadonlySet<string> =>
  new Set(
    withholdingsIn(text)
      .filter(isWithheldOn(on))
      .map((why) => why.record),
  );
