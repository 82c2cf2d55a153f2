import { describe, expect, it } from 'vitest';
import { logged } from '#functions/http/log.ts';
import { grants } from '#store/table/table-definition.ts';
import { cognito, entra, everyOption, synthesised } from './synthesised.ts';

/* What makes messages to people: there where it was chosen, called every quarter of an hour, and held to its own items in all that it writes. */

const made = synthesised({ messages: { by: 'nobody' } });
const lambda = made
  .ofType('AWS::Lambda::Function')
  .find(
    ([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'messages',
  )?.[1].Properties;
const role = made.ofType('AWS::IAM::Role').find(([id]) => id === lambda?.Role['Fn::GetAtt'][0])?.[1].Properties;
const statements: readonly {
  readonly Action: string | readonly string[];
  readonly Condition?: Readonly<Record<string, unknown>>;
}[] = role?.Policies[0].PolicyDocument.Statement ?? [];
const actionsOf = ({ Action }: (typeof statements)[number]) => [Action].flat();

it('is there where messages were chosen, and nowhere else', () => {
  expect(lambda).toBeDefined();
  const hosts = synthesised()
    .ofType('AWS::Lambda::Function')
    .map(([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME);
  expect(hosts).not.toContain('messages');
});

it('knows whose messages it makes, and where people open the pages', () => {
  const { ORGANISATIONS, PAGES_ADDRESS } = lambda?.Environment.Variables ?? {};
  expect(ORGANISATIONS).toBe('kent');
  expect(PAGES_ADDRESS).toBeDefined();
  const { organisations: _, ...others } = entra;
  expect(() => synthesised({ ...others, messages: { by: 'nobody' } })).toThrow('name them in "organisations"');
  expect(() => synthesised({ ...cognito, messages: { by: 'pigeon' } })).toThrow('"messages.by"');
});

describe('what it may do', () => {
  it('reads the record, and puts items of messages alone', () => {
    const ofTable = statements.filter((one) => actionsOf(one).some((action) => action.startsWith('dynamodb:')));
    expect(ofTable.flatMap(actionsOf).toSorted()).toEqual([...grants.messages.items, 'dynamodb:PutItem'].toSorted());
    const [puts, ...more] = ofTable.filter((one) => actionsOf(one).includes('dynamodb:PutItem'));
    expect(more).toEqual([]);
    expect(puts?.Condition).toEqual({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['MESSAGES#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
  });

  it('neither sends to the queue of months nor receives from it', () => {
    expect(statements.flatMap(actionsOf).filter((action) => action.startsWith('sqs:'))).toEqual([]);
  });

  it('uses the key of the record to write as well, where the council has one', () => {
    const withKey = synthesised(everyOption);
    const policies = JSON.stringify(
      withKey
        .ofType('AWS::IAM::Role')
        .find(([, { Properties }]) => Properties.Description === 'What the messages function may do'),
    );
    expect(policies).toContain('kms:GenerateDataKey');
  });
});

describe('by GOV.UK Notify', () => {
  const template = 'a1b2c3d4-e5f6-4890-abcd-ef1234567890';
  const byNotify = synthesised({ messages: { by: 'notify', template } });
  const [, role] =
    byNotify
      .ofType('AWS::IAM::Role')
      .find(([, { Properties }]) => Properties.Description === 'What the messages function may do') ?? [];
  const allowed: readonly { readonly Action: string; readonly Resource: { readonly Ref?: string } }[] =
    role?.Properties.Policies[0].PolicyDocument.Statement;

  it('knows the template, and reads one secret, which has no key in it before somebody puts it there', () => {
    const variables = byNotify
      .ofType('AWS::Lambda::Function')
      .find(([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'messages')?.[1]
      .Properties.Environment.Variables;
    expect(variables.NOTIFY_TEMPLATE).toBe(template);
    const reads = allowed.filter(({ Action }) => Action === 'secretsmanager:GetSecretValue');
    expect(reads.map(({ Resource }) => Resource)).toEqual([variables.NOTIFY_SECRET]);
    const [, secret] =
      byNotify.ofType('AWS::SecretsManager::Secret').find(([id]) => id === variables.NOTIFY_SECRET.Ref) ?? [];
    expect(secret?.Properties.SecretString).toBeUndefined();
  });

  it('and without it neither reads a secret nor has one', () => {
    expect(statements.flatMap(actionsOf)).not.toContain('secretsmanager:GetSecretValue');
    expect(() => synthesised({ messages: { by: 'notify' } })).toThrow('"messages.template"');
  });
});

it('is called every quarter of an hour of the working day, with the time of the call', () => {
  const schedules = made
    .ofType('AWS::Scheduler::Schedule')
    .map(([, { Properties }]) => Properties)
    .filter(({ Description }) => Description.startsWith('Makes messages'));
  expect(schedules).toMatchObject([
    { ScheduleExpression: 'cron(5/15 7-18 * * ? *)', ScheduleExpressionTimezone: 'Europe/London' },
  ]);
  expect(JSON.stringify(schedules[0]?.Target.Input)).toContain('<aws.scheduler.scheduled-time>');
});

it('has an alarm for what could not be sent, and one for calls that fail', () => {
  const alarms = new Map(
    made
      .ofType('AWS::CloudWatch::Alarm')
      .map(([id, { Properties }]) => [id.replace(/^Alarms|[0-9A-F]{8}$/g, ''), Properties]),
  );
  const named = (name: string) => [...alarms].find(([id]) => id.includes(name))?.[1];
  expect(named('MessagesNotSent')).toMatchObject({ Threshold: 1, MetricName: 'MessagesGivenUp' });
  expect(named('MessagesNotMade')).toMatchObject({ Threshold: 3, MetricName: 'Errors', Period: 3_600 });
  const [, filter] =
    made
      .ofType('AWS::Logs::MetricFilter')
      .find(([, { Properties }]) => Properties.MetricTransformations[0].MetricName === 'MessagesGivenUp') ?? [];
  expect(filter?.Properties.FilterPattern).toContain(logged.messageGivenUp);
});
