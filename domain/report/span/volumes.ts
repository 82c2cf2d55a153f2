import { counted as countOf, listed, monthInWords } from '#language/in-words.ts';
import { addMonths } from '#language/time.ts';
import type { Flow } from '#schemas/flow.ts';
import type { SpanFlowRow, SpanVolumes } from '#schemas/span-report.ts';
import { reviewKey } from '../in-order.ts';
import { Rows } from '../rows.ts';
import { type GivenMonth, type GivenSpan, lastOf } from './given-months.ts';
import { type Way, Ways, wayName } from './ways.ts';

type Movement = SpanVolumes['movements']['rows'][number];

const flowOf = ({ report }: GivenMonth): Flow => report.content.flow;
const monthOf = ({ report }: GivenMonth): string => report.content.month;

/** Each month with the one before it in the span. */
const joints = ({ months }: GivenSpan) => months.map((month, n) => ({ month, before: months[n - 1] }));

const movementsOf = (given: GivenMonth): readonly Movement[] => {
  const month = monthOf(given);
  const { entered, left, restated } = flowOf(given);
  const row = (way: Way, change: number, one: { review: string; title: string }) => ({
    ...{ review: one.review, title: one.title, month, way, name: wayName(way), change },
    ...{ on: null, others: [], because: null },
  });
  return [
    ...entered.rows.map((one) => ({ ...row(one.how, 1, one), on: one.on, others: one.others ?? [] })),
    ...left.rows.map((one) => ({ ...row(one.how, -1, one), on: one.on, others: one.others ?? [] })),
    ...restated.rows.map((one) => ({ ...row('restated', one.change, one), because: one.because })),
  ];
};

const waysOf = (span: GivenSpan): Ways => {
  const ways = new Ways();
  for (const { month: given, before } of joints(span)) {
    const [month, flow] = [monthOf(given), flowOf(given)];
    if (before !== undefined) ways.take('revised', month, flow.opening - flowOf(before).closing);
    ways.take('restated', month, flow.restatedBy);
    for (const { how } of flow.entered.rows) ways.take(how, month, 1);
    ways.take('entered-unnamed', month, flow.entered.total - flow.entered.rows.length);
    for (const { how } of flow.left.rows) ways.take(how, month, -1);
    ways.take('left-unnamed', month, flow.left.rows.length - flow.left.total);
  }
  return ways;
};

type FlowRow = NonNullable<Flow['potential']>;

const summed = ['restatedBy', 'entered', 'movedIn', 'left', 'movedOut'] as const;

/** The rows of one key over all months: it opens as the first, closes as the last, and reconciles by what is between them. */
const rowOver = (rows: readonly (FlowRow | undefined)[], last: FlowRow): SpanFlowRow => {
  const [sums, opening] = [{ restatedBy: 0, entered: 0, movedIn: 0, left: 0, movedOut: 0 }, rows[0]?.opening ?? 0];
  let [revisedBy, resumed, paused] = [0, 0, 0];
  for (const [n, row] of rows.entries()) {
    const before = n === 0 ? opening : (rows[n - 1]?.closing ?? 0);
    revisedBy += (row?.opening ?? 0) - before;
    resumed += row?.resumed ?? 0;
    paused += row?.paused ?? 0;
    for (const name of summed) sums[name] += row?.[name] ?? 0;
  }
  const closing = rows.at(-1)?.closing ?? 0;
  const came = sums.restatedBy + sums.entered + sums.movedIn - sums.left - sums.movedOut;
  const showsPauses = rows.some((row) => row?.paused !== undefined);
  return {
    ...{ key: last.key, name: last.name, opening, ...sums, revisedBy },
    ...(showsPauses ? { resumed, paused } : {}),
    closing,
    reconciles: opening + revisedBy + came === closing && rows.every((row) => row?.reconciles ?? true),
  };
};

/** The flow of each tier or portfolio over the span; undefined where a month has none. */
const rowsOver = (
  { months }: GivenSpan,
  rowsOf: (flow: Flow) => readonly FlowRow[] | undefined,
): SpanFlowRow[] | undefined => {
  const each = months.map((one) => rowsOf(flowOf(one)));
  if (each.some((rows) => rows === undefined)) return undefined;
  const named = new Map(each.flatMap((rows) => rows ?? []).map((row) => [row.key, row]));
  return [...named.values()].map((last) =>
    rowOver(
      each.map((rows) => rows?.find(({ key }) => key === last.key)),
      last,
    ),
  );
};

