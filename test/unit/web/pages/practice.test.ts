import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import { MonthlyReturn } from '#registers/return/record.ts';
import { isForPractice, practiceIdOf, realIdOf } from '#schemas/practice.ts';
import { practiceExample } from '#schemas/practice-example.ts';
import { Review } from '#schemas/review.ts';
import { html } from '#web/html.ts';
import { documentOf } from '#web/pages/layout.ts';
import { reportPage } from '#web/report-page.ts';
import { aboutReport } from '#web/tables/about-report.ts';
import { richLines, richReport } from '../../../support/report-fixture.ts';
import { screensBefore } from './screen-under-test.ts';

/* A programme in which people practise: docs/meaning.md PROGRAMME-26. */

const office = ['programme-office'] as const;
const filled = {
  ...{ name: 'Our first try', council: 'Marlshire', reportDay: '6', returnsDueDay: '5' },
  ...{ 'firstMonth/month': '10', 'firstMonth/year': '2026' },
};

describe('an id', () => {
  it('is of practice or of a real programme, whatever the name, and never too long', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(practice-)?[a-z0-9]{1,20}(-[a-z0-9]{1,9}){0,2}$/), (id) => {
        expect(isForPractice(practiceIdOf(id))).toBe(true);
        expect(isForPractice(realIdOf(id))).toBe(false);
        for (const made of [practiceIdOf(id), realIdOf(id)]) {
          expect(made).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(made.length).toBeLessThanOrEqual(48);
        }
      }),
    );
  });
});

describe('setting one up', () => {
  it('makes a programme at an id that says so, with lists to practise with', async () => {
    const screens = screensBefore(() => ({}), office);
    expect(await screens.reply('/pages/programmes/_new-practice', filled)).toMatchObject({
      kind: 'to',
      path: '/pages/programmes/practice-our-first-try/set-up/example',
    });
    expect(screens.sent[0]).toMatchObject({
      ...{ method: 'PUT', path: '/programmes/practice-our-first-try', version: 'new' },
      body: { name: 'Our first try', fictional: false, portfolios: [{ id: 'adults' }, { id: 'places' }] },
    });
  });

  it('is not done by the name of a real programme', async () => {
    const screens = screensBefore(() => ({}), office);
    await screens.reply('/pages/programmes/_new', { ...filled, name: 'Practice nurses', fictional: 'no' });
    expect(screens.sent[0]?.path).toBe('/programmes/programme-practice-nurses');
  });
});

describe('filling one', () => {
  const example = '/pages/programmes/practice-try/set-up/example';
  const programme = (nextReport: string | null) => ({
    id: 'practice-try',
    record: { name: 'Try', council: 'Marlshire', reporting: { firstMonth: '2026-10' } },
    computed: { nextReport, nextReportDueOn: null },
  });
  const answers = (nextReport: string | null = '2026-10') => ({
    '/programmes/practice-try': { body: programme(nextReport) },
    '/programmes/practice-try/reviews': { body: { items: [], next: null } },
    '/directory': { body: { items: [{ id: 'sam', name: 'Sam', post: null }] } },
  });
  const addressesIn = (sent: readonly { readonly path: string }[]) =>
    sent.map(({ path }) => path.replace('/programmes/practice-try/', ''));

  it('records the reviews first, then what is of them, and the return where the team does it', async () => {
    const screens = screensBefore(answers, ['transformation-team']);
    expect(await screens.reply(example, { sro: 'sam', lead: '' })).toMatchObject({
      kind: 'to',
      path: '/pages/programmes/practice-try',
    });
    const sent = screens.sent;
    expect(sent.slice(0, 4).every(({ method, version }) => method === 'PUT' && version === 'new')).toBe(true);
    expect(sent[0]?.body).toMatchObject({ sros: [{ subject: 'sam', name: 'Sam' }] });
    expect(
      sent.slice(4, -1).every(({ method, effectiveAt }) => method === 'POST' && effectiveAt === '2026-10-01'),
    ).toBe(true);
    expect(addressesIn(sent).at(-1)).toBe('reviews/libraries-that-open-longer/returns/2026-10');
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
    const byOffice = screensBefore(answers, office);
    await byOffice.reply(example, {});
    expect(addressesIn(byOffice.sent)).toEqual(addressesIn(sent).slice(0, -1));
  });

  it('stops at a refusal and says so; sent again, what is there already stays and the rest is recorded', async () => {
    const screens = screensBefore(answers, office);
    screens.refuse({ status: 503, code: 'store.busy', title: 'Away', detail: 'Try again in a moment.' });
    const stopped = await screens.reply(example, { sro: 'sam', lead: '' });
    expect(screens.sent).toHaveLength(4);
    expect(screens.pageOf(stopped).faults).toEqual([{ message: 'Try again in a moment.' }]);
    for (const code of ['version.exists', 'idempotency.key-reused']) {
      screens.refuse({ status: 412, code });
      expect(await screens.reply(example, { sro: 'sam' })).toMatchObject({ kind: 'to' });
    }
  });

  it('holds at whatever month comes next: every record fits its schema, and nothing has happened in time to come', () => {
    const today = '2026-11-28';
    for (const month of ['2024-01', '2026-11', '2026-12', '2031-03']) {
      const { reviews, lists, submitted } = practiceExample(month, today, {});
      for (const { record } of reviews) expect(Review.safeParse(record).success).toBe(true);
      for (const { kind, entries } of lists)
        for (const { record } of entries) {
          expect(registers.find((one) => one.kind === kind)?.record.safeParse(record).error).toBeUndefined();
          expect(String(Object(record).lastReviewedOn ?? today) <= today).toBe(true);
        }
      expect(MonthlyReturn.safeParse(submitted.record).success).toBe(true);
    }
  });

  it('is offered where a practice programme is empty, to those who may record in it', async () => {
    const opened = async (roles: Parameters<typeof screensBefore>[1], path = '/pages/programmes/practice-try') =>
      String((await screensBefore(answers, roles).opened(path)).body);
    for (const roles of [office, ['transformation-team'] as const])
      expect(await opened(roles)).toContain(`href="${example}"`);
    for (const roles of [['sro'], ['board'], ['assurance']] as const)
      expect(await opened(roles)).not.toContain(example);
    expect(await opened(office, example)).toContain('Three returns of October 2026');
    expect(String((await screensBefore(() => answers(null), office).opened(example)).body)).toContain('October 2026');
  });
});

