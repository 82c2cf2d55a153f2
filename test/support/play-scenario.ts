import { operations } from '#schemas/operations.ts';
import type { Scenario, Step } from '../../examples/step.ts';
import type { TestTracker } from './tracker.ts';

const operationBy = new Map(operations.map((one) => [one.id, one]));

/**
 * Records a sample programme by the handlers of a test, its months' reports included: all of it now, and true from its days, as somebody does
 * who brings a programme in. `npm start` records it on its days; acts of judgement can be recorded in no other way.
 */
export const tellSample = async (tracker: TestTracker, scenario: Scenario): Promise<void> => {
  const recordChange = async (step: Step): Promise<void> => {
    const as = { roles: [step.as.role], subject: step.as.subject };
    if (step.kind === 'report') {
      await tracker.must('runReport', { as, params: { programmeId: scenario.programme }, body: { month: step.month } });
      await tracker.settled();
      return;
    }
    const { params, body, version, on } = step;
    const operation = operationBy.get(step.operation);
    const read = async (id: string): Promise<string> => (await tracker.must(id, { as, params })).headers.etag ?? '';
    const precondition =
      operation?.version === undefined
        ? {}
        : operation.method === 'PUT' && version === 'create'
          ? { 'if-none-match': '*' }
          : operation.method === 'PUT'
            ? { 'if-match': await read(step.operation.replace('put', 'get')) }
            : {
                'if-match': await read(
                  operation.register === undefined || params.entryId === undefined
                    ? 'getReview'
                    : `get${operation.register.stem}`,
                ),
              };
    await tracker.must(step.operation, { as, params, body, headers: { 'effective-at': on, ...precondition } });
  };
  for (const step of scenario.steps) await recordChange(step);
};
