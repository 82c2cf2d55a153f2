// @module-tag long
import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeAccount, startFakeAws } from '../support/fake-aws.ts';

/* `npm run deploy -- --dry-run` with credentials: it looks at the account, which is a fake on this machine, and changes nothing. */

let stop: () => Promise<void> = () => Promise.resolve();
afterEach(() => stop());

const dryRun = async (account: FakeAccount) => {
  const fake = await startFakeAws(account);
  stop = fake.stop;
  const child = spawn(
    process.execPath,
    ['cli/deploy.ts', '--council', 'example', '--admin', 'a@exampleshire.gov.uk', '--dry-run'],
    // Without npx on its path it cannot run the CDK, whose own look at the account is not ours to test.
    { env: { PATH: '/nowhere', ...fake.environment } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { said, status, asked: fake.asked.map(({ operation }) => operation) };
};

describe('a dry run with credentials', () => {
  it('of an account in which nothing is yet says so, and what it would make', async () => {
    const { said, status, asked } = await dryRun({ concurrency: 10 });
    for (const part of [
      'Account 123456789012, region eu-west-2:',
      'nothing of this deployment is there yet',
      'this account may run 10 functions at once',
      'Prepare the account for the CDK in eu-west-2',
      'Make Tracker-example-live-People',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('No account was asked');
    expect(status).toBe(0);
    expect([...new Set(asked)].toSorted()).toEqual(['DescribeStacks', 'GetAccountSettings', 'GetCallerIdentity']);
  });

  it('of an account that is prepared, with a stack whose first creation failed, says what it would clear away', async () => {
    const { said } = await dryRun({
      stacks: {
        CDKToolkit: { status: 'CREATE_COMPLETE' },
        'Tracker-example-live-People': { status: 'ROLLBACK_COMPLETE' },
      },
    });
    expect(said).not.toContain('Prepare the account');
    expect(said).toContain('Tracker-example-live-People is there (ROLLBACK_COMPLETE)');
    expect(said).toContain('Delete Tracker-example-live-People, whose first creation failed.');
  });

  it('of choices that the last deployment does not agree with says why it would not begin', async () => {
    const { said, status } = await dryRun({
      stacks: {
        CDKToolkit: { status: 'CREATE_COMPLETE' },
        'Tracker-example-live-Application': { status: 'UPDATE_COMPLETE', outputs: { Issuer: 'https://id.example' } },
      },
    });
    expect(said).toContain('A deployment would not begin:');
    expect(said).toContain('The last deployment had the issuer https://id.example');
    expect(status).toBe(0);
  });

  it('with credentials that have expired says so, and plans for an empty account', async () => {
    const { said, status } = await dryRun({
      refusing: { code: 'ExpiredToken', message: 'The security token included in the request is expired' },
    });
    expect(said).toContain('The account could not be asked (ExpiredToken');
    expect(said).toContain('aws sso login');
    expect(said).toContain('Prepare the account for the CDK');
    expect(said).toContain('No account was asked, and nothing was changed.');
    expect(status).toBe(0);
  });
});
