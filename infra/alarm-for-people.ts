import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** At least two words and a full stop. */
export type Sentence = `${string} ${string}.`;

export interface AlarmForPeopleProps {
  readonly metric: IMetric;
  /** The alarm goes off at this value and above; or below it where `when` says so. */
  readonly threshold: number;
  readonly when?: 'at-or-above' | 'below';
  /** How many periods of the metric must be so, one after the other; one unless given. */
  readonly periods?: number;
  /** Whether silence itself is the failure. */
  readonly silenceIsFailure?: boolean;
  /** What the people who use the tracker notice, and what is to be done: the text of the alarm. */
  readonly whatItMeansToPeople: Sentence;
  readonly topic: ITopic;
}

/** An alarm that does not compile without saying what it means to people. */
export class AlarmForPeople extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: AlarmForPeopleProps) {
    super(scope, id);
    this.alarm = new Alarm(this, 'Alarm', {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator:
        props.when === 'below'
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silenceIsFailure === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: props.whatItMeansToPeople,
    });
    this.alarm.addAlarmAction(new SnsAction(props.topic));
    this.alarm.addOkAction(new SnsAction(props.topic));
  }
}
