import { describe, expect, it } from 'vitest';
import { entra, everyOption, synthesised } from './synthesised.ts';

/* A key of the council's own for the table and for the log of who asked for what. */

const plain = synthesised();
const made = synthesised({ recordKey: true });
const keys = Object.entries(made.storage.findResources('AWS::KMS::Key'));
const [keyId, key] = keys[0] ?? ['none', undefined];

const roleOf = (host: string, of = made) =>
  of
    .ofType('AWS::IAM::Role')
    .map(([, { Properties }]) => Properties)
    .find(({ Description }) => Description === `What the ${host} function may do`);
interface Statement {
  readonly Action: string | readonly string[];
  readonly Condition?: unknown;
  readonly Resource?: unknown;
}
const ofKey = (host: string): readonly Statement[] =>
  ((roleOf(host)?.Policies[0].PolicyDocument.Statement ?? []) as readonly Statement[]).filter(({ Action }) =>
    [Action].flat().some((one) => one.startsWith('kms:')),
  );

it('is off unless it is chosen, and leaves every template as it was', () => {
  expect(plain.storage.findResources('AWS::KMS::Key')).toEqual({});
  expect(synthesised({ recordKey: false }).storage.toJSON()).toEqual(plain.storage.toJSON());
  expect(JSON.stringify(plain.application.toJSON())).not.toMatch(/"kms:ViaService":[^}]*dynamodb/);
});

it('is turned each year, and stays as long as what it encrypts', () => {
  expect(keys).toHaveLength(1);
  expect(key).toMatchObject({
    Properties: { EnableKeyRotation: true },
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
  });
});

it('encrypts the table and the access log, which stay the same table and the same log', () => {
  const [[tableId, table] = ['none', undefined]] = Object.entries(
    made.storage.findResources('AWS::DynamoDB::GlobalTable'),
  );
  expect(Object.keys(plain.storage.findResources('AWS::DynamoDB::GlobalTable'))).toEqual([tableId]);
  expect(table?.Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
  expect(table?.Properties.Replicas[0].SSESpecification.KMSMasterKeyId).toEqual({ 'Fn::GetAtt': [keyId, 'Arn'] });
  const [log] = Object.values(made.storage.findResources('AWS::Logs::LogGroup'));
  expect(log?.Properties.KmsKeyId).toEqual({ 'Fn::GetAtt': [keyId, 'Arn'] });
  expect(log?.Properties.LogGroupName).toBe('/aws/vendedlogs/Tracker-kent-live-Access');
});

it('lets CloudWatch use it for that one log, and no other service', () => {
  const statements: readonly (Statement & { readonly Principal: { readonly Service?: unknown } })[] =
    key?.Properties.KeyPolicy.Statement;
  const ofServices = statements.filter(({ Principal }) => Principal.Service !== undefined);
  expect(ofServices).toHaveLength(1);
  expect(JSON.stringify(ofServices[0]?.Condition)).toContain(':log-group:/aws/vendedlogs/Tracker-kent-live-Access"');
});

describe('the functions', () => {
  it.each([
    ['commands', true],
    ['roll-up', true],
    ['queries', false],
    ['board', false],
  ])('%s may use it through DynamoDB, for this table alone, as far as it reads or writes', (host, mayWrite) => {
    const [statement, ...more] = ofKey(host);
    expect(more).toEqual([]);
    expect(statement?.Action).toEqual([
      'kms:Decrypt',
      'kms:DescribeKey',
      ...(mayWrite ? ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'] : []),
    ]);
    expect(JSON.stringify(statement?.Resource)).toContain('ImportValue');
    expect(statement?.Condition).toEqual({
      StringEquals: {
        'kms:ViaService': { 'Fn::Join': ['', ['dynamodb.', { Ref: 'AWS::Region' }, '.amazonaws.com']] },
        'kms:EncryptionContext:aws:dynamodb:tableName': expect.anything(),
      },
    });
  });

  it('front may not use it at all', () => {
    expect(ofKey('front')).toEqual([]);
  });

  it('use it for a restored table, by that name', () => {
    const restored = synthesised({ recordKey: true, tableName: 'tracker-restored-20261121' });
    const role = roleOf('commands', restored);
    expect(JSON.stringify(role)).toContain(
      '"kms:EncryptionContext:aws:dynamodb:tableName":"tracker-restored-20261121"',
    );
  });
});

it('works with an issuer of the council too', () => {
  expect(Object.keys(synthesised({ ...entra, recordKey: true }).storage.findResources('AWS::KMS::Key'))).toEqual([
    keyId,
  ]);
});

it('what is backed up is the table that is the record now', () => {
  const { backup } = everyOption;
  const restored = synthesised({ backup, tableName: 'tracker-restored-20261121' });
  const [selection] = Object.values(restored.storage.findResources('AWS::Backup::BackupSelection'));
  expect(JSON.stringify(selection?.Properties.BackupSelection.Resources)).toContain('table/tracker-restored-20261121');
});
