import { Stack } from 'aws-cdk-lib';
import { AlarmRule, CompositeAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmForPeople, Sentence } from './alarm-for-people.ts';

const whatItMeansToPeople: Sentence =
  'The service is down for people: they do not find the page, cannot sign in, or get errors in place of answers; the alarm that rang with this one says which.';

export interface ServiceDownProps {
  /** Each of them alone means that people cannot work. */
  readonly alarms: readonly AlarmForPeople[];
  readonly topic: ITopic;
}

/** One alarm for whoever must act at once: it rings while any of those rings that stop people from working. */
export class ServiceDown extends Construct {
  readonly alarm: CompositeAlarm;

  constructor(scope: Construct, id: string, { alarms, topic }: ServiceDownProps) {
    super(scope, id);
    this.alarm = new CompositeAlarm(this, 'Alarm', {
      // The name that the CDK would choose is the same for every council and stage of an account.
      compositeAlarmName: `${Stack.of(this).stackName}-ServiceDown`,
      alarmRule: AlarmRule.anyOf(...alarms.map(({ alarm }) => alarm)),
      alarmDescription: whatItMeansToPeople,
    });
    this.alarm.addAlarmAction(new SnsAction(topic));
    this.alarm.addOkAction(new SnsAction(topic));
  }
}
