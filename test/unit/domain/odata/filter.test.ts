import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, Row } from '#domain/feeds/column.ts';
import { filterOf, mostFilterCharacters } from '#domain/odata/filter.ts';
import { orderingOf, selected } from '#domain/odata/shaping.ts';

const column = (name: string, type: Column['type']): Column => ({
  name,
  type,
  title: name,
  description: '',
  nullable: true,
});
const table = {
  name: 'risks',
  columns: [
    column('key', 'text'),
    column('title', 'text'),
    column('score', 'number'),
    column('pounds', 'pounds'),
    column('isOpen', 'yes or no'),
    column('raisedOn', 'day'),
    column('recordedAt', 'instant'),
  ],
};
const lease: Row = ['a', "The lease's end", 12, 400_000, true, '2026-01-20', '2026-01-20T10:00:00.000Z'];
const roof: Row = ['b', 'Roof', 4, null, false, null, '2026-02-01T00:00:00.000Z'];

const found = (filter: string): string => {
  const test = filterOf(table, filter);
  if (test.kind === 'refused') throw new Error(test.refusal.detail);
  return [lease, roof].flatMap((row) => (test.result(row) ? [row[0]] : [])).join('');
};
const refusal = (filter: string): string => {
  const test = filterOf(table, filter);
  return test.kind === 'refused' ? test.refusal.detail : 'was read';
};

describe('a filter', () => {
  it.each([
    ["title eq 'Roof'", 'b'],
    ["title ne 'Roof'", 'a'],
    ["'Roof' eq title", 'b'],
    ["title eq 'The lease''s end'", 'a'],
    ['score gt 4', 'a'],
    ['score ge 4', 'ab'],
    ['score lt 4.5', 'b'],
    ['score le -1', ''],
    ['score eq 1.2e1', 'a'],
    ['pounds eq null', 'b'],
    ['pounds ne null', 'a'],
    ['pounds gt 0', 'a'],
    ['pounds le 0', ''],
    ['not (pounds gt 0)', 'b'],
    ['not not isOpen', 'a'],
    ['isOpen', 'a'],
    ['isOpen eq false', 'b'],
    ['raisedOn ge 2026-01-20', 'a'],
    ['raisedOn lt 2026-01-20', ''],
    ['recordedAt ge 2026-01-20T10:00:00Z', 'ab'],
    ['recordedAt eq 2026-01-20T11:00:00+01:00', 'a'],
    ["contains(title,'lease')", 'a'],
    ["contains(title, 'Lease')", ''],
    ["contains(tolower(title),'LEASE') eq false", 'ab'],
    ["contains(toupper(title),'LEASE')", 'a'],
    ["startswith(title,'Ro') or endswith(title,'end')", 'ab'],
    ["startsWith(title,'Ro') or endsWith(toLower(title),'END')", 'b'],
    ['score in (4,5)', 'b'],
    ["title in ('Roof')", 'b'],
    ["isOpen and score gt 4 or title eq 'Roof'", 'ab'],
    ["isOpen and (score gt 40 or title eq 'Roof')", ''],
    ['  isOpen  ', 'a'],
  ])('%s finds "%s"', (filter, expected) => {
    expect(found(filter)).toBe(expected);
  });

  it.each([
    ['', 'ends where a column or a value should be'],
    ['titel eq 1', 'names "titel" at character 1, which is no column of risks'],
    ['title eq 1', 'compares the column title (a text in single quotation marks) with 1 (a number)'],
    ["score eq '4'", "compares the column score (a number) with '4' (a text in single quotation marks)"],
    ['raisedOn eq 2026-01-20T00:00:00Z', 'compares the column raisedOn (a day, as 2014-04-30)'],
    ['title', 'does not say how the column title is compared at its end'],
    ['title eq', 'ends where a column or a value should be'],
    ["title eq 'open", 'has something at character 10 that is no part of a filter'],
    ['(isOpen', 'has no ")" at its end'],
    ['isOpen)', 'goes on with ")" at character 7'],
    ['isOpen score', 'goes on with "score" at character 8'],
    ['year(raisedOn) eq 2026', 'asks for year(), which is not supported'],
    ["contains(score,'4')", 'asks contains of the column score, which is no text'],
    ['score add 1 eq 5', 'does not say how the column score is compared at character 7'],
    ["title eq 'a' ; drop", 'has something at character 14'],
    ['score in ()', 'names ")" at character 11'],
    [`${'('.repeat(40)}isOpen${')'.repeat(40)}`, 'has more than 30 levels'],
    [Array.from({ length: 150 }, () => 'isOpen').join(' and or '), ''],
    [Array.from({ length: 401 }, () => 'isOpen').join(' '), 'has more than 400 parts'],
    ['x'.repeat(mostFilterCharacters + 1), `has more than ${mostFilterCharacters} characters`],
  ])('%s is refused: it %s', (filter, why) => {
    expect(refusal(filter)).toContain(why);
    expect(refusal(filter)).toContain('A filter compares columns with values by eq, ne, gt');
  });

  it('is read or refused whatever it is, and nothing else happens', () => {
    const part = fc.constantFrom(
      'title',
      'score',
      'eq',
      'gt',
      'and',
      'or',
      'not',
      '(',
      ')',
      ',',
      "'a'",
      '1',
      '2026-01-01',
      'null',
      'in',
      'contains',
      'tolower',
      'isOpen',
      '%',
      "'",
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')),
        ),
        (filter) => {
          const test = filterOf(table, filter);
          if (test.kind === 'done') for (const row of [lease, roof]) expect(typeof test.result(row)).toBe('boolean');
          else expect(test.refusal.faults).toHaveLength(1);
        },
      ),
    );
  });

  it('finds a text with any letters by itself, its quotation marks doubled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const test = filterOf(table, `title eq '${text.replaceAll("'", "''")}'`);
        expect(test.kind === 'done' && test.result(['c', text, 0, 0, false, null, ''])).toBe(true);
      }),
    );
  });
});

describe('columns and order', () => {
  it('are chosen by name, in the order of the table', () => {
    const names = (select?: string) => {
      const chosen = selected(table, select);
      return chosen.kind === 'done' ? chosen.result.map(({ name }) => name) : chosen.refusal.detail;
    };
    expect(names('score, key')).toEqual(['key', 'score']);
    expect(names('*')).toHaveLength(table.columns.length);
    expect(names()).toHaveLength(table.columns.length);
    expect(names('key,owner')).toContain('names "owner", which is no column of risks');
  });

  it.each([
    ['score', 'ba'],
    ['score desc', 'ab'],
    ['pounds', 'ba'],
    ['pounds desc', 'ab'],
    ['isOpen desc, title asc', 'ab'],
  ])('%s sorts %s, what is not recorded first', (orderby, expected) => {
    const ordering = orderingOf(table, orderby);
    if (ordering.kind === 'refused' || ordering.result === undefined) throw new Error('has no order');
    const { placeOf, compare } = ordering.result;
    const sorted = [lease, roof].toSorted((one, other) => compare(placeOf(one), placeOf(other)));
    expect(sorted.map(([key]) => key).join('')).toBe(expected);
  });

  it.each([
    ['owner', 'names "owner"'],
    ['score down', 'says "score down"'],
    ['key,key,key,key,key,key', 'names more than 5 columns'],
  ])('%s is refused: it %s', (orderby, why) => {
    const ordering = orderingOf(table, orderby);
    expect(ordering.kind === 'refused' && ordering.refusal.detail).toContain(`$orderby ${why}`);
  });
});
