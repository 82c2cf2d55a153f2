import { describe, expect, it } from 'vitest';
import type { Found } from '../../../cli/deploy/found.ts';
import { planOf } from '../../../cli/deploy/plan.ts';
import { choicesWith, deployed, done, empty, entra, pool } from '../../support/deployed-stacks.ts';

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

it('a plan names each stack once: made, brought up to date, or protected once it was made', () => {
  const sentences = (found: Found | undefined) =>
    planOf(choicesWith(), found, undefined).filter(({ kind }) => kind === 'deploy')[0]?.sentence;
  expect(sentences(empty)).toBe(
    'Make Tracker-kent-live-Storage, Tracker-kent-live-Application; protect Tracker-kent-live-People against deletion.',
  );
  const { Application: _, ...stacks } = deployed.stacks;
  expect(sentences({ ...deployed, stacks })).toBe(
    'Make Tracker-kent-live-Application; bring up to date Tracker-kent-live-Storage, Tracker-kent-live-People.',
  );
});

describe('what stands in front', () => {
  const domain = { name: 'tracker.kent.gov.uk', certificateArn: 'arn:aws:acm:eu-west-2:1:certificate/1' };
  const edge = { certificateArn: 'arn:aws:acm:us-east-1:1:certificate/1' };
  const inFront: Found = {
    ...deployed,
    stacks: { ...deployed.stacks, Edge: done() },
  };

  it('is prepared for where AWS keeps it, and made before what it stands in front of', () => {
    const [bootstrap, ...more] = planOf(choicesWith({ domain, edge }), undefined, undefined);
    expect(bootstrap?.sentence).toContain('in eu-west-2 and us-east-1');
    expect(more.find(({ kind }) => kind === 'deploy')?.sentence).toContain('Edge, Tracker-kent-live-Application');
  });

  it('is deleted once it is no longer chosen, after the application has let go of it', () => {
    const steps = planOf(choicesWith({ domain }), inFront, undefined);
    expect(steps.map(({ kind }) => kind)).toEqual(['bundle', 'deploy', 'remove-edge', 'first-call']);
    expect(steps[2]).toMatchObject({ stack: 'Tracker-kent-live-Edge', region: 'us-east-1' });
    expect(kinds(choicesWith({ domain, edge }), inFront, undefined)).not.toContain('remove-edge');
    expect(kinds(choicesWith(), deployed, undefined)).not.toContain('remove-edge');
  });

  it('is cleared away where its first creation failed, in its own region', () => {
    const failed = { ...deployed, stacks: { ...deployed.stacks, Edge: done({}, 'ROLLBACK_COMPLETE') } };
    expect(planOf(choicesWith(), failed, undefined)[0]).toMatchObject({ kind: 'clear', region: 'us-east-1' });
    expect(kinds(choicesWith(), failed, undefined)).toEqual(['clear', 'bundle', 'deploy', 'first-call']);
  });
});
