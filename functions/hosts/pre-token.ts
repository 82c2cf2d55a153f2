import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { everyRole } from '#schemas/people.ts';

/**
 * What a Cognito user's access token says of them: the organisation of the attribute `custom:organisation`, which
 * only an administrator can write, and those of their groups that are roles. A user without an organisation gets no
 * such claim, and the API refuses a token without one (docs/meaning.md CLAIM-4).
 */
export const claimsOf = (attributes: Readonly<Record<string, string>>, groups: readonly string[]) => {
  const organisation = attributes['custom:organisation'];
  const roles = everyRole.filter((role) => groups.includes(role));
  return organisation === undefined || organisation === '' ? { roles } : { organisation, roles };
};

/** Cognito's pre-token trigger, event version 2: the first that reaches access tokens, and takes lists as claims. */
export const handler = async (event: PreTokenGenerationV2TriggerEvent) => ({
  ...event,
  response: {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: {
        claimsToAddOrOverride: claimsOf(
          event.request.userAttributes,
          event.request.groupConfiguration.groupsToOverride ?? [],
        ),
      },
    },
  },
});
