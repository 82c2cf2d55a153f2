import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '#schemas/history.ts';
import { eventAt, line, lines, withEvent, withLine } from '../../support/recorded-programme.ts';
import { verdictOf } from '../../support/verdict.ts';

describe('the first broken link of the chains is named', () => {
  it.each<[string, number, string | null, number | null, RegExp, readonly string[]]>([
    [
      'a figure that was changed',
      13,
      'tomorrow/property',
      2,
      /changed after it was recorded/,
      withLine(13, (one: { event: HistoryEvent }) => {
        one.event.after.record.pounds = 1;
      }),
    ],
    [
      'a member that the schema does not know',
      13,
      'tomorrow/property',
      2,
      /changed after it was recorded/,
      withLine(13, (one: { event: HistoryEvent }) => {
        Object.assign(one.event, { note: 'not seen' });
      }),
    ],
    [
      'a member that would be taken for the prototype',
      13,
      'tomorrow/property',
      2,
      /changed after it was recorded/,
      lines.with(12, line(13).replace('"record":{', '"record":{"__proto__":{"pounds":1},')),
    ],
    [
      'a change with its own digest made good',
      14,
      'tomorrow/property',
      3,
      /not linked to event 2/,
      withEvent(13, { by: 'somebody-else' }),
    ],
    [
      'an event that is gone',
      13,
      'tomorrow/property',
      2,
      /^it is missing: event 3 is in its place/,
      lines.toSpliced(12, 1),
    ],
    [
      'two events that are gone',
      9,
      'tomorrow/legal',
      2,
      /^it and what follows up to event 3 are missing: event 4/,
      lines.toSpliced(8, 2),
    ],
    [
      'the first event of a chain that is gone',
      12,
      'tomorrow/property',
      1,
      /missing: event 2 is in its place/,
      lines.toSpliced(11, 1),
    ],
    [
      'an event that stands there twice',
      14,
      'tomorrow/property',
      3,
      /event 2 is in its place, which came before/,
      lines.toSpliced(13, 0, line(13)),
    ],
    [
      'two events in each other’s place',
      9,
      'tomorrow/legal',
      2,
      /missing: event 3 is in its place/,
      lines.with(8, line(10)).with(9, line(9)),
    ],
    [
      'a first event that claims one before it',
      12,
      'tomorrow/property',
      1,
      /first of its chain, but names/,
      withEvent(12, { previousDigest: 'a'.repeat(64) }),
    ],
    [
      'a version that was left out',
      14,
      'tomorrow/property',
      3,
      /version 3 of the risk late, whose version 2 comes next/,
      withEvent(14, { version: 3 }),
    ],
    [
      'something told before it was true',
      14,
      'tomorrow/property',
      3,
      /later than .* when it was recorded/,
      withEvent(14, { effectiveAt: '2027-01-01T00:00:00.000Z' }),
    ],
    [
      'a correction of what comes later',
      14,
      'tomorrow/property',
      3,
      /corrects event 3, which does not come before it/,
      withEvent(14, { corrects: 3 }),
    ],
    [
      'a chain of another programme',
      12,
      'yesterday/property',
      1,
      /belongs to no review of the programme tomorrow/,
      withEvent(12, { chain: 'yesterday/property' }),
    ],
    [
      'two chains in each other’s place',
      11,
      'tomorrow/legal',
      1,
      /chains come in order of review/,
      [...lines.slice(0, 7), ...lines.slice(11, 14), ...lines.slice(7, 11), ...lines.slice(14)],
    ],
    [
      'an event among those of another chain',
      12,
      'tomorrow/legal',
      4,
      /is apart from its chain/,
      lines.toSpliced(10, 1).toSpliced(11, 0, line(11)),
    ],
    [
      'no chain of the programme itself',
      2,
      'tomorrow',
      1,
      /missing: the export begins with the chain tomorrow\/legal/,
      lines.toSpliced(1, 6),
    ],
    [
      'a review that publishes',
      14,
      'tomorrow/property',
      3,
      /publishes a report, which only an event of the programme/,
      withEvent(14, { recordRef: { kind: 'publication', id: '2026-03' }, version: 1 }),
    ],
    [
      'a publication that does not say of what',
      7,
      'tomorrow',
      6,
      /does not say which/,
      withEvent(7, { recordRef: { kind: 'publication', id: '2026-03' }, version: 1 }),
    ],
    [
      'a month that is published a second time',
      7,
      'tomorrow',
      6,
      /which event 5 had published/,
      withEvent(7, { recordRef: { kind: 'publication', id: '2026-02' }, version: 3, after: eventAt(6).after }),
    ],
  ])('%s: at line %i, chain %s, event %s', (_, number, chain, sequence, what, tampered) => {
    expect(verdictOf(tampered)).toEqual({
      kind: 'broken',
      broken: { line: number, chain, sequence, what: expect.stringMatching(what) },
    });
  });
});
