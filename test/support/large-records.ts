import { createHash } from 'node:crypto';
import type { Told } from './client.ts';

/*
 * Records near the limits of the platform. Text of chance can hardly be packed: letters, digits and signs of ASCII keep
 * four fifths of their bytes; `repeated` text packs to nothing, and comes out of the store as large as it went in.
 */

const printable = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)).filter(
  (one) => !'"\\'.includes(one),
);

/** The same in every run. */
export const textOfChance = (length: number, seed: number): string => {
  const bytes = createHash('shake256', { outputLength: length - 2 })
    .update(String(seed))
    .digest();
  return `t${Array.from(bytes, (byte) => printable[byte % printable.length]).join('')}t`;
};
export const repeatedText = (length: number): string => 'x'.repeat(length);

/** A market engagement whose JSON has some `bytes` bytes, its text made by `textOf`. */
export const engagementOf = (bytes: number, textOf: (length: number, n: number) => string) => {
  const perOrganisation = 500;
  const overhead = 110;
  return {
    title: 'Supplier day',
    kind: 'supplier-session',
    on: { kind: 'date', date: '2026-01-08' },
    organisations: Array.from({ length: Math.floor(bytes / (perOrganisation + overhead)) }, (_, n) => ({
      id: `company-${n}`,
      name: 'Acme Estates',
      kind: 'national',
      sharedWith: textOf(perOrganisation, n),
    })),
  };
};

/** The bytes of what Lambda hands to the gateway for an answer; it hands on 6 MB: gettingstarted-limits.html */
export const bytesHandedOn = (told: Pick<Told, 'status' | 'headers' | 'text' | 'bytes'>): number =>
  Buffer.byteLength(
    JSON.stringify({
      statusCode: told.status,
      headers: told.headers,
      body: told.bytes.equals(Buffer.from(told.text)) ? told.text : told.bytes.toString('base64'),
    }),
  );
export const mostHandedOn = 6 * 1024 * 1024;
