import { spawn } from 'node:child_process';
import { isWorthAnotherTry } from './advice.ts';
import { inPlainWords } from './progress.ts';

/** A command that failed, with all that it said. */
export class CommandFailed extends Error {}

const run = (words: readonly string[], onLine: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('npx', words, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    let open = '';
    const take = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const lines = `${open}${chunk.toString('utf8')}`.split('\n');
      open = lines.pop() ?? '';
      lines.forEach(onLine);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (fault) => reject(new CommandFailed(fault.message)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new CommandFailed(said))));
  });

/**
 * Runs the CDK with a file of choices, and prints what it says in plain words. Tries once more where that is all there is to do.
 *
 * @param inWords what is printed of a line; undefined where nobody wants to read it
 */
export const runCdk = async (
  words: readonly string[],
  choicesFile: string,
  print: (line: string) => void,
  inWords: (line: string) => string | undefined = inPlainWords,
): Promise<void> => {
  const all = ['cdk', ...words, '-c', `choices=${choicesFile}`, '--ci', '--progress', 'events'];
  const onLine = (line: string): void => {
    const sentence = inWords(line);
    if (sentence !== undefined) print(sentence);
  };
  try {
    await run(all, onLine);
  } catch (fault) {
    if (!(fault instanceof CommandFailed) || !isWorthAnotherTry(fault.message)) throw fault;
    print('  AWS had too much to do at once; once more.');
    await run(all, onLine);
  }
};

/** Runs another command of the project, silently unless it fails. */
export const runNpx = (words: readonly string[]): Promise<void> => run(words, () => undefined);
