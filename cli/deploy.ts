import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Choices, choicesFolder, readChoices, stackPrefixOf } from '#infra/choices.ts';
import { CommandRefused, runCommand } from '#local/command-line.ts';
import { type Account, AccountRefused, accountIn } from './deploy/account.ts';
import { runCdk, runNpx } from './deploy/cdk.ts';
import { dryRun, notesOn } from './deploy/dry-run.ts';
import { explained } from './deploy/explained.ts';
import { type Admin, makeFirstUser, whereToGo } from './deploy/first-user.ts';
import { type Found, findDeployment, findStacks } from './deploy/found.ts';
import { outputsInWords } from './deploy/outputs.ts';
import { planOf, type Step } from './deploy/plan.ts';
import { changeInWords } from './deploy/progress.ts';
import { refusalsOf, refusalsToTakeDown } from './deploy/refusals.ts';
import { deployRelease, releaseOf } from './deploy/release.ts';
import { leftInWords, takingDownOf } from './deploy/take-down.ts';
import { type Typed, typedOf } from './deploy/typed.ts';

const print = (line: string): void => console.log(line);

interface Deployment {
  readonly file: string;
  readonly choices: Choices;
  readonly account: Account;
  readonly found: Found;
  readonly admin: Admin | undefined;
}

const outputsNow = async ({ choices }: Deployment) => {
  const stacks = await findStacks(accountIn, choices);
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
    case 'remove-edge':
      return step.stack === undefined ? undefined : accountIn(step.region ?? choices.region).deleteStack(step.stack);
    case 'bundle':
      return runNpx(['node', 'scripts/bundle.ts']);
    case 'first-people':
      return cdk('deploy', 'TrackerPeople', '--require-approval', 'never', '-c', 'first=true');
    case 'deploy':
      return cdk('deploy', '--all', '--require-approval', 'never');
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
  const outputs = await outputsNow(deployment);
  print('Done. What it is called by, for the runbook:');
  for (const line of outputsInWords(outputs)) print(line);
  for (const line of whereToGo(choices, outputs, admin?.email)) print(line);
};

/** What the CDK sees of a difference between the stacks that are there and those of this release and these choices. */
const showDiff = async (file: string): Promise<void> => {
  await runNpx(['node', 'scripts/bundle.ts']);
  print('It would change:');
  await runCdk(['diff', '--method', 'template'], file, print, changeInWords);
};

const takeDown = async ({ file, choices, found }: Deployment): Promise<void> => {
  const plan = takingDownOf(choices, found);
  if (plan.goes.length === 0)
    throw new CommandRefused(`There is no ${stackPrefixOf(choices)}Application to take down.`);
  for (const { id, stack, region } of plan.goes) {
    print(`Delete ${stack} in ${region}.`);
    // The firewall's may not be in the choices any more, and then the CDK does not know it.
    if (id === 'Edge') await accountIn(region).deleteStack(stack);
    else {
      await runNpx(['node', 'scripts/bundle.ts']);
      await runCdk(['destroy', `Tracker${id}`, '--force'], file, print);
    }
  }
  print('Nobody can use the tracker now.');
  for (const line of leftInWords(plan)) print(line);
};

const choicesFrom = (file: string): Choices => {
  try {
    return readChoices(file);
  } catch (fault) {
    throw new CommandRefused(fault instanceof Error ? fault.message : String(fault));
  }
};

const begin = async (typed: Typed, file: string, choices: Choices): Promise<void> => {
  const { accepted, admin, isDown, to } = typed;
  if (to !== undefined) return deployRelease(releaseOf(to), file, process.argv.slice(2), print);
  const account = accountIn(choices.region);
  const found = await findDeployment(accountIn, choices);
  const refusals = isDown ? refusalsToTakeDown(choices, found) : refusalsOf(choices, found, accepted);
  if (refusals.length > 0) throw new CommandRefused(`Nothing was changed.\n${refusals.join('\n')}`);
  const deployment = { file, choices, account, found, admin };
  await (isDown ? takeDown(deployment) : deploy(deployment));
};

const showOnly = (typed: Typed, file: string, choices: Choices): Promise<void> =>
  dryRun({
    file,
    choices,
    admin: typed.admin?.email,
    accepted: typed.accepted,
    isDown: typed.isDown,
    ...(typed.to === undefined ? {} : { release: releaseOf(typed.to) }),
    profile: process.env.AWS_PROFILE,
    accountIn,
    showChanges: () => showDiff(file),
    print,
  });

const main = async (): Promise<void> => {
  const typed = typedOf(process.argv.slice(2), process.env, print);
  if (typed === undefined) return;
  const { council, stage, isDryRun } = typed;
  if (!existsSync('infra/app.ts')) throw new CommandRefused('Run this in the folder of the project.');
  const file = join(choicesFolder, council === 'example' ? 'example.json' : `${council}-${stage}.json`);
  const choices = choicesFrom(file);
  if (council === 'example' && !isDryRun)
    throw new CommandRefused('The example is to be read: it takes --dry-run only.');
  await explained(() => (isDryRun ? showOnly(typed, file, choices) : begin(typed, file, choices)));
};

await runCommand(main);
