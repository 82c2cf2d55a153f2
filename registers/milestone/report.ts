import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addMonths, type LocalDate, lastDayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { slipEstimate } from '../saving/slip-estimate.ts';
import type { MilestonesSection } from './record.ts';

type Milestones = ReportContent['milestones'];
export type Milestone = MilestonesSection[number];

/** The day on which a milestone is expected: its forecast, else its baseline. */
export const expectedOn = (milestone: Milestone): LocalDate => milestone.forecast ?? milestone.baseline;

/** Neither done nor missed nor handed to another owner. */
export const isOutstanding = (milestone: Milestone): boolean =>
  milestone.actual === undefined && !milestone.missed && milestone.movedTo === undefined;

export const isPastDue = (milestone: Milestone, month: ReportedMonth): boolean =>
  isOutstanding(milestone) && expectedOn(milestone) < month.lastDay;

type SavingsLines = ReviewInReport['position']['savings']['lines'];

/** What a slip is estimated to take out of each year, of the savings that are tied to the milestone. */
const leavesYears = (milestone: Milestone, to: LocalDate, lines: SavingsLines): { year: string; pounds: number }[] => {
  const byYear = new Map<string, number>();
  for (const { years } of lines.filter((line) => line.milestone === milestone.id))
    for (const given of years) {
      const pounds = slipEstimate({ from: milestone.baseline, to }, given)?.pounds ?? 0;
      if (pounds !== 0) byYear.set(given.year, (byYear.get(given.year) ?? 0) + pounds);
    }
  return [...byYear].sort().map(([year, pounds]) => ({ year, pounds }));
};

/** Milestones of the programme and of the reviews whose results stand: due by the end of the month after, missed, slipped. */
export const milestonesPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const againstFirst = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const dueBy = lastDayOf(addMonths(month.month, 1));
  const due = new Rows<Milestones['due']['rows'][number]>((one) => [one.dueOn, reviewKey(one)]);
  const missed = new Rows<Milestones['missed']['rows'][number]>((one) => [one.dueOn, reviewKey(one)]);
  const slipped = new Rows<Milestones['slipped']['rows'][number]>((one) => [one.baseline, reviewKey(one)]);
  let total = 0;
  let done = 0;
  let rebaselines = 0;

  const take = (subject: SubjectOfRow, milestones: readonly Milestone[], lines: SavingsLines = []): void => {
    for (const milestone of milestones) {
      const { title, baseline, originalBaseline: firstBaseline, forecast, actual, delayReason } = milestone;
      const dueOn = expectedOn(milestone);
      const row = { ...subject, milestone: title };
      total += 1;
      rebaselines += milestone.rebaselines;
      if (actual !== undefined) done += 1;
      else if (milestone.missed) missed.add({ ...row, dueOn: baseline });
      else if (isOutstanding(milestone) && dueOn <= dueBy) due.add({ ...row, dueOn });
      const to = actual ?? dueOn;
      if (to > baseline || (againstFirst && to > firstBaseline)) {
        slipped.add({
          ...row,
          baseline,
          forecast: forecast ?? null,
          actual: actual ?? null,
          reason: delayReason ?? null,
          ...(againstFirst
            ? { firstBaseline, rebaselines: milestone.rebaselines, savings: leavesYears(milestone, to, lines) }
            : {}),
        });
      }
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
      slipped: slipped.listed(),
      rebaselines,
    }),
  };
};
