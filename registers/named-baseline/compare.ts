import { addTotals, noTotal } from '#domain/totals.ts';
import { daysBetween, type LocalDate } from '#language/time.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import { approvedOf, latestOf, poundedOf } from '../cost-or-benefit/approved-case.ts';
import type { SinceBaseline } from './projections.ts';

/*
 * A review held against what it was in a named baseline (docs/meaning.md PROGRAMME-23). Of the baseline only dates, pounds and ids
 * are used: words are those of today, with today's exemptions.
 */

/** What of a review is held against a named baseline. */
export const baselineSections = ['milestones', 'costsAndBenefits', 'businessCases', 'savings'] as const;
/** What a named baseline holds of a review. */
export type Baselined = Pick<ReviewPosition, (typeof baselineSections)[number]>;

interface Pair<T> {
  readonly id: string;
  /** In the baseline. */
  readonly was: T | undefined;
  readonly is: T | undefined;
}

/** Each id of the baseline and of today once; those of today first. */
const pairs = <T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): readonly Pair<T>[] =>
  [...new Set([...now, ...before].map(({ id }) => id))].map((id) => ({
    id,
    was: before.find((one) => one.id === id),
    is: now.find((one) => one.id === id),
  }));

const since = (now: number | undefined, before: number | undefined): number => Math.max(0, (now ?? 0) - (before ?? 0));

const milestonesSince = (before: Baselined, now: Baselined): SinceBaseline['milestones'] =>
  pairs(before.milestones, now.milestones).flatMap(({ id, was, is }) => {
    // One that stood for no day and stands for none has nothing to compare.
    if (is?.baseline === undefined && was?.baseline === undefined) return [];
    const expected: LocalDate | null = is?.actual ?? is?.forecast ?? is?.baseline ?? null;
    return [
      {
        milestone: id,
        milestoneTitle: is?.title ?? id,
        was: was?.baseline ?? null,
        now: is?.baseline ?? null,
        expected,
        daysLater: was?.baseline === undefined || expected === null ? null : daysBetween(was.baseline, expected),
        moves: is === undefined ? 0 : since(is.rebaselines, was?.rebaselines),
      },
    ];
  });

const approvedIn = ({ costsAndBenefits: entries, businessCases: cases }: Baselined, id: string) => {
  const entry = entries.find((one) => one.id === id);
  return entry === undefined ? null : poundedOf(approvedOf(entry, { entries, cases }).figure);
};

const costsSince = (before: Baselined, now: Baselined): SinceBaseline['costsAndBenefits'] =>
  pairs(before.costsAndBenefits, now.costsAndBenefits).flatMap(({ id, was, is }) => {
    const type = is?.type ?? was?.type;
    if (type === undefined) return [];
    return [
      {
        costOrBenefit: id,
        costOrBenefitTitle: is?.title ?? id,
        type,
        was: approvedIn(before, id),
        now: approvedIn(now, id),
        latest: is === undefined ? null : poundedOf(latestOf(is)),
        moves: is === undefined ? 0 : since(is.moves.length, was?.moves.length),
      },
    ];
  });

const plansMoved = (before: Baselined, now: Baselined): number =>
  pairs(before.savings.lines, now.savings.lines).reduce(
    (sum, { was, is }) => sum + since(is?.planMoved?.moves.length, was?.planMoved?.moves.length),
    0,
  );

type Profile = SinceBaseline['savings'];

/** Savings profiles of several reviews, or times, added up by year. */
export const addProfiles = (...profiles: readonly Profile[]): Profile => {
  const rows = profiles.flat();
  return [...new Set(rows.map(({ year }) => year))].sort().map((year) => {
    const ofYear = rows.filter((row) => row.year === year);
    const sumOf = (name: 'was' | 'now' | 'forecast') => addTotals(ofYear.map((row) => row[name]));
    return { year, was: sumOf('was'), now: sumOf('now'), forecast: sumOf('forecast') };
  });
};

const savingsSince = (before: Baselined, now: Baselined): Profile =>
  addProfiles(
    before.savings.years.map(({ year, plan }) => ({ year, was: plan, now: noTotal, forecast: noTotal })),
    now.savings.years.map(({ year, plan, forecast }) => ({ year, was: noTotal, now: plan, forecast })),
  );

const nothing: Baselined = {
  milestones: [],
  costsAndBenefits: [],
  businessCases: [],
  savings: { years: [], achievable: [], substitutions: [], lines: [] },
};

/** What is held of the programme's own milestones, costs and benefits: it has neither cases nor savings lines. */
export const baselinedOfProgramme = (held: Pick<Baselined, 'milestones' | 'costsAndBenefits'>): Baselined => ({
  ...nothing,
  milestones: held.milestones,
  costsAndBenefits: held.costsAndBenefits,
});

/** @param baselined what the baseline holds of the review, or of the programme; null where the review was not there */
export const sinceBaseline = (baselined: Baselined | null, now: Baselined): SinceBaseline => {
  const before = baselined ?? nothing;
  const milestones = milestonesSince(before, now);
  const costsAndBenefits = costsSince(before, now);
  const movesOf = (rows: readonly { readonly moves: number }[]): number =>
    rows.reduce((sum, one) => sum + one.moves, 0);
  return {
    wasThere: baselined !== null,
    milestones,
    costsAndBenefits,
    savings: savingsSince(before, now),
    moves: { milestones: movesOf(milestones), plans: plansMoved(before, now), approvals: movesOf(costsAndBenefits) },
  };
};
