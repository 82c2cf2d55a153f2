import { describe, expect, it } from 'vitest';
import { compareDays } from '#domain/report/compare/compare-days.ts';
import { figuresOfDays } from '#web/pages/reports/figures-of-days.ts';
import { aReview, rollUp } from '../../../support/positions.ts';
import { screensBefore } from './screen-under-test.ts';

/* REPORT-37: the form of two days, and what differs between them. */

const api = '/programmes/p';
const pages = '/pages/programmes/p/reports';
const days = { from: '2014-03-08', to: '2014-04-15' };
const position = (day: string, reviews: readonly string[]) => {
  const { content, lines } = rollUp(reviews.map((id) => aReview(id, { review: { title: `The ${id} review` } })));
  return { day, report: { content }, lines };
};
const comparison = {
  ...compareDays(position(days.to, ['property', 'libraries']), position(days.from, ['property'])),
  ...days,
  ...{ knownAt: '2014-05-06T05:00:00.000Z', keptUntil: '2014-05-20T05:00:00.000Z', recordedSince: true },
  madeBy: { subject: 'tara-team', name: 'Tara Team' },
};
const run = {
  ...{ id: 'days-2014-03-08-2014-04-15', programme: 'p', month: '2014-04', revision: 0, kind: 'compare-days', days },
  ...{ state: 'waiting', reviewsDone: 0, reviewsTotal: null, reason: null, early: false, report: null, problem: null },
  ...{ requestedAt: '2014-05-06T05:00:00.000Z', rebuilt: null },
};
const screensWith = (answers: object, roles: Parameters<typeof screensBefore>[1] = ['transformation-team']) =>
  screensBefore(
    () => ({
      [api]: {
        body: {
          ...{ id: 'p', record: { name: 'Futures', council: 'Borsetshire' } },
          computed: { nextReport: null, nextReportDueOn: null },
        },
      },
      [`${api}/reports`]: { body: { items: [] } },
      ...answers,
    }),
    roles,
  );

describe('Comparing two days', () => {
  it('is offered beside the reports to whoever may read the registers, and not to a board', async () => {
    const link = `href="${pages}/compare-days"`;
    expect(String((await screensWith({}).opened(pages)).body)).toContain(link);
    expect(String((await screensWith({}, ['board']).opened(pages)).body)).not.toContain(link);
  });

  it('asks for two days, and sends them', async () => {
    const screens = screensWith({});
    const body = String((await screens.opened(`${pages}/compare-days?from=${days.from}&to=${days.to}`)).body);
    expect(body).toContain('Earlier day');
    expect(body).toMatch(/name="from\/year"[^>]*value="2014"/);
    const filled = { 'from/day': '8', 'from/month': '3', 'from/year': '2014' };
    const sent = { ...filled, 'to/day': '15', 'to/month': '4', 'to/year': '2014' };
    expect(await screens.reply(`${pages}/compare-days`, sent)).toMatchObject({ kind: 'to' });
    expect(screens.sent).toMatchObject([{ method: 'POST', path: `${api}/reports/compare-days`, body: days }]);
  });

  it('says that it is under way, and that none is kept', async () => {
    const page = `${pages}/compare-days/${days.from}/${days.to}`;
    const waiting = screensWith({ [`${api}/report-runs/${run.id}`]: { body: run } });
    expect(String((await waiting.opened(`${page}?run=${run.id}`)).body)).toContain('The days are being compared.');
    expect(String((await screensWith({}).opened(page)).body)).toContain('No comparison of these days is kept.');
  });

  it('shows in words and numbers what differs, what happened between, by when it was known, and that it may say something else now', async () => {
    const screens = screensWith({ [`${api}/reports/compare-days`]: { body: comparison } });
    const { title, body } = await screens.opened(`${pages}/compare-days/${days.from}/${days.to}`);
    const text = String(body);
    expect(title).toBe('8 March 2014 and 15 April 2014 compared');
    for (const words of [
      'Made by Tara Team',
      'Something was recorded in the programme since',
      'Between the end of 8 March 2014 and that of 15 April 2014',
      'The main figures at the end of each day',
      'Reviews that came and went',
      'No decision was taken.',
      'The libraries review',
      'Reviews: figures',
    ])
      expect(text).toContain(words);
    expect(text).toContain(`href="${pages}/compare-days?from=${days.from}&amp;to=${days.to}"`);
  });

  it('says of which year each figure of money is, and sets none beside that of another year as if it were its earlier one', () => {
    const money = { ...comparison.figures.after.money, required: null, achievable: null, stillToFind: null };
    const total = { low: 1e6, high: 1e6, exact: true, count: 1, marked: [], excluded: [] };
    const of = (year: string) => ({
      ...comparison.figures.after,
      money: { ...money, year, achievable: total, claimedPounds: null, validatedPounds: null },
    });
    const shown = (one: string, other: string): string =>
      figuresOfDays({ ...comparison, figures: { before: of(one), after: of(other) } } as never).toString();
    expect(shown('2013/14', '2014/15')).toContain('of 2013/14</span>');
    expect(shown('2013/14', '2014/15')).toContain('the one is no earlier figure of the other');
    expect(shown('2014/15', '2014/15')).not.toContain('the one is no earlier figure of the other');
  });
});
