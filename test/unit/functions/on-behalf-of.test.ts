import { expect, it } from 'vitest';
import { onBehalfOf } from '#functions/commands/acting-for-sro.ts';
import { operationById } from '#schemas/operations.ts';
import type { Role } from '#schemas/people.ts';

/* For whom a change is made (docs/meaning.md PEOPLE-20): an SRO's deputy acts for them where no role of their own lets them. */

it.each<readonly [string, readonly Role[], string | undefined]>([
  ['confirmReturn', ['sro'], 'sue'],
  ['confirmReturn', ['sro', 'transformation-team'], 'sue'],
  // Who is the deputy of an SRO does not assure the review: the voice is the SRO's.
  ['rateReview', ['sro', 'assurance'], 'sue'],
  ['correctRating', ['sro', 'assurance'], 'sue'],
  // The team moves any review, and updates any condition.
  ['moveStage', ['sro', 'transformation-team'], undefined],
  ['updateCondition', ['sro', 'transformation-team'], undefined],
  ['moveStage', ['sro'], 'sue'],
  // What no SRO may do is done for none.
  ['validateSaving', ['sro', 'finance'], undefined],
  ['putReturn', ['sro', 'assurance', 'transformation-team'], undefined],
])('%s in the roles %j of a deputy is on behalf of %s', (id, roles, whom) => {
  const actor = { subject: 'dee', organisation: 'council', roles: [...roles], deputyFor: ['sue'] };
  expect(onBehalfOf({ operation: operationById(id) }, actor)).toBe(whom);
  expect(onBehalfOf({ operation: operationById(id) }, { ...actor, deputyFor: [] })).toBeUndefined();
});
