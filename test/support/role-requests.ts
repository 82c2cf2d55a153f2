import * as z from 'zod';
import type { Operation } from '#schemas/operations.ts';
import {
  type Asked,
  appraisal,
  entryIdOf,
  month,
  mustBeDone,
  outcome,
  programmeId,
  programmeRecord,
  ratedOn,
  rating,
  recordOf,
  reviewRecords,
} from './role-record.ts';
import type { TrackerInOneProcess } from './tracker-in-one-process.ts';

/** What is asked for: of which review, and where it is a rating that stands, whose. */
export interface Target {
  readonly reviewId: string;
  readonly ratingOf: 'sro' | 'assurance' | null;
}

/** A request that is done if its sender may: it fits, it names the version that stands, no rule is against it. */
export interface Willing {
  readonly params: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const Entry = z.object({
  version: z.int(),
  record: z.record(z.string(), z.json()),
  struckOut: z.unknown().nullable(),
  facts: z.looseObject({ stage: z.string().optional() }),
});
const History = z.object({ items: z.tuple([z.object({ sequence: z.int() })], z.unknown()) });

const reader = { roles: ['programme-office', 'transformation-team'], subject: 'rita-reader' } as const;
const waivable = 'GATE-11';

/** Makes willing requests of a record as `tellRecord` told it, each different from the one before. */
export const willingRequests = (tracker: TrackerInOneProcess) => {
  const recordChange = mustBeDone(tracker);
  const isDone = (operation: string, asked: Asked): Promise<unknown> => recordChange(operation, reader, asked);
  let turn = 0;
  let returns = 0;
  const readOf = (operation: Operation): string =>
    operation.register === undefined
      ? operation.id.replace(/^put/, 'get')
      : `get${operation.scope === 'programme' ? 'Programme' : ''}${operation.register.stem}`;
  const standing = async (operation: string, params: Willing['params']) =>
    Entry.parse(await isDone(operation, { params, headers: {} }));
  const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` });
  const dayAt = (n: number): string => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);

  const paramsOf = (operation: Operation, target: Target): Record<string, string> => ({
    programmeId,
    reviewId: target.reviewId,
    entryId:
      target.ratingOf !== null || operation.register?.kind === 'rating'
        ? `${target.ratingOf ?? 'sro'}-${ratedOn}`
        : operation.register === undefined
          ? 'first'
          : entryIdOf(operation.register),
    month,
    revision: '1',
    runId: `${month}-r1`,
    asset: 'app.js',
  });

  /** The record as it is put, in other words than before. */
  const changed = (operation: Operation, target: Target): object => {
    const { useCase } = operation;
    if (useCase === 'put-programme' || useCase === 'correct-programme')
      return { ...programmeRecord, phase: `Phase ${turn}` };
    if (useCase === 'put-review' || useCase === 'correct-review')
      return { ...reviewRecords[target.reviewId], sourceParagraphs: `${turn}` };
    if (useCase === 'put-appraisal' || useCase === 'correct-appraisal') return appraisal(`Cost ${turn}`);
    if (operation.register === undefined) throw new Error(`nothing can be put by ${operation.id}`);
    const { kind } = operation.register;
    if (kind === 'rating') return rating(`As planned, ${turn}`);
    const record = recordOf(operation.register);
    if (kind === 'return') return { narrative: `Little changed, ${turn}` };
    if (kind === 'option') return { ...record, label: `Do nothing ${turn}` };
    if (kind === 'delivery-model') return { ...record, words: `As it is, ${turn}` };
    return { ...record, title: `Title ${turn}` };
  };

  /** What a correction corrects, as the history names it. */
  const kindCorrected = ({ register, useCase }: Operation): string => register?.kind ?? useCase.replace('correct-', '');
  const firstEvents = new Map<string, number>();
  const firstEventOf = async (operation: Operation, params: Willing['params']): Promise<number> => {
    const kind = kindCorrected(operation);
    const query = `limit=1&kind=${kind}${operation.register === undefined ? '' : `&id=${params.entryId}`}`;
    const history =
      operation.scope === 'programme' || kind === 'programme' ? 'getProgrammeHistory' : 'getReviewHistory';
    const known = firstEvents.get(`${history} ${params.reviewId} ${query}`);
    if (known !== undefined) return known;
    const { sequence } = History.parse(await isDone(history, { params, headers: {}, query })).items[0];
    firstEvents.set(`${history} ${params.reviewId} ${query}`, sequence);
    return sequence;
  };

  const actOnReview = async (operation: Operation, params: Willing['params']): Promise<Willing> => {
    const move = async (to: string, reason: string | undefined, headers: Willing['headers']): Promise<Willing> => ({
      params,
      headers,
      body: { to, ...(reason === undefined ? {} : { reason }) },
    });
    const current = await standing('getReview', params);
    const atBaseline = current.facts.stage === 'service-baseline';
    switch (operation.useCase) {
      case 'move-stage':
        return atBaseline
          ? move('identified', 'Looked at again', ifMatch(current))
          : move('service-baseline', undefined, ifMatch(current));
      case 'waive-criterion': {
        if (!atBaseline) {
          const forward = await move('service-baseline', undefined, ifMatch(current));
          await isDone('moveStage', forward);
        }
        const now = await standing('getReview', params);
        return { params, headers: ifMatch(now), body: { criterion: waivable, reason: `The budget is split, ${turn}` } };
      }
      case 'record-stage-work':
        return { params, headers: ifMatch(current), body: { state: 'complete', on: dayAt(turn) } };
      default:
        return { params, headers: ifMatch(current), body: { ...outcome, reference: `Minute ${turn}` } };
    }
  };

  /** A return that nobody has confirmed yet. */
  const newReturn = async (params: Willing['params']): Promise<Willing['params']> => {
    returns += 1;
    const fresh = { ...params, entryId: new Date(Date.UTC(2000, returns, 1)).toISOString().slice(0, 7) };
    await isDone('putReturn', { params: fresh, body: { nothingChanged: true }, headers: { 'if-none-match': '*' } });
    return fresh;
  };

  return async (operation: Operation, target: Target): Promise<Willing> => {
    turn += 1;
    const params = paramsOf(operation, target);
    switch (operation.useCase) {
      case 'put-programme':
      case 'put-review':
      case 'put-appraisal':
      case 'put-entry':
        return {
          params,
          headers: ifMatch(await standing(readOf(operation), params)),
          body: changed(operation, target),
        };
      case 'strike-out-entry': {
        const current = await standing(readOf(operation), params);
        const undo = current.struckOut === null ? {} : { undo: true };
        return { params, headers: ifMatch(current), body: { reason: `Entered twice, ${turn}`, ...undo } };
      }
      case 'correct-entry':
      case 'correct-review':
      case 'correct-appraisal':
      case 'correct-programme':
        return {
          params,
          headers: {},
          body: {
            corrects: await firstEventOf(operation, params),
            effectiveAt: '2026-03-04',
            record: changed(operation, target),
            reason: `A slip, ${turn}`,
          },
        };
      case 'move-stage':
      case 'record-stage-work':
      case 'waive-criterion':
      case 'record-outcome':
        return actOnReview(operation, params);
      case 'update-condition':
        return { params, headers: {}, body: { condition: 'pensions', status: 'met', on: dayAt(turn) } };
      case 'validate-saving':
        return { params, headers: {}, body: { year: '2026/27', pounds: turn, on: dayAt(turn) } };
      case 'rate-review':
        return { params, headers: {}, body: { ...rating('As planned'), on: dayAt(turn) } };
      case 'confirm-return':
        return { params: await newReturn(params), headers: {}, body: { words: `Read, ${turn}` } };
      case 'run-report':
        return { params, headers: {}, body: { month } };
      case 'revise-report':
        return { params, headers: {}, body: { reason: `Told late, ${turn}` } };
      case 'rebuild-report':
        return { params, headers: {}, body: { knowledge: 'now' } };
      default:
        if (operation.method !== 'GET') throw new Error(`nobody has said how ${operation.id} is asked for`);
        return { params, headers: {} };
    }
  };
};
