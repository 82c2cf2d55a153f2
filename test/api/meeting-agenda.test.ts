import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { ProposedAgenda } from '#registers/meeting/projections.ts';
import { create, of, openReview, startWithProgramme, tomorrow } from '../support/one-programme.ts';
import { programme, records, risk } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/*
 * The agenda that is proposed for a meeting (docs/meaning.md MEETING-2). The Transformation Board meets on 10 February 2026: what is due by then
 * of two reviews and of the programme is proposed, and what is another body's or comes later is not.
 */

let tracker: TestTracker;
const board = 'Transformation Board';
const on = (day: string) => ({ ...create, 'effective-at': day });
const meeting = (entryId: string) => ({ ...tomorrow, entryId });
const put = (operation: string, params: Record<string, string>, body: unknown, day = '2026-01-12') =>
  tracker.must(operation as 'putRisk', { params, body, headers: on(day) });
const agendaOf = async (entryId: string, query = ''): Promise<z.infer<typeof ProposedAgenda>> =>
  (await tracker.must('getMeetingAgenda', { params: meeting(entryId), query })).body;

const decision = (body: string, date: string) => ({
  ...{ title: `${body}, ${date}`, body, kind: 'other', dueOn: { kind: 'date', date } },
});
const escalatedTo = (to: string) => ({
  ...risk,
  title: `To ${to}`,
  lastReviewedOn: '2025-12-02',
  escalated: { on: '2026-01-10', to, by: 'Head of Property', reason: 'The lease' },
});
const planned = (id: string, over: object = {}) =>
  put('putProgrammeMeeting', meeting(id), { title: id, body: board, on: '2026-02-10', ...over });

beforeAll(async () => {
  tracker = await startWithProgramme('of-what-is-recorded');
  for (const id of ['depot', 'property']) await openReview(tracker, id);
  await put('putProgrammeDecision', meeting('policy'), decision(' transformation board ', '2026-02-10'));
  await put('putProgrammeDecision', meeting('later'), decision(board, '2026-02-11'));
  await put('putProgrammeDecision', meeting('cabinet'), decision('Cabinet', '2026-02-01'));
  await put('putDecision', of('property', 'lease'), {
    ...decision('Cabinet', '2026-04-01'),
    title: 'The lease',
    route: [
      { body: board, purpose: 'endorsement', planned: { kind: 'month', month: '2026-02' } },
      { body: board, purpose: 'consideration', actual: '2026-01-05' },
    ],
  });
  await put('putChangeRequest', of('depot', 'later'), records['change-request']);
  await put('putRisk', of('depot', 'lease'), escalatedTo(board));
  await put('putRisk', of('depot', 'cabinet'), escalatedTo('Cabinet'));
  await put('putBusinessCase', of('property', 'outline'), records['business-case']);
  await put('putProgrammeMeeting', meeting('january'), {
    title: 'Board of January',
    body: 'TRANSFORMATION BOARD',
    on: '2026-01-12',
    status: 'held',
    minutes: [
      {
        id: 'notice',
        kind: 'action',
        words: 'Give notice',
        owner: 'Estates',
        due: { kind: 'date', date: '2026-02-01' },
      },
      { id: 'done', kind: 'action', words: 'Write the paper', status: 'done', doneOn: '2026-01-12' },
    ],
  });
  await planned('february');
  await tracker.must('recordStageWork', {
    params: of('property'),
    body: { state: 'complete', on: '2026-01-11' },
    headers: { 'if-match': '"1"', 'effective-at': '2026-01-13' },
  });
});
afterAll(() => tracker.stop());

describe('getMeetingAgenda', () => {
  it('proposes what is due by the day of the meeting, for its body and no other', async () => {
    const { items, ...about } = await agendaOf('february');
    expect(about).toMatchObject({ meeting: 'february', body: board, on: '2026-02-10', reviewsRead: 2, next: null });
    expect(items.map((one) => [one.review, one.matter, one.entry, one.overdue])).toEqual([
      [null, 'decision', 'policy', false],
      [null, 'action', 'january', true],
      ['depot', 'change-request', 'later', false],
      ['depot', 'escalation', 'lease', true],
      ['depot', 'return', '2026-01', true],
      ['property', 'decision', 'lease', false],
      ['property', 'gate', null, false],
      ['property', 'outcome', 'outline', false],
      ['property', 'return', '2026-01', true],
    ]);
  });

  it('says of each why it is proposed, of a gate what is in its way', async () => {
    const { items } = await agendaOf('february');
    const because = (matter: string) => items.find((one) => one.matter === matter && one.entry !== 'policy')?.because;
    expect(because('decision')).toBe('It comes to Transformation Board for endorsement.');
    expect(because('action')).toBe('Agreed on 12 January 2026; Estates.');
    expect(because('escalation')).toBe('Escalated on 10 January 2026: The lease.');
    expect(because('gate')).toMatch(/^The work of the stage was complete on 11 January 2026\. The review may/);
    expect(because('outcome')).toBe('The case of 15 January 2026 has no outcome.');
    expect(because('return')).toBe('It was not submitted.');
  });

  it('is read page by page of reviews, what belongs to the programme on the first', async () => {
    const whole = await agendaOf('february');
    const first = await agendaOf('february', 'limit=1');
    const second = await agendaOf('february', `limit=1&cursor=${first.next}`);
    expect([first.reviewsRead, second.reviewsRead, second.next]).toEqual([1, 1, null]);
    expect([...first.items, ...second.items]).toEqual(whole.items);
  });

  it('has only the matters that the settings say the board takes', async () => {
    const { version } = (await tracker.must('getProgramme', { params: tomorrow })).body;
    await tracker.must('putProgramme', {
      as: people.office,
      params: tomorrow,
      body: { ...programme, boards: [{ id: 'board', name: board, takes: ['gate', 'return'] }] },
      headers: { 'if-match': `"${version}"`, 'effective-at': '2026-01-14' },
    });
    const { items, takes } = await agendaOf('february');
    expect(takes).toEqual(['gate', 'return']);
    expect([...new Set(items.map(({ matter }) => matter))]).toEqual(['return', 'gate']);
  });

  it('of a meeting that is not there, or struck out, is 404', async () => {
    expect(await tracker.ask('getMeetingAgenda', { params: meeting('none') })).toMatchObject({
      status: 404,
      body: { code: 'entry.unknown' },
    });
    await planned('mistaken');
    await tracker.must('strikeOutProgrammeMeeting', {
      params: meeting('mistaken'),
      body: { reason: 'Not called' },
      headers: { 'if-match': '"1"' },
    });
    expect(await tracker.ask('getMeetingAgenda', { params: meeting('mistaken') })).toMatchObject({ status: 404 });
  });
});
