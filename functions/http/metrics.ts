import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/*
 * What people notice, counted for the dashboard and the alarms, by name and never by person or programme. A line of CloudWatch's embedded
 * format each; namespace and service come from the environment (docs/adr/0052-what-is-counted.md).
 */
export const counted = {
  /** A change that was committed; neither what was sent again, nor a PUT that changed nothing. */
  changesRecorded: 'ChangesRecorded',
  /** A change that was refused since somebody else had changed the record meanwhile: 412. */
  conflicts: 'Conflicts',
  /** An answer that asks to try again, since the store did not answer in time: 503. */
  busy: 'Busy',
  reportsPublished: 'ReportsPublished',
  /** Programmes whose report was due before the day on which the schedule asks. */
  reportsLate: 'ReportsLate',
} as const;
export type Counted = (typeof counted)[keyof typeof counted];

const metrics = new Metrics();

/** Counts some of one kind, and zero too: a graph then shows a day without any apart from a day without a call. */
export const count = (what: Counted, howMany = 1): void => {
  metrics.addMetric(what, MetricUnit.Count, howMany);
  metrics.publishStoredMetrics();
};
