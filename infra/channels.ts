import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ChosenChannels } from './message-choices.ts';
import { pascal } from './pascal.ts';
import { secretChangedByHand } from './secret-changed-by-hand.ts';

/** The address of a channel, by which anybody may post there: made empty, and put in by hand once (docs/messages.md). */
const addressOf = (scope: Construct, key: IKey, id: string): Secret => {
  const secret = secretChangedByHand(scope, `Channel${pascal(id)}`, {
    key,
    description: `The address of the webhook of the channel ${id}: put it in by hand`,
    reason:
      'Teams or Slack makes the address, and no service of AWS can make another: whoever looks after the channel there puts a new one in, which is taken up within five minutes (docs/messages.md).',
  });
  new CfnOutput(Stack.of(scope), `ChannelAddress${pascal(id)}`, { value: secret.secretArn });
  return secret;
};

/** Channels of the council's Teams or Slack. */
export class Channels extends Construct {
  /** What the function that sends to them has among its settings. */
  readonly setting: string;
  readonly secrets: readonly ISecret[];

  constructor(scope: Construct, id: string, { chosen, key }: { readonly chosen: ChosenChannels; readonly key: IKey }) {
    super(scope, id);
    const channels = chosen.map((one) => ({ ...one, secret: addressOf(this, key, one.id) }));
    this.secrets = channels.map(({ secret }) => secret);
    this.setting = Stack.of(this).toJsonString(
      channels.map(({ secret, ...one }) => ({ ...one, secret: secret.secretArn })),
    );
  }
}
