import { describe, expect, it } from 'vitest';
import { choicesOf } from '#infra/choices.ts';
import { type Account, AccountRefused } from '../../../cli/deploy/account.ts';
import { makeFirstUser, whereToGo } from '../../../cli/deploy/first-user.ts';
import { findDeployment } from '../../../cli/deploy/found.ts';

/*
 * The one interface to an account, with answers as AWS gives them: what is asked, and what is made of it.
 */

const choicesWith = (more: Readonly<Record<string, unknown>> = {}) =>
  choicesOf(
    JSON.stringify({ council: 'kent', stage: 'live', region: 'eu-west-2', signIn: { with: 'cognito' }, ...more }),
    'kent-live.json',
  );

const accountOf = (answers: (asked: string, input: Readonly<Record<string, unknown>>) => unknown) => {
  const asked: [string, Readonly<Record<string, unknown>>][] = [];
  const account: Account = {
    ask: (service, operation, input = {}) => {
      asked.push([`${service} ${operation}`, input]);
      return answers(`${service} ${operation}`, input);
    },
    invoke: () => '{}',
  };
  return { account, asked };
};

describe('what is there', () => {
  const answers = (asked: string, { StackName }: Readonly<Record<string, unknown>>): unknown => {
    if (asked === 'sts get-caller-identity')
      return { UserId: 'AIDA', Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/a' };
    if (asked === 'lambda get-account-settings')
      return { AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 }, AccountUsage: {} };
    if (StackName === 'Tracker-kent-live-Storage')
      return {
        Stacks: [
          {
            StackName,
            StackStatus: 'CREATE_COMPLETE',
            Outputs: [{ OutputKey: 'TableName', OutputValue: 'table-1', Description: '' }],
          },
        ],
      };
    if (StackName === 'Tracker-kent-live-People') return { Stacks: [{ StackName, StackStatus: 'ROLLBACK_COMPLETE' }] };
    throw new AccountRefused(
      `An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id ${StackName} does not exist`,
    );
  };

  it('is read from the account, and nothing is changed', () => {
    const { account, asked } = accountOf(answers);
    expect(findDeployment(account, choicesWith())).toEqual({
      account: '123456789012',
      isBootstrapped: false,
      concurrency: 10,
      stacks: {
        Storage: { status: 'CREATE_COMPLETE', outputs: { TableName: 'table-1' } },
        People: { status: 'ROLLBACK_COMPLETE', outputs: {} },
      },
    });
    expect(asked.filter(([what]) => !/ (?:get|describe)-/.test(what))).toEqual([]);
  });

  it('is not taken for empty where AWS refuses for another reason', () => {
    const { account } = accountOf(() => {
      throw new AccountRefused('An error occurred (AccessDenied) when calling the GetCallerIdentity operation');
    });
    expect(() => findDeployment(account, choicesWith())).toThrow('AccessDenied');
  });
});

describe('the first user', () => {
  const unknown = (asked: string): unknown => {
    if (asked.endsWith('admin-get-user'))
      throw new AccountRefused('An error occurred (UserNotFoundException) when calling the AdminGetUser operation');
    return {};
  };

  it('is made with a verified address and the role that begins, and mailed a password', () => {
    const { account, asked } = accountOf(unknown);
    expect(makeFirstUser(account, choicesWith(), 'pool-1', 'a@kent.gov.uk')).toContain('has been mailed a password');
    expect(asked.map(([what]) => what)).toEqual([
      'cognito-idp admin-get-user',
      'cognito-idp admin-create-user',
      'cognito-idp admin-add-user-to-group',
    ]);
    expect(asked[1]?.[1].UserAttributes).toEqual([
      { Name: 'email', Value: 'a@kent.gov.uk' },
      { Name: 'email_verified', Value: 'true' },
    ]);
    expect(asked[2]?.[1]).toMatchObject({ GroupName: 'programme-office', Username: 'a@kent.gov.uk' });
  });

  it('is given the first organisation where there are several', () => {
    const { account, asked } = accountOf(unknown);
    makeFirstUser(account, choicesWith({ organisations: ['kent', 'medway'] }), 'pool-1', 'a@kent.gov.uk');
    expect(asked[1]?.[1].UserAttributes).toContainEqual({ Name: 'custom:organisation', Value: 'kent' });
  });

  it('is made once, however often the command is run', () => {
    const { account, asked } = accountOf(() => ({}));
    expect(makeFirstUser(account, choicesWith(), 'pool-1', 'a@kent.gov.uk')).toContain('was a user already');
    expect(asked.map(([what]) => what)).not.toContain('cognito-idp admin-create-user');
  });

  it('with Entra ID is assigned by hand, and the redirect address is said', () => {
    const signIn = { with: 'issuer', issuer: 'https://id.example', audience: ['a'], scope: 'api://a/tracker' };
    const lines = whereToGo(choicesWith({ signIn }), { Address: 'https://x.example' }, 'a@kent.gov.uk').join('\n');
    expect(lines).toContain('Open https://x.example');
    expect(lines).toContain('add https://x.example/ to the redirect addresses');
    expect(lines).toContain('assign a@kent.gov.uk the role programme-office');
  });
});
