import { describe, expect, it } from 'vitest';
import { everyRow } from '#schemas/row-lists.ts';
import { styleWithin } from '#web/report/style.ts';
import { aReview, rollUp } from '../../../support/positions.ts';
import { publication } from '../../../support/report-samples.ts';
import { screensBefore } from './screen-under-test.ts';

const made = rollUp([aReview('property'), aReview('libraries', { review: { title: 'Libraries' } })]);
const api = '/programmes/facing-change';
const months = {
  items: [
    { month: '2014-04', revision: 2, publishedAt: '2014-05-09T05:00:00.000Z', reason: 'The lease was wrong.' },
    { month: '2014-04', revision: 1, publishedAt: '2014-05-06T05:00:00.000Z', reason: null },
    { month: '2014-03', revision: 1, publishedAt: '2014-04-06T05:00:00.000Z', reason: null },
  ],
};
const rule = { id: 'REVIEW-3', sentence: 'Counted are active and paused reviews.' };
const counted = { figure: 'counts.counted', title: 'Counted reviews', part: 'counts', unit: 'reviews', value: 2, rule };
const none = { ...counted, figure: 'counts.tier.3', title: 'Reviews by tier: Tier 3', value: 0 };
const digest = 'd'.repeat(64);
const listed = { month: '2014-04', revision: 1, contentDigest: digest, figures: [counted, none] };
const answersWith = (next: string | null, view?: 'full' | 'public') => () => ({
  [api]: {
    body: {
      id: 'facing-change',
      record: { name: 'Facing Change', council: 'Borsetshire' },
      computed: { nextReport: null, nextReportDueOn: null },
    },
  },
  [`${api}/reports`]: { body: months },
  [`${api}/reports/2014-04`]: { body: { content: made.content, publication, rowsAtMost: everyRow, view } },
  [`${api}/reports/2014-04/figures`]: { body: listed },
  [`${api}/reports/2014-04/revisions/1`]: { body: { content: made.content, publication, rowsAtMost: everyRow } },
  [`${api}/reports/2014-04/revisions/1/lines`]: { body: { month: '2014-04', revision: 1, lines: made.lines, next } },
  [`${api}/report-runs/2014-04-r2`]: { body: { askedBy: 'olive-office' } },
  '/directory': { body: { items: [{ id: 'olive-office', name: 'Olive Office' }] } },
  [`${api}/reports/2014-04/lines`]: { body: { month: '2014-04', revision: 1, lines: made.lines, next } },
});
const pages = '/pages/programmes/facing-change/reports';
const screens = screensBefore(answersWith(null), ['board']);

