import * as z from 'zod';
import {
  eventsOf,
  type ProgrammeRef,
  partKey,
  reviewHeadsOf,
  summariesOf,
  summariesOfMonth,
} from '#store/table/keys.ts';
import { programme, records, review } from '../../prove/records.ts';
import type { Person } from '../../prove/request-event.ts';
import { growTo, storedIn } from '../grow-programme.ts';
import { type CapacityMeter, type Charged, itemBytes } from './capacity-meter.ts';

/*
 * What is asked of the tracker while the meter counts what it takes. Two sample records:
 *
 * - Kent's Facing the Challenge as `npm start` tells it: 10 reviews, positions of 1.5 to 4 KB, settings of 2.5 KB; the
 *   review `property` with 5 options; the report of April 2014, whose item has 6.3 KB. It is grown by more positions of the same
 *   sizes, and its April report made again.
 * - The review of prove/records.ts with its one SRO, in a programme of as many reviews; bare when it is opened and moves for the
 *   first time, full at its second move: one entry each of option, saving, risk, milestone, issue, market engagement and
 *   business case, each told with an Idempotency-Key.
 */

/** Reviews of the programmes that everything is asked of. */
export const sizes = [10, 65, 1_000] as const;
export type Size = (typeof sizes)[number];

export const uses = [
  'get one entry',
  'get one entry as at an instant',
  'list a register as at an instant',
  "list every review, as a page of 100 or a programme's all",
  'list 10 reviews of them',
  'a page of 20 of the history of a review',
  'ask for a revision of a month, and roll it up',
  "a board's pull of it as JSON",
  "a board's pull of it as HTML",
  "a board's pull of it as HTML, asked for again",
  "a board's pull of what it knows already",
  'open a review whose SRO the tracker knows',
  'open a review whose SRO it does not know yet',
  'move a bare review to its next stage',
  'tell a risk',
  'move a full review to its next stage',
  'change a full review for the first time in a month',
] as const;
export type Use = (typeof uses)[number];

