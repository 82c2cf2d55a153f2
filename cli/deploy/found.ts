import * as z from 'zod';
import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import { type Account, AccountRefused } from './account.ts';

/** The stacks of a deployment by their ids in the app, in the order in which each needs the one before. */
export const stackIds = ['Storage', 'People', 'Application'] as const;
export type StackId = (typeof stackIds)[number];

export interface FoundStack {
  /** CloudFormation's own: `CREATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What is there before a deployment. */
export interface Found {
  readonly account: string;
  readonly isBootstrapped: boolean;
  /** How many functions the account may run at once. */
  readonly concurrency: number;
  readonly stacks: Readonly<Partial<Record<StackId, FoundStack>>>;
}

const Identity = z.looseObject({ Account: z.string() });
const Settings = z.looseObject({ AccountLimit: z.looseObject({ ConcurrentExecutions: z.number() }) });
const Stacks = z.looseObject({
  Stacks: z.array(
    z.looseObject({
      StackStatus: z.string(),
      Outputs: z.array(z.looseObject({ OutputKey: z.string(), OutputValue: z.string() })).default([]),
    }),
  ),
});

/** A stack by its name; undefined where there is none. */
export const findStack = (account: Account, StackName: string): FoundStack | undefined => {
  try {
    const [stack] = Stacks.parse(account.ask('cloudformation', 'describe-stacks', { StackName })).Stacks;
    if (stack === undefined || stack.StackStatus === 'DELETE_COMPLETE') return undefined;
    const outputs = stack.Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue] as const);
    return { status: stack.StackStatus, outputs: Object.fromEntries(outputs) };
  } catch (fault) {
    if (fault instanceof AccountRefused && fault.message.includes('does not exist')) return undefined;
    throw fault;
  }
};

export const findStacks = (account: Account, choices: Choices): Found['stacks'] =>
  Object.fromEntries(
    stackIds.flatMap((id) => {
      const stack = findStack(account, `${stackPrefixOf(choices)}${id}`);
      return stack === undefined ? [] : [[id, stack]];
    }),
  );

/** What is there; asks and changes nothing. */
export const findDeployment = (account: Account, choices: Choices): Found => ({
  account: Identity.parse(account.ask('sts', 'get-caller-identity')).Account,
  isBootstrapped: findStack(account, 'CDKToolkit') !== undefined,
  concurrency: Settings.parse(account.ask('lambda', 'get-account-settings')).AccountLimit.ConcurrentExecutions,
  stacks: findStacks(account, choices),
});
