import { fireSchedule, queueOf } from '#local/control-client.ts';
import type { Tracker } from '#local/tracker.ts';
import { registers } from '#registers/all.ts';
import type { Register, Scope } from '#registers/declaration.ts';
import { type Operation, operations } from '#schemas/operations.ts';
import { isPersonRole, type PersonRole } from '#schemas/people.ts';
import { idOfEntry } from '../../support/id-of-entry.ts';
import { programme, records, review } from '../../support/records.ts';
import { type Asking, askingOf, type WholeRun } from './asking.ts';
import { keepPeople } from './keep-people.ts';
import { decideAsOffice, handOver } from './office-decides.ts';
import { patchAll } from './patches.ts';

/* Everything that can be asked of a tracker, asked over HTTP with tokens of every role; an operation added to the list is asked too, or missed by name. */

const onRegister = (register: Register, scope: Scope, useCase: Operation['useCase']): Operation | undefined =>
  operations.find((one) => one.register?.kind === register.kind && one.scope === scope && one.useCase === useCase);

const programmeId = 'tomorrow';
const property = { programmeId, reviewId: 'property' };
const libraries = { programmeId, reviewId: 'libraries' };
const create = { 'if-none-match': '*' };
/** Two days that are compared. */
const days = 'from=2026-01-10&to=2026-01-31';
const from = (day: string) => ({ ...create, 'effective-at': day });
const idOf = (register: Register): string => idOfEntry(register.kind, 'first-option');

const setUp = async (asking: Asking): Promise<void> => {
  const { must, ifMatch } = asking;
  const given = { as: 'programme-office', params: { programmeId } } as const;
  await must('putProgramme', { ...given, body: programme, headers: from('2025-12-01') });
  const renamed = { ...programme, name: 'Services for the Day after Tomorrow' };
  const changed = { ...(await ifMatch('getProgramme', given.params)), 'effective-at': '2025-12-02' };
  await must('putProgramme', { ...given, body: renamed, headers: changed });
  const lead = { subject: 'lena-lead', name: 'Lena Lead' };
  await must('putReview', { params: property, body: { ...review, lead }, headers: from('2025-12-03') });
  const waits = { id: 'stock', on: 'review', what: 'Which buildings stay', review: 'property' };
  const { grossExpenditure: _, ...unbudgeted } = review;
  const another = { ...unbudgeted, title: 'Libraries', parent: 'property', waitsFor: [waits] };
  await must('putReview', { params: libraries, body: another, headers: from('2026-01-15') });
  const again = { ...another, sourceParagraphs: '2' };
  await must('putReview', {
    params: libraries,
    body: again,
    headers: { ...(await ifMatch('getReview', libraries)), 'effective-at': '2026-02-15' },
  });
};

const keepRegister = async (asking: Asking, register: Register, scope: Scope): Promise<void> => {
  const { must } = asking;
  const put = onRegister(register, scope, 'put-entry');
  if (put === undefined) return;
  const params = { ...property, entryId: idOf(register) };
  const day = register.kind === 'return' ? '2026-02-02' : '2026-01-10';
  // A redaction says in which role it is asked for; of other registers each of their writers takes turns.
  const as = register.kind === 'redaction' ? { as: 'programme-office' as const } : {};
  await must(put.id, { ...as, params, body: records[register.kind], headers: from(day) });
  const together = onRegister(register, scope, 'record-entries');
  if (together === undefined) return;
  const body = {
    entries: [
      {
        id: idOfEntry(register.kind, 'with-others', { month: '2025-12', period: '2025-26-p08' }),
        record: records[register.kind],
      },
    ],
  };
  await must(together.id, { ...as, params, body, headers: { 'effective-at': day } });
  const changed = onRegister(register, scope, 'change-entries');
  if (changed === undefined) return;
  const entries = [{ id: 'with-others', version: 1, reviewedNoChange: true }];
  await must(changed.id, { ...as, params, body: { entries }, headers: { 'effective-at': day } });
};

