import { billOf, type Council, councils, counted, county, totalOf, workOf } from './month.ts';
import {
  busiestHour,
  type Load,
  loads,
  newTableLimits,
  partitionLimits,
  reportDay,
  rollUpOf,
  wholeTable,
} from './partitions.ts';
import { type Price, prices, region } from './prices.ts';
import { changes, questions, rollUp } from './uses.ts';

/* The tables of docs/cost.md, made from the figures beside this file. */

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map((_, n) => (n === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const dollars = (value: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
const percent = (share: number): string => (share > 0 && share < 0.001 ? 'under 0.1%' : `${(share * 100).toFixed(1)}%`);
const times = [1, 50, 400] as const;

const usesTable = (): string =>
  table(
    ['use', 'how often', 'read units', 'write units'],
    [
      ...changes.map((use) => [
        use.what,
        `${use.eachReviewAMonth} a month for each review`,
        use.readUnits,
        use.writeUnits,
      ]),
      ...questions.map((use) => [use.what, `${use.eachPersonADay} a working day for each person`, use.readUnits, 0]),
      [
        'a report is made',
        'once a month for each programme',
        `${rollUp.readUnits.once} + ${rollUp.readUnits.eachReview} for each review`,
        `${rollUp.writeUnits.once} + ${rollUp.writeUnits.eachReview} for each review`,
      ],
    ].map((row) => row.map(String)),
  );

const councilRow = (name: string, of: (council: Council) => string): readonly string[] => [name, ...councils.map(of)];

const largestOf = (council: Council): string => {
  const bill = [...billOf(council, 1)].sort((a, b) => b.charged - a.charged);
  const [first] = bill;
  return first === undefined ? '' : `${first.price.what}, ${dollars(first.charged)}`;
};

const councilsTable = (): string =>
  table(
    ['', ...councils.map(({ name }) => name)],
    [
      councilRow('reviews', (one) => counted(one.reviews)),
      councilRow('programmes', (one) => counted(one.programmes)),
      councilRow('people', (one) => counted(one.people)),
      councilRow('years of record kept', (one) => counted(one.yearsKept)),
      councilRow('changes a month', (one) => counted(workOf(one, 1).changed)),
      councilRow('questions a month', (one) => counted(workOf(one, 1).asked)),
      councilRow('pages and scripts a month', (one) => counted(workOf(one, 1).pages)),
      councilRow('**requests a month**', (one) => `**${counted(workOf(one, 1).requests)}**`),
      councilRow('list, no allowance', (one) => dollars(totalOf(billOf(one, 1)).list)),
      councilRow('after allowances', (one) => `**${dollars(totalOf(billOf(one, 1)).charged)}**`),
      councilRow('a year, after allowances', (one) => counted(Math.round(totalOf(billOf(one, 1)).charged * 12))),
      councilRow('largest item after allowances', largestOf),
    ],
  );

const priceWords = (price: Price): string =>
  price.per === 1 ? `${price.dollars} for 1 ${price.unit}` : `${price.dollars} a million`;

const countyTable = (): string => {
  const bill = billOf(county, 1);
  const total = totalOf(bill);
  return table(
    ['what', 'how much', 'price', 'list', 'after allowances'],
    [
      ...bill.map((line) => [
        line.price.what,
        line.howMuch,
        priceWords(line.price),
        dollars(line.list),
        line.price.free === 0 ? dollars(line.charged) : `${dollars(line.charged)} (${counted(line.price.free)} free)`,
      ]),
      ['**together**', '', '', `**${dollars(total.list)}**`, `**${dollars(total.charged)}**`],
    ],
  );
};

const manyTable = (): string => {
  const bills = times.map((n) => billOf(county, n));
  const works = times.map((n) => workOf(county, n));
  const totals = bills.map(totalOf);
  const [one = []] = bills;
  return table(
    ['a month', ...times.map((n) => `${n} ${n === 1 ? 'council' : 'councils'}`)],
    [
      ['reviews', ...works.map((work) => counted(work.reviews))],
      ['people', ...works.map((work) => counted(work.people))],
      ['requests', ...works.map((work) => counted(work.requests))],
      ['write units', ...works.map((work) => counted(Math.ceil(work.writeUnits)))],
      ['read units', ...works.map((work) => counted(Math.ceil(work.readUnits)))],
      ['stored, GB', ...works.map((work) => counted(work.storedGb))],
      ...one.map((line, n) => [line.price.what, ...bills.map((bill) => dollars(bill[n]?.charged ?? 0))]),
      ['list, no allowance', ...totals.map((total) => dollars(total.list))],
      ['**after allowances**', ...totals.map((total) => `**${dollars(total.charged)}**`)],
      ['for each council', ...totals.map((total, n) => dollars(total.charged / (times[n] ?? 1)))],
      [
        'for each, with Entra ID in place of Cognito',
        ...bills.map((bill, n) =>
          dollars(totalOf(bill.filter(({ price }) => price !== prices.signIn)).charged / (times[n] ?? 1)),
        ),
      ],
    ],
  );
};

const pricesTable = (): string =>
  table(
    [`price in ${region}`, 'dollars', 'for', 'free a month', 'to be checked on', 'what could be read beside it'],
    Object.values(prices).map((price) => [
      price.what,
      String(price.dollars),
      `${counted(price.per)} ${price.unit}`,
      price.free === 0 ? '-' : counted(price.free),
      price.page,
      price.besides,
    ]),
  );

const loadRow = (load: Load): readonly string[] => [
  `\`${load.pattern}\``,
  load.holds,
  load.readUnits === 0 && load.writeUnits === 0 ? '-' : load.readUnits.toFixed(1),
  load.readUnits === 0 && load.writeUnits === 0 ? '-' : load.writeUnits.toFixed(1),
  load.readUnits + load.writeUnits === 0 ? 'each its own partition' : percent(load.share),
];

const partitionsTable = (): string =>
  table(
    ['key', 'what stands there', 'read units a second', 'write units a second', 'of one partition'],
    loads().map(loadRow),
  );

const hottest = (): string => {
  const [first] = loads();
  if (first === undefined) return '';
  return [
    `**The hottest key is \`${first.pattern}\`** (${first.holds}): ${percent(first.share)} of one partition in the busiest`,
    `second (${busiestHour.timesAverage} times the hour's average) of a council whose ${county.people} people all work in one programme of`,
    `${county.reviews} reviews, change each review ${busiestHour.changesEachReview} times and ask ${busiestHour.questionsEachPerson} questions each within that hour. It would take`,
    `${Math.floor(1 / first.share)} such seconds at once to reach the limit of ${counted(partitionLimits.readUnits)} read or ${counted(partitionLimits.writeUnits)} write units.`,
    'Every key begins with the organisation, so 50 or 400 councils have 50 or 400 such partitions, each as warm as one.',
  ].join('\n');
};

const wholeTableTable = (): string =>
  table(
    [
      'the same busiest hour for',
      'requests a second',
      'read units a second',
      'write units a second',
      'of what a new table takes at once',
    ],
    times.map((n) => {
      const load = wholeTable(n);
      return [
        `${n} ${n === 1 ? 'council' : 'councils'}`,
        load.requests.toFixed(1),
        counted(Math.ceil(load.readUnits)),
        counted(Math.ceil(load.writeUnits)),
        `${percent(load.share)} of ${counted(newTableLimits.readUnits)} / ${counted(newTableLimits.writeUnits)}`,
      ];
    }),
  );

const rollUpTable = (): string =>
  table(
    ['roll-up of', 'read units', 'write units', 'pages of positions', 'would reach the limit if a page took less than'],
    [65, 200, 10_000].map((reviews) => {
      const load = rollUpOf(reviews);
      return [
        `${counted(reviews)} reviews`,
        counted(load.readUnits),
        counted(load.writeUnits),
        counted(load.pages),
        load.pages === 1 ? 'one page only' : `${load.limitMillisecondsAPage.toFixed(0)} ms`,
      ];
    }),
  );

const dueTable = (): string =>
  table(
    [
      'report day, 06:00',
      'reports due',
      'most in one of four shards',
      'read units of the sweep',
      'write units a second to the index',
      'all reported after',
    ],
    times.map((n) => {
      const day = reportDay(n, 10);
      return [
        `${n} ${n === 1 ? 'council' : 'councils'}`,
        counted(day.reports),
        counted(day.mostInAShard),
        counted(day.readUnits),
        day.writesASecond.toFixed(1),
        `${counted(Math.max(1, Math.ceil(day.minutes)))} min`,
      ];
    }),
  );

const headline = (): string => {
  const [small, middle, large] = councils.map((council) => totalOf(billOf(council, 1)));
  if (small === undefined || middle === undefined || large === undefined) return '';
  const [, , many] = times.map((n) => totalOf(billOf(county, n)).charged / n);
  return [
    `**About ${dollars(small.charged)} to ${dollars(large.charged)} US dollars a month before VAT, ${dollars(middle.charged)} for a county**, once the free allowances that do`,
    `not end are taken off; ${dollars(small.list)} to ${dollars(large.list)} without any of them. 400 councils in one deployment: ${dollars(many ?? 0)} each.`,
    'Nothing costs more because nobody uses it: there is no server that waits.',
  ].join('\n');
};

const parts: Readonly<Record<string, () => string>> = {
  headline,
  uses: usesTable,
  councils: councilsTable,
  county: countyTable,
  many: manyTable,
  prices: pricesTable,
  hottest,
  partitions: partitionsTable,
  'whole-table': wholeTableTable,
  'roll-up': rollUpTable,
  due: dueTable,
};

/**
 * The page with its tables made anew.
 *
 * @throws where it has lost the markers of one of them.
 */
export const costPage = (now: string): string =>
  Object.entries(parts).reduce((page, [name, make]) => {
    const [begins, ends] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const [from, to] = [page.indexOf(begins), page.indexOf(ends)];
    if (from === -1 || to < from) throw new Error(`docs/cost.md has lost ${begins} or ${ends}`);
    return `${page.slice(0, from + begins.length)}\n${make()}\n${page.slice(to)}`;
  }, now);
