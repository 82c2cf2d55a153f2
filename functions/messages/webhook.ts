import { createHmac } from 'node:crypto';
import type { ProgrammeEvent } from '#schemas/programme-events.ts';
import { type EventDestination, NotTaken } from './event-destination.ts';

/*
 * A webhook of the council's own, as Standard Webhooks has it: the event as the body, signed with a secret that both sides have.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */

export interface WebhookSettings {
  readonly id: string;
  /** `https://...`; this machine's own may be http. */
  readonly address: string;
  readonly types?: readonly string[] | undefined;
  /** One secret, or while it is changed the new one and the old one, a space between: read when it is needed. */
  readonly secrets: () => Promise<string>;
  readonly nowEpochSeconds: () => number;
}

const patienceMilliseconds = 15_000;
const leastSecretBytes = 24;

/** The keys of a text of secrets. @throws NotTaken where one of them is none: nothing is sent unsigned, or by a key that can be guessed */
const keysOf = (secrets: string): readonly Buffer[] => {
  const keys = secrets
    .trim()
    .split(/\s+/)
    .map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
  if (keys.some((key) => key.length < leastSecretBytes)) throw new NotTaken('the secret is too short');
  return keys;
};

/** The value of `webhook-signature`: one for each secret, a space between. */
export const signatureOf = (
  secrets: string,
  { id, timestamp, body }: { readonly id: string; readonly timestamp: number; readonly body: string },
): string =>
  keysOf(secrets)
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`)
    .join(' ');

const isOfThisMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');

const secondsIn = (header: string | null): number | undefined =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;

const send = async (
  { address, secrets, nowEpochSeconds }: WebhookSettings,
  event: ProgrammeEvent,
  deadline: AbortSignal | undefined,
): Promise<void> => {
  const body = JSON.stringify(event);
  const timestamp = nowEpochSeconds();
  const patience = AbortSignal.timeout(patienceMilliseconds);
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'transformation-tracker',
      'webhook-id': event.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(await secrets(), { id: event.id, timestamp, body }),
    },
    body,
    // Nobody but the address that was chosen is sent anything.
    redirect: 'manual',
    signal: deadline === undefined ? patience : AbortSignal.any([deadline, patience]),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new NotTaken(String(answer.status), secondsIn(answer.headers.get('retry-after')));
};

/** @throws Error where the address is not one that may be sent to */
export const webhook = (settings: WebhookSettings): EventDestination => {
  const address = new URL(settings.address);
  if (address.protocol !== 'https:' && !isOfThisMachine(address))
    throw new Error(`the webhook ${settings.id} must have an address that begins with https://`);
  return {
    id: settings.id,
    types: settings.types,
    mostAtOnce: 1,
    deliver: async ([event], deadline) => {
      if (event === undefined) return 0;
      try {
        await send(settings, event, deadline);
      } catch (error) {
        // No connection, no answer in time: whether it was taken is not known, and it is sent again under the same id.
        throw error instanceof NotTaken ? error : new NotTaken(error instanceof Error ? error.name : 'unknown');
      }
      return 1;
    },
  };
};
