import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { bundleOf, freshenBundles, projectFolder } from '#local/fresh-bundles.ts';
import type { LocalPerson } from '#local/local-person.ts';
import { signingKeyOf } from '#local/signing-key.ts';

/** A tracker as `npm start` runs it, on a free port, with a data folder of its own. */
export interface StartedTracker {
  readonly origin: string;
  readonly pid: number;
  tokenFor(person: LocalPerson): Promise<string>;
  /** Ends it and keeps its data. */
  end(): Promise<void>;
  /** Starts it again on them, at the same address. */
  begin(environment?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

const saysThatItRuns = 'The tracker is running';

const originOf = async (data: string, process: ChildProcess, said: () => string): Promise<string> => {
  for (let tries = 0; tries < 6_000; tries += 1) {
    if (process.exitCode !== null) break;
    const port = openDataFolder(data).running()?.port;
    if (port !== undefined && said().includes(saysThatItRuns)) return `http://127.0.0.1:${port}`;
    await pause(20);
  }
  throw new Error(`the tracker did not start: ${said().slice(-2_000)}`);
};

/** Answers when it greets: the sample programmes, where they are asked for, are told. */
export const npmStart = async (given: {
  readonly samples: boolean;
  /** As Node has it, where time is measured; small, as `npm start` sets it, where memory is. */
  readonly heap: 'as Node has it' | 'small';
  readonly environment?: Readonly<Record<string, string>>;
}): Promise<StartedTracker> => {
  const data = await mkdtemp(join(tmpdir(), 'tracker-started-'));
  const file = given.heap === 'small' ? 'local/start.ts' : bundleOf('local');
  freshenBundles(['commands', 'queries', 'board', 'front', 'roll-up', 'local']);
  let pid = 0;
  let end = (): Promise<void> => Promise.resolve();
  const begin = (port: string, environment: Readonly<Record<string, string>> = {}): Promise<string> => {
    const flags = [...(given.samples ? [] : ['--empty']), '--port', port, '--data', data];
    const tracker = spawn(process.execPath, [file, ...flags], {
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
    pid = tracker.pid ?? 0;
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
    const origin = await begin('0', given.environment);
    const { port } = new URL(origin);
    const key = await signingKeyOf(openDataFolder(data));
    const issuer = issuerAt(Number(port));
    return {
      origin,
      pid,
      tokenFor: (person) => accessTokenFor(person, { key, issuer, atEpochSeconds: Math.floor(Date.now() / 1_000) }),
      end: () => end(),
      begin: async (environment) => {
        await begin(port, environment);
      },
      stop,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
};
