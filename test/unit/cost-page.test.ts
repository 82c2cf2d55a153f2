import { describe, expect, it } from 'vitest';
import { routes } from '#schemas/routes.ts';
import list from '../../infra/prices.json' with { type: 'json' };
import { costPage, numberIn, rowsUnder, sessionUnitsADay } from '../support/cost-page.ts';

/*
 * The sums of docs/cost.md for councils of other sizes than the county's, worked out again from its uses, its suppositions and the prices.
 */

interface Council {
  readonly reviews: number;
  readonly programmes: number;
  readonly people: number;
  readonly years: number;
  /** How many of them there are in one deployment. */
  readonly times?: number;
}
const workingDays = 20;
const prices: Readonly<
  Record<string, { readonly dollars: number; readonly per: number; readonly freeAMonth: number }>
> = Object.fromEntries(Object.values(list.prices).map((one) => [one.name, one]));

/** Of each use of the first table: how often, and its units. */
const uses = rowsUnder('What people do').map(([, howOften = '', reads, writes]) => ({
  times: numberIn(/^\d+/.exec(howOften)?.[0]),
  of: /each (review|person|programme)$/.exec(howOften)?.[1] ?? '',
  reads: (reads?.match(/[\d.]+/g) ?? []).map(Number),
  writes: (writes?.match(/[\d.]+/g) ?? []).map(Number),
}));
const changesOfReview = uses.filter(({ of }) => of === 'review').reduce((sum, { times }) => sum + times, 0);
const questionsOfPerson = uses.filter(({ of }) => of === 'person').reduce((sum, { times }) => sum + times, 0);
/** Units of all changes of a review in a month, of all questions of a person in a day, and of a report. */
const unitsOf = (column: 'reads' | 'writes', of: string): number =>
  uses.filter((one) => one.of === of).reduce((sum, one) => sum + one.times * (one[column][0] ?? 0), 0);
const ofReport = (column: 'reads' | 'writes', reviews: number): number => {
  const [once = 0, each = 0] = uses.find(({ of }) => of === 'programme')?.[column] ?? [];
  return once + each * reviews;
};

const numberOf = (pattern: RegExp): number => numberIn(pattern.exec(costPage)?.[1]);
const eventBytes = numberOf(/A change leaves (\d+) bytes/);
const pagesADay = numberOf(/each person also loads (\d+) pages/);
const peoplesPagesADay = numberOf(/opens (\d+) of the pages for people/);
const [aRequest, aPage, aPeoplesPage, aReport] = [
  numberOf(/a request runs for (\d+) ms/) / 1_000,
  (numberOf(/a page for (\d+) ms in 0\.5 GB/) / 1_000) * 0.5,
  numberOf(/a page for people for (\d+) ms in 1 GB/) / 1_000,
  numberOf(/report for (\d+) s in/) * numberOf(/report for \d+ s in ([\d.]+) GB/),
];
const counted = (what: string): number =>
  numberIn(rowsUnder('The county, line by line').find(([name]) => name === what)?.[1]);
const monthSeconds = 30 * 86_400;
/** Functions that are traced one a second, and one in twenty of the rest. */
const traced = 5;

