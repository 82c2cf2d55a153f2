import { describe, expect, it } from 'vitest';
import { table as shape } from '#store/table/table-definition.ts';
import { synthesised } from './synthesised.ts';

describe('the record of the programmes', () => {
  const tables = Object.values(synthesised().storage.findResources('AWS::DynamoDB::GlobalTable'));
  const table = tables[0];
  const replica = table?.Properties.Replicas[0];

  it('is one table, paid for by use, in one region', () => {
    expect(tables).toHaveLength(1);
    expect(table?.Properties.BillingMode).toBe('PAY_PER_REQUEST');
    expect(table?.Properties.Replicas).toHaveLength(1);
  });

  it('can be taken back to any second of the last 35 days', () => {
    expect(replica.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it('cannot be deleted by mistake, and stays when its stack goes', () => {
    expect(replica.DeletionProtectionEnabled).toBe(true);
    expect(table?.DeletionPolicy).toBe('Retain');
    expect(table?.UpdateReplacePolicy).toBe('Retain');
  });

  it('has the keys, expiry and stream that the store is written for', () => {
    expect(table?.Properties.KeySchema).toEqual([
      { AttributeName: shape.partitionKey, KeyType: 'HASH' },
      { AttributeName: shape.sortKey, KeyType: 'RANGE' },
    ]);
    expect(table?.Properties.TimeToLiveSpecification).toEqual({ AttributeName: shape.timeToLive, Enabled: true });
    expect(table?.Properties.StreamSpecification).toEqual({ StreamViewType: shape.stream });
  });

  it('has the one index of what is due, which holds keys and nothing else', () => {
    expect(table?.Properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: shape.index.name,
        KeySchema: [
          { AttributeName: shape.index.partitionKey, KeyType: 'HASH' },
          { AttributeName: shape.index.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ]);
  });

  it('has only texts as keys', () => {
    const types: readonly { AttributeType: string }[] = table?.Properties.AttributeDefinitions;
    expect(new Set(types.map(({ AttributeType }) => AttributeType))).toEqual(new Set(['S']));
  });
});
