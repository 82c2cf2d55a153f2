import { describe, expect, it } from 'vitest';
import { choicesOf } from '#infra/choices.ts';
import type { Found } from '../../../cli/deploy/found.ts';
import { planOf, takenDown } from '../../../cli/deploy/plan.ts';
import { refusalsOf } from '../../../cli/deploy/refusals.ts';

const choicesWith = (more: Readonly<Record<string, unknown>> = {}) =>
  choicesOf(
    JSON.stringify({ council: 'kent', stage: 'live', region: 'eu-west-2', signIn: { with: 'cognito' }, ...more }),
    'kent-live.json',
  );
const entra = {
  signIn: { with: 'issuer', issuer: 'https://id.example', audience: ['a'], scope: 'api://a/tracker' },
};
const pool = 'eu-west-2_AbCdEfGhI';
const issuer = `https://cognito-idp.eu-west-2.amazonaws.com/${pool}`;
const done = (outputs: Record<string, string> = {}, status = 'UPDATE_COMPLETE') => ({ status, outputs });
const deployed: Found = {
  account: '123456789012',
  unprepared: [],
  concurrency: 1_000,
  stacks: {
    Storage: done({ TableName: 'table-1' }),
    People: done({ UserPoolId: pool }),
    Application: done({
      Council: 'kent',
      Stage: 'live',
      Issuer: issuer,
      SignInAddress: 'https://tracker-kent-live-123456789012.auth.eu-west-2.amazoncognito.com',
      OrganisationClaim: 'organisation',
      SubjectClaim: 'sub',
      Table: 'table-1',
    }),
  },
};
const empty: Found = { ...deployed, unprepared: ['eu-west-2'], stacks: {} };
const kinds = (...given: Parameters<typeof planOf>): readonly string[] => planOf(...given).map(({ kind }) => kind);

describe('the steps of a deployment', () => {
  const all = ['bootstrap', 'bundle', 'first-people', 'deploy', 'first-call', 'first-user'];

  it('are all of them in an empty account, and the same where none was asked', () => {
    expect(kinds(choicesWith(), empty, 'a@kent.gov.uk')).toEqual(all);
    expect(kinds(choicesWith(), undefined, 'a@kent.gov.uk')).toEqual(all);
  });

  it('are fewer when it is run again: an upgrade bundles, deploys and calls', () => {
    expect(kinds(choicesWith(), deployed, undefined)).toEqual(['bundle', 'deploy', 'first-call']);
  });

  it('make no user with an issuer of the council, and say whom to assign', () => {
    expect(kinds(choicesWith(entra), empty, 'a@kent.gov.uk')).toEqual([
      'bootstrap',
      'bundle',
      'deploy',
      'first-call',
      'assign',
    ]);
    expect(planOf(choicesWith(entra), empty, 'a@kent.gov.uk').at(-1)?.sentence).toContain('a@kent.gov.uk');
  });

  it.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'])(
    'clear away what a first creation that failed left (%s), and make it as for the first time',
    (status) => {
      const failed: Found = { ...deployed, stacks: { Storage: done(), People: done({}, status) } };
      expect(kinds(choicesWith(), failed, undefined)).toEqual([
        'clear',
        'bundle',
        'first-people',
        'deploy',
        'first-call',
      ]);
      expect(planOf(choicesWith(), failed, undefined)[0]?.stack).toBe('Tracker-kent-live-People');
    },
  );

  it('say so where a pool is adopted', () => {
    const [, , people] = planOf(choicesWith({ signIn: { with: 'cognito', userPoolId: pool } }), undefined, undefined);
    expect(people?.sentence).toContain(`${pool}, which stays as it is`);
  });
});

describe('what stands in front', () => {
  const domain = { name: 'tracker.kent.gov.uk', certificateArn: 'arn:aws:acm:eu-west-2:1:certificate/1' };
  const edge = { certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' };
  const inFront: Found = {
    ...deployed,
    stacks: { ...deployed.stacks, Application: done({ EdgeTarget: 'd1.cloudfront.net' }) },
  };

  it('is prepared for where AWS keeps it, and made before what it stands in front of', () => {
    const [bootstrap, ...more] = planOf(choicesWith({ domain, edge }), undefined, undefined);
    expect(bootstrap?.sentence).toContain('in eu-west-2 and us-east-1');
    expect(more.find(({ kind }) => kind === 'deploy')?.sentence).toContain('Edge, Tracker-kent-live-Application');
  });

  it('is deleted once it is no longer chosen, after the application has let go of it', () => {
    const steps = planOf(choicesWith({ domain }), inFront, undefined);
    expect(steps.map(({ kind }) => kind)).toEqual(['bundle', 'deploy', 'remove-edge', 'first-call']);
    expect(steps[2]?.stack).toBe('Tracker-kent-live-Edge');
    expect(kinds(choicesWith({ domain, edge }), inFront, undefined)).not.toContain('remove-edge');
    expect(kinds(choicesWith(), deployed, undefined)).not.toContain('remove-edge');
  });

  it('goes with the application when it is taken down, and record and people stay', () => {
    expect(takenDown(choicesWith({ domain, edge }))).toEqual(['TrackerApplication', 'TrackerEdge']);
    expect(takenDown(choicesWith())).toEqual(['TrackerApplication']);
  });
});

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
