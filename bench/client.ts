import { Agent, request } from 'node:http';
import { operations } from '#schemas/operations.ts';

/** A request; `body` is sent as JSON. */
export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

// Connections are kept open: what is measured is the request, not the handshake.
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

const sendOnce = (url: string, { method = 'GET', headers, body }: Request): Promise<Answer | 'not taken'> =>
  new Promise((resolve, reject) => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const length = json === undefined ? {} : { 'content-length': Buffer.byteLength(json) };
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    const sent = request(url, { agent, method, headers: { ...type, ...length, ...headers } });
    // The server closed the idle connection as this was sent on it: https://nodejs.org/api/http.html#requestreusedsocket
    sent.once('error', (fault) => (sent.reusedSocket ? resolve('not taken') : reject(fault)));
    sent.once('response', (answered) => {
      const parts: Buffer[] = [];
      answered.on('data', (part: Buffer) => parts.push(part));
      answered.once('error', reject);
      answered.once('end', () =>
        resolve({
          status: answered.statusCode ?? 0,
          headers: Object.fromEntries(Object.entries(answered.headers).map(([name, value]) => [name, String(value)])),
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    sent.end(json);
  });

/** The one client of everything under measurement: connections are kept open, the whole answer is read. */
export const send = async (url: string, sent: Request = {}): Promise<Answer> => {
  for (;;) {
    const answer = await sendOnce(url, sent);
    if (answer !== 'not taken') return answer;
  }
};

/** @throws where the answer is not the expected one: a refusal is quick, and must not count. */
export const must = async (status: number, url: string, sent: Request = {}): Promise<Answer> => {
  const answer = await send(url, sent);
  if (answer.status !== status)
    throw new Error(`${sent.method ?? 'GET'} ${url} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
};

/** The method and path of an operation. @throws where there is no operation of that id. */
export const addressOf = (
  operationId: string,
  params: Readonly<Record<string, string>>,
): { method: string; path: string } => {
  const operation = operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`no operation ${operationId}`);
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return { method: operation.method, path };
};
