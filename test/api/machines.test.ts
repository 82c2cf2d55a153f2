import { afterAll, beforeAll, expect, it } from 'vitest';
import { idIn, recordExemptProgramme } from '../support/exempt-programme.ts';
import { create, property, tomorrow } from '../support/one-of-each.ts';
import { secretsIn } from '../support/secrets.ts';
import { type Asked, people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/* What a program may do that signed in by itself (docs/meaning.md CLAIM-9). */

const by = (machine: string, ...roles: readonly string[]): Pick<Asked, 'claims'> => ({
  claims: { sub: machine.toLowerCase().replace(' ', '-'), organisation: 'council', roles: [...roles], machine },
});
const reader = by('Power BI', 'board');
const system = by('Projects', 'transformation-team', 'sro', 'finance');

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker('of-what-is-recorded');
  await recordExemptProgramme(tracker);
});
afterAll(() => tracker.stop());

it('is shown the public view, whatever its programme shows to its board, and may not ask for another', async () => {
  const risk = { params: { ...property, entryId: idIn('risk') } };
  const { body: settings, headers } = await tracker.must('getProgramme', { as: people.office, params: tomorrow });
  await tracker.must('patchProgramme', {
    as: people.office,
    params: tomorrow,
    body: { boardReadsExempt: true },
    headers: { 'if-match': headers.etag ?? '' },
  });
  expect(settings.record.boardReadsExempt).toBe(false);
  const [toBoard, toMachine] = [
    await tracker.must('getRisk', { ...risk, as: people.board }),
    await tracker.must('getRisk', { ...risk, ...reader }),
  ];
  expect(secretsIn(toBoard.text)).not.toEqual([]);
  expect(secretsIn(toMachine.text)).toEqual([]);
  const full = await tracker.ask('getRisk', { ...risk, ...reader, query: 'view=full' });
  expect([full.status, full.body.code]).toEqual([403, 'view.not-allowed']);
});

it('keeps registers up to date, and history says that a machine did', async () => {
  const lesson = { params: { ...property, entryId: 'from-a-system' } };
  const { body: given } = await tracker.must('getLesson', { params: { ...property, entryId: idIn('lesson') } });
  await tracker.must('putLesson', {
    ...lesson,
    ...system,
    body: { ...given.record, exempt: undefined },
    headers: create,
  });
  const { body } = await tracker.must('getReviewHistory', {
    as: people.assurance,
    params: property,
    query: 'kind=lesson&id=from-a-system',
  });
  expect(body.items).toMatchObject([{ by: 'projects', machine: 'Projects' }]);
  const { body: others } = await tracker.must('getReviewHistory', { as: people.assurance, params: property });
  expect(others.items.filter(({ machine }: { machine?: string }) => machine !== undefined)).toHaveLength(1);
});

it('asks who it is, and is nobody in the register of people', async () => {
  const { body } = await tracker.must('getMe', system);
  expect(body).toMatchObject({ subject: 'projects', name: null, reviews: [] });
  const { body: listed } = await tracker.must('listPeople', { as: people.office });
  expect(listed.items.map(({ id }: { id: string }) => id)).not.toContain('projects');
});

it('is withheld today what was open at the instant that it asks for', async () => {
  const params = { ...property, entryId: 'open-at-first' };
  const { body: given } = await tracker.must('getLesson', { params: { ...property, entryId: idIn('lesson') } });
  const { exempt, ...open } = given.record;
  await tracker.must('putLesson', { params, body: open, headers: { ...create, 'effective-at': '2026-02-20' } });
  const headers = { 'if-match': '"1"', 'effective-at': '2026-03-20' };
  await tracker.must('putLesson', { params, body: { ...open, exempt }, headers });
  const asked = { params, query: 'asAt=2026-02-25' };
  expect(secretsIn((await tracker.must('getLesson', asked)).text)).not.toEqual([]);
  expect(secretsIn((await tracker.must('getLesson', { ...asked, ...system })).text)).toEqual([]);
});

it('approves, confirms and validates nothing, whatever roles its token names', async () => {
  const params = { ...property, entryId: idIn('saving') };
  const body = { year: '2026/27', validated: { pounds: 1 } };
  const refused = await tracker.ask('validateSaving', { params, ...system, body });
  expect([refused.status, refused.body.code, refused.body.facts?.has ?? refused.body.has]).toEqual([
    403,
    'role.not-allowed',
    ['transformation-team'],
  ]);
  const nobody = await tracker.ask('listProgrammes', by('Approver', 'sro'));
  expect([nobody.status, nobody.body.code]).toEqual([401, 'token.not-accepted']);
});
