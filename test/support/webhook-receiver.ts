import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * A system of a council that receives events, on a real server, as the specification of Standard Webhooks has it: what is not signed with its
 * secret, or is older than five minutes, it does not take; what it has under an id it takes a second time and does nothing.
 */

export interface Received {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What comes next in place of an answer. */
export type Fault =
  | 'down'
  | 'cut off after it was taken'
  | `${number}`
  | `302 to ${string}`
  | `503 for ${number} seconds`;

const isSigned = (secret: string, { headers }: IncomingMessage, body: string): boolean => {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name]),
  );
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  const isOfNow = Math.abs(Date.now() / 1_000 - Number(timestamp)) < 300;
  const given = (signatures ?? '').split(' ').map((one) => Buffer.from(one.replace('v1,', ''), 'base64'));
  return isOfNow && given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
};

export const startReceiver = async (secret: string) => {
  const received: Received[] = [];
  const asked: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly status: number }[] = [];
  const faults: Fault[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const some of request) body += String(some);
    const answer = (status: number, headers: Readonly<Record<string, string>> = {}) => {
      asked.push({ path: request.url ?? '', headers: request.headers, status });
      response.writeHead(status, headers).end();
    };
    const fault = faults.shift();
    if (fault === 'down') return request.socket.destroy();
    if (fault?.startsWith('302')) return answer(302, { location: fault.slice('302 to '.length) });
    if (fault?.startsWith('503 for'))
      return answer(503, { 'retry-after': fault.replace(/\D*503\D*/, '').replace(/\D/g, '') });
    if (fault !== undefined && fault !== 'cut off after it was taken') return answer(Number(fault));
    if (!isSigned(secret, request, body)) return answer(401);
    const event: Received = JSON.parse(body);
    if (event.id !== request.headers['webhook-id']) return answer(400);
    if (received.every(({ id }) => id !== event.id)) received.push(event);
    return fault === undefined ? answer(204) : request.socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/events`,
    /** What it has, each once, in the order in which it came. */
    received,
    asked,
    faults,
    stop: () => server.close(),
  };
};
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
