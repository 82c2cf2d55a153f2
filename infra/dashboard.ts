import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlarmForPeople } from './alarm-for-people.ts';
import type { ServiceDown } from './service-down.ts';
import type { WatchedResources } from './watched-resources.ts';

export interface DashboardProps extends WatchedResources {
  readonly alarms: readonly AlarmForPeople[];
  readonly serviceDown: ServiceDown;
}

const period = Duration.minutes(5);
const pageWidth = 24;

const heading = (): IWidget =>
  new TextWidget({
    markdown:
      '# Transformation tracker\nWhat each alarm means to people is its own text. What to do: `docs/runbook.md`.',
    width: pageWidth,
    height: 2,
  });

const alarmStatus = ({ serviceDown, alarms }: DashboardProps): IWidget =>
  new AlarmStatusWidget({
    title: 'Alarms',
    alarms: [serviceDown, ...alarms].map(({ alarm }) => alarm),
    width: pageWidth,
    height: 4,
  });

/** Half a row wide; `left` and `right` are the two axes. */
const graph = (title: string, left: readonly IMetric[], right: readonly IMetric[] = []): IWidget =>
  new GraphWidget({ title, left: [...left], right: [...right], width: pageWidth / 2 });

const requestGraphs = (api: HttpApi): IWidget[] => [
  graph(
    'Requests, and those that went wrong',
    [api.metricCount({ period })],
    [api.metricServerError({ period }), api.metricClientError({ period })],
  ),
  graph('How long people wait', [
    api.metricLatency({ period, statistic: Stats.p(50), label: 'half of them' }),
    api.metricLatency({ period, statistic: Stats.p(99), label: '99 in 100' }),
  ]),
];

const functionGraphs = (functions: WatchedResources['functions']): IWidget[] => {
  const lambdas = Object.entries(functions);
  return [
    graph(
      'Errors by function',
      lambdas.map(([label, lambda]) => lambda.metricErrors({ period, label })),
    ),
    graph(
      'Time by function',
      lambdas.map(([label, lambda]) => lambda.metricDuration({ period, label, statistic: Stats.p(99) })),
    ),
  ];
};

const messagesIn = (queue: IQueue, label: string): IMetric =>
  queue.metricApproximateNumberOfMessagesVisible({ period, label });

const countedGraphs = ({ counted }: DashboardProps): IWidget[] => [
  graph(
    'Changes recorded, and those that people had to send again',
    [counted.changesRecorded],
    [counted.conflicts, ...counted.busy],
  ),
  graph('Reports published, and late', [counted.reportsPublished], [counted.reportsLate]),
];

const queueGraph = ({ queue, scheduleDeadLetters, undeliveredMail }: DashboardProps): IWidget =>
  graph(
    'Months waiting to be reported, and given up',
    [messagesIn(queue.queue, 'waiting')],
    [
      messagesIn(queue.deadLetters, 'months given up'),
      messagesIn(scheduleDeadLetters, 'days given up'),
      ...(undeliveredMail === undefined ? [] : [messagesIn(undeliveredMail, 'mails given up')]),
    ],
  );

const capacityGraph = ({ table }: DashboardProps): IWidget =>
  graph(
    'What the record costs: units read and written',
    [table.metricConsumedReadCapacityUnits({ period })],
    [table.metricConsumedWriteCapacityUnits({ period })],
  );

/** One page for whoever receives an alarm: first what is wrong, then where. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    new CloudWatchDashboard(this, 'Page', {
      defaultInterval: Duration.days(1),
      widgets: [
        [heading()],
        [alarmStatus(props)],
        countedGraphs(props),
        requestGraphs(props.api),
        functionGraphs(props.functions),
        [queueGraph(props), capacityGraph(props)],
      ],
    });
  }
}
