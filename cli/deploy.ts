import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Choices, choicesFolder, readChoices, stackPrefixOf } from '#infra/choices.ts';
import { edgeRegion } from '#infra/edge-stack.ts';
import { CommandRefused, flagsOf, runCommand } from '#local/command-line.ts';
import { type Account, AccountRefused, accountIn } from './deploy/account.ts';
import { adviceFor } from './deploy/advice.ts';
import { CommandFailed, runCdk, runNpx } from './deploy/cdk.ts';
import { dryRun, notesOn } from './deploy/dry-run.ts';
import { type Admin, makeFirstUser, whereToGo } from './deploy/first-user.ts';
import { type Found, findDeployment, findStacks } from './deploy/found.ts';
import { planOf, type Step, takenDown } from './deploy/plan.ts';
import { changeInWords } from './deploy/progress.ts';
import { acceptable, refusalsOf } from './deploy/refusals.ts';
import { deployRelease } from './deploy/release.ts';

const usage = `npm run deploy -- --council <name> [--stage live] [--admin <e-mail> [--name <first and last>]] [--dry-run] [--accept ${acceptable.join('|')}] [--to <release>] [--down --yes]`;

const print = (line: string): void => console.log(line);

interface Deployment {
  readonly file: string;
  readonly choices: Choices;
  readonly account: Account;
  readonly found: Found;
  readonly admin: Admin | undefined;
}

const outputsNow = async ({ account, choices }: Deployment) => {
  const stacks = await findStacks(account, choices);
  return { ...stacks.Storage?.outputs, ...stacks.People?.outputs, ...stacks.Application?.outputs };
};

/** The schedule's first call: what it answers shows that the roll-up works, and the alarm of a silent schedule begins green. */
const firstCall = async (deployment: Deployment): Promise<void> => {
  const { RollUpFunction } = await outputsNow(deployment);
  if (RollUpFunction === undefined) return;
  const event = { kind: 'reports-due', scheduledTime: new Date().toISOString(), by: 'deployment' };
  const answer = await deployment.account.invoke(RollUpFunction, event);
  if (!answer.includes('handedOver')) throw new AccountRefused('RollUp', `The roll-up did not answer: ${answer}`);
};

const doStep = async (step: Step, deployment: Deployment): Promise<void> => {
  const { file, choices, account, found, admin } = deployment;
  const cdk = (...words: string[]) => runCdk(words, file, print);
  switch (step.kind) {
    case 'bootstrap':
      return cdk('bootstrap', ...found.unprepared.map((region) => `aws://${found.account}/${region}`));
    case 'clear':
      return step.stack === undefined ? undefined : account.deleteStack(step.stack);
    case 'bundle':
      return runNpx(['node', 'scripts/bundle.ts']);
    case 'first-people':
      return cdk('deploy', 'TrackerPeople', '--require-approval', 'never', '-c', 'first=true');
    case 'deploy':
      return cdk('deploy', '--all', '--require-approval', 'never');
    case 'remove-edge':
      return step.stack === undefined ? undefined : accountIn(edgeRegion).deleteStack(step.stack);
    case 'first-call':
      return firstCall(deployment);
    case 'first-user': {
      const { UserPoolId } = await outputsNow(deployment);
      if (UserPoolId !== undefined && admin !== undefined)
        print(`  ${await makeFirstUser(account, choices, UserPoolId, admin)}`);
      return;
    }
    case 'assign':
      return;
  }
};

const deploy = async (deployment: Deployment): Promise<void> => {
  const { choices, found, admin } = deployment;
  print(`Account ${found.account}, region ${choices.region}, stacks ${stackPrefixOf(choices)}*.`);
  for (const note of notesOn(found)) print(note);
  const steps = planOf(choices, found, admin?.email);
  for (const [index, step] of steps.entries()) {
    print(`${index + 1} of ${steps.length}: ${step.sentence}`);
    await doStep(step, deployment);
  }
  print('Done.');
  for (const line of whereToGo(choices, await outputsNow(deployment), admin?.email)) print(line);
};

