import { describe, expect, it } from 'vitest';
import { merkleRoot } from '#store/digests/digest.ts';
import { forged } from '../../support/forging.ts';
import { exportOf, type MadeUpReport } from '../../support/made-up-record.ts';
import { again, anchorOf, events, january, line, lines, record, withLine } from '../../support/recorded-programme.ts';
import { verdictOf } from '../../support/verdict.ts';

describe('the first report that is not what was published is named', () => {
  it.each<[string, number, string | null, number | null, RegExp, readonly string[]]>([
    [
      'a chain that was cut below what a report knew',
      13,
      'tomorrow/property',
      2,
      /missing: the report of January 2026.*its chain ends with event 1/,
      lines.toSpliced(12, 2),
    ],
    [
      'a review that is gone with its chain',
      12,
      'tomorrow/property',
      2,
      /nothing of its chain is here/,
      lines.toSpliced(11, 3),
    ],
    [
      'a sentence of a report that was changed',
      15,
      'tomorrow',
      3,
      /is not what it published/,
      withLine(15, (one: MadeUpReport) => {
        one.content.headline = ['All is well.'];
      }),
    ],
    [
      'a line of a report that was changed',
      16,
      'tomorrow',
      4,
      /is not what it published/,
      withLine(16, (one: MadeUpReport) => {
        Object.assign(one.lines[0] ?? {}, { highRisks: 0, tier: '3' });
      }),
    ],
    [
      'a line of a report that is gone',
      16,
      'tomorrow',
      4,
      /is not what it published/,
      withLine(16, (one: MadeUpReport) => {
        one.lines.pop();
      }),
    ],
    [
      'a head with another number',
      16,
      'tomorrow/legal',
      1,
      /is not what the report of February 2026, revision 1 was made from/,
      withLine(16, (one: MadeUpReport) => {
        one.heads.splice(1, 1, ['legal', 1, one.heads[1]?.[2] ?? '']);
      }),
    ],
    [
      'a head that was taken back with its digest',
      16,
      'tomorrow',
      4,
      /come to the root/,
      withLine(16, (one: MadeUpReport) => {
        one.heads.splice(1, 1, ['legal', 1, events('tomorrow/legal')[0]?.digest ?? '']);
      }),
    ],
    [
      'a head that is gone',
      16,
      'tomorrow',
      4,
      /come to the root/,
      withLine(16, (one: MadeUpReport) => {
        one.heads.pop();
      }),
    ],
    [
      'a head beyond the end of its chain',
      16,
      'tomorrow/legal',
      9,
      /its chain ends with event 4/,
      withLine(16, (one: MadeUpReport) => {
        one.heads.splice(1, 1, ['legal', 9, one.heads[1]?.[2] ?? '']);
      }),
    ],
    [
      'heads in another order',
      16,
      'tomorrow',
      4,
      /then each review's once, in order/,
      withLine(16, (one: MadeUpReport) => {
        one.heads.reverse();
      }),
    ],
    [
      'another heads root',
      16,
      'tomorrow',
      4,
      /as its heads root/,
      withLine(16, (one: MadeUpReport) => {
        one.publication.headsRoot = 'a'.repeat(64);
      }),
    ],
    [
      'another sealing digest',
      16,
      'tomorrow',
      4,
      /as its sealing digest/,
      withLine(16, (one: MadeUpReport) => {
        one.publication.sealingDigest = anchorOf(january);
      }),
    ],
    [
      'another instant of publication',
      16,
      'tomorrow',
      4,
      /as its instant of publication/,
      withLine(16, (one: MadeUpReport) => {
        one.publication.publishedAt = '2026-03-01T00:00:00.000Z';
      }),
    ],
    [
      'another run',
      16,
      'tomorrow',
      4,
      /gives 2026-02-r9 as its run, where it published 2026-02-r1/,
      withLine(16, (one: MadeUpReport) => {
        one.publication.run = '2026-02-r9';
      }),
    ],
    [
      'a report that is gone',
      16,
      'tomorrow',
      4,
      /report of February 2026, revision 1, which it published, is missing: the report of February 2026, revision 2/,
      lines.toSpliced(15, 1),
    ],
    [
      'the last report that is gone',
      17,
      'tomorrow',
      5,
      /revision 2, which it published, is missing$/,
      lines.toSpliced(16, 1),
    ],
    ['a report that stands there twice', 18, 'tomorrow', 5, /is here again/, lines.toSpliced(16, 0, line(17))],
    [
      'a report that nobody published',
      15,
      'tomorrow',
      null,
      /no event published the report of March 2026/,
      withLine(15, (one: MadeUpReport) => {
        one.content.month = '2026-03';
      }),
    ],
    [
      'an event after the reports',
      17,
      'tomorrow/property',
      3,
      /after the events/,
      lines.toSpliced(13, 1).toSpliced(16, 0, line(14)),
    ],
  ])('%s: at line %i, chain %s, event %s', (_, number, chain, sequence, what, tampered) => {
    expect(verdictOf(tampered)).toEqual({
      kind: 'broken',
      broken: { line: number, chain, sequence, what: expect.stringMatching(what) },
    });
  });

  it('pairs of the tree do not pass for heads, though they come to the same root', () => {
    const [own, legal, property] = again.heads;
    const pair = merkleRoot([own?.[2] ?? '', legal?.[2] ?? '']);
    expect(merkleRoot([pair, property?.[2] ?? ''])).toBe(again.publication.headsRoot);
    const paired = withLine(17, (one: MadeUpReport) => {
      one.heads = [['#programme', own?.[1] ?? 0, pair], property ?? ['', 0, '']];
    });
    expect(verdictOf(paired)).toMatchObject({ broken: { line: 17, chain: 'tomorrow', sequence: own?.[1] } });
  });

  it.each<[string, RegExp, (report: MadeUpReport) => void]>([
    [
      'of another programme',
      /is of the programme yesterday/,
      (one) => {
        one.content.programme.id = 'yesterday';
      },
    ],
    [
      'that follows on what nobody published',
      /follows on the report of December 2025, revision 1 with/,
      (one) => {
        one.content.previous = { month: '2025-12', revision: 1, contentDigest: 'a'.repeat(64) };
      },
    ],
  ])('a report %s is named, even where it was sealed so', (_, what, change) => {
    const sealedSo = forged(
      record,
      (copy) => {
        const report = copy.reports[2];
        if (report !== undefined) change(report);
        return [];
      },
      'seals',
    );
    expect(verdictOf(exportOf(sealedSo, 100))).toEqual({
      kind: 'broken',
      broken: { line: 17, chain: 'tomorrow', sequence: 5, what: expect.stringMatching(what) },
    });
  });

  it('a revision that gives another reason than the event that published it is named', () => {
    const reasoned = forged(
      record,
      (copy) => {
        Object.assign(copy.chains.get('tomorrow')?.[4]?.after.record ?? {}, { reason: 'No reason' });
        return [];
      },
      'chain',
    );
    Object.assign(reasoned.reports[2]?.publication ?? {}, {
      sealingDigest: reasoned.chains.get('tomorrow')?.[4]?.digest,
    });
    expect(verdictOf(exportOf(reasoned, 100))).toMatchObject({
      broken: {
        line: 17,
        sequence: 5,
        what: expect.stringContaining('as its reason of the revision, where it published No'),
      },
    });
  });
});