describe('the page of a report', () => {
  it('has what a board reads of the document, without a second title, frame, script or style', async () => {
    const page = await screens.opened(`${pages}/2014-04`);
    const body = String(page.body);
    expect(page.title).toBe('Board report for April 2014');
    expect(body).toContain('What must we decide?');
    expect(body).toContain(`<li id="findings"><a href="${pages}/2014-04/annex/findings">Findings in full</a></li>`);
    expect(body).not.toContain('<section id="findings"');
    expect(body).not.toMatch(/<h1|<main|<iframe|<script|<style|<html| style=/);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of body.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('leads to each file and to the other months', async () => {
    const body = String((await screens.opened(`${pages}/2014-04`)).body);
    for (const to of ['pdf', 'xlsx', 'csv', 'zip', 'json', 'html']
      .map((file) => `${pages}/2014-04/${file}`)
      .concat(`${pages}/2014-03`))
      expect(body).toContain(`href="${to}"`);
    expect(body).not.toContain(`href="${pages}/2014-04"`);
  });

  it('says where it shows only the first of the reviews', async () => {
    const body = String(
      (await screensBefore(answersWith('more'), ['board']).opened(`${pages}/2014-04/annex/reviews`)).body,
    );
    expect(body).toContain('are shown here');
  });

  it('leads from each of its figures that is not nought to why it is so, under the part that it stands in', async () => {
    const body = String((await screens.opened(`${pages}/2014-04/annex/counts`)).body);
    expect(body).toContain(`<a href="${pages}/2014-04/figures/counts.counted">Counted reviews: 2</a>`);
    expect(body).not.toContain('counts.tier.3');
    expect(String((await screens.opened(`${pages}/2014-04`)).body)).toContain(`href="${pages}/2014-04/figures"`);
  });

  it('lists its revisions with when each was published, who asked for it and why', async () => {
    const body = String((await screens.opened(`${pages}/2014-04/revisions/1`)).body);
    expect(body).toContain('This revision was superseded on 9 May 2014');
    expect(body).toContain(`href="${pages}/2014-04/revisions/2">Revision 2</a>`);
    expect(body).toMatch(/9 May 2014[\s\S]*Olive Office[\s\S]*The lease was wrong\./);
    expect(body).toContain(`href="${pages}/2014-04/revisions/1/xlsx"`);
  });
});

describe('a report of which something is withheld from the public', () => {
  const inView = async (view: 'full' | 'public', address: string) =>
    screensBefore(answersWith(null, view), ['board']).opened(`${pages}/${address}`);

  it('leads to the public view, which leads back and to its own files', async () => {
    expect(String((await inView('full', '2014-04')).body)).toContain(`href="${pages}/2014-04?view=public"`);
    const shown = await inView('public', '2014-04?view=public');
    expect(shown.title).toBe('Board report for April 2014, public view');
    for (const to of ['2014-04', '2014-04/pdf?view=public', '2014-04/csv?view=public', '2014-03?view=public'])
      expect(String(shown.body)).toContain(`href="${pages}/${to}"`);
  });

  it('asks the API for the public view alone where that is what the address says', async () => {
    const asked: string[] = [];
    const counting = screensBefore(answersWith(null, 'public'), ['board'], ({ path, query }) =>
      asked.push(`${path} ${query.view ?? 'unsaid'}`),
    );
    await counting.opened(`${pages}/2014-04?view=public`);
    await counting.opened(`${pages}/2014-04`);
    const report = `${api}/reports/2014-04`;
    expect(asked.filter((one) => one.startsWith(report))).toEqual(
      ['public', 'unsaid'].flatMap((view) => [
        `${report} ${view}`,
        `${report}/lines ${view}`,
        `${report}/figures ${view}`,
      ]),
    );
    expect((await counting.file(`${pages}/2014-04/pdf?view=public`)).name).toBe('2014-04?view=public.file');
  });

  it('offers no public view to whoever sees no other', async () => {
    expect(String((await inView('public', '2014-04')).body)).not.toContain('view=public');
    expect(String((await screens.opened(`${pages}/2014-04`)).body)).not.toContain('view=public');
  });
});

it.each([
  ['pdf', 'application/pdf'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['csv', 'text/csv'],
  ['zip', 'application/zip'],
  ['json', 'application/json'],
  ['html', 'text/html'],
])('the file of %s is the one that the API writes', async (format, type) => {
  const reply = await screens.file(`${pages}/2014-04/${format}`);
  const name = format === 'json' ? '2014-04?rows=all.file' : '2014-04.file';
  expect(reply).toEqual({ kind: 'file', name, type, body: btoa('file'), isBase64: true });
});

it('the list of reports has each month once, the latest first, with its latest revision', async () => {
  const body = String((await screens.opened(pages)).body);
  expect([...body.matchAll(/href="[^"]*\/reports\/([^"?]+)"/g)].map(([, month]) => month)).toEqual([
    '2014-04',
    '2014-03',
  ]);
  expect(body).toContain('published 9 May 2014 (revision 2)');
  expect(body).toContain('No quarter of a financial year is published whole yet.');
  expect(body).toContain(`${pages}/span?from=2014-03&amp;to=2014-04`);
});

it('the style of a report within a page names nothing but the report', () => {
  const style = styleWithin('.board-report');
  expect(style.startsWith('.board-report{')).toBe(true);
  expect(style).not.toMatch(/@page|:root|(?:^|[\n}])(?:html|body)[.{]/);
  expect(style.split('{').length).toBe(style.split('}').length);
});
