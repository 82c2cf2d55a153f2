import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import { edgeRegion } from '#infra/edge-stack.ts';
import { type Account, AccountRefused, type FoundStack } from './account.ts';

/** The stacks of a deployment by their ids in the app, in the order in which each needs the one before. */
export const stackIds = ['Storage', 'People', 'Edge', 'Application'] as const;
export type StackId = (typeof stackIds)[number];

/** What is there before a deployment. */
export interface Found {
  readonly account: string;
  /** The regions of this deployment that were never prepared for the CDK. */
  readonly unprepared: readonly string[];
  /** How many functions the account may run at once. */
  readonly concurrency: number;
  readonly stacks: Readonly<Partial<Record<StackId, FoundStack>>>;
  /** The id of the user pool that the choices or the stack of people name, where there is none of that id. */
  readonly lostPool?: string;
}

/** The regions that a deployment uses: its own, and that of what stands in front. */
export const regionsOf = ({ region, edge }: Choices): readonly string[] => [
  ...new Set([region, ...(edge === undefined ? [] : [edgeRegion])]),
];

/** Where a stack of a deployment is. */
export const regionOfStack = (id: StackId, { region }: Choices): string => (id === 'Edge' ? edgeRegion : region);

type AccountIn = (region: string) => Account;

/**
 * A stack, if it is there. The firewall's is looked for whatever is chosen, since it is paid for until it is deleted; an account
 * that may not use its region, as a council's policy may say, has none unless it is chosen.
 */
const findStack = async (accountIn: AccountIn, choices: Choices, id: StackId): Promise<FoundStack | undefined> => {
  try {
    return await accountIn(regionOfStack(id, choices)).stack(`${stackPrefixOf(choices)}${id}`);
  } catch (fault) {
    const isBarred =
      fault instanceof AccountRefused && /AccessDenied|not authorized|explicit deny/i.test(fault.message);
    if (id === 'Edge' && choices.edge === undefined && isBarred) return undefined;
    throw fault;
  }
};

export const findStacks = async (accountIn: AccountIn, choices: Choices): Promise<Found['stacks']> => {
  const found = await Promise.all(stackIds.map(async (id) => [id, await findStack(accountIn, choices, id)] as const));
  return Object.fromEntries(found.filter(([, stack]) => stack !== undefined));
};

const lostPoolOf = async (
  account: Account,
  { signIn }: Choices,
  { People }: Found['stacks'],
): Promise<string | undefined> => {
  if (signIn.with !== 'cognito') return undefined;
  const pool = signIn.userPoolId ?? People?.outputs.UserPoolId;
  return pool === undefined || (await account.hasPool(pool)) ? undefined : pool;
};

/** What is there; asks and changes nothing. */
export const findDeployment = async (accountIn: AccountIn, choices: Choices): Promise<Found> => {
  const account = accountIn(choices.region);
  // First, so that what is wrong with credentials is said once.
  const identity = await account.identity();
  const [prepared, concurrency, stacks] = await Promise.all([
    Promise.all(regionsOf(choices).map(async (one) => [one, await accountIn(one).stack('CDKToolkit')] as const)),
    account.concurrency(),
    findStacks(accountIn, choices),
  ]);
  const lostPool = await lostPoolOf(account, choices, stacks);
  return {
    account: identity,
    unprepared: prepared.filter(([, toolkit]) => toolkit === undefined).map(([region]) => region),
    concurrency,
    stacks,
    ...(lostPool === undefined ? {} : { lostPool }),
  };
};
