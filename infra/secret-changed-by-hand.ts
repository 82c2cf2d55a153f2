import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret, type SecretProps } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

interface AboutSecret extends Required<Pick<SecretProps, 'description'>>, Pick<SecretProps, 'generateSecretString'> {
  readonly key: IKey;
  /** Why nothing changes it by itself, for who checks the template. */
  readonly reason: string;
}

/** A secret that people change by hand: it goes with the stack. */
export const secretChangedByHand = (scope: Construct, id: string, { key, reason, ...about }: AboutSecret): Secret => {
  const secret = new Secret(scope, id, { ...about, encryptionKey: key, removalPolicy: RemovalPolicy.DESTROY });
  Validations.of(secret).acknowledge(
    { id: 'AwsSolutions-SMG4', reason },
    { id: 'NIST.800.53.R5-SecretsManagerRotationEnabled', reason },
  );
  return secret;
};
