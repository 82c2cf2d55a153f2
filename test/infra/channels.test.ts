import { expect, it } from 'vitest';
import { cognito, synthesised } from './synthesised.ts';

/* Channels of the council's Teams and Slack: there where they were chosen, each with a secret for its address. */

const messages = { by: 'nobody' };
const office = { id: 'office-team', in: 'teams' };
const board = { id: 'board', in: 'slack', programmes: ['tomorrow'], when: 'at-once' };
const made = synthesised({ messages, channels: [office, board] });
const variablesIn = (app: typeof made) =>
  app
    .ofType('AWS::Lambda::Function')
    .find(([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'messages')?.[1]
    .Properties.Environment.Variables;

it('have a secret each, which the function reads, and no address in the template', () => {
  const secrets = made.ofType('AWS::SecretsManager::Secret').filter(([id]) => id.includes('Channel'));
  expect(secrets.map(([, { Properties }]) => Properties.SecretString)).toEqual([undefined, undefined]);
  const [, role] =
    made
      .ofType('AWS::IAM::Role')
      .find(([, { Properties }]) => Properties.Description === 'What the messages function may do') ?? [];
  const statements: readonly { readonly Action: string; readonly Resource: unknown }[] =
    role?.Properties.Policies[0].PolicyDocument.Statement;
  const reads = statements.filter(({ Action }) => Action === 'secretsmanager:GetSecretValue');
  expect(reads.flatMap(({ Resource }) => Resource)).toHaveLength(2);
  expect(reads.flatMap(({ Resource }) => Resource)).toEqual(
    expect.arrayContaining(secrets.map(([id]) => ({ Ref: id }))),
  );
  const setting = JSON.stringify(variablesIn(made)?.CHANNELS);
  expect(setting).toContain('office-team');
  expect(setting).toContain('tomorrow');
  expect(Object.keys(made.application.findOutputs('*'))).toEqual(
    expect.arrayContaining(['ChannelAddressOfficeTeam', 'ChannelAddressBoard']),
  );
});

it('are not there unless chosen', () => {
  expect(variablesIn(synthesised({ messages }))?.CHANNELS).toBeUndefined();
});

it.each([
  ['without messages', { channels: [office] }, 'choose "messages" as well'],
  ['twice', { messages, channels: [office, office] }, 'names "office-team" twice'],
  ['in what is no such service', { messages, channels: [{ ...office, in: 'pigeon' }] }, '"channels.0.in"'],
])('cannot be chosen %s', (_, chosen, sentence) => {
  expect(() => synthesised({ ...cognito, ...chosen })).toThrow(sentence);
});
