import { TimeZone } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { ContextAttribute, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { messagesSchedule, type SweepMessages } from '#schemas/scheduled-events.ts';
import { grants } from '#store/table/table-definition.ts';
import { type Choices, type ChosenMessages, metricsNamespaceOf } from './choices.ts';
import { statementsOf } from './grants.ts';
import { HostFunction } from './host-function.ts';
import { scheduleCalls } from './scheduled-calls.ts';

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

/** Every quarter of an hour of the working day, what waits for people is made into messages. */
export class Messages extends Construct {
  readonly host: HostFunction;

  constructor(scope: Construct, id: string, props: MessagesProps) {
    super(scope, id);
    const { bundles, choices, table, recordKey, key, queue, pagesAddress } = props;
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
      },
      statements: statementsOf(grants.messages, table, queue, recordKey),
      withoutDeadLetters:
        'A call that was lost holds nothing but the hour: the next one, a quarter of an hour later, makes and sends the same. A message that could not be sent is kept in the table, and an alarm says so.',
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
