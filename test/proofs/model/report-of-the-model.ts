import { required } from '../../support/required.ts';
import { stagesOf } from './gate-of-the-model.ts';
import { dayOf, endOfDay, endOfMonth, monthBefore, monthOf, nextMonth } from './london-time.ts';
import type { Event, Json, Kind, Published, State, World } from './world.ts';
import { eventAt, programmeIn, register, reviewIds, reviewIn } from './world.ts';

/* The report of a month, counted from scratch out of every line: what was true at the month's last instant. */

const inTotal = (lifecycle: string | undefined): boolean => lifecycle === 'active' || lifecycle === 'paused';
const lifecycleOf = (event: Event | undefined): string | undefined => event?.after.record.lifecycle;

/** What stood at an instant and is not struck out; of returns everything that is known. */
const stoodAt = (world: World, review: string, kind: Kind, at: string): readonly (readonly [string, State])[] =>
  register(world, review, kind).flatMap(([id, storedRecord]) => {
    const state = kind === 'return' ? storedRecord.state : eventAt(storedRecord, at)?.after;
    return state === undefined || state.struckOut !== null ? [] : [[id, state] as const];
  });

/** opening + restated + entered - left = closing (docs/meaning.md REPORT-3 and REPORT-4). */
const flowOf = (
  world: World,
  reviews: readonly string[],
  previous: Published | undefined,
  from: string,
  end: string,
): Json => {
  const line = (id: string) => required(reviewIn(world, id)).line;
  const before = (id: string) => lifecycleOf(eventAt(required(reviewIn(world, id)), from));
  const countedBefore = reviews.filter((id) => inTotal(before(id)));
  const restated =
    previous === undefined
      ? []
      : reviews.flatMap((id) => {
          const change = Number(inTotal(before(id))) - Number(previous.counted.includes(id));
          return change === 0 ? [] : [{ review: id, change }];
        });
  const moves = reviews.flatMap((id) =>
    line(id)
      .filter((event) => event.effectiveAt <= end)
      .flatMap((event, n, all) => {
        const [was, is] = [lifecycleOf(all[n - 1]), lifecycleOf(event)];
        if (event.effectiveAt <= from || inTotal(was) === inTotal(is)) return [];
        const how = inTotal(is)
          ? was === undefined || was === 'potential'
            ? 'approved'
            : 'restarted'
          : is === 'potential'
            ? 'back-to-potential'
            : is;
        return [{ into: inTotal(is), row: { review: id, how, on: dayOf(event.effectiveAt) } }];
      }),
  );
  const rows = (into: boolean) =>
    moves
      .filter((one) => one.into === into)
      .map((one) => one.row)
      .sort((a, b) =>
        a.on === b.on ? (a.review < b.review ? -1 : a.review > b.review ? 1 : 0) : a.on < b.on ? -1 : 1,
      );
  const closing = reviews.filter((id) => inTotal(lifecycleOf(eventAt(required(reviewIn(world, id)), end)))).length;
  return {
    opening: previous?.closing ?? countedBefore.length,
    restated,
    entered: rows(true),
    left: rows(false),
    closing,
    reconciles: true,
  };
};

const known = (figure: Json): number | undefined => (typeof figure === 'number' ? figure : undefined);
const sum = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
/** A total with its coverage (docs/meaning.md MONEY-3): the model's figures are exact or to be confirmed or not there. */
const totalOf = (figures: readonly Json[]): Json => {
  const pounds = sum(figures.map(known));
  const out = (reason: string, of: readonly Json[]) => (of.length === 0 ? [] : [{ reason, count: of.length }]);
  const unknown = figures.filter((one) => known(one) === undefined);
  return {
    low: pounds,
    high: pounds,
    exact: true,
    count: figures.length - unknown.length,
    excluded: [
      ...out(
        'to-be-confirmed',
        unknown.filter((one) => one !== undefined),
      ),
      ...out(
        'not-stated',
        unknown.filter((one) => one === undefined),
      ),
    ],
  };
};

