import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingStored } from '../support/chain.ts';
import { create } from '../support/one-programme.ts';
import { programme } from '../support/records.ts';
import { storedTexts } from '../support/stored-texts.ts';
import { type Person, people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import { accept, medwayOffice, proposal, propose, transferAs } from '../support/transferring.ts';

/*
 * What may become of a proposal that a programme goes to another organisation of the deployment (docs/meaning.md PROGRAMME-25); what an
 * acceptance brings is in programme-handed-over.test.ts.
 */

let tracker: TestTracker;
const setUp = (programmeId: string, as: Person = people.office) =>
  tracker.must('putProgramme', { as, params: { programmeId }, body: programme, headers: create });

beforeAll(async () => {
  tracker = await startTestTracker();
  for (const id of ['parks', 'roads', 'schools']) await setUp(id);
}, 120_000);
afterAll(() => tracker.stop());

const settingsOf = async (programmeId: string, as: Person = people.office) =>
  tracker.must('getProgramme', { as, params: { programmeId } });
const answers = (operation: string, as: Person, transferId: string) =>
  tracker.ask(operation, { as, params: { transferId }, body: { reason: 'It was decided otherwise' } });

describe('a proposal', () => {
  it('proposeTransfer: both offices find it, by listTransfers and getTransfer, and the programme says so', async () => {
    const id = await propose(tracker, 'parks');
    const expected = { id, from: 'council', programme: 'parks', ...proposal, state: 'proposed', answeredAt: null };
    for (const as of [people.office, medwayOffice]) {
      const { body } = await tracker.must('listTransfers', { as });
      expect(body).toMatchObject({ items: [expected], next: null });
      expect(await transferAs(tracker, as, id)).toEqual(body.items[0]);
    }
    expect((await settingsOf('parks')).body.facts.transfer).toMatchObject({ id, to: 'medway', state: 'proposed' });
    const third = { ...people.office, organisation: 'thanet' };
    expect((await tracker.must('listTransfers', { as: third })).body.items).toEqual([]);
    expect((await tracker.ask('getTransfer', { as: third, params: { transferId: id } })).body.code).toBe(
      'transfer.unknown',
    );
    expect((await accept(tracker, id, third)).body.code).toBe('transfer.unknown');
  });

  it.each([
    ['to its own organisation', { to: 'council' }, 422, '/to'],
    ['to what is no organisation', { to: 'Medway Council' }, 400, '/to'],
    ['until a day that is past', { until: '2026-01-01' }, 422, '/until'],
    ['without a reason', { reason: '' }, 400, '/reason'],
  ])('proposeTransfer %s is refused', async (_, over, status, pointer) => {
    const told = await nothingStored(tracker, () =>
      tracker.ask('proposeTransfer', {
        as: people.office,
        params: { programmeId: 'roads' },
        body: { ...proposal, ...over },
      }),
    );
    expect(told).toMatchObject({ status, body: { faults: [{ in: 'body', pointer }] } });
  });

  it('proposeTransfer of a practice programme is refused, and nothing of it is stored', async () => {
    await setUp('practice-parks');
    const asked = { as: people.office, params: { programmeId: 'practice-parks' }, body: proposal };
    const told = await nothingStored(tracker, () => tracker.ask('proposeTransfer', asked));
    expect(told).toMatchObject({ status: 409, body: { code: 'transfer.of-practice' } });
    const { items } = (await tracker.must('listTransfers', { as: medwayOffice })).body;
    expect(items.filter((one: { programme: string }) => one.programme === 'practice-parks')).toEqual([]);
  });

  it('is made once at a time, of a programme that is there, and stays as settings are changed', async () => {
    const ask = (programmeId: string) =>
      tracker.ask('proposeTransfer', { as: people.office, params: { programmeId }, body: proposal });
    expect((await ask('parks')).body).toMatchObject({ code: 'transfer.open', status: 409 });
    expect((await ask('nowhere')).body.code).toBe('programme.unknown');
    const { body, headers } = await settingsOf('parks');
    await tracker.must('putProgramme', {
      as: people.office,
      params: { programmeId: 'parks' },
      body: { ...body.record, phase: 'Phase 2' },
      headers: { 'if-match': headers.etag ?? '' },
    });
    expect((await settingsOf('parks')).body.facts).toEqual(body.facts);
  });

  it('withdrawTransfer is for the office that proposed it, acceptTransfer and refuseTransfer for the other', async () => {
    const [{ id }] = (await tracker.must('listTransfers', { as: people.office })).body.items;
    expect(await transferAs(tracker, people.office, id)).toMatchObject({ side: 'gives' });
    expect(await transferAs(tracker, medwayOffice, id)).toMatchObject({ side: 'receives' });
    const ofOther = { status: 403, body: { code: 'transfer.of-other-office' } };
    expect(await answers('withdrawTransfer', medwayOffice, id)).toMatchObject(ofOther);
    expect(await answers('refuseTransfer', people.office, id)).toMatchObject(ofOther);
    expect(await accept(tracker, id, people.office)).toMatchObject(ofOther);
    expect(await answers('withdrawTransfer', people.office, id)).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
    const ended = { status: 409, body: { code: 'transfer.ended' } };
    expect(await accept(tracker, id)).toMatchObject(ended);
    expect(await answers('refuseTransfer', medwayOffice, id)).toMatchObject(ended);
    expect(await answers('withdrawTransfer', people.office, id)).toMatchObject(ended);
  });

  it('refuseTransfer: its words are left in the history of the programme alone, and another may be made', async () => {
    const reason = 'Words of a proposal that is refused';
    const id = await propose(tracker, 'parks', { reason });
    expect(await answers('refuseTransfer', medwayOffice, id)).toMatchObject({
      status: 200,
      body: { state: 'refused', reason: null, name: null, answeredBy: medwayOffice.subject },
    });
    for (const as of [people.office, medwayOffice])
      expect(await transferAs(tracker, as, id)).toMatchObject({ state: 'refused', reason: null });
    const holders = (await storedTexts(tracker)).filter((text) => text.includes(reason));
    expect(holders.filter((text) => text.includes('medway#'))).toEqual([]);
    const { body } = await tracker.must('getProgrammeHistory', {
      as: people.office,
      params: { programmeId: 'parks' },
      query: 'kind=programme',
    });
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual([
      'put',
      'transfer-proposed',
      'put',
      'transfer-withdrawn',
      'transfer-proposed',
      'transfer-refused',
    ]);
    expect(await propose(tracker, 'parks')).not.toBe(id);
  });

  it('lapses after its last day, and is not in the way of another', async () => {
    const asked = {
      as: people.office,
      params: { programmeId: 'schools' },
      body: { ...proposal, until: '2026-12-31' },
    };
    const { body } = await tracker.must('proposeTransfer', asked);
    const later = { as: medwayOffice, params: { transferId: body.id }, recordedAt: '2027-01-02T12:00:00.000Z' };
    expect((await tracker.must('getTransfer', later)).body.state).toBe('lapsed');
    const told = await tracker.ask('acceptTransfer', { ...later, body: {} });
    expect(told).toMatchObject({
      status: 409,
      body: { code: 'transfer.ended', detail: 'Nobody answered it by 31 December 2026.' },
    });
    await tracker.must('proposeTransfer', { ...asked, body: proposal, recordedAt: later.recordedAt });
  });

  it('acceptTransfer is refused where the organisation has a programme of that id', async () => {
    await setUp('roads', medwayOffice);
    const id = await propose(tracker, 'roads');
    expect(await accept(tracker, id)).toMatchObject({ status: 409, body: { code: 'transfer.id-taken' } });
    expect((await settingsOf('roads')).body.facts.transfer.state).toBe('proposed');
  });
});
