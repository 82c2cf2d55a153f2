import { type Price, prices } from './prices.ts';
import { bytesLeftByAChange, changes, questions, rollUp } from './uses.ts';

/** A council that uses the tracker, with a month's work as bench/cost/uses.ts says. */
export interface Council {
  readonly name: string;
  readonly reviews: number;
  readonly programmes: number;
  readonly people: number;
  readonly yearsKept: number;
}

export const councils: readonly [Council, Council, Council] = [
  { name: 'a first programme', reviews: 12, programmes: 1, people: 30, yearsKept: 1 },
  { name: 'a county', reviews: 195, programmes: 3, people: 200, yearsKept: 5 },
  { name: 'a very large programme', reviews: 2_000, programmes: 10, people: 1_000, yearsKept: 5 },
];

/** The council that is counted 1, 50 and 400 times, and that bench/load.ts plays. */
export const county = councils[1];

const workingDays = 20;
/** Pages and scripts of the browser, for each person on a working day. */
const pagesAPersonADay = 4;

/** Suppositions that nothing here can measure, each on the high side. */
export const supposed = {
  requestSeconds: 0.08,
  requestGb: 1,
  pageSeconds: 0.02,
  pageGb: 0.5,
  reportSeconds: 10,
  reportGb: 1.73,
  dailyCallSeconds: 0.3,
  logBytesARequest: 2_000,
  sentBytesARequest: 20_000,
  alarmMetrics: 15,
} as const;

const gb = 1_000_000_000;
const days = 31;
const secondsAMonth = 30 * 86_400;
/** Lambda asks an empty queue by five long polls of twenty seconds at once. */
const pollsAMonth = 5 * 3 * 60 * 24 * 30;
/** What DynamoDB counts for each item besides its attributes. */
const bytesAnItemBesides = 100;
/** Records, positions, reports and what waits to expire, beside each byte of history. */
const besideHistory = 1.5;
/** Traced: the first request of each second of each of the four functions, and one in twenty of the rest. */
const tracedAtOnce = 4 * secondsAMonth;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const changesAReview = sum(changes.map((one) => one.eachReviewAMonth));
const questionsAPerson = sum(questions.map((one) => one.eachPersonADay)) * workingDays;

/** What so many councils like this one do in a month. */
export const workOf = (council: Council, times: number) => {
  const reviews = council.reviews * times;
  const people = council.people * times;
  const reports = council.programmes * times;
  const perReview = (units: 'readUnits' | 'writeUnits'): number =>
    sum(changes.map((one) => one.eachReviewAMonth * one[units]));
  const perPerson = sum(questions.map((one) => one.eachPersonADay * one.readUnits)) * workingDays;
  const reportUnits = (units: 'readUnits' | 'writeUnits'): number =>
    Math.ceil(reports * rollUp[units].once + reviews * rollUp[units].eachReview);
  const changed = reviews * changesAReview;
  const asked = people * questionsAPerson;
  const pages = people * workingDays * pagesAPersonADay;
  return {
    reviews,
    people,
    reports,
    changed,
    asked,
    pages,
    requests: changed + asked + pages,
    writeUnits: reviews * perReview('writeUnits') + reportUnits('writeUnits'),
    readUnits: reviews * perReview('readUnits') + people * perPerson + reportUnits('readUnits'),
    unitsAChange: perReview('writeUnits') / changesAReview,
    storedGb: (changed * 12 * council.yearsKept * (bytesLeftByAChange + bytesAnItemBesides) * besideHistory) / gb,
  };
};

export interface Line {
  readonly price: Price;
  readonly units: number;
  /** The arithmetic in words. */
  readonly howMuch: string;
  /** Dollars a month without any allowance, and after them. */
  readonly list: number;
  readonly charged: number;
}

const inWords = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
export const counted = (value: number): string => inWords.format(value);

const line = (price: Price, units: number, howMuch: string): Line => ({
  price,
  units,
  howMuch,
  list: (units / price.per) * price.dollars,
  charged: (Math.max(0, units - price.free) / price.per) * price.dollars,
});

/** Every line of the bill of so many councils like this one, in one account and one deployment. */
export const billOf = (council: Council, times: number): readonly Line[] => {
  const work = workOf(council, times);
  const { requests, changed, asked, pages, reports } = work;
  const s = supposed;
  const gbSeconds =
    (changed + asked) * s.requestSeconds * s.requestGb +
    pages * s.pageSeconds * s.pageGb +
    days * s.dailyCallSeconds * s.reportGb +
    reports * s.reportSeconds * s.reportGb;
  const logGb = (requests * s.logBytesARequest) / gb;
  const sentGb = (requests * s.sentBytesARequest) / gb;
  const traced = requests <= tracedAtOnce ? requests : tracedAtOnce + (requests - tracedAtOnce) / 20;
  const of = counted;
  return [
    line(
      prices.writes,
      work.writeUnits,
      `${of(changed)} changes x ${of(work.unitsAChange)} + ${of(reports)} reports = ${of(work.writeUnits)} units`,
    ),
    line(
      prices.reads,
      work.readUnits,
      `${of(changed)} changes, ${of(asked)} questions, ${of(reports)} reports = ${of(work.readUnits)} units`,
    ),
    line(
      prices.storage,
      work.storedGb,
      `${of(changed)} x ${of(12 * council.yearsKept)} months x ${of(bytesLeftByAChange + bytesAnItemBesides)} bytes x ${besideHistory} = ${of(work.storedGb)} GB`,
    ),
    line(prices.recovery, work.storedGb, `${of(work.storedGb)} GB`),
    line(
      prices.time,
      gbSeconds,
      `${of(changed + asked)} x ${s.requestSeconds} s x ${s.requestGb} GB + ${of(pages)} x ${s.pageSeconds} s x ${s.pageGb} GB + ${of(reports)} x ${s.reportSeconds} s x ${s.reportGb} GB = ${of(gbSeconds)} GB-s`,
    ),
    line(prices.calls, requests, of(requests)),
    line(prices.api, requests, of(requests)),
    line(prices.schedule, days, of(days)),
    line(prices.queue, pollsAMonth, `5 polls x 3 a minute, always = ${of(pollsAMonth)}`),
    line(prices.logs, logGb, `${of(requests)} x 2 KB = ${of(logGb)} GB`),
    line(prices.logsKept, (logGb * 3) / 7, `${of((logGb * 3) / 7)} GB`),
    line(prices.alarms, s.alarmMetrics, of(s.alarmMetrics)),
    line(prices.dashboard, 1, '1'),
    line(prices.traces, traced, `one a second of each function and one in twenty of the rest: at most ${of(traced)}`),
    line(prices.key, 1, '1'),
    line(prices.signIn, work.people, of(work.people)),
    line(prices.sent, sentGb, `${of(requests)} x 20 KB = ${of(sentGb)} GB`),
  ];
};

/** Dollars a month: without any allowance, and after those that do not end. */
export const totalOf = (bill: readonly Line[]): { readonly list: number; readonly charged: number } => ({
  list: sum(bill.map((one) => one.list)),
  charged: sum(bill.map((one) => one.charged)),
});
