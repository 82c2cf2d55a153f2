import type { Operation } from '#schemas/operations.ts';
import { Problem } from '#schemas/problems.ts';
import type { HttpAnswer } from './problem.ts';

/**
 * A refusal in the form that tools of OData read (OData JSON Format 4.0, 19): its sentence is the message that they show, and the
 * problem stands within. Of any other operation it is the problem itself.
 */
export const inFormOf = ({ errors }: Pick<Operation, 'errors'>, answer: HttpAnswer): HttpAnswer => {
  if (errors !== 'odata' || answer.headers['content-type'] !== 'application/problem+json') return answer;
  const problem = Problem.parse(JSON.parse(answer.body));
  const { code, detail, faults = [] } = problem;
  const details = faults.map(({ pointer, message }) => ({ code, message, target: pointer.replace(/^\//, '') }));
  return {
    ...answer,
    headers: { ...answer.headers, 'content-type': 'application/json', 'odata-version': '4.0' },
    body: JSON.stringify({
      error: {
        code,
        message: detail,
        ...(details.length === 0 ? {} : { target: details[0]?.target, details }),
        innererror: problem,
      },
    }),
  };
};
