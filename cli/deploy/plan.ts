import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import { edgeRegion } from '#infra/edge-stack.ts';
import { type Found, regionsOf } from './found.ts';

/** A step of a deployment: what is done, and what a person reads of it. */
export interface Step {
  readonly kind:
    | 'bootstrap'
    | 'clear'
    | 'bundle'
    | 'first-people'
    | 'deploy'
    | 'remove-edge'
    | 'first-call'
    | 'first-user'
    | 'assign';
  readonly sentence: string;
  /** Of `clear`, the stack whose first creation failed; of `remove-edge`, the firewall's. */
  readonly stack?: string;
}

/** What a first creation that failed leaves: it can only be deleted, and nothing in it was ever used. */
const isStillborn = (status: string): boolean => ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'].includes(status);

const stacksOf = ({ signIn, edge }: Choices): readonly string[] => [
  'Storage',
  ...(signIn.with === 'cognito' ? ['People'] : []),
  ...(edge === undefined ? [] : ['Edge']),
  'Application',
];

/**
 * The steps of a deployment, in their order. Without what was found, as for `--dry-run` without credentials, those of an empty
 * account.
 *
 * @param admin the e-mail address of the first user
 */
export const planOf = (choices: Choices, found: Found | undefined, admin: string | undefined): readonly Step[] => {
  const prefix = stackPrefixOf(choices);
  const stacks = found?.stacks ?? {};
  const unprepared = found?.unprepared ?? regionsOf(choices);
  const isCognito = choices.signIn.with === 'cognito';
  const cleared: readonly Step[] = Object.entries(stacks).flatMap(([id, { status }]) =>
    isStillborn(status)
      ? [{ kind: 'clear', stack: `${prefix}${id}`, sentence: `Delete ${prefix}${id}, whose first creation failed.` }]
      : [],
  );
  const people = stacks.People;
  const hasPeople = people !== undefined && !isStillborn(people.status);
  const steps: readonly (Step | false)[] = [
    unprepared.length > 0 && {
      kind: 'bootstrap',
      sentence: `Prepare the account for the CDK in ${unprepared.join(' and ')} (once for each account and region).`,
    },
    ...cleared,
    { kind: 'bundle', sentence: 'Bundle the functions.' },
    isCognito &&
      !hasPeople && {
        kind: 'first-people',
        sentence:
          choices.signIn.with === 'cognito' && choices.signIn.userPoolId !== undefined
            ? `Make ${prefix}People around the user pool ${choices.signIn.userPoolId}, which stays as it is.`
            : `Make ${prefix}People: the user pool, its groups and its token trigger.`,
      },
    {
      kind: 'deploy',
      sentence: `${stacks.Application === undefined ? 'Make' : 'Bring up to date'} ${stacksOf(choices)
        .map((id) => `${prefix}${id}`)
        .join(', ')}.`,
    },
    choices.edge === undefined &&
      stacks.Application?.outputs.EdgeTarget !== undefined && {
        kind: 'remove-edge',
        stack: `${prefix}Edge`,
        sentence: `Delete ${prefix}Edge in ${edgeRegion}, which is no longer chosen and would still be paid for.`,
      },
    {
      kind: 'first-call',
      sentence: 'Ask once which reports are due, so that the alarm of a silent schedule begins green.',
    },
    isCognito &&
      admin !== undefined && {
        kind: 'first-user',
        sentence: `Make ${admin} a user with the role programme-office, unless they are one; Cognito mails them a password for three days.`,
      },
    !isCognito && {
      kind: 'assign',
      sentence: `Say whom to assign in the identity provider${admin === undefined ? '' : `: ${admin}, as programme-office`}.`,
    },
  ];
  return steps.filter((step) => step !== false);
};

/** The stacks that are taken down, by their ids in the app: what can be deployed again. What stands in front protects nothing then. */
export const takenDown = ({ edge }: Choices): readonly string[] => [
  'TrackerApplication',
  ...(edge === undefined ? [] : ['TrackerEdge']),
];
