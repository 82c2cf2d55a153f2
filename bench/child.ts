import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type * as z from 'zod';
import { projectFolder } from '#local/fresh-bundles.ts';

/** A process of the bench: it sends one message when it is ready, and one for each question. */
export interface Child<Ready> {
  readonly ready: Ready;
  ask(question: Serializable): Promise<unknown>;
  stop(): Promise<void>;
}

const nextMessage = (child: ChildProcess, file: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`${file} ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });

/**
 * Starts a file of bench/processes, of this project or of the one in another folder, and waits until it is ready. Its
 * standard output, the functions' logs, is dropped.
 */
export const startChild = async <Ready>(
  file: string,
  ready: z.ZodType<Ready>,
  given: unknown,
  environment: Readonly<Record<string, string>> = {},
  folder: string = projectFolder,
): Promise<Child<Ready>> => {
  const path = join(folder, 'bench/processes', file);
  const child = fork(path, [JSON.stringify(given)], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    ready: ready.parse(await nextMessage(child, file)),
    ask: (question) => {
      child.send(question);
      return nextMessage(child, file);
    },
    stop: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
};

/** For the process itself: what it was given. */
export const given = <T>(schema: z.ZodType<T>): T => schema.parse(JSON.parse(process.argv[2] ?? 'null'));

/** Says that the process is ready, and answers each question until the bench disconnects. */
export const serve = async (
  ready: Serializable,
  answer: (question: unknown) => Promise<Serializable> = async () => false,
): Promise<void> => {
  process.on('message', async (question) => {
    process.send?.(await answer(question));
  });
  process.send?.(ready);
  await once(process, 'disconnect');
};
