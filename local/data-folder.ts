import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { CommandRefused } from './command-line.ts';

/** How a running tracker is found: a file in its data folder. */
const Running = z.object({ origin: z.url(), port: z.int(), pid: z.int(), startedAt: z.string() });
export type Running = z.infer<typeof Running>;

/** The folder that holds everything a tracker on one machine stores between two runs. */
export interface DataFolder {
  readonly path: string;
  readonly tableFile: string;
  readonly queueFile: string;
  readonly logFile: string;
  readonly keyFile: string;
  readonly loadedFile: string;
  /** The tracker that runs on this folder, or that crashed on it; undefined where there is none. */
  running(): Running | undefined;
  recordRunning(running: Running): void;
  clearRunning(): void;
  /** The bearer token of the control endpoint; created on first use, readable by its owner only. */
  secret(): string;
  /** What sessions of the pages are encrypted by; made on first use, so that people stay signed in over a restart. */
  sessionSecret(): string;
  /** What events to webhooks are signed with; made on first use. */
  webhookSecret(): string;
}

const errorCodeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';

/** Reads a file as text; undefined where there is none. */
export const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if (errorCodeOf(fault) === 'ENOENT') return undefined;
    throw fault;
  }
};

/** Writes a file atomically: a reader never sees a part of it. */
export const writeWhole = (file: string, text: string): void => {
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, text, { mode: 0o600, flush: true });
  renameSync(part, file);
};

/** Writes the text unless the file exists, and returns what the file holds: of two concurrent writers one wins for both. */
export const writeOnce = (file: string, text: string): string => {
  const part = `${file}.${process.pid}.part`;
  writeFileSync(part, text, { mode: 0o600, flush: true });
  try {
    linkSync(part, file);
  } catch (fault) {
    if (errorCodeOf(fault) !== 'EEXIST') throw fault;
  } finally {
    rmSync(part, { force: true });
  }
  return readFileSync(file, 'utf8');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const keyFileName = 'signing-key.json';

/** The release since which what is stored is read by every later one. */
const storedFormat = '0.2';

/** Whether a tracker was started on the folder before; nothing is made. */
export const holdsTracker = (path: string): boolean => existsSync(join(resolve(path), keyFileName));

/**
 * Opens a data folder, making it where it is not there yet.
 *
 * @throws CommandRefused where it holds what a release before 0.2 stored, which this one cannot read; nothing is touched.
 */
export const openDataFolder = (path: string): DataFolder => {
  const root = resolve(path);
  const formatFile = join(root, 'format');
  const format = readIfThere(formatFile)?.trim();
  if (format === undefined ? existsSync(join(root, 'table.db')) : format !== storedFormat)
    throw new CommandRefused(
      `${root} is of another version of the tracker and was not touched: to begin afresh give another folder by --data, or remove this one.`,
    );
  mkdirSync(root, { recursive: true, mode: 0o700 });
  if (format === undefined) writeOnce(formatFile, `${storedFormat}\n`);
  const runningFile = join(root, 'running.json');
  const secretFile = join(root, 'control-secret');
  const sessionSecretFile = join(root, 'session-secret');
  const webhookSecretFile = join(root, 'webhook-secret');
  const secretIn = (file: string): string =>
    readIfThere(file) ?? writeOnce(file, randomBytes(32).toString('base64url'));
  return {
    path: root,
    tableFile: join(root, 'table.db'),
    queueFile: join(root, 'queue.jsonl'),
    logFile: join(root, 'functions.log'),
    keyFile: join(root, keyFileName),
    loadedFile: join(root, 'loaded.json'),
    running: () => {
      const running = Running.safeParse(parsed(readIfThere(runningFile) ?? ''));
      return running.success ? running.data : undefined;
    },
    recordRunning: (running) => writeWhole(runningFile, `${JSON.stringify(running, null, 2)}\n`),
    clearRunning: () => rmSync(runningFile, { force: true }),
    secret: () => secretIn(secretFile),
    sessionSecret: () => secretIn(sessionSecretFile),
    webhookSecret: () =>
      readIfThere(webhookSecretFile) ?? writeOnce(webhookSecretFile, randomBytes(32).toString('base64')),
  };
};

/** Compares two secrets in constant time. */
export const sameSecret = (given: string, secret: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
};
