import { describe, expect, it } from 'vitest';
import type { Role } from '#schemas/people.ts';
import { screensBefore } from './screen-under-test.ts';

const me = { subject: 'sam', name: 'Sam', post: null, roles: [], actsFor: [], messages: 'daily', reviews: [] };
const summary = (id: string, name: string) => ({ id, name, phase: null, council: 'Marlshire', fictional: false });
const due = (nextReport: string | null, nextReportDueOn: string | null) => ({
  body: { computed: { nextReport, nextReportDueOn } },
});
const published = (...months: readonly string[]) => ({
  body: { items: months.map((month) => ({ month, revision: 1, publishedAt: '2026-11-10T00:00:00.000Z' })) },
});

/** Of four programmes one is late, one is due, one has ended, and one has not begun. */
const answers = {
  '/me': { body: me },
  '/programmes': {
    body: {
      items: [
        summary('futures', 'Futures'),
        summary('homes', 'Homes'),
        summary('ended', 'Ended'),
        summary('soon', 'Soon'),
      ],
      next: null,
    },
  },
  '/programmes/futures': due('2026-11', '2026-12-10'),
  '/programmes/futures/reports': published('2026-09', '2026-10'),
  '/programmes/homes': due('2026-10', '2026-11-10'),
  '/programmes/ended': due(null, null),
  '/programmes/ended/reports': published('2025-03'),
  '/programmes/soon': due('2027-01', '2027-02-10'),
};

const firstPage = async (role: Role, given: Parameters<typeof screensBefore>[0] = () => answers): Promise<string> =>
  String((await screensBefore(given, [role]).opened('/pages')).body);
const words = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',');

describe('the first page', () => {
  it.each<Role>(['programme-office', 'transformation-team', 'finance', 'sro', 'assurance', 'board'])(
    'of %s has the programmes by name, what is due in each, and the latest report',
    async (role) => {
      const text = await firstPage(role);
      expect(text).toContain('<a class="govuk-link" href="/pages/programmes/futures">Futures</a>');
      expect(words(text)).toContain('Futures November 2026, due 10 December 2026 Due October 2026');
      expect(words(text)).toContain('Homes October 2026, due 10 November 2026 Late None yet');
      expect(words(text)).toContain('Ended None is due March 2025');
      expect(words(text)).toContain('Soon None is due None yet');
      expect(text).toContain('href="/pages/programmes/futures/reports/2026-10"');
    },
  );

  it('of the programme office has the months to be closed, the earliest first, and no month that is not due', async () => {
    const text = words(await firstPage('programme-office'));
    expect(text).toMatch(/Close October 2026 of Homes .*Late .*Close November 2026 of Futures .*Due/);
    expect(text).not.toMatch(/Close .* of (Ended|Soon)/);
    for (const role of ['board', 'transformation-team'] as const)
      expect(await firstPage(role)).not.toContain('Close October');
  });

  it('leads to the month end whoever may open it, and a board to none', async () => {
    const room = 'href="/pages/programmes/homes/month-end/2026-10"';
    expect(await firstPage('transformation-team')).toContain(room);
    expect(await firstPage('board')).not.toContain(room);
  });

  it('says nothing of returns and reviews to those whom no review asks', async () => {
    for (const role of ['board', 'finance', 'assurance', 'programme-office'] as const)
      expect(await firstPage(role)).not.toMatch(/Nothing of your reviews|Your reviews/);
    expect(await firstPage('transformation-team')).toMatch(/Nothing of your reviews.*Your reviews/s);
  });

  it('of assurance has the checkpoints that are planned and the recommendations past their day, of nobody else', async () => {
    const item = (id: string, record: object, dueOn: string | null) => ({
      ...{ review: { id: 'home-care', title: 'Home care' }, stateName: 'Open', dueOn, overdue: false },
      entry: {
        ...{ id, version: 1, record, facts: {}, computed: {}, struckOut: null },
        ...{ effectiveAt: '2026-11-01T00:00:00.000Z', recordedAt: '2026-11-01T00:00:00.000Z', recordedBy: 'kim' },
      },
    });
    const given = () => ({
      ...answers,
      '/programmes/futures/across/assurance-checkpoints': {
        body: { items: [item('gate-3', { title: 'Ready to serve', kind: 'gateway' }, '2026-12-12')], next: 'more' },
      },
      '/programmes/futures/across/recommendations': {
        body: { items: [item('staffing', { title: 'Mend the staffing plan' }, '2026-11-01')], next: null },
      },
    });
    const text = await firstPage('assurance', given);
    expect(words(text)).toMatch(
      /Assurance that is planned .*Ready to serve Gateway review, Home care Due 12 December 2026 Due There are more: all of Futures/,
    );
    expect(words(text)).toMatch(
      /Recommendations past their day .*Mend the staffing plan Home care Due 1 November 2026 Late/,
    );
    expect(text).toContain('href="/pages/programmes/futures/reviews/home-care/assurance-checkpoints/gate-3"');
    for (const role of ['sro', 'finance', 'board', 'programme-office'] as const)
      expect(await firstPage(role, given)).not.toMatch(/Ready to serve|Recommendations past/);
    expect(await firstPage('assurance')).toContain('No checkpoint is planned.');
  });

  it('leads everybody to how they get messages', async () => {
    for (const role of ['board', 'finance', 'sro', 'transformation-team'] as const)
      expect(await firstPage(role)).toContain('href="/pages/your-messages"');
  });

  it('of an organisation without a programme says who sets one up, once', async () => {
    const none = () => ({ '/me': { body: me }, '/programmes': { body: { items: [], next: null } } });
    const office = await firstPage('programme-office', none);
    expect(office.match(/no programme yet/g)).toHaveLength(1);
    expect(office).toContain('Set up the first programme');
    expect(await firstPage('board', none)).toContain('The programme office sets one up.');
  });

  it('leads to all programmes where there are more than it shows', async () => {
    const more = { body: { ...answers['/programmes'].body, next: 'a-cursor' } };
    expect(await firstPage('board')).not.toContain('See all programmes');
    expect(await firstPage('board', () => ({ ...answers, '/programmes': more }))).toContain('See all programmes');
  });
});

