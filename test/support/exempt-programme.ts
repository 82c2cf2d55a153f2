import type * as z from 'zod';
import { registers } from '#registers/all.ts';
import type { Register, Scope } from '#registers/declaration.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import { type Operation, operations } from '#schemas/operations.ts';
import { Review } from '#schemas/review.ts';
import { idOfEntry } from './id-of-entry.ts';
import { create, property, tomorrow } from './one-of-each.ts';
import { programme } from './records.ts';
import { filled, secretFieldsOf, secretsIn, secretWords } from './secrets.ts';
import { people, type TestTracker } from './tracker.ts';
import { writerOf } from './writer-of-register.ts';

type Json = z.core.util.JSONType;
type Written = Record<string, Json>;

/** What a filled record must say otherwise so that its register's rules take it. */
const instead: Readonly<Record<string, Written>> = {
  issue: { status: 'closed' },
  handover: { status: 'realised' },
  dependency: { on: 'review-elsewhere', status: 'met' },
  'budget-line': { kind: 'line', directorate: 'places', of: [] },
  contract: { highestScore: 4 },
  'ledger-period': { lines: [], total: 0 },
  paper: { address: 'https://www.exampleshire.gov.uk/papers/bids' },
  review: {
    lifecycle: 'active',
    directorate: 'places',
    portfolio: 'customer',
    sros: [{ subject: 'sam-sro', name: 'Sam Sro' }],
    lead: { subject: 'lee-lead', name: 'Lee Lead' },
  },
};
const left: Readonly<Record<string, readonly string[]>> = {
  review: ['parent', 'mergedInto', 'splitFrom', 'splitInto', 'theme'],
  saving: ['substituteFor', 'changeRequest', 'programmeChangeRequest', 'objective', 'directorate'],
  // What moves a baseline names it, and words of an agreement are only what was recorded before there were change requests.
  milestone: ['agreedChange', 'changeRequest', 'programmeChangeRequest'],
  dependency: ['review', 'holdsStage'],
  'cost-or-benefit': ['overYears', 'changeRequest', 'programmeChangeRequest'],
  'performance-indicator': ['expected'],
  issue: ['risk'],
  handover: ['unrealised'],
  recommendation: ['closedOn'],
  redaction: ['whole', 'retainedUntil'],
  'stated-position': ['follows', 'mtfp', 'parts'],
  'stated-measure': ['parts'],
  contract: ['reviews'],
};

/** One that was held, with a decision and an action of its minutes. */
const heldMeeting = (record: Written): Written => {
  const [item] = record.agenda as readonly Written[];
  const [minute] = record.minutes as readonly Written[];
  const { review: _, ...onAgenda } = item ?? {};
  const { owner, due, doneOn, outcome, votes, status: __, decision: ___, ofReview: ____, ...both } = minute ?? {};
  const decided = { ...both, kind: 'decision', outcome: outcome ?? null, votes: votes ?? null };
  const done = { owner: owner ?? null, due: due ?? null, doneOn: doneOn ?? null, status: 'done' };
  const action = { ...both, ...done, id: 'an-action', kind: 'action' };
  return { ...record, status: 'held', agenda: [onAgenda], minutes: [decided, action] };
};

