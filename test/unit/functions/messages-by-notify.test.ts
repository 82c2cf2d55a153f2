import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChannelBusy, ChannelRefuses } from '#functions/messages/channel.ts';
import { notify } from '#functions/messages/notify.ts';

/*
 * GOV.UK Notify, as its documents say that it behaves, on a real server of the test's own: it takes a notification once for every request, whatever its
 * reference, and finds those of a reference.
 */

const service = '26785a09-ab16-4eb0-8407-a37497a57506';
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const apiKey = `my_test_key-${service}-${secret}`;
const message = {
  reference: 'f'.repeat(32),
  address: 'sam@council.example',
  subject: 'Confirm',
  text: 'One line\nand one more',
};

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const some of request) body += String(some);
  return body;
};

let server: Server;
let asked: Asked[];
let taken: { readonly reference: string }[];
/** What comes next in place of what the service does. */
let faults: ('429' | '500' | '403' | '400' | 'cut off after it was taken')[];

const answer = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

beforeEach(async () => {
  [asked, taken, faults] = [[], [], []];
  server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, path, authorization: headers.authorization ?? '', body });
    const fault = faults.shift();
    if (fault !== undefined && fault !== 'cut off after it was taken')
      return answer(response, Number(fault), {
        status_code: Number(fault),
        errors: [{ error: 'Error', message: 'no' }],
      });
    if (method === 'GET') {
      const { searchParams } = new URL(path, 'http://notify');
      const notifications = taken.filter(({ reference }) => reference === searchParams.get('reference'));
      return answer(response, 200, { notifications, links: { current: path } });
    }
    taken.push(JSON.parse(body));
    if (fault === 'cut off after it was taken') return response.destroy();
    return answer(response, 201, { id: 'bfb50d92-100d-4b8b-b559-14fa3b091cda', reference: JSON.parse(body).reference });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

const channel = (key = apiKey) =>
  notify({
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    templateId: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
    apiKey: async () => key,
    nowEpochSeconds: () => Math.floor(Date.now() / 1_000),
  });

describe('a message by GOV.UK Notify', () => {
  it('is an email by the template, with the id of the message as its reference', async () => {
    await channel().deliver(message);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v2/notifications/email']);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      email_address: 'sam@council.example',
      template_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
      personalisation: { subject: 'Confirm', text: 'One line\nand one more' },
      reference: message.reference,
    });
  });

  it('carries a token that the service would take: signed with the secret of the key, issued now by the service', async () => {
    await channel().deliver(message);
    const [kind, token = ''] = asked[0]?.authorization.split(' ') ?? [];
    expect(kind).toBe('Bearer');
    const { payload, protectedHeader } = await jwtVerify(token, new TextEncoder().encode(secret));
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(payload.iss).toBe(service);
    expect(Math.abs(Date.now() / 1_000 - (payload.iat ?? 0))).toBeLessThan(30);
  });

  it('is found by its reference once it was taken, though the answer was lost, and not before', async () => {
    expect(await channel().has?.(message.reference)).toBe(false);
    faults.push('cut off after it was taken');
    const lost = await channel()
      .deliver(message)
      .catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(Error);
    expect(lost).not.toBeInstanceOf(ChannelBusy);
    expect(lost).not.toBeInstanceOf(ChannelRefuses);
    expect(await channel().has?.(message.reference)).toBe(true);
    expect(await channel().has?.('e'.repeat(32))).toBe(false);
  });

  it.each([
    ['400', 'is refused', ChannelRefuses],
    ['403', 'waits until the key is right', ChannelBusy],
    ['429', 'waits until there are fewer', ChannelBusy],
  ] as const)('that is answered %s %s', async (status, _, error) => {
    faults.push(status);
    await expect(channel().deliver(message)).rejects.toBeInstanceOf(error);
    expect(taken).toEqual([]);
  });

  it('that is answered 500 is open: it is looked up before it is sent again', async () => {
    faults.push('500');
    const open = await channel()
      .deliver(message)
      .catch((error: unknown) => error);
    expect(open).not.toBeInstanceOf(ChannelBusy);
    expect(open).not.toBeInstanceOf(ChannelRefuses);
    faults.push('500');
    await expect(channel().has?.(message.reference)).rejects.toBeInstanceOf(ChannelBusy);
  });

  it('waits where the key was not put in yet, and nothing is asked', async () => {
    await expect(channel('not put in yet').deliver(message)).rejects.toBeInstanceOf(ChannelBusy);
    expect(asked).toEqual([]);
  });

  it('is given up waiting for at the deadline', async () => {
    await expect(channel().deliver(message, AbortSignal.abort())).rejects.toThrow();
  });
});
