// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyTable } from '#cli/verify-table.ts';
import { nothingStored } from '../support/chain.ts';
import { exportedLines } from '../support/exported.ts';
import { create, of, tomorrow } from '../support/one-programme.ts';
import { programme, records, review, risk } from '../support/records.ts';
import { agreeTo, askForRedaction } from '../support/redacting.ts';
import { runMonth, startReportedProgramme } from '../support/reported-programme.ts';
import { type Person, people, type TestTracker } from '../support/tracker.ts';
import { accept, medwayOffice, ofMedway, proposal, propose, transferAs } from '../support/transferring.ts';
import { verdictOf } from '../support/verdict.ts';

/*
 * A whole programme goes from one organisation of the deployment to another (docs/meaning.md PROGRAMME-25), with three reviews and two months of
 * reports.
 */

let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startReportedProgramme();
  for (const month of ['2026-01', '2026-02']) await runMonth(tracker, month);
}, 120_000);
afterAll(() => tracker.stop());

const settingsOf = async (as: Person = people.office) => tracker.must('getProgramme', { as, params: tomorrow });

describe('acceptTransfer', () => {
  const january = { ...tomorrow, month: '2026-01' };
  const medway = { board: ofMedway(people.board), team: ofMedway(people.team) };
  const seen: Record<string, string> = {};
  let transferId = '';

  /** What can be read of the programme, as text. */
  const readAs = async (organisation: 'council' | 'medway'): Promise<Record<string, string>> => {
    const as = (person: Person): Person => ({ ...person, organisation });
    const text = async (operation: string, person: Person, params: object, query = '') =>
      (await tracker.must(operation, { as: as(person), params: { ...tomorrow, ...params }, query })).text;
    return {
      reports: await text('listReports', people.board, {}),
      report: await text('getReport', people.board, { month: 'latest' }),
      whole: await text('getReport', people.office, { month: '2026-01' }, 'rows=all'),
      lines: await text('getReportLines', people.office, { month: '2026-02' }),
      reviews: await text('listReviews', people.team, {}),
      risk: await text('getRisk', people.team, { reviewId: 'property', entryId: 'late' }),
      asAt: await text('getReview', people.team, { reviewId: 'property' }, 'asAt=2026-01-31'),
      history: await text('getReviewHistory', people.assurance, { reviewId: 'property' }),
    };
  };

  beforeAll(async () => {
    await tracker.must('putPerson', {
      as: people.office,
      params: { personId: 'sam-sro' },
      body: { name: 'Sam Sro', post: 'Director of Property', email: 'sam.sro@council.example' },
      headers: {
        'if-match':
          (await tracker.must('getPerson', { as: people.office, params: { personId: 'sam-sro' } })).headers.etag ?? '',
      },
    });
    Object.assign(seen, await readAs('council'));
    transferId = await propose(tracker, 'tomorrow');
    expect(await accept(tracker, transferId)).toMatchObject({ status: 200, body: { state: 'accepted' } });
    await tracker.settled();
    expect(tracker.failures).toEqual([]);
  }, 120_000);

  it('brings everything: each read answers the receiver what it answered the giver, and the giver as before', async () => {
    expect(await readAs('council')).toEqual(seen);
    expect(await readAs('medway')).toEqual(seen);
    for (const as of [people.office, medwayOffice])
      expect(await transferAs(tracker, as, transferId)).toMatchObject({
        state: 'received',
        reason: null,
        receivedAt: expect.any(String),
      });
  });

  it('says where it went and where it came from, and what is due there and no longer here', async () => {
    expect((await settingsOf()).body).toMatchObject({
      facts: { transfer: { id: transferId, to: 'medway', state: 'accepted' } },
      computed: { nextReport: null },
    });
    expect((await settingsOf(medwayOffice)).body).toMatchObject({
      facts: { transfer: { id: transferId, from: 'council', state: 'received' } },
      computed: { nextReport: '2026-03' },
    });
    const query = `asAt=${new Date().toISOString()}`;
    const { body } = await tracker.must('getProgramme', { as: people.office, params: tomorrow, query });
    expect(body.computed.nextReport).toBeNull();
    const history = await tracker.must('getProgrammeHistory', {
      as: medwayOffice,
      params: tomorrow,
      query: 'kind=programme',
    });
    expect(history.body.items.map(({ type }: { type: string }) => type)).toEqual([
      'put',
      'transfer-proposed',
      'transfer-accepted',
      'received',
    ]);
    expect(history.body.items.at(-1)).toMatchObject({ by: medwayOffice.subject });
  });

  it('keeps chain and seals whole: exports of both verify, by a digest that was printed before', async () => {
    const seal = JSON.parse(seen.report ?? '').publication.sealingDigest;
    const given = await exportedLines(tracker, tomorrow, 'full');
    const received = await exportedLines(tracker, tomorrow, 'full', { ...people.assurance, organisation: 'medway' });
    const open = await exportedLines(tracker, tomorrow, 'public', { ...people.assurance, organisation: 'medway' });
    for (const lines of [given, received, open])
      expect(verdictOf(lines, seal)).toMatchObject({ kind: 'proved', proved: { reports: 2 } });
    const eventsIn = (lines: readonly string[]) => lines.filter((line) => JSON.parse(line).kind === 'event').length;
    expect(eventsIn(received)).toBe(eventsIn(given) + 1);
    for (const { programmeRef, faults } of await verifyTable(tracker.table))
      expect([programmeRef.organisation, programmeRef.programme, faults]).toEqual([
        programmeRef.organisation,
        programmeRef.programme,
        [],
      ]);
  }, 60_000);

  it.each([
    ['putRisk', people.team, { ...of('property', 'new') }, risk, create],
    ['putReview', people.team, of('another'), review, create],
    ['strikeOutReview', people.office, of('property'), { reason: 'Entered twice' }, { 'if-match': '"1"' }],
    ['rateReview', people.sro, of('property'), { on: '2026-02-20', overall: { rating: 'green', words: 'Well' } }, {}],
    ['putProgrammeRisk', people.office, { ...tomorrow, entryId: 'new' }, risk, create],
    ['runReport', people.office, tomorrow, { month: '2026-03' }, {}],
    ['reviseReport', people.office, january, { reason: 'Recorded late' }, {}],
    ['proposeTransfer', people.office, tomorrow, proposal, {}],
    [
      'correctProgramme',
      people.office,
      tomorrow,
      { corrects: 1, effectiveAt: '2026-01-01', record: programme, reason: 'A slip' },
      {},
    ],
  ])(
    '%s is refused in the organisation that gave it, and says where it went',
    async (operation, as, params, body, headers) => {
      const told = await nothingStored(tracker, () => tracker.ask(operation, { as, params, body, headers }));
      expect(told).toMatchObject({
        status: 409,
        body: { code: 'programme.handed-over', facts: { to: 'medway', transfer: transferId } },
      });
      expect(told.body.detail).toMatch(/^The programme was handed over to medway on \d+ \w+ \d{4}; /);
    },
  );

  it('rebuildReport makes a month of before again in either, from the heads that it was made from', async () => {
    for (const organisation of ['council', 'medway']) {
      const as = { ...people.assurance, organisation };
      const asked = await tracker.must('rebuildReport', { as, params: january, body: { knowledge: 'then' } });
      await tracker.settled();
      const run = await tracker.must('getReportRun', { as, params: { ...tomorrow, runId: asked.body.id } });
      expect(run.body).toMatchObject({ state: 'rebuilt', rebuilt: { same: true, differences: [] } });
    }
  });

  it('leaves nobody to answer for it where it was, and nothing is asked of them', async () => {
    const of = async (organisation: string) =>
      (await tracker.must('getMe', { as: { ...people.sro, organisation } })).body.reviews;
    expect(await of('council')).toEqual([]);
    expect(await of('medway')).toContainEqual(
      expect.objectContaining({ programmeId: 'tomorrow', reviewId: 'property' }),
    );
    const month = { ...tomorrow, month: '2026-03' };
    expect((await tracker.ask('getReturnsOfMonth', { params: month })).status).toBe(400);
    expect((await tracker.ask('getReturnsOfMonth', { as: medway.team, params: month })).status).toBe(200);
  });

  it('takes along what people are called, and not their posts and addresses', async () => {
    const { body } = await tracker.must('getPerson', { as: medwayOffice, params: { personId: 'sam-sro' } });
    expect(body.facts.names.at(-1)).toMatchObject({ name: 'Sam Sro' });
    expect(JSON.stringify(body)).not.toMatch(/Director|@/);
  });

  it('done again it changes nothing, and what the receiver records is the receiver’s alone', async () => {
    const as = { ...people.team, organisation: 'medway' };
    await tracker.must('putRisk', { as, params: of('property', 'of-medway'), body: risk, headers: create });
    await tracker.must('putReturn', { as, params: of('property', '2026-03'), body: records.return, headers: create });
    const before = await tracker.everything();
    expect(await accept(tracker, transferId)).toMatchObject({ status: 409, body: { code: 'transfer.accepted' } });
    await tracker.settled();
    expect(await tracker.everything()).toEqual(before);
    await tracker.must('runReport', { as: medwayOffice, params: tomorrow, body: { month: '2026-03' } });
    await tracker.settled();
    const latest = await tracker.must('getReport', { as: medway.board, params: { ...tomorrow, month: 'latest' } });
    expect(latest.body.content.month).toBe('2026-03');
    expect(await readAs('council')).toEqual(seen);
    expect(tracker.failures).toEqual([]);
  });

  it('words are taken out by each organisation for itself', async () => {
    const redaction = { ...tomorrow, entryId: 'wrongly-named' };
    const asked = { review: 'property', kind: 'risk', entry: 'late', texts: [{ pointer: '/record/cause' }] };
    expect((await askForRedaction(tracker, redaction, asked)).status).toBe(201);
    expect((await agreeTo(tracker, redaction)).status).toBe(200);
    await tracker.settled();
    const causeIn = async (organisation: string) =>
      (await tracker.must('getRisk', { as: { ...people.team, organisation }, params: of('property', 'late') })).body
        .record.cause;
    expect(await causeIn('council')).toMatch(/^Redacted on /);
    expect(await causeIn('medway')).toBe(risk.cause);
  });

  it('of what the giver keeps it disposes as of a programme that was closed', async () => {
    const disposal = { ...tomorrow, entryId: 'disposal' };
    const asked = { whole: 'programme', ground: 'retention-ended', retainedUntil: '2026-11-01' };
    const ofMedwayToo = { ...people.office, organisation: 'medway' };
    expect((await askForRedaction(tracker, disposal, asked, ofMedwayToo)).status).toBe(422);
    expect((await askForRedaction(tracker, disposal, asked)).status).toBe(201);
    expect((await agreeTo(tracker, disposal)).status).toBe(200);
    await tracker.settled();
    const titleIn = async (organisation: string) =>
      (await tracker.must('getReview', { as: { ...people.team, organisation }, params: of('property') })).body.record
        .title;
    expect(await titleIn('council')).toMatch(/^Redacted on .*: End of the retention period/);
    expect(await titleIn('medway')).toBe('property');
    expect((await verifyTable(tracker.table)).flatMap(({ faults }) => faults)).toEqual([]);
    expect(tracker.failures).toEqual([]);
  });

  it('an id that is taken so is not set up again', async () => {
    const told = await tracker.ask('putProgramme', {
      as: medwayOffice,
      params: tomorrow,
      body: programme,
      headers: create,
    });
    expect(told.body.code).toBe('version.exists');
  });
});