/** As the rules have it where the schema alone cannot say. */
const mended = (kind: string, scope: Scope, record: Written): Written => {
  if (kind === 'review') {
    const [wait] = record.waitsFor as readonly Written[];
    const { review: _, ...rest } = wait ?? {};
    const openedAt = record.openedAt as Written;
    return {
      ...record,
      waitsFor: [{ ...rest, on: 'document', status: 'open', holdsStage: 'options-appraisal' }],
      openedAt: { ...openedAt, stage: 'options-appraisal' },
    };
  }
  if (kind === 'saving') {
    const [year] = record.years as readonly Written[];
    const { states: _, mtfpShares: __, ...rest } = year ?? {};
    return { ...record, years: [{ ...rest }] };
  }
  if (kind === 'decision') {
    // One is taken, as a gate asks; the programme's own was withdrawn, for a reason.
    const { takenOn, settledOn, reason, votes, ...rest } = record;
    const settled = { status: 'withdrawn', settledOn: settledOn ?? null, reason: reason ?? null };
    const taken = { status: 'taken', takenOn: takenOn ?? null, votes: votes ?? null };
    return { ...rest, ...(scope === 'review' ? taken : settled) };
  }
  if (kind === 'assurance-checkpoint') {
    const { doneOn, reason, findings, rating, ...rest } = record;
    return scope === 'review'
      ? { ...rest, status: 'done', doneOn: doneOn ?? null, findings: findings ?? null, rating: rating ?? null }
      : { ...rest, status: 'cancelled', reason: reason ?? null };
  }
  if (kind === 'change-request') {
    const { savings: _, businessCase: __, ofReviews: ___, ...ofProgramme } = record;
    const { ofReviews: ____, ...ofReview } = record;
    return scope === 'programme' ? ofProgramme : ofReview;
  }
  if (kind === 'budget-line') {
    const [driver] = record.drivers as readonly Written[];
    return { ...record, drivers: [{ ...driver, percent: '100' }] };
  }
  if (kind === 'in-year-walk') {
    const [action] = record.actions as readonly Written[];
    const { directorate: _, objective: __, ...rest } = action ?? {};
    return { ...record, actions: [rest] };
  }
  if (kind === 'meeting') return heldMeeting(record);
  if (kind === 'lesson') return { ...record, stage: 'options-appraisal' };
  if (kind === 'milestone') return { ...record, missed: false };
  if (kind === 'cost-or-benefit' && scope === 'programme') {
    const { case: _, ...rest } = record;
    return rest;
  }
  if (kind === 'risk' && scope === 'programme') {
    const { threatensSaving: _, ...rest } = record;
    return rest;
  }
  return record;
};

const exempt = { ground: 3, until: '2150-01-01' };

/** A record with words in every field, every one of which is exempt. */
export const exemptRecord = (
  kind: string,
  schema: z.ZodType,
  words: (where: string) => string,
  scope: Scope = 'review',
  alsoNamed: readonly string[] = [],
): Written => {
  const all = filled(schema, words, `${scope} ${kind}`) as Written;
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !(left[kind] ?? []).includes(name)));
  const { exempt: _, ...open } = mended(kind, scope, { ...kept, ...instead[kind] });
  return {
    ...open,
    exempt: { ...exempt, fields: [...secretFieldsOf(open), ...alsoNamed], reason: words(`why ${scope} ${kind}`) },
  };
};

/** Where the words of acts are kept. */
const namedByActs: Readonly<Record<string, readonly string[]>> = {
  review: ['moves', 'waivers'],
  'business-case': ['outcomes'],
  saving: ['validations', 'queries'],
  return: ['confirmed', 'sentBack'],
  'change-request': ['decisions'],
};

const operationOf = (register: Register, scope: Scope, useCase: Operation['useCase']): string | undefined =>
  operations.find((one) => one.register?.kind === register.kind && one.scope === scope && one.useCase === useCase)?.id;

export const idIn = (kind: string): string => idOfEntry(kind, 'first-option');

type Request = NonNullable<Parameters<TestTracker['must']>[1]>;

/** Sends requests of which each must succeed, and collects the secret words in their bodies. */
const recorderOf = (tracker: TestTracker) => {
  const recorded: string[] = [];
  const ifMatch = async (id: string, params: Record<string, string>) => ({
    'if-match': (await tracker.must(id, { params })).headers.etag ?? '',
  });
  const must = async (id: string, request: Request) => {
    recorded.push(...secretsIn(JSON.stringify(request.body ?? null)));
    return tracker.must(id, request);
  };
  return { recorded, must, ifMatch };
};
type Recorder = ReturnType<typeof recorderOf>;
type Words = ReturnType<typeof secretWords>;

const from = (day: string) => ({ ...create, 'effective-at': day });
const entry = { ...property, entryId: 'first-option' };

/** Every register of every scope, a record after those it names. */
const inOrder = () => {
  const first = [
    ...['option', 'business-case', 'issue', 'milestone', 'saving', 'cost-or-benefit'],
    ...['delivery-model', 'decision', 'risk'],
  ];
  const placeOf = (kind: string): number => (first.includes(kind) ? first.indexOf(kind) : first.length);
  return registers
    .flatMap((register: Register) => register.scopes.map((scope) => ({ register, scope })))
    .toSorted((a, b) => placeOf(a.register.kind) - placeOf(b.register.kind));
};

