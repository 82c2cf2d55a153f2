import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The council's own key of the record: of the table and of the log of who asked for what. Retained with them: a record whose key
 * is deleted cannot be read by anybody again, its backups neither.
 *
 * @param accessLogName the one log group that the key may be used for
 */
export const recordKey = (scope: Construct, accessLogName: string): Key => {
  const key = new Key(scope, 'RecordKey', {
    description: 'Encrypts the record of the transformation tracker: without it nobody can read it again',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
      resources: ['*'],
      conditions: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': Stack.of(scope).formatArn({
            service: 'logs',
            resource: 'log-group',
            resourceName: accessLogName,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
  return key;
};
