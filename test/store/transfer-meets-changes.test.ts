// @module-tag long
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { agreeRedaction } from '#functions/api/agree-redaction.ts';
import { putEntry } from '#functions/api/put-entry.ts';
import { putProgramme } from '#functions/api/put-programme.ts';
import { withdrawTransfer } from '#functions/api/withdraw-transfer.ts';
import { redactWords } from '#functions/scheduled/redact-words.ts';
import { rollUpMonth } from '#functions/scheduled/roll-up-month.ts';
import type { Table } from '#store/table/client.ts';
import { doneOn, whatBecame } from '../support/done-on.ts';
import { programme, risk } from '../support/records.ts';
import { askForRedaction } from '../support/redacting.ts';
import type { Person } from '../support/request-event.ts';
import { isPutOf, isTransaction, tableMeeting } from '../support/table-with.ts';
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
 * An acceptance, and what is under way when it comes.
 */

const now = () => new Date().toISOString();

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

describe('an acceptance', { timeout: 240_000 }, () => {
  it('that comes between a change and its commit has it refused', async () => {
    await setUp('changing');
    const id = await propose(tracker, 'changing');
    const meeting = tableMeeting(tracker.table, isTransaction, () => acceptedNow(id));
    const params = { programmeId: 'changing', reviewId: 'wood', entryId: 'third' };
    const asked = { as: people.team, params, body: risk, isNew: true } as const;
    expect(whatBecame(await doneOn(putEntry, 'putRisk', asked, { table: meeting }))).toBe('programme.handed-over');
    expect(await stateOf(id)).toBe('accepted');
    expect(await statusOf('getRisk', params, people.team)).toBe(404);
  });

  it('that comes while a month is rolled up has it left to the receiver', async () => {
    await setUp('reporting');
    const id = await propose(tracker, 'reporting');
    const table = tableMeeting(tracker.table, isPutOf('MONTH#2026-02#0001'), () => acceptedNow(id));
    const month = { programme: 'reporting', month: '2026-02', revision: 1, run: '2026-02-r1' };
    const message = { kind: 'roll-up-month', organisation: 'council', ...month } as const;
    expect(await rollUpMonth(message, { table, ruleSets: releasedRuleSets }, now)).toBe('handed-over');
    expect(await rollUpMonth(message, { table, ruleSets: releasedRuleSets }, now)).toBe('handed-over');
    await receive(id);
    // What the try left that published nothing is not for the receiver's own run to find.
    const ofFebruary = async (organisation: string) =>
      (await tracker.stored(`PUBLISHED#${organisation}#reporting`)).filter(({ sk }) => sk?.S?.includes('#2026-02#'));
    expect(await ofFebruary('council')).not.toEqual([]);
    expect(await ofFebruary('medway')).toEqual([]);
    const { body } = await tracker.must('getProgramme', { as: team, params: { programmeId: 'reporting' } });
    expect(body.computed.nextReport).toBe('2026-02');
    await tracker.must('runReport', {
      as: medwayOffice,
      params: { programmeId: 'reporting' },
      body: { month: '2026-02' },
    });
    await tracker.settled();
  });

  it('of a programme of which words are being taken out is refused until that is done', async () => {
    await setUp('redacted');
    const redaction = { programmeId: 'redacted', entryId: 'erased' };
    const texts = [{ pointer: '/record/cause' }];
    await askForRedaction(tracker, redaction, { review: 'wood', kind: 'risk', entry: 'first', texts });
    const asked = { as: people.assurance, params: redaction, body: {} };
    const agreed = await doneOn(agreeRedaction, 'agreeRedaction', asked, { table: tracker.table, queue: noQueue });
    expect(agreed.kind).toBe('recorded');
    const id = await propose(tracker, 'redacted');
    expect(await acceptedNow(id)).toBe('transfer.redaction-under-way');
    const message = {
      kind: 'redact-words',
      organisation: 'council',
      programme: 'redacted',
      redaction: 'erased',
    } as const;
    await redactWords(message, { table: tracker.table }, now);
    expect(await acceptedNow(id)).toBe('recorded');
    await receive(id);
    const at = { programmeId: 'redacted', reviewId: 'wood', entryId: 'first' };
    expect((await tracker.must('getRisk', { as: team, params: at })).body.record.cause).toMatch(/^Redacted on /);
  });

  it('takes words that are redacted out of the proposal itself', async () => {
    await setUp('proposing');
    const reason = 'As Jane Doe asked';
    const id = await propose(tracker, 'proposing', { reason });
    const redaction = { programmeId: 'proposing', entryId: 'erased' };
    const texts = [{ pointer: '/reason' }];
    await askForRedaction(tracker, redaction, { kind: 'programme', entry: 'proposing', texts });
    const asked = { as: people.assurance, params: redaction, body: {} };
    await doneOn(agreeRedaction, 'agreeRedaction', asked, { table: tracker.table, queue: noQueue });
    const message = {
      kind: 'redact-words',
      organisation: 'council',
      programme: 'proposing',
      redaction: 'erased',
    } as const;
    await redactWords(message, { table: tracker.table }, now);
    for (const as of [people.office, medwayOffice])
      expect((await transferAs(tracker, as, id)).reason).toMatch(/^Redacted on /);
    expect(await acceptedNow(id)).toBe('recorded');
  });

  it('leaves each programme whole: every chain, position, report and digest', async () => {
    expect(await proofsOf(tracker)).toEqual({
      changing: { council: [1] },
      reporting: { council: [1], medway: [2] },
      redacted: { council: [1], medway: [1] },
      proposing: { council: [1] },
    });
  });

  it.each(['withdrawal', 'acceptance'] as const)(
    'and a withdrawal at once: the %s that is committed first holds, and the other is refused',
    async (first) => {
      const programmeId = `${first}-first`;
      await setUp(programmeId, []);
      const id = await propose(tracker, programmeId);
      const asked = { as: people.office, params: { transferId: id }, body: { reason: 'It stays' } };
      const withdrawnOn = async (table: Table) =>
        whatBecame(await doneOn(withdrawTransfer, 'withdrawTransfer', asked, { table }));
      const [one, other] =
        first === 'withdrawal'
          ? [withdrawnOn, (table: Table) => acceptedOn(table, id)]
          : [(table: Table) => acceptedOn(table, id), withdrawnOn];
      const outcomes: string[] = [];
      const meeting = tableMeeting(tracker.table, isTransaction, async () => outcomes.push(await one(tracker.table)));
      outcomes.push(await other(meeting));
      expect(outcomes).toEqual(['recorded', 'transfer.ended']);
      expect(await stateOf(id)).toBe(first === 'withdrawal' ? 'withdrawn' : 'accepted');
    },
  );

  it('and a new programme of the same id at once: one of both is refused', async () => {
    for (const programmeId of ['new-first', 'accepted-first']) await setUp(programmeId, []);
    const setUpOn = async (programmeId: string, table: Table) => {
      const asked = { as: medwayOffice, params: { programmeId }, body: programme, isNew: true } as const;
      return whatBecame(await doneOn(putProgramme, 'putProgramme', asked, { table }));
    };
    const [one, two] = [await propose(tracker, 'new-first'), await propose(tracker, 'accepted-first')];
    const outcomes: string[] = [];
    const meetingNew = tableMeeting(tracker.table, isTransaction, async () =>
      outcomes.push(await setUpOn('new-first', tracker.table)),
    );
    outcomes.push(await acceptedOn(meetingNew, one));
    const meetingAccepted = tableMeeting(tracker.table, isTransaction, async () =>
      outcomes.push(await acceptedNow(two)),
    );
    outcomes.push(await setUpOn('accepted-first', meetingAccepted));
    expect(outcomes).toEqual(['recorded', 'transfer.id-taken', 'recorded', 'programme.id-reserved']);
  });
});
