import { describe, expect, it } from 'vitest';
import { cognito, synthesised } from './synthesised.ts';

/* Where events of programmes go: there where they were chosen, with a secret for each webhook, and no right but to send. */

const messages = { by: 'nobody' };
const webhook = { id: 'finance-system', address: 'https://finance.kent.gov.uk/tracker', types: ['tracker.saving.'] };
const made = synthesised({ messages, events: { bus: true, webhooks: [webhook] } });

const functionIn = (app: typeof made) =>
  app
    .ofType('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'messages')?.[1]
    .Properties;
const allowedIn = (
  app: typeof made,
): readonly { readonly Action: string | readonly string[]; readonly Resource: unknown }[] =>
  app
    .ofType('AWS::IAM::Role')
    .find(([, { Properties }]) => Properties.Description === 'What the messages function may do')?.[1].Properties
    .Policies[0].PolicyDocument.Statement ?? [];
const textOf = (value: { readonly 'Fn::Join'?: readonly [string, readonly unknown[]] }): string =>
  (value['Fn::Join']?.[1] ?? []).map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('');

describe('events that were chosen', () => {
  it('have a bus, to which the function may publish and nothing else', () => {
    const [[bus] = [], ...more] = made.ofType('AWS::Events::EventBus');
    expect(more).toEqual([]);
    const onBus = allowedIn(made).filter(({ Action }) => [Action].flat().some((one) => one.startsWith('events:')));
    expect(onBus).toEqual([{ Action: 'events:PutEvents', Effect: 'Allow', Resource: { 'Fn::GetAtt': [bus, 'Arn'] } }]);
    expect(textOf(functionIn(made)?.Environment.Variables.EVENTS)).toContain(`{"bus":"{"Ref":"${bus}"}"`);
  });

  it('have a secret for each webhook, which AWS makes and the function reads', () => {
    const [[id, secret] = [], ...more] = made
      .ofType('AWS::SecretsManager::Secret')
      .filter(([name]) => name.includes('Webhook'));
    expect(more).toEqual([]);
    // Forty letters and digits are the base64 of thirty bytes; Standard Webhooks asks for 24.
    expect(secret?.Properties).toMatchObject({
      GenerateSecretString: { PasswordLength: 40, ExcludePunctuation: true, IncludeSpace: false },
    });
    const reads = allowedIn(made).filter(({ Action }) => Action === 'secretsmanager:GetSecretValue');
    expect(reads.map(({ Resource }) => Resource)).toEqual([{ Ref: id }]);
    const setting = textOf(functionIn(made)?.Environment.Variables.EVENTS);
    expect(setting).toContain('"id":"finance-system","address":"https://finance.kent.gov.uk/tracker"');
    expect(setting).toContain('"types":["tracker.saving."]');
    expect(Object.keys(made.application.findOutputs('*'))).toEqual(
      expect.arrayContaining(['EventBus', 'WebhookSecretFinanceSystem']),
    );
  });

  it('have an alarm for a destination that takes nothing', () => {
    const [alarm] = made
      .ofType('AWS::CloudWatch::Alarm')
      .filter(([id]) => id.includes('EventsNotTaken'))
      .map(([, { Properties }]) => Properties);
    expect(alarm).toMatchObject({ Threshold: 1, MetricName: 'EventsHeldUp' });
  });
});

it('without them there is no bus, no secret, no alarm and no setting', () => {
  const without = synthesised({ messages });
  expect(without.ofType('AWS::Events::EventBus')).toEqual([]);
  expect(without.ofType('AWS::CloudWatch::Alarm').filter(([id]) => id.includes('EventsNotTaken'))).toEqual([]);
  expect(functionIn(without)?.Environment.Variables.EVENTS).toBeUndefined();
  expect(allowedIn(without).flatMap(({ Action }) => Action)).not.toContain('secretsmanager:GetSecretValue');
});

it.each([
  ['without what makes them', { events: { bus: true } }, 'choose "messages" as well'],
  [
    'to an address that is not https',
    { messages, events: { webhooks: [{ ...webhook, address: 'http://a.gov.uk/' }] } },
    'https://',
  ],
  [
    'of a type that is none',
    { messages, events: { webhooks: [{ ...webhook, types: ['tracker.savings.'] }] } },
    'must be the type of an event',
  ],
  ['to two of one name', { messages, events: { webhooks: [webhook, webhook] } }, 'names "finance-system" twice'],
  [
    'to one that is called as the bus is',
    { messages, events: { webhooks: [{ ...webhook, id: 'bus' }] } },
    'must not be "bus"',
  ],
])('cannot be chosen %s', (_, chosen, sentence) => {
  expect(() => synthesised({ ...cognito, ...chosen })).toThrow(sentence);
});
