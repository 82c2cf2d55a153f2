import { parseArgs } from 'node:util';
import { CommandRefused, runCommand } from '#local/command-line.ts';
import { Digest } from '#schemas/salts.ts';
import { type Verdict, verifyExport } from '#store/verification/verification.ts';
import { linesOfFile } from './lines-of-file.ts';
import { verdictText } from './verdict-text.ts';

const usage = 'npm run verify -- export.jsonl [--anchor <the sealing digest printed on a board pack>]';

const typed = (words: readonly string[]) => {
  try {
    return parseArgs({
      options: { anchor: { type: 'string' } },
      args: [...words],
      strict: true,
      allowPositionals: true,
    });
  } catch (fault) {
    const why = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
    throw new CommandRefused(`${why?.replace(/\.? To specify .*$/, '')}. Usage: ${usage}`);
  }
};

const anchorOf = (given: string | undefined): string | undefined => {
  if (given === undefined) return undefined;
  const anchor = Digest.safeParse(given.trim().toLowerCase());
  if (!anchor.success)
    throw new CommandRefused(`"${given}" is not a sealing digest, which has 64 hexadecimal digits. Usage: ${usage}`);
  return anchor.data;
};

/** Not to be read is not to be broken: exit code 2, never 1. */
const judged = async (path: string, anchor: string | undefined): Promise<Verdict> => {
  try {
    return await verifyExport(linesOfFile(path), anchor);
  } catch (fault) {
    if (!(fault instanceof Error && 'syscall' in fault)) throw fault;
    throw new CommandRefused(`The file ${path} cannot be read: ${fault.message}.`);
  }
};

/** Checks an export without the tracker. Exit code 0: verified, as printed; 1: broken; 2: wrong usage. */
const verify = async (): Promise<void> => {
  const { values, positionals } = typed(process.argv.slice(2));
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new CommandRefused(`Give one export to check. Usage: ${usage}`);
  const anchor = anchorOf(values.anchor);
  const verdict = await judged(path, anchor);
  for (const sentence of verdictText(verdict)) console.log(sentence);
  if (verdict.kind === 'broken') process.exitCode = 1;
};

await runCommand(verify);