describe('the returns that reviews owe', () => {
  const review = (reviewId: string, title: string, as: 'sro' | 'lead', ...states: readonly string[]) => ({
    ...{ programmeId: 'futures', reviewId, title, stage: 'implementation', lifecycle: 'active', as },
    waits: [],
    returnsOwed: states.map((state, n) => ({
      month: `2026-1${n}`,
      dueOn: `2026-1${n + 1}-05`,
      state,
      ...(state === 'sent-back'
        ? { sentBack: { at: '2026-11-20T00:00:00.000Z', by: 'sue', byName: 'Sue Sro', comment: 'Say why' } }
        : {}),
    })),
  });
  const reviews = [
    review('homes', 'Homes', 'lead', 'unconfirmed', 'missing'),
    review('roads', 'Roads', 'lead', 'sent-back'),
    ...['a', 'b', 'c', 'd', 'e'].map((id) => review(id, `Review ${id}`, 'lead', 'missing')),
  ];
  const given = () => ({ ...answers, '/me': { body: { ...me, reviews } } });

  it('are tasks of an SRO where they are submitted, and those that are with others are named by month, unasked', async () => {
    const text = await firstPage('sro', given);
    const said = words(text);
    expect([...said.matchAll(/(Confirm|Change|Submit|Wait for) the/g)].map(([, verb]) => verb)).toEqual(['Confirm']);
    expect(text).toContain('/pages/programmes/futures/reviews/homes/returns/2026-10/_confirm');
    expect(said).toContain('Returns of your reviews that are with others (7)');
    expect(said).toContain('November 2026: Homes');
    expect(said).toMatch(/October 2026: Roads, Review a.*Review d, and 1 more/);
  });

  it('stand beside what else waits in a review, by the words of messages', async () => {
    const entry = { register: 'business-cases', kind: 'business-case', id: 'outline', title: null };
    const late = { register: 'risks', kind: 'risk', id: 'late', title: 'Lease runs on' };
    const of = { programmeId: 'futures', reviewId: 'homes', title: 'Homes' };
    const waits = [
      { kind: 'outcome-wanted', ...of, entry },
      { kind: 'review-overdue', ...of, entry: late, dueOn: '2026-10-01' },
    ];
    const more = [{ ...review('homes', 'Homes', 'sro', 'unconfirmed'), waits }];
    const text = await firstPage('sro', () => ({ ...answers, '/me': { body: { ...me, reviews: more } } }));
    expect(words(text)).toMatch(
      /Record the outcome of a business case of Homes Waits Review the risk “Lease runs on” of Homes Due 1 October 2026.*Confirm the October 2026 return of Homes/,
    );
    expect(text).toContain('/pages/programmes/futures/reviews/homes/business-cases/outline"');
  });

  it('are tasks of the team where they are missing or sent back, with who sent them back and why', async () => {
    const said = words(await firstPage('transformation-team', given));
    expect(said).toMatch(/Submit the October 2026 return of Review e .*Submit the November 2026 return of Homes/);
    expect(said).toContain('Change the October 2026 return of Roads');
    expect(said).toContain('Sent back by Sue Sro on 20 November 2026: Say why');
    expect(said).toContain('Returns of your reviews that are with others (1)');
  });

  it('lead nowhere where none is owed', async () => {
    expect(words(await firstPage('sro'))).not.toContain('with others');
  });
});
