import * as z from 'zod';
import { addMonths, ReportMonth } from '#language/time.ts';
import type { Scope } from '#registers/declaration.ts';
import type { Operation } from '#schemas/operations.ts';
import type { Role } from '#schemas/people.ts';
import type { Asked } from './client.ts';
import { etagFor, judgedBy } from './etag-for.ts';
import { exampleBodyOf } from './examples.ts';
import { idOfEntry } from './id-of-entry.ts';
import { records } from './records.ts';
import { bodyAt, recordFor } from './role-bodies.ts';
import { entryIdOf, month, mustBeDone, personId, programmeId, ratedOn, type Target } from './role-record.ts';
import { isOfTransfer, willingToTransfer } from './role-transfers.ts';
import type { TestTracker } from './tracker.ts';

type Params = Readonly<Record<string, string>>;
/** A request that is done if its sender may: it fits, it names the version that stands, no rule is against it. */
export interface Willing {
  readonly params: Params;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly query?: string;
}

const Entry = z.object({
  version: z.int(),
  struckOut: z.unknown().nullable(),
  facts: z.looseObject({ stage: z.string().optional() }),
});
const Versioned = z.object({ version: z.int() });
type Entry = z.infer<typeof Entry>;
const History = z.object({ items: z.tuple([z.object({ sequence: z.int() })], z.unknown()) });

const reader = { roles: ['programme-office', 'transformation-team', 'assurance'], subject: 'rita-reader' } as const;
const finance = { roles: ['finance'], subject: 'fiona-finance' } as const;
const ifMatch = (id: string, params: Params, { version }: Pick<Entry, 'version'>) => ({
  'if-match': etagFor(id, params, version),
});

/** An approved case is locked: what is put into one, or corrected, is one that nobody has decided on. */
const changesCase = ({ register, useCase }: Operation): boolean =>
  register?.kind === 'business-case' && ['put-entry', 'patch-record', 'correct-entry'].includes(useCase);

const paramsOf = (operation: Operation, { reviewId, ratingOf }: Target): Params => {
  const { register } = operation;
  return {
    programmeId,
    reviewId,
    entryId:
      ratingOf !== null || register?.kind === 'rating'
        ? `${ratingOf ?? 'sro'}-${ratedOn}`
        : changesCase(operation)
          ? 'draft'
          : register === undefined
            ? 'first'
            : entryIdOf(register),
    month,
    revision: '1',
    figure: 'counts.counted',
    runId: `${month}-r1`,
    personId,
    table: 'risks',
    resource: 'risks',
  };
};

/** The name of the operation that reads what another one writes. */
const readOf = ({ register, scope, id }: Operation): string =>
  register === undefined
    ? id.replace(/^(?:put|patch|correct)/, 'get')
    : `get${scope === 'programme' ? 'Programme' : ''}${register.stem}`;

const Figures = z.object({ figures: z.unknown() });

type Must = (operation: string, asked: Asked, organisation?: string) => Promise<unknown>;

const read = async (must: Must, operation: string, params: Params): Promise<Entry> =>
  Entry.parse(await must(operation, { params }));

/** What a correction corrects, as the history names it. */
const firstEventOf = async (must: Must, { register, useCase, scope }: Operation, params: Params): Promise<number> => {
  const kind = register?.kind ?? useCase.replace('correct-', '');
  const query = `limit=1&kind=${kind}${register === undefined ? '' : `&id=${params.entryId}`}`;
  const history = scope === 'programme' || kind === 'programme' ? 'getProgrammeHistory' : 'getReviewHistory';
  return History.parse(await must(history, { params, query })).items[0].sequence;
};

const isAtBaseline = ({ facts }: Entry): boolean => facts.stage === 'service-baseline';
const moveOf = async (must: Must, params: Params): Promise<Willing> => {
  const current = await read(must, 'getReview', params);
  const body = isAtBaseline(current) ? { to: 'identified', reason: 'Looked at again' } : { to: 'service-baseline' };
  return { params, headers: ifMatch('moveStage', params, current), body };
};

const monthAfter = (year: number, months: number): string =>
  new Date(Date.UTC(year, months, 1)).toISOString().slice(0, 7);

