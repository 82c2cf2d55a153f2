import { Agent, request } from 'node:http';

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
  /** From the first byte sent to the last one received. */
  readonly milliseconds: number;
}

// Connections are kept: what is measured is the request, not the handshake.
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

const sendOnce = (origin: string, path: string, asked: Request): Promise<Answer | 'not taken'> =>
  new Promise((resolve, reject) => {
    const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
    const began = performance.now();
    const sent = request(`${origin}${path}`, {
      agent,
      method: asked.method ?? 'GET',
      headers: {
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        ...asked.headers,
      },
    });
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
          milliseconds: performance.now() - began,
        }),
      );
    });
    sent.end(body);
  });

/** The one client that everything under measurement is asked by: kept connections, the whole answer read. */
export const send = async (origin: string, path: string, asked: Request = {}): Promise<Answer> => {
  for (;;) {
    const answer = await sendOnce(origin, path, asked);
    if (answer !== 'not taken') return answer;
  }
};

/** The same, and an error where the answer is not what was expected: a refusal is quick, and must not count. */
export const must = async (status: number, origin: string, path: string, asked: Request = {}): Promise<Answer> => {
  const answer = await send(origin, path, asked);
  if (answer.status !== status)
    throw new Error(`${asked.method ?? 'GET'} ${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return answer;
};
