import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { sessionTable as shape } from '#store/table/table-definition.ts';
import { secretChangedByHand } from './secret-changed-by-hand.ts';

const createTable = (scope: Construct): TableV2 => {
  const table = new TableV2(scope, 'Table', {
    partitionKey: { name: shape.partitionKey, type: AttributeType.STRING },
    billing: Billing.onDemand(),
    timeToLiveAttribute: shape.timeToLive,
    // No copies and no protection: nothing here is of the record, and restored it would bring back sessions that were ended.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return table;
};

const createSecret = (scope: Construct, key: IKey): Secret =>
  secretChangedByHand(scope, 'Key', {
    key,
    description: 'By which the pages encrypt the sessions of people who are signed in',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    reason:
      'The pages take the version of now and the one before, each by its id, so a new value may be put at any time and nobody is signed out (docs/runbook.md says how).',
  });

/** What the pages keep of people who are signed in: a small table, and the secret that its items are encrypted by. */
export class Sessions extends Construct {
  readonly table: TableV2;
  readonly secret: Secret;
  readonly key: IKey;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.table = createTable(this);
    this.secret = createSecret(this, key);
    this.key = key;
  }
}
