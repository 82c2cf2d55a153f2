import { CompactEncrypt, compactDecrypt } from 'jose';
import type { KeyRing } from './key-ring.ts';

/*
 * What is kept of a person between two pages, encrypted: JWE with a shared key and AES-256-GCM (RFC 7518, 4.5 and 5.3), by the key
 * that the ring has now. The header names the key and what the text is for, and both are authenticated.
 */

export type Purpose = 'session' | 'form' | 'sign-in' | 'notice';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const seal = async (ring: KeyRing, purpose: Purpose, value: unknown): Promise<string> => {
  const { kid, key } = await ring.current();
  return new CompactEncrypt(encoder.encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid, typ: purpose })
    .encrypt(key);
};

/** What was sealed for that purpose; undefined where it was not, where it was changed, or where its key is no longer in the ring. */
export const unseal = async (ring: KeyRing, purpose: Purpose, sealed: string): Promise<unknown> => {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(
      sealed,
      async ({ kid }) => {
        const key = await ring.byId(kid ?? '');
        if (key === undefined) throw new Error('there is no such key');
        return key;
      },
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    return protectedHeader.typ === purpose ? JSON.parse(decoder.decode(plaintext)) : undefined;
  } catch {
    return undefined;
  }
};
