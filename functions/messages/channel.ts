/*
 * Where messages go. A channel takes a message at most once for each reference where it can say whether it has it; where it cannot, what
 * was cut off may be delivered twice, and the message says so (docs/meaning.md MESSAGE-6).
 */

/** A message on its way to a person or a channel. */
export interface Outgoing {
  /** The id of the message: the same for every try. */
  readonly reference: string;
  /** Of a person; a channel has its own. */
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** Where it leads, which its text says too. */
  readonly link?: string | undefined;
}

/** The service cannot take it now: too many at once, or a fault of its own. It has not taken it. */
export class ChannelBusy extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'ChannelBusy';
  }
}

/** The service will never take it as it is: an address that cannot be, a key that it does not know. */
export class ChannelRefuses extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'ChannelRefuses';
  }
}

export interface Channel {
  /**
   * Hands a message over.
   * @throws ChannelBusy, ChannelRefuses; anything else leaves open whether it was taken
   */
  deliver(message: Outgoing, deadline?: AbortSignal): Promise<void>;
  /** Whether the service has a message of this reference; absent where it cannot say. */
  has?(reference: string, deadline?: AbortSignal): Promise<boolean>;
}
