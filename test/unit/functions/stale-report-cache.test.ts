import { describe, expect, it } from 'vitest';
import type { Call } from '#functions/http/call.ts';
import { StaleReportCache } from '#functions/http/stale-report-cache.ts';
import { operationById } from '#schemas/operations.ts';

const callOf = (month: string, over: Partial<Call> = {}): Call => ({
  operation: operationById('getReport'),
  actor: { subject: 'bo-board', organisation: 'council', roles: ['board'] },
  params: { programmeId: 'tomorrow', month },
  query: {},
  body: undefined,
  expected: { kind: 'nothing' },
  now: '2026-02-06T06:00:00.000Z',
  effectiveAt: undefined,
  identity: undefined,
  requestId: 'JKJaXmPLvHcESHA=',
  headers: {},
  ...over,
});
const answerOf = (body: string) => ({ statusCode: 200, headers: { etag: '"1"' }, body });
const roomFor = (mostBytes: number) => new StaleReportCache({ operations: [operationById('getReport')], mostBytes });

describe('what a warm function keeps of the reports it has answered', () => {
  it('has an end: the reports asked for longest ago make room', () => {
    const served = roomFor(100_000);
    const months = Array.from({ length: 100 }, (_, n) => `2026-${n}`);
    for (const month of months) {
      served.keep(callOf(month), answerOf('x'.repeat(5_000)));
      served.before(callOf('2026-0'));
    }
    const kept = months.filter((month) => served.before(callOf(month)) !== undefined);
    // Each takes two bytes a character, and some for its name.
    expect(kept).toEqual(['2026-0', ...months.slice(-8)]);
  });

  it('leaves out a report that is larger than all there is room for, and keeps the others', () => {
    const served = roomFor(10_000);
    served.keep(callOf('2026-01'), answerOf('small'));
    served.keep(callOf('2026-02'), answerOf('x'.repeat(10_000)));
    expect(served.before(callOf('2026-01'))?.body).toBe('small');
    expect(served.before(callOf('2026-02'))).toBeUndefined();
  });

  it('is forgotten once the record says something else of it, a refusal too', () => {
    const served = roomFor(10_000);
    served.keep(callOf('2026-01'), answerOf('first'));
    served.keep(callOf('2026-01'), answerOf('second'));
    expect(served.before(callOf('2026-01'))?.body).toBe('second');
    served.keep(callOf('2026-01'), { statusCode: 403, headers: {}, body: '' });
    expect(served.before(callOf('2026-01'))).toBeUndefined();
  });

  it.each<[string, Partial<Call>]>([
    ['organisation', { actor: { subject: 'bo-board', organisation: 'other', roles: ['board'] } }],
    ['roles', { actor: { subject: 'bo-board', organisation: 'council', roles: ['board', 'finance'] } }],
    ['programme', { params: { programmeId: 'other', month: '2026-01' } }],
    ['revision', { params: { programmeId: 'tomorrow', month: '2026-01', revision: '1' } }],
    ['operation', { operation: operationById('getReportRevision') }],
    ['view', { query: { view: 'public' } }],
    ['format', { headers: { accept: 'text/html' } }],
  ])('is never answered to a call with another %s', (_, other) => {
    const served = roomFor(10_000);
    served.keep(callOf('2026-01'), answerOf('ours'));
    expect(served.before(callOf('2026-01', other))).toBeUndefined();
    expect(served.before(callOf('2026-01', { now: '2026-02-06T07:00:00.000Z' }))?.headers.age).toBe('3600');
  });

  it('is kept apart for machines, which never see what is exempt', () => {
    const served = roomFor(10_000);
    const machine = { ...callOf('2026-01').actor, machine: 'Power BI' };
    served.keep(callOf('2026-01'), answerOf('full'));
    expect(served.before(callOf('2026-01', { actor: machine }))).toBeUndefined();
    served.keep(callOf('2026-01', { actor: machine }), answerOf('public'));
    expect(served.before(callOf('2026-01'))?.body).toBe('full');
    expect(served.before(callOf('2026-01', { actor: { ...machine, machine: 'Another' } }))?.body).toBe('public');
  });

  it('is reports alone: what other operations answered is not kept', () => {
    const served = roomFor(10_000);
    const lines = callOf('2026-01', { operation: operationById('getReportLines') });
    served.keep(lines, answerOf('lines'));
    expect(served.before(lines)).toBeUndefined();
  });
});
