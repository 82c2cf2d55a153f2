import * as z from 'zod';
import { once } from '#language/once.ts';
import { plainText } from '#language/withheld-text.ts';

const idPattern = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const idInWords = {
  description: 'Lower-case words joined by single hyphens, chosen by the caller',
  example: 'property',
};
/** An id chosen by the caller: lower-case words joined by single hyphens, at most 64 characters (`property`, `risk-07`). */
export const Id = z
  .string()
  .regex(idPattern, 'must be lower-case letters and digits in words joined by single hyphens, at most 64 characters')
  .meta(idInWords);
export type Id = z.infer<typeof Id>;
/** An id as it is answered: it was judged when it was sent. */
export const KnownId = z.string().meta({ ...idInWords, pattern: idPattern.source });

const subjectPattern = /^[A-Za-z0-9._:@|-]{1,128}$/;
const subjectInWords = { description: "The subject of a person's token" };
/** The identity provider's stable subject of a person (Cognito `sub`, Entra `oid`); locally a kebab-cased name. */
export const Subject = z
  .string()
  .regex(subjectPattern, 'must be the subject of a token: letters, digits and . _ : @ | -, at most 128')
  .meta(subjectInWords);
export type Subject = z.infer<typeof Subject>;
/** An organisation of the deployment, as tokens name it. */
export const Organisation = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,128}$/, 'must be letters, digits and . _ -, at most 128')
  .meta({ description: 'An organisation of the deployment, as tokens name it', example: 'medway' });

/** A subject as it is answered: it was judged when it was sent. */
export const KnownSubject = z.string().meta({ ...subjectInWords, pattern: subjectPattern.source });

/**
 * The schemas of words written by a person, and of schemas made from them: what an exemption can withhold. `lines`: a title
 * has one. What else new words may not hold is judged of requests alone (docs/meaning.md WRITE-24): what is stored is read.
 */
export const writtenWords = z.registry<{ readonly by: 'person'; readonly lines?: 'one' }>();

/** Words written by a person, as an act keeps them: the act's own schema has judged them. */
export const keptWords = z.string().register(writtenWords, { by: 'person' });

const characters = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));
/** A character may be made of several code units: an accent that is set on it, a flag, a family. So many on average. */
const mostUnitsACharacter = 8;

/** Whether a text has at most so many characters, as people see them (docs/meaning.md WRITE-22). */
const isAtMost = (text: string, longest: number): boolean =>
  text.length <= longest ||
  (text.length <= longest * mostUnitsACharacter && [...characters().segment(text)].length <= longest);

const wordsOf = (longest: number) =>
  z
    .string()
    // The marks of a text that is withheld are ours and do not count.
    .refine((text) => isAtMost(plainText(text), longest), `must be at most ${longest} characters`)
    .regex(/\S/, 'must not be empty')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
    .regex(/^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]*$/, 'must not hold control characters')
    .meta({ maxLength: longest });

/** Words written by a person: no control characters but new lines and tabs, neither empty nor only blanks. */
export const words = (longest: number) => wordsOf(longest).register(writtenWords, { by: 'person' });

/** Words of one line, which name what they are of in lists and sentences. */
export const Title = wordsOf(200).register(writtenWords, { by: 'person', lines: 'one' });
export const Sentence = words(500);
export const Narrative = words(4000);

/** A list with no text twice. */
export const distinct = <T extends z.ZodType<string>>(item: T, most: number) =>
  z
    .array(item)
    .max(most, `must hold at most ${most} entries`)
    .refine((list) => new Set(list).size === list.length, 'must not repeat an entry');

/** A list of records whose `id` occurs once. */
export const identified = <T extends z.ZodType<{ id: string }>>(item: T, most: number) =>
  z
    .array(item)
    .max(most, `must hold at most ${most} entries`)
    .refine((list) => new Set(list.map((one) => one.id)).size === list.length, 'must not use an id twice');
