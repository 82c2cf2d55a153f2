import * as z from 'zod';
import { CommandRefused, flagsOf } from '#local/command-line.ts';
import { acceptable } from './refusals.ts';

const usage = `npm run deploy -- --council <name> [--stage live] [--admin <e-mail> [--name "<first and last>"]] [--accept ${acceptable.join('|')}]... [--to <release>] [--down --yes] [--dry-run]`;

/** The command as it was typed. */
export interface Typed {
  readonly council: string;
  readonly stage: string;
  readonly admin: { readonly email: string; readonly name?: string } | undefined;
  readonly accepted: readonly string[];
  readonly to: string | undefined;
  readonly isDown: boolean;
  readonly isSure: boolean;
  readonly isDryRun: boolean;
}

const options = {
  council: { type: 'string' },
  stage: { type: 'string' },
  admin: { type: 'string' },
  name: { type: 'string' },
  'dry-run': { type: 'boolean' },
  accept: { type: 'string', multiple: true },
  to: { type: 'string' },
  down: { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const adminOf = ({ admin, name }: { readonly admin?: string; readonly name?: string }): Typed['admin'] => {
  if (admin === undefined) {
    if (name !== undefined)
      throw new CommandRefused('--name is the name of the first user: say --admin <e-mail> as well.');
    return undefined;
  }
  if (!z.email().safeParse(admin).success)
    throw new CommandRefused(`--admin "${admin}" is no e-mail address: Cognito mails the first password there.`);
  if (name?.trim() === '') throw new CommandRefused('--name is empty: history shows it in place of an id.');
  return { email: admin, ...(name === undefined ? {} : { name }) };
};

const acceptedOf = (accepted: readonly string[]): readonly string[] => {
  const words: readonly string[] = acceptable;
  const [unknown] = accepted.filter((word) => !words.includes(word));
  if (unknown !== undefined)
    throw new CommandRefused(
      `--accept "${unknown}" is nothing that can be accepted: say one of ${acceptable.join(', ')}, and --accept again for each more.`,
    );
  return accepted;
};

/**
 * Reads the command; undefined where only help was asked for, which is printed.
 *
 * @throws CommandRefused in one sentence where it was typed wrongly
 */
export const typedOf = (
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
): Typed | undefined => {
  const flags = flagsOf(options, words, usage, environment);
  if (flags.help === true) {
    print(`Usage: ${usage}`);
    print(
      'Without --dry-run it deploys; with it, it says what it would do and changes nothing. docs/deploy.md says the rest.',
    );
    return undefined;
  }
  if (flags.council === undefined) throw new CommandRefused(`Say whose tracker it is. Usage: ${usage}`);
  for (const [flag, name] of [
    ['council', flags.council],
    ['stage', flags.stage],
  ])
    if (name !== undefined && /[^a-z\d-]/.test(name))
      throw new CommandRefused(`--${flag} "${name}" is written in small letters, digits and -, as its file is called.`);
  const [isDown, isSure, isDryRun] = [flags.down === true, flags.yes === true, flags['dry-run'] === true];
  if (isDown && flags.to !== undefined)
    throw new CommandRefused('--down and --to do not go together: take it down, or go to another release.');
  if (isDown && !isSure && !isDryRun)
    throw new CommandRefused(
      '--down takes the application away from everybody who uses it: say --yes as well, or --dry-run to see first what stays.',
    );
  return {
    council: flags.council,
    stage: flags.stage ?? 'live',
    admin: adminOf(flags),
    accepted: acceptedOf(flags.accept ?? []),
    to: flags.to,
    isDown,
    isSure,
    isDryRun,
  };
};
