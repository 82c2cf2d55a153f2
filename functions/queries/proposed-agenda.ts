import { agendaOfProgramme, agendaOfReview, type Convened, waitsAtGate } from '#domain/meeting-agenda.ts';
import { buildProgrammeSection } from '#domain/position/sections.ts';
import { type ReviewInReport, reviewInReport } from '#domain/report/review-in-report.ts';
import { gateOf } from '#domain/review/gate.ts';
import { gateSections } from '#domain/review/gate-rule.ts';
import type { ProposedItem } from '#registers/meeting/projections.ts';
import type { RecordKind } from '#schemas/history.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Gate } from '#schemas/review.ts';
import { newestRuleSetName } from '#schemas/rule-set-name.ts';
import { type ReviewOnPage, readReviewPages } from '#store/positions/position-pages.ts';
import { positionOf } from '#store/positions/stored-position.ts';
import { asRecordAt, loadForChange } from '#store/records/load-for-change.ts';
import { readRegister } from '#store/records/records.ts';
import { StoreBusy, UnreadableItem } from '#store/table/items.ts';
import { type ProgrammeRef, reviewHeadKey } from '#store/table/keys.ts';
import type { ReadsTable } from '../http/call.ts';
import { markedRecord } from '../views/entry-view.ts';
import { loadedReview, reviewName } from '../views/loaded-records.ts';
import { gateEvidence } from './gate-evidence.ts';

/** What is proposed of the programme itself, and the meeting; undefined where there is none, or it is struck out. */
export const proposedOfProgramme = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  programme: Programme,
  id: string,
): Promise<{ readonly meeting: Convened['meeting'] | undefined; readonly items: readonly ProposedItem[] }> => {
  const chain = { ...programmeRef, review: null };
  const recordsOf = async (kind: RecordKind) => (await readRegister(deps.table, chain, kind)).map(asRecordAt);
  const [meetings, decisions, changeRequests, risks] = await Promise.all([
    recordsOf('meeting'),
    recordsOf('decision'),
    recordsOf('change-request'),
    recordsOf('risk'),
  ]);
  const wide = {
    meetings: buildProgrammeSection('meetings', meetings, programme),
    decisions: buildProgrammeSection('decisions', decisions, programme),
    changeRequests: buildProgrammeSection('changeRequests', changeRequests, programme),
    risks: buildProgrammeSection('risks', risks, programme),
  };
  const meeting = wide.meetings.find((one) => one.id === id);
  return { meeting, items: meeting === undefined ? [] : agendaOfProgramme({ programme, meeting }, wide) };
};

/** The gate ahead of a review, by what is recorded of it now. */
const gateAhead = async (deps: ReadsTable, programmeRef: ProgrammeRef, review: string): Promise<Gate | undefined> => {
  const loaded = await loadForChange(
    deps.table,
    { ...programmeRef, review },
    { records: [reviewName(review)], registers: [], sections: gateSections },
  );
  const record = loaded.record(reviewName(review));
  if (record === undefined) return undefined;
  const { context } = await gateEvidence(deps, loaded);
  return gateOf({ ...context, review: loadedReview(markedRecord(record)) });
};

/** @throws UnreadableItem where its position cannot be read, StoreBusy where it was changed at every read */
const asInReport = (
  programmeRef: ProgrammeRef,
  programme: Programme,
  { review, stored }: ReviewOnPage,
): ReviewInReport => {
  if (stored instanceof UnreadableItem) throw stored;
  if (stored === 'changing') throw new StoreBusy(`the review ${review} was changed at every read`);
  const position = positionOf(reviewHeadKey(programmeRef, review), stored.parts);
  return reviewInReport(review, position, newestRuleSetName, programme);
};

/** What is proposed of the next reviews in order of id, how many these are, and the last of them where others follow. */
export const proposedOfReviews = async (
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  convened: Convened,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<{ readonly items: readonly ProposedItem[]; readonly read: number; readonly next: string | undefined }> => {
  // One more than is answered says whether others follow.
  const pages = readReviewPages(deps.table, programmeRef, { after, itemsAPage: limit + 1 });
  for await (const { reviews } of pages) {
    const inOrder = reviews.slice(0, limit).map((one) => asInReport(programmeRef, convened.programme, one));
    const items = await Promise.all(
      inOrder.map(async (review) => {
        const gate = waitsAtGate(convened, review) ? await gateAhead(deps, programmeRef, review.id) : undefined;
        return agendaOfReview(convened, review, gate);
      }),
    );
    return { items: items.flat(), read: inOrder.length, next: reviews.length > limit ? inOrder.at(-1)?.id : undefined };
  }
  return { items: [], read: 0, next: undefined };
};