/** A delivery model and the decision that adopts it name each other: the model is put again once the decision is there. */
const recordEntries = async (tracker: TestTracker, { must, ifMatch }: Recorder, words: Words): Promise<void> => {
  let adopted: { put: string; params: Record<string, string>; body: Written } | undefined;
  for (const { register, scope } of inOrder()) {
    const put = operationOf(register, scope, 'put-entry');
    if (put === undefined) continue;
    const { kind } = register;
    const record = exemptRecord(kind, register.record, words, scope, namedByActs[kind]);
    const params = { ...property, entryId: idIn(kind) };
    const as = writerOf(register);
    const headers = from(kind === 'return' ? '2026-02-02' : '2026-01-10');
    if (kind === 'delivery-model') {
      const { decision: _, ...first } = record;
      await must(put, { params, body: first, headers });
      adopted = { put, params, body: record };
    } else if (kind === 'decision' && scope === 'programme') {
      const { deliveryModel: _, ...first } = record;
      await must(put, { as, params, body: first, headers });
    } else await must(put, { as, params, body: record, headers });
  }
  if (adopted === undefined) throw new Error('there is no register of delivery models');
  await tracker.must(adopted.put, {
    ...adopted,
    headers: { ...(await ifMatch('getDeliveryModel', adopted.params)), 'effective-at': '2026-01-11' },
  });
};

const recordActs = async ({ must }: Recorder, words: Words): Promise<void> => {
  await must('recordOutcome', {
    as: people.sro,
    params: entry,
    body: {
      outcome: 'approved-with-conditions',
      body: words('outcome body'),
      on: '2026-01-20',
      reference: words('outcome reference'),
      reason: words('outcome reason'),
      conditions: [{ id: 'one', text: words('condition'), owner: words('condition owner'), dueOn: '2026-01-25' }],
    },
  });
  await must('updateCondition', {
    params: entry,
    body: { condition: 'one', status: 'open', on: '2026-01-21', note: words('condition note') },
  });
  const [line, year] = [{ as: people.finance, params: entry }, '2026/27'];
  const validated = { year, pounds: 1, on: '2026-01-21', note: words('validation note') };
  await must('queryClaim', { ...line, body: { year, question: words('claim question') } });
  await must('answerClaimQuery', { params: entry, body: { year, answer: words('claim answer') } });
  await must('validateSaving', { ...line, body: validated });
  await must('decideChangeRequest', {
    as: people.office,
    params: entry,
    body: {
      decision: 'deferred',
      body: words('change body'),
      on: '2026-01-21',
      reference: words('change reference'),
      reason: words('change reason'),
    },
  });
  await must('sendReturnBack', {
    as: people.sro,
    params: { ...property, entryId: '2026-01' },
    body: { comment: words('return comment') },
  });
  await must('confirmReturn', {
    as: people.sro,
    params: { ...property, entryId: '2026-01' },
    body: { words: words('confirmation') },
  });
};

/** Rates the review, and answers the id of the rating. */
const rate = async ({ must }: Recorder, words: Words): Promise<string> => {
  const rating = registers.find((register) => register.kind === 'rating');
  const rated = await must('rateReview', {
    as: people.sro,
    params: property,
    body: { ...exemptRecord('rating', rating?.record as z.ZodType, words), on: '2026-01-20' },
  });
  return rated.body.id as string;
};

const strikeOutIssue = async ({ must, ifMatch }: Recorder, undo: boolean, reason: string) =>
  must('strikeOutIssue', {
    params: entry,
    body: { reason, undo },
    headers: { ...(await ifMatch('getIssue', entry)), 'effective-at': undo ? '2026-01-24' : '2026-01-23' },
  });

/**
 * A programme in which every register of every scope holds a record with words of its own in every field, all exempt,
 * and every act that takes words has been done. Answers the words recorded, and the id of the rating.
 */
export const recordExemptProgramme = async (tracker: TestTracker) => {
  const words = secretWords();
  const recorder = recorderOf(tracker);
  const { must, recorded } = recorder;
  await must('putProgramme', { as: people.office, params: tomorrow, body: programme, headers: from('2026-01-01') });
  const body = exemptRecord('review', Review, words, 'review', namedByActs.review);
  await must('putReview', { params: property, body, headers: from('2026-01-02') });
  await recordEntries(tracker, recorder, words);
  const appraisal = exemptRecord('appraisal', Appraisal, words);
  await must('putAppraisal', { params: property, body: appraisal, headers: from('2026-01-11') });
  await recordActs(recorder, words);
  const ratingId = await rate(recorder, words);
  await strikeOutIssue(recorder, false, words('strike-out'));
  await strikeOutIssue(recorder, true, words('undone strike-out'));
  return { recorded, ratingId };
};
