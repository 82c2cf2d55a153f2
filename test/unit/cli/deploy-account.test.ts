import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { choicesOf } from '#infra/choices.ts';
import { signedInPath, signedOutPath } from '#schemas/page-routes.ts';
import { accountIn } from '../../../cli/deploy/account.ts';
import { makeFirstUser, whereToGo } from '../../../cli/deploy/first-user.ts';
import { findDeployment } from '../../../cli/deploy/found.ts';
import { type FakeAccount, startFakeAws } from '../../support/fake-aws.ts';

/*
 * The one way to an account, by the real clients of AWS, of a fake that speaks their protocols: what is asked, and what is made
 * of the answers.
 */

const choicesWith = (more: Readonly<Record<string, unknown>> = {}) =>
  choicesOf(
    JSON.stringify({ council: 'kent', stage: 'live', region: 'eu-west-2', signIn: { with: 'cognito' }, ...more }),
    'kent-live.json',
  );

let stop: () => Promise<void> = () => Promise.resolve();
const started = async (account: FakeAccount) => {
  const fake = await startFakeAws(account);
  stop = fake.stop;
  for (const [name, value] of Object.entries(fake.environment)) vi.stubEnv(name, value);
  return fake;
};
afterEach(async () => {
  vi.unstubAllEnvs();
  await stop();
});

