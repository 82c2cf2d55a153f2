import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { personOf } from '#local/local-person.ts';
import { signingKeyOf } from '#local/signing-key.ts';
import type { PersonRole } from '#schemas/people.ts';
import type { paths } from './generated/tracker-api.d.ts';

const root = resolve(import.meta.dirname, '../..');

const startedAt = async (data: string, process: ChildProcess, said: () => string): Promise<string> => {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (process.exitCode !== null) throw new Error(`the tracker did not start: ${said()}`);
    const origin = openDataFolder(data).running()?.origin;
    const answer = origin === undefined ? undefined : await fetch(`${origin}/openapi.json`).catch(() => undefined);
    if (origin !== undefined && answer?.status === 200) return origin;
    await pause(200);
  }
  throw new Error(`the tracker did not answer within a minute: ${said().slice(-2000)}`);
};

/** The tracker as `npm start` runs it, on a free port, with an empty data folder of its own. */
export const startTracker = async () => {
  const data = await mkdtemp(join(tmpdir(), 'tracker-'));
  const tracker = spawn(process.execPath, ['local/start.ts', '--empty', '--port', '0', '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [tracker.stdout, tracker.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const ended = new Promise<void>((done) => tracker.once('exit', () => done()));
  const stop = async (): Promise<void> => {
    tracker.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  const origin = await startedAt(data, tracker, () => said).catch(async (fault: unknown) => {
    await stop();
    throw fault;
  });

  /** A client of the published document, signed in by a token as `npm run token` prints it. */
  const signIn = async (role: PersonRole, name: string) => {
    const chosen = personOf({ roles: [role], name, organisation: undefined, subject: undefined });
    if (chosen.kind === 'refused') throw new Error(chosen.why);
    const [key, issuer] = [await signingKeyOf(openDataFolder(data)), issuerAt(Number(new URL(origin).port))];
    const atEpochSeconds = Math.floor(Date.now() / 1_000);
    const token = await accessTokenFor(chosen.person, { key, issuer, atEpochSeconds });
    return createClient<paths>({ baseUrl: origin, headers: { authorization: `Bearer ${token}` } });
  };
  return { origin, data, signIn, stop, said: () => said };
};

export type Client = Awaited<ReturnType<Awaited<ReturnType<typeof startTracker>>['signIn']>>;

/** Headers of an act: true from that day or, without one, from now; sent once. */
export const actOn = (day?: string) => ({
  ...(day === undefined ? {} : { 'Effective-At': day }),
  'Idempotency-Key': randomUUID(),
});

/** What was answered, where it is what was asked for; else the problem, as a failure. */
export const answered = async <T>(
  call: Promise<{ data?: T | undefined; error?: unknown; response: Response }>,
): Promise<T> => {
  const { data, error, response } = await call;
  if (data === undefined || error !== undefined)
    throw new Error(`${response.status} from ${response.url}: ${JSON.stringify(error)}`);
  return data;
};
