import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import * as z from 'zod';
import { type DataFolder, readIfThere, writeOnce } from './data-folder.ts';

const PublicKey = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() });
const PrivateKey = PublicKey.extend({
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/** RS256, because the HTTP API's JWT authorizer knows RSA alone. */
export const signingAlgorithm = 'RS256';

/** The key that the local issuer signs with, and its public half as published. */
export interface SigningKey {
  readonly kid: string;
  readonly sign: CryptoKey;
  readonly verify: CryptoKey;
  readonly published: { keys: readonly (z.infer<typeof PublicKey> & { kid: string; use: 'sig'; alg: string })[] };
}

const newKey = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true, modulusLength: 2048 });
  return JSON.stringify(await exportJWK(privateKey));
};

/**
 * The signing key of a data folder, made on first use, so that tokens outlive a restart.
 *
 * @throws where the file is there and is not such a key.
 */
export const signingKeyOf = async (folder: DataFolder): Promise<SigningKey> => {
  const text = readIfThere(folder.keyFile) ?? writeOnce(folder.keyFile, await newKey());
  const privateKey = PrivateKey.parse(JSON.parse(text));
  const publicKey = PublicKey.parse(privateKey);
  const kid = await calculateJwkThumbprint(publicKey);
  return {
    kid,
    sign: await importJWK(privateKey, signingAlgorithm),
    verify: await importJWK(publicKey, signingAlgorithm),
    published: { keys: [{ ...publicKey, kid, use: 'sig', alg: signingAlgorithm }] },
  };
};
