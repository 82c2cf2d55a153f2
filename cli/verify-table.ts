import { buildPosition, dependsOnSettings } from '#domain/position/sections.ts';
import { ruleSetUnknown } from '#domain/report/may-run.ts';
import { releasedRuleSets } from '#domain/report/rule-sets.ts';
import { isCounted } from '#domain/review/counted.ts';
import { exportPage } from '#functions/api/export-programme.ts';
import { makeAgain } from '#functions/scheduled/made-again.ts';
import { operationById } from '#schemas/operations.ts';
import { Programme } from '#schemas/programme.ts';
import type { Report } from '#schemas/report.ts';
import { Review } from '#schemas/review.ts';
import { withRowsAtMost } from '#schemas/row-lists.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { readReviewPages } from '#store/positions/position-pages.ts';
import { positionOf, type StoredPosition } from '#store/positions/stored-position.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import { foldRecords, readEvents, readRecord } from '#store/records/records.ts';
import { readDue, readDueProgrammes } from '#store/reports/due.ts';
import { readHeads, readPublished, withEveryRow } from '#store/reports/reports.ts';
import type { Table } from '#store/table/client.ts';
import { type Item, numberOf, readItem, textOf, UnreadableItem } from '#store/table/items.ts';
import { type ChainRef, dueKey, headKey, type ProgrammeRef, programmesOf, reviewHeadKey } from '#store/table/keys.ts';
import { verifyExport } from '#store/verification/verification.ts';
import { everyItem } from './table-copy.ts';

/** What a table was found to hold of one programme, and every way in which it does not agree with itself. */
export interface Proof {
  readonly programmeRef: ProgrammeRef;
  readonly reviews: number;
  /** Active or paused: the total that boards see. */
  readonly counted: number;
  readonly events: number;
  readonly reports: number;
  readonly faults: readonly string[];
}

const endOfTime = '9999-12-31T23:59:59.999Z';

/** Every programme of every organisation, by the one item that holds its settings. */
const programmesIn = async (table: Table): Promise<readonly ProgrammeRef[]> => {
  const { pk: organisationPart, begins } = programmesOf('');
  const found: ProgrammeRef[] = [];
  for await (const items of everyItem(table))
    for (const item of items) {
      const [pk, sk] = [textOf(item, 'pk'), textOf(item, 'sk')];
      if (pk.startsWith(organisationPart) && sk.startsWith(begins))
        found.push({ organisation: pk.slice(organisationPart.length), programme: sk.slice(begins.length) });
    }
  return found.sort((a, b) => (`${a.organisation} ${a.programme}` < `${b.organisation} ${b.programme}` ? -1 : 1));
};

/** The programme's export as the API gives it, closed by the heads that stand in the table: a tail cut off is seen. */
async function* exportLines(
  table: Table,
  programmeRef: ProgrammeRef,
  heads: readonly { chain: string; sequence: number; digest: string }[],
): AsyncGenerator<string> {
  const operation = operationById('exportProgramme');
  let [events, reports] = [0, 0];
  let query: Record<string, string> | undefined = {};
  while (query !== undefined) {
    const answer = await exportPage(
      {
        operation,
        actor: { subject: 'restore-drill', organisation: programmeRef.organisation, roles: ['assurance'] },
        params: { programmeId: programmeRef.programme },
        query,
        body: undefined,
        expected: { kind: 'nothing' },
        now: endOfTime,
        effectiveAt: undefined,
        identity: undefined,
        headers: {},
        requestId: undefined,
      },
      { table },
    );
    if (answer.kind === 'refused') throw new Error(answer.refusal.detail);
    for (const line of answer.result.body.trimEnd().split('\n')) {
      events += line.startsWith('{"kind":"event"') ? 1 : 0;
      reports += line.startsWith('{"kind":"report"') ? 1 : 0;
      yield line;
    }
    const cursor: string | undefined = /cursor=([^>]+)>/.exec(answer.result.headers.link ?? '')?.[1];
    query = cursor === undefined ? undefined : { cursor };
  }
  yield canonicalJson({ kind: 'manifest', chains: heads, events, reports });
}

/** Where the records of a chain, or the position of its review, are not what their events come to. */
const chainFaults = async (
  table: Table,
  chainRef: ChainRef,
  settings: { readonly version: number; readonly programme: Programme },
  stored: StoredPosition | undefined,
): Promise<{ events: number; faults: readonly string[] }> => {
  const chain = chainRef.review ?? 'the programme';
  const events = await readEvents(table, chainRef);
  const folded = foldRecords(events, endOfTime, Number.POSITIVE_INFINITY);
  const faults: string[] = [];
  for (const storedRecord of folded) {
    const stored = await readRecord(table, chainRef, storedRecord.kind, storedRecord.id);
    const recorded = events.filter(
      (one) => one.recordRef.kind === storedRecord.kind && one.recordRef.id === storedRecord.id,
    ).length;
    const name = `${storedRecord.kind} ${storedRecord.id} of ${chain}`;
    if (stored === undefined) faults.push(`${name} has events but is not there`);
    else if (canonicalJson(stored.state) !== canonicalJson(storedRecord.state))
      faults.push(`${name} is not what its history says`);
    else if (stored.version !== recorded)
      faults.push(`${name} is at version ${stored.version} after ${recorded} events`);
  }
  if (stored !== undefined) {
    const judgedOtherwise = new Set<string>(
      [...stored.parts].flatMap(([section, part]) =>
        dependsOnSettings(section) && part.settings !== settings.version ? [section] : [],
      ),
    );
    const found = Object.entries(positionOf(reviewHeadKey(chainRef, chainRef.review ?? ''), stored.parts));
    const position = buildPosition(folded.map(asRecordAt), settings.programme);
    for (const [section, value] of Object.entries(position)) {
      // Bands that other settings judged are not wrong: reports fold the history then.
      if (judgedOtherwise.has(section)) continue;
      const isStored: unknown = found.find(([name]) => name === section)?.[1];
      if (canonicalJson(isStored) !== canonicalJson(value))
        faults.push(`the position of ${chain} says otherwise of its ${section}`);
    }
  }
  return { events: events.length, faults };
};

