// @module-tag long
import { beforeAll, describe, expect, it } from 'vitest';
import { tableName } from '#local/function-environment.ts';
import { everyRole } from '#schemas/people.ts';
import { grants, publishedPrefix, table } from '#store/table/table-definition.ts';
import { type FunctionPolicy, withoutGrant } from './function-policies.ts';
import { notUsed, type PolicyChecks, policyChecks } from './policy-checks.ts';
import { type TakenAction, tableActionsOf } from './taken-actions.ts';

/*
 * Everything is asked of a whole tracker, a recording proxy stands between its functions and the engine, and each
 * thing that a function did of the table or the queue is judged by that function's own policy, as IAM would.
 */

let judged: PolicyChecks;
let policies: ReadonlyMap<string, FunctionPolicy>;
let taken: readonly TakenAction[];

beforeAll(async () => {
  judged = await policyChecks();
  ({ policies, taken } = judged.observed);
}, 300_000);

const ownTable = `table/${tableName}`;
const done = (who: string, action: string, on: string, ...keys: readonly string[]): TakenAction => ({
  who,
  action,
  on,
  keys,
});

describe('while everything is asked of it that can be asked', () => {
  it('every operation is answered, and people of all six roles are among those who ask', () => {
    expect(judged.unanswered).toEqual([]);
    expect([...judged.observed.ran.roles].sort()).toEqual([...everyRole].sort());
    // The message that no roll-up can read, which the run sends last.
    expect(judged.observed.troubles).toEqual([expect.stringMatching(/^The roll-up: 1 of 1 messages failed/)]);
  });

  it('all that is done of the table or the queue is done under a name of a function, and names its partitions', () => {
    expect([...new Set(taken.map(({ who }) => who))].sort()).toEqual([
      'board',
      'commands',
      'messages',
      'queries',
      'roll-up',
    ]);
    expect(taken.filter(({ on, keys }) => on !== 'queue' && keys.length === 0)).toEqual([]);
  });

  it('whatever a function does is granted to it by its own deployed policy', () => {
    expect(judged.kinds).toBeGreaterThan(50);
    expect(judged.checks).toBeGreaterThan(judged.kinds);
    expect(judged.missing).toEqual([]);
  });

  it('only changes and the roll-up itself ask for reports to be made', () => {
    const senders = taken
      .filter(({ on, action }) => on === 'queue' && action === 'sqs:SendMessage')
      .map(({ who, action }) => `${who} ${action}`);
    expect(senders.sort()).toEqual(['commands sqs:SendMessage', 'roll-up sqs:SendMessage']);
  });

  it('board readers touch what is published and nothing else', () => {
    const touched = taken.filter(({ who }) => who === 'board').flatMap(({ keys }) => keys);
    expect(touched.filter((key) => !key.startsWith(publishedPrefix))).toEqual([]);
    expect(touched).not.toEqual([]);
  });
});

describe('nothing is granted that is not used', () => {
  it('of all that is granted', () => {
    expect(judged.unused).toEqual([]);
  });

  it.each([...Object.keys(grants).filter((name) => name !== 'pages'), 'pre-token'])(
    '%s makes use of all that it is granted',
    (name) => {
      const policy = policies.get(name);
      expect(policy && notUsed(policy, taken)).toEqual([]);
    },
  );

  it('a grant too many is found', () => {
    const board = policies.get('board');
    const deleting = { Effect: 'Allow', Action: ['dynamodb:DeleteItem'], Resource: [board?.table ?? ''] };
    const wider = board && { ...board, statements: [...board.statements, deleting] };
    expect(wider && notUsed(wider, taken)).toEqual([`board dynamodb:DeleteItem on ${ownTable}`]);
  });
});

