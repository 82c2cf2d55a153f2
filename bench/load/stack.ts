import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { projectFolder } from '#local/fresh-bundles.ts';
import { signingKeyOf } from '#local/signing-key.ts';
import { operations } from '#schemas/operations.ts';
import type { Role } from '#schemas/people.ts';
import { type Answer, send } from '../send.ts';

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

/** The tracker as `npm start` runs it: its server, its functions' bundles and the embedded engine, with nothing told yet. */
export interface Stack {
  /** Signs a person in; what comes back sends requests in their name. */
  signIn(person: Person): Promise<(asked: Asked) => Promise<Answer>>;
  /** Ends it and keeps its data. */
  end(): Promise<void>;
  /** Starts it again at the same address. */
  begin(environment: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

const originOf = async (data: string, process: ChildProcess, said: () => string): Promise<string> => {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (process.exitCode !== null) break;
    const port = openDataFolder(data).running()?.port;
    if (port !== undefined) return `http://127.0.0.1:${port}`;
    await pause(20);
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
  let end = (): Promise<void> => Promise.resolve();
  /** Answers its address. */
  const begin = (port: string, more: Readonly<Record<string, string>>): Promise<string> => {
    const tracker = spawn(process.execPath, ['local/start.ts', '--empty', '--port', port, '--data', data], {
      cwd: projectFolder,
      env: { ...process.env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [tracker.stdout, tracker.stderr])
      stream.on('data', (part: Buffer) => {
        said = `${said}${part}`.slice(-10_000);
      });
    const ended = new Promise<void>((done) => tracker.once('exit', () => done()));
    end = () => {
      tracker.kill('SIGTERM');
      return ended;
    };
    return originOf(data, tracker, () => said);
  };
  const stop = async (): Promise<void> => {
    await end();
    await rm(data, { recursive: true, force: true });
  };
  try {
    const origin = await begin('0', environment);
    const { port } = new URL(origin);
    const key = await signingKeyOf(openDataFolder(data));
    return {
      signIn: async (person) => {
        const atEpochSeconds = Math.floor(Date.now() / 1_000);
        const terms = { key, issuer: issuerAt(Number(port)), atEpochSeconds };
        const token = await accessTokenFor({ ...person, name: person.subject }, terms);
        return (asked) => {
          const { method, path } = addressOf(asked);
          const headers = { authorization: `Bearer ${token}`, ...asked.headers };
          return send(origin, path, { method, headers, body: asked.body });
        };
      },
      end: () => end(),
      begin: async (more) => {
        await begin(port, more);
      },
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
};
