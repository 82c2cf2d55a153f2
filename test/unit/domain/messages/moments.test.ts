import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOfNotice, sendableOn } from '#domain/messages/moments.ts';
import { addDays } from '#language/time.ts';
import { type Notice, NoticeKind } from '#schemas/notices.ts';

const known = (over: Partial<Notice> & { kind: Notice['kind'] }, recordedAt = '2026-04-01T09:00:00.000Z') => ({
  notice: { programmeId: 'p', reviewId: 'r', title: 'Review', ...over },
  recordedAt,
});
const momentOn = (over: Parameters<typeof known>[0], today: string) => sendableOn(known(over), today)?.moment;

describe('MESSAGE-2: when a message is sent about a notice', () => {
  // 3 to 6 April 2026 are Good Friday, a weekend and Easter Monday: three working days before 8 April is 1 April.
  it.each([
    ['2026-03-31', undefined],
    ['2026-04-01', 'before'],
    ['2026-04-08', 'before'],
    ['2026-04-09', 'after'],
    ['2026-04-22', 'after'],
    ['2026-04-23', undefined],
  ])('of a return that is due on 8 April, on %s: %s', (today, moment) => {
    expect(momentOn({ kind: 'return-to-submit', month: '2026-03', dueOn: '2026-04-08' }, today)).toBe(moment);
  });

  it.each([
    ['return-to-confirm', '2026-04-02', 'now'],
    ['return-to-confirm', '2026-04-09', 'after'],
    ['action-overdue', '2026-04-08', undefined],
    ['action-overdue', '2026-04-09', 'after'],
    ['review-overdue', '2026-04-23', undefined],
  ] as const)('%s, due on 8 April, on %s: %s', (kind, today, moment) => {
    expect(momentOn({ kind, dueOn: '2026-04-08' }, today)).toBe(moment);
  });

  it.each([
    ['2026-03-31', undefined],
    ['2026-04-01', 'now'],
    ['2026-04-08', 'now'],
    ['2026-04-09', undefined],
  ])('of what was recorded on 1 April, for a week, on %s: %s', (today, moment) => {
    expect(momentOn({ kind: 'outcome-wanted' }, today)).toBe(moment);
  });
});

describe('MESSAGE-3: its name', () => {
  it('is another for a return that was submitted again, and for other pounds', () => {
    const confirm = known({ kind: 'return-to-confirm', month: '2026-03', dueOn: '2026-04-08' });
    const names = [
      nameOfNotice({ ...confirm, since: '2026-04-01T09:00:00.000Z' }),
      nameOfNotice({ ...confirm, since: '2026-04-02T09:00:00.000Z' }),
      nameOfNotice(known({ kind: 'saving-lost', year: '2026/27', pounds: 1 })),
      nameOfNotice(known({ kind: 'saving-lost', year: '2026/27', pounds: 2 })),
    ];
    expect(new Set(names).size).toBe(4);
  });

  it('goes through each of its moments once at most, one after the other, whatever the notice', () => {
    const day = fc.integer({ min: -30, max: 30 }).map((n) => addDays('2026-04-08', n));
    fc.assert(
      fc.property(fc.constantFrom(...NoticeKind.options), fc.option(day, { nil: undefined }), (kind, dueOn) => {
        const moments = Array.from(
          { length: 61 },
          (_, n) =>
            sendableOn(known({ kind, ...(dueOn === undefined ? {} : { dueOn }) }), addDays('2026-03-10', n))?.moment,
        );
        const changes = moments.filter((one, n) => one !== undefined && one !== moments[n - 1]);
        const order = ['before', 'now', 'after'] as const;
        expect(changes).toEqual(order.filter((one) => changes.includes(one)));
      }),
    );
  });
});
