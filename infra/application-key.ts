import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

const mayUse = (principal: ServicePrincipal, actions: readonly string[], conditions: Record<string, unknown>) =>
  new PolicyStatement({ actions: [...actions], principals: [principal], resources: ['*'], conditions });

/**
 * The one key of the application: it encrypts what the alarms say and what the functions log. AWS's own keys would not
 * do for the alarms, since CloudWatch may not use the one of SNS; a key costs a dollar a month, so the logs share it.
 */
export const applicationKey = (scope: Construct): Key => {
  const key = new Key(scope, 'HouseKey', {
    description: 'Encrypts the alarms and the logs of the transformation tracker',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  key.addToResourcePolicy(
    mayUse(new ServicePrincipal('cloudwatch.amazonaws.com'), ['kms:Decrypt', 'kms:GenerateDataKey*'], {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    }),
  );
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html: every log group of this
  // account and region, since a key that named its log groups would need them before they can be.
  key.addToResourcePolicy(
    mayUse(
      new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`),
      ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': Stack.of(scope).formatArn({
            service: 'logs',
            resource: 'log-group',
            resourceName: '*',
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    ),
  );
  return key;
};