const correctRegister = async (asking: Asking, register: Register, scope: Scope, entryId: string): Promise<void> => {
  const { must, ifMatch } = asking;
  const [read, strikeOut, correct] = (['get-entry', 'strike-out-entry', 'correct-entry'] as const).map((useCase) =>
    onRegister(register, scope, useCase),
  );
  const noChange = onRegister(register, scope, 'review-entry-no-change');
  if (read === undefined || strikeOut === undefined || correct === undefined) return;
  const params = { ...property, entryId };
  const as =
    register.kind === 'redaction' ? 'programme-office' : (register.writers.find(isPersonRole) ?? 'programme-office');
  if (noChange !== undefined)
    await must(noChange.id, { as, params, body: {}, headers: await ifMatch(read.id, params) });
  const strike = async (body: object) =>
    must(strikeOut.id, { as, params, body, headers: await ifMatch(read.id, params) });
  await strike({ reason: 'Entered twice' });
  await strike({ reason: 'It was not', undo: true });
  const history = scope === 'review' ? 'getReviewHistory' : 'getProgrammeHistory';
  const told = await must(history, { params, query: `kind=${register.kind}&id=${entryId}` });
  const { record } = await (await must(read.id, { params })).json();
  const [first] = (await told.json()).items;
  // A rating is true from when it was given.
  const effectiveAt = register.kind === 'rating' ? first.effectiveAt : '2026-03-04';
  const body = { corrects: first.sequence, effectiveAt, record, reason: 'A slip' };
  await must(correct.id, { as, params, body });
};

/** The record of a review, its appraisal and the settings, each told again from a day between what was told. */
const correctOthers = async (asking: Asking): Promise<void> => {
  const { must } = asking;
  const others = [
    ['correctProgramme', 'getProgramme', 'getProgrammeHistory', 'programme', '2025-12-02'],
    ['correctReview', 'getReview', 'getReviewHistory', 'review', '2026-02-01'],
    ['correctAppraisal', 'getAppraisal', 'getReviewHistory', 'appraisal', '2026-02-01'],
  ] as const;
  for (const [id, read, history, kind, effectiveAt] of others) {
    const told = await must(history, { params: property, query: `kind=${kind}` });
    const { record } = await (await must(read, { params: property })).json();
    const [first] = (await told.json()).items;
    await must(id, { params: property, body: { corrects: first.sequence, effectiveAt, record, reason: 'A slip' } });
  }
};

const appraise = async ({ must }: Asking): Promise<void> => {
  const criteria = [{ id: 'cost', name: 'Cost', group: 'viability', weight: 100 }];
  await must('putAppraisal', { params: property, body: { criteria }, headers: from('2026-01-11') });
};

