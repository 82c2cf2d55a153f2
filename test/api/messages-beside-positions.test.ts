import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sweeps, sweepMessages } from '#functions/messages/sweep.ts';
import { readMessagesPage } from '#store/messages/messages.ts';
import { create } from '../support/one-of-each.ts';
import { programme, review, risk, saving } from '../support/records.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';

/*
 * What people hear of that is in no position of a review (docs/meaning.md MESSAGE-1): what finance asks about a claim, and what is past its day in
 * the programme's own registers.
 */

let tracker: TestTracker;
const tomorrow = { programmeId: 'tomorrow' };
const property = { ...tomorrow, reviewId: 'property' };
const line = { ...property, entryId: 'buildings' };

const morningOf = async (day: string): Promise<void> => {
  const deps: Sweeps = {
    table: tracker.table,
    organisations: ['council'],
    address: 'https://tracker.example',
    keptDays: 30,
    isTimeLeft: () => true,
  };
  await sweepMessages(deps, `${day}T08:05:00.000Z`);
};
const linesFor = async (person: string, day: string): Promise<readonly string[]> => {
  const { messages } = await readMessagesPage(tracker.table, 'council', { limit: 500, after: undefined });
  return messages
    .filter(({ to, madeAt }) => to === person && madeAt.startsWith(day))
    .flatMap(({ text }) => text.split('\n').filter((one) => one.startsWith('- ')));
};

beforeAll(async () => {
  tracker = await startTestTracker();
  const recordedAt = '2026-03-02';
  await tracker.must('putPerson', {
    as: people.office,
    params: { personId: 'sam-sro' },
    body: { name: 'Sam Sro' },
    headers: create,
    recordedAt,
  });
  await tracker.must('getMe', { as: people.office, recordedAt });
  await tracker.must('putProgramme', {
    as: people.office,
    params: tomorrow,
    body: { ...programme, reporting: { firstMonth: '2026-06' } },
    headers: create,
    recordedAt,
  });
  await tracker.must('putReview', { params: property, body: review, headers: create, recordedAt });
  const [year] = saving.years;
  const years = [{ ...year, claimedActual: 310_000 }];
  await tracker.must('putSaving', { params: line, body: { ...saving, years }, headers: create, recordedAt });
});
afterAll(() => tracker.stop());

it('a query of finance reaches who answers it, once, and again when finance asks again', async () => {
  const ask = (day: string, version: number) =>
    tracker.must('queryClaim', {
      as: people.finance,
      params: line,
      body: { year: '2026/27', question: 'Which budget line does it leave?' },
      headers: { 'if-match': `"${version}"` },
      recordedAt: day,
    });
  await ask('2026-03-03', 1);
  for (const day of ['2026-03-04', '2026-03-05']) await morningOf(day);
  const expected = '- Answer what finance asks about 2026/27 of the savings line “Fewer buildings” of Property';
  expect(await linesFor('sam-sro', '2026-03-04')).toEqual([expected]);
  expect(await linesFor('sam-sro', '2026-03-05')).toEqual([]);
  await tracker.must('answerClaimQuery', {
    as: people.sro,
    params: line,
    body: { year: '2026/27', answer: 'The rent' },
    headers: { 'if-match': '"2"' },
    recordedAt: '2026-03-05',
  });
  await morningOf('2026-03-06');
  expect(await linesFor('sam-sro', '2026-03-06')).toEqual([]);
  await ask('2026-03-06', 3);
  await morningOf('2026-03-09');
  expect(await linesFor('sam-sro', '2026-03-09')).toEqual([expected]);
});

it('what is past its day in the programme’s own registers reaches the office, without a title that is withheld', async () => {
  const put = (entryId: string, body: object) =>
    tracker.must('putProgrammeRisk', {
      params: { ...tomorrow, entryId },
      body,
      headers: create,
      recordedAt: '2026-03-09',
    });
  const actions = [{ id: 'notice', what: 'Give notice', owner: 'Estates', dueOn: '2026-03-09' }];
  await put('open', { ...risk, lastReviewedOn: '2026-03-09', actions });
  await put('secret', {
    ...risk,
    title: 'Sale of the depot',
    lastReviewedOn: '2026-03-09',
    actions,
    exempt: { fields: ['title'], ground: 3 },
  });
  await morningOf('2026-03-10');
  expect(await linesFor('pat-office', '2026-03-10')).toEqual([
    '- See to an action of the risk “Savings are late” of Services for Tomorrow, was due 9 March 2026',
    '- See to an action of a risk of Services for Tomorrow, was due 9 March 2026',
  ]);
});
