import { type ChildProcess, spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import type { Server } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type * as z from 'zod';

/** A process of the bench: it says one line of JSON when it is ready, and one for each question. */
export interface Child<Ready> {
  readonly ready: Ready;
  readonly pid: number;
  /** Writes a line to the process and answers the line that it says then. */
  ask(question: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

interface Terms<Ready> {
  /** The process's file, in bench/processes. */
  readonly file: string;
  readonly given: unknown;
  readonly environment?: Readonly<Record<string, string>>;
  /** Flags of Node, such as those that bound the heap. */
  readonly flags?: readonly string[];
  readonly ready: z.ZodType<Ready>;
}

const ended = (process: ChildProcess): boolean => process.exitCode !== null || process.signalCode !== null;

export const startChild = async <Ready>(terms: Terms<Ready>): Promise<Child<Ready>> => {
  const file = new URL(`processes/${terms.file}`, import.meta.url).pathname;
  const child = spawn(process.execPath, [...(terms.flags ?? []), file, JSON.stringify(terms.given)], {
    env: { ...process.env, ...terms.environment },
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  });
  const [stdin, , , told] = child.stdio;
  if (!stdin || !(told instanceof Readable)) throw new Error(`${terms.file} has no pipes`);
  const lines = createInterface({ input: told })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const line = await lines.next();
    if (line.done === true) throw new Error(`${terms.file} ended: ${child.exitCode ?? child.signalCode}`);
    return JSON.parse(line.value);
  };
  const ready = terms.ready.parse(await next());
  return {
    ready,
    pid: child.pid ?? 0,
    ask: (question) => {
      stdin.write(`${JSON.stringify(question)}\n`);
      return next();
    },
    stop: async () => {
      if (ended(child)) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      stdin.end();
      const slow = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(slow);
    },
  };
};

/** Standard output is left to the functions' logs. */
const tellingPipe = 3;

/** For the process itself: what it was given, and how it says and hears lines. */
export const given = <T>(schema: z.ZodType<T>): T => schema.parse(JSON.parse(process.argv[2] ?? 'null'));

export const say = (what: unknown): void => {
  writeSync(tellingPipe, `${JSON.stringify(what)}\n`);
};

/** Listens on a free port of the loopback address and says where; ends when the lines do. */
export const sayOrigin = async (server: Server): Promise<void> => {
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    say({ origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` });
  });
  await serveLines(async () => ({ memory: process.memoryUsage().rss }));
};

/** Answers each line; ends when the lines do. */
export const serveLines = async (answer: (question: unknown) => Promise<unknown>): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin })) say(await answer(JSON.parse(line)));
};
