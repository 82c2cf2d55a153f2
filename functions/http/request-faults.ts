import { type Decided, refused } from '#domain/decided.ts';
import type { Fault } from '#schemas/problems.ts';

/** A request that does not fit, with every fault. */
export const requestInvalid = (faults: readonly Fault[]): Decided<never> =>
  refused({
    code: 'request.invalid',
    detail: `${faults.length === 1 ? 'One part of the request does' : `${faults.length} parts of the request do`} not fit: ${faults
      .slice(0, 3)
      .map(
        (fault) =>
          `${fault.in === 'body' ? fault.pointer || 'the body' : fault.pointer.replace(/^\//, '')} ${fault.message}`,
      )
      .join('; ')}${faults.length > 3 ? `; and ${faults.length - 3} more, which "faults" names.` : '.'}`,
    faults,
  });
