import { type Choices, stackPrefixOf } from '#infra/choices.ts';
import { type Account, AccountRefused, isWithoutCredentials } from './account.ts';
import { knownAdvice } from './advice.ts';
import { costInWords } from './cost.ts';
import { type Found, findDeployment } from './found.ts';
import { planOf } from './plan.ts';
import { refusalsOf } from './refusals.ts';

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

const printFound = ({ choices, print }: DryRun, found: Found): void => {
  print(`Account ${found.account}, region ${choices.region}:`);
  const stacks = Object.entries(found.stacks);
  if (stacks.length === 0) print('  - nothing of this deployment is there yet');
  for (const [id, { status }] of stacks) print(`  - ${stackPrefixOf(choices)}${id} is there (${status})`);
  for (const note of notesOn(found)) print(note);
};

/** Shows what a deployment would do and cost: in the account of the credentials, or without any in an empty one. */
export const dryRun = async (run: DryRun): Promise<void> => {
  const { file, choices, admin, accepted, print } = run;
  const found = await lookedAt(run);
  if (found !== undefined) printFound(run, found);
  const refusals = found === undefined ? [] : refusalsOf(choices, found, accepted);
  if (refusals.length > 0) {
    print('A deployment would not begin:');
    for (const sentence of refusals) print(`  - ${sentence}`);
  } else {
    print(`With ${file}, this would:`);
    for (const { sentence } of planOf(choices, found, admin)) print(`  - ${sentence}`);
    if (found?.stacks.Application !== undefined) await run.showChanges();
  }
  print('It would cost:');
  for (const line of costInWords(choices)) print(line);
  print(found === undefined ? 'No account was asked, and nothing was changed.' : 'Nothing was changed.');
};
