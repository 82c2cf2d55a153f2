import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

/* The page of events for the council's own systems (docs/meaning.md MESSAGE-11). */

const event = (number: number, type: string, subject: string, own: object) => ({
  specversion: '1.0',
  id: String(number).repeat(32),
  source: 'https://tracker.example/programmes/one-exampleshire',
  type,
  subject,
  time: '2026-11-27T09:12:44.120Z',
  datacontenttype: 'application/json',
  sequence: String(number).padStart(10, '0'),
  data: {
    organisation: 'local',
    programmeId: 'one-exampleshire',
    change: number,
    effectiveAt: '2026-11-27T09:12:44.120Z',
    link: `https://tracker.example/pages${subject}`,
    ...own,
  },
});
const review = '/programmes/one-exampleshire/reviews/erp';
const items = [
  event(2, 'tracker.review.stage-moved', review, {
    ...{ from: 'options-appraisal', to: 'business-case' },
    ...{ direction: 'forward', waived: 0 },
  }),
  event(1, 'tracker.report.published', '/programmes/one-exampleshire/reports/2026-10/revisions/1', {
    month: '2026-10',
    revision: 1,
  }),
];
const well = { id: 'bus', upTo: 2, tries: 0, failures: 0, tookAt: '2026-11-27T09:20:00.000Z' };
const ill = {
  ...{ id: 'finance', upTo: 0, tries: 4, failures: 4 },
  failingSince: '2026-11-27T09:20:00.000Z',
  notBefore: '2026-11-27T13:05:00.000Z',
};
const opened = async (body: object) =>
  String((await screensBefore(() => ({ '/events': { body } }), ['programme-office']).opened('/pages/events')).body);

describe('the page of events', () => {
  it('says what happened, where it can be read, and how far each destination has come', async () => {
    const text = await opened({ items, next: null, destinations: [well, ill] });
    for (const words of [
      'A review passed a gate to its next stage, or went back to an earlier one',
      'The report of a month was published for the first time',
      `href="/pages${review}"`,
      'The event bus',
      'Takes events',
      '4 failures since 27 November 2026',
      'Tried again from 27 November 2026',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Earlier events');
    expect(text).not.toContain('tracker.example');
  });

  it('says of one that was left out of the choices that it is sent nothing, below those that are', async () => {
    const leftOut = { ...ill, id: 'archive', leftOutSince: '2026-11-28T09:05:00.000Z' };
    const text = await opened({ items, next: null, destinations: [leftOut, well] });
    expect(text).toContain('Not chosen any more');
    expect(text).toContain('Sent nothing since 28 November 2026');
    expect(text).not.toContain('Takes nothing');
    expect(text.indexOf('The event bus')).toBeLessThan(text.indexOf('archive'));
  });

  it('leads to earlier ones, and says where there is nothing', async () => {
    expect(await opened({ items, next: 'a b', destinations: [] })).toContain('href="/pages/events?cursor=a%20b"');
    const nothing = await opened({ items: [], next: null, destinations: [] });
    expect(nothing).toContain('No event was made yet.');
    expect(nothing).toContain('No system of the council gets events.');
  });
});
