import { CfnOutput, Stack, TimeZone } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { ContextAttribute, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { messagesSchedule, type SweepMessages } from '#schemas/scheduled-events.ts';
import { grants } from '#store/table/table-definition.ts';
import { Channels } from './channels.ts';
import { type Choices, metricsNamespaceOf } from './choices.ts';
import { Events } from './events.ts';
import { statementsOf } from './grants.ts';
import { HostFunction } from './host-function.ts';
import type { ChosenMessages } from './message-choices.ts';
import { readSecrets } from './read-secret.ts';
import { scheduleCalls } from './scheduled-calls.ts';
import { secretChangedByHand } from './secret-changed-by-hand.ts';

export interface MessagesProps {
  readonly bundles: string;
  readonly choices: Choices;
  readonly chosen: ChosenMessages;
  readonly table: ITableV2;
  /** The key of the table, where the council has one of its own. */
  readonly recordKey?: IKey;
  readonly key: IKey;
  /** The months to report on: of no use here, and nothing may be done with it. */
  readonly queue: IQueue;
  /** Where people open the pages. */
  readonly pagesAddress: string;
}

/** The key of the council's service at GOV.UK Notify: made empty, and put in by hand once (docs/messages.md). */
const keyOfNotify = (scope: Construct, key: IKey): Secret => {
  const secret = secretChangedByHand(scope, 'NotifyKey', {
    key,
    description: 'The API key of GOV.UK Notify by which messages to people are sent: put it in by hand',
    reason:
      'GOV.UK Notify makes the key, and no service of AWS can make another: whoever looks after the service there puts a new one in, which is taken up within five minutes (docs/messages.md).',
  });
  new CfnOutput(Stack.of(scope), 'NotifyKey', { value: secret.secretArn });
  return secret;
};

/** Every quarter of an hour of the working day, what waits for people is made into messages. */
export class Messages extends Construct {
  readonly host: HostFunction;

  constructor(scope: Construct, id: string, props: MessagesProps) {
    super(scope, id);
    const { bundles, choices, chosen, table, recordKey, key, queue, pagesAddress } = props;
    const notify = chosen.by === 'notify' ? { template: chosen.template, secret: keyOfNotify(this, key) } : undefined;
    const events =
      choices.events === undefined ? undefined : new Events(this, 'Events', { chosen: choices.events, key });
    const channels =
      choices.channels.length === 0 ? undefined : new Channels(this, 'Channels', { chosen: choices.channels, key });
    const secrets = [
      ...(notify === undefined ? [] : [notify.secret]),
      ...(channels?.secrets ?? []),
      ...(events?.secrets ?? []),
    ];
    this.host = new HostFunction(this, 'Sweep', {
      host: 'messages',
      bundles,
      key,
      metricsNamespace: metricsNamespaceOf(choices),
      description: 'Makes messages about what waits for people, and writes nothing of the record',
      environment: {
        TABLE_NAME: table.tableName,
        ORGANISATIONS: (choices.organisations ?? []).join(' '),
        PAGES_ADDRESS: pagesAddress,
        ...(notify === undefined ? {} : { NOTIFY_TEMPLATE: notify.template, NOTIFY_SECRET: notify.secret.secretArn }),
        ...(channels === undefined ? {} : { CHANNELS: channels.setting }),
        ...(events === undefined ? {} : { EVENTS: events.setting }),
      },
      statements: [
        ...statementsOf(grants.messages, table, queue, recordKey),
        ...(events?.statements ?? []),
        ...readSecrets(secrets, key),
      ],
      ...(secrets.length === 0 ? {} : { readsSecrets: true as const }),
      withoutDeadLetters:
        'A call that was lost holds nothing but the hour: the next one, a quarter of an hour later, makes and sends the same. A message or an event that could not be sent is kept in the table, and an alarm says so.',
    });
    const input: SweepMessages = { kind: 'sweep-messages', scheduledTime: ContextAttribute.scheduledTime };
    scheduleCalls(this, this.host.lambda, {
      description: 'Makes messages to people, every quarter of an hour of the working day',
      schedule: ScheduleExpression.cron({
        minute: messagesSchedule.minute,
        hour: messagesSchedule.hour,
        timeZone: TimeZone.of(messagesSchedule.timeZone),
      }),
      retryAttempts: 2,
      input: { ...input },
    });
  }
}
