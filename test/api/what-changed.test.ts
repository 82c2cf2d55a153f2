import { afterAll, beforeAll, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { create, from, of, openReview, startWithProgramme } from '../support/one-programme.ts';
import { risk } from '../support/records.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';

/*
 * A 412 names who changed what since the version that was read, and when (docs/meaning.md WRITE-26).
 */

let tracker: TestTracker;
const params = of('property', 'late');
const change = (version: number, over: object, on: string, as: Person) =>
  tracker.must('putRisk', {
    as,
    params,
    body: { ...risk, ...over },
    headers: { 'if-match': `"${version}"`, 'effective-at': on },
  });
const office = people.office;

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  await tracker.must('putPerson', {
    as: office,
    params: { personId: 'pat-office' },
    body: { name: 'Pat Office' },
    headers: create,
  });
  await openReview(tracker, 'property');
  await tracker.must('putRisk', { params, body: risk, headers: from('2026-01-10') });
  await change(1, { owner: 'Estates' }, '2026-01-11', { roles: ['programme-office'], subject: 'pat-office' });
  await change(2, { owner: 'Estates', title: 'Late', event: 'It runs on' }, '2026-01-12', {
    roles: ['transformation-team'],
    subject: 'tom-team',
  });
});
afterAll(() => tracker.stop());

const facts = {
  yours: 1,
  version: 3,
  fields: ['event', 'owner', 'title'],
  changes: [
    {
      version: 3,
      type: 'put',
      by: 'tom-team',
      byName: 'tom-team',
      effectiveAt: '2026-01-12T00:00:00.000Z',
      fields: ['event', 'title'],
    },
    {
      version: 2,
      type: 'put',
      by: 'pat-office',
      byName: 'Pat Office',
      effectiveAt: '2026-01-11T00:00:00.000Z',
      fields: ['owner'],
    },
  ],
};

it.each([
  ['putRisk', { ...risk, title: 'Mine' }],
  ['patchRisk', { title: 'Mine' }],
  ['strikeOutRisk', { reason: 'Entered twice' }],
] as const)('%s on a version that moved is refused with who changed what and when', async (operation, body) => {
  const told = await nothingStored(tracker, () =>
    tracker.ask(operation, { params, body, headers: { 'if-match': '"1"' }, recordedAt: '2026-01-20' }),
  );
  expect(told).toMatchObject({
    status: 412,
    body: { code: 'version.stale', title: 'It has changed since you read it', facts },
  });
  expect(told.body.detail).toContain('Last, tom-team changed event and title on 12 January 2026.');
  expect(told.body.facts.changes[0].at).toMatch(/^2026-01-12T/);
});

it('a rating on a version of the review that moved says who changed the review', async () => {
  await tracker.must('patchReview', {
    params,
    body: { services: ['Property', 'Estates'] },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-13' },
  });
  const told = await tracker.ask('rateReview', {
    as: people.sro,
    params,
    body: { on: '2026-01-13', overall: { rating: 'green', words: 'As planned' } },
    headers: { 'if-match': '"1"' },
    recordedAt: '2026-01-20',
  });
  expect(told).toMatchObject({
    status: 412,
    body: { facts: { changes: [{ by: 'tara-team', fields: ['services'] }] } },
  });
});

it('what is recorded at an id already, and the ETag of another record, have titles of their own', async () => {
  const there = await tracker.ask('putRisk', { params, body: risk, headers: create });
  expect(there).toMatchObject({
    status: 412,
    body: { code: 'version.exists', title: 'Something is recorded at this id already' },
  });
  const other = await tracker.ask('putRisk', {
    params,
    body: risk,
    headers: { 'if-match': '"risk:tomorrow/property/other:1"' },
  });
  expect(other).toMatchObject({ status: 412, body: { code: 'version.of-another' } });
});
