import { describe, expect, it } from 'vitest';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { type Field, fieldsOf, yearOfItems } from '#registers/fields.ts';
import { Appraisal } from '#schemas/appraisal.ts';
import { ChangeLifecycle } from '#schemas/lifecycle-change.ts';
import { RecordStageWork } from '#schemas/review.ts';
import { ProposeTransfer, RefuseTransfer, WithdrawTransfer } from '#schemas/transfer.ts';
import { html } from '#web/html.ts';
import type { Api, Question } from '#web/pages/question.ts';
import { reviewFields } from '#web/pages/reviews/review-fields.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import type { At, Page } from '#web/pages/screen.ts';
import { keepsake } from '../../../support/throw-away-register/record.ts';

const all: readonly Register[] = [...registers, keepsake];
const find = screenFinder(screensOf(all));

/** Words from right to left, which a page isolates where it shows them. */
const hebrew = ' \u05D0\u05D1';
const inTwoDirections = (value: unknown): unknown => {
  if (typeof value === 'string') return value.includes(' ') ? `${value}${hebrew}` : value;
  if (Array.isArray(value)) return value.map(inTwoDirections);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inTwoDirections(one)]))
    : value;
};

const entryOf = (register: Register) => ({
  id: register.exampleId,
  record: register.record.parse(inTwoDirections(register.example)),
  facts: {},
  computed: {},
  version: 1,
  effectiveAt: '2026-01-01T00:00:00.000Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
  recordedBy: 'tara-team',
  struckOut: null,
});

/** A change of an entry: its first field was empty before. */
const changeOf = (register: Register) => {
  const [name = '', value] = Object.entries(Object(register.example))[0] ?? [];
  return {
    sequence: 7,
    recordRef: { kind: register.kind, id: register.exampleId },
    version: 2,
    type: 'put',
    effectiveAt: '2026-01-01T00:00:00.000Z',
    recordedAt: '2026-01-02T09:30:00.000Z',
    by: 'tara',
    byName: 'Tara Team',
    reason: null,
    corrects: null,
    recordedLate: null,
    changes: [{ field: name, before: null, after: value }],
    digest: 'd',
  };
};

/** The API as far as a register's pages ask it. */
const apiOf = (sent: unknown[]): Api => ({
  ask: async ({ path, query, answer }: Question) => {
    // No report is published.
    if (path.endsWith('/reports/latest/figures')) return null;
    if (path.endsWith('/history')) {
      const of = all.find((one) => one.kind === query.kind);
      return {
        answer: answer.parse({ items: of === undefined ? [] : [changeOf(of)], next: null }),
        etag: null,
      } as never;
    }
    const register = all.find((one) => path.split('/').includes(one.path));
    const entry = register && entryOf(register);
    const body = path.endsWith(`/${register?.path}`)
      ? { items: [entry], next: null }
      : (entry ?? {
          id: 'x',
          record: { title: 'Home care', name: 'Home care', reporting: { returnsDueDay: 5 } },
          computed: { nextReport: '2026-10' },
          ...{ items: [], next: null },
        });
    return { answer: answer.parse(body), etag: '"the:version:1"' } as never;
  },
  pull: async (path, type) => ({ name: `${path.split('/').at(-1)}.file`, type, base64: btoa('file') }),
  send: async (sending) => {
    sent.push(sending);
    return { kind: 'done', body: null };
  },
});

const at = (path: string, params: Readonly<Record<string, string>>): At => ({
  path,
  params,
  query: {},
  viewer: { subject: 'tara', name: 'Tara', roles: ['transformation-team', 'programme-office', 'assurance', 'finance'] },
  now: '2026-11-28T12:00:00.000Z',
  today: '2026-11-28',
  token: 'the-token',
  keyOf: (form) => form,
  newKey: () => '0f8fad5b-d9cb-469f-a165-70867728950e',
  clock: () => '2026-11-28T12:00:00.000Z',
  pack: (text) => text,
});