/** What the CDK sees of a difference between the stacks that are there and those of this release and these choices. */
const showDiff = async (file: string): Promise<void> => {
  await runNpx(['node', 'scripts/bundle.ts']);
  print('It would change:');
  await runCdk(['diff', '--method', 'template'], file, print, changeInWords);
};

const adminOf = ({ admin, name }: { admin?: string; name?: string }): Admin | undefined =>
  admin === undefined ? undefined : { email: admin, ...(name === undefined ? {} : { name }) };

const takeDown = async ({ file, choices, found }: Deployment): Promise<void> => {
  const prefix = stackPrefixOf(choices);
  if (found.stacks.Application === undefined)
    throw new CommandRefused(`There is no ${prefix}Application to take down.`);
  await runNpx(['node', 'scripts/bundle.ts']);
  await runCdk(['destroy', ...takenDown(choices), '--force'], file, print);
  print(`${prefix}Application is gone: nobody can use the tracker, and nothing is paid for but what is stored.`);
  print(
    `${prefix}Storage and ${prefix}People stay, with the record, the access log and the users; the same command deploys on them again.`,
  );
  print('To delete the record for good: docs/assurance/exit-plan.md.');
};

/** Says what failed, and what to do about it. */
const explained = async (act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (fault) {
    if (!(fault instanceof AccountRefused || fault instanceof CommandFailed)) throw fault;
    console.error(`It failed. ${adviceFor(fault.message)}\n\nWhat was said:\n${fault.message.trim().slice(-4_000)}`);
    process.exitCode = 1;
  }
};

const choicesFrom = (file: string): Choices => {
  try {
    return readChoices(file);
  } catch (fault) {
    throw new CommandRefused(fault instanceof Error ? fault.message : String(fault));
  }
};

const main = async (): Promise<void> => {
  const flags = flagsOf(
    {
      council: { type: 'string' },
      stage: { type: 'string' },
      admin: { type: 'string' },
      name: { type: 'string' },
      'dry-run': { type: 'boolean' },
      accept: { type: 'string', multiple: true },
      to: { type: 'string' },
      down: { type: 'boolean' },
      yes: { type: 'boolean' },
    },
    process.argv.slice(2),
    usage,
  );
  if (flags.council === undefined) throw new CommandRefused(`Say whose tracker it is. Usage: ${usage}`);
  if (!existsSync('infra/app.ts')) throw new CommandRefused('Run this in the folder of the project.');
  if (flags.down === true && flags.yes !== true)
    throw new CommandRefused('--down takes the application away from everybody who uses it: say --yes as well.');
  const name = flags.council === 'example' ? 'example' : `${flags.council}-${flags.stage ?? 'live'}`;
  const file = join(choicesFolder, `${name}.json`);
  const choices = choicesFrom(file);
  const accepted = flags.accept ?? [];
  if (flags['dry-run'] === true) {
    const showChanges = () => showDiff(file);
    return explained(() => dryRun({ file, choices, admin: flags.admin, accepted, accountIn, showChanges, print }));
  }
  if (flags.council === 'example') throw new CommandRefused('The example is to be read: it takes --dry-run only.');
  const { to } = flags;
  await explained(async () => {
    if (to !== undefined) return deployRelease(to, file, process.argv.slice(2), print);
    const account = accountIn(choices.region);
    const found = await findDeployment(accountIn, choices);
    const refusals = refusalsOf(choices, found, accepted);
    if (refusals.length > 0) throw new CommandRefused(`Nothing was changed.\n${refusals.join('\n')}`);
    const deployment = { file, choices, account, found, admin: adminOf(flags) };
    await (flags.down === true ? takeDown(deployment) : deploy(deployment));
  });
};

await runCommand(main);
