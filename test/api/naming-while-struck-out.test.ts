import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Asks, between } from '../support/between.ts';
import { create, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { programme, review } from '../support/records.ts';
import type { TestTracker, TrackerOfMore } from '../support/tracker.ts';

/*
 * A review is struck out while another record begins to name it: what names it is decided again on that, and refused. Named first
 * and struck out then, both hold (docs/meaning.md WRITE-9, CHAIN-8).
 */

let tracker: TestTracker & TrackerOfMore;
beforeAll(async () => {
  tracker = await startWithProgramme();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => tracker.stop());

const as = { roles: ['transformation-team', 'programme-office'] as const, subject: 'ada-all' };
const etagOf = async (operation: string, params: Record<string, string>) => ({
  'if-match': (await tracker.must(operation, { as, params })).headers.etag ?? '',
});
const sequenceOf = async (history: string, params: Record<string, string>, kind: string) => {
  const { items } = (await tracker.must(history, { as, params, query: `kind=${kind}` })).body;
  return items.at(-1).sequence;
};
const waiting = (on: string) => ({
  ...review,
  waitsFor: [{ id: 'stock', on: 'review', what: 'Its plan', review: on }],
});
const dependency = (on: string) => ({ title: 'Its baseline', on: 'review', review: on });

/** Each way in which a review of the first name begins to name the other. */
const ways: Readonly<Record<string, (own: string, other: string) => Promise<Asks>>> = {
  'a new review': async (own, other) => () =>
    tracker.ask('putReview', { as, params: of(`${own}-new`), body: waiting(other), headers: create }),
  'a change of a review': async (own, other) => {
    const headers = await etagOf('getReview', of(own));
    return () => tracker.ask('putReview', { as, params: of(own), body: waiting(other), headers });
  },
  'a correction of a review': async (own, other) => {
    const corrects = await sequenceOf('getReviewHistory', of(own), 'review');
    const effectiveAt = new Date().toISOString();
    const body = { corrects, effectiveAt, record: waiting(other), reason: 'A slip' };
    return () => tracker.ask('correctReview', { as, params: of(own), body });
  },
  'an act of its life': async (own, other) => {
    const headers = await etagOf('getReview', of(own));
    const body = { kind: 'merge', into: [other], reason: 'One service' };
    return () => tracker.ask('changeLifecycle', { as, params: of(own), body, headers });
  },
  'an entry': async (own, other) => () =>
    tracker.ask('putDependency', { as, params: of(own), body: dependency(other), headers: create }),
  'a list of entries': async (own, other) => () =>
    tracker.ask('recordDependencies', {
      as,
      params: of(own),
      body: { entries: ['one', 'two'].map((id) => ({ id, record: dependency(other) })) },
    }),
  'a correction of an entry': async (own, other) => {
    const first = { as, params: of(own, 'whole'), body: { title: 'Its plan', on: 'document' }, headers: create };
    await tracker.must('putDependency', first);
    const corrects = await sequenceOf('getReviewHistory', of(own), 'dependency');
    const effectiveAt = new Date().toISOString();
    const body = { corrects, effectiveAt, record: dependency(other), reason: 'A slip' };
    return () => tracker.ask('correctDependency', { as, params: of(own, 'whole'), body });
  },
  'an entry of the programme': async (own, other) => () =>
    tracker.ask('putProgrammeDependency', {
      as,
      params: { ...tomorrow, entryId: own },
      body: dependency(other),
      headers: create,
    }),
  'the settings': async (_, other) => {
    const headers = await etagOf('getProgramme', tomorrow);
    const findings = [{ rule: 'GAP-01', as: 'off', reviews: [other], reason: 'It has no SRO yet' }];
    return () => tracker.ask('putProgramme', { as, params: tomorrow, body: { ...programme, findings }, headers });
  },
};

it.each(Object.entries(ways))('%s that begins to name a review just before that is struck out', async (name, way) => {
  const own = name.replaceAll(' ', '-');
  const strikeOut = (other: string, headers: Record<string, string>) => () =>
    tracker.ask('strikeOutReview', { as, params: of(other), body: { reason: 'Opened twice' }, headers });
  for (const isNamedFirst of [false, true]) {
    const [mine, other] = [`${own}-${isNamedFirst}`, `${own}-gone-${isNamedFirst}`];
    await openReview(tracker, mine);
    await openReview(tracker, other);
    const naming = await way(mine, other);
    const out = strikeOut(other, await etagOf('getReview', of(other)));
    const [last, first] = isNamedFirst ? await between(out, naming) : await between(naming, out);
    expect(first.status, first.body?.detail).toBeLessThan(300);
    if (isNamedFirst) expect(last.status).toBe(200);
    else expect([409, 422], last.body?.detail).toContain(last.status);
  }
});
