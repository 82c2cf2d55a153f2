import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type Choices, metricsNamespaceOf } from './choices.ts';

/** What the functions count of what people notice (functions/http/metrics.ts), each a sum over its period. */
export interface CountedMetrics {
  readonly changesRecorded: IMetric;
  /** Changes that met another of the same record. */
  readonly conflicts: IMetric;
  /** Answers that ask to try again, by the function that gave them. */
  readonly busy: readonly IMetric[];
  readonly reportsPublished: IMetric;
  /** Of an hour: the schedule asks once a day. */
  readonly reportsLate: IMetric;
}

/** The functions' own metrics of a deployment; each function is a `service`. */
export const countedMetrics = (choices: Choices): CountedMetrics => {
  const metric = (metricName: string, service: string, period = Duration.minutes(5), label?: string): IMetric =>
    new Metric({
      namespace: metricsNamespaceOf(choices),
      metricName,
      dimensionsMap: { service },
      statistic: Stats.SUM,
      period,
      ...(label === undefined ? {} : { label }),
    });
  return {
    changesRecorded: metric('ChangesRecorded', 'commands', undefined, 'changes recorded'),
    conflicts: metric('Conflicts', 'commands', undefined, 'met another change'),
    busy: ['commands', 'queries', 'board'].map((service) => metric('Busy', service, undefined, `busy: ${service}`)),
    reportsPublished: metric('ReportsPublished', 'roll-up', undefined, 'published'),
    reportsLate: metric('ReportsLate', 'roll-up', Duration.hours(1)),
  };
};
