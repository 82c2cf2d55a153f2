import { randomUUID } from 'node:crypto';
import type { Person } from './request-event.ts';
import { people, type TestTracker } from './tracker.ts';

type Params = Readonly<Record<string, string>>;

/** Asks for a redaction as the office, for which its ground and reason are given where the test has none of its own. */
export const askForRedaction = (tracker: TestTracker, params: Params, asked: object, as: Person = people.office) =>
  tracker.ask('putProgrammeRedaction', {
    as,
    params,
    body: { askedAs: 'programme-office', ground: 'erasure', reason: 'The person asked for it', ...asked },
    headers: { 'if-none-match': '*' },
  });

export const agreeTo = async (
  tracker: TestTracker,
  params: Params,
  as: Person = people.assurance,
  reader: Person = people.office,
) => {
  const { headers } = await tracker.must('getProgrammeRedaction', { as: reader, params });
  return tracker.ask('agreeRedaction', {
    as,
    params,
    body: {},
    headers: { 'if-match': headers.etag ?? '', 'idempotency-key': randomUUID() },
  });
};

/** A redaction asked for by the office and agreed by assurance, done; the answer of reading it. */
export const redact = async (tracker: TestTracker, params: Params, asked: object) => {
  const given = await askForRedaction(tracker, params, asked);
  if (given.status !== 201) throw new Error(given.text);
  const agreed = await agreeTo(tracker, params);
  if (agreed.status !== 200) throw new Error(agreed.text);
  await tracker.settled();
  return tracker.must('getProgrammeRedaction', { as: people.office, params });
};
