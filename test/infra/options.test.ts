import { describe, expect, it } from 'vitest';
import { rulePacks } from '#infra/rule-packs.ts';
import { synthesised } from './synthesised.ts';

/* What a council may add. All of it is off unless it is chosen. */

const domain = {
  name: 'tracker.kent.gov.uk',
  certificateArn: 'arn:aws:acm:eu-west-2:123456789012:certificate/11111111-1111-4111-8111-111111111111',
};
const backup = { vaultArn: 'arn:aws:backup:eu-west-2:999999999999:backup-vault:kent' };
const plain = synthesised();
const chosen = synthesised({ domain, backup, mailFrom: 'tracker@kent.gov.uk' });
const only = (made: typeof plain, type: string) => made.ofType(type)[0]?.[1].Properties;

describe('an address of the council', () => {
  it('closes the one that API Gateway gives, so that nothing in front can be walked around', () => {
    expect(only(chosen, 'AWS::ApiGatewayV2::Api').DisableExecuteApiEndpoint).toBe(true);
    expect(only(plain, 'AWS::ApiGatewayV2::Api').DisableExecuteApiEndpoint).toBe(false);
  });

  it('is served under its certificate, where people come back to after signing in', () => {
    expect(only(chosen, 'AWS::ApiGatewayV2::DomainName')).toMatchObject({
      DomainName: domain.name,
      DomainNameConfigurations: [{ CertificateArn: domain.certificateArn, SecurityPolicy: 'TLS_1_2' }],
    });
    expect(chosen.ofType('AWS::ApiGatewayV2::ApiMapping')).toHaveLength(1);
    const [stage] = chosen.ofType('AWS::ApiGatewayV2::Stage')[0] ?? ['none'];
    expect(chosen.ofType('AWS::ApiGatewayV2::ApiMapping')[0]?.[1].DependsOn).toContain(stage);
    expect(only(chosen, 'AWS::Cognito::UserPoolClient').CallbackURLs).toEqual([
      'https://tracker.kent.gov.uk/pages/signed-in',
    ]);
    expect(chosen.application.findOutputs('Address').Address?.Value).toBe('https://tracker.kent.gov.uk');
  });
});

it('mails come through Amazon SES from the council', () => {
  expect(only(plain, 'AWS::Cognito::UserPool').EmailConfiguration).toBeUndefined();
  expect(only(chosen, 'AWS::Cognito::UserPool').EmailConfiguration).toMatchObject({
    EmailSendingAccount: 'DEVELOPER',
    From: 'Transformation tracker <tracker@kent.gov.uk>',
  });
});

it('the table is backed up each day into a locked vault, and copied into that of another account', () => {
  expect(plain.storage.findResources('AWS::Backup::BackupPlan')).toEqual({});
  const [vault] = Object.values(chosen.storage.findResources('AWS::Backup::BackupVault'));
  expect(vault?.Properties.LockConfiguration).toEqual({ MinRetentionDays: 35 });
  expect(vault?.DeletionPolicy).toBe('Retain');
  const [plan] = Object.values(chosen.storage.findResources('AWS::Backup::BackupPlan'));
  expect(plan?.Properties.BackupPlan.BackupPlanRule).toEqual([
    expect.objectContaining({
      Lifecycle: { DeleteAfterDays: 35 },
      CopyActions: [{ DestinationBackupVaultArn: backup.vaultArn, Lifecycle: { DeleteAfterDays: 35 } }],
    }),
  ]);
});

it('the published rules find nothing in any of it that is not explained', () => {
  expect(rulePacks().flatMap((pack) => pack.validateScope(chosen.app).violations)).toEqual([]);
});