describe('where several programmes are shown', () => {
  const summary = (id: string, name: string) => ({
    ...{ id, name, phase: null, council: 'Marlshire', fictional: false, version: 1 },
    practice: isForPractice(id),
  });
  const review = (programmeId: string, title: string) => ({
    ...{ programmeId, reviewId: 'one', title, stage: 'decision', lifecycle: 'active', as: 'sro' },
    waits: [],
    returnsOwed: [{ month: '2026-10', dueOn: '2026-11-05', state: 'unconfirmed' }],
  });
  const answers = () => ({
    '/me': {
      body: {
        ...{ subject: 'sam', name: 'Sam', post: null, roles: [], actsFor: [], messages: 'daily' },
        reviews: [review('real', 'Roads'), review('practice-try', 'Rehearsal')],
      },
    },
    '/programmes': { body: { items: [summary('practice-try', 'Try'), summary('real', 'Real')], next: null } },
  });

  it('it stands apart on the first page, with what waits in it', async () => {
    const body = String((await screensBefore(answers, ['sro']).opened('/pages')).body);
    const [real = '', practised = ''] = body.split('For practice');
    expect(real).toContain('return of Roads');
    expect(real).not.toMatch(/Rehearsal|>Try</);
    expect(practised).toContain('return of Rehearsal');
    expect(practised).toContain('>Try</a>');
    expect(practised).not.toContain('Roads');
  });

  it('it stands in a table of its own in the list of programmes', async () => {
    const body = String((await screensBefore(answers, office).opened('/pages/programmes')).body);
    const [real = '', practised = ''] = body.split('>Practice programmes<');
    expect(real).toContain('>Real</a>');
    expect(real).not.toContain('>Try</a>');
    expect(practised).toMatch(/>Try<\/a>.*Practice/s);
    expect(body).toContain('href="/pages/programmes/_new-practice"');
  });

  it('nothing is said of practice where nobody practises', async () => {
    const none = () => ({ ...answers(), '/programmes': { body: { items: [summary('real', 'Real')], next: null } } });
    expect(String((await screensBefore(none, ['board']).opened('/pages/programmes')).body)).not.toContain('ractice');
  });
});

describe('each page and report of it', () => {
  const pageOf = (programme: string | undefined) =>
    documentOf(
      { title: 'Risks', crumbs: [], body: html`` },
      { viewer: undefined, path: '/', token: '', programme, notice: undefined, style: 's', script: 's' },
    );

  it('says so, in its title too', () => {
    expect(pageOf('practice-try')).toContain('You are in a practice programme');
    expect(pageOf('practice-try')).toContain('<title>Risks - Practice - Transformation tracker</title>');
    for (const programme of ['futures', undefined]) expect(pageOf(programme)).not.toContain('ractice');
  });

  it('is marked as page and on paper, and in the workbook', () => {
    const { content } = richReport;
    const report = { ...richReport, content: { ...content, programme: { ...content.programme, id: 'practice-try' } } };
    const page = (of: typeof report) => reportPage({ report: of, lines: richLines, linesComplete: true });
    expect(page(report)).toContain('<strong>PRACTICE</strong>');
    expect(page(report)).toContain('<body class="practice"');
    expect(page(richReport)).not.toContain('<strong>PRACTICE</strong>');
    expect(JSON.stringify(aboutReport(report, [], null))).toContain('People practise in this programme');
    expect(JSON.stringify(aboutReport(richReport, [], null))).not.toContain('People practise');
  });
});
