import { Aws } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { allow } from './grants.ts';

/** Reads some secrets, through Secrets Manager alone. */
export const readSecrets = (secrets: readonly ISecret[], key: IKey): readonly PolicyStatement[] =>
  secrets.length === 0
    ? []
    : [
        allow(
          ['secretsmanager:GetSecretValue'],
          secrets.map((secret) => secret.secretArn),
        ),
        allow(['kms:Decrypt'], [key.keyArn], {
          StringEquals: { 'kms:ViaService': `secretsmanager.${Aws.REGION}.amazonaws.com` },
        }),
      ];
