import { Agent, createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** A call as it went over the wire: the access key that it was signed with, the action, the body. */
export interface Call {
  readonly who: string;
  /** As in `DynamoDB_20120810.Query`. */
  readonly target: string;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export const whoSigned = ({ headers }: IncomingMessage): string =>
  /Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1] ?? 'nobody';
export const targetOf = ({ headers }: IncomingMessage): string => headers['x-amz-target']?.toString() ?? 'no action';

const textOf = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};

export interface ForwardingProxy {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Listens on the loopback address in front of a DynamoDB endpoint. Each call is given to `through`, which sends its body
 * onward, as it is or changed, and answers what is to be answered. The functions are given its address for the engine's.
 */
export const startForwardingProxy = async (
  endpoint: string,
  through: (call: Call, onward: (body: string) => Promise<Answered>) => Promise<Answered>,
): Promise<ForwardingProxy> => {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);
  const onwardFrom = (asked: IncomingMessage) => (body: string) =>
    new Promise<Answered>((resolve, reject) => {
      const { method, url: path } = asked;
      const headers = { ...asked.headers, 'content-length': Buffer.byteLength(body) };
      const sent = request({ hostname, port, agent, method, path, headers }, (answered) => {
        const answer = { status: answered.statusCode ?? 502, headers: answered.headers };
        textOf(answered).then((text) => resolve({ ...answer, body: text }), reject);
      });
      sent.once('error', reject);
      sent.end(body);
    });
  const server = createServer(async (asked, answer) => {
    try {
      const call = { who: whoSigned(asked), target: targetOf(asked), body: await textOf(asked) };
      const { status, headers, body } = await through(call, onwardFrom(asked));
      answer.writeHead(status, headers).end(body);
    } catch {
      // Whoever asked broke off, or the endpoint did: so is the connection, as it would be without the proxy.
      answer.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('the proxy has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      agent.destroy();
    },
  };
};
