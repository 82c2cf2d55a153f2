import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmDefinitions } from './alarm-definitions.ts';
import { AlarmForPeople } from './alarm-for-people.ts';
import { alarmTopic, subscribeMailbox } from './alarm-topic.ts';
import { ServiceDown } from './service-down.ts';
import type { WatchedResources } from './watched-resources.ts';

export interface AlarmsProps extends Omit<WatchedResources, 'undeliveredMail'> {
  readonly key: IKey;
  readonly email?: string;
}

/** The alarms of a deployment, their topic, and the mailbox that they are sent to. */
export class Alarms extends Construct {
  readonly topic: Topic;
  /** One for each definition; the dashboard shows them below `serviceDown`. */
  readonly alarms: readonly AlarmForPeople[];
  readonly serviceDown: ServiceDown;
  /** The dead-letter queue of alarm mails; set where mails are sent. */
  readonly undeliveredMail: IQueue | undefined;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = alarmTopic(this, props.key);
    new CfnOutput(Stack.of(this), 'AlarmTopicArn', { value: this.topic.topicArn });
    if (props.email !== undefined) this.undeliveredMail = subscribeMailbox(this, this.topic, props.email);
    const { undeliveredMail } = this;
    const { topic } = this;
    const made = alarmDefinitions({ ...props, ...(undeliveredMail && { undeliveredMail }) }).map(
      ({ name, stopsPeople, ...definition }) =>
        [new AlarmForPeople(this, name, { ...definition, topic }), stopsPeople] as const,
    );
    this.alarms = made.map(([alarm]) => alarm);
    const stopping = made.flatMap(([alarm, stopsPeople]) => (stopsPeople === true ? [alarm] : []));
    this.serviceDown = new ServiceDown(this, 'ServiceDown', { alarms: stopping, topic });
  }
}
