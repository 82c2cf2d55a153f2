import { type Decided, refused } from '../decided.ts';

/** What a filter may be made of: said of each that cannot be read. */
const supportedInFilter =
  'A filter compares columns with values by eq, ne, gt, ge, lt, le and in, or by contains, startswith and endswith, also within tolower or toupper, joined by and, or, not and parentheses.';

/** A filter that cannot be read, or not be judged: what is wrong with it, and what is supported. */
export const notRead = (what: string, option = '$filter'): Decided<never> =>
  refused({
    code: 'request.invalid',
    detail: `${option} ${what}. ${option === '$filter' ? supportedInFilter : ''}`.trim(),
    faults: [{ in: 'query', pointer: `/${option}`, message: `must be one that can be read: it ${what}` }],
  });
