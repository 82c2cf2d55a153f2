import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What AWS refused, with its own words. */
export class AccountRefused extends Error {}

/** The one way in which the deployment asks an AWS account; everything else is pure. */
export interface Account {
  /**
   * Calls an operation of a service, as the AWS CLI names them.
   *
   * @throws AccountRefused where AWS refuses or cannot be reached
   */
  ask(service: string, operation: string, input?: Readonly<Record<string, unknown>>): unknown;
  /** Calls a function and returns what it answered, as text. */
  invoke(functionName: string, event: unknown): string;
}

const run = (words: readonly string[]): string => {
  const { status, stdout, stderr, error } = spawnSync('aws', words, { encoding: 'utf8' });
  if (error !== undefined) throw new AccountRefused(error.message);
  if (status !== 0) throw new AccountRefused(stderr.trim());
  return stdout;
};

/** An account through the AWS CLI, version 2, with the credentials of the environment. */
export const accountIn = (region: string): Account => ({
  ask: (service, operation, input = {}) => {
    const given = Object.keys(input).length === 0 ? [] : ['--cli-input-json', JSON.stringify(input)];
    const text = run([service, ...operation.split(' '), '--region', region, '--output', 'json', ...given]);
    return text.trim() === '' ? {} : JSON.parse(text);
  },
  invoke: (functionName, event) => {
    const folder = mkdtempSync(join(tmpdir(), 'invoked-'));
    const answer = join(folder, 'answer.json');
    const payload = Buffer.from(JSON.stringify(event)).toString('base64');
    try {
      const named = ['--function-name', functionName, '--payload', payload, '--region', region, '--output', 'json'];
      run(['lambda', 'invoke', ...named, answer]);
      return readFileSync(answer, 'utf8');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});
