import type { ReviewAtEnd } from '#domain/report/compose-report.ts';
import type { FactsByChain, ReportSetting } from '#domain/report/report-setting.ts';
import { endOfMonth, type ReportMonth, startOfDay } from '#language/time.ts';
import { aProgramme, aSetting, asPrevious, rollUp } from '../../support/positions.ts';
import { type AnyProgramme, firstMonth, type Life, months } from './any-programme.ts';

/** The reports of a programme as they are made: in order, with those that are revised after later ones. */

export interface Published {
  readonly month: ReportMonth;
  /** The report of which month came last when it was made: what is recorded by then is known to it. */
  readonly known: number;
  readonly revision: number;
  readonly previous: Published | undefined;
  readonly made: ReturnType<typeof rollUp>;
}

export const closedBecause = 'Nobody was in the office';

/** The name of a fact, by which it is found in reports. */
export const nameOf = ({ review: { id } }: Life, n: number): string => `${id}-${n}`;

/** The facts of a review that are known to the report of a month when so much is recorded. */
export const factsKnown = (life: Life, month: ReportMonth, known: number) =>
  life.facts
    .map((one, n) => ({ ...one, name: nameOf(life, n) }))
    .filter((one) => one.recordedBy <= known && one.at <= endOfMonth(month));

/** A review as it is known then; undefined: it is not there yet. */
export const asKnown = (life: Life, month: ReportMonth, known: number): ReviewAtEnd | undefined => {
  const { review, changes, struckOutBy } = life;
  const told = changes
    .filter((one) => one.recordedBy <= known && one.at <= endOfMonth(month))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const last = told.at(-1);
  if (last === undefined) return undefined;
  const facts = factsKnown(life, month, known);
  const taken = facts.filter(({ kind }) => kind === 'decision');
  const moves = facts.filter(({ kind }) => kind === 'move');
  return {
    ...review,
    position: {
      ...review.position,
      review: {
        ...review.position.review,
        lifecycle: last.lifecycle,
        tier: last.tier,
        portfolio: last.portfolio,
        lifecycles: told.map(({ lifecycle, at }) => ({ lifecycle, at })),
        places: told.map(({ tier, portfolio, at }) => ({
          tier,
          at,
          ...(portfolio === undefined ? {} : { portfolio }),
        })),
        moves: moves.map(({ name, at }) => ({ at, from: name, to: 'next', direction: 'forward', by: 'a', waived: [] })),
        ...(struckOutBy <= known ? { strikeOuts: [{ from: startOfDay(`${month}-20`) }] } : {}),
      },
      decisions: [
        ...review.position.decisions,
        ...taken.map(({ name, on }) => ({
          ...{ id: name, title: name, body: 'Cabinet', kind: 'key-decision' as const, status: 'taken' as const },
          ...{ takenOn: on, dueOn: { kind: 'not-stated' as const } },
        })),
      ],
    },
  };
};

const factsIn = ({ made }: Published): FactsByChain =>
  new Map(made.lines.flatMap(({ review, facts }) => (facts === undefined ? [] : [[review, facts] as const])));

/** Of each month the latest revision, in the order of the months. */
export const currentOf = (series: readonly Published[]): readonly Published[] =>
  [...new Map(series.map((one) => [one.month, one])).values()].sort((a, b) => (a.month < b.month ? -1 : 1));

const publish = (programme: AnyProgramme, series: Published[], n: number, known: number): void => {
  const month = months[n] ?? firstMonth;
  const current = currentOf(series);
  const before = current.filter((one) => one.month < month).at(-1);
  const since = current.filter(
    (one) => one.month < month && before !== undefined && series.indexOf(one) > series.indexOf(before),
  );
  const held: ReportSetting['held'] = {
    earlier: before === undefined ? null : [before, ...since].map(factsIn),
    later: current.filter((one) => one.month > month).map((one) => ({ month: one.month, facts: factsIn(one) })),
    ...(before === undefined ? { from: firstMonth } : {}),
  };
  const revision = series.filter((one) => one.month === month).length + 1;
  const closed = months[programme.closed];
  const setting = aSetting({
    ...{ month, held, revision, revisionReason: revision > 1 ? 'To look again' : null },
    programme: aProgramme({ reporting: { firstMonth }, pausedCounts: programme.pausedCounts[n] }),
    previous: before === undefined ? null : asPrevious(before.made),
    closedMonths: closed === undefined ? [] : [{ month: closed, reason: closedBecause }],
  });
  const reviews = programme.lives.flatMap((life) => asKnown(life, month, known) ?? []);
  series.push({ month, known, revision, previous: before, made: rollUp(reviews, setting) });
};

export const seriesOf = (programme: AnyProgramme): readonly Published[] => {
  const series: Published[] = [];
  for (const n of months.keys()) {
    if (n !== programme.closed) publish(programme, series, n, n);
    for (const { of, after } of programme.revised)
      if (after === n && of <= n && of !== programme.closed) publish(programme, series, of, n);
  }
  return series;
};
