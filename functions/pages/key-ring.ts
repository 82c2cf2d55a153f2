import { hkdfSync } from 'node:crypto';
import * as z from 'zod';

/*
 * The keys that sessions are encrypted by: of the secret as it is now and as it was before it was last rotated, each under the id of its
 * version. They are read from the secret store through its Lambda extension, which answers on this machine and asks the store itself.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
 */

export interface KeyRing {
  readonly current: () => Promise<{ readonly kid: string; readonly key: Uint8Array }>;
  readonly byId: (kid: string) => Promise<Uint8Array | undefined>;
}

export interface SecretSource {
  /** `http://localhost:2773` */
  readonly endpoint: string;
  readonly secretId: string;
  /** What the extension asks for, so that no other process reads secrets through it. */
  readonly token: string;
}

type Stage = 'AWSCURRENT' | 'AWSPREVIOUS';

const Secret = z.object({ SecretString: z.string().min(32), VersionId: z.string().min(1) });

const read = async ({ endpoint, secretId, token }: SecretSource, versionStage: Stage) => {
  const query = new URLSearchParams({ secretId, versionStage });
  const answer = await fetch(`${endpoint}/secretsmanager/get?${query}`, {
    headers: { 'x-aws-parameters-secrets-token': token },
    signal: AbortSignal.timeout(5_000),
  });
  // A secret that was never rotated has no version before this one.
  if (!answer.ok && versionStage === 'AWSPREVIOUS') return undefined;
  if (!answer.ok) throw new Error(`the secret of the sessions could not be read: ${answer.status}`);
  const { SecretString, VersionId } = Secret.parse(await answer.json());
  const key = new Uint8Array(hkdfSync('sha256', SecretString, '', 'sessions of the pages', 32));
  return { kid: VersionId, key };
};

/** Read again after this, so that a rotation is seen. */
const freshFor = 300_000;
/** An unknown key is looked for again no sooner than this. */
const patienceFor = 10_000;

export const keyRing = (source: SecretSource, nowEpochMilliseconds: () => number): KeyRing => {
  let held: { readonly at: number; readonly keys: ReturnType<typeof readBoth> } | undefined;
  const readBoth = async () => {
    const [now, before] = await Promise.all([read(source, 'AWSCURRENT'), read(source, 'AWSPREVIOUS')]);
    if (now === undefined) throw new Error('the secret of the sessions has no current version');
    return { now, before };
  };
  const keys = async (olderThan: number) => {
    const now = nowEpochMilliseconds();
    if (held === undefined || now - held.at > olderThan) {
      const keysRead = readBoth();
      held = { at: now, keys: keysRead };
      // What failed is tried again by the next who asks.
      keysRead.catch(() => {
        held = undefined;
      });
    }
    return held.keys;
  };
  const among = async (kid: string, olderThan: number) => {
    const { now, before } = await keys(olderThan);
    return [now, before].find((one) => one?.kid === kid)?.key;
  };
  return {
    current: async () => (await keys(freshFor)).now,
    byId: async (kid) => (await among(kid, freshFor)) ?? among(kid, patienceFor),
  };
};
