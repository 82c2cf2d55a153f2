import { appendFileSync, closeSync, openSync } from 'node:fs';
import * as z from 'zod';
import { readIfThere, writeWhole } from './data-folder.ts';

const Sent = z.object({
  op: z.literal('sent'),
  id: z.string(),
  body: z.string(),
  at: z.number(),
  visibleAt: z.number(),
});
const Received = z.object({ op: z.literal('received'), id: z.string(), receives: z.int(), at: z.number() });
const Removed = z.object({ op: z.literal('removed'), id: z.string() });
const Dead = z.object({ op: z.literal('dead'), id: z.string(), at: z.number() });

/** A line of the queue's file: one change of one message. Times are epoch milliseconds. */
export const QueueChange = z.discriminatedUnion('op', [Sent, Received, Removed, Dead]);
export type QueueChange = z.infer<typeof QueueChange>;

const lineOf = (change: QueueChange): string => `${JSON.stringify(change)}\n`;

/**
 * The changes in a queue's file, oldest first; none where there is no file. Text after the last line end is ignored:
 * that write did not complete, so no sender was answered.
 * @throws Error with a sentence that names the line that cannot be read.
 */
export const readQueueFile = (file: string): readonly QueueChange[] => {
  const lines = (readIfThere(file) ?? '').split('\n');
  return lines.slice(0, -1).map((line, n) => {
    try {
      return QueueChange.parse(JSON.parse(line));
    } catch {
      throw new Error(
        `Line ${n + 1} of the queue's file ${file} cannot be read: move the file away to start with an empty queue.`,
      );
    }
  });
};

/** A queue's file, open for appending. */
export interface QueueFile {
  /** Returns once the change is on disk. */
  append(change: QueueChange): void;
  close(): void;
}

/** Replaces a queue's file by one with these changes, and opens it for appending. */
export const rewriteQueueFile = (file: string, changes: readonly QueueChange[]): QueueFile => {
  writeWhole(file, changes.map(lineOf).join(''));
  const handle = openSync(file, 'a');
  return {
    append: (change) => appendFileSync(handle, lineOf(change), { flush: true }),
    close: () => closeSync(handle),
  };
};
