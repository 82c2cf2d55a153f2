import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import { type Account, AccountRefused, isWithoutCredentials } from './account.ts';
import { knownAdvice } from './advice.ts';
import { costInWords } from './cost.ts';
import { type Found, findDeployment } from './found.ts';
import { planOf } from './plan.ts';
import { refusalsOf, refusalsToTakeDown } from './refusals.ts';
import type { Release } from './release.ts';
import { leftInWords, takingDownOf } from './take-down.ts';

/** Enough functions at once for a council; a new account may run ten. */
const fewFunctions = 100;

/** What to know of an account before a deployment, one sentence each. */
export const notesOn = ({ concurrency }: Found): readonly string[] =>
  concurrency >= fewFunctions
    ? []
    : [
        `Note: this account may run ${concurrency} functions at once, as new accounts may. Ask for 1,000 in Service Quotas (AWS Lambda, Concurrent executions) today; it takes AWS a day or two, and until then people may be asked to try again.`,
      ];

export interface DryRun {
  readonly file: string;
  readonly choices: Choices;
  /** The first user's e-mail address. */
  readonly admin: string | undefined;
  readonly accepted: readonly string[];
  /** Whether the deployment is to be taken down. */
  readonly isDown: boolean;
  /** The release to go to; absent for the one that is checked out here. */
  readonly release?: Release;
  /** The profile of the credentials, where one is named. */
  readonly profile: string | undefined;
  readonly accountIn: (region: string) => Account;
  /** Prints what a deployment would change in the stacks that are there; asks and changes nothing. */
  readonly showChanges: () => Promise<void>;
  readonly print: (line: string) => void;
}

/** What is there; undefined where the account cannot be asked, which is said. */
const lookedAt = async ({ accountIn, choices, print }: DryRun): Promise<Found | undefined> => {
  try {
    return await findDeployment(accountIn, choices);
  } catch (fault) {
    if (!(fault instanceof AccountRefused)) throw fault;
    print(
      isWithoutCredentials(fault)
        ? 'No credentials were found, so no account was asked: this is the plan for an empty one.'
        : `The account could not be asked (${fault.message}), so this is the plan for an empty one. ${knownAdvice(fault.message) ?? ''}`,
    );
    return undefined;
  }
};

const printFound = ({ choices, profile, print }: DryRun, found: Found): void => {
  print(`Account ${found.account}${profile === undefined ? '' : ` (profile ${profile})`}, region ${choices.region}:`);
  const stacks = Object.entries(found.stacks);
  if (stacks.length === 0) print('  - nothing of this deployment is there yet');
  for (const [id, { status }] of stacks) print(`  - ${stackPrefixOf(choices)}${id} is there (${status})`);
  for (const note of notesOn(found)) print(note);
};

/** Which record and which users a deployment of these choices would use: a copied file may name those of another. */
const usedInWords = ({ tableName, signIn }: Choices, found: Found | undefined): readonly string[] => {
  const own = found?.stacks.Storage?.outputs.TableName;
  return [
    tableName === undefined
      ? `Its record is the stack's own table${own === undefined ? '' : `, ${own}`}.`
      : `Its record is the table ${tableName}, by "tableName"${own === undefined ? '' : `, and not the stack's own, ${own}`}.`,
    ...(signIn.with === 'cognito' && signIn.userPoolId !== undefined
      ? [`Its users are those of the pool ${signIn.userPoolId}, by "userPoolId".`]
      : []),
  ];
};

const showDeployment = async (run: DryRun, found: Found | undefined): Promise<void> => {
  const { file, choices, admin, release, print } = run;
  print(
    release === undefined
      ? `With ${file}, this would:`
      : `With ${file}, release ${release.name} (${release.commit.slice(0, 12)}) from a working tree of its own would, as far as this release knows:`,
  );
  for (const { sentence } of planOf(choices, found, admin)) print(`  - ${sentence}`);
  // The templates of another release are in its own working tree.
  if (found?.stacks.Application !== undefined && release === undefined) await run.showChanges();
  for (const sentence of usedInWords(choices, found)) print(sentence);
  print('It would cost:');
  for (const line of costInWords(choices)) print(line);
};

const showTakingDown = ({ file, choices, print }: DryRun, found: Found | undefined): void => {
  const plan = takingDownOf(choices, found);
  print(`With ${file}, taking it down would:`);
  for (const { stack, region } of plan.goes) print(`  - Delete ${stack} in ${region}.`);
  if (plan.goes.length === 0) print('  - Do nothing: there is no application.');
  for (const line of leftInWords(plan)) print(line);
};

/** Shows what a deployment would do and cost: in the account of the credentials, or without any in an empty one. */
export const dryRun = async (run: DryRun): Promise<void> => {
  const { choices, accepted, isDown, print } = run;
  const found = await lookedAt(run);
  if (found !== undefined) printFound(run, found);
  const refusals =
    found === undefined ? [] : isDown ? refusalsToTakeDown(choices, found) : refusalsOf(choices, found, accepted);
  if (refusals.length > 0) {
    print(isDown ? 'It would not be taken down:' : 'A deployment would not begin:');
    for (const sentence of refusals) print(`  - ${sentence}`);
    for (const sentence of usedInWords(choices, found)) print(sentence);
  } else if (isDown) showTakingDown(run, found);
  else await showDeployment(run, found);
  print(found === undefined ? 'No account was asked, and nothing was changed.' : 'Nothing was changed.');
};
