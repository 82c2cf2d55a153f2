import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { projectFolder } from '#local/fresh-bundles.ts';
import type { LocalPerson } from '#local/local-person.ts';
import { signingKeyOf } from '#local/signing-key.ts';

/** A tracker as `npm start` runs it, on a free port, with a data folder of its own. */
export interface StartedTracker {
  readonly origin: string;
  readonly pid: number;
  tokenFor(person: LocalPerson): Promise<string>;
  stop(): Promise<void>;
}

const saysThatItRuns = 'The tracker is running';

const originOf = async (data: string, process: ChildProcess, said: () => string): Promise<string> => {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (process.exitCode !== null) break;
    const port = openDataFolder(data).running()?.port;
    if (port !== undefined && said().includes(saysThatItRuns)) return `http://127.0.0.1:${port}`;
    await pause(100);
  }
  throw new Error(`the tracker did not start: ${said().slice(-2_000)}`);
};

/** Answers when it greets: the sample programmes, where they are asked for, are told. */
export const npmStart = async (given: {
  readonly samples: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}): Promise<StartedTracker> => {
  const data = await mkdtemp(join(tmpdir(), 'tracker-started-'));
  const flags = [...(given.samples ? [] : ['--empty']), '--port', '0', '--data', data];
  const tracker = spawn(process.execPath, ['local/start.ts', ...flags], {
    cwd: projectFolder,
    env: { ...process.env, ...given.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [tracker.stdout, tracker.stderr])
    stream.on('data', (part: Buffer) => {
      said = `${said}${part}`.slice(-10_000);
    });
  const ended = new Promise<void>((done) => tracker.once('exit', () => done()));
  const stop = async (): Promise<void> => {
    tracker.kill('SIGTERM');
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  try {
    const origin = await originOf(data, tracker, () => said);
    const key = await signingKeyOf(openDataFolder(data));
    const issuer = issuerAt(Number(new URL(origin).port));
    return {
      origin,
      pid: tracker.pid ?? 0,
      tokenFor: (person) => accessTokenFor(person, { key, issuer, atEpochSeconds: Math.floor(Date.now() / 1_000) }),
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
};
