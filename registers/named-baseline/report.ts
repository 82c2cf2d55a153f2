import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import type { Pounded } from '../cost-or-benefit/choices.ts';
import { addProfiles, baselinedOfProgramme, sinceBaseline } from './compare.ts';
import { baselineCompared } from './compared.ts';
import type { SinceBaseline, SinceBaselinePart } from './projections.ts';

type MilestoneRow = SinceBaselinePart['milestones']['rows'][number];
type CostRow = SinceBaselinePart['costsAndBenefits']['rows'][number];
type Dates = SinceBaselinePart['dates'];

/** Whether what was approved and what is approved are two figures. */
export const isAnother = (was: Pounded | null, now: Pounded | null): boolean =>
  was?.low !== now?.low || was?.high !== now?.high;

/** In which count of dates a milestone is. */
export const countOfDate = ({ was, now, daysLater }: Pick<MilestoneRow, 'was' | 'now' | 'daysLater'>): keyof Dates => {
  if (now === null) return 'gone';
  if (was === null || daysLater === null) return 'added';
  return daysLater > 0 ? 'later' : daysLater < 0 ? 'earlier' : 'onTheDay';
};

/** The programme's own milestones, costs and benefits, and reviews whose results are its, held against the named baseline that the settings name. */
export const sinceBaselinePart = (
  { programme, programmeWide, programmeAtBaseline }: ReportSetting,
  _month: ReportedMonth,
) => {
  const found = baselineCompared(programme, programmeWide.namedBaselines);
  const milestones = new Rows<MilestoneRow>((one) => [-(one.daysLater ?? 0), reviewKey(one), one.milestone]);
  const costs = new Rows<CostRow>((one) => [reviewKey(one), one.costOrBenefit]);
  const counts = { reviews: 0, notThere: 0 };
  const moves = { milestones: 0, plans: 0, approvals: 0 };
  const dates: Dates = { later: 0, earlier: 0, onTheDay: 0, gone: 0, added: 0 };
  let savings: SinceBaselinePart['savings'] = [];
  const take = (subject: SubjectOfRow, since: SinceBaseline): void => {
    for (const name of ['milestones', 'plans', 'approvals'] as const) moves[name] += since.moves[name];
    for (const one of since.milestones) {
      const count = countOfDate(one);
      dates[count] += 1;
      if (count === 'later' || count === 'earlier') milestones.add({ ...subject, ...one });
    }
    for (const one of since.costsAndBenefits) if (isAnother(one.was, one.now)) costs.add({ ...subject, ...one });
    savings = addProfiles(savings, since.savings);
  };
  if (found !== undefined)
    take(
      { review: null, title: programme.name },
      sinceBaseline(programmeAtBaseline ?? null, baselinedOfProgramme(programmeWide)),
    );
  return {
    add: (review: ReviewInReport): void => {
      if (found === undefined || !review.inResults) return;
      const since = sinceBaseline(review.atBaseline ?? null, review.position);
      counts.reviews += 1;
      if (!since.wasThere) counts.notThere += 1;
      take(subjectOf(review), since);
    },
    close: (): SinceBaselinePart => ({
      baseline: found === undefined ? null : { ...found, agreedBy: found.agreedBy ?? null },
      ...counts,
      moves,
      dates,
      milestones: milestones.listed(),
      costsAndBenefits: costs.listed(),
      savings,
    }),
  };
};
