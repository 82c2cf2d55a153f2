import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventSchemaOf } from '#schemas/programme-events.ts';
import { create } from '../support/one-of-each.ts';
import { programme, records, review, saving } from '../support/records.ts';
import { numbersOf, organisation, type SweptEvents, startSweptEvents, tomorrow } from '../support/swept-events.ts';
import { people } from '../support/tracker.ts';

/*
 * Events of programmes (docs/meaning.md MESSAGE-8 and MESSAGE-9), on the real engine and to a real server: made once, in the order of the record.
 */

const { office } = people;
const property = { ...tomorrow, reviewId: 'property' };

let on: SweptEvents;
beforeAll(async () => {
  on = await startSweptEvents();
});
afterAll(() => on.stop());

describe('MESSAGE-8: an event', () => {
  it('is made of nothing that was recorded before events were chosen', async () => {
    expect(await on.sweepAt(on.next(), [on.hook()])).toMatchObject({ events: 0, taken: 0 });
    await on.tracker.must('recordStageWork', {
      params: { ...tomorrow, reviewId: 'before' },
      body: { state: 'in-progress' },
      headers: { 'if-match': '"1"' },
      recordedAt: on.recordedAt(),
    });
    expect(await on.sweepAt(on.next(), [on.hook()])).toMatchObject({ events: 0, taken: 0 });
  });

  it('is made of what happens, in the order of the record, and holds no word, no name and nobody’s id', async () => {
    await on.putReview('property');
    await on.tracker.must('putSaving', {
      params: { ...property, entryId: 'buildings' },
      body: { ...saving, exempt: { fields: ['title'], ground: 3 } },
      headers: create,
      recordedAt: on.recordedAt(),
    });
    const [year] = saving.years;
    await on.tracker.must('putSaving', {
      params: { ...property, entryId: 'buildings' },
      body: { ...saving, years: [{ ...year, states: { onTrack: 200_000, unachievable: 90_000 } }] },
      headers: { 'if-match': '"saving:tomorrow/property/buildings:1"' },
      recordedAt: on.recordedAt(),
    });
    await on.tracker.must('validateSaving', {
      as: people.finance,
      params: { ...property, entryId: 'buildings' },
      body: { year: '2026/27', pounds: 310_000, on: '2026-02-01' },
      recordedAt: on.recordedAt(),
    });
    await on.tracker.must('rateReview', {
      as: people.sro,
      params: property,
      body: { on: '2026-03-01', overall: { rating: 'amber', words: 'The depot may be late' } },
      recordedAt: on.recordedAt(),
    });
    await on.tracker.must('recordStageWork', {
      params: property,
      body: { state: 'complete', on: '2026-03-01' },
      headers: { 'if-match': '"1"' },
      recordedAt: on.recordedAt(),
    });
    await on.tracker.must('putReturn', {
      params: { ...property, entryId: '2026-02' },
      body: records.return,
      headers: create,
      recordedAt: on.recordedAt(),
    });
    await on.tracker.must('strikeOutReview', {
      params: property,
      body: { reason: 'Entered twice, at the depot' },
      headers: { 'if-match': '"2"' },
      recordedAt: on.recordedAt(),
    });
    await on.tracker.must('strikeOutReview', {
      params: property,
      body: { reason: 'It was not', undo: true },
      headers: { 'if-match': '"3"' },
      recordedAt: on.recordedAt(),
    });
    expect(await on.sweepAt(on.next(), [on.hook()])).toMatchObject({ events: 8, taken: 8 });
    const events = await on.made();
    const of = '/programmes/tomorrow/reviews/property';
    expect(events.map(({ type, subject, data }) => [type, subject, data.change])).toEqual([
      ['tracker.review.added', of, 1],
      ['tracker.saving.lost', `${of}/savings/buildings`, 3],
      ['tracker.saving.validated', `${of}/savings/buildings`, 4],
      ['tracker.review.rated', `${of}/ratings/sro-2026-03-01`, 5],
      ['tracker.review.stage-work-complete', of, 6],
      ['tracker.return.submitted', `${of}/returns/2026-02`, 7],
      ['tracker.review.struck-out', of, 8],
      ['tracker.review.put-back', of, 9],
    ]);
    expect(numbersOf(events)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const event of events) {
      expect(eventSchemaOf(event.type).safeParse(event).error).toBeUndefined();
      expect(JSON.stringify(event)).not.toMatch(/depot|Fewer buildings|Property|fay|sam|tara/);
    }
    expect(events[1]?.data).toMatchObject({
      ...{ organisation, ...property, register: 'savings', entryId: 'buildings' },
      years: [{ year: '2026/27', pounds: 90_000 }],
      link: 'https://tracker.example/pages/programmes/tomorrow/reviews/property/savings/buildings',
    });
  });

  it('is received as it was made, signed, with its id and its type', async () => {
    expect(on.receiver.received).toEqual(JSON.parse(JSON.stringify(await on.made())));
    expect(on.receiver.asked.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 204));
    expect(on.receiver.asked[0]?.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': on.receiver.received[0]?.id,
    });
  });

  it('is made once of a change, however often and at once it is looked for', async () => {
    const before = (await on.made()).length;
    await on.putReview('at-once');
    const at = on.next();
    await Promise.all([on.sweepAt(at, [on.hook()]), on.sweepAt(at, [on.hook()]), on.sweepAt(at, [on.hook()])]);
    await on.sweepAt(on.next(), [on.hook()]);
    expect((await on.since(before)).map(({ type, data }) => [type, data.reviewId])).toEqual([
      ['tracker.review.added', 'at-once'],
    ]);
    expect(on.receiver.received.map(({ id }) => id)).toEqual((await on.made()).map(({ id }) => id));
  });

  it('is made of a report that is published, and of another of its month', async () => {
    const before = (await on.made()).length;
    await on.tracker.rollUp({ kind: 'reports-due', scheduledTime: '2026-03-06T06:00:00Z' });
    await on.tracker.settled();
    await on.tracker.must('reviseReport', {
      as: office,
      params: { ...tomorrow, month: '2026-02' },
      body: { reason: 'Late' },
    });
    await on.tracker.settled();
    await on.sweepAt(on.next(), [on.hook()]);
    const of = '/programmes/tomorrow/reports/2026-02/revisions';
    expect(
      (await on.since(before)).map(({ type, subject, data }) => [type, subject, data.month, data.revision]),
    ).toEqual([
      ['tracker.report.published', `${of}/1`, '2026-02', 1],
      ['tracker.report.revised', `${of}/2`, '2026-02', 2],
    ]);
  });
});

