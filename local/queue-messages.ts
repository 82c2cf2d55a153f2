import type { QueueChange } from './queue-file.ts';

/** A message in the queue. Times are epoch milliseconds. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
  firstReceivedAt: number | undefined;
  /** The handle of the latest receive; an earlier one is void. */
  receipt: string | undefined;
  /** Until when its receiver said that it is hidden. */
  hiddenUntil?: number | undefined;
}

const changesOf = (message: QueuedMessage): readonly QueueChange[] => {
  const { id, body, sentAt, visibleAt, receives, firstReceivedAt } = message;
  const sent: QueueChange = { op: 'sent', id, body, at: sentAt, visibleAt };
  return receives === 0 ? [sent] : [sent, { op: 'received', id, receives, at: firstReceivedAt ?? sentAt }];
};

/** What the changes of a queue come to: its messages and its dead letters, each in the order of sending. */
export class QueueMessages {
  readonly #live = new Map<string, QueuedMessage>();
  readonly #dead = new Map<string, QueuedMessage>();

  constructor(changes: readonly QueueChange[]) {
    for (const change of changes) this.apply(change);
  }

  get live(): readonly QueuedMessage[] {
    return [...this.#live.values()];
  }

  get dead(): readonly QueuedMessage[] {
    return [...this.#dead.values()];
  }

  withReceipt(receipt: string): QueuedMessage | undefined {
    return this.live.find((message) => message.receipt === receipt);
  }

  apply(change: QueueChange): void {
    if (change.op === 'sent') {
      const { id, body, at: sentAt, visibleAt } = change;
      this.#live.set(id, { id, body, sentAt, visibleAt, receives: 0, firstReceivedAt: undefined, receipt: undefined });
      return;
    }
    const message = this.#live.get(change.id);
    if (message === undefined) return;
    if (change.op === 'received') {
      message.receives = change.receives;
      message.firstReceivedAt ??= change.at;
      return;
    }
    this.#live.delete(change.id);
    if (change.op === 'dead') this.#dead.set(change.id, message);
  }

  /** The fewest changes that come to the same. */
  compacted(nowEpochMilliseconds: number): readonly QueueChange[] {
    const deadLetterChanges = (message: QueuedMessage): readonly QueueChange[] => [
      ...changesOf(message),
      { op: 'dead', id: message.id, at: nowEpochMilliseconds },
    ];
    return [...this.live.flatMap(changesOf), ...this.dead.flatMap(deadLetterChanges)];
  }
}
