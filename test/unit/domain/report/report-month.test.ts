import { describe, expect, it } from 'vitest';
import { recordedAfterItsEnd } from '#domain/report/late-changes.ts';
import { isCountedIn, reportMonthOf } from '#domain/report/report-month.ts';
import type { RecordKind } from '#schemas/history.ts';

const change = (kind: RecordKind, id: string, effectiveAt: string, recordedAt = effectiveAt) => ({
  recordRef: { kind, id },
  effectiveAt,
  recordedAt,
});

describe('the month that a change belongs to', () => {
  it.each([
    ['a risk', change('risk', 'lease', '2026-03-31T22:59:59.999Z'), '2026-03'],
    ['a risk of the first minute of April in London', change('risk', 'lease', '2026-03-31T23:00:00.000Z'), '2026-04'],
    ['the return of March, recorded in April', change('return', '2026-03', '2026-04-04T09:00:00.000Z'), '2026-03'],
  ])('%s', (_, one, month) => {
    expect(reportMonthOf(one)).toBe(month);
    expect(isCountedIn(one, month)).toBe(true);
  });
});

it('a report counts what is effective by its end and its own returns, and no later return and no publication', () => {
  expect(isCountedIn(change('return', '2026-04', '2026-05-04T09:00:00.000Z'), '2026-03')).toBe(false);
  expect(isCountedIn(change('risk', 'lease', '2026-02-01T09:00:00.000Z'), '2026-03')).toBe(true);
  expect(isCountedIn(change('publication', '2026-02', '2026-03-06T06:00:00.000Z'), '2026-03')).toBe(false);
});

it('a return recorded in the month after its own came after the report’s month, and one recorded within it did not', () => {
  expect(recordedAfterItsEnd(change('return', '2026-03', '2026-04-04T09:00:00.000Z'), '2026-03')).toBe(true);
  expect(recordedAfterItsEnd(change('return', '2026-03', '2026-03-31T09:00:00.000Z'), '2026-03')).toBe(false);
});