const amountsOf = ({ reviews, programmes, people, years, times = 1 }: Council) => {
  const changes = times * reviews * changesOfReview;
  const questions = times * people * workingDays * questionsOfPerson;
  const pages = times * people * workingDays * pagesADay;
  const peoplesPages = times * people * workingDays * peoplesPagesADay;
  const requests = changes + questions + pages + peoplesPages;
  const units = (column: 'reads' | 'writes'): number =>
    times *
    (reviews * unitsOf(column, 'review') +
      people * workingDays * unitsOf(column, 'person') +
      people * workingDays * sessionUnitsADay()[column] +
      programmes * ofReport(column, 0) +
      (ofReport(column, reviews) - ofReport(column, 0)));
  const gigabytes = (changes * 12 * years * eventBytes * 1.5) / 1e9;
  const logs = (requests * 2_000) / 1e9;
  const everySecond = Math.min(requests, traced * monthSeconds);
  return {
    changes,
    questions,
    pages,
    peoplesPages,
    requests,
    units: { reads: units('reads'), writes: units('writes') },
    gigabytes,
    bill: {
      'DynamoDB writes, on demand': units('writes'),
      'DynamoDB reads, on demand': units('reads'),
      'DynamoDB storage': gigabytes,
      "point-in-time recovery, by the table's size": gigabytes,
      'Lambda time, arm64':
        (changes + questions) * aRequest + pages * aPage + peoplesPages * aPeoplesPage + times * programmes * aReport,
      'Lambda calls': requests,
      'HTTP API': requests,
      'EventBridge Scheduler': counted('EventBridge Scheduler'),
      SQS: 5 * 3 * 60 * 24 * 30,
      'CloudWatch logs taken in': logs,
      'logs kept three months, compressed to a seventh': (logs * 3) / 7,
      'CloudWatch alarms': counted('CloudWatch alarms'),
      'CloudWatch composite alarm': counted('CloudWatch composite alarm'),
      'CloudWatch metrics of our own': counted('CloudWatch metrics of our own'),
      'CloudWatch dashboard': counted('CloudWatch dashboard'),
      'X-Ray traces': everySecond + (requests - everySecond) / 20,
      'KMS, the key of alarms and logs': 1,
      'Secrets Manager, the key of the sessions': 1,
      'Secrets Manager, requests': 2 * 12 * 24 * 30,
      'Cognito, Essentials': times * people,
      'data sent to the readers': (requests * 20_000) / 1e9,
    },
  };
};

const dollarsOf = (name: string, amount: number, isFree: boolean): number => {
  const price = prices[name];
  if (price === undefined) throw new Error(`${name} has no price`);
  return (Math.max(0, amount - (isFree ? price.freeAMonth : 0)) / price.per) * price.dollars;
};
const chargesOf = (council: Council, isFree: boolean): readonly (readonly [string, number])[] =>
  Object.entries(amountsOf(council).bill).map(([name, amount]) => [name, dollarsOf(name, amount, isFree)]);
const totalOf = (council: Council, isFree: boolean): number =>
  chargesOf(council, isFree).reduce((sum, [, dollars]) => sum + dollars, 0);

const cell = (rows: readonly (readonly string[])[], what: string, column: number): string => {
  const row = rows.find(([name]) => name?.replaceAll('*', '') === what);
  if (row === undefined) throw new Error(`no row ${what}`);
  return row[column] ?? '';
};
const county: Council = { reviews: 195, programmes: 3, people: 200, years: 5 };

describe('Three councils', () => {
  const rows = rowsUnder('Three councils');
  const sizes = [1, 2, 3].map((column) => ({
    column,
    council: {
      reviews: numberIn(cell(rows, 'reviews', column)),
      programmes: numberIn(cell(rows, 'programmes', column)),
      people: numberIn(cell(rows, 'people', column)),
      years: numberIn(cell(rows, 'years of record kept', column)),
    },
  }));

  it.each(sizes)('column $column is worked out of what people do', ({ column, council }) => {
    const { changes, questions, pages, peoplesPages, requests } = amountsOf(council);
    const of = (what: string): number => numberIn(cell(rows, what, column));
    expect([
      of('changes a month'),
      of('questions a month'),
      of('pages and scripts a month'),
      of('pages for people a month'),
      of('requests a month'),
    ]).toEqual([changes, questions, pages, peoplesPages, requests]);
    expect(of('list, no allowance')).toBeCloseTo(totalOf(council, false), 2);
    expect(of('after allowances')).toBeCloseTo(totalOf(council, true), 2);
    expect(Math.abs(of('a year, after allowances') - 12 * totalOf(council, true))).toBeLessThan(1);
    const [largest, dollars] = chargesOf(council, true).toSorted((one, other) => other[1] - one[1])[0] ?? ['', 0];
    expect(cell(rows, 'largest item after allowances', column)).toBe(`${largest}, ${dollars.toFixed(2)}`);
  });

  it('the page begins with the least, the most and the county', () => {
    const [least, , most] = sizes.map(({ council }) => council);
    if (least === undefined || most === undefined) throw new Error('three councils');
    const whole = (isFree: boolean): string => [least, most].map((one) => totalOf(one, isFree).toFixed(2)).join(' to ');
    expect(costPage).toContain(`**About ${whole(true)} US dollars a month`);
    expect(costPage).toContain(`; ${whole(false)} without any of them`);
  });
});

