// @module-tag long
import { describe, expect, it } from 'vitest';
import { isAllowed, type PolicyStatement } from '../../support/iam-policy.ts';

const table = 'arn:aws:dynamodb:eu-west-2:123456789012:table/Tracker';
const allow = (over: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Action: ['dynamodb:GetItem'],
  Resource: [table],
  ...over,
});
const asked = (over: { action?: string; resource?: string; keys?: readonly string[] } = {}) => ({
  action: over.action ?? 'dynamodb:GetItem',
  resource: over.resource ?? table,
  context: over.keys === undefined ? {} : { 'dynamodb:LeadingKeys': over.keys },
});
/** As `infra/grants.ts` writes the grant of the board's reader. */
const published = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PUBLISHED#*'] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
};

describe('a policy allows', () => {
  it.each([
    ['what a statement names', [allow()], asked()],
    ['an action in other letters', [allow({ Action: ['DynamoDB:getitem'] })], asked()],
    ['what a wildcard takes in', [allow({ Action: ['dynamodb:Get*'], Resource: [`${table.slice(0, -3)}*`] })], asked()],
    ['one character for a question mark', [allow({ Resource: [table.replace('Tracker', 'Tracke?')] })], asked()],
    ['keys that are all like the pattern', [allow({ Condition: published })], asked({ keys: ['PUBLISHED#council'] })],
    ['what one statement of several allows', [allow({ Action: ['sqs:SendMessage'] }), allow()], asked()],
  ])('%s', (_, statements, request) => {
    expect(isAllowed(statements, request)).toBe(true);
  });
});

describe('a policy allows nothing', () => {
  it.each([
    ['by no statement at all', [], asked()],
    ['that no statement names', [allow()], asked({ action: 'dynamodb:PutItem' })],
    ['on another resource', [allow()], asked({ resource: `${table}/index/due` })],
    ['where a point of the pattern is another character', [allow({ Resource: ['a.c'] })], asked({ resource: 'abc' })],
    [
      'where one key of several is not like the pattern',
      [allow({ Condition: published })],
      asked({ keys: ['PUBLISHED#a', 'ORG#a'] }),
    ],
    ['where the request names no key', [allow({ Condition: published })], asked()],
    ['by a condition that it does not know', [allow({ Condition: { NumericLessThan: { 'aws:Any': '1' } } })], asked()],
    ['by an effect that it does not know', [allow({ Effect: 'Permit' })], asked()],
    ['that another statement denies', [allow(), allow({ Effect: 'Deny' })], asked()],
    ['where it cannot judge a denial', [allow(), allow({ Effect: 'Deny', Condition: { Unknown: {} } })], asked()],
    ['by an element that it does not know', [{ ...allow(), NotAction: ['dynamodb:PutItem'] }], asked()],
  ])('%s', (_, statements, request) => {
    expect(isAllowed(statements, request)).toBe(false);
  });

  it('by a denial whose condition does not hold, the request is still allowed', () => {
    const denied = allow({ Effect: 'Deny', Condition: { StringEquals: { 'aws:Any': 'else' } } });
    expect(isAllowed([allow(), denied], asked())).toBe(true);
  });

  it('ForAllValues alone is true of a request that names no key, so Null has to stand beside it', () => {
    const { Null: _, ...alone } = published;
    expect(isAllowed([allow({ Condition: alone })], asked())).toBe(true);
  });
});
