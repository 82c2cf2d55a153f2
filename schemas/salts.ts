import * as z from 'zod';

/*
 * What an event or a report carries besides its texts, so that its digest can be worked out. A text enters a digest by
 * its commitment, SHA-256 over a salt of its own and the text. Texts are numbered from 0 in the order of canonical JSON.
 */

export const Digest = z.string().regex(/^[0-9a-f]{64}$/, 'must be a digest: 64 hexadecimal digits');

/** 128 bits, in hexadecimal. */
export const Salt = z.string().regex(/^[0-9a-f]{32}$/, 'must be a salt: 32 hexadecimal digits');

/**
 * Of a text that is there as it was written, its salt. Of one in whose place a sentence says that it is withheld or
 * redacted, its commitment; and of a text of a report's public view the salt of that sentence, which the public view's
 * digest covers, or where that is redacted too its commitment (`shown`).
 */
export const SaltOfText = z.union([
  Salt,
  z.strictObject({ commitment: Digest, salt: Salt.optional(), shown: Digest.optional() }),
]);
export type SaltOfText = z.infer<typeof SaltOfText>;

/** The secret that every text's salt is made from, for those who may read every text; or the salt of each text that is there. */
export const Salts = z
  .union([z.strictObject({ secret: Salt }), z.strictObject({ texts: z.array(SaltOfText) })])
  .meta({ id: 'Salts', description: 'How the texts enter the digest: a secret for all of them, or one salt a text' });
export type Salts = z.infer<typeof Salts>;
