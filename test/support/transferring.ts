import { verifyTable } from '#cli/verify-table.ts';
import { acceptTransfer } from '#functions/api/accept-transfer.ts';
import { receiveProgramme } from '#functions/scheduled/receive-programme.ts';
import type { Table } from '#store/table/client.ts';
import { doneOn, whatBecame } from './done-on.ts';
import { programme, review, risk } from './records.ts';
import type { Person } from './request-event.ts';
import { people, type TestTracker, type Told } from './tracker.ts';

/** Somebody of the organisation to which programmes go. */
export const ofMedway = (person: Person): Person => ({
  ...person,
  subject: `medway-${person.subject}`,
  organisation: 'medway',
});
export const medwayOffice = ofMedway(people.office);

export const proposal = { to: 'medway', reason: 'The councils are reorganised', until: '2150-03-31' };

/** Proposes that a programme goes to Medway; the id of the transfer. */
export const propose = async (tracker: TestTracker, programmeId: string, over: object = {}): Promise<string> => {
  const told = await tracker.must('proposeTransfer', {
    as: people.office,
    params: { programmeId },
    body: { ...proposal, ...over },
  });
  return told.body.id;
};

export const accept = (tracker: TestTracker, transferId: string, as: Person = medwayOffice): Promise<Told> =>
  tracker.ask('acceptTransfer', { as, params: { transferId }, body: {} });

export const transferAs = async (tracker: TestTracker, as: Person, transferId: string) =>
  (await tracker.must('getTransfer', { as, params: { transferId } })).body;

/** A programme of one review with two risks, of which months are published. */
export const setUpToGo = async (
  tracker: TestTracker,
  programmeId: string,
  months: readonly string[],
): Promise<void> => {
  const at = { programmeId, reviewId: 'wood' };
  const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
  await tracker.must('putProgramme', { as: people.office, params: at, body: programme, headers: from('2026-01-01') });
  await tracker.must('putReview', { params: at, body: review, headers: from('2026-01-02') });
  for (const entryId of ['first', 'second'])
    await tracker.must('putRisk', { params: { ...at, entryId }, body: risk, headers: from('2026-01-10') });
  for (const month of months) {
    await tracker.must('runReport', { as: people.office, params: at, body: { month } });
    await tracker.settled();
  }
};

/** Nothing is handed over to anybody. */
export const noQueue = { send: async () => undefined, comeBack: async () => undefined };

/** Accepts a transfer, and hands the copy over to nobody; what became of that. */
export const acceptedOn = async (table: Table, transferId: string): Promise<string> => {
  const asked = { as: medwayOffice, params: { transferId }, body: {} };
  return whatBecame(await doneOn(acceptTransfer, 'acceptTransfer', asked, { table, queue: noQueue }));
};

export const receiveOn = (table: Table, transfer: string) =>
  receiveProgramme({ kind: 'receive-programme', organisation: 'medway', transfer }, { table, queue: noQueue }, () =>
    new Date().toISOString(),
  );

/** What each programme was found to hold in each organisation: how many reports, and every fault. */
export const proofsOf = async ({ table }: TestTracker) => {
  const proofs: Record<string, Record<string, readonly (number | string)[]>> = {};
  for (const { programmeRef, reports, faults } of await verifyTable(table)) {
    const { organisation, programme } = programmeRef;
    proofs[programme] = { ...proofs[programme], [organisation]: [reports, ...faults] };
  }
  return proofs;
};