const act = async (asking: Asking): Promise<string> => {
  const { must, ifMatch } = asking;
  const entry = { ...property, entryId: 'first-option' };
  const conditions = [{ id: 'pensions', text: 'Agree pensions', owner: 'Head of Finance', dueOn: '2026-06-30' }];
  await must('recordOutcome', {
    params: entry,
    body: { outcome: 'approved-with-conditions', body: 'Cabinet', on: '2026-01-20', conditions },
    headers: await ifMatch('getBusinessCase', entry),
  });
  await must('updateCondition', {
    headers: await ifMatch('getBusinessCase', entry),
    params: entry,
    body: { condition: 'pensions', status: 'met', on: '2026-03-01' },
  });
  const onLine = async (id: string, given: object) =>
    must(id, { headers: await ifMatch('getSaving', entry), params: entry, body: { year: '2026/27', ...given } });
  await onLine('queryClaim', { question: 'Which budget line does it leave?' });
  await onLine('answerClaimQuery', { answer: 'The rent of the old depot' });
  await onLine('validateSaving', { pounds: 90_000, on: '2026-03-01' });
  const rating = { on: '2026-01-20', overall: { rating: 'green', words: 'As planned' } };
  const ofReview = await ifMatch('getReview', property);
  await must('rateReview', { as: 'assurance', params: property, body: rating, headers: ofReview });
  const rated = await must('rateReview', { as: 'sro', params: property, body: rating, headers: ofReview });
  const risk = { ...property, entryId: 'with-others' };
  const became = { id: 'became', title: 'It happened', severity: 'high', raisedOn: '2026-01-20' };
  for (const stem of ['Risk', 'ProgrammeRisk'])
    await must(`record${stem}Happening`, { params: risk, body: became, headers: await ifMatch(`get${stem}`, risk) });
  const january = { ...property, entryId: '2026-01' };
  const { figures } = JSON.parse(
    await (await must('getReturnFigures', { params: { ...property, month: '2026-01' } })).text(),
  );
  const sentBack = { comment: 'Say when the lease ends' };
  await must('sendReturnBack', { params: january, body: sentBack, headers: await ifMatch('getReturn', january) });
  await must('confirmReturn', { params: january, body: { figures }, headers: await ifMatch('getReturn', january) });
  const onReview = async (id: string, params: typeof property, body: object, as: PersonRole) =>
    must(id, { as, params, body, headers: await ifMatch('getReview', params) });
  const called = { kind: 'rename', title: 'Property and estates', reason: 'It takes estates as well' };
  await onReview('changeLifecycle', property, called, 'transformation-team');
  await onReview('recordStageWork', property, { state: 'in-progress' }, 'transformation-team');
  for (const params of [property, libraries])
    await onReview('moveStage', params, { to: 'service-baseline' }, 'transformation-team');
  await onReview('waiveCriterion', libraries, { criterion: 'GATE-11', reason: 'The budget is split in May' }, 'sro');
  await onReview('moveStage', libraries, { to: 'options-appraisal' }, 'transformation-team');
  // The gate of this stage looks at the market engagement of the whole programme.
  await onReview('recordStageWork', libraries, { state: 'in-progress' }, 'transformation-team');
  return (await rated.json()).id;
};

/** What is refused is asked of the table all the same. */
const beRefused = async (asking: Asking): Promise<void> => {
  const { refuses, ifMatch, tracker } = asking;
  await refuses(404, 'getReview', { params: { programmeId, reviewId: 'nowhere' } });
  await refuses(412, 'putReview', { params: property, body: review, headers: create });
  await refuses(403, 'putReview', { as: 'board', params: property, body: review, headers: create });
  const headers = await ifMatch('getReview', property);
  await refuses(409, 'moveStage', { params: property, body: { to: 'closed' }, headers });
  await refuses(404, 'getReport', { params: { programmeId, month: '2031-01' } });
  await fetch(`${tracker.origin}/nothing/here`);
};

