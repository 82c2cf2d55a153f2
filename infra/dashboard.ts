import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlarmForPeople } from './alarm-for-people.ts';
import type { Host } from './host-function.ts';
import type { RollUpQueue } from './roll-up.ts';

export interface DashboardProps {
  readonly api: HttpApi;
  readonly functions: Readonly<Partial<Record<Host, IFunction>>>;
  readonly queue: RollUpQueue;
  readonly scheduleDeadLetters: IQueue;
  readonly table: ITableV2;
  readonly alarms: readonly AlarmForPeople[];
  readonly undeliveredMail?: IQueue;
}

const period = Duration.minutes(5);
const half = 12;

/** One page for whoever gets an alarm's message: first what is wrong, then where. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const lambdas = Object.entries(props.functions);
    const messagesIn = (queue: IQueue, label: string): IMetric =>
      queue.metricApproximateNumberOfMessagesVisible({ period, label });
    const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []) =>
      new GraphWidget({ title, left: [...left], right: [...right], width: half });
    const each = (metric: (lambda: IFunction, label: string) => IMetric): readonly IMetric[] =>
      lambdas.map(([host, lambda]) => metric(lambda, host));

    new CloudWatchDashboard(this, 'Page', {
      defaultInterval: Duration.days(1),
      widgets: [
        [
          new TextWidget({
            markdown:
              '# Transformation tracker\nWhat each alarm means to people is its own text. What to do: `docs/runbook.md`.',
            width: 24,
            height: 2,
          }),
        ],
        [
          new AlarmStatusWidget({
            title: 'Alarms',
            alarms: props.alarms.map(({ alarm }) => alarm),
            width: 24,
            height: 4,
          }),
        ],
        [
          graph(
            'Requests, and those that went wrong',
            [props.api.metricCount({ period })],
            [props.api.metricServerError({ period }), props.api.metricClientError({ period })],
          ),
          graph('How long people wait', [
            props.api.metricLatency({ period, statistic: Stats.p(50), label: 'half of them' }),
            props.api.metricLatency({ period, statistic: Stats.p(99), label: '99 in 100' }),
          ]),
        ],
        [
          graph(
            'Errors by function',
            each((lambda, label) => lambda.metricErrors({ period, label })),
          ),
          graph(
            'Time by function',
            each((lambda, label) => lambda.metricDuration({ period, label, statistic: Stats.p(99) })),
          ),
        ],
        [
          graph(
            'Months waiting to be reported, and given up',
            [messagesIn(props.queue.queue, 'waiting')],
            [
              messagesIn(props.queue.deadLetters, 'months given up'),
              messagesIn(props.scheduleDeadLetters, 'days given up'),
              ...(props.undeliveredMail === undefined ? [] : [messagesIn(props.undeliveredMail, 'mails given up')]),
            ],
          ),
          graph(
            'What the record costs: units read and written',
            [props.table.metricConsumedReadCapacityUnits({ period })],
            [props.table.metricConsumedWriteCapacityUnits({ period })],
          ),
        ],
      ],
    });
  }
}
