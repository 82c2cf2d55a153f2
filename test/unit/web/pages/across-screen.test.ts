import { describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { registersAcross } from '#schemas/operations/across.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import { keepsake } from '../../../support/throw-away-register/record.ts';
import { screensBefore } from './screen-under-test.ts';

/* The lists over all reviews, from the declarations of registers (docs/meaning.md LIST-9). */

const all: readonly Register[] = [...registers, keepsake];
const find = screenFinder(screensOf(all));

const itemOf = (register: Register, given: object = {}) => ({
  ...{ review: { id: 'r', title: 'Home care', lifecycle: 'active' }, stateName: 'Open', dueOn: null, overdue: false },
  names: {},
  entry: {
    ...{
      id: register.exampleId,
      record: Object(register.example),
      facts: {},
      computed: {},
      version: 1,
      struckOut: null,
    },
    ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 'x' },
  },
  ...given,
});

const opened = async (
  register: Register,
  query: Readonly<Record<string, string>> = {},
  items: readonly object[] = [itemOf(register)],
  next: string | null = null,
) => {
  const screens = screensBefore(
    () => ({
      '/programmes/p': { body: { id: 'p', record: { name: 'Futures' } } },
      [`/programmes/p/across/${register.path}`]: { body: { items, next } },
    }),
    ['board'],
    undefined,
    find,
  );
  const page = await screens.opened(`/pages/programmes/p/${register.path}?${new URLSearchParams(query)}`);
  return { page, text: String(page.body), asked: screens.asked.find((one) => one.path.includes('/across/')) };
};

const risk = registers.find(({ kind }) => kind === 'risk') as Register;

describe.each([...registersAcross, keepsake].map((register) => [register.path, register as Register] as const))(
  'The %s of all reviews',
  (_, register) => {
    it('are linked to each entry and its review, what matters most first', async () => {
      const { page, text, asked } = await opened(register);
      expect(page.crumbs.map(({ text: crumb }) => crumb)).toEqual(['Programmes', 'Futures']);
      expect(asked).toMatchObject({
        path: `/programmes/p/across/${register.path}`,
        query: { sort: 'worst', order: 'ascending', limit: '50' },
      });
      const to = `/pages/programmes/p/reviews/r/${register.path}/${register.exampleId}`;
      expect(text).toContain(`href="${to}"`);
      expect(text).toContain('href="/pages/programmes/p/reviews/r">Home care</a>');
      for (const [, link = ''] of text.matchAll(/href="(\/pages\/[^"?]*)/g)) expect(find(link), link).toBeDefined();
    });

    it('ask the API for nothing that it would refuse', async () => {
      const { text } = await opened(register);
      const operation = registersAcross.find(({ kind }) => kind === register.kind);
      const names = [...text.matchAll(/<(?:select|input)[^>]* name="([^"]+)"/g)].map(([, name = '']) => name);
      const sorts = [...text.matchAll(/[?&;]sort=([a-z]+)/g)].map(([, sort = '']) => sort);
      expect(names).toContain('mine');
      expect(sorts.length).toBeGreaterThan(2);
      if (operation === undefined) return;
      const { listAcrossOperations } = await import('#schemas/operations/across.ts');
      const { query } = listAcrossOperations.find((one) => one.register.kind === register.kind) ?? { query: undefined };
      expect(names.filter((name) => !(name in (query?.shape ?? {})))).toEqual([]);
      for (const sort of sorts) expect(query?.safeParse({ sort }).success, sort).toBe(true);
    });
  },
);

describe('The risks of all reviews', () => {
  it('say what is due and overdue, and which are of the programme itself', async () => {
    const { text } = await opened(risk, {}, [
      itemOf(risk, { dueOn: '2026-11-10', overdue: true }),
      itemOf(risk, { review: null }),
    ]);
    expect(text).toContain('10 November 2026');
    expect(text).toContain('Overdue');
    expect(text).toContain(`href="/pages/programmes/p/own/risks/${risk.exampleId}"`);
    expect(text).toContain('The programme itself');
  });

  it('are asked for as the address says, and paged by its cursor', async () => {
    const query = {
      open: 'true',
      mine: 'true',
      sort: 'due',
      order: 'descending',
      changedSince: '2026-11-21',
      cursor: 'c',
    };
    const { text, asked } = await opened(risk, query, [itemOf(risk)], 'more');
    expect(asked?.query).toMatchObject(query);
    expect(text).toContain('cursor=more');
    expect(text).toContain('Filter this list (3 set)');
    expect(text).toContain('Show the worst first');
    expect(text).toMatch(/aria-sort="descending"><a [^>]*>Due</);
    expect((await opened(risk, { open: 'true' }, [])).text).toContain('There are no risks like that.');
  });
});