const settled = async (asking: Asking): Promise<void> => {
  const { tracker } = asking;
  for (let tries = 0; tries < 300; tries += 1) {
    const { waiting, inWork, deadLetters } = await queueOf(tracker.port, tracker.folder.secret());
    if (deadLetters.length > 0) throw new Error(`a report failed for good: ${JSON.stringify(deadLetters)}`);
    if (waiting + inWork === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the reports were not done in time');
};

const report = async (asking: Asking): Promise<void> => {
  const { must, refuses, tracker } = asking;
  const headers = { 'idempotency-key': 'january' };
  for (const _ of ['asked', 'asked again by the same key'])
    await must('runReport', { params: { programmeId }, body: { month: '2026-01' }, headers });
  await settled(asking);
  const january = { programmeId, month: '2026-01' };
  await must('reviseReport', { params: january, body: { reason: 'Told late' } });
  await settled(asking);
  await must('draftReport', { params: january, body: {} });
  await must('compareDays', { params: { programmeId }, body: { from: '2026-01-10', to: '2026-01-31' } });
  await settled(asking);
  for (const accept of ['application/json', 'application/pdf'])
    await must('getReportDraft', { params: january, headers: { accept } });
  await must('getDaysComparison', { params: { programmeId }, query: days });
  await must('closeMonth', { params: { ...january, month: '2026-02' }, body: { reason: 'No board met' } });
  for (const knowledge of ['then', 'now']) await must('rebuildReport', { params: january, body: { knowledge } });
  await settled(asking);
  const due = { kind: 'reports-due', scheduledTime: '2026-05-06T05:00:00Z' } as const;
  const fired = await fireSchedule(tracker.port, tracker.folder.secret(), due);
  if (fired.problem !== null || fired.handedOver.length === 0) throw new Error(`nothing was due: ${fired.problem}`);
  await settled(asking);
  const latest = await must('getReport', { params: { programmeId, month: 'latest' } });
  const { content } = await latest.json();
  if (content.month !== '2026-04') throw new Error(`the schedule stopped at ${content.month}`);
  const etag = latest.headers.get('etag') ?? '';
  await refuses(304, 'getReport', { params: { programmeId, month: 'latest' }, headers: { 'if-none-match': etag } });
};

/** A message that no roll-up can read fails, and says itself when it comes again. */
const failOnce = async ({ tracker }: Asking): Promise<void> => {
  const queue = `${tracker.origin}/local-queue`;
  await fetch(queue, {
    method: 'POST',
    headers: {
      'x-amz-target': 'AmazonSQS.SendMessage',
      authorization: 'AWS4-HMAC-SHA256 Credential=commands/20260101',
    },
    body: JSON.stringify({ QueueUrl: `${queue}/roll-up`, MessageBody: 'no month' }),
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const { inWork } = await queueOf(tracker.port, tracker.folder.secret());
    if (inWork === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the message stayed in work');
};

/** Every GET, in every format that it offers, and as at an instant where it takes one; lists page by page. */
const readAll = async (asking: Asking, ratingId: string, transferId: string): Promise<void> => {
  const { must } = asking;
  for (const operation of operations.filter((one) => one.method === 'GET')) {
    // What is asked of an entry besides the entry itself is below its register too.
    const { register = registers.find(({ path }) => operation.path.includes(`/${path}/{entryId}`)) } = operation;
    const entryId = register === undefined || register.kind === 'rating' ? ratingId : idOf(register);
    const params = {
      ...property,
      entryId,
      transferId,
      figure: 'counts.counted',
      ...{ table: 'reportFacts', resource: 'risks' },
      ...{ month: '2026-01', revision: '1', runId: '2026-01-r1', personId: 'petra-person' },
    };
    const query = operation.id === 'getDaysComparison' ? days : '';
    for (const accept of operation.success.mediaTypes) await must(operation.id, { params, query, headers: { accept } });
    const takes = (name: string): boolean => name in operation.query.shape;
    if (takes('asAt')) await must(operation.id, { params, query: `asAt=${new Date().toISOString()}` });
    if (takes('limit') && operation.success.mediaTypes.some((type) => type === 'application/json')) {
      const { next } = await (await must(operation.id, { params, query: 'limit=1' })).json();
      if (next !== null) await must(operation.id, { params, query: `limit=1&cursor=${next}` });
    }
  }
  await must('listReviews', { params: property, query: 'stage=service-baseline&sro=sam-sro' });
};

const strikeOutAndBack = async ({ must, ifMatch }: Asking): Promise<void> => {
  for (const undo of [false, true]) {
    const headers = await ifMatch('getReview', libraries);
    await must('strikeOutReview', { params: libraries, body: { reason: 'Opened twice', undo }, headers });
  }
};

export const runWhole = async (tracker: Tracker): Promise<WholeRun> => {
  const asking = askingOf(tracker);
  await setUp(asking);
  const scoped = registers.flatMap((register: Register) => register.scopes.map((scope) => ({ register, scope })));
  for (const { register, scope } of scoped) await keepRegister(asking, register, scope);
  await appraise(asking);
  await patchAll(asking, (register) => ({
    ...property,
    entryId: register === undefined ? '' : idOf(register),
    personId: 'lena-lead',
  }));
  const ratingId = await act(asking);
  for (const { register, scope } of scoped)
    await correctRegister(asking, register, scope, register.kind === 'rating' ? ratingId : idOf(register));
  await correctOthers(asking);
  await beRefused(asking);
  await keepPeople(asking);
  await decideAsOffice(asking, property);
  await strikeOutAndBack(asking);
  const transferId = await handOver(asking, programme);
  await settled(asking);
  await report(asking);
  await readAll(asking, ratingId, transferId);
  await failOnce(asking);
  return asking.run;
};