const opened = async (address: string, isLed = false): Promise<Page> => {
  const { pathname: path, searchParams } = new URL(address, 'https://tracker.example');
  const found = find(path);
  if (found === undefined) throw new Error(`no screen at ${path}`);
  const reply = await found.screen.open(
    { ...at(path, found.params), query: Object.fromEntries(searchParams) },
    apiOf([]),
  );
  if (reply.kind === 'page') return reply.page;
  // A form that adds something is led to an address of its own, once.
  if (reply.kind === 'to' && !isLed) return opened(reply.path, true);
  throw new Error('no page');
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
const escaped = (text: string): string => String(html`${text}`);

const placesOf = (register: Register) =>
  register.scopes.map(
    (scope) =>
      [
        `${register.noun} of the ${scope}`,
        register,
        `/pages/programmes/p/${scope === 'review' ? 'reviews/r' : 'own'}/${register.path}`,
      ] as const,
  );

describe.each(all.flatMap(placesOf))('the pages of a %s', (_, register, base) => {
  it('list its entries under the labels of its columns', async () => {
    const text = String((await opened(base)).body);
    const shown = fieldsOf(register.record).filter(({ name }) => register.columns.includes(name));
    // Of a list of years the figures of the current one are shown (list-columns.test.ts).
    const labels = shown.filter((field) => yearOfItems(field) === undefined);
    for (const { label } of labels) expect(text).toMatch(new RegExp(`<th [^>]*>(?:<a [^>]*>)?${label}<`));
    const isNamed = register.columns.some((name) => name === 'title' || name === 'label');
    if (!isNamed)
      expect(text.toLowerCase()).toMatch(new RegExp(`<th [^>]* aria-sort="[a-z]+"><a [^>]*>${register.noun}</a>`));
    expect(text).toContain(`href="${base}/${register.exampleId}"`);
  });

  it('show an entry with every field that holds something', async () => {
    const text = String((await opened(`${base}/${register.exampleId}`)).body);
    for (const { name, label } of fieldsOf(register.record)) {
      const value: unknown = Reflect.get(Object(register.example), name);
      const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
      if (!isEmpty) expect(text).toContain(`>${label}</dt>`);
    }
  });

  it('show an entry with the words of every item of its lists', async () => {
    const text = String((await opened(`${base}/${register.exampleId}`)).body);
    const sentences = Object.values(Object(register.example))
      .filter((value) => Array.isArray(value))
      .flatMap((value) => textsIn(value).filter((one) => one.includes(' ')));
    expect(sentences.filter((one) => !text.includes(escaped(one)))).toEqual([]);
  });

  it('ask for every field by its label and hint', async () => {
    const text = String((await opened(`${base}/_new`)).body);
    for (const { name, label } of fieldsOf(register.record)) {
      expect(text).toContain(label);
      if (name !== 'exempt') expect(text).toMatch(new RegExp(`name="${name}["/]|id="${name}"`));
    }
  });

  it('say from when what is saved is true, unless it is of a month by itself', async () => {
    const forms = [
      `${register.exampleId}/_strike-out`,
      ...(register.byActOnly ? [] : ['_new', `${register.exampleId}/_change`]),
    ];
    for (const form of forms) {
      const text = String((await opened(`${base}/${form}`)).body);
      const isDated = register.kind !== 'return' || form.endsWith('_strike-out');
      expect(text.includes('name="_from" type="radio" value="2026-10-31"'), form).toBe(isDated);
    }
    expect(String((await opened(`${base}/${register.exampleId}/_correct/7`)).body)).not.toContain('name="_from"');
  });

  it('hold in their forms what is recorded, letter for letter, and isolate it where they show it', async () => {
    const shown = String((await opened(`${base}/${register.exampleId}`)).body);
    const written = textsIn(register.example).filter((one) => one.includes(' '));
    if (written.length > 0) expect(shown).toMatch(/\u2067\u05D0\u05D1\u2069/);
    if (register.byActOnly) return;
    for (const path of ['_change', '_correct/7?from=2026-01-01T00%3A00%3A00.000Z']) {
      const form = String((await opened(`${base}/${register.exampleId}/${path}`)).body);
      const held = [...form.matchAll(/ value="([^"]*)"|<textarea[^>]*>\n([^<]*)</g)].map(
        ([, one, other]) => one ?? other ?? '',
      );
      expect(held.filter((one) => /[\u2067\u2069]/.test(one))).toEqual([]);
      if (written.length > 0) expect(held.some((one) => one.endsWith(hebrew))).toBe(true);
    }
  });

  it('say who recorded what, and let what was wrong be corrected, undone or struck out', async () => {
    const here = `${base}/${register.exampleId}`;
    const history = String((await opened(`${here}/_history`)).body);
    expect(history).toContain('2 January 2026 at 9:30am, by Tara Team');
    expect(String((await opened(`${here}/_strike-out`)).body)).toContain('name="reason"');
    const correct = `${here}/_correct/7?from=2026-01-01T00%3A00%3A00.000Z`;
    expect(history).toContain(`href="${correct.replaceAll('&', '&amp;')}"`);
    expect(String((await opened(correct)).body)).toContain('name="correction-reason"');
    if (register.byActOnly) return expect(history).not.toContain('_undo');
    expect(history).toContain(`href="${here}/_undo"`);
    expect(String((await opened(`${here}/_undo`)).body)).toContain('Undo this change');
  });

  it('lead nowhere that there is no page', async () => {
    const pages = ['', `/${register.exampleId}`, `/${register.exampleId}/_history`];
    for (const path of pages) {
      const links = String((await opened(`${base}${path}`)).body).matchAll(/href="(\/pages\/[^"?]*)/g);
      for (const [, to = ''] of links) expect(find(decodeURIComponent(to)), to).toBeDefined();
    }
  });

  it('can be read as at a day and as the public sees them', async () => {
    const text = String((await opened(`${base}/${register.exampleId}?asAt=2026-01-31&view=public`)).body);
    expect(text).toContain('as at 31 January 2026, with what was corrected since, as the public sees it');
    expect(text).not.toContain('_change"');
  });
});

it('The fields of a review, its appraisal and a transfer have a label and a hint each, as those of registers have', () => {
  const unsaid = (fields: readonly Field[], at: string): readonly string[] =>
    fields.flatMap((field) => [
      ...(field.label === '' || field.hint === '' ? [`${at}${field.name}`] : []),
      ...unsaid(field.fields ?? [], `${at}${field.name}/`),
    ]);
  expect([
    ...unsaid(reviewFields, ''),
    ...unsaid(fieldsOf(ChangeLifecycle), ''),
    ...unsaid(fieldsOf(RecordStageWork), ''),
    ...unsaid(fieldsOf(Appraisal), 'appraisal/'),
    ...[ProposeTransfer, WithdrawTransfer, RefuseTransfer].flatMap((body) => unsaid(fieldsOf(body), 'transfer/')),
  ]).toEqual([]);
});
