import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordTables } from '#domain/feeds/register-tables.ts';
import { wordsRows, wordsTable } from '#domain/feeds/settings-table.ts';
import { feedTables } from '#domain/feeds/tables.ts';
import { metadataXml } from '#domain/odata/metadata.ts';
import { registers } from '#registers/all.ts';
import { asJsonObject } from '#schemas/history.ts';
import { Programme } from '#schemas/programme.ts';
import { programme } from '../../../support/records.ts';

const of = (kind: string, record: object, facts: object = {}) => ({
  ...{ key: 'property.first', programme: 'tomorrow', review: 'property', id: 'first' },
  ...{
    version: 2,
    sequence: 7,
    effectiveAt: '2026-01-01T00:00:00.000Z',
    recordedAt: '2026-01-02T00:00:00.000Z',
    by: 'tara-team',
  },
  kind,
  content: { record: asJsonObject(record), facts: asJsonObject(facts) },
});
const tableNamed = (name: string) => {
  const found = recordTables.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no table ${name}`);
  return found;
};
const rows = (name: string, record: object, facts?: object) => {
  const table = tableNamed(name);
  return table
    .rowsOf(of(table.kind, record, facts))
    .map((row) => Object.fromEntries(table.columns.map((column, n) => [column.name, row[n]])));
};

describe('the tables of the feeds', () => {
  it('have names of their own, and so have their columns', () => {
    for (const names of [
      feedTables.map(({ name }) => name),
      feedTables.map(({ rowType }) => rowType),
      ...feedTables.map(({ columns }) => columns.map(({ name }) => name)),
    ])
      expect(
        names.filter((name, n) => names.indexOf(name) !== n || !/^[A-Za-z][A-Za-z0-9_]{0,127}$/.test(name)),
      ).toEqual([]);
  });

  it('keep the names and types that they were given once (docs/meaning.md FEED-3)', () => {
    const file = resolve(import.meta.dirname, '../../../../docs/reference/feed-columns.txt');
    const kept = readFileSync(file, 'utf8').trim().split('\n');
    const today = new Set(
      feedTables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name} ${column.type}`)),
    );
    expect(kept.filter((line) => !today.has(line))).toEqual([]);
    // A new one is written into the file by `npm run docs`, which takes none out.
    expect([...today].filter((line) => !kept.includes(line))).toEqual([]);
  });

  it.each(registers.map((register) => [register.kind, register] as const))(
    'have a row of the example of a %s, as wide as its table',
    (kind, register) => {
      const [table] = recordTables.filter((one) => one.kind === kind);
      expect(table?.parent).toBeUndefined();
      for (const one of recordTables.filter((it) => it.kind === kind))
        for (const row of one.rowsOf(of(kind, Object(register.example)))) expect(row).toHaveLength(one.columns.length);
      const [row] = table?.rowsOf(of(kind, Object(register.example))) ?? [];
      const title = table?.columns.findIndex(({ name }) => name === 'title') ?? -1;
      if (title >= 0) expect(row?.[title]).toBe(Reflect.get(Object(register.example), 'title'));
    },
  );

  it('say of a figure how well it is known and its ends, of one that is none nothing', () => {
    const years = [
      { year: '2026/27', plan: 400_000, forecast: { kind: 'range', low: 1, high: 2, source: 'Paper' } },
      {
        year: '2027/28',
        plan: { kind: 'over', pounds: 5 },
        forecast: { kind: 'to-be-confirmed', reason: 'No tender' },
      },
      { year: '2028/29', plan: { kind: 'about', pounds: 7 } },
    ];
    const figures = rows('savingYears', { years }).map((row) => [
      ...[row.key, row.parentKey, row.place, row.plan_kind, row.plan_low, row.plan_high, row.plan_words],
      ...[row.forecast_kind, row.forecast_low, row.forecast_high, row.forecast_source],
    ]);
    expect(figures).toEqual([
      ['property.first.1', 'property.first', 1, 'amount', 400_000, 400_000, '£400,000', 'range', 1, 2, 'Paper'],
      ['property.first.2', 'property.first', 2, 'over', 5, null, 'over £5', 'to-be-confirmed', null, null, null],
      ['property.first.3', 'property.first', 3, 'about', 7, 7, 'about £7', null, null, null, null],
    ]);
    expect(rows('savings', { years })[0]).toMatchObject({ years_count: 3, title: null, exempt_fields: null });
  });

  it('say of a date its first and last day', () => {
    const [row] = rows('contracts', {
      title: 'Grounds',
      end: { kind: 'quarter', quarter: 1, year: '2026/27' },
      start: { kind: 'not-stated' },
    });
    expect(row).toMatchObject({
      ...{
        end_kind: 'quarter',
        end_first: '2026-04-01',
        end_last: '2026-06-30',
        end_words: 'first quarter of 2026/27',
      },
      ...{ start_kind: 'not-stated', start_first: null, start_words: 'not stated', value_kind: null },
    });
  });

  it('have a row for each item of a list within a list, under its own', () => {
    const years = [
      {
        year: '2026/27',
        plan: 1,
        mtfpShares: [
          { mtfp: 'a', figure: 1 },
          { mtfp: 'b', figure: 2 },
        ],
      },
    ];
    expect(rows('savingYearsMtfpShares', { years }).map(({ key, parentKey, mtfp }) => [key, parentKey, mtfp])).toEqual([
      ['property.first.1.1', 'property.first.1', 'a'],
      ['property.first.1.2', 'property.first.1', 'b'],
    ]);
    expect(rows('reviewServices', { services: ['Estates'] })[0]).toMatchObject({ value: 'Estates', place: 1 });
  });

  it('name nobody but by the id of a person', () => {
    const sros = [{ subject: 'sam-sro', name: 'Sam Sro' }];
    expect(JSON.stringify([rows('reviewSros', { sros }), rows('reviews', { sros, lead: sros[0] })])).not.toContain(
      'Sam Sro',
    );
    expect(rows('reviewSros', { sros })[0]).toMatchObject({ subject: 'sam-sro' });
  });

  it('have the words of the settings', () => {
    const words = wordsRows('tomorrow', Programme.parse(programme));
    expect(words.length).toBeGreaterThan(0);
    for (const row of words) expect(row).toHaveLength(wordsTable.columns.length);
  });
});

describe('the metadata of the service', () => {
  const xml = metadataXml(feedTables);
  it('names every table and column once, and closes what it opens', () => {
    const open: string[] = [];
    for (const [, end, name = '', closed] of xml.matchAll(/<(\/?)([A-Za-z:]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
      if (end === '/') expect(open.pop()).toBe(name);
      else if (closed !== '/') open.push(name);
    }
    expect(open).toEqual([]);
    expect(xml.match(/<EntitySet /g)).toHaveLength(feedTables.length);
    expect(xml.match(/<Property /g)).toHaveLength(feedTables.reduce((sum, { columns }) => sum + columns.length, 0));
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });
});
