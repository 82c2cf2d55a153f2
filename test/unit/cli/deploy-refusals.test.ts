import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Found } from '../../../cli/deploy/found.ts';
import { refusalsOf, refusalsToTakeDown } from '../../../cli/deploy/refusals.ts';
import { choicesWith, deployed, done, empty, entra, pool } from '../../support/deployed-stacks.ts';

describe('a deployment is refused', () => {
  const refused = (more: Readonly<Record<string, unknown>>, found = deployed, accepted: readonly string[] = []) =>
    refusalsOf(choicesWith(more), found, accepted);

  it('not at all where its choices are those of the last, or where there is no last', () => {
    expect(refused({})).toEqual([]);
    expect(refused({}, empty)).toEqual([]);
    expect(refused(entra, empty)).toEqual([]);
    expect(refused({ requestsPerSecond: 100, alarmEmail: 'a@kent.gov.uk' })).toEqual([]);
  });

  it.each([
    ['another issuer', entra, 'everybody signs in anew', 'issuer'],
    [
      'another sign-in address',
      { signIn: { with: 'cognito', domain: 'kent' } },
      'anybody may take it',
      'sign-in-address',
    ],
    ['another table', { tableName: 'table-2' }, 'another record', 'table'],
  ])('for %s than the last, in plain words, unless it is meant', (_what, more, sentence, name) => {
    const found = refused(more);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(sentence);
    expect(found[0]).toContain(`--accept ${name}`);
    expect(refused(more, deployed, [name])).toEqual([]);
  });

  it('for other claims than the last, of which each would hide the record or its people', () => {
    const last = { ...deployed.stacks.Application?.outputs, Issuer: 'https://id.example', SignInAddress: '' };
    const { SignInAddress: _, ...outputs } = last;
    const found = { ...deployed, stacks: { ...deployed.stacks, Application: done(outputs) } };
    const signIn = { ...entra.signIn, claims: { organisation: 'tid', subject: 'oid' } };
    expect(refused({ signIn }, found)).toEqual([
      expect.stringContaining('the tracker will look empty'),
      expect.stringContaining('history names people by the old one'),
    ]);
    expect(refused({ signIn }, found, ['claims'])).toEqual([]);
  });

  it('for another council or stage in the same stacks, whatever is accepted', () => {
    const stackPrefix = 'Tracker-kent-live-';
    expect(refused({ stage: 'test', stackPrefix }, deployed, ['sign-in-address'])).toEqual([
      expect.stringContaining('the stage live, the file of choices says test'),
    ]);
  });

  it('where the people of the last are gone and a new pool would know nobody: it says which pool to adopt', () => {
    const { People: _, ...stacks } = deployed.stacks;
    expect(refused({}, { ...deployed, stacks })).toEqual([expect.stringContaining(`"userPoolId": "${pool}"`)]);
    expect(refused({ signIn: { with: 'cognito', userPoolId: pool } }, { ...deployed, stacks })).toEqual([]);
  });

  it('where the way back from an issuer would make a new pool, unless that is meant', () => {
    const { People: _, ...stacks } = deployed.stacks;
    const away = { ...stacks, Application: done({ Issuer: 'https://id.example' }) };
    expect(refused({}, { ...deployed, stacks: away })).toEqual([expect.stringContaining('a new user pool')]);
  });

  it('where the record is under a key of its own that the choices do not name any more', () => {
    const Storage = done({ TableName: 'table-1', RecordKeyArn: 'arn:aws:kms:eu-west-2:123456789012:key/1' });
    const found = { ...deployed, stacks: { ...deployed.stacks, Storage } };
    expect(refused({}, found)).toEqual([expect.stringContaining('"recordKey": true')]);
    expect(refused({ recordKey: true }, found)).toEqual([]);
    expect(refused({ recordKey: true })).toEqual([]);
  });

  it.each(['first', 'after a teardown'])(
    'where a copied file names the table of another stage (%s), unless it is meant',
    (when) => {
      const { Application: _, ...stacks } = deployed.stacks;
      const found = { ...deployed, stacks: when === 'first' ? {} : stacks };
      expect(refused({ tableName: 'table-2' }, found)).toEqual([
        expect.stringMatching(/Take "tableName" out of a file that was copied\..*--accept table/),
      ]);
      expect(refused({ tableName: 'table-2' }, found, ['table'])).toEqual([]);
    },
  );

  it('with credentials of another account than the choices name', () => {
    expect(refused({ account: '999999999999' })).toEqual([expect.stringContaining('are of the account 123456789012')]);
  });

  it.each([
    ['UPDATE_IN_PROGRESS', 'wait until it is done'],
    ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback --stack-name Tracker-kent-live-Storage'],
  ])('while a stack is in %s', (status, sentence) => {
    const stacks = { ...deployed.stacks, Storage: done({ TableName: 'table-1' }, status) };
    expect(refused({}, { ...deployed, stacks })).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('what the runbook says to do', () => {
  const runbook = readFileSync(resolve(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');
  const [lost = ''] = runbook.split('### A user pool that was lost')[1]?.split('\n### ') ?? [];
  const accepted = [...lost.matchAll(/--accept ([a-z-]+)/g)].map(([, name = '']) => name);
  const { People, ...withoutPeople } = deployed.stacks;

  it.each([
    ['still there', { ...withoutPeople, People }],
    ['gone', withoutPeople],
  ])(
    'with a lost pool begins, the stack of the people being %s: down, and up again with a new pool',
    (_what, stacks) => {
      expect(lost).toContain('--down --yes');
      expect(accepted).toContain('issuer');
      expect(refusalsToTakeDown(choicesWith(), { ...deployed, stacks: stacks as Found['stacks'] })).toEqual([]);
      const { Application: _, ...left } = withoutPeople;
      for (const found of [withoutPeople, left])
        expect(refusalsOf(choicesWith(), { ...deployed, stacks: found }, accepted)).toEqual([]);
    },
  );
});

it('a deployment on a pool that was deleted is refused, and taking it down is not', () => {
  const found = { ...deployed, lostPool: pool };
  expect(refusalsOf(choicesWith(), found, ['issuer'])).toEqual([expect.stringContaining('A user pool that was lost')]);
  expect(refusalsToTakeDown(choicesWith(), found)).toEqual([]);
});

describe('taking it down is refused', () => {
  it('not for what a deployment would be, since all of that goes', () => {
    expect(refusalsToTakeDown(choicesWith({ tableName: 'table-2', ...entra }), deployed)).toEqual([]);
  });

  it('for stacks of another council, another account, or that are being changed', () => {
    const stacks = { ...deployed.stacks, Application: done({ Council: 'medway' }, 'UPDATE_IN_PROGRESS') };
    expect(refusalsToTakeDown(choicesWith({ account: '999999999999' }), { ...deployed, stacks })).toEqual([
      expect.stringContaining('are of the account'),
      expect.stringContaining('wait until it is done'),
      expect.stringContaining('the council medway'),
    ]);
  });
});
