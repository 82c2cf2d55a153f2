import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addMonths, type LocalDate, lastDayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { slipEstimate } from '../saving/slip-estimate.ts';
import { expectedOn, expectedStated, isOutstanding, type Milestone } from './expected.ts';

type Milestones = ReportContent['milestones'];
type Undated = NonNullable<Milestones['undated']>['rows'][number];

export const isPastDue = (milestone: Milestone, month: ReportedMonth): boolean =>
  isOutstanding(milestone) && (expectedOn(milestone) ?? month.lastDay) < month.lastDay;

type SavingsLines = ReviewInReport['position']['savings']['lines'];

/** What a slip is estimated to take out of each year, of the savings that are tied to the milestone. */
const leavesYears = (
  { id, from, to }: { readonly id: string; readonly from: LocalDate; readonly to: LocalDate },
  lines: SavingsLines,
): { year: string; pounds: number }[] => {
  const byYear = new Map<string, number>();
  for (const { years } of lines.filter((line) => line.milestone === id))
    for (const given of years) {
      const pounds = slipEstimate({ from, to }, given)?.pounds ?? 0;
      if (pounds !== 0) byYear.set(given.year, (byYear.get(given.year) ?? 0) + pounds);
    }
  return [...byYear].sort().map(([year, pounds]) => ({ year, pounds }));
};

type Slip = Omit<Milestones['slipped']['rows'][number], keyof SubjectOfRow | 'milestone'>;

/** How it slipped, against its first baseline as well since `rules-2`; undefined where it did not, or stands for no day. */
const slipOf = (milestone: Milestone, lines: SavingsLines, againstFirst: boolean): Slip | undefined => {
  const { id, baseline, originalBaseline: firstBaseline, rebaselines, forecast, actual, delayReason } = milestone;
  const to = actual ?? expectedOn(milestone);
  if (baseline === undefined || firstBaseline === undefined || to === undefined) return undefined;
  if (to <= baseline && !(againstFirst && to > firstBaseline)) return undefined;
  return {
    baseline,
    forecast: forecast ?? null,
    actual: actual ?? null,
    reason: delayReason ?? null,
    ...(againstFirst ? { firstBaseline, rebaselines, savings: leavesYears({ id, from: baseline, to }, lines) } : {}),
  };
};

/** Whether it slipped, against the one baseline or the other. */
export const hasSlipped = (milestone: Milestone): boolean => slipOf(milestone, [], true) !== undefined;

const baselineAsStated = ({ baselineStated: stated }: Milestone) =>
  stated !== undefined && stated.kind !== 'date' ? { stated } : {};

const whyMissed = ({ delayReason: reason }: Milestone) => (reason === undefined ? {} : { reason });

/** Milestones of the programme and of the reviews whose results stand: due by the end of the month after, missed, slipped. */
export const milestonesPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const againstFirst = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const dueBy = lastDayOf(addMonths(month.month, 1));
  const due = new Rows<Milestones['due']['rows'][number]>((one) => [one.dueOn, reviewKey(one)]);
  const missed = new Rows<Milestones['missed']['rows'][number]>((one) => [one.dueOn ?? '9999', reviewKey(one)]);
  const undated = new Rows<Undated>((one) => [reviewKey(one), one.milestone]);
  const slipped = new Rows<Milestones['slipped']['rows'][number]>((one) => [one.baseline, reviewKey(one)]);
  let total = 0;
  let done = 0;
  let rebaselines = 0;

  const take = (subject: SubjectOfRow, milestones: readonly Milestone[], lines: SavingsLines = []): void => {
    for (const milestone of milestones) {
      const dueOn = expectedOn(milestone);
      const stated = expectedStated(milestone);
      const row = { ...subject, milestone: milestone.title };
      const asStated = againstFirst && stated !== undefined ? { stated } : {};
      total += 1;
      rebaselines += milestone.rebaselines;
      if (milestone.actual !== undefined) done += 1;
      else if (milestone.missed)
        missed.add({
          ...row,
          dueOn: milestone.baseline ?? null,
          ...(againstFirst ? { ...baselineAsStated(milestone), ...whyMissed(milestone) } : {}),
        });
      else if (isOutstanding(milestone) && dueOn === undefined && stated !== undefined) undated.add({ ...row, stated });
      else if (isOutstanding(milestone) && dueOn !== undefined && dueOn <= dueBy)
        due.add({ ...row, dueOn, ...asStated });
      const slip = slipOf(milestone, lines, againstFirst);
      if (slip !== undefined) slipped.add({ ...row, ...slip });
    }
  };
  take({ review: null, title: setting.programme.name }, setting.programmeWide.milestones);

  return {
    add: (review: ReviewInReport): void => {
      if (review.inResults) take(subjectOf(review), review.position.milestones, review.position.savings.lines);
    },
    close: (): Milestones => ({
      total,
      done,
      due: due.listed(),
      missed: missed.listed(),
      ...(againstFirst ? { undated: undated.listed() } : {}),
      slipped: slipped.listed(),
      rebaselines,
    }),
  };
};
