import { Duration, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { Choices } from './choices.ts';

/**
 * A daily backup of the table, copied into a vault of another account. Both keep it as long, and the vault here is locked in
 * governance mode: nobody without a right of its own shortens it.
 */
export const addBackup = (scope: Construct, table: ITableV2, backup: NonNullable<Choices['backup']>): void => {
  const kept = Duration.days(backup.days);
  const vault = new BackupVault(scope, 'Vault', { lockConfiguration: { minRetention: kept } });
  const plan = new BackupPlan(scope, 'Backup', { backupVault: vault });
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'daily',
      // After the night's work and before the morning's reports.
      scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
      deleteAfter: kept,
      copyActions: [
        {
          destinationBackupVault: BackupVault.fromBackupVaultArn(scope, 'OtherVault', backup.vaultArn),
          deleteAfter: kept,
        },
      ],
    }),
  );
  const selection = plan.addSelection('Table', { resources: [BackupResource.fromArn(table.tableArn)] });
  Validations.of(selection).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    reason:
      "AWS Backup's own policy is the one that AWS keeps in step with what its backups of tables need; only AWS Backup may take the role.",
  });
};