describe('what is not granted is found', () => {
  const register = 'ORG#council#PROGRAMME#tomorrow';
  const published = `${publishedPrefix}council#tomorrow`;

  it.each([
    ['the board reads a register', done('board', 'dynamodb:GetItem', ownTable, register)],
    ['the board queries the positions', done('board', 'dynamodb:Query', ownTable, `${register}#POSITIONS`)],
    [
      'the board reads a report and a position at once',
      done('board', 'dynamodb:GetItem', ownTable, published, register),
    ],
    ['the board queries without a partition', done('board', 'dynamodb:Query', ownTable)],
    ['the board writes a report', done('board', 'dynamodb:PutItem', ownTable, published)],
    ['queries write', done('queries', 'dynamodb:PutItem', ownTable, register)],
    ['queries ask what is due', done('queries', 'dynamodb:Query', `${ownTable}/index/${table.index.name}`, 'DUE#0')],
    ['queries ask for a report', done('queries', 'sqs:SendMessage', 'queue')],
    ['commands delete', done('commands', 'dynamodb:DeleteItem', ownTable, register)],
    ['commands scan', done('commands', 'dynamodb:Scan', ownTable)],
    ['the roll-up reads another table', done('roll-up', 'dynamodb:GetItem', 'table/another', register)],
    ['the roll-up makes a call that IAM does not know', done('roll-up', 'dynamodb:Guess', ownTable, register)],
    ['what makes messages writes of the record', done('messages', 'dynamodb:PutItem', ownTable, register)],
    ['the front page reads', done('front', 'dynamodb:GetItem', ownTable, published)],
    ['somebody without a function reads', done('nobody', 'dynamodb:GetItem', ownTable, published)],
  ])('%s', (_, one) => {
    expect(withoutGrant(policies, [one])).toHaveLength(1);
  });

  it('the same judge lets through what is granted', () => {
    const granted = [
      done('board', 'dynamodb:GetItem', ownTable, published),
      done('queries', 'dynamodb:BatchGetItem', ownTable, register, `${register}#REVIEWS`),
      done('roll-up', 'dynamodb:Query', `${ownTable}/index/${table.index.name}`, 'DUE#0'),
    ];
    expect(withoutGrant(policies, granted)).toEqual([]);
  });

  it('a grant taken away fails the run by the names of function, action and partition', () => {
    const queries = policies.get('queries');
    const narrower = new Map(policies);
    if (queries !== undefined)
      narrower.set('queries', {
        ...queries,
        statements: queries.statements.map((one) => ({
          ...one,
          Action: one.Action.filter((action) => action !== 'dynamodb:Query'),
        })),
      });
    const missing = withoutGrant(narrower, taken);
    expect(missing).toContain(`queries dynamodb:Query on ${ownTable} of ${register}#REVIEWS`);
    expect(missing.filter((sentence) => !sentence.startsWith('queries dynamodb:Query on '))).toEqual([]);
  });
});

describe('how a call is read', () => {
  const key = (pk: string) => ({ pk: { S: pk }, sk: { S: 'any' } });
  const TableName = 'one';
  const read = (operation: string, body: unknown) =>
    tableActionsOf({ who: 'commands', target: `DynamoDB_20120810.${operation}`, body: JSON.stringify(body) }).map(
      ({ action, on, keys }) => [action, on, ...keys],
    );

  it('a transaction is as many actions as it has items', () => {
    expect(
      read('TransactWriteItems', {
        TransactItems: [
          { Put: { TableName, Item: key('a') } },
          { Update: { TableName, Key: key('b') } },
          { Delete: { TableName, Key: key('c') } },
          { ConditionCheck: { TableName, Key: key('d') } },
        ],
      }),
    ).toEqual([
      ['dynamodb:PutItem', 'table/one', 'a'],
      ['dynamodb:UpdateItem', 'table/one', 'b'],
      ['dynamodb:DeleteItem', 'table/one', 'c'],
      ['dynamodb:ConditionCheckItem', 'table/one', 'd'],
    ]);
    expect(read('TransactGetItems', { TransactItems: [{ Get: { TableName, Key: key('a') } }] })).toEqual([
      ['dynamodb:GetItem', 'table/one', 'a'],
    ]);
  });

  it('a batch is one action on each table, and names each partition once', () => {
    expect(
      read('BatchGetItem', {
        RequestItems: { one: { Keys: [key('a'), key('b'), key('a')] }, two: { Keys: [key('c')] } },
      }),
    ).toEqual([
      ['dynamodb:BatchGetItem', 'table/one', 'a', 'b'],
      ['dynamodb:BatchGetItem', 'table/two', 'c'],
    ]);
  });

  it.each([
    [{}, '#p = :p AND begins_with(#s, :s)', 'pk', ['dynamodb:Query', 'table/one', 'a']],
    [{ IndexName: 'due' }, '#p = :p AND #s <= :s', 'duePartition', ['dynamodb:Query', 'table/one/index/due', 'a']],
    [{}, '#p = :p', 'another', ['dynamodb:Query', 'table/one']],
  ])('a query is held to the partition of its condition (%j, %s, %s)', (index, condition, name, expected) => {
    const query = {
      TableName,
      ...index,
      KeyConditionExpression: condition,
      ExpressionAttributeNames: { '#p': name, '#s': 'sk' },
      ExpressionAttributeValues: { ':p': { S: 'a' }, ':s': { S: 'b' } },
    };
    expect(read('Query', query)).toEqual([expected]);
  });
});