/** Whether what boards are shown first of a large report is what the whole of it says, with some rows of each list. */
const isShortened = ({ content, rowsAtMost }: Report, whole: Report): boolean =>
  canonicalJson(content) === canonicalJson(withRowsAtMost(whole.content, rowsAtMost));

/** What is wrong with a report made again from history: what it is made from cannot be read, or it comes to another digest. */
const madeOtherwise = async (
  table: Table,
  programmeRef: ProgrammeRef,
  report: Report,
  by: Parameters<typeof makeAgain>[3],
): Promise<readonly string[]> => {
  try {
    const { same } = await makeAgain({ table }, programmeRef, report, by);
    return same ? [] : ['made again from history comes to another digest'];
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return [`cannot be made again: ${error.message}`];
  }
};

/** Where a published report, made again from the events up to its heads, does not come to its own digest. */
const reportFaults = async (
  table: Table,
  programmeRef: ProgrammeRef,
): Promise<{ reports: number; faults: readonly string[] }> => {
  const faults: string[] = [];
  let reports = 0;
  for await (const published of readPublished(table, programmeRef)) {
    const report = (await withEveryRow(table, programmeRef, published)).report();
    reports += 1;
    if (!isShortened(published.report(), report))
      faults.push(`the summary of the report of ${report.content.month} says otherwise than the whole of it`);
    const { month, revision, ruleSet: name } = report.content;
    const { heads } = await readHeads(table, programmeRef, { month, revision });
    const called = `the report of ${month}, revision ${revision},`;
    if (heads.length === 0) {
      faults.push(`${called} has no heads`);
      continue;
    }
    const ruleSet = releasedRuleSets.named(name);
    if (ruleSet === undefined) {
      faults.push(ruleSetUnknown(month, name).detail);
      continue;
    }
    faults.push(
      ...(await madeOtherwise(table, programmeRef, report, { ruleSet, heads })).map((what) => `${called} ${what}`),
    );
  }
  return { reports, faults };
};

const proofOf = async (table: Table, programmeRef: ProgrammeRef): Promise<Proof> => {
  const { organisation, programme } = programmeRef;
  const own: ProgrammeRef = { organisation, programme };
  const settingsRecord = await readRecord(table, { ...own, review: null }, 'programme', programme);
  const settings = {
    version: settingsRecord?.version ?? 0,
    programme: Programme.parse(settingsRecord?.state.record),
  };
  const head: Item = (await readItem(table, headKey(own))) ?? {};
  const heads = [{ chain: programme, sequence: numberOf(head, 'headSequence'), digest: textOf(head, 'headDigest') }];
  const ofProgramme = await chainFaults(table, { ...own, review: null }, settings, undefined);
  const faults = [...ofProgramme.faults];
  let [reviews, counted, events] = [0, 0, ofProgramme.events];
  for await (const page of readReviewPages(table, own))
    for (const { review, headSequence, headDigest, stored } of page.reviews) {
      reviews += 1;
      heads.push({ chain: `${programme}/${review}`, sequence: headSequence, digest: headDigest });
      if (stored instanceof UnreadableItem) faults.push(`the position of ${review} cannot be read`);
      if (stored === 'changing') faults.push(`the review ${review} was changed at every read`);
      const readable = stored instanceof UnreadableItem || stored === 'changing' ? undefined : stored;
      const ofReview = await chainFaults(table, { ...own, review }, settings, readable);
      faults.push(...ofReview.faults);
      events += ofReview.events;
      const record = Review.safeParse((await readRecord(table, { ...own, review }, 'review', review))?.state.record);
      counted += record.success && isCounted(record.data.lifecycle, settings.programme) ? 1 : 0;
    }
  const verdict = await verifyExport(exportLines(table, own, heads));
  if (verdict.kind === 'broken')
    faults.push(`the export is broken at line ${verdict.broken.line}: ${verdict.broken.what}`);
  const published = await reportFaults(table, own);
  return {
    programmeRef: own,
    reviews,
    counted,
    events,
    reports: published.reports,
    faults: [...faults, ...published.faults],
  };
};

/**
 * Reads the whole record of a table and proves that it agrees with itself: every position and record is what its events come
 * to, every chain links up to the head that is in the table, every published report holds its digest and comes to it
 * again from history, and the index of what is due names the programmes that are. Writes nothing.
 */
export const verifyTable = async (table: Table): Promise<readonly Proof[]> => {
  const indexed = new Set<string>();
  for await (const { organisation, programme } of readDueProgrammes(table, '9999-12-31'))
    indexed.add(`${organisation}/${programme}`);
  const proofs: Proof[] = [];
  for (const programmeRef of await programmesIn(table)) {
    const proof = await proofOf(table, programmeRef);
    const dueItem = await readItem(table, dueKey(programmeRef));
    const due = await readDue(table, programmeRef);
    const isIndexed = indexed.has(`${programmeRef.organisation}/${programmeRef.programme}`);
    proofs.push({
      ...proof,
      faults: [
        ...proof.faults,
        ...(dueItem === undefined ? ['the item that says which month is due next is missing'] : []),
        ...(isIndexed === (due !== undefined && due.byHand === undefined)
          ? []
          : ['the index of what is due says otherwise than its own item']),
      ],
    });
  }
  return proofs;
};
