import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Agent, createServer, IncomingMessage, request } from 'node:http';

/** A call as it went over the wire: the access key that it was signed with, the action, the body. */
export interface RecordedCall {
  readonly who: string;
  /** As in `DynamoDB_20120810.Query`. */
  readonly target: string;
  readonly body: string;
}

const whoSigned = (request: IncomingMessage): string =>
  /Credential=([^/,\s]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? 'nobody';
const targetOf = (request: IncomingMessage): string => request.headers['x-amz-target']?.toString() ?? 'no action';

export interface RecordingProxy {
  readonly endpoint: string;
  /** What was asked until now, in order. */
  readonly calls: readonly RecordedCall[];
  stop(): Promise<void>;
}

/** Stands on the loopback address in front of a DynamoDB endpoint, hands every call on and keeps what was asked. */
export const startRecordingProxy = async (endpoint: string): Promise<RecordingProxy> => {
  const calls: RecordedCall[] = [];
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(endpoint);
  const server = createServer(async (asked, answer) => {
    try {
      const parts: Buffer[] = [];
      for await (const part of asked) parts.push(Buffer.from(part));
      const body = Buffer.concat(parts);
      calls.push({ who: whoSigned(asked), target: targetOf(asked), body: body.toString('utf8') });
      const onward = request(
        { hostname, port, agent, method: asked.method, path: asked.url, headers: asked.headers },
        (answered) => {
          answer.writeHead(answered.statusCode ?? 502, answered.headers);
          answered.pipe(answer);
        },
      );
      onward.once('error', (fault) => answer.destroy(fault));
      onward.end(body);
    } catch {
      // Whoever asked broke off.
      answer.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('the proxy has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      agent.destroy();
    },
  };
};

/**
 * Keeps what a tracker of this process is asked at its queue, refusals included. The queue is a part of the tracker's
 * own server, so nothing can stand in front of it: Node itself tells of every request that comes in.
 */
export const recordQueueCalls = (
  trackerPort: () => number | undefined,
): { readonly calls: readonly RecordedCall[]; readonly stop: () => void } => {
  const calls: RecordedCall[] = [];
  const channel = 'http.server.request.start';
  const look = (message: unknown): void => {
    const asked = typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
    if (!(asked instanceof IncomingMessage)) return;
    if (asked.socket.localPort !== trackerPort() || !asked.url?.startsWith('/local-queue')) return;
    // The queue refuses any other than its own, so the body says no more than the address.
    calls.push({ who: whoSigned(asked), target: targetOf(asked), body: '' });
  };
  subscribe(channel, look);
  return { calls, stop: () => unsubscribe(channel, look) };
};
