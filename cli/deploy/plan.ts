import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import { edgeRegion } from '#infra/edge-stack.ts';
import { type Found, regionOfStack, regionsOf, type StackId, stackIds } from './found.ts';

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
  /** The region of that stack. */
  readonly region?: string;
}

/** What a first creation that failed leaves: it can only be deleted, and nothing in it was ever used. */
const isStillborn = (status: string): boolean => ['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'].includes(status);

const stacksOf = ({ signIn, edge }: Choices): readonly StackId[] =>
  stackIds.filter((id) => (id !== 'People' || signIn.with === 'cognito') && (id !== 'Edge' || edge !== undefined));

/** What happens to the stacks, each named once: the people's, made a step before, is left with its protection. */
const deployedInWords = (choices: Choices, stacks: Found['stacks'], isPeopleMade: boolean): string => {
  const prefix = stackPrefixOf(choices);
  const isThere = (id: StackId): boolean => !isStillborn(stacks[id]?.status ?? 'ROLLBACK_COMPLETE');
  const named = (ids: readonly StackId[]): string => ids.map((id) => `${prefix}${id}`).join(', ');
  const left = stacksOf(choices).filter((id) => id !== 'People' || !isPeopleMade);
  const [made, updated] = [left.filter((id) => !isThere(id)), left.filter(isThere)];
  const parts = [
    ...(made.length === 0 ? [] : [`make ${named(made)}`]),
    ...(updated.length === 0 ? [] : [`bring up to date ${named(updated)}`]),
    ...(isPeopleMade ? [`protect ${prefix}People against deletion`] : []),
  ];
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
};

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
  const cleared: readonly Step[] = stackIds.flatMap((id) =>
    isStillborn(stacks[id]?.status ?? '')
      ? [
          {
            kind: 'clear',
            stack: `${prefix}${id}`,
            region: regionOfStack(id, choices),
            sentence: `Delete ${prefix}${id}, whose first creation failed.`,
          },
        ]
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
    { kind: 'deploy', sentence: deployedInWords(choices, stacks, isCognito && !hasPeople) },
    choices.edge === undefined &&
      stacks.Edge !== undefined &&
      !isStillborn(stacks.Edge.status) && {
        kind: 'remove-edge',
        stack: `${prefix}Edge`,
        region: edgeRegion,
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
