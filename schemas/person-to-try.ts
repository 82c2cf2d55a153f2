import * as z from 'zod';
import { Title } from './ids.ts';
import { PersonRole } from './people.ts';

/**
 * Somebody of a sample programme, in whose place whoever runs the tracker on their own machine can look round: the first page has a button
 * for each. A deployment names none.
 */
export const PersonToTry = z.strictObject({
  role: PersonRole,
  name: Title,
  /** What waits for them: `The April 2026 return of the finance system to confirm`. */
  waits: Title,
});
export type PersonToTry = z.infer<typeof PersonToTry>;
