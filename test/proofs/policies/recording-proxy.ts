import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import {
  type Call,
  type ForwardingProxy,
  startForwardingProxy,
  targetOf,
  whoSigned,
} from '../../../bench/capacity/forwarding-proxy.ts';

export interface RecordingProxy extends ForwardingProxy {
  /** What was asked until now, in order. */
  readonly calls: readonly Call[];
}

/** Stands in front of a DynamoDB endpoint, hands every call on and keeps what was asked. */
export const startRecordingProxy = async (endpoint: string): Promise<RecordingProxy> => {
  const calls: Call[] = [];
  const proxy = await startForwardingProxy(endpoint, (call, onward) => {
    calls.push(call);
    return onward(call.body);
  });
  return { ...proxy, calls };
};

/**
 * Keeps what a tracker of this process is asked at its queue, refusals included. The queue is a part of the tracker's
 * own server, so nothing can stand in front of it: Node itself tells of every request that comes in.
 */
export const recordQueueCalls = (
  trackerPort: () => number | undefined,
): { readonly calls: readonly Call[]; readonly stop: () => void } => {
  const calls: Call[] = [];
  const channel = 'http.server.request.start';
  const look = (message: unknown): void => {
    const asked = typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
    if (!(asked instanceof IncomingMessage)) return;
    if (asked.socket.localPort !== trackerPort() || !asked.url?.startsWith('/local-queue')) return;
    // The queue refuses any other than its own, so the body says no more than the address.
    calls.push({ who: whoSigned(asked), target: targetOf(asked), body: '' });
  };
  subscribe(channel, look);
  return { calls, stop: () => unsubscribe(channel, look) };
};
