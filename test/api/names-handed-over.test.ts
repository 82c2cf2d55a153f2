import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { create, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { people, type TestTracker } from '../support/tracker.ts';
import { accept, medwayOffice, proposal, propose } from '../support/transferring.ts';

/*
 * Between the organisations that a deployment lists, and of whom a programme names: what they were called goes along with it (docs/meaning.md PROGRAMME-25).
 */

let tracker: TestTracker;
const named = (subject: string) => ({ sros: [{ subject, name: `${subject} as the review calls them` }] });
const put = (personId: string, body: object, as = people.office as typeof people.office & { organisation?: string }) =>
  tracker.must('putPerson', { as, params: { personId }, body, headers: create });
const personOf = async (personId: string) => tracker.ask('getPerson', { as: medwayOffice, params: { personId } });

beforeAll(async () => {
  vi.stubEnv('ORGANISATIONS', 'council medway');
  tracker = await startWithProgramme('of-what-is-recorded');
  await put('linked', { name: 'Lena Link', subject: 'token-of-linked' });
  for (const subject of ['erased', 'known', 'linked', 'plain']) await openReview(tracker, subject, named(subject));
  const ofToken = { sros: [], lead: { subject: 'token-of-linked', name: 'Lena Link' } };
  await openReview(tracker, 'by-token', ofToken);
  const { headers } = await tracker.must('getPerson', { as: people.office, params: { personId: 'erased' } });
  await tracker.must('erasePerson', {
    as: people.office,
    params: { personId: 'erased' },
    body: { ground: 'asked-by-the-person' },
    headers: { 'if-match': headers.etag ?? '' },
  });
  await put(
    'known',
    { name: 'Known to Medway', post: 'Head of Parks' },
    { ...medwayOffice, ...people.office, organisation: 'medway' },
  );
});
afterAll(async () => {
  await tracker.stop();
  vi.unstubAllEnvs();
});

it('proposeTransfer to what is not on the list of the deployment is refused, and names those that are', async () => {
  const body = { ...proposal, to: 'thanet' };
  const told = await tracker.ask('proposeTransfer', { as: people.office, params: tomorrow, body });
  expect(told).toMatchObject({
    status: 422,
    body: { faults: [{ pointer: '/to', message: 'must be another organisation of the deployment: medway' }] },
  });
});

it('acceptTransfer brings names, and no erased one, and nothing in the place of what the register has', async () => {
  expect((await accept(tracker, await propose(tracker, 'tomorrow'))).status).toBe(200);
  await tracker.settled();
  expect(tracker.failures).toEqual([]);
  expect((await personOf('plain')).body).toMatchObject({
    record: { name: 'plain as the review calls them' },
    facts: { roles: [], lastSeen: null },
  });
  expect((await personOf('erased')).status).toBe(404);
  expect((await personOf('known')).body.record).toEqual({ name: 'Known to Medway', post: 'Head of Parks' });
  const byToken = (await personOf('token-of-linked')).body;
  expect(byToken).toMatchObject({ record: { name: 'Lena Link' }, facts: { sameAs: null } });
  const asMedway = { ...people.team, organisation: 'medway' };
  const { body } = await tracker.must('getReview', { as: asMedway, params: of('by-token') });
  expect(body.record.lead).toEqual({ subject: 'token-of-linked', name: 'Lena Link' });
});
