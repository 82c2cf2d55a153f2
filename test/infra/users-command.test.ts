// @module-tag long
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeAccount, startFakeAws } from '../support/fake-aws.ts';
import { type Chosen, cognito, entra } from './synthesised.ts';

/* The command as it is typed, in a folder with a council's choices, against a user pool that speaks AWS's protocol. */

const command = resolve(import.meta.dirname, '../../cli/users.ts');
const people = { 'Tracker-kent-live-People': { status: 'CREATE_COMPLETE', outputs: { UserPoolId: 'pool_1' } } };
const heading = 'e-mail,name,roles';
const rows = [
  heading,
  'new@kent.gov.uk,Nia New,sro;finance',
  'old@kent.gov.uk,Olu Old,board',
  'same@kent.gov.uk,Sam,sro',
];

let stop: () => Promise<void> = () => Promise.resolve();
afterEach(() => stop());

/** The command in a folder of its own, as often as it is run. */
const ready = async (account: FakeAccount, lines: readonly string[], chosen: Chosen = cognito) => {
  const fake = await startFakeAws({ stacks: people, ...account });
  stop = fake.stop;
  const folder = mkdtempSync(join(tmpdir(), 'users-'));
  mkdirSync(join(folder, 'deployments'));
  writeFileSync(join(folder, 'deployments/kent-live.json'), JSON.stringify(chosen));
  writeFileSync(join(folder, 'users.csv'), lines.join('\n'));
  const run = (...words: readonly string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((done) => {
      const typed = [command, '--council', 'kent', '--file', 'users.csv', ...words];
      const env = { PATH: '/nowhere', ...fake.environment };
      execFile(process.execPath, typed, { cwd: folder, env }, (fault, stdout, stderr) =>
        done({ status: Number(fault?.code ?? 0), stdout, stderr }),
      );
    });
  const changes = () => fake.asked.filter(({ operation }) => !/^(?:Get|Describe|AdminGet|AdminList)/.test(operation));
  return { run, changes };
};

const pool: FakeAccount = {
  users: ['old@kent.gov.uk', 'same@kent.gov.uk'],
  waiting: ['old@kent.gov.uk'],
  groups: { 'old@kent.gov.uk': ['finance', 'readers-of-another-tool'], 'same@kent.gov.uk': ['sro'] },
};

describe('npm run users', () => {
  it('shows what it would do about each user, and changes nothing', async () => {
    const { run, changes } = await ready(pool, rows);
    const { status, stdout, stderr } = await run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['line', 'e-mail', 'what', 'roles added', 'roles taken away'],
      ['2', 'new@kent.gov.uk', 'make and mail', 'sro finance', '-'],
      ['3', 'old@kent.gov.uk', 'set roles', 'board', 'finance'],
      ['4', 'same@kent.gov.uk', 'leave', '-', '-'],
      ['Of pool_1: 1 to make and mail, 1 whose roles change, 1 as they are.'],
      ['Nothing was changed. To do it, run this again with --yes.'],
      [''],
    ]);
    expect(changes()).toEqual([]);
  });

  it('makes who is not there and sets roles; run again, it changes nothing and mails nobody', async () => {
    const { run, changes } = await ready(pool, rows);
    expect((await run('--yes')).status).toBe(0);
    expect(changes().map(({ operation, input }) => [operation, input.Username, input.GroupName])).toEqual([
      ['AdminCreateUser', 'new@kent.gov.uk', undefined],
      ['AdminAddUserToGroup', 'new@kent.gov.uk', 'sro'],
      ['AdminAddUserToGroup', 'new@kent.gov.uk', 'finance'],
      ['AdminAddUserToGroup', 'old@kent.gov.uk', 'board'],
      ['AdminRemoveUserFromGroup', 'old@kent.gov.uk', 'finance'],
    ]);
    expect(changes()[0]?.input.UserAttributes).toEqual([
      { Name: 'email', Value: 'new@kent.gov.uk' },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: 'Nia New' },
    ]);
    const before = changes().length;
    expect((await run('--yes')).stdout).toContain('0 to make and mail, 0 whose roles change, 3 as they are.');
    expect(changes()).toHaveLength(before);
  });

  it('asks for the organisation of new users where there are several, and gives it to them', async () => {
    const several = { ...cognito, organisations: ['kent', 'medway'] };
    const { run, changes } = await ready({}, [heading, 'a@kent.gov.uk,A,sro'], several);
    expect(await run('--yes')).toMatchObject({ status: 2, stderr: expect.stringContaining('kent or medway') });
    expect((await run('--yes', '--organisation', 'medway')).status).toBe(0);
    expect(changes()[0]?.input.UserAttributes).toContainEqual({ Name: 'custom:organisation', Value: 'medway' });
  });

  const many = Array.from({ length: 51 }, (_, n) => `a${n}@kent.gov.uk,A,sro`);
  it.each<[string, FakeAccount, readonly string[], Chosen, string]>([
    ['with Entra ID', {}, rows, entra, 'This command is for Cognito.'],
    ['of a file with a fault', {}, [heading, 'b,B,sro'], cognito, 'line 2: "b" is no e-mail address'],
    ['before there is a user pool', { stacks: {} }, rows, cognito, 'has no user pool in eu-west-2: deploy first'],
    ['in the account of another', {}, rows, { ...cognito, account: '999999999999' }, 'the file of choices is for 9999'],
    ['of more than are mailed in a day', {}, [heading, ...many], cognito, '51 people would be mailed'],
  ])('%s is refused in a sentence, and changes nothing', async (_what, account, lines, chosen, sentence) => {
    const { run, changes } = await ready(account, lines, chosen);
    expect(await run('--yes')).toMatchObject({ status: 2, stderr: expect.stringContaining(sentence) });
    expect(changes()).toEqual([]);
  });

  it('says what to do where AWS refuses', async () => {
    const { run } = await ready({ refusing: { code: 'ExpiredToken', message: 'The security token is expired' } }, rows);
    expect(await run()).toMatchObject({ status: 1, stderr: expect.stringContaining('sign in again') });
  });
});
