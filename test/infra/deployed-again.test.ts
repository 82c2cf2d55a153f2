import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { cognito, entra, synthesised } from './synthesised.ts';

/*
 * The second deployment, made from what the first left behind: people and record must be the same after a teardown, a change
 * of issuer and back, and a restored table.
 */

const poolId = 'eu-west-2_AbCdEfGhI';
const adopting = { signIn: { with: 'cognito', userPoolId: poolId } };

const functionNameOf = (template: Template | undefined): unknown =>
  Object.values(template?.findResources('AWS::Lambda::Function') ?? {})[0]?.Properties.FunctionName;
const exportsOf = (template: Template | undefined): readonly string[] =>
  Object.values(template?.findOutputs('*') ?? {}).flatMap(({ Export }) => (Export === undefined ? [] : [Export.Name]));
const importsOf = (template: Template): ReadonlySet<string> =>
  new Set(
    [...JSON.stringify(template.toJSON()).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name]) => name ?? ''),
  );

describe('the people of a deployment', () => {
  const first = synthesised();

  it('stay where they are when the application is taken down: nothing of it holds a person or a group', () => {
    const types = Object.values(first.application.toJSON().Resources).map((one) => (one as { Type: string }).Type);
    expect(types.filter((type) => ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolGroup'].includes(type))).toEqual(
      [],
    );
    expect(first.people?.toJSON().Outputs).toHaveProperty('UserPoolId');
  });

  it('are in a stack that AWS does not delete by mistake, and in which all of them outlive it', () => {
    for (const type of ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolGroup'])
      for (const [, { DeletionPolicy }] of first.ofType(type)) expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(first.app.node.tryFindChild('TrackerPeople')).toMatchObject({ terminationProtection: true });
    expect(first.app.node.tryFindChild('TrackerStorage')).toMatchObject({ terminationProtection: true });
  });

  it('are adopted after that stack is gone too: the same issuer, and no second pool', () => {
    const second = synthesised(adopting);
    for (const type of ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolGroup'])
      expect(second.ofType(type)).toEqual([]);
    const issuer = second.ofType('AWS::ApiGatewayV2::Authorizer')[0]?.[1].Properties.JwtConfiguration.Issuer;
    expect(issuer).toBe(`https://cognito-idp.eu-west-2.amazonaws.com/${poolId}`);
    expect(second.people?.findOutputs('UserPoolId').UserPoolId?.Value).toBe(poolId);
    for (const type of ['AWS::Cognito::UserPoolClient', 'AWS::Cognito::UserPoolDomain'])
      expect(second.ofType(type)[0]?.[1].Properties.UserPoolId).toBe(poolId);
  });

  it('can sign in then: the pool names its trigger by a name that is made again, and may call it', () => {
    const second = synthesised(adopting);
    expect(functionNameOf(first.people)).toBe('Tracker-kent-live-PreToken');
    expect(functionNameOf(second.people)).toBe(functionNameOf(first.people));
    const [, permission] = second
      .ofType('AWS::Lambda::Permission')
      .find(([, { Properties }]) => Properties.Principal === 'cognito-idp.amazonaws.com') ?? ['none'];
    expect(JSON.stringify(permission?.Properties.SourceArn)).toContain(`userpool/${poolId}`);
  });

  it('leave no orphan where the very first deployment fails: the pool can be taken back until it is made', () => {
    const [, pool] = synthesised({}, { isFirst: true }).ofType('AWS::Cognito::UserPool')[0] ?? ['none'];
    expect(pool?.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(pool?.Properties.DeletionProtection).toBe('INACTIVE');
    expect(first.ofType('AWS::Cognito::UserPool')[0]?.[1].Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('are left alone by a deployment with an issuer of its own, and are there again after the way back', () => {
    const away = synthesised(entra);
    expect(away.app.node.tryFindChild('TrackerPeople')).toBeUndefined();
    expect([...importsOf(away.application)].filter((name) => name.includes('People'))).toEqual([]);
    expect(synthesised(cognito).people?.toJSON()).toEqual(first.people?.toJSON());
  });
});

describe('a restored table', () => {
  const before = synthesised();
  const after = synthesised({ tableName: 'tracker-restored-20261121' });

  it('is taken in by its name: every function, right, alarm and graph', () => {
    for (const [, { Properties }] of after.ofType('AWS::Lambda::Function')) {
      const { TABLE_NAME } = Properties.Environment.Variables;
      if (TABLE_NAME !== undefined) expect(TABLE_NAME).toBe('tracker-restored-20261121');
    }
    expect(JSON.stringify(after.ofType('AWS::IAM::Role'))).toContain('table/tracker-restored-20261121');
    const own = exportsOf(before.storage).filter((name) => name.includes('Table'));
    expect(own.length).toBeGreaterThan(1);
    expect([...importsOf(after.application)].filter((name) => own.includes(name))).toEqual([]);
  });

  it('replaces nothing of the storage stack, whose exports the application still has until it is deployed', () => {
    expect(after.storage.findResources('AWS::DynamoDB::GlobalTable')).toEqual(
      before.storage.findResources('AWS::DynamoDB::GlobalTable'),
    );
    expect(exportsOf(after.storage)).toEqual(expect.arrayContaining([...exportsOf(before.storage)]));
  });
});

describe('several stages in one account', () => {
  const [live, test] = [synthesised(), synthesised({ stage: 'test' })];

  it('share no name: stacks, functions, log groups, exports', () => {
    const names = [live, test].map(({ app, storage, people }) => [
      ...app.node.children.flatMap((stack) => ('stackName' in stack ? [stack.stackName] : [])),
      functionNameOf(people),
      ...Object.values(storage.findResources('AWS::Logs::LogGroup')).map(({ Properties }) => Properties.LogGroupName),
      ...exportsOf(storage),
      ...exportsOf(people),
    ]);
    expect(names[0]?.length).toBeGreaterThan(7);
    expect(names[0]?.filter((name) => names[1]?.includes(name))).toEqual([]);
  });

  it('are tagged, so that a bill says whose they are', () => {
    expect(test.ofType('AWS::SQS::Queue')[0]?.[1].Properties.Tags).toEqual([
      { Key: 'application', Value: 'transformation-tracker' },
      { Key: 'council', Value: 'kent' },
      { Key: 'stage', Value: 'test' },
    ]);
  });

  it('may be called as 0.2.0 called its two stacks', () => {
    const old = synthesised({ stackPrefix: 'Tracker' });
    expect(old.app.node.children.map((stack) => ('stackName' in stack ? stack.stackName : ''))).toEqual(
      expect.arrayContaining(['TrackerStorage', 'TrackerPeople', 'TrackerApplication']),
    );
  });
});
