import { SignJWT } from 'jose';
import * as z from 'zod';
import { type Channel, ChannelBusy, ChannelRefuses } from './channel.ts';

/*
 * GOV.UK Notify, which sends email for councils free of charge. A message is one of its notifications, by a template of the council's own with
 * two places, ((subject)) and ((text)); the id of the message is its reference, by which it is looked up.
 * https://docs.notifications.service.gov.uk/rest-api.html
 */

export interface NotifySettings {
  /** `https://api.notifications.service.gov.uk` */
  readonly address: string;
  readonly templateId: string;
  /** The key of the service's API, read when it is needed; it ends with the id of the service and the key's own secret. */
  readonly apiKey: () => Promise<string>;
  readonly nowEpochSeconds: () => number;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const endOfKey = new RegExp(`(${uuid})-(${uuid})$`);

/** A token holds for thirty seconds. */
const tokenOf = async ({ apiKey, nowEpochSeconds }: NotifySettings): Promise<string> => {
  const [, service, secret] = endOfKey.exec((await apiKey()).trim()) ?? [];
  // Not put in yet, or cut: nothing can be sent until somebody puts it right, and no message is to blame.
  if (service === undefined || secret === undefined) throw new ChannelBusy('the key is no key of GOV.UK Notify');
  return new SignJWT({ iss: service, iat: nowEpochSeconds() })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret));
};

const patienceMilliseconds = 10_000;

const ask = async (
  settings: NotifySettings,
  path: string,
  init: { readonly method: 'GET' } | { readonly method: 'POST'; readonly body: string },
  deadline: AbortSignal | undefined,
): Promise<Response> => {
  const authorization = `Bearer ${await tokenOf(settings)}`;
  const patience = AbortSignal.timeout(patienceMilliseconds);
  return fetch(`${settings.address}${path}`, {
    ...init,
    headers: { authorization, 'content-type': 'application/json' },
    redirect: 'error',
    signal: deadline === undefined ? patience : AbortSignal.any([deadline, patience]),
  });
};

const Found = z.object({ notifications: z.array(z.unknown()) });

export const notify = (settings: NotifySettings): Channel => ({
  deliver: async ({ reference, address, subject, text }, deadline) => {
    const body = JSON.stringify({
      email_address: address,
      template_id: settings.templateId,
      personalisation: { subject, text },
      reference,
    });
    const { status } = await ask(settings, '/v2/notifications/email', { method: 'POST', body }, deadline);
    if (status === 201) return;
    // What it says beside the number may quote an address: it is neither kept nor logged.
    if (status === 400) throw new ChannelRefuses('400');
    if (status === 401 || status === 403 || status === 404 || status === 429) throw new ChannelBusy(String(status));
    throw new Error(`GOV.UK Notify answered ${status}`);
  },
  has: async (reference, deadline) => {
    const path = `/v2/notifications?${new URLSearchParams({ reference })}`;
    const answer = await ask(settings, path, { method: 'GET' }, deadline);
    if (!answer.ok) throw new ChannelBusy(String(answer.status));
    return Found.parse(await answer.json()).notifications.length > 0;
  },
});
