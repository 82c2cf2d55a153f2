import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Choices, choicesFolder, readChoices, stackPrefixOf } from '#infra/choices.ts';
import { CommandRefused, flagsOf, runCommand } from '#local/command-line.ts';
import { type Account, accountIn } from './deploy/account.ts';
import { explained } from './deploy/explained.ts';
import { applyUsers, countsOf, mailsADay, type PlannedUser, planUsers, tableOf } from './users/planned-users.ts';
import { type ListedUser, readUsersFile } from './users/users-file.ts';

const usage =
  'npm run users -- --council <name> [--stage live] --file <users.csv> [--organisation <one of the choices>] [--yes]';

const print = (line: string): void => console.log(line);

const typed = () => {
  const options = {
    council: { type: 'string' },
    stage: { type: 'string' },
    file: { type: 'string' },
    organisation: { type: 'string' },
    yes: { type: 'boolean' },
  } as const;
  const { council, stage = 'live', file, organisation, yes } = flagsOf(options, process.argv.slice(2), usage);
  if (council === undefined || file === undefined)
    throw new CommandRefused(`Say whose tracker it is and which file, after a lone --. Usage: ${usage}`);
  return { choicesFile: join(choicesFolder, `${council}-${stage}.json`), file, organisation, isSure: yes === true };
};

const choicesFrom = (file: string): Choices => {
  try {
    return readChoices(file);
  } catch (fault) {
    throw new CommandRefused(fault instanceof Error ? fault.message : String(fault));
  }
};

const usersFrom = (file: string): readonly ListedUser[] => {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new CommandRefused(`There is no file ${file} that can be read.`);
  }
  const { users, faults } = readUsersFile(bytes);
  if (faults.length === 0) return users;
  throw new CommandRefused(`Nothing was changed. ${file}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
};

/** The organisation that new users are given as an attribute; none where the deployment has one alone. */
const organisationOf = ({ organisations = [] }: Choices, chosen: string | undefined): string | undefined => {
  if (chosen !== undefined && !organisations.includes(chosen))
    throw new CommandRefused(`--organisation "${chosen}" is none of the choices: say ${organisations.join(' or ')}.`);
  if (organisations.length > 1 && chosen === undefined)
    throw new CommandRefused(`There are several organisations: say --organisation ${organisations.join(' or ')}.`);
  return organisations.length > 1 ? chosen : undefined;
};

const poolOf = async (account: Account, choices: Choices): Promise<string> => {
  const identity = await account.identity();
  if (choices.account !== undefined && choices.account !== identity)
    throw new CommandRefused(
      `Your credentials are of the account ${identity}, the file of choices is for ${choices.account}.`,
    );
  const stack = `${stackPrefixOf(choices)}People`;
  const chosen = choices.signIn.with === 'cognito' ? choices.signIn.userPoolId : undefined;
  const pool = chosen ?? (await account.stack(stack))?.outputs.UserPoolId;
  if (pool === undefined || !(await account.hasPool(pool)))
    throw new CommandRefused(`${stack} has no user pool in ${choices.region}: deploy first (npm run deploy).`);
  return pool;
};

/** Cognito's own sender refuses more, and whoever was made then would wait for a mail that never comes. */
const refuseTooManyMails = ({ mailFrom }: Choices, planned: readonly PlannedUser[]): void => {
  const mails = planned.filter(({ isNew }) => isNew).length;
  if (mailFrom === undefined && mails > mailsADay)
    throw new CommandRefused(
      `Nothing was changed: ${mails} people would be mailed, and Cognito's own sender mails ${mailsADay} a day. Choose "mailFrom" and deploy, or split the file over several days.`,
    );
};

const main = async (): Promise<void> => {
  const { choicesFile, file, organisation: chosen, isSure } = typed();
  const choices = choicesFrom(choicesFile);
  if (choices.signIn.with === 'issuer')
    throw new CommandRefused(
      `People sign in with ${choices.signIn.issuer}: make users and give them their roles there. This command is for Cognito.`,
    );
  const organisation = organisationOf(choices, chosen);
  const users = usersFrom(file);
  await explained(async () => {
    const account = accountIn(choices.region);
    const pool = await poolOf(account, choices);
    const planned = await planUsers(account, pool, users);
    for (const line of tableOf(planned)) print(line);
    print(`Of ${pool}: ${countsOf(planned)}`);
    refuseTooManyMails(choices, planned);
    if (!isSure) return print('Nothing was changed. To do it, run this again with --yes.');
    await applyUsers(account, pool, planned, { print, ...(organisation === undefined ? {} : { organisation }) });
    print('Done.');
  });
};

await runCommand(main);
