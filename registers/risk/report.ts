import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { counted as countOf } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { RiskRow, RisksSection } from './record.ts';

type Risks = ReportContent['risks'];
type Row = Risks['top']['rows'][number];

const mostShown = 10;

/** The direction of travel since the last report: the score at its observation end against the score now. */
const travelOf = (risk: RiskRow, month: ReportedMonth): Pick<Row, 'direction' | 'previousScore'> => {
  const previousScore = risk.scores.findLast((one) => one.at <= month.beforeEnd)?.score ?? null;
  if (previousScore === null) return { direction: 'new', previousScore };
  if (risk.score === previousScore) return { direction: 'same', previousScore };
  return { direction: risk.score > previousScore ? 'up' : 'down', previousScore };
};

const worstFirst = (row: Row): readonly (number | string)[] => [-row.risk.score, reviewKey(row), row.risk.id];

/** Open risks of the counted reviews and of the programme: by band, on the heat map, the ten highest, moved, overdue, incomplete. */
export const risksPart = (setting: ReportSetting, month: ReportedMonth) => {
  const matrix = setting.programme.riskMatrix;
  const byBand = { low: 0, medium: 0, high: 0 };
  const heatMap = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  const top = new Rows<Row>(worstFirst, mostShown);
  const moved = new Rows<Row>(worstFirst);
  const overdue = new Rows<Risks['overdue']['rows'][number]>((one) => [one.dueOn, reviewKey(one), one.risk]);
  const incomplete = new Rows<Risks['incomplete']['rows'][number]>((one) => [reviewKey(one), one.risk]);
  let open = 0;
  let counted = 0;
  let withoutAny = 0;
  let noLongerOpen = 0;

  const takeRow = (subject: SubjectOfRow, risk: RiskRow): void => {
    const row: Row = { ...subject, risk, ...travelOf(risk, month) };
    const about = { ...subject, risk: risk.id, riskTitle: risk.title };
    open += 1;
    byBand[risk.band] += 1;
    const likelihood = heatMap[5 - risk.likelihood];
    if (likelihood !== undefined) likelihood[risk.impact - 1] = (likelihood[risk.impact - 1] ?? 0) + 1;
    top.add(row);
    if (row.direction === 'up' || row.direction === 'down') moved.add(row);
    if (risk.nextReviewOn !== null && risk.nextReviewOn < month.lastDay) {
      overdue.add({ ...about, dueOn: risk.nextReviewOn, what: 'Review of the risk' });
    }
    for (const action of risk.openActionsDue) {
      if (action.dueOn < month.lastDay) overdue.add({ ...about, dueOn: action.dueOn, what: action.what });
    }
    if (risk.missing.length > 0) incomplete.add({ ...about, missing: risk.missing });
  };
  const take = (subject: SubjectOfRow, section: RisksSection): void => {
    for (const risk of section.open) takeRow(subject, risk);
    noLongerOpen += section.closed.length + section.happened.length;
  };

  const wide = setting.programmeWide.risks;
  take({ review: null, title: setting.programme.name }, wide);

  const coverage = (): string => {
    if (open + noLongerOpen === 0) return 'No risk is recorded in the tracker.';
    const where = `${open - wide.open.length} of reviews, ${wide.open.length} programme-wide`;
    const ended = noLongerOpen === 0 ? '' : ` ${noLongerOpen} more closed or happened.`;
    const none = withoutAny === 0 ? '' : ` ${withoutAny} of ${countOf(counted, 'review')} record no risk.`;
    return `${countOf(open, 'open risk')}: ${where}.${ended}${none}`;
  };

  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted) return;
      const section = review.position.risks;
      counted += 1;
      if (section.open.length + section.closed.length + section.happened.length === 0) withoutAny += 1;
      take(subjectOf(review), section);
    },
    close: (): Risks => ({
      open,
      programmeWide: wide.open.length,
      byBand: { ...byBand },
      heatMap: heatMap.map((row) => [...row]),
      likelihoodWords: matrix.likelihoodWords,
      impactWords: matrix.impactWords,
      lowUpTo: matrix.lowUpTo,
      mediumUpTo: matrix.mediumUpTo,
      top: top.listed(),
      moved: moved.listed(),
      overdue: overdue.listed(),
      incomplete: incomplete.listed(),
      coverage: coverage(),
    }),
  };
};
