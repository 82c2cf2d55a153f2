import { describe, expect, it } from 'vitest';
import { adviceFor, isWorthAnotherTry } from '../../../cli/deploy/advice.ts';
import { changeInWords, inPlainWords } from '../../../cli/deploy/progress.ts';
import { wordsWithin } from '../../../cli/deploy/release.ts';

/* What CloudFormation, the CDK and the clients of AWS say, as they say it, and what a person reads. */

describe('a failure comes with what to do about it', () => {
  it.each([
    [
      'CredentialsProviderError: The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login',
      'Your credentials have expired',
    ],
    ['CredentialsProviderError: Could not load credentials from any providers', 'set AWS_PROFILE'],
    ['Unable to locate credentials. You can configure credentials by running "aws login".', 'set AWS_PROFILE'],
    [
      'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token',
      'aws sso login',
    ],
    ['User: arn:aws:iam::1:user/a is not authorized to perform: cloudformation:CreateStack', 'a role that may create'],
    [
      'Resource handler returned message: "Domain already associated with another user pool. (Service: CognitoIdentityProvider)"',
      'choose another "domain"',
    ],
    [
      'Unable to complete operation due to concurrent modification. Please try again later. (Service: AmazonApiGatewayV2; Status Code: 429)',
      'run this again, it goes on',
    ],
    [
      'The user pool cannot be deleted because deletion protection is activated.',
      'switch its protection off in the Cognito console',
    ],
    [
      'Export Tracker-kent-live-People:Pool cannot be deleted as it is in use by Tracker-kent-live-Application',
      'one at a time',
    ],
    ['Resource of type AWS::Logs::LogGroup with identifier x already exists', 'After a teardown'],
    ['getaddrinfo ENOTFOUND sts.eu-west-2.amazonaws.com', 'your network or proxy'],
    ['something that nobody foresaw', 'CloudFormation takes a failed change back'],
  ])('%s', (words, sentence) => {
    expect(adviceFor(words)).toContain(sentence);
  });

  it('is tried once more only where waiting is all there is to do', () => {
    expect(isWorthAnotherTry('Unable to complete operation due to concurrent modification.')).toBe(true);
    expect(isWorthAnotherTry('AccessDenied')).toBe(false);
  });
});

describe('progress in plain words', () => {
  const line = (status: string, type: string, path: string) =>
    `Tracker-kent-live-Application |  12/98 | 10:31:05 AM | ${status}      | ${type.padEnd(30)} | ${path} (Logical1A2B)`;

  it.each([
    [
      line('CREATE_COMPLETE', 'AWS::Lambda::Function', 'Board/Function'),
      '  12 of 98: made a function (Board/Function)',
    ],
    [line('UPDATE_COMPLETE', 'AWS::SQS::Queue', 'RollUpQueue'), '  12 of 98: changed a queue (RollUpQueue)'],
    [line('CREATE_COMPLETE', 'AWS::CloudFormation::Stack', 'T'), '  Tracker-kent-live-Application is done.'],
    [
      line('CREATE_FAILED', 'AWS::Cognito::UserPoolDomain', 'SignIn/Domain'),
      '  FAILED: AWS::Cognito::UserPoolDomain SignIn/Domain',
    ],
    [line('CREATE_IN_PROGRESS', 'AWS::Lambda::Function', 'Board/Function'), undefined],
    [line('CREATE_COMPLETE', 'AWS::IAM::Role', 'Board/Role'), undefined],
    ['✨  Synthesis time: 4.2s', undefined],
  ])('%s', (said, sentence) => {
    expect(inPlainWords(said)).toBe(sentence);
  });
});

it('another release is deployed by the same command without naming that release', () => {
  expect(wordsWithin(['--council', 'kent', '--to', 'v0.3.0', '--admin', 'a@b.uk'])).toEqual([
    '--council',
    'kent',
    '--admin',
    'a@b.uk',
  ]);
  expect(wordsWithin(['--to=v0.3.0', '--council', 'kent'])).toEqual(['--council', 'kent']);
});

describe('what a deployment would change', () => {
  it.each([
    ['Stack TrackerStorage (Tracker-kent-live-Storage) (aws://123456789012/eu-west-2)', '  Tracker-kent-live-Storage'],
    ['There were no differences', '    nothing'],
    ['[~] AWS::Lambda::Function Board/Function BoardFunction2B1C0DE3', '    changes a function (Board/Function)'],
    ['[-] AWS::SQS::Queue Q Q destroy', '    REMOVES a queue (Q)'],
    ['[+] AWS::WAFv2::WebACL Firewall Firewall', '    makes AWS::WAFv2::WebACL (Firewall)'],
    ['[+] Output Table Table: {"Value":{"Ref":"TableCD117FA1"}}', undefined],
    [' └─ [~] .Environment:', undefined],
    ['Resources', undefined],
  ])('of "%s" a person reads "%s"', (line, sentence) => {
    expect(changeInWords(line)).toBe(sentence);
  });
});
