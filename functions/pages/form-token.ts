import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * The token that each form carries: the session's own secret, under a mask that is another one each time. So the bytes of a page never
 * repeat it, and how well a page can be compressed says nothing of it.
 */

const bytes = 32;

export const newFormSecret = (): string => randomBytes(bytes).toString('base64url');

const masked = (one: Buffer, mask: Buffer): Buffer => Buffer.from(one.map((byte, n) => byte ^ (mask[n] ?? 0)));

export const formTokenOf = (secret: string): string => {
  const mask = randomBytes(bytes);
  return Buffer.concat([mask, masked(Buffer.from(secret, 'base64url'), mask)]).toString('base64url');
};

/** The token as a form carries it: with which of the pages that a person has open it stands on, where that has an address of its own. */
export const tokenOnPage = (secret: string, page: string | undefined): string =>
  page === undefined ? formTokenOf(secret) : `${formTokenOf(secret)}.${page}`;

/** The page on which the form stood that carries this token. */
export const pageOfToken = (token: string): string | undefined => token.split('.')[1];

export const isFormToken = (token: string, secret: string): boolean => {
  const given = Buffer.from(token.split('.')[0] ?? '', 'base64url');
  const held = Buffer.from(secret, 'base64url');
  if (given.length !== 2 * bytes || held.length !== bytes) return false;
  return timingSafeEqual(masked(given.subarray(bytes), given.subarray(0, bytes)), held);
};

/** The Idempotency-Key of a form in a session. */
export const keyOfForm = (secret: string, form: string): string =>
  createHmac('sha256', secret).update(form).digest('hex').slice(0, 32);