describe.each([
  [1, 1],
  [50, 2],
  [400, 3],
])('%i councils in one deployment', (times, column) => {
  const rows = rowsUnder('One, 50 and 400 councils');
  const councils = { ...county, times };

  it('are worked out as one is', () => {
    const { requests, units, gigabytes } = amountsOf(councils);
    const of = (what: string): number => numberIn(cell(rows, what, column));
    expect(of('requests')).toBe(requests);
    expect(Math.abs(of('write units') - units.writes)).toBeLessThan(1);
    expect(Math.abs(of('read units') - units.reads)).toBeLessThan(1);
    expect(of('stored, GB')).toBeCloseTo(gigabytes, 1);
    const charged = chargesOf(councils, true);
    expect(charged.map(([name]) => [name, of(name)])).toEqual(
      charged.map(([name, dollars]) => [name, expect.closeTo(dollars, 2)]),
    );
    expect(of('list, no allowance')).toBeCloseTo(totalOf(councils, false), 2);
    expect(of('after allowances')).toBeCloseTo(totalOf(councils, true), 2);
    expect(of('for each council')).toBeCloseTo(totalOf(councils, true) / times, 2);
    const withoutSignIn =
      totalOf(councils, true) -
      dollarsOf('Cognito, Essentials', times * county.people, true) -
      3 * (prices['CloudWatch alarms']?.dollars ?? 0);
    expect(of('for each, with Entra ID in place of Cognito')).toBeCloseTo(withoutSignIn / times, 2);
  });
});

describe('Whether the keys hold', () => {
  const rows = rowsUnder('Whether the keys hold');
  const hour = { changes: county.reviews * 8, questions: county.people * 40 };
  const perChange = (column: 'reads' | 'writes') => unitsOf(column, 'review') / changesOfReview;
  const anHour = (column: 'reads' | 'writes') =>
    hour.changes * perChange(column) + (hour.questions * unitsOf(column, 'person')) / questionsOfPerson;

  it.each([1, 50, 400])('the busiest hour of %i councils is that of their changes and questions', (times) => {
    const name = `${times} council${times === 1 ? '' : 's'}`;
    const row = rows.find(([first, , third, fourth]) => first === name && /[\d,]+/.test(third ?? '') && fourth !== '');
    const [, requests, reads, writes, share] = row ?? [];
    const second = (amount: number): number => (times * amount) / 3_600;
    expect(Math.abs(numberIn(requests) - second(hour.changes + hour.questions))).toBeLessThan(0.1);
    expect(Math.abs(numberIn(reads) - second(anHour('reads')))).toBeLessThan(1);
    expect(Math.abs(numberIn(writes) - second(anHour('writes')))).toBeLessThan(1);
    expect(Math.abs(Number.parseFloat(share ?? '') - second(anHour('writes')) / 40)).toBeLessThan(0.1);
  });

  it('the hottest partition takes no less than what all changes write besides the heads of reviews', () => {
    const writesOf = (what: RegExp): number => numberIn(rows.find(([, one = '']) => what.test(one))?.[3]);
    const busiest = (10 * hour.changes * perChange('writes')) / 3_600;
    expect(writesOf(/a part for each register/) + writesOf(/each review's head/)).toBeGreaterThanOrEqual(busiest);
  });

  it.each([65, 200, 10_000])('a roll-up of %i reviews reads and writes what a report does', (reviews) => {
    const [, reads, writes] = rows.find(([first]) => first === `${reviews.toLocaleString('en-GB')} reviews`) ?? [];
    expect(Math.abs(numberIn(reads) - ofReport('reads', reviews))).toBeLessThan(1);
    expect(Math.abs(numberIn(writes) - ofReport('writes', reviews))).toBeLessThan(1);
  });
});

it('somebody who asks on all routes at once is let through once for each of them', () => {
  const [, stated, times, dollars] =
    /Then some (\d+) routes let (\d+) times as much through: some ([\d,]+) dollars/.exec(costPage) ?? [];
  const [, aDay] = /for the data: about (\d+) dollars\./.exec(costPage) ?? [];
  expect(times).toBe(stated);
  // Whatever else is asked, and is nowhere, is one route more.
  expect(Math.abs(numberIn(stated) / (routes.length + 1) - 1)).toBeLessThan(0.1);
  expect(Math.abs(numberIn(dollars) / (numberIn(stated) * numberIn(aDay)) - 1)).toBeLessThan(0.1);
});
