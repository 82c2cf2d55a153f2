import { describe, expect, it } from 'vitest';
import { risk } from '../../../support/records.ts';
import { screensBefore } from './screen-under-test.ts';

/* Lists are sorted, filtered and paged by their address alone. */

const entry = {
  id: 'late',
  record: { ...risk, title: 'Savings are late' },
  facts: {},
  computed: {},
  version: 1,
  effectiveAt: '2026-01-01T00:00:00.000Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
  recordedBy: 'tara',
  struckOut: null,
};
const base = '/programmes/p/reviews/r';
const list = (next: string | null) => ({
  [base]: { body: { id: 'r', record: { title: 'Home care' } } },
  [`${base}/risks`]: { body: { items: [entry, { ...entry, id: 'later' }], next } },
  '/programmes/p': {
    body: { id: 'p', record: { name: 'Futures', stageModel: { kind: 'service-review' }, portfolios: [] } },
  },
  '/programmes/p/reviews': {
    body: {
      items: [
        {
          ...{ id: 'r', title: 'Home care', services: [], stage: 'identified', stageName: 'Identified' },
          ...{ lifecycle: 'active', tier: '1', portfolio: null, directorate: null, theme: null, sros: [], version: 1 },
          ratings: { sro: { rating: 'amber-red', on: '2026-10-31' }, assurance: null },
        },
      ],
      next,
    },
  },
});
const opened = async (path: string, next: string | null = null) => {
  const screens = screensBefore(() => list(next), ['transformation-team']);
  const { body } = await screens.opened(`/pages${path}`);
  return { text: String(body), asked: screens.asked };
};

describe('The list of a register', () => {
  it('asks for the worst first, and leads to each other order by a link in the head of its column', async () => {
    const { text, asked } = await opened(`${base}/risks`);
    expect(asked.find(({ path }) => path === `${base}/risks`)?.query).toEqual({
      ...{ sort: 'worst', order: 'ascending', limit: '50' },
    });
    expect(text).toContain(
      `aria-sort="none"><a class="govuk-link govuk-link--no-visited-state" href="/pages${base}/risks?sort=owner&amp;order=ascending">Owner</a>`,
    );
    expect(text).not.toContain('sort=current');
  });

  it('says how it is sorted, turns round at the same head, and keeps its filter and whose view it is', async () => {
    const { text, asked } = await opened(`${base}/risks?sort=owner&order=ascending&open=true&view=public&cursor=abc`);
    expect(asked.find(({ path }) => path === `${base}/risks`)?.query).toEqual({
      ...{ sort: 'owner', order: 'ascending', open: 'true', view: 'public', limit: '50', cursor: 'abc' },
    });
    expect(text).toMatch(
      /aria-sort="ascending"><a [^>]*href="[^"]*\?sort=owner&amp;order=descending&amp;open=true&amp;view=public">Owner</,
    );
    expect(text).toContain('<input type="hidden" name="sort" value="owner">');
    expect(text).toMatch(/<option value="true" selected>Yes<\/option>/);
    expect(text).toMatch(/<details class="govuk-details" open>.*Filter this list \(1 set\)/s);
    expect(text).toContain(`href="/pages${base}/risks?open=true&amp;view=public">Show the worst first</a>`);
  });

  it('leads to its next page as it is sorted and filtered, and from there to the first', async () => {
    const { text } = await opened(`${base}/risks?treatment=treat`, 'more');
    expect(text).toMatch(/href="[^"]*\/risks\?treatment=treat&amp;cursor=more" rel="next"/);
    expect(text).not.toContain('First page');
    const second = await opened(`${base}/risks?treatment=treat&cursor=more`);
    expect(second.text).toMatch(/href="[^"]*\/risks\?treatment=treat"><span[^>]*>First page/);
  });

  it('is filtered by what its declaration says: state or its field, whether it is open or overdue, owner, choices', async () => {
    const { text } = await opened(`${base}/risks`);
    const names = [...text.matchAll(/<(?:select|input)[^>]* name="([^"/]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(['open', 'overdue', 'owner', 'treatment', 'status']));
    expect(names).not.toContain('state');
  });
});

describe('The list of reviews', () => {
  it('has the worst rated first, with what SRO and assurance last said', async () => {
    const { text, asked } = await opened('/programmes/p/reviews');
    expect(asked.find(({ path }) => path === '/programmes/p/reviews')?.query.sort).toBe('worst');
    expect(text).toMatch(/Amber\/Red<\/strong><br><span[^>]*>31 October 2026/);
    expect(text).toContain('<td class="govuk-table__cell">Not rated</td>');
  });

  it('is filtered by whose they are, rating, stage, tier and lifecycle, under the names of the API', async () => {
    const { text, asked } = await opened(
      '/programmes/p/reviews?sro=me&rating=red&stage=identified&tier=1&lifecycle=active',
    );
    expect(asked.find(({ path }) => path === '/programmes/p/reviews')?.query).toMatchObject({
      ...{ sro: 'me', rating: 'red', stage: 'identified', tier: '1', lifecycle: 'active' },
    });
    expect(text).toContain('Filter this list (5 set)');
    expect(text).toContain('<option value="identified" selected>Identified</option>');
  });
});
