import { describe, expect, it } from 'vitest';
import { verifyExport } from '#store/verification/verification.ts';
import { forged } from '../../support/forging.ts';
import { exportOf, type MadeUpRecord, RecordTeller } from '../../support/made-up-record.ts';
import { again, anchorOf, events, february, january, lines, record } from '../../support/recorded-programme.ts';
import { verdictOf } from '../../support/verdict.ts';

describe('an export that nobody touched', () => {
  it('agrees with itself where no anchor is given, and is not called proved', () => {
    expect(verdictOf(lines)).toEqual({
      kind: 'consistent',
      counts: { programme: 'tomorrow', events: 13, chains: 3, reports: 3, inPart: { events: 0, reports: 0 } },
    });
  });

  it.each([
    ['the last seal', again, { events: 5 + 3 + 2, chains: 3, reports: 3 }, { events: 3, reports: 0 }],
    ['the seal of February', february, { events: 4 + 2 + 2, chains: 3, reports: 2 }, { events: 5, reports: 1 }],
    ['the seal of January', january, { events: 3 + 1 + 2, chains: 3, reports: 1 }, { events: 7, reports: 2 }],
  ])('is proved up to %s, and what lies beyond is counted as unanchored', (_, report, proved, unanchored) => {
    expect(verdictOf(lines, anchorOf(report))).toMatchObject({
      kind: 'proved',
      seal: { digest: anchorOf(report), report: { month: report.content.month, revision: report.content.revision } },
      proved,
      unanchored,
    });
  });

  it('is not proved by the content digest of a report, and says what was given and what is wanted', () => {
    expect(verdictOf(lines, january.publication.contentDigest)).toMatchObject({
      kind: 'broken',
      broken: {
        sequence: expect.any(Number),
        what: 'the anchor is the content digest of the report of 2026-01: give its sealing digest, which is printed beside it',
      },
    });
  });

  it('names each chain that goes on beyond the seal, with the events that it has there', () => {
    expect(verdictOf(lines, anchorOf(january))).toMatchObject({
      unanchored: {
        chains: [
          { chain: 'tomorrow', from: 4, to: 6 },
          { chain: 'tomorrow/legal', from: 2, to: 4 },
          { chain: 'tomorrow/property', from: 3, to: 3 },
        ],
      },
    });
  });

  it('may have all of its reports in one line each, or their lines ahead of them', () => {
    expect(exportOf(record, 1).length).toBeGreaterThan(lines.length);
    expect(verdictOf(exportOf(record, 1), anchorOf(again))).toEqual(verdictOf(lines, anchorOf(again)));
  });

  it('is the same from bytes as from text, and from a list as from a stream', async () => {
    const stream = async function* () {
      for (const one of lines) yield Buffer.from(one);
    };
    expect(await verifyExport(stream(), anchorOf(again))).toEqual(verdictOf(lines, anchorOf(again)));
    expect(await verifyExport(lines)).toEqual(verdictOf(lines));
  });

  it('may be written with other spaces and in another order of members', () => {
    const rewritten = lines.map((one) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(one)).toReversed()), null, 1).replaceAll('\n', ' '),
    );
    expect(verdictOf(rewritten, anchorOf(again))).toEqual(verdictOf(lines, anchorOf(again)));
  });
});

describe('a history that was rewritten with everything that would give it away', () => {
  const rewritten = (change: (record: MadeUpRecord) => void): readonly string[] =>
    exportOf(
      forged(
        record,
        (copy) => {
          change(copy);
          return [];
        },
        'seals',
      ),
      100,
    );
  const cheaper = rewritten((copy) => {
    const event = copy.chains.get('tomorrow/property')?.[1];
    if (event !== undefined) event.after.record.pounds = 1;
  });

  it('agrees with itself, and only a seal from outside shows it', () => {
    expect(verdictOf(cheaper)).toMatchObject({ kind: 'consistent' });
    expect(verdictOf(cheaper, anchorOf(january))).toMatchObject({
      kind: 'broken',
      broken: { line: 7, chain: 'tomorrow', what: expect.stringContaining('no report in it was published under') },
    });
  });

  it('stays proved up to a seal that it leaves alone, and what was rewritten is called unanchored', () => {
    const later = rewritten((copy) => {
      copy.chains.get('tomorrow/legal')?.splice(2, 1);
    });
    expect(verdictOf(later, anchorOf(february))).toMatchObject({
      kind: 'proved',
      proved: { events: 8 },
      unanchored: { events: 4, reports: 1 },
    });
    expect(verdictOf(later, anchorOf(again))).toMatchObject({ kind: 'broken' });
  });
});

it('the digest of an event that published nothing is no anchor', () => {
  expect(verdictOf(lines, events('tomorrow')[1]?.digest)).toEqual({
    kind: 'broken',
    broken: { line: 7, chain: 'tomorrow', sequence: 2, what: 'its digest is the anchor, but it published no report' },
  });
});

it('the seal of another programme proves nothing here', () => {
  const other = new RecordTeller('elsewhere');
  other.recordChange('elsewhere/care', { kind: 'review', id: 'care' }, { title: 'Care' });
  const seal = anchorOf(other.publish(other.fix({ month: '2026-01', revision: 1 })));
  expect(verdictOf(lines, seal)).toMatchObject({ kind: 'broken', broken: { line: 7, chain: 'tomorrow' } });
});

it('a report that was fixed first and published last proves of each review what any report by then had seen', () => {
  const slow = new RecordTeller('slow');
  slow.recordChange('slow/care', { kind: 'review', id: 'care' }, { title: 'Care' });
  const first = slow.publish(slow.fix({ month: '2026-01', revision: 1 }));
  const begun = slow.fix({ month: '2026-02', revision: 1 });
  slow.recordChange('slow/care', { kind: 'review', id: 'care' }, { title: 'Care' });
  slow.publish(slow.fix({ month: '2026-01', revision: 2 }));
  const last = slow.publish(begun);
  expect(verdictOf(exportOf(slow.record), anchorOf(last))).toMatchObject({
    proved: { events: 6, reports: 3 },
    unanchored: { events: 0 },
  });
  expect(verdictOf(exportOf(slow.record), anchorOf(first))).toMatchObject({ proved: { events: 3, reports: 1 } });
});