interface Asked {
  readonly as?: Person;
  readonly params: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A tracker that the meter stands in front of, Kent's programme told to it. */
export interface MeteredTracker {
  /** Asks as one of the transformation team where nobody is named; a POST has an Idempotency-Key of its own unless one is given. */
  ask(operation: string, asked: Asked): Promise<Told>;
  /** Waits until what was asked for last is rolled up. */
  settled(): Promise<void>;
  readonly organisation: string;
  readonly meter: CapacityMeter;
  /** The table past the meter. */
  readonly table: Parameters<typeof storedIn>[0];
}

/** What each use took in each programme, and the bytes of what it is held against. */
export interface Taken {
  of(use: Use, size: Size): Charged;
  /** Of `summary`, `positions`, `publications`: bytes in the programme of that size. */
  bytes(what: 'summary' | 'positions' | 'publications', size: Size): number;
  /** Of the body that a board gets which knows the report already. */
  readonly notModifiedBytes: number;
  /** Of the history of the review that is asked for. */
  readonly historyBytes: number;
  /** Months that have been reported, revisions aside. */
  readonly months: number;
}

const Options = z.object({ items: z.tuple([z.object({ id: z.string() })], z.unknown()) });

export const kentIn = (organisation: string): ProgrammeRef => ({ organisation, programme: 'facing-the-challenge' });
const office: Person = { roles: ['programme-office'], subject: 'pat-office' };
const month = '2014-04';

/** What a roll-up takes; whoever waits for it asks how far it is, and that is not the roll-up's. */
const withoutWaiting = (charged: Charged): Charged => {
  const calls = charged.calls.filter(({ who }) => who !== 'queries');
  const sum = (units: 'readUnits' | 'writeUnits'): number => calls.reduce((all, one) => all + one[units], 0);
  return { calls, readUnits: sum('readUnits'), writeUnits: sum('writeUnits') };
};

/** Asks everything of programmes of each size. */
export const measureUses = async ({ ask, settled, organisation, meter, table }: MeteredTracker): Promise<Taken> => {
  const kent = kentIn(organisation);
  const tomorrow: ProgrammeRef = { organisation, programme: 'tomorrow' };
  const taken = new Map<string, Charged>();
  const bytesOf = new Map<string, number>();
  let notModifiedBytes = Number.NaN;

  const must = async (operation: string, asked: Asked): Promise<Told> => {
    const told = await ask(operation, asked);
    if (told.status >= 400) throw new Error(`${operation} answered ${told.status}: ${told.text}`);
    return told;
  };
  const totalBytes = async (pk: string, isOne: (sk: string) => boolean): Promise<number> =>
    (await storedIn(table, pk)).reduce((sum, item) => sum + (isOne(item.sk?.S ?? '') ? itemBytes(item) : 0), 0);

  const askOfKent = async (size: Size): Promise<void> => {
    const measure = async (use: Use, operation: string, asked: Asked): Promise<Told> => {
      const charged = await meter.charged(() => must(operation, asked));
      taken.set(`${use} ${size}`, charged);
      return charged.told;
    };
    const params = { programmeId: kent.programme, reviewId: 'property', month };
    const [first] = Options.parse(JSON.parse((await must('listOptions', { params })).text)).items;
    const entry = { ...params, entryId: first.id };
    const asAt = { query: 'asAt=2014-05-31' };
    await measure('get one entry', 'getOption', { params: entry });
    await measure('get one entry as at an instant', 'getOption', { params: entry, ...asAt });
    await measure('list a register as at an instant', 'listOptions', { params, ...asAt });
    await measure("list every review, as a page of 100 or a programme's all", 'listReviews', { params });
    await measure('list 10 reviews of them', 'listReviews', { params, query: 'limit=10' });
    const published = eventsOf({ ...kent, review: null }, 'publication');
    bytesOf.set(`publications ${size}`, await totalBytes(published.pk, (sk) => sk.startsWith(published.begins)));
    await measure('a page of 20 of the history of a review', 'getReviewHistory', { params, query: 'limit=20' });
    const rolledUp = await meter.charged(async () => {
      await must('reviseReport', { as: office, params, body: { reason: 'Measured' } });
      await settled();
    });
    taken.set(`ask for a revision of a month, and roll it up ${size}`, withoutWaiting(rolledUp));
    const pulled = await measure("a board's pull of it as JSON", 'getReport', { params });
    const page = { params, headers: { accept: 'text/html' } };
    await measure("a board's pull of it as HTML", 'getReport', page);
    await measure("a board's pull of it as HTML, asked for again", 'getReport', page);
    const known = await measure("a board's pull of what it knows already", 'getReport', {
      params,
      headers: { 'if-none-match': pulled.headers.etag ?? '' },
    });
    if (known.status !== 304) throw new Error(`a pull of what is known already answered ${known.status}`);
    notModifiedBytes = Buffer.byteLength(known.text);
    const { begins, pk } = summariesOfMonth(kent, month);
    const summaries = (await storedIn(table, pk)).filter((item) => item.sk?.S?.startsWith(begins));
    bytesOf.set(`summary ${size}`, itemBytes(summaries.at(-1) ?? {}));
    const heads = await totalBytes(reviewHeadsOf(kent).pk, () => true);
    bytesOf.set(`positions ${size}`, heads + (await totalBytes(partKey(kent, '', '').pk, () => true)));
  };

  const changeSample = async (size: Size): Promise<void> => {
    const measure = async (use: Use, operation: string, asked: Asked): Promise<void> => {
      taken.set(`${use} ${size}`, await meter.charged(() => must(operation, asked)));
    };
    const named = (reviewId: string) => ({ programmeId: tomorrow.programme, reviewId, entryId: 'first' });
    const head = (day: string, key: string, version?: number) => ({
      'effective-at': day,
      'idempotency-key': `measured-${size}-${key}`,
      ...(version === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` }),
    });
    // Names of one length, so that all sizes write as many bytes.
    const params = named(`sample-${String(size).padStart(4, '0')}`);
    await measure('open a review whose SRO it does not know yet', 'putReview', {
      params: named(`other-${size}`),
      body: { ...review, sros: [{ subject: `new-sro-${size}`, name: 'Nova Sro' }] },
      headers: head('2026-01-05', 'new'),
    });
    await measure('open a review whose SRO the tracker knows', 'putReview', {
      params,
      body: review,
      headers: head('2026-01-05', 'open'),
    });
    await measure('move a bare review to its next stage', 'moveStage', {
      params,
      body: { to: 'service-baseline' },
      headers: head('2026-01-06', 'bare', 1),
    });
    const command = (kind: string): Asked => ({ params, body: records[kind], headers: head('2026-01-15', kind) });
    await must('putOption', command('option'));
    await must('putSaving', command('saving'));
    await measure('tell a risk', 'putRisk', command('risk'));
    await must('putMilestone', command('milestone'));
    await must('putIssue', command('issue'));
    await must('putMarketEngagement', command('market-engagement'));
    await must('putBusinessCase', command('business-case'));
    await measure('move a full review to its next stage', 'moveStage', {
      params,
      body: { to: 'options-appraisal' },
      headers: head('2026-01-20', 'full', 2),
    });
    await measure('change a full review for the first time in a month', 'recordStageWork', {
      params,
      body: { state: 'in-progress' },
      headers: head('2026-02-03', 'work', 3),
    });
  };

  const params = { programmeId: tomorrow.programme, reviewId: 'known' };
  const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
  await must('putProgramme', { as: office, params, body: programme, headers: from('2026-01-01') });
  // So that one SRO is known before the first review is measured.
  await must('putReview', { params, body: review, headers: from('2026-01-02') });
  for (const size of sizes) {
    await growTo(table, kent, size, kent);
    await growTo(table, tomorrow, size, kent);
    await askOfKent(size);
    await changeSample(size);
  }
  const published = await storedIn(table, summariesOf(kent).pk);
  return {
    of: (use, size) => {
      const charged = taken.get(`${use} ${size}`);
      if (charged === undefined) throw new Error(`"${use}" was not measured in a programme of ${size}`);
      return charged;
    },
    bytes: (what, size) => bytesOf.get(`${what} ${size}`) ?? Number.NaN,
    notModifiedBytes,
    historyBytes: await totalBytes(eventsOf({ ...kent, review: 'property' }).pk, (sk) => sk.startsWith('EVENT#')),
    months: published.filter((item) => item.sk?.S?.match(/^MONTH#.*#0001$/)).length,
  };
};
