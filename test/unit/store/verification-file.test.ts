import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '#schemas/history.ts';
import { verifyExport } from '#store/verification/verification.ts';
import { line, lines, withLine } from '../../support/recorded-programme.ts';
import { verdictOf } from '../../support/verdict.ts';

describe('the first line that is no line of an export is named', () => {
  it.each<[string, number, string | null, number | null, RegExp, readonly string[]]>([
    [
      'a manifest that names a later event',
      18,
      'tomorrow/legal',
      5,
      /says that the chain ends with event 9/,
      withLine(18, (one: { chains: { sequence: number }[] }) => {
        Object.assign(one.chains[1] ?? {}, { sequence: 9 });
      }),
    ],
    [
      'a manifest with another digest',
      18,
      'tomorrow/legal',
      4,
      /says that it has the digest/,
      withLine(18, (one: { chains: { digest: string }[] }) => {
        Object.assign(one.chains[1] ?? {}, { digest: 'a'.repeat(64) });
      }),
    ],
    [
      'a manifest without a chain',
      18,
      'tomorrow/property',
      null,
      /names no chain where/,
      withLine(18, (one: { chains: unknown[] }) => {
        one.chains.pop();
      }),
    ],
    [
      'a manifest with a chain more',
      18,
      'tomorrow/zoo',
      1,
      /the manifest names the chain, with 2 events/,
      withLine(18, (one: { chains: unknown[] }) => {
        one.chains.push({ chain: 'tomorrow/zoo', sequence: 2, digest: 'a'.repeat(64) });
      }),
    ],
    [
      'a manifest that counts other events',
      18,
      null,
      null,
      /says 12 events; the export has 13/,
      withLine(18, (one: { events: number }) => {
        one.events = 12;
      }),
    ],
    [
      'a manifest that counts other reports',
      18,
      null,
      null,
      /says 2 reports; the export has 3/,
      withLine(18, (one: { reports: number }) => {
        one.reports = 2;
      }),
    ],
    ['no manifest', 18, null, null, /without its manifest: its end was cut off/, lines.slice(0, -1)],
    ['nothing at all', 1, null, null, /its end was cut off/, []],
    ['something after the manifest', 19, null, null, /goes on after its manifest/, [...lines, line(14)]],
    ['no first line', 1, null, null, /says of which programme/, lines.slice(1)],
    ['another export behind the first', 15, null, null, /another export begins here/, lines.toSpliced(14, 0, line(1))],
    [
      'an export of no event',
      2,
      'tomorrow',
      1,
      /holds no event/,
      [line(1), '{"kind":"manifest","chains":[],"events":0,"reports":0}'],
    ],
    ['a line that was cut', 13, null, null, /it is not JSON/, lines.with(12, line(13).slice(0, 40))],
    ['an empty line', 13, null, null, /it is empty/, lines.toSpliced(12, 0, '')],
    ['a line of another kind', 13, null, null, /not a line of an export: kind/, lines.with(12, '{"kind":"note"}')],
    [
      'a line with something beside its event',
      13,
      null,
      null,
      /not a line of an export/,
      lines.with(12, line(13).replace('{"kind"', '{"seen":true,"kind"')),
    ],
    [
      'an event that lacks its author',
      13,
      null,
      null,
      /event\/by/,
      withLine(13, (one: { event: Partial<HistoryEvent> }) => {
        delete one.event.by;
      }),
    ],
    [
      'a figure that is there twice',
      13,
      null,
      null,
      /names a member of an object twice/,
      lines.with(12, line(13).replace('"pounds":100000', '"pounds":1,"pounds":100000')),
    ],
    [
      'a figure that is there twice, once spelt otherwise',
      13,
      null,
      null,
      /names a member of an object twice/,
      lines.with(12, line(13).replace('"pounds":100000', '"\\u0070ounds":1,"pounds":100000')),
    ],
    [
      'a line that nobody could read to its end',
      13,
      null,
      null,
      /nested too deep|not JSON/,
      lines.with(12, `{"kind":"event","event":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
    ],
  ])('%s: at line %i, chain %s, event %s', (_, number, chain, sequence, what, tampered) => {
    expect(verdictOf(tampered)).toEqual({
      kind: 'broken',
      broken: { line: number, chain, sequence, what: expect.stringMatching(what) },
    });
  });

  it('a line that is not text in UTF-8', async () => {
    const bytes = lines.map((one) => Buffer.from(one));
    bytes[12] = Buffer.from([...(bytes[12] ?? []), 0xff]);
    expect(await verifyExport(bytes)).toMatchObject({ broken: { line: 13, what: expect.stringContaining('UTF-8') } });
  });
});
