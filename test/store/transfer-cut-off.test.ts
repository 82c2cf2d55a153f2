// @module-tag long
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiveProgramme } from '#functions/scheduled/receive-programme.ts';
import type { ReceiveProgramme } from '#schemas/scheduled-events.ts';
import type { Table } from '#store/table/client.ts';
import { create } from '../support/one-of-each.ts';
import { programme, risk } from '../support/records.ts';
import type { Person } from '../support/request-event.ts';
import { isPutOf, tableMeeting, tableWith } from '../support/table-with.ts';
import { people, startTestTracker, type TestTracker } from '../support/tracker.ts';
import {
  acceptedOn,
  medwayOffice,
  noQueue,
  ofMedway,
  proofsOf,
  propose,
  receiveOn,
  setUpToGo,
  transferAs,
} from '../support/transferring.ts';

/*
 * A programme that is handed over, and what may come between its acceptance and its last copied item.
 */

const team = ofMedway(people.team);
let tracker: TestTracker;
beforeAll(async () => {
  tracker = await startTestTracker();
});
afterAll(() => tracker.stop());

const setUp = (programmeId: string, months: readonly string[] = ['2026-01']) => setUpToGo(tracker, programmeId, months);
const acceptedNow = (transferId: string) => acceptedOn(tracker.table, transferId);
const receive = (transferId: string, table: Table = tracker.table) => receiveOn(table, transferId);
const stateOf = async (transferId: string) => (await transferAs(tracker, medwayOffice, transferId)).state;
const statusOf = async (operation: string, params: object, as: Person = team) =>
  (await tracker.ask(operation, { as, params: { ...params } })).status;
/** Where one item is put by itself. */
const keyOfPut = (command: unknown): string =>
  command instanceof PutItemCommand ? `${command.input.Item?.pk?.S} ${command.input.Item?.sk?.S}` : 'a transaction';

