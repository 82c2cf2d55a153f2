import { describe, expect, it } from 'vitest';
import { listActionsAcrossOperation } from '#schemas/operations/actions-across.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import { screensBefore } from './screen-under-test.ts';

/* The actions of risks and issues over all reviews (docs/meaning.md LIST-10). */

const find = screenFinder(screensOf());
const path = '/pages/programmes/p/actions';

const item = (given: object = {}) => ({
  ...{ review: { id: 'r', title: 'Home care', lifecycle: 'active' }, kind: 'risk', id: 'tender' },
  ...{ entry: { id: 'late', title: 'Savings are late' }, what: 'Go to tender', owner: 'Estates' },
  ...{ dueOn: '2026-11-10', status: 'open', open: true, overdue: true },
  ...given,
});

const opened = async (
  items: readonly object[],
  query: Readonly<Record<string, string>> = {},
  next: string | null = null,
) => {
  const screens = screensBefore(
    () => ({
      '/programmes/p': { body: { record: { name: 'Futures' } } },
      '/programmes/p/across/actions': { body: { items, next } },
    }),
    ['board'],
  );
  const page = await screens.opened(`${path}?${new URLSearchParams(query)}`);
  return { page, text: String(page.body), asked: screens.asked.find((one) => one.path.includes('/across/')) };
};

describe('The actions of all reviews', () => {
  it('each lead to their risk or issue and its review, and say what is overdue', async () => {
    const { page, text, asked } = await opened([
      item(),
      item({ review: null, kind: 'issue', entry: { id: 'roof', title: 'A roof leaks' }, dueOn: null, overdue: false }),
    ]);
    expect(page.crumbs.map(({ text: crumb }) => crumb)).toEqual(['Programmes', 'Futures']);
    expect(asked).toMatchObject({ path: '/programmes/p/across/actions', query: { limit: '50' } });
    expect(text).toContain('href="/pages/programmes/p/reviews/r/risks/late">Risk: Savings are late</a>');
    expect(text).toContain('href="/pages/programmes/p/own/issues/roof">Issue: A roof leaks</a>');
    expect(text).toContain('href="/pages/programmes/p/reviews/r">Home care</a>');
    expect(text).toContain('The programme itself');
    expect(text).toContain('10 November 2026');
    expect(text).toMatch(/>Open<.td>/);
    expect(text.match(/<strong class="govuk-tag[^"]*">Overdue</g)).toHaveLength(1);
    for (const [, link = ''] of text.matchAll(/href="(\/pages\/[^"?]*)/g)) expect(find(link), link).toBeDefined();
  });

  it('are asked for as the address says, and for nothing that the API would refuse', async () => {
    const query = { open: 'true', mine: 'true', owner: 'Estates', changedSince: '2026-11-21', cursor: 'c' };
    const { text, asked } = await opened([item()], query, 'more');
    expect(asked?.query).toEqual({ ...query, limit: '50' });
    expect(text).toContain('cursor=more');
    expect(text).toContain('Filter this list (4 set)');
    const names = [...text.matchAll(/<(?:select|input)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name);
    expect(names.toSorted()).toEqual(['changedSince', 'lifecycle', 'mine', 'open', 'overdue', 'owner']);
    expect(names.filter((name) => !(name in listActionsAcrossOperation.query.shape))).toEqual([]);
  });

  it('say that there are none, and where others may be', async () => {
    expect((await opened([])).text).toContain('There are no actions yet.');
    expect((await opened([], { overdue: 'true' })).text).toContain('There are no actions like that. Clear');
    expect((await opened([], { overdue: 'true' }, 'c')).text).toContain('no actions like that on this page');
  });
});
