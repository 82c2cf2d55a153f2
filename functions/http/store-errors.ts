import { StoreBusy } from '#store/table/items.ts';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const refusing = [
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
];
const silent = ['TimeoutError', 'AbortError', 'InternalServerError', 'ServiceUnavailable'];
const noConnection = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
];

/** The store cannot be reached, or answers nobody: it is not known what is there now. */
export const isNotReached = (error: unknown): boolean =>
  silent.includes(nameOf(error)) || noConnection.includes(codeOf(error));

/** Nothing is wrong with the request or with us: sent again, it will be done. */
export const isBusy = (error: unknown): boolean =>
  error instanceof StoreBusy || refusing.includes(nameOf(error)) || isNotReached(error);

/** It is the store's, or of the way to it: not of what was read or made. The client's errors carry the answer's metadata. */
export const isOfStore = (error: unknown): boolean => isBusy(error) || (error instanceof Error && '$metadata' in error);
