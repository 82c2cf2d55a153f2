import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForPractice, practiceIdOf, realIdOf } from '#schemas/practice.ts';
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
      path: '/pages/programmes/practice-our-first-try/set-up',
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

describe('where several programmes are shown', () => {
  const summary = (id: string, name: string) => ({
    ...{ id, name, phase: null, council: 'Marlshire', fictional: false, version: 1 },
    practice: isForPractice(id),
  });
  const review = (programmeId: string, title: string) => ({
    ...{ programmeId, reviewId: 'one', title, stage: 'decision', lifecycle: 'active', as: 'sro' },
    returnsOwed: [{ month: '2026-10', dueOn: '2026-11-05', state: 'unconfirmed' }],
  });
  const answers = () => ({
    '/me': {
      body: {
        ...{ subject: 'sam', name: 'Sam', post: null, roles: [], actsFor: [] },
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
