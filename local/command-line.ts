import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** A command that was typed wrongly or cannot be done; the message is one sentence for the person who typed it. */
export class CommandRefused extends Error {}

export const defaultPort = 4600;
export const defaultData = '.tracker';

type Environment = Readonly<Record<string, string | undefined>>;

/** npm keeps flags for itself that stand before a `--` of their own, and hands on what is then left: their values, or nothing. */
const isKeptByNpm = (options: ParseArgsOptionsConfig, typed: readonly string[], environment: Environment): boolean =>
  typed.every((word) => !word.startsWith('-')) &&
  Object.keys(options).some(
    (flag) => flag !== 'yes' && environment[`npm_config_${flag.replaceAll('-', '_')}`] !== undefined,
  );

/**
 * Reads the flags of a command.
 *
 * @throws CommandRefused with a sentence where a flag is unknown, lacks its value, is kept by npm, or there is a stray word.
 */
export const flagsOf = <T extends ParseArgsOptionsConfig>(
  options: T,
  typed: readonly string[],
  usage: string,
  environment: Environment = process.env,
) => {
  if (isKeptByNpm(options, typed, environment))
    throw new CommandRefused(`npm kept those flags for itself: a lone -- goes before them. Usage: ${usage}`);
  try {
    return parseArgs({ options, args: [...typed], strict: true, allowPositionals: false }).values;
  } catch (fault) {
    const why = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
    throw new CommandRefused(`${why?.replace(/\.? To specify .*$/, '')}. Usage: ${usage}`);
  }
};

/**
 * A port as typed.
 *
 * @throws CommandRefused where it is none.
 */
export const portOf = (typed: string): number => {
  const port = Number(typed);
  if (!/^\d{1,5}$/.test(typed) || port > 65_535)
    throw new CommandRefused(`"${typed}" is not a port: give a whole number from 0 to 65535.`);
  return port;
};

/** Runs a command: a refusal is one sentence on standard error and exit code 2. */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command();
  } catch (fault) {
    if (!(fault instanceof CommandRefused)) throw fault;
    console.error(fault.message);
    process.exitCode = 2;
  }
};
