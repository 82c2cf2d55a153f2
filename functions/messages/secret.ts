import * as z from 'zod';

/*
 * The keys by which messages are handed over and events are signed, and addresses that are secrets, from the secret store through its Lambda extension, which answers on this machine.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
 */

const Secret = z.object({ SecretString: z.string() });

/** Reads the secret each time: the extension keeps it for five minutes, so that a new one is taken up by itself. */
export const secretFrom =
  ({ endpoint, secretId, token }: { readonly endpoint: string; readonly secretId: string; readonly token: string }) =>
  async (): Promise<string> => {
    const answer = await fetch(`${endpoint}/secretsmanager/get?${new URLSearchParams({ secretId })}`, {
      headers: { 'x-aws-parameters-secrets-token': token },
      signal: AbortSignal.timeout(5_000),
    });
    if (!answer.ok) throw new Error(`a secret of messages could not be read: ${answer.status}`);
    return Secret.parse(await answer.json()).SecretString;
  };
