import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import list from '../../infra/prices.json' with { type: 'json' };
import { costPage, numberIn, rowsUnder, sessionUnitsADay } from '../support/cost-page.ts';

/*
 * infra/prices.json is the one list of AWS's prices. `dollars` is the price of `per` of `unit`; `freeAMonth` of them are not
 * charged in any month of any account. docs/cost.md states them, and the sums that follow from them.
 */

const text = (file: string): string => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
const page = costPage;
const prices = Object.values(list.prices);

it('the list says of what day, region and currency it is', () => {
  expect(list.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect([list.region, list.currency, list.tax]).toEqual(['eu-west-2', 'USD', 'without VAT']);
  for (const { dollars, per, freeAMonth, page: url } of prices) {
    expect(dollars).toBeGreaterThan(0);
    expect(per).toBeGreaterThan(0);
    expect(freeAMonth).toBeGreaterThanOrEqual(0);
    expect(url).toMatch(/^https:\/\/aws\.amazon\.com\//);
  }
});

it('the prices that docs/cost.md names are those of the list', () => {
  const named = rowsUnder('The prices').map(([name, dollars, perUnit = '', free, url, compared]) => {
    const [per, ...unit] = perUnit.split(' ');
    const freeAMonth = free === '-' ? 0 : numberIn(free);
    return {
      name,
      dollars: Number(dollars),
      per: numberIn(per),
      unit: unit.join(' '),
      freeAMonth,
      page: url,
      compared,
    };
  });
  expect(named).toEqual(prices);
});

it('the prices of the options that docs/cost.md names are those of the list, and each is a choice of docs/deploy.md', () => {
  const options = Object.values(list.options);
  const rows = rowsUnder('The prices of the options');
  expect(rows.map(([name, dollars, perUnit]) => [name, Number(dollars), perUnit])).toEqual(
    options.map(({ name, dollars, per, unit }) => [name, dollars, `${per.toLocaleString('en-GB')} ${unit}`]),
  );
  for (const { choice } of options) {
    expect(text('docs/deploy.md')).toContain(`| \`${choice}\` |`);
    expect(rowsUnder('The options').map(([of]) => of)).toContain(`\`${choice}\``);
  }
});

describe('the units of a county on docs/cost.md', () => {
  const county = { reviews: 195, people: 200, programmes: 3 };
  const workingDays = 20;
  const ofSessions = (column: 2 | 3): number =>
    workingDays * county.people * sessionUnitsADay()[column === 2 ? 'reads' : 'writes'];
  /** Units a month of every use of the first table, and of the sessions. */
  const unitsOf = (column: 2 | 3): number =>
    rowsUnder('What people do').reduce((sum, row) => {
      const [, howOften = ''] = row;
      const [once = 0, eachReview = 0] = (row[column]?.match(/[\d.]+/g) ?? []).map(Number);
      const times = numberIn(/^\d+/.exec(howOften)?.[0]);
      if (howOften.endsWith('each programme')) return sum + county.programmes * once + county.reviews * eachReview;
      return sum + once * times * (howOften.endsWith('each review') ? county.reviews : workingDays * county.people);
    }, ofSessions(column));

  it.each([
    ['writes', 3],
    ['reads', 2],
  ] as const)('of %s are those of its uses, by how often each is made, and of the sessions', (what, column) => {
    const [, howMuch = ''] =
      rowsUnder('The county, line by line').find(([name]) => name?.startsWith(`DynamoDB ${what}`)) ?? [];
    const stated = numberIn(/= ([\d,]+) units/.exec(howMuch)?.[1]);
    expect(Math.abs(stated - unitsOf(column))).toBeLessThan(2);
  });
});

describe("a county's bill on docs/cost.md", () => {
  const rows = rowsUnder('The county, line by line');
  const bill = rows.slice(0, -1).map(([name, howMuch = '', price = '', charge, charged]) => ({
    name,
    units: numberIn(/([\d,.]+)[^\d]*$/.exec(howMuch)?.[1]),
    price: Number(price.split(' ')[0]),
    list: numberIn(charge),
    charged: numberIn(charged?.split(' ')[0]),
  }));

  it.each(prices)('$name: the price of the list, times how much', ({ name, dollars, per, freeAMonth }) => {
    const line = bill.find((one) => one.name === name);
    if (line === undefined) throw new Error(`${name} is not on the bill`);
    expect(line.price).toBe(dollars);
    expect(Math.abs(line.list - (line.units / per) * dollars)).toBeLessThan(0.01);
    expect(Math.abs(line.charged - (Math.max(0, line.units - freeAMonth) / per) * dollars)).toBeLessThan(0.01);
  });

  it('adds up to its total, and the page begins with it', () => {
    const [, , , total, charged] = rows.at(-1) ?? [];
    const sum = (of: 'list' | 'charged'): number => bill.reduce((all, one) => all + one[of], 0);
    expect(Math.abs(sum('list') - numberIn(total))).toBeLessThan(0.05);
    expect(Math.abs(sum('charged') - numberIn(charged))).toBeLessThan(0.05);
    expect(page).toContain(`${numberIn(charged).toFixed(2)} for a county**`);
  });
});

it('the README says what the page says, in whole dollars', () => {
  const [, low, high] = /About ([\d.]+) to ([\d.]+) US dollars a month before VAT/.exec(page) ?? [];
  const whole = (dollars: string | undefined): number => Math.round(Number(dollars));
  expect(text('README.md')).toContain(`About ${whole(low)} to ${whole(high)} US dollars a month for a council`);
});
