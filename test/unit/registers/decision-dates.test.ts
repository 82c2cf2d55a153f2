import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#language/time.ts';
import { earliestMeetingOn } from '#registers/decision/decision-dates.ts';

it.each([
  ['2015-08-21', '2015-09-19'],
  ['2014-12-15', '2015-01-13'],
  ['2016-02-01', '2016-03-01'],
  ['2015-02-01', '2015-03-02'],
])('a key decision whose notice is published on %s may be made on %s at the earliest', (noticeOn, meetingOn) => {
  expect(earliestMeetingOn(noticeOn)).toBe(meetingOn);
});

it('between the notice and the earliest meeting lie 28 days, neither of the two among them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
      const noticeOn = addDays('2000-01-01', n);
      const meetingOn = earliestMeetingOn(noticeOn);
      let clear = 0;
      for (let day = addDays(noticeOn, 1); meetingOn !== null && day < meetingOn; day = addDays(day, 1)) clear++;
      expect(clear).toBe(28);
    }),
  );
});

it('a notice on the last day of the calendar leaves no day for the meeting', () => {
  expect([earliestMeetingOn('2199-12-02'), earliestMeetingOn('2199-12-03')]).toEqual(['2199-12-31', null]);
});