const movedIn = ({ months }: GivenSpan): SpanVolumes['moved'] => {
  const rows = new Rows<SpanVolumes['moved']['rows'][number]>((one) => [one.month, one.on, reviewKey(one)], Infinity);
  let unnamed = 0;
  for (const given of months) {
    const { total, rows: named } = flowOf(given).moved ?? { total: 0, rows: [] };
    rows.add(...named.map((one) => ({ ...one, month: monthOf(given) })));
    unnamed += total - named.length;
  }
  const { total, rows: all } = rows.listed();
  return { total: total + unnamed, rows: all };
};

/** Reviews that were paused at the end of one reported month and not at that of the other, where both name every review. */
const pausesIn = (span: GivenSpan): SpanVolumes['pauses'] => {
  const all = span.before === null ? span.months : [span.before, ...span.months];
  if (all.some(({ lines }) => lines === undefined)) return null;
  const rows = all.flatMap((given, n) => {
    const then = new Map((all[n - 1]?.lines ?? []).map((line) => [line.review, line.lifecycle]));
    if (n === 0) return [];
    return (given.lines ?? []).flatMap(({ review, title, lifecycle }) => {
      const before = then.get(review);
      if (before === undefined || (before === 'paused') === (lifecycle === 'paused')) return [];
      // Whoever ended from a pause did not resume.
      if (lifecycle !== 'paused' && lifecycle !== 'active') return [];
      return [{ review, title, month: monthOf(given), change: lifecycle === 'paused' ? 'paused' : 'resumed' } as const];
    });
  });
  return { total: rows.length, rows };
};

const inWords = (span: GivenSpan, { opening, ways, closing, reconciles }: Omit<SpanVolumes, 'sentence'>): string => {
  const said = (sign: 1 | -1): string =>
    listed(
      ways
        .filter(({ way, change }) => change * sign > 0 && way !== 'restated' && way !== 'revised')
        .map(({ name, change }) => `${Math.abs(change)} ${name.charAt(0).toLowerCase()}${name.slice(1)}`),
    );
  const [came, went] = [said(1), said(-1)];
  const otherwise = ways
    .filter(({ way, change }) => change !== 0 && (way === 'restated' || way === 'revised'))
    .map(({ way, change }) => `${way} ${change > 0 ? '+' : '−'}${Math.abs(change)}`);
  const parts = [
    `${countOf(opening, 'review')} at the end of ${monthInWords(addMonths(monthOf(span.months[0]), -1))}`,
    ...otherwise,
    came === '' ? 'none entered' : `entered: ${came}`,
    went === '' ? 'none left' : `left: ${went}`,
    `${closing} at the end of ${monthInWords(monthOf(lastOf(span)))}`,
  ];
  return `${parts.join('; ')}: ${reconciles ? 'this reconciles' : 'this does NOT reconcile'}.`;
};

/**
 * How many reviews there were over the span: the flows of its months put in a row (docs/meaning.md REPORT-35). It opens as its first
 * month does and closes as its last; where a month opens otherwise than the one before it closes now, a later revision made it so.
 */
export const volumesOver = (span: GivenSpan): SpanVolumes => {
  const ways = waysOf(span);
  const movements = new Rows<Movement>((one) => [one.month, one.on ?? '', reviewKey(one)], Infinity);
  for (const given of span.months) movements.add(...movementsOf(given));
  const flows = span.months.map(flowOf);
  const total = flows.reduce((sum, one) => sum + one.entered.total + one.left.total + one.restated.total, 0);
  const [opening, closing] = [span.months[0].report.content.flow.opening, flowOf(lastOf(span)).closing];
  const [byTier, byPortfolio] = [rowsOver(span, (flow) => flow.byTier), rowsOver(span, (flow) => flow.byPortfolio)];
  const [potential] = rowsOver(span, ({ potential: row }) => (row === undefined ? undefined : [row])) ?? [];
  const volumes: Omit<SpanVolumes, 'sentence'> = {
    opening,
    ways: ways.all(),
    closing,
    reconciles: opening + ways.change === closing && flows.every((one) => one.reconciles),
    movements: { total, rows: movements.listed().rows },
    ...(byTier === undefined ? {} : { byTier }),
    ...(byPortfolio === undefined ? {} : { byPortfolio }),
    ...(potential === undefined ? {} : { potential }),
    moved: movedIn(span),
    pauses: pausesIn(span),
  };
  return { ...volumes, sentence: inWords(span, volumes) };
};
