import { describe, expect, it } from 'vitest';
import { counted } from '#functions/http/metrics.ts';
import { cognito, synthesised } from './synthesised.ts';

/* What the functions count of what people notice reaches the dashboard and the alarms, under the same names. */

const made = synthesised();
const dashboard = JSON.stringify(made.ofType('AWS::CloudWatch::Dashboard')[0]?.[1].Properties.DashboardBody);
const variablesOf = (host: string) =>
  made
    .ofType('AWS::Lambda::Function')
    .map(([, { Properties }]) => Properties.Environment.Variables)
    .find(({ POWERTOOLS_SERVICE_NAME }) => POWERTOOLS_SERVICE_NAME === host);

it.each(Object.values(counted))('%s is on the dashboard, by the namespace that the functions are given', (name) => {
  for (const host of ['commands', 'queries', 'board', 'roll-up'])
    expect(variablesOf(host).POWERTOOLS_METRICS_NAMESPACE).toBe('Tracker-kent-live-Tracker');
  expect(dashboard).toContain(`\\"Tracker-kent-live-Tracker\\",\\"${name}\\",\\"service\\"`);
});

it('stages in one account count apart', () => {
  const test = synthesised({ ...cognito, stage: 'test' });
  expect(JSON.stringify(test.application.toJSON())).not.toContain('Tracker-kent-live-Tracker');
});

describe('the alarm of a late report', () => {
  it("rings where the morning's call finds one that was due before that day", () => {
    const alarm = made.ofType('AWS::CloudWatch::Alarm').find(([id]) => id.includes('ReportsLate'))?.[1].Properties;
    expect(alarm).toMatchObject({
      Namespace: 'Tracker-kent-live-Tracker',
      MetricName: counted.reportsLate,
      Dimensions: [{ Name: 'service', Value: 'roll-up' }],
      Statistic: 'Sum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });
});

it('every function is traced', () => {
  for (const [, { Properties }] of made.ofType('AWS::Lambda::Function'))
    expect(Properties.TracingConfig).toEqual({ Mode: 'Active' });
});
