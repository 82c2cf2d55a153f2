import { addMonths } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import { mostFindings, mostRows } from '#schemas/row-lists.ts';
import { type AnyProgramme, firstMonth, months } from './any-programme.ts';
import { asKnown, closedBecause, currentOf, factsKnown, type Published } from './series.ts';

/** What must hold of the reports of any programme; each answers what does not, a sentence each. */

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

class Faults {
  readonly found: string[] = [];
  readonly #of: string;
  constructor({ month, revision }: Pick<Published, 'month' | 'revision'>) {
    this.#of = `${month}/${revision}`;
  }
  same(what: string, one: unknown, other: unknown): void {
    if (JSON.stringify(one) !== JSON.stringify(other))
      this.found.push(`${this.#of} ${what}: ${JSON.stringify(one)}, and not ${JSON.stringify(other)}`);
  }
}

type Members = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** As many rows as a list keeps; of the highest risks it is ten. */
const mostOf = (path: string): number =>
  path.endsWith('findings') ? mostFindings : path.endsWith('risks.top') ? 10 : mostRows;

/** Every list counts the rows that it has no room for, and every share is of its parts. */
const walked = (value: unknown, path: string, faults: Faults): void => {
  if (!isObject(value)) return;
  const { total, rows, numerator, denominator, percent } = value;
  if (typeof total === 'number' && Array.isArray(rows) && !/nextSteps$|pageOne\./.test(path))
    faults.same(`${path} rows`, rows.length, Math.min(total, mostOf(path)));
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    faults.same(`${path} parts`, numerator <= denominator, true);
    if (percent !== undefined)
      faults.same(
        `${path} percent`,
        percent,
        denominator === 0 ? null : Math.round((numerator / denominator) * 1_000) / 10,
      );
  }
  for (const [name, one] of Object.entries(value)) walked(one, `${path}.${name}`, faults);
};

/** Parts make wholes. */
export const wholeFaults = (published: Published): readonly string[] => {
  const faults = new Faults(published);
  const { content, lines } = published.made;
  const counted = lines.filter((line) => line.counted);
  const { counts, options, risks, returns, ratings, savings, findings, foundByRule } = content;
  faults.same('counted', counts.counted, counted.length);
  faults.same('with those beside', counts.counted + sum(counts.notCounted.map((one) => one.count)), lines.length);
  for (const by of ['stage', 'lifecycle', 'portfolio', 'directorate', 'tier', 'theme'] as const)
    faults.same(`by ${by}`, sum(counts[by].map((row) => row.share.numerator)), counts.counted);
  faults.same('preferred', options.preferred, sum(counted.map((line) => line.preferred.length)));
  faults.same('not recommended', options.notRecommended, sum(counted.map((line) => line.notRecommended)));
  faults.same('by model', sum(content.deliveryModels.preferred.map((one) => one.count)), options.preferred);
  faults.same('risks', risks.open, sum(counted.map((line) => line.risksPart)) + risks.programmeWide);
  faults.same('heat map', sum(risks.heatMap.flat()), risks.open);
  const { received, late, unconfirmed, missing } = returns;
  faults.same('returns', received.numerator + late.total + unconfirmed.total + missing.total, counts.counted);
  faults.same('rated', sum(ratings.sro.map((row) => row.share.numerator)), counts.counted);
  faults.same('coverage', savings.coverage.reviews.numerator + savings.coverage.notStated.total, counts.counted);
  const inTotals = lines.filter(({ lifecycle }) => ['active', 'paused', 'completed'].includes(lifecycle));
  for (const row of savings.years) {
    const parts = inTotals.flatMap((line) => line.savings.plan.filter((one) => one.year === row.year));
    faults.same(`plan of ${row.year}`, row.plan.low, sum(parts.map((one) => one.total.low)));
    faults.same(`lines of ${row.year}`, row.plan.count, sum(parts.map((one) => one.total.count)));
  }
  faults.same('findings', sum(foundByRule.map(({ count }) => count)), findings.total);
  faults.same('lines', content.lines, lines.length);
  walked(content, 'content', faults);
  return faults.found;
};

const opensWith = (faults: Faults, flow: Flow, before: Flow | undefined): void => {
  if (before === undefined) return;
  faults.same('opening', flow.opening, before.closing);
  for (const by of ['byTier', 'byPortfolio'] as const)
    for (const { key, closing } of before[by] ?? [])
      faults.same(`opening of ${by} ${key}`, flow[by]?.find((row) => row.key === key)?.opening ?? 0, closing);
  faults.same('opening of potential ones', flow.potential?.opening, before.potential?.closing);
};

/** Months chain: each opens with what the one before it closed with, adds up, and names the months between. */
export const chainFaults = (published: Published, programme: AnyProgramme): readonly string[] => {
  const faults = new Faults(published);
  const { flow, counts, monthsNotReported = [], previous } = published.made.content;
  const before = published.previous?.made.content;
  faults.same('reconciles', flow.reconciles, true);
  faults.same('closing', flow.closing, counts.counted);
  faults.same('movements', flow.opening + flow.restatedBy + flow.entered.total - flow.left.total, flow.closing);
  for (const rows of [flow.byTier ?? [], flow.byPortfolio ?? []]) {
    faults.same('rows that do not reconcile', rows.filter((row) => !row.reconciles).length, 0);
    faults.same('rows make the opening', sum(rows.map((row) => row.opening)), flow.opening);
    faults.same('rows make the closing', sum(rows.map((row) => row.closing)), flow.closing);
    faults.same('moved in is moved out', sum(rows.map((row) => row.movedIn)), sum(rows.map((row) => row.movedOut)));
  }
  faults.same('the report before', previous?.month, before?.month);
  opensWith(faults, flow, before?.flow);
  const from = before === undefined ? firstMonth : addMonths(before.month, 1);
  faults.same(
    'months between',
    monthsNotReported,
    months
      .filter((month) => month >= from && month < published.month)
      .map((month) => ({ month, reason: month === months[programme.closed] ? closedBecause : null })),
  );
  return faults.found;
};

/** Each fact that the last report could know is in exactly one of the current revisions. Counts those facts. */
export const factFaults = (series: readonly Published[], programme: AnyProgramme) => {
  const current = currentOf(series);
  const last = current.at(-1);
  if (last === undefined) return { facts: 0, found: [] };
  const faults = new Faults(last);
  let facts = 0;
  for (const life of programme.lives) {
    // What is struck out is in no report from then on, and its facts in none that is made since.
    if (life.struckOutBy < months.length || asKnown(life, last.month, last.known) === undefined) continue;
    for (const { name, kind, on } of factsKnown(life, last.month, last.known)) {
      if (on < firstMonth) continue;
      const holding = current.filter(({ made: { content } }) =>
        kind === 'decision'
          ? content.decisions.taken.rows.some(({ decision }) => decision === name)
          : content.moves.rows.some(({ from }) => from === name),
      );
      facts += 1;
      if (holding.length !== 1)
        faults.same(
          `reports of ${kind} ${name}`,
          holding.map(({ month }) => month),
          ['exactly one'],
        );
    }
  }
  return { facts, found: faults.found };
};