describe('a programme that is new, or only for practice', () => {
  it('is followed from its beginning, or not at all', async () => {
    const before = (await on.made()).length;
    for (const programmeId of ['another', 'practice-tomorrow']) {
      const at = on.recordedAt();
      const body = { ...programme, name: programmeId };
      await on.tracker.must('putProgramme', {
        as: office,
        params: { programmeId },
        body,
        headers: create,
        recordedAt: at,
      });
      await on.tracker.must('putReview', {
        params: { programmeId, reviewId: 'new' },
        body: review,
        headers: create,
        recordedAt: at,
      });
    }
    await on.sweepAt(on.next(), [on.hook()]);
    expect((await on.since(before)).map(({ type, data }) => [type, data.programmeId])).toEqual([
      ['tracker.review.added', 'another'],
    ]);
  });
});

describe('an organisation without a programme', () => {
  it('is heard of from when events were chosen, its first programme too', async () => {
    const newCouncil = 'new-council';
    const sweepAt = (now: string) => on.sweepAt(now, [], on.tracker.table, newCouncil);
    expect(await sweepAt(on.next())).toMatchObject({ events: 0 });
    await on.tracker.must('putProgramme', {
      ...{ as: { ...office, organisation: newCouncil }, params: tomorrow, body: programme, headers: create },
      recordedAt: on.recordedAt(),
    });
    await on.tracker.must('putReview', {
      ...{ as: { ...people.team, organisation: newCouncil }, params: property, body: review, headers: create },
      recordedAt: on.recordedAt(),
    });
    expect(await sweepAt(on.next())).toMatchObject({ events: 1 });
  });
});

describe('listEvents', () => {
  it('shows the office and assurance what was made, the latest first, page by page, and how far each destination has come', async () => {
    const all = (await on.made()).toReversed();
    const { body } = await on.tracker.must('listEvents', { as: people.assurance, query: 'limit=200' });
    expect(body.items).toEqual(JSON.parse(JSON.stringify(all)));
    expect(body.destinations).toMatchObject([{ id: 'finance', upTo: all.length, failures: 0 }]);
    const numbers: number[] = [];
    let query = 'limit=3';
    for (;;) {
      const page = (await on.tracker.must('listEvents', { as: office, query })).body;
      numbers.push(...numbersOf(page.items));
      if (page.next === null) break;
      query = `limit=3&cursor=${page.next}`;
    }
    expect(numbers).toEqual(numbersOf(all));
    expect((await on.tracker.ask('listEvents', { as: people.sro })).status).toBe(403);
    expect((await on.tracker.ask('listEvents', { as: office, query: 'cursor=Zm9v' })).status).toBe(400);
  });
});
