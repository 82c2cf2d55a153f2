import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { allow } from './grants.ts';
import type { ChosenEvents } from './message-choices.ts';
import { pascal } from './pascal.ts';
import { secretChangedByHand } from './secret-changed-by-hand.ts';

/** What a webhook is signed with: forty letters and digits are the base64 of thirty bytes, so that nobody has to think of one. */
const secretOf = (scope: Construct, key: IKey, id: string): Secret => {
  const secret = secretChangedByHand(scope, `Webhook${pascal(id)}`, {
    key,
    description: `What events to the webhook ${id} are signed with: whoever receives them has it too`,
    generateSecretString: { passwordLength: 40, excludePunctuation: true, includeSpace: false },
    reason:
      'The other side has the same secret, and no service of AWS can put a new one there: it is changed by hand, with both valid for a while (docs/events.md).',
  });
  new CfnOutput(Stack.of(scope), `WebhookSecret${pascal(id)}`, { value: secret.secretArn });
  return secret;
};

/** Where events of programmes go: the deployment's own bus, and webhooks. */
export class Events extends Construct {
  /** Where they go, as the function that sends them has it among its settings. */
  readonly setting: string;
  readonly statements: readonly PolicyStatement[];
  readonly secrets: readonly ISecret[];

  constructor(scope: Construct, id: string, { chosen, key }: { readonly chosen: ChosenEvents; readonly key: IKey }) {
    super(scope, id);
    const bus = chosen.bus
      ? new EventBus(this, 'Bus', { description: 'What happened in the programmes of the transformation tracker' })
      : undefined;
    if (bus !== undefined) new CfnOutput(Stack.of(this), 'EventBus', { value: bus.eventBusName });
    const webhooks = chosen.webhooks.map((one) => ({ ...one, secret: secretOf(this, key, one.id) }));
    this.secrets = webhooks.map(({ secret }) => secret);
    this.statements = bus === undefined ? [] : [allow(['events:PutEvents'], [bus.eventBusArn])];
    this.setting = Stack.of(this).toJsonString({
      ...(bus === undefined ? {} : { bus: bus.eventBusName }),
      webhooks: webhooks.map(({ secret, ...one }) => ({ ...one, secret: secret.secretArn })),
    });
  }
}
