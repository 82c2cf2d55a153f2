// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesOf } from '#domain/registers/rules.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { asJsonObject } from '#schemas/history.ts';
import { nothingStored } from '../support/chain.ts';
import { create, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { records, review } from '../support/records.ts';
import { filled } from '../support/secrets.ts';
import { type Asked, people, type TestTracker, type TrackerOfMore } from '../support/tracker.ts';

// Nothing new names what is struck out (docs/meaning.md WRITE-9), and nothing is recorded of it before it is put back (REVIEW-21, TIME-11).

let tracker: TestTracker & TrackerOfMore;
const as = {
  roles: ['transformation-team', 'programme-office', 'sro', 'finance', 'assurance'] as const,
  subject: 'ada-all',
};

/** Each field of a register that names an entry of another: what it says there. */
const naming: readonly (readonly [kind: string, target: string, over: object])[] = [
  ['budget-line', 'budget-line', { kind: 'total', of: ['gone'] }],
  ['cost-or-benefit', 'business-case', { case: 'gone' }],
  ['cost-or-benefit', 'change-request', { changeRequest: 'gone' }],
  ['change-request', 'business-case', { businessCase: 'gone' }],
  [
    'change-request',
    'cost-or-benefit',
    { costsAndBenefits: [{ costOrBenefit: 'gone', approved: { kind: 'not-stated' } }] },
  ],
  ['change-request', 'milestone', { milestones: [{ milestone: 'gone', baseline: '2026-09-30' }] }],
  ['change-request', 'saving', { savings: [{ saving: 'gone', years: [{ year: '2026/27', plan: 1 }] }] }],
  ['decision', 'delivery-model', { deliveryModel: 'gone' }],
  ['delivery-model', 'option', { fromOptions: ['gone'] }],
  ['delivery-model', 'decision', { fromOptions: ['there'], decision: 'gone' }],
  ['dependency', 'milestone', { milestone: 'gone' }],
  ['handover', 'issue', { issues: ['gone'] }],
  ['handover', 'milestone', { milestones: ['gone'] }],
  ['handover', 'risk', { risks: ['gone'] }],
  ['handover', 'saving', { savings: ['gone'] }],
  ['issue', 'risk', { risk: 'gone' }],
  ['meeting', 'decision', { minutes: [{ id: 'one', kind: 'decision', words: 'It is adopted', decision: 'gone' }] }],
  ['milestone', 'change-request', { changeRequest: 'gone' }],
  ['paper', 'decision', { decision: 'gone' }],
  ['recommendation', 'assurance-checkpoint', { checkpoint: 'gone' }],
  ['risk', 'issue', { issue: 'gone' }],
  ['risk', 'saving', { threatensSaving: 'gone' }],
  ['saving', 'change-request', { changeRequest: 'gone' }],
  ['saving', 'milestone', { milestone: 'gone' }],
  ['saving', 'saving', { substituteFor: 'gone' }],
  ['stated-measure', 'stated-measure', { parts: ['gone'] }],
  ['stated-position', 'stated-position', { follows: { from: 'gone', by: 'average-a-year' } }],
];

const registerOf = (kind: string): Register => {
  const found = registers.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no register ${kind}`);
  return found;
};
const stemOf = (kind: string): string =>
  `${registerOf(kind).scopes.some((scope) => scope === 'review') ? '' : 'Programme'}${registerOf(kind).stem}`;
const bodyOf = (kind: string, over: object = {}): object => ({
  ...(records[kind] as object),
  ...(kind === 'delivery-model' ? { fromOptions: ['there'] } : {}),
  ...over,
});
const etagOf = async (id: string, params: Record<string, string>) => ({
  'if-match': (await tracker.must(id, { params })).headers.etag ?? '',
});
const put = (kind: string, entryId: string, over: object = {}): Asked => ({
  as,
  params: of('property', entryId),
  body: bodyOf(kind, over),
  headers: create,
});

beforeAll(async () => {
  tracker = await startWithProgramme();
  await openReview(tracker, 'property');
  await tracker.must('putOption', put('option', 'there'));
  for (const kind of new Set(naming.map(([, target]) => target))) {
    const params = of('property', 'gone');
    await tracker.must(`put${stemOf(kind)}`, put(kind, 'gone'));
    const headers = await etagOf(`get${stemOf(kind)}`, params);
    await tracker.must(`strikeOut${stemOf(kind)}`, { as, params, body: { reason: 'Entered twice' }, headers });
  }
  // A meeting is the programme's, and so is what it names.
  await tracker.must('putProgrammeDecision', put('decision', 'gone'));
  const headers = await etagOf('getProgrammeDecision', of('property', 'gone'));
  const reason = { reason: 'Entered twice' };
  await tracker.must('strikeOutProgrammeDecision', { as, params: of('property', 'gone'), body: reason, headers });
});
afterAll(() => tracker.stop());

it('every field that names an entry of another register is tried here', () => {
  const declared = registers.flatMap(({ kind, record }) =>
    rulesOf(kind)
      .references(asJsonObject(filled(record, () => 'words', kind) as object))
      .map((one) => `${kind} ${one.kind}`),
  );
  expect(new Set(naming.map(([kind, target]) => `${kind} ${target}`))).toEqual(new Set(declared));
});

describe.each(naming)('a %s', (kind, target, over) => {
  it(`names no ${target} that is struck out, in a change or a correction`, async () => {
    const told = await nothingStored(tracker, () => tracker.ask(`put${stemOf(kind)}`, put(kind, 'new', over)));
    const words = expect.stringMatching(`^must be an? ${target} that is there and not struck out: `);
    expect(told).toMatchObject({ status: 422, body: { code: 'content.breaks-rule', faults: [{ message: words }] } });

    const entryId = `of-${target}`;
    const { body } = await tracker.must(`put${stemOf(kind)}`, put(kind, entryId));
    const correction = {
      as,
      params: of('property', entryId),
      body: {
        corrects: await lastSequence(kind, entryId),
        effectiveAt: new Date().toISOString(),
        record: { ...body.record, ...over },
        reason: 'A slip',
      },
    };
    const corrected = await nothingStored(tracker, () => tracker.ask(`correct${stemOf(kind)}`, correction));
    expect(corrected).toMatchObject({ status: 422, body: { faults: [{ message: words }] } });
  });
});

const lastSequence = async (kind: string, id: string): Promise<number> => {
  const history = stemOf(kind).startsWith('Programme') ? 'getProgrammeHistory' : 'getReviewHistory';
  const { items } = (await tracker.must(history, { as, params: of('property'), query: `kind=${kind}&id=${id}` })).body;
  return items.at(-1).sequence;
};

const opened = { stage: 'identified', source: 'Paper 4' };
describe.each([
  ['parent', { parent: 'gone' }],
  ['mergedInto', { lifecycle: 'stopped', lifecycleReason: 'Merged', mergedInto: 'gone' }],
  ['splitFrom', { splitFrom: 'gone' }],
  ['splitInto', { splitInto: ['gone'] }],
  ['waitsFor', { waitsFor: [{ id: 'stock', on: 'review', what: 'Which buildings stay', review: 'gone' }] }],
])('the field %s of a review', (field, over) => {
  it('names no review that is struck out, and may go on naming one that was struck out since', async () => {
    const [id, gone] = [`names-by-${field.toLowerCase()}`, `gone-${field.toLowerCase()}`];
    const body = { ...review, title: id, openedAt: opened, ...JSON.parse(JSON.stringify(over).replace('gone', gone)) };
    await openReview(tracker, gone);
    await openReview(tracker, id, { ...body });
    const headers = await etagOf('getReview', of(gone));
    await tracker.must('strikeOutReview', { as, params: of(gone), body: { reason: 'Opened twice' }, headers });

    const another = { as, params: of(`${id}-too`), body, headers: create };
    const told = await nothingStored(tracker, () => tracker.ask('putReview', another));
    expect(told).toMatchObject({
      status: 422,
      body: { faults: [{ message: expect.stringContaining('a review that is not struck out') }] },
    });
    expect(told.body.detail).toContain('name another review, or have that one put back first');
    const again = {
      as,
      params: of(id),
      body: { ...body, title: 'Renamed' },
      headers: await etagOf('getReview', of(id)),
    };
    expect((await tracker.ask('putReview', again)).status).toBe(200);
  });
});

it.each([['putDependency', 'putProgrammeDependency']])(
  'a dependency names a review that there is, not its own, and none that is struck out (%s, %s)',
  async (...puts) => {
    await openReview(tracker, 'other');
    await openReview(tracker, 'closed-in');
    const headers = await etagOf('getReview', of('closed-in'));
    await tracker.must('strikeOutReview', { as, params: of('closed-in'), body: { reason: 'Opened twice' }, headers });
    for (const [operation, entryId] of puts.map((id) => [id, id.toLowerCase()] as const)) {
      const asked = (name: string): Asked => ({
        ...{ as, params: of('property', entryId), headers: create },
        body: { title: 'Its baseline', on: 'review', review: name },
      });
      const wrong = operation === 'putDependency' ? ['nowhere', 'property', 'closed-in'] : ['nowhere', 'closed-in'];
      for (const name of wrong) {
        const answer = await nothingStored(tracker, () => tracker.ask(operation, asked(name)));
        expect(answer, name).toMatchObject({ status: 422, body: { faults: [{ pointer: '/review' }] } });
      }
      await tracker.must(operation, asked('other'));
    }
  },
);

it('a review that is struck out is not corrected, nor is anything of it: it is put back first, and then it is', async () => {
  await openReview(tracker, 'librarys');
  const params = of('librarys', 'first');
  await tracker.must('putRisk', { as, params, body: records.risk, headers: create });
  const strike = async (undo: boolean) =>
    tracker.must('strikeOutReview', {
      as,
      params,
      body: { reason: 'Opened twice', undo },
      headers: await etagOf('getReview', params),
    });
  await strike(false);
  const correctionOf = (corrects: number, record: unknown) => ({
    as: people.team,
    params,
    body: { corrects, effectiveAt: new Date().toISOString(), record, reason: 'A slip' },
  });
  const asked = [
    ['correctReview', correctionOf(1, { ...review, title: 'Libraries' })],
    ['correctRisk', correctionOf(2, records.risk)],
  ] as const;
  for (const [id, request] of asked) {
    const told = await nothingStored(tracker, () => tracker.ask(id, request));
    expect(told).toMatchObject({ status: 409, body: { code: 'review.struck-out' } });
    expect(told.body.detail).toContain('Put it back first');
  }
  await strike(true);
  for (const [id, { body, ...request }] of asked)
    expect(
      (await tracker.ask(id, { ...request, body: { ...body, effectiveAt: new Date().toISOString() } })).status,
    ).toBe(200);
});
