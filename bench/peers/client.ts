import { Agent, request } from 'node:http';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Client {
  send(sent: Sent): Promise<Got>;
  /** Sends and reads the answer as JSON. @throws where the answer is no success. */
  json(sent: Sent): Promise<unknown>;
  close(): void;
}

/** The one client that every subject is asked by: kept connections, the whole answer read. */
export const clientOf = (origin: string, everyTime: Readonly<Record<string, string>>): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const { hostname, port } = new URL(origin);
  const once = ({ method, path, headers, body }: Sent): Promise<Got | 'not taken'> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request(
        {
          hostname,
          port,
          agent,
          method,
          path,
          headers: {
            ...everyTime,
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
            ...headers,
          },
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      // The server closed the idle connection as this was sent on it: https://nodejs.org/api/http.html#requestreusedsocket
      sent.once('error', (fault) => (sent.reusedSocket ? resolve('not taken') : reject(fault)));
      sent.end(text);
    });
  const send = async (sent: Sent): Promise<Got> => {
    for (;;) {
      const got = await once(sent);
      if (got !== 'not taken') return got;
    }
  };
  return {
    send,
    json: async (sent) => {
      const { status, text } = await send(sent);
      if (status >= 300) throw new Error(`${sent.method} ${sent.path} answered ${status}: ${text.slice(0, 500)}`);
      return text === '' ? undefined : JSON.parse(text);
    },
    close: () => agent.destroy(),
  };
};
