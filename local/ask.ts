import { request } from 'node:http';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** After so long it is given up; undefined: it is waited for. */
  readonly milliseconds?: number;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/**
 * Asks over HTTP with `node:http` alone: the first `fetch` of a process loads a client and a parser of its own, some
 * twenty megabytes that a process which stays would keep.
 *
 * @throws where nothing answers.
 */
export const ask = (address: string | URL, { method = 'GET', headers = {}, body, milliseconds }: Asked = {}) =>
  new Promise<Answered>((resolve, reject) => {
    const sent = request(address, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      ...(milliseconds === undefined ? {} : { signal: AbortSignal.timeout(milliseconds) }),
    });
    sent.once('error', reject);
    sent.once('response', (answer) => {
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
    });
    sent.end(body);
  });
