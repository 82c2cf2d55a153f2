import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '#store/table/client.ts';
import { table as shape } from '#store/table/table-definition.ts';

/** A setting that a restored table comes back without, whether a table has it, and how it gets it back. */
interface Setting {
  readonly what: string;
  readonly command: (name: string) => string;
  readonly has: (table: Table) => Promise<boolean>;
  readonly putBack: (table: Table) => Promise<unknown>;
}

const settings: readonly Setting[] = [
  {
    what: 'point-in-time recovery over 35 days',
    command: (name) =>
      `aws dynamodb update-continuous-backups --table-name ${name} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true,RecoveryPeriodInDays=35`,
    has: async ({ client, name }) =>
      (await client.send(new DescribeContinuousBackupsCommand({ TableName: name }))).ContinuousBackupsDescription
        ?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED',
    putBack: ({ client, name }) =>
      client.send(
        new UpdateContinuousBackupsCommand({
          TableName: name,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        }),
      ),
  },
  {
    what: 'deletion protection',
    command: (name) => `aws dynamodb update-table --table-name ${name} --deletion-protection-enabled`,
    has: async ({ client, name }) =>
      (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.DeletionProtectionEnabled === true,
    putBack: ({ client, name }) =>
      client.send(new UpdateTableCommand({ TableName: name, DeletionProtectionEnabled: true })),
  },
  {
    what: 'time to live, by which idempotency records go after seven days',
    command: (name) =>
      `aws dynamodb update-time-to-live --table-name ${name} --time-to-live-specification Enabled=true,AttributeName=${shape.timeToLive}`,
    has: async ({ client, name }) => {
      const { TimeToLiveDescription: ttl } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
      return (
        ttl?.AttributeName === shape.timeToLive &&
        (ttl.TimeToLiveStatus === 'ENABLED' || ttl.TimeToLiveStatus === 'ENABLING')
      );
    },
    putBack: ({ client, name }) =>
      client.send(
        new UpdateTimeToLiveCommand({
          TableName: name,
          TimeToLiveSpecification: { Enabled: true, AttributeName: shape.timeToLive },
        }),
      ),
  },
  {
    what: 'the stream of changes',
    command: (name) =>
      `aws dynamodb update-table --table-name ${name} --stream-specification StreamEnabled=true,StreamViewType=${shape.stream}`,
    has: async ({ client, name }) => {
      const { Table: described } = await client.send(new DescribeTableCommand({ TableName: name }));
      return (
        described?.StreamSpecification?.StreamEnabled === true &&
        described.StreamSpecification.StreamViewType === shape.stream
      );
    },
    putBack: ({ client, name }) =>
      client.send(
        new UpdateTableCommand({
          TableName: name,
          StreamSpecification: { StreamEnabled: true, StreamViewType: shape.stream },
        }),
      ),
  },
];

export interface SettingFound {
  readonly what: string;
  readonly command: string;
  readonly state: 'there' | 'missing' | 'not said by this engine';
}

const stateOf = (table: Table, setting: Setting): Promise<SettingFound['state']> =>
  setting.has(table).then(
    (required) => (required ? 'there' : 'missing'),
    (fault: unknown) => {
      if (
        fault instanceof Error &&
        /UnknownOperation|not supported|Unsupported/i.test(`${fault.name} ${fault.message}`)
      )
        return 'not said by this engine';
      throw fault;
    },
  );

/** What a table has of the settings that a restore leaves behind, each with the command that puts it back on AWS. */
export const settingsFound = async (table: Table): Promise<readonly SettingFound[]> => {
  const found: SettingFound[] = [];
  for (const setting of settings)
    found.push({ what: setting.what, command: setting.command(table.name), state: await stateOf(table, setting) });
  return found;
};

/** Restores the missing settings that the engine supports. */
export const putSettingsBack = async (table: Table): Promise<void> => {
  for (const setting of settings) if ((await stateOf(table, setting)) === 'missing') await setting.putBack(table);
};
