import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { everyRole } from '#schemas/people.ts';

/**
 * What a Cognito user's access token says of them: those of their groups that are roles, and their organisation. That is the
 * deployment's one organisation, or the attribute `custom:organisation`, which only an administrator can write, where it
 * names one of the deployment's. Anybody else gets no such claim, and the API refuses a token without one (docs/meaning.md
 * CLAIM-4): a word that was typed wrongly is no new organisation. Their name, which Cognito puts into ID tokens alone, is what
 * the record shows in place of a subject.
 */
export const claimsOf = (
  attributes: Readonly<Record<string, string>>,
  groups: readonly string[],
  organisations: readonly string[],
) => {
  const [only, ...others] = organisations;
  const written = attributes['custom:organisation'] ?? '';
  const organisation = written === '' && others.length === 0 ? only : written;
  const roles = everyRole.filter((role) => groups.includes(role));
  const name = attributes.name ?? '';
  return {
    ...(organisation !== undefined && organisations.includes(organisation) ? { organisation } : {}),
    roles,
    ...(name === '' ? {} : { name }),
  };
};

const organisationsOf = ({ ORGANISATIONS = '' }: NodeJS.ProcessEnv): readonly string[] => {
  const organisations = ORGANISATIONS.split(' ').filter((one) => one !== '');
  if (organisations.length === 0) throw new Error('the function is set up wrongly: ORGANISATIONS');
  return organisations;
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
          organisationsOf(process.env),
        ),
      },
    },
  },
});
