import type { PreTokenGenerationV2TriggerEvent, PreTokenGenerationV3TriggerEvent } from 'aws-lambda';
import * as z from 'zod';
import { everyRole, machineRoles } from '#schemas/people.ts';

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

/** The machines of a deployment by the scope that only the one has. */
const Machines = z.record(
  z.string(),
  z.strictObject({ name: z.string(), organisation: z.string(), role: z.enum(machineRoles) }),
);
export type Machines = z.infer<typeof Machines>;

/**
 * What a machine's access token says of it. It is known by its client's own scope: the client's id is not known where the
 * trigger is set up. One that asks for none, or for those of two, gets no claims, and so no answer.
 */
export const machineClaims = (scopes: readonly string[], machines: Machines) => {
  const [machine, ...others] = Object.entries(machines).filter(([id]) => scopes.includes(`tracker/${id}`));
  if (machine === undefined || others.length > 0) return {};
  const [, { name, organisation, role }] = machine;
  return { organisation, roles: [role], machine: name };
};

const organisationsOf = ({ ORGANISATIONS = '' }: NodeJS.ProcessEnv): readonly string[] => {
  const organisations = ORGANISATIONS.split(' ').filter((one) => one !== '');
  if (organisations.length === 0) throw new Error('the function is set up wrongly: ORGANISATIONS');
  return organisations;
};

type TriggerEvent = PreTokenGenerationV2TriggerEvent | PreTokenGenerationV3TriggerEvent;

const claimsToAdd = ({ triggerSource, request }: TriggerEvent) =>
  triggerSource === 'TokenGeneration_ClientCredentials'
    ? machineClaims(request.scopes ?? [], Machines.parse(JSON.parse(process.env.MACHINES ?? '{}')))
    : claimsOf(request.userAttributes, request.groupConfiguration.groupsToOverride ?? [], organisationsOf(process.env));

/** Cognito's pre-token trigger, event version 3: as version 2, which reaches access tokens and takes lists as claims, and machines' too. */
export const handler = async (event: TriggerEvent) => ({
  ...event,
  response: {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: { claimsToAddOrOverride: claimsToAdd(event) },
    },
  },
});
