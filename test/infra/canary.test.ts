import { expect, it } from 'vitest';
import { everyOption, synthesised } from './synthesised.ts';

/* A function that asks for the page by the address that people use; off unless it is chosen. */

const plain = synthesised();
const made = synthesised({ canary: true, domain: everyOption.domain });

it('is off unless it is chosen, and leaves the template as it was', () => {
  expect(JSON.stringify(plain.application.toJSON())).not.toContain('Canary');
  expect(synthesised({ canary: false }).application.toJSON()).toEqual(plain.application.toJSON());
});

it('asks every five minutes by the address of the council, and rings when it was not found twice', () => {
  const variables = made
    .ofType('AWS::Lambda::Function')
    .map(([, { Properties }]) => Properties.Environment.Variables)
    .find(({ POWERTOOLS_SERVICE_NAME }) => POWERTOOLS_SERVICE_NAME === 'canary');
  expect(variables.ADDRESS).toBe('https://tracker.kent.gov.uk/');
  const schedules = Object.values(made.application.findResources('AWS::Scheduler::Schedule'));
  expect(schedules.map(({ Properties }) => Properties.ScheduleExpression)).toContain('rate(5 minutes)');
  const alarm = made.ofType('AWS::CloudWatch::Alarm').find(([id]) => id.includes('PageNotFound'))?.[1].Properties;
  expect(alarm).toMatchObject({ MetricName: 'Errors', Period: 300, EvaluationPeriods: 2, Threshold: 1 });
});

it('may do nothing but write its own log and trace', () => {
  const role = made
    .ofType('AWS::IAM::Role')
    .map(([, { Properties }]) => Properties)
    .find(({ Description }) => Description === 'What the canary function may do');
  expect(
    role?.Policies[0].PolicyDocument.Statement.map(({ Action }: { Action: readonly string[] }) => Action[0]),
  ).toEqual([expect.stringMatching(/^logs:/), expect.stringMatching(/^xray:/)]);
});
