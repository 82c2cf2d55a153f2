import { randomUUID } from 'node:crypto';
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
/** A line of the queue's file. */
const Line = z.discriminatedUnion('op', [Sent, Received, Removed, Dead]);
type Line = z.infer<typeof Line>;

interface Kept {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
  firstReceivedAt: number | undefined;
  /** Known to whoever has it in work; another receive makes it worthless. */
  receipt: string | undefined;
}

export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly receives: number;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
}

export interface DeadLetter {
  readonly messageId: string;
  readonly body: string;
  readonly receives: number;
}

export interface QueueState {
  readonly waiting: number;
  readonly inWork: number;
  readonly deadLetters: readonly DeadLetter[];
}

export interface QueueSettings {
  /** Appended to, one JSON line for each thing that happens. */
  readonly file: string;
  readonly nowEpochMilliseconds: () => number;
  /** How long a received message is hidden from others. */
  readonly visibilityMilliseconds: number;
  /** How long a message that failed is hidden before it is tried again. */
  readonly retryMilliseconds: number;
  /** A message that failed so often becomes a dead letter. */
  readonly mostReceives: number;
}

/** A queue as SQS means it: at least once, in no promised order, dead letters apart; what it holds survives a restart. */
export interface Queue {
  send(body: string, delayMilliseconds?: number): string;
  receive(most: number): readonly ReceivedMessage[];
  /** Done: the message goes. */
  remove(receiptHandle: string): void;
  /** Failed: the message is hidden for a while, or becomes a dead letter. */
  release(receiptHandle: string): void;
  state(): QueueState;
  /** When the next message can be received; undefined where none waits. */
  nextVisibleAt(): number | undefined;
  /** Called after each message that was taken in. */
  onSent(listener: (body: string) => void): () => void;
  close(): void;
}

const linesOf = (file: string): readonly Line[] => {
  const lines = (readIfThere(file) ?? '').split('\n');
  // What follows the last line end was not written whole, so nobody was answered that it was taken.
  return lines.slice(0, -1).map((line, n) => {
    try {
      return Line.parse(JSON.parse(line));
    } catch {
      throw new Error(
        `Line ${n + 1} of the queue's file ${file} cannot be read: move the file away to start with an empty queue.`,
      );
    }
  });
};

/** Opens the queue kept in a file and writes the file anew without what is done. */
export const openQueue = (settings: QueueSettings): Queue => {
  const messages = new Map<string, Kept>();
  const dead = new Map<string, Kept>();
  const listeners = new Set<(body: string) => void>();
  const now = settings.nowEpochMilliseconds;

  const apply = (line: Line): void => {
    if (line.op === 'sent') {
      const { id, body, at: sentAt, visibleAt } = line;
      messages.set(id, { id, body, sentAt, visibleAt, receives: 0, firstReceivedAt: undefined, receipt: undefined });
      return;
    }
    const message = messages.get(line.id);
    if (message === undefined) return;
    if (line.op === 'received') {
      message.receives = line.receives;
      message.firstReceivedAt ??= line.at;
      return;
    }
    messages.delete(line.id);
    if (line.op === 'dead') dead.set(line.id, message);
  };

  const written = (one: Kept): Line[] => [
    { op: 'sent', id: one.id, body: one.body, at: one.sentAt, visibleAt: one.visibleAt },
    ...(one.receives === 0
      ? []
      : [{ op: 'received' as const, id: one.id, receives: one.receives, at: one.firstReceivedAt ?? one.sentAt }]),
  ];

  for (const line of linesOf(settings.file)) apply(line);
  const kept: readonly Line[] = [
    ...[...messages.values()].flatMap(written),
    ...[...dead.values()].flatMap((one) => [...written(one), { op: 'dead' as const, id: one.id, at: now() }]),
  ];
  writeWhole(settings.file, kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const handle = openSync(settings.file, 'a');

  const recordChange = (line: Line): void => {
    appendFileSync(handle, `${JSON.stringify(line)}\n`, { flush: true });
    apply(line);
  };

  const heldBy = (receiptHandle: string): Kept | undefined =>
    [...messages.values()].find((message) => message.receipt === receiptHandle);
  const visible = (message: Kept): boolean => message.visibleAt <= now();

  return {
    send: (body, delayMilliseconds = 0) => {
      const id = randomUUID();
      recordChange({ op: 'sent', id, body, at: now(), visibleAt: now() + delayMilliseconds });
      for (const listener of listeners) listener(body);
      return id;
    },
    receive: (most) => {
      // Held until its time was up and never given back: that was the last try.
      for (const message of messages.values())
        if (visible(message) && message.receives >= settings.mostReceives)
          recordChange({ op: 'dead', id: message.id, at: now() });
      return [...messages.values()]
        .filter(visible)
        .slice(0, most)
        .map((message) => {
          recordChange({ op: 'received', id: message.id, receives: message.receives + 1, at: now() });
          const receiptHandle = randomUUID();
          message.receipt = receiptHandle;
          message.visibleAt = now() + settings.visibilityMilliseconds;
          const { id: messageId, body, receives, sentAt, firstReceivedAt = now() } = message;
          return { messageId, receiptHandle, body, receives, sentAt, firstReceivedAt };
        });
    },
    remove: (receiptHandle) => {
      const message = heldBy(receiptHandle);
      if (message !== undefined) recordChange({ op: 'removed', id: message.id });
    },
    release: (receiptHandle) => {
      const message = heldBy(receiptHandle);
      if (message === undefined) return;
      if (message.receives >= settings.mostReceives) return recordChange({ op: 'dead', id: message.id, at: now() });
      message.receipt = undefined;
      message.visibleAt = now() + settings.retryMilliseconds;
    },
    state: () => {
      const inWork = [...messages.values()].filter((one) => one.receipt !== undefined && !visible(one)).length;
      return {
        waiting: messages.size - inWork,
        inWork,
        deadLetters: [...dead.values()].map(({ id: messageId, body, receives }) => ({ messageId, body, receives })),
      };
    },
    nextVisibleAt: () =>
      messages.size === 0 ? undefined : Math.min(...[...messages.values()].map((message) => message.visibleAt)),
    onSent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => closeSync(handle),
  };
};
