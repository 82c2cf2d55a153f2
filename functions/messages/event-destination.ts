import type { ProgrammeEvent } from '#schemas/programme-events.ts';

/* Where events go: a bus, or a webhook. Each has at most one call of ours at a time, and gets events in the order of their numbers. */

/** What was sent was not taken, or nothing was answered: the same is sent again, under the same id. */
export class NotTaken extends Error {
  /** For how long it asks to be left alone. */
  readonly retryAfterSeconds: number | undefined;
  constructor(why: string, retryAfterSeconds?: number) {
    super(why);
    this.name = `NotTaken: ${why}`;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface EventDestination {
  readonly id: string;
  /** Types of events that it gets begin with one of these; all where there are none. */
  readonly types?: readonly string[] | undefined;
  readonly mostAtOnce: number;
  /**
   * Hands events over, at most so many.
   * @returns how many of them it took, from the first one on
   * @throws NotTaken where it did not take the first
   */
  deliver(events: readonly ProgrammeEvent[], deadline?: AbortSignal): Promise<number>;
}

export const wants = ({ types }: Pick<EventDestination, 'types'>, { type }: Pick<ProgrammeEvent, 'type'>): boolean =>
  types === undefined || types.some((prefix) => type.startsWith(prefix));
