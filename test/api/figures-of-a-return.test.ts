import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { create, entry, params, startWithOneReview } from '../support/one-review.ts';
import { saving as firm, records } from '../support/records.ts';
import { people, type TestTracker } from '../support/tracker.ts';

/*
 * A return names the figures that its SRO read and confirmed, and "nothing changed" is not said over a figure that did
 * (docs/meaning.md MONTH-22). January's return is confirmed with a saving of £400,000; then it becomes £500,000 in February.
 */

/** Its plan may still change. */
const saving = { ...firm, firmness: 'indicative' };

let tracker: TestTracker;
const january = entry('2026-01');
const february = entry('2026-02');
const march = entry('2026-03');
const years = (plan: number) => [{ ...saving.years[0], plan }];
const on = (day: string) => ({ 'effective-at': day });
const at = (version: number | '*', day: string) =>
  version === '*' ? { ...create, ...on(day) } : { 'if-match': `"${version}"`, ...on(day) };
const figuresOf = async (month: string, recordedAt: string) =>
  (await tracker.must('getReturnFigures', { params: { ...params, month }, recordedAt })).body;
const confirm = (asked: object) => tracker.ask('confirmReturn', { as: people.sro, body: {}, ...asked });
const put = (what: string, id: string, body: unknown, headers: Record<string, string>) =>
  tracker.must(`put${what}` as 'putSaving', { params: entry(id), body, headers });

beforeAll(async () => {
  tracker = await startWithOneReview('of-what-is-recorded');
  await put('Saving', 'buildings', saving, at('*', '2026-01-10'));
  await put('Milestone', 'hall', records.milestone, at('*', '2026-01-11'));
  await tracker.must('putReturn', {
    params: january,
    body: { nothingChanged: true },
    headers: at('*', '2026-02-02'),
  });
});
afterAll(() => tracker.stop());

describe('A return of January', () => {
  it('getReturnFigures says what it would confirm, as at the end of its month', async () => {
    const { asAt, figures, since, changed, sentence } = await figuresOf('2026-01', '2026-02-03');
    expect({ asAt, since, changed, sentence }).toEqual({
      asAt: '2026-01-31T23:59:59.999Z',
      since: null,
      changed: [],
      sentence: 'No return of an earlier month than January 2026 is confirmed.',
    });
    expect(figures).toMatchObject({
      stage: 'identified',
      lifecycle: 'active',
      sroRating: null,
      savings: [
        {
          year: '2026/27',
          plan: { low: 400_000, exact: true },
          forecast: { low: 350_000 },
          claimedPounds: 0,
          linesStated: { claimed: 0, validated: 0 },
        },
      ],
      milestones: [{ id: 'hall', expectedOn: '2026-06-30' }],
    });
  });

  it('confirmReturn of figures that moved since they were read is refused, and says which', async () => {
    const { figures } = await figuresOf('2026-01', '2026-02-03');
    const asked = { params: january, headers: on('2026-02-03') };
    const read = {
      ...figures,
      savings: [{ ...figures.savings[0], plan: { ...figures.savings[0].plan, low: 1, high: 1 } }],
    };
    expect(await nothingStored(tracker, () => confirm({ ...asked, body: { figures: read } }))).toMatchObject({
      status: 412,
      body: {
        code: 'return.figures-moved',
        detail:
          'What you confirm is no longer what you read: planned savings of 2026/27, £1 then and £400,000 now. Read the figures again, and confirm those.',
      },
    });
    expect(
      await nothingStored(tracker, () => confirm({ ...asked, body: { words: 'Seen', figures: undefined } })),
    ).toMatchObject({
      status: 400,
      body: { faults: [{ pointer: '/figures', message: 'is required' }] },
    });
  });

  it('confirmReturn leaves the figures that were read on the return, and history shows them', async () => {
    const { figures } = await figuresOf('2026-01', '2026-02-03');
    const confirmed = await confirm({ params: january, headers: on('2026-02-03'), body: { figures } });
    expect(confirmed.body.facts.confirmed).toMatchObject({
      by: 'sam-sro',
      figures: { ...figures, asAt: '2026-01-31T23:59:59.999Z', ofSequence: 4 },
    });
    const history = await tracker.must('getReviewHistory', { params, query: 'kind=return&id=2026-01' });
    const [change] = history.body.items.at(-1).changes;
    expect(change).toMatchObject({
      field: 'confirmed',
      before: null,
      after: { figures: { savings: [{ year: '2026/27' }] } },
    });
  });
});

describe('"Nothing changed" of the month after', () => {
  const nothing = { nothingChanged: true };

  it('is taken where nothing has', async () => {
    expect(await figuresOf('2026-02', '2026-02-05')).toMatchObject({
      since: { month: '2026-01' },
      changed: [],
      sentence: 'Every figure is as it was in the return of January 2026, confirmed on 3 February 2026.',
    });
    await tracker.must('putReturn', { params: february, body: nothing, headers: at('*', '2026-02-06') });
  });

  it('is neither confirmed nor submitted once a figure, a date or a stage has changed, and each is named (confirmReturn, putReturn)', async () => {
    await put('Saving', 'buildings', { ...saving, years: years(500_000) }, at(1, '2026-02-10'));
    await put(
      'Milestone',
      'hall',
      { ...(records.milestone as object), forecast: '2026-07-31', delayReason: 'The lease' },
      at(1, '2026-02-11'),
    );
    await tracker.must('moveStage', { params, body: { to: 'service-baseline' }, headers: at(1, '2026-02-12') });
    const refused = await nothingStored(tracker, () => confirm({ params: february, headers: on('2026-03-02') }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'return.something-changed' } });
    expect(refused.body.detail).toBe(
      'The return says that nothing changed since the return of January 2026, confirmed on 3 February 2026, and this has: stage, Identified then and Service baseline (1) now; planned savings of 2026/27, £400,000 then and £500,000 now; milestone "Leave the old hall", 30 June 2026 then and 31 July 2026 now. Say in "narrative" what changed.',
    );
    const again = { params: march, body: nothing, headers: at('*', '2026-03-03') };
    expect((await nothingStored(tracker, () => tracker.ask('putReturn', again))).body.code).toBe(
      'return.something-changed',
    );
  });

  it('does not ask about what changed after the month', async () => {
    await tracker.must('putReturn', {
      params: february,
      body: { narrative: 'The plan is £500,000, the hall is left later, and the stage has moved' },
      headers: at(1, '2026-03-03'),
    });
    await put('Saving', 'buildings', { ...saving, years: years(600_000) }, at(2, '2026-03-04'));
    const confirmed = await confirm({ params: february, headers: on('2026-03-05') });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { facts: { confirmed: { figures: { savings: [{ plan: { low: 500_000 } }] } } } },
    });
  });
});

describe('A month that has not ended', () => {
  it('confirmReturn is refused before the last day of the month of the return, and nothing is recorded', async () => {
    const params = entry('2026-03');
    await put('Return', '2026-03', { narrative: 'So far' }, at('*', '2026-03-30'));
    const told = await nothingStored(tracker, () => confirm({ params, headers: on('2026-03-30') }));
    expect(told).toMatchObject({ status: 409, body: { code: 'return.month-not-ended' } });
    expect(told.body.detail).toContain('from 31 March 2026 on');
  });
});
