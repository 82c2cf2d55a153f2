import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRegister, rulesOf } from '#domain/registers/rules.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { referencesIn } from '#registers/fields.ts';
import {
  exampleAnswer,
  exampleBegins,
  exampleDay,
  examplePlace,
  exampleProgramme,
  exampleReview,
  exampleSender,
} from '../../scripts/example-answer.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * The page of each register in docs/reference/registers/ shows one request and its answer. Here each is sent, and answered so.
 */

let tracker: TestTracker;
const declared: readonly (Register & { readonly kind: (typeof registers)[number]['kind'] })[] = registers;
const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
const programmeId = examplePlace.programmeId;

beforeAll(async () => {
  tracker = await startTestTracker('of-what-is-recorded');
  await tracker.must('putProgramme', {
    as: people.office,
    params: { programmeId },
    body: exampleProgramme,
    headers: from(exampleBegins),
  });
});
afterAll(() => tracker.stop());

const send = (register: Register, reviewId: string, id = register.exampleId, scope = register.scopes[0]) => {
  const as = exampleSender(register);
  const params = { programmeId, reviewId, entryId: id };
  if (register.byActOnly === true)
    return tracker.ask('rateReview', { as, params, body: register.example, headers: { 'if-match': '"1"' } });
  const stem = scope === 'review' ? register.stem : `Programme${register.stem}`;
  return tracker.ask(`put${stem}`, { as, params, body: register.example, headers: from(exampleDay) });
};

/** What the example names or is judged by, recorded before it: the example of that register, under the id that it is named by. */
const recordNamed = async (register: Register, reviewId: string): Promise<void> => {
  for (const { kind, id } of referencesIn(register.record, register.record.parse(register.example))) {
    const other = declared.find((one) => one.kind === kind);
    if (other === undefined) continue;
    await recordNamed(other, reviewId);
    expect((await send(other, reviewId, id)).status).toBeOneOf([200, 201, 412]);
  }
  if (!isRegister(register.kind)) return;
  for (const kind of rulesOf(register.kind).looksAt.filter((one) => one !== register.kind)) {
    const other = declared.find((one) => one.kind === kind);
    if (other === undefined) continue;
    const told = await send(other, reviewId, other.exampleId, register.scopes[0]);
    expect(told.status).toBeOneOf([200, 201, 412]);
  }
};

describe.each(declared)('The page of the register $path', (register) => {
  it('shows the answer that its request is given', async () => {
    const reviewId = `property-${register.path}`;
    await tracker.must('putReview', {
      params: { programmeId, reviewId },
      body: exampleReview,
      headers: from(exampleBegins),
    });
    await recordNamed(register, reviewId);
    const { status, body } = await send(register, reviewId);
    expect({ status, body }).toMatchObject({ status: 201, body: { id: register.exampleId } });
    // An act of judgement holds from when it is recorded, and a clock goes on between two requests.
    const { recordedAt, effectiveAt, ...answer } = body;
    const { recordedAt: _, effectiveAt: holdsFrom, ...shown } = exampleAnswer(register) as typeof body;
    expect(answer).toEqual(shown);
    expect(effectiveAt).toBe(register.byActOnly === true ? recordedAt : holdsFrom);
  });
});