describe('a copy', { timeout: 240_000 }, () => {
  it.each(['before', 'after'] as const)(
    'that is cut off %s any of its writes is ended by a later try',
    async (side) => {
      const programmeId = `cut-${side}`;
      const months = ['2026-01', '2026-02'].slice(0, side === 'before' ? 1 : 2);
      await setUp(programmeId, months);
      const id = await propose(tracker, programmeId);
      expect(await acceptedNow(id)).toBe('recorded');
      let cuts = 0;
      for (let most = 0; (await stateOf(id)) === 'accepted'; most += 1) {
        let writes = 0;
        const cutOff = tableWith(tracker.table, async (_, send) => {
          writes += 1;
          const answer = writes <= most || side === 'after' ? await send() : undefined;
          if (writes > most) throw new Error('cut off');
          return answer;
        });
        await receive(id, cutOff).catch(() => {
          cuts += 1;
        });
        // Whatever is there already, nobody takes it for a programme that can be worked on.
        if ((await stateOf(id)) !== 'accepted') break;
        const put = await tracker.ask('putRisk', {
          as: team,
          params: { programmeId, reviewId: 'wood', entryId: 'early' },
          body: risk,
          headers: create,
        });
        expect(['programme.unknown', 'programme.handed-over']).toContain(put.body.code);
      }
      expect(cuts).toBeGreaterThan(5);
    },
  );

  it('of several pages goes on from the page that was noted last', async () => {
    await setUp('pages', []);
    const wood = { programmeId: 'pages', reviewId: 'wood' };
    for (const part of ['a', 'b']) {
      const entries = Array.from({ length: 40 }, (_, n) => ({ id: `${part}-${n}`, record: risk }));
      await tracker.must('recordRisks', { params: wood, body: { entries } });
    }
    const id = await propose(tracker, 'pages');
    await acceptedNow(id);
    const first: string[] = [];
    let isNoted = false;
    const cutOff = tableWith(tracker.table, async (command, send) => {
      if (isNoted) throw new Error('cut off');
      const key = keyOfPut(command);
      first.push(key);
      isNoted = key.endsWith(' RECEIVING') && first.length > 100;
      return send();
    });
    await expect(receive(id, cutOff)).rejects.toThrow('cut off');
    const second: string[] = [];
    const goingOn = tableWith(tracker.table, (command, send) => {
      second.push(keyOfPut(command));
      return send();
    });
    await receive(id, goingOn);
    expect(first.length).toBeGreaterThan(100);
    expect(second.length).toBeGreaterThan(50);
    const isOfReview = (key: string): boolean => key.includes('#REVIEW#wood ');
    expect(second.filter((key) => isOfReview(key) && first.includes(key))).toEqual([]);
    const { body } = await tracker.must('listRisks', { as: team, params: wood, query: 'limit=200' });
    expect(body.items).toHaveLength(82);
  });

  it('that takes longer than a try may hands the rest over as a message of its own', async () => {
    await setUp('long');
    const id = await propose(tracker, 'long');
    await acceptedNow(id);
    const messages: ReceiveProgramme[] = [{ kind: 'receive-programme', organisation: 'medway', transfer: id }];
    const queue = {
      ...noQueue,
      send: async (sent: readonly unknown[]) => void messages.push(...(sent as typeof messages)),
    };
    let tries = 0;
    for (let message = messages.shift(); message !== undefined; message = messages.shift()) {
      let pages = 0;
      tries += 1;
      await receiveProgramme(
        message,
        { table: tracker.table, queue },
        () => new Date().toISOString(),
        () => {
          pages += 1;
          return pages <= 2;
        },
      );
      expect(tries).toBeLessThan(20);
    }
    expect(tries).toBeGreaterThan(3);
  });

  it('that is handed over twice at once is made once', async () => {
    await setUp('at-once');
    const id = await propose(tracker, 'at-once');
    await acceptedNow(id);
    await Promise.all([receive(id), receive(id), receive(id)]);
    const { body } = await tracker.must('getProgrammeHistory', {
      as: medwayOffice,
      params: { programmeId: 'at-once' },
      query: 'kind=programme',
    });
    expect(body.items.filter(({ type }: { type: string }) => type === 'received')).toHaveLength(1);
  });

  it('that is late puts nothing in the place of what the receiver has recorded since', async () => {
    await setUp('late');
    const at = { programmeId: 'late', reviewId: 'wood', entryId: 'first' };
    const id = await propose(tracker, 'late');
    await acceptedNow(id);
    const late = tableMeeting(tracker.table, isPutOf('#REVIEW#wood'), async () => {
      await receive(id);
      const { headers } = await tracker.must('getRisk', { as: team, params: at });
      await tracker.must('putRisk', {
        as: team,
        params: at,
        body: { ...risk, title: 'Of Medway' },
        headers: { 'if-match': headers.etag ?? '' },
      });
    });
    await receive(id, late);
    await receive(id);
    expect((await tracker.must('getRisk', { as: team, params: at })).body).toMatchObject({
      record: { title: 'Of Medway' },
      version: 2,
    });
    expect((await tracker.must('getRisk', { params: at })).body).toMatchObject({ version: 1 });
  });

  it('is read by nobody of the receiver before it is whole, and its id is kept meanwhile', async () => {
    await setUp('meanwhile');
    const at = { programmeId: 'meanwhile', reviewId: 'wood', entryId: 'first', month: '2026-01' };
    const id = await propose(tracker, 'meanwhile');
    await acceptedNow(id);
    const seen: Record<string, unknown> = {};
    const slow = tableMeeting(tracker.table, isPutOf('MONTH#2026-01'), async () => {
      for (const operation of ['getProgramme', 'getReview', 'getRisk', 'listReviews', 'listRisks', 'getReport'])
        seen[operation] = await statusOf(operation, at);
      seen.giver = await statusOf('getRisk', at, people.team);
      const asked = { as: medwayOffice, params: { programmeId: 'meanwhile' }, body: programme, headers: create };
      seen.setUp = (await tracker.ask('putProgramme', asked)).body.code;
    });
    await receive(id, slow);
    expect(seen).toEqual({
      getProgramme: 404,
      getReview: 404,
      getRisk: 404,
      listReviews: 404,
      listRisks: 404,
      getReport: 404,
      giver: 200,
      setUp: 'programme.id-reserved',
    });
    expect(await statusOf('getReport', at)).toBe(200);
  });

  it('leaves each programme whole with both: every chain, position, report and digest', async () => {
    const both = (reports: number) => ({ council: [reports], medway: [reports] });
    expect(await proofsOf(tracker)).toEqual({
      'cut-before': both(1),
      'cut-after': both(2),
      pages: both(0),
      long: both(1),
      'at-once': both(1),
      late: both(1),
      meanwhile: both(1),
    });
  });

  it('is made of nothing that nobody accepted', async () => {
    await setUp('proposed');
    const id = await propose(tracker, 'proposed');
    await expect(receive(id)).rejects.toThrow('nobody of the organisation accepted this transfer');
    const ofNobody = { table: tracker.table, queue: noQueue };
    await expect(
      receiveProgramme({ kind: 'receive-programme', organisation: 'council', transfer: id }, ofNobody, () => ''),
    ).rejects.toThrow('nobody of the organisation accepted');
    expect(await tracker.stored('ORG#medway#PROGRAMME#proposed')).toEqual([]);
  });
});