describe('what is there', () => {
  const stacks = {
    'Tracker-kent-live-Storage': { status: 'CREATE_COMPLETE', outputs: { TableName: 'table-1' } },
    'Tracker-kent-live-People': { status: 'ROLLBACK_COMPLETE' },
    'Tracker-kent-live-Application': { status: 'DELETE_COMPLETE' },
  };

  it('is read from the account, and nothing is changed', async () => {
    const { asked } = await started({ stacks, concurrency: 10 });
    expect(await findDeployment(accountIn, choicesWith())).toEqual({
      account: '123456789012',
      unprepared: ['eu-west-2'],
      concurrency: 10,
      stacks: {
        Storage: { status: 'CREATE_COMPLETE', outputs: { TableName: 'table-1' } },
        People: { status: 'ROLLBACK_COMPLETE', outputs: {} },
      },
    });
    expect(asked.filter(({ operation }) => !/^(?:Get|Describe)/.test(operation))).toEqual([]);
  });

  it('is looked for where the firewall is too, if one is chosen', async () => {
    await started({ stacks: { CDKToolkit: { status: 'CREATE_COMPLETE' } } });
    const domain = { name: 'tracker.kent.gov.uk', certificateArn: 'arn:aws:acm:eu-west-2:1:certificate/1' };
    const edge = { certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' };
    expect((await findDeployment(accountIn, choicesWith({ domain, edge }))).unprepared).toEqual([]);
    await stop();
    await started({});
    expect((await findDeployment(accountIn, choicesWith({ domain, edge }))).unprepared).toEqual([
      'eu-west-2',
      'us-east-1',
    ]);
  });

  it('is looked for in the region of the firewall also where none is chosen, unless the account may not use it', {
    tags: ['long'],
  }, async () => {
    const { asked } = await started({ stacks: { 'Tracker-kent-live-Edge': { status: 'CREATE_COMPLETE' } } });
    expect((await findDeployment(accountIn, choicesWith())).stacks).toHaveProperty('Edge');
    expect(asked.find(({ input }) => input.StackName === 'Tracker-kent-live-Edge')?.region).toBe('us-east-1');
    await stop();
    const refusing = { code: 'AccessDenied', message: 'with an explicit deny in a policy', region: 'us-east-1' };
    await started({ refusing });
    expect((await findDeployment(accountIn, choicesWith())).stacks).toEqual({});
    const domain = { name: 'tracker.kent.gov.uk', certificateArn: 'arn:aws:acm:eu-west-2:1:certificate/1' };
    const edge = { certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' };
    await expect(findDeployment(accountIn, choicesWith({ domain, edge }))).rejects.toThrow('explicit deny');
  });

  it('has a user pool that was deleted by its id, whoever names it', async () => {
    const People = { status: 'UPDATE_COMPLETE', outputs: { UserPoolId: 'eu-west-2_Lost' } };
    await started({ stacks: { 'Tracker-kent-live-People': People }, lostPools: ['eu-west-2_Lost'] });
    expect((await findDeployment(accountIn, choicesWith())).lostPool).toBe('eu-west-2_Lost');
    const chosen = choicesWith({ signIn: { with: 'cognito', userPoolId: 'eu-west-2_There' } });
    expect(await findDeployment(accountIn, chosen)).not.toHaveProperty('lostPool');
  });

  it('is not taken for empty where AWS refuses for another reason', async () => {
    await started({ refusing: { code: 'AccessDenied', message: 'User is not authorized to perform: sts' } });
    await expect(findDeployment(accountIn, choicesWith())).rejects.toThrow('AccessDenied: User is not authorized');
  });
});

describe('the first user', () => {
  const admin = { email: 'a@kent.gov.uk' };
  const attributesOf = (input: Readonly<Record<string, unknown>> | undefined) => input?.UserAttributes;

  it('is made with a verified address and the role that begins, and mailed a password', async () => {
    const { asked } = await started({});
    expect(await makeFirstUser(accountIn('eu-west-2'), choicesWith(), 'pool_1', admin)).toContain(
      'has been mailed a password',
    );
    expect(asked.map(({ operation }) => operation)).toEqual(['AdminGetUser', 'AdminCreateUser', 'AdminAddUserToGroup']);
    expect(asked[1]?.input).toMatchObject({
      Username: 'a@kent.gov.uk',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: 'a@kent.gov.uk' },
        { Name: 'email_verified', Value: 'true' },
      ],
    });
    expect(asked[2]?.input).toMatchObject({ GroupName: 'programme-office', Username: 'a@kent.gov.uk' });
  });

  it('has the name that history shows, where it is given', async () => {
    const { asked } = await started({});
    await makeFirstUser(accountIn('eu-west-2'), choicesWith(), 'pool_1', { ...admin, name: 'Ada Admin' });
    expect(attributesOf(asked[1]?.input)).toContainEqual({ Name: 'name', Value: 'Ada Admin' });
  });

  it('is given the first organisation where there are several', async () => {
    const { asked } = await started({});
    const choices = choicesWith({ organisations: ['kent', 'medway'] });
    await makeFirstUser(accountIn('eu-west-2'), choices, 'pool_1', admin);
    expect(attributesOf(asked[1]?.input)).toContainEqual({ Name: 'custom:organisation', Value: 'kent' });
  });

  it('is made once, however often the command is run', async () => {
    const { asked } = await started({ users: ['a@kent.gov.uk'] });
    expect(await makeFirstUser(accountIn('eu-west-2'), choicesWith(), 'pool_1', admin)).toContain('was a user already');
    expect(asked.map(({ operation }) => operation)).not.toContain('AdminCreateUser');
  });

  it('who has not signed in yet is mailed a new password', async () => {
    const { asked } = await started({ users: ['a@kent.gov.uk'], waiting: ['a@kent.gov.uk'] });
    const said = await makeFirstUser(accountIn('eu-west-2'), choicesWith(), 'pool_1', admin);
    expect(said).toContain('has not signed in yet');
    expect(said).toContain('has been mailed a new password');
    expect(asked[1]).toMatchObject({ operation: 'AdminCreateUser', input: { MessageAction: 'RESEND' } });
  });

  it.each([
    ['the API', { DomainTarget: 'd-1.execute-api' }, 'd-1.execute-api'],
    [
      'what stands in front of it',
      { DomainTarget: 'd-1.execute-api', EdgeTarget: 'd1.cloudfront.net' },
      'd1.cloudfront.net',
    ],
  ])('reads where the name of the council must lead: to %s', (_what, outputs, target) => {
    const domain = { name: 'tracker.kent.gov.uk', certificateArn: 'arn:aws:acm:eu-west-2:1:certificate/1' };
    const lines = whereToGo(
      choicesWith({ domain }),
      { ...outputs, Address: 'https://tracker.kent.gov.uk' },
      'a@kent.gov.uk',
    );
    expect(lines[0]).toContain(`CNAME record of tracker.kent.gov.uk at ${target},`);
    expect(lines[1]).toBe('Open https://tracker.kent.gov.uk and sign in.');
  });

  it('with Entra ID is assigned by hand, and each redirect address is said, with the platform by which Entra ID lets it be redeemed', () => {
    const signIn = { with: 'issuer', issuer: 'https://id.example', audience: ['a'], scope: 'api://a/tracker' };
    const lines = whereToGo(choicesWith({ signIn }), { Address: 'https://x.example' }, 'a@kent.gov.uk').join('\n');
    expect(lines).toContain('Open https://x.example');
    expect(lines).not.toContain('Single-page');
    expect(lines).toContain(
      '"Mobile and desktop applications" https://x.example/pages/signed-in and https://x.example/pages/signed-out',
    );
    expect(lines).toContain('assign a@kent.gov.uk the role programme-office');
  });
});

it('a function that is called answers as it did', async () => {
  const { asked } = await started({ answer: { handedOver: 2 } });
  expect(JSON.parse(await accountIn('eu-west-2').invoke('RollUp', { kind: 'reports-due' }))).toEqual({ handedOver: 2 });
  expect(asked).toMatchObject([
    { operation: 'Invoke', region: 'eu-west-2', input: { FunctionName: 'RollUp', Payload: '{"kind":"reports-due"}' } },
  ]);
});

it('docs/deploy.md says which addresses an issuer must let people back to, as the command does', () => {
  const page = readFileSync('docs/deploy.md', 'utf8');
  for (const path of [signedInPath, signedOutPath]) expect(page).toContain(`\`<address>${path}\``);
});
