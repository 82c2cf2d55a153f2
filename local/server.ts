import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CommandRefused } from './command-line.ts';
import { edgeAnswer } from './gateway.ts';
import type { LocalAnswer, LocalRequest } from './local-answer.ts';

export type Answers = (request: LocalRequest, sourceIp: string) => Promise<LocalAnswer>;

export interface LocalServer {
  readonly port: number;
  /** Serves requests with these answers from now on; until then every answer is 503. */
  serve(answers: Answers): void;
  /** Finishes requests in flight, for at most two seconds, and closes. */
  stop(): Promise<void>;
}

/** The largest body that an HTTP API accepts: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const mostBodyBytes = 10 * 1024 * 1024;

/** The most of request line and headers together that an HTTP API accepts. */
const mostHeaderBytes = 10_240;

const headerBytesOf = ({ method = 'GET', url = '/', rawHeaders }: IncomingMessage): number =>
  [method, url, ...rawHeaders].reduce((sum, one) => sum + Buffer.byteLength(one), 0);

/** Headers by lower-case name; one that was sent several times is joined as an HTTP API joins it. */
const headersOf = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const headers = new Map<string, string>();
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const name = (rawHeaders[n] ?? '').toLowerCase();
    const value = rawHeaders[n + 1] ?? '';
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}${name === 'cookie' ? '; ' : ','}${value}`);
  }
  return Object.fromEntries(headers);
};

const noBody = Buffer.alloc(0);

/** The body of a request; undefined where it is too large. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return noBody;
  if (Number(length ?? 0) > mostBodyBytes) return undefined;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const some = Buffer.from(part);
    bytes += some.length;
    if (bytes > mostBodyBytes) return undefined;
    parts.push(some);
  }
  return Buffer.concat(parts);
};

const send = (response: ServerResponse, request: IncomingMessage, answer: LocalAnswer): void => {
  const bodyless = answer.status === 304 || answer.status === 204;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(bodyless ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
  });
  response.end(bodyless || request.method === 'HEAD' ? undefined : answer.body);
};

const requestOf = (request: IncomingMessage, body: Buffer): LocalRequest => {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers: headersOf(request),
    body,
  };
};

/** Binds a server to a port of the loopback address, and returns the port: with 0, any that is free. */
const bind = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault: Error & { code?: string }) => {
      if (fault.code === 'EADDRINUSE')
        reject(
          new CommandRefused(`Port ${port} is in use: choose another, for example npm start -- --port ${port + 1}.`),
        );
      else if (fault.code === 'EACCES')
        reject(new CommandRefused(`Port ${port} may not be used by this account: choose one above 1023.`));
      else reject(fault);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address !== 'object') throw new Error('the server has no port');
  return address.port;
};

const close = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const slow = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearInterval(idle);
  clearTimeout(slow);
};

/**
 * Listens on the loopback address. Only requests that name it by a loopback name are served, so that no page of
 * another site can reach it under a name of its own (DNS rebinding).
 *
 * @throws CommandRefused where the port is in use or may not be used.
 */
export const listen = async (port: number): Promise<LocalServer> => {
  let answers: Answers = async () => edgeAnswer(503, 'Service Unavailable', { 'retry-after': '1' });
  let hosts: ReadonlySet<string> = new Set();

  const answerTo = async (request: IncomingMessage): Promise<LocalAnswer> => {
    if (!hosts.has((request.headers.host ?? '').toLowerCase())) return edgeAnswer(421, 'Misdirected Request');
    if (headerBytesOf(request) > mostHeaderBytes) return edgeAnswer(431, 'Request Header Fields Too Large');
    const body = await bodyOf(request);
    if (body === undefined) return edgeAnswer(413, 'Request Entity Too Large', { connection: 'close' });
    return answers(requestOf(request, body), request.socket.remoteAddress ?? '127.0.0.1');
  };

  const server = createServer((request, response) => {
    answerTo(request).then(
      (answer) => send(response, request, answer),
      (fault: unknown) => {
        // The client broke off while sending, so there is nobody to answer.
        if (request.destroyed && !request.complete) return;
        console.error(fault);
        send(response, request, edgeAnswer(500, 'Internal Server Error'));
      },
    );
  });
  const bound = await bind(server, port);
  hosts = new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${bound}`));

  return {
    port: bound,
    serve: (given) => {
      answers = given;
    },
    stop: () => close(server),
  };
};
