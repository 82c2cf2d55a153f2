import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/facing-change/reviews/property';
const entry = (id: string, record: object, struckOut: object | null = null) => ({
  ...{ id, record, facts: {}, computed: {}, version: 1, struckOut },
  ...{ effectiveAt: '2014-04-01T00:00:00.000Z', recordedAt: '2014-04-01T00:00:00.000Z', recordedBy: 'tara' },
});
const decision = entry('adopt', { title: 'Adopt the company', body: 'Cabinet', kind: 'key-decision' });
const figure = {
  ...{ figure: 'decisions.taken', title: 'Decisions taken', part: 'decisions', unit: 'records', value: 1 },
  rule: { id: 'REPORT-20', sentence: 'Each decision is in one report.' },
  row: {
    ...{ review: 'property', title: 'Property', register: 'decision', entry: 'adopt', entryTitle: 'Adopt the company' },
    ...{ amount: 1, how: 'included', because: null, record: `${api}/decisions/adopt` },
  },
};
const answers = () => ({
  [api]: { body: { record: { title: 'Property' } } },
  [`${api}/decisions/adopt`]: { body: decision },
  [`${api}/papers`]: {
    body: {
      items: [
        entry('report', { title: 'Report to Cabinet', decision: 'adopt' }),
        entry('other', { title: 'Another report', decision: 'other' }),
        entry(
          'gone',
          { title: 'Withdrawn report', decision: 'adopt' },
          { reason: 'Twice', at: '2014-04-02T09:00:00.000Z', by: 'tara' },
        ),
      ],
      next: null,
    },
  },
  [`${api}/delivery-models`]: {
    body: { items: [entry('company', { model: 'trust', fromOptions: ['latco'], decision: 'adopt' })], next: null },
  },
  [`${api}/options/latco`]: { body: entry('latco', { label: 'A trading company' }) },
  '/programmes/facing-change/reports/latest/figures': {
    body: { month: '2014-04', revision: 1, contentDigest: 'd'.repeat(64), figures: [figure] },
  },
});
const read = async (path: string): Promise<string> =>
  String((await screensBefore(answers, ['transformation-team']).opened(`/pages${path}`)).body);

describe('the page of an entry', () => {
  it('names the entries that name it, also in a list, and none that is struck out or names another', async () => {
    const body = await read(`${api}/decisions/adopt`);
    expect(body).toContain('Named by');
    expect(body).toContain(`<a class="govuk-link" href="/pages${api}/papers/report">Report to Cabinet</a> (paper)`);
    expect(body).toContain(`/pages${api}/delivery-models/company`);
    expect(body).not.toMatch(/Another report|Withdrawn report/);
    expect(await read(`${api}/options/latco`)).toContain(`/pages${api}/delivery-models/company`);
  });

  it('leaves to a review what a request of the programme names of it', async () => {
    const own = '/programmes/facing-change';
    const moves = [{ milestone: 'go-live', baseline: '2014-05-01' }];
    const request = (id: string, more: object) =>
      entry(id, { title: id, reason: 'Late', askedBy: 'Estates', raisedOn: '2014-03-01', ...more });
    const screens = screensBefore(
      () => ({
        [own]: { body: { record: { name: 'Facing Change' } } },
        [`${own}/milestones/go-live`]: { body: entry('go-live', { title: 'Company trades', type: 'delivery' }) },
        [`${own}/change-requests`]: {
          body: {
            items: [
              request('its-own', { milestones: moves }),
              request('of-a-review', { ofReviews: [{ review: 'property', milestones: moves }] }),
            ],
            next: null,
          },
        },
      }),
      ['transformation-team'],
    );
    const body = String((await screens.opened('/pages/programmes/facing-change/own/milestones/go-live')).body);
    expect(body).toContain('/change-requests/its-own');
    expect(body).not.toContain('/change-requests/of-a-review');
  });

  it('leads to the figures of the latest report that it is in, with what it gives', async () => {
    const body = await read(`${api}/decisions/adopt`);
    expect(body).toContain('In which figures of the board report for April 2014');
    expect(body).toContain('/pages/programmes/facing-change/reports/2014-04/figures/decisions.taken');
  });

  it('asks for the figures of that record of the latest report, and for all at once', async () => {
    const asked: { path: string; query: object }[] = [];
    const screens = screensBefore(answers, ['transformation-team'], (question) => asked.push(question));
    await screens.opened(`/pages${api}/decisions/adopt`);
    expect(asked.find(({ path }) => path.endsWith('/reports/latest/figures'))?.query).toEqual({
      ...{ review: 'property', register: 'decision', entry: 'adopt' },
    });
  });
});
