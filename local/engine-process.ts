import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

/** The engine cannot run here; the message says in one sentence what to do. */
export class EngineUnavailable extends Error {}

const engineFile = (): string => {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return join(dirname(manifest), 'dynoxide');
  } catch {
    throw new EngineUnavailable(
      `The embedded DynamoDB engine comes for Linux x64 only and is not installed on this machine (${process.platform} ${process.arch}): run any DynamoDB endpoint, such as DynamoDB Local, and give its address, for example DYNAMODB_ENDPOINT=http://127.0.0.1:8000, or use Linux x64 (WSL2 will do) and run npm ci.`,
    );
  }
};

/** A free port of the loopback address. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });

// The engine does not end with its parent by itself. So a watcher holds the other end of a pipe from this process:
// however this process ends, kill -9 included, the pipe closes and the watcher ends the engine. The engine has a
// session of its own, so that Ctrl-C reaches it only through us, after the last request was answered.
const underWatch = 'exec 3<&0; (cat <&3 >/dev/null; kill $$) 2>/dev/null & exec "$0" "$@" </dev/null 3<&-';

/** Whether a DynamoDB answers there, within a second. */
export const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const { status } = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        authorization: 'AWS4-HMAC-SHA256 Credential=local/20140401/eu-west-2/dynamodb/aws4_request',
      },
      body: '{}',
      signal: AbortSignal.timeout(1_000),
    });
    return status < 500;
  } catch {
    return false;
  }
};

export const ended = (engine: ChildProcess): boolean => engine.exitCode !== null || engine.signalCode !== null;

/**
 * Starts the engine's process on a port of the loopback address; without a data file it keeps everything in memory.
 * It is not waited for.
 *
 * @throws EngineUnavailable where the engine is not installed.
 */
export const spawnEngine = (given: { readonly port: number; readonly dataFile: string | undefined }): ChildProcess => {
  const storage = given.dataFile === undefined ? [] : ['--db-path', given.dataFile];
  return spawn(
    '/bin/sh',
    ['-c', underWatch, engineFile(), 'serve', '--host', '127.0.0.1', '--port', `${given.port}`, ...storage],
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
  );
};
