import { randomUUID } from 'node:crypto';
import { type QueueChange, type QueueFile, readQueueFile, rewriteQueueFile } from './queue-file.ts';
import { type QueuedMessage, QueueMessages } from './queue-messages.ts';

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
  /** Appended to, one JSON line for each change of a message. */
  readonly file: string;
  readonly nowEpochMilliseconds: () => number;
  /** How long a received message is hidden from others. */
  readonly visibilityMilliseconds: number;
  /** How long a message that failed is hidden before it is tried again, where its receiver did not say. */
  readonly retryMilliseconds: number;
  /** A message that failed so often becomes a dead letter. */
  readonly mostReceives: number;
}

/** A queue with the guarantees of SQS: at least once, in no promised order, with dead letters; it survives a restart. */
export interface Queue {
  send(body: string, delayMilliseconds?: number): string;
  receive(most: number): readonly ReceivedMessage[];
  /** Done: deletes the message. */
  remove(receiptHandle: string): void;
  /** Failed: the message is hidden for a while, or becomes a dead letter. */
  release(receiptHandle: string): void;
  /** How long a received message is hidden from now on, also once it has failed. */
  hide(receiptHandle: string, milliseconds: number): void;
  state(): QueueState;
  /** When the next message can be received; undefined where none waits. */
  nextVisibleAt(): number | undefined;
  /** Calls the listener after each message that was sent, until the returned function is called. */
  onSent(listener: (body: string) => void): () => void;
  close(): void;
}

/** A queue whose changes are in a file before they take effect. */
class FileQueue implements Queue {
  readonly #settings: QueueSettings;
  readonly #messages: QueueMessages;
  readonly #file: QueueFile;
  readonly #listeners = new Set<(body: string) => void>();

  constructor(settings: QueueSettings) {
    this.#settings = settings;
    this.#messages = new QueueMessages(readQueueFile(settings.file));
    this.#file = rewriteQueueFile(settings.file, this.#messages.compacted(this.#now()));
  }

  send(body: string, delayMilliseconds = 0): string {
    const id = randomUUID();
    this.#record({ op: 'sent', id, body, at: this.#now(), visibleAt: this.#now() + delayMilliseconds });
    for (const listener of this.#listeners) listener(body);
    return id;
  }

  receive(most: number): readonly ReceivedMessage[] {
    // A message whose last receive ran out of time without a release has failed too.
    for (const message of this.#messages.live)
      if (this.#isVisible(message) && this.#isSpent(message)) this.#bury(message);
    return this.#messages.live
      .filter((message) => this.#isVisible(message))
      .slice(0, most)
      .map((message) => this.#receiveOne(message));
  }

  remove(receiptHandle: string): void {
    const message = this.#messages.withReceipt(receiptHandle);
    if (message !== undefined) this.#record({ op: 'removed', id: message.id });
  }

  release(receiptHandle: string): void {
    const message = this.#messages.withReceipt(receiptHandle);
    if (message === undefined) return;
    if (this.#isSpent(message)) {
      this.#bury(message);
      return;
    }
    message.receipt = undefined;
    message.visibleAt = message.hiddenUntil ?? this.#now() + this.#settings.retryMilliseconds;
  }

  hide(receiptHandle: string, milliseconds: number): void {
    const message = this.#messages.withReceipt(receiptHandle);
    if (message === undefined) return;
    message.hiddenUntil = this.#now() + milliseconds;
    message.visibleAt = message.hiddenUntil;
  }

  state(): QueueState {
    const { live, dead } = this.#messages;
    const inWork = live.filter((message) => message.receipt !== undefined && !this.#isVisible(message)).length;
    return {
      waiting: live.length - inWork,
      inWork,
      deadLetters: dead.map(({ id: messageId, body, receives }) => ({ messageId, body, receives })),
    };
  }

  nextVisibleAt(): number | undefined {
    const { live } = this.#messages;
    return live.length === 0 ? undefined : Math.min(...live.map((message) => message.visibleAt));
  }

  onSent(listener: (body: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#file.close();
  }

  #receiveOne(message: QueuedMessage): ReceivedMessage {
    this.#record({ op: 'received', id: message.id, receives: message.receives + 1, at: this.#now() });
    const receiptHandle = randomUUID();
    message.receipt = receiptHandle;
    message.hiddenUntil = undefined;
    message.visibleAt = this.#now() + this.#settings.visibilityMilliseconds;
    const { id: messageId, body, receives, sentAt, firstReceivedAt = this.#now() } = message;
    return { messageId, receiptHandle, body, receives, sentAt, firstReceivedAt };
  }

  #bury(message: QueuedMessage): void {
    this.#record({ op: 'dead', id: message.id, at: this.#now() });
  }

  #record(change: QueueChange): void {
    this.#file.append(change);
    this.#messages.apply(change);
  }

  #isVisible(message: QueuedMessage): boolean {
    return message.visibleAt <= this.#now();
  }

  #isSpent(message: QueuedMessage): boolean {
    return message.receives >= this.#settings.mostReceives;
  }

  #now(): number {
    return this.#settings.nowEpochMilliseconds();
  }
}

/**
 * Opens the queue of a file, creating the file where it does not exist, and rewrites it without the removed messages.
 * @throws Error with a sentence that names the line that cannot be read.
 */
export const openQueue = (settings: QueueSettings): Queue => new FileQueue(settings);