const savingsOf = (lines: readonly State[]): Json => {
  const rows = lines.flatMap(({ record, facts }) =>
    record.years.map((year: Json) => {
      const recorded = facts.validations.filter((one: Json) => one.year === year.year);
      // The latest that holds; of two from one instant, the one told later.
      const validated = [...recorded]
        .sort((a: Json, b: Json) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .at(-1)?.pounds;
      const counts = ['cash-releasing', 'income'].includes(record.class) && record.firmness !== 'indicative';
      return { ...year, validated, counts, recurring: record.recurrence === 'recurring' };
    }),
  );
  const years: string[] = [...new Set<string>(rows.map((row) => row.year))].sort();
  return years.map((year) => {
    const of = rows.filter((row) => row.year === year);
    const counted = of.filter((row) => row.counts);
    const state = (name: string): number => sum(of.map((row) => row.states?.[name]));
    const withShare = counted.filter((row) => known(row.alreadyInMtfp) !== undefined);
    return {
      year,
      lines: of.length,
      plan: totalOf(of.map((row) => row.plan)),
      forecast: totalOf(of.map((row) => row.forecast)),
      outturn: totalOf(of.map((row) => row.validated ?? row.forecast)),
      claimedPounds: sum(of.map((row) => row.claimedActual)),
      validatedPounds: sum(of.map((row) => row.validated)),
      states: { delivered: state('delivered'), onTrack: state('onTrack'), atRisk: state('atRisk') },
      included: totalOf(counted.map((row) => row.plan)),
      excluded: totalOf(of.filter((row) => !row.counts).map((row) => row.plan)),
      identified: { low: sum(withShare.map((row) => Math.max(row.alreadyInMtfp, known(row.plan) ?? 0))) },
      runRate: { low: sum(rows.filter((row) => row.recurring && row.year <= year).map((row) => known(row.plan))) },
    };
  });
};

const returnsOf = (world: World, counted: readonly string[], month: string, settings: Json): Json => {
  const day = String(settings.reporting.returnsDueDay).padStart(2, '0');
  const dueBy = `${nextMonth(month)}-${day}`;
  const given = (review: string) =>
    stoodAt(world, review, 'return', '')
      .filter(([id]) => id === month)
      .map(([, state]) => state)[0];
  const state = (review: string): string => {
    const required = given(review);
    if (required === undefined) return 'missing';
    if (required.facts.confirmed === null) return 'unconfirmed';
    return required.facts.confirmed.at > endOfDay(dueBy) ? 'late' : 'received';
  };
  const of = (wanted: string) => counted.filter((review) => state(review) === wanted);
  const rows = (wanted: string) => of(wanted).map((review) => ({ review }));
  return {
    dueBy,
    expected: counted.length,
    received: { numerator: of('received').length, denominator: counted.length },
    nothingChanged: of('received').filter((review) => given(review)?.record.nothingChanged).length,
    late: rows('late'),
    unconfirmed: rows('unconfirmed'),
    missing: rows('missing'),
  };
};

/** The content of a report, so far as the model goes. */
export const contentOf = (
  world: World,
  month: string,
  given: { revision: number; reason: string | null; early: Json },
): Published => {
  const end = endOfMonth(month);
  const settingsThing = required(programmeIn(world));
  const settings = (eventAt(settingsThing, end) ?? required(settingsThing.line[0])).after.record;
  const previous = world.published.filter((one) => one.month < month).at(-1);
  const from = endOfMonth(previous?.month ?? monthBefore(month));
  const reviews = reviewIds(world).filter((id) => eventAt(required(reviewIn(world, id)), end) !== undefined);
  const at = (id: string): State => required(eventAt(required(reviewIn(world, id)), end)).after;
  const counted = reviews.filter((id) => inTotal(at(id).record.lifecycle));
  const stands = reviews.filter((id) => [...counted].includes(id) || at(id).record.lifecycle === 'completed');
  const all = (where: readonly string[], kind: Kind): readonly State[] =>
    where.flatMap((id) => stoodAt(world, id, kind, end).map(([, state]) => state));
  // What stands nowhere in the list is counted too, after it: the counts add up to all.
  const tally = (values: readonly string[], of: readonly string[]): Json =>
    [...values, ...[...new Set(of)].filter((one) => !values.includes(one)).sort()].map((key) => ({
      key,
      share: { numerator: of.filter((one) => one === key).length, denominator: counted.length },
    }));

  const risks = all(['', ...counted], 'risk')
    .map((one) => one.record)
    .filter((one) => one.status === 'open');
  const scores = risks.map((one) => one.current.likelihood * one.current.impact);
  const { lowUpTo, mediumUpTo } = settings.riskMatrix;
  const issues = all(['', ...counted], 'issue')
    .map((one) => one.record)
    .filter((one) => one.status === 'open');
  const milestones = all(['', ...stands], 'milestone');
  const options = all(counted, 'option').map((one) => one.record);
  const saved = all(stands, 'saving');
  const within = (id: string): number =>
    [...world.records]
      .filter(([name]) => name.startsWith(`${id}|`) && !name.startsWith('|publication|'))
      .flatMap(([, storedRecord]) => storedRecord.line)
      .filter((event) => monthOf(event.effectiveAt) === month).length;
  const moves = reviews.flatMap((review) =>
    at(review)
      .facts.moves.filter((move: Json) => monthOf(move.at) === month)
      .map((move: Json) => ({
        review,
        on: dayOf(move.at),
        direction: move.direction,
        waived: move.waived.map(({ criterion }: Json) => ({ criterion })),
      })),
  );
  const flow = flowOf(world, reviews, previous, from, end);
  return {
    month,
    revision: given.revision,
    counted,
    closing: flow.closing,
    content: {
      month,
      observationEnd: end,
      revision: given.revision,
      revisionReason: given.reason,
      early: given.early,
      previous: previous === undefined ? null : { month: previous.month, revision: previous.revision },
      programme: { name: settings.name },
      recordedInMonth: sum(['', ...reviews].map(within)),
      lines: reviews.length,
      counts: {
        counted: counted.length,
        notCounted: ['potential', 'stopped', 'completed', 'transferred'].map((lifecycle) => ({
          lifecycle,
          count: reviews.filter((id) => at(id).record.lifecycle === lifecycle).length,
        })),
        stage: tally(
          stagesOf(settings),
          counted.map((id) => at(id).facts.stage),
        ),
        lifecycle: tally(
          ['active', 'paused'],
          counted.map((id) => at(id).record.lifecycle),
        ),
        tier: tally(
          ['1', '2', '3', 'to-be-confirmed'],
          counted.map((id) => at(id).record.tier),
        ),
      },
      flow,
      moves: moves.sort((a, b) =>
        a.on === b.on ? (a.review < b.review ? -1 : a.review > b.review ? 1 : 0) : a.on < b.on ? -1 : 1,
      ),
      options: { total: options.length, preferred: options.filter((one) => one.disposition === 'preferred').length },
      savings: { years: savingsOf(saved), coverage: { lines: saved.length } },
      risks: {
        open: risks.length,
        programmeWide: stoodAt(world, '', 'risk', end).filter(([, one]) => one.record.status === 'open').length,
        byBand: {
          low: scores.filter((score) => score <= lowUpTo).length,
          medium: scores.filter((score) => score > lowUpTo && score <= mediumUpTo).length,
          high: scores.filter((score) => score > mediumUpTo).length,
        },
      },
      issues: { open: issues.length, high: issues.filter((one) => one.severity === 'high').length },
      milestones: {
        total: milestones.length,
        done: milestones.filter((one) => one.record.actual !== undefined).length,
        rebaselines: sum(milestones.map((one) => one.facts.rebaselines)),
      },
      returns: returnsOf(world, counted, month, settings),
    },
  };
};
