import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { projectFolder } from '#local/fresh-bundles.ts';
import { signingKeyOf } from '#local/signing-key.ts';
import { operations } from '#schemas/operations.ts';
import type { Role } from '#schemas/people.ts';

export interface Person {
  readonly subject: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export interface Asked {
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** From the first byte sent to the last one received. */
  readonly milliseconds: number;
}

/** The tracker as `npm start` runs it: its server, its functions' bundles and the embedded engine, with nothing told yet. */
export interface Stack {
  /** Signs a person in; what comes back sends requests in their name. */
  signIn(person: Person): Promise<(asked: Asked) => Promise<Answered>>;
  stop(): Promise<void>;
}

const originOf = async (data: string, process: ChildProcess, said: () => string): Promise<string> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (process.exitCode !== null) break;
    const port = openDataFolder(data).running()?.port;
    if (port !== undefined) return `http://127.0.0.1:${port}`;
    await pause(100);
  }
  throw new Error(`the tracker did not start: ${said().slice(-2_000)}`);
};

const addressOf = ({ operation: id, params, query }: Asked) => {
  const operation = operations.find((one) => one.id === id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return { method: operation.method, path: query === undefined ? path : `${path}?${query}` };
};

export const startStack = async (environment: Readonly<Record<string, string>> = {}): Promise<Stack> => {
  const data = await mkdtemp(join(tmpdir(), 'tracker-load-'));
  const tracker = spawn(process.execPath, ['local/start.ts', '--empty', '--port', '0', '--data', data], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [tracker.stdout, tracker.stderr])
    stream.on('data', (part: Buffer) => {
      said = `${said}${part}`.slice(-10_000);
    });
  const ended = new Promise<void>((done) => tracker.once('exit', () => done()));
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const stop = async (): Promise<void> => {
    agent.destroy();
    tracker.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  try {
    const { hostname, port } = new URL(await originOf(data, tracker, () => said));
    const key = await signingKeyOf(openDataFolder(data));

    const sendOnce = (asked: Asked, token: string): Promise<Answered | 'not taken'> =>
      new Promise((resolve, reject) => {
        const { method, path } = addressOf(asked);
        const body = asked.body === undefined ? undefined : JSON.stringify(asked.body);
        const began = performance.now();
        const sent = request(
          {
            hostname,
            port,
            agent,
            method,
            path,
            headers: {
              authorization: `Bearer ${token}`,
              ...(body === undefined
                ? {}
                : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
              ...asked.headers,
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
                milliseconds: performance.now() - began,
              }),
            );
          },
        );
        // The server closed the idle connection as this was sent on it: https://nodejs.org/api/http.html#requestreusedsocket
        sent.once('error', (fault) => (sent.reusedSocket ? resolve('not taken') : reject(fault)));
        sent.end(body);
      });
    const send = async (asked: Asked, token: string): Promise<Answered> => {
      for (;;) {
        const answer = await sendOnce(asked, token);
        if (answer !== 'not taken') return answer;
      }
    };

    return {
      signIn: async (person) => {
        const atEpochSeconds = Math.floor(Date.now() / 1_000);
        const terms = { key, issuer: issuerAt(Number(port)), atEpochSeconds };
        const token = await accessTokenFor({ ...person, name: person.subject }, terms);
        return (asked) => send(asked, token);
      },
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
};