const periodAfter = (year: number, periods: number): string => {
  const first = year + Math.floor(periods / 16);
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}-p${String((periods % 16) + 1).padStart(2, '0')}`;
};

/** A return that nobody has confirmed yet. */
const newReturn = async (must: Must, params: Params, number: number): Promise<Params> => {
  const fresh = { ...params, entryId: monthAfter(2000, number) };
  await must('putReturn', { params: fresh, body: { nothingChanged: true }, headers: { 'if-none-match': '*' } });
  return fresh;
};

/** A risk that may still happen. */
const newRisk = async (must: Must, scope: Scope | undefined, params: Params, number: number): Promise<Params> => {
  const fresh = { ...params, entryId: `happens-${number}` };
  const put = scope === 'programme' ? 'putProgrammeRisk' : 'putRisk';
  await must(put, { params: fresh, body: records.risk, headers: { 'if-none-match': '*' } });
  return fresh;
};

/** A redaction that nobody has agreed to yet. */
const newRedaction = async (must: Must, params: Params, number: number, askedAs: Role): Promise<Params> => {
  const fresh = { ...params, entryId: `asked-${number}` };
  const body = { ...Object(records.redaction), askedAs };
  await must('putProgrammeRedaction', { params: fresh, body, headers: { 'if-none-match': '*' } });
  return fresh;
};

/** A change request that somebody else recorded, and nobody decided on yet. */
const decisionOnNew = async (must: Must, operation: Operation, params: Params, number: number): Promise<Willing> => {
  const fresh = { ...params, entryId: `change-${number}` };
  const get = readOf(operation);
  const create = { 'if-none-match': '*' };
  await must(get.replace('get', 'put'), { params: fresh, body: records['change-request'], headers: create });
  const headers = ifMatch(operation.id, fresh, await read(must, get, fresh));
  return { params: fresh, headers, body: exampleBodyOf(operation) };
};

/** How many requests there were, and how many of them confirm a return or agree to a redaction. */
interface Turns {
  turn: number;
  returns: number;
}

/** Of office and assurance the one for which somebody asks. */
const askedAsBy = (roles: readonly Role[]): Role =>
  roles.includes('programme-office') ? 'programme-office' : 'assurance';

/** What can be judged once alone is made anew each time. */
const willingOnce = async (
  must: Must,
  { id, useCase }: Operation,
  params: Params,
  turns: Turns,
  roles: readonly Role[],
): Promise<Willing> => {
  turns.returns += 1;
  const isReturn = useCase === 'confirm-return';
  const fresh = isReturn
    ? await newReturn(must, params, turns.returns)
    : await newRedaction(must, params, turns.returns, roles.includes('assurance') ? 'programme-office' : 'assurance');
  const judged = await read(must, isReturn ? 'getReturn' : 'getProgrammeRedaction', fresh);
  const ofMonth = { params: { ...fresh, month: fresh.entryId ?? '' } };
  const confirmed = isReturn ? { figures: Figures.parse(await must('getReturnFigures', ofMonth)).figures } : {};
  return {
    params: fresh,
    headers: ifMatch(id, fresh, judged),
    body: isReturn ? { words: `Read, ${turns.turn}`, ...confirmed } : {},
  };
};

/** An entry of a list: a new one, or the one that is there, of the version that it has. */
const listedAt = async (must: Must, operation: Operation, params: Params, turn: number): Promise<object> =>
  operation.useCase === 'change-entries'
    ? { id: params.entryId, version: (await read(must, readOf(operation), params)).version }
    : {
        id: idOfEntry(operation.register?.kind, `one-of-many-${turn}`, {
          month: monthAfter(1900, turn % 1_200),
          period: periodAfter(1900, turn % 1_200),
        }),
      };

/** The answer to what finance asks about the claim of a savings line of its own. */
const willingAnswer = async (must: Must, operation: Operation, params: Params, turn: number): Promise<Willing> => {
  const fresh = { ...params, entryId: `queried-${turn}` };
  await must('putSaving', { params: fresh, body: records.saving, headers: { 'if-none-match': '*' } });
  await must('queryClaim', {
    params: fresh,
    headers: ifMatch('queryClaim', fresh, await read(must, 'getSaving', fresh)),
    body: { year: '2026/27', question: `Which budget line, ${turn}?` },
  });
  const headers = ifMatch(operation.id, fresh, await read(must, 'getSaving', fresh));
  return { params: fresh, headers, body: bodyAt(operation, turn) };
};

const willingAt = async (
  must: Must,
  operation: Operation,
  target: Target,
  turns: Turns,
  roles: readonly Role[],
): Promise<Willing> => {
  const askedAs = askedAsBy(roles);
  turns.turn += 1;
  const { turn } = turns;
  const params = paramsOf(operation, target);
  const { useCase } = operation;
  if (isOfTransfer(operation)) return willingToTransfer(must, operation, turn);
  if (operation.method === 'GET') return { params, headers: {} };
  if (operation.path.startsWith('/people/') && operation.version !== undefined) {
    const current = Versioned.parse(await must('getPerson', { params }));
    const body = useCase === 'erase-person' ? exampleBodyOf(operation) : { name: `Petra Person ${turn}` };
    return { params, headers: ifMatch(operation.id, params, current), body };
  }
  if (operation.method === 'PUT' || operation.method === 'PATCH')
    return {
      params,
      headers: ifMatch(operation.id, params, await read(must, readOf(operation), params)),
      body: recordFor(operation, target, turn, askedAs),
    };
  if (useCase.startsWith('strike-out-')) {
    const current = await read(must, useCase === 'strike-out-review' ? 'getReview' : readOf(operation), params);
    const undo = current.struckOut === null ? {} : { undo: true };
    const body = { reason: `Entered twice, ${turn}`, ...undo };
    return { params, headers: ifMatch(operation.id, params, current), body };
  }
  if (useCase.startsWith('correct-')) {
    const corrects = await firstEventOf(must, operation, params);
    const record = recordFor(operation, target, turn, askedAs);
    return { params, headers: {}, body: { corrects, effectiveAt: '2026-03-04', record, reason: `A slip, ${turn}` } };
  }
  if (useCase === 'record-entries' || useCase === 'change-entries') {
    const entry = {
      ...(await listedAt(must, operation, params, turn)),
      record: recordFor(operation, target, turn, askedAs),
    };
    return { params, headers: {}, body: { entries: [entry] } };
  }
  if (useCase === 'record-happening') {
    const at = await newRisk(must, operation.scope, params, turn);
    const body = { ...Object(exampleBodyOf(operation)), id: `became-${turn}` };
    return { params: at, headers: ifMatch(operation.id, at, { version: 1 }), body };
  }
  if (useCase === 'move-stage') return moveOf(must, params);
  if (useCase === 'waive-criterion' && !isAtBaseline(await read(must, 'getReview', params)))
    await must('moveStage', await moveOf(must, params));
  if (useCase === 'decide-change-request') return decisionOnNew(must, operation, params, turn);
  if (['confirm-return', 'agree-redaction'].includes(useCase))
    return willingOnce(must, operation, params, turns, roles);
  if (useCase === 'answer-claim-query') return willingAnswer(must, operation, params, turn);
  const body = bodyAt(operation, turn);
  if (operation.version !== 'if-match') return { params, headers: {}, body };
  const current = await read(must, judgedBy(operation.id) ?? 'getReview', params);
  return { params, headers: ifMatch(operation.id, params, current), body };
};

const twoDays = { from: '2026-01-10', to: '2026-01-31' };

const Months = z.object({ month: ReportMonth }).array();
const Reported = z.object({ items: Months, notReported: Months });

/** The month after the last that was published or closed as not reported. */
const nextToReport = async (must: Must, params: Params): Promise<string> => {
  const { items, notReported } = Reported.parse(await must('listReports', { params, query: 'limit=200' }));
  const months = [...items, ...notReported].map((one) => one.month).toSorted();
  return addMonths(months.at(-1) ?? ReportMonth.parse(month), 1);
};

/** Makes willing requests of a record as `tellRecord` made it, each in other words than the one before. */
export const willingRequests = (tracker: Pick<TestTracker, 'must' | 'settled'>) => {
  const record = mustBeDone(tracker);
  const turns = { turn: 0, returns: 0 };
  const must: Must = (name, asked, organisation) =>
    record(
      name,
      { ...(name === 'queryClaim' ? finance : reader), ...(organisation === undefined ? {} : { organisation }) },
      asked,
    );
  return async (operation: Operation, target: Target, roles: readonly Role[] = reader.roles): Promise<Willing> => {
    // A redaction forgets the drafts of its programme: whoever reads one finds one that was made when no redaction was under way.
    if (operation.useCase === 'get-report-draft') {
      await tracker.settled();
      await must('draftReport', { params: paramsOf(operation, target), body: {} });
      await tracker.settled();
    }
    if (operation.useCase === 'get-days-comparison') {
      await tracker.settled();
      const { programmeId } = paramsOf(operation, target);
      await must('compareDays', { params: { programmeId: programmeId ?? '' }, body: twoDays });
      await tracker.settled();
    }
    const asked = await willingAt(must, operation, target, turns, roles);
    if (operation.useCase === 'close-month')
      return { ...asked, params: { ...asked.params, month: await nextToReport(must, asked.params) } };
    if (operation.useCase === 'get-days-comparison')
      return { ...asked, query: `from=${twoDays.from}&to=${twoDays.to}` };
    return operation.useCase === 'compare-reports' ? { ...asked, query: `from=${month}&to=${month}` } : asked;
  };
};
