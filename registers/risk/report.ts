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

/** How many open risks each band and each cell of the heat map has: likelihood 5 in the first row, impact 1 in the first column. */
const openHeat = () => {
  const byBand = { low: 0, medium: 0, high: 0 };
  const heatMap = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  return {
    add: ({ band, likelihood, impact }: RiskRow): void => {
      byBand[band] += 1;
      const row = heatMap[5 - likelihood];
      if (row !== undefined) row[impact - 1] = (row[impact - 1] ?? 0) + 1;
    },
    close: (): Pick<Risks, 'byBand' | 'heatMap'> => ({
      byBand: { ...byBand },
      heatMap: heatMap.map((row) => [...row]),
    }),
  };
};

/** Reviews and actions of a risk that are overdue at the end of the month. */
const overdueOf = (risk: RiskRow, month: ReportedMonth): { readonly dueOn: string; readonly what: string }[] => [
  ...(risk.nextReviewOn !== null && risk.nextReviewOn < month.lastDay
    ? [{ dueOn: risk.nextReviewOn, what: 'Review of the risk' }]
    : []),
  ...risk.openActionsDue.filter((action) => action.dueOn < month.lastDay).map(({ dueOn, what }) => ({ dueOn, what })),
];

const coverageInWords = (risks: {
  readonly open: number;
  readonly programmeWide: number;
  readonly noLongerOpen: number;
  readonly counted: number;
  readonly withoutAny: number;
}): string => {
  const { open, programmeWide, noLongerOpen, counted, withoutAny } = risks;
  if (open + noLongerOpen === 0) return 'No risk is recorded in the tracker.';
  const where = `${open - programmeWide} of reviews, ${programmeWide} programme-wide`;
  const ended = noLongerOpen === 0 ? '' : ` ${noLongerOpen} more closed or happened.`;
  const none = withoutAny === 0 ? '' : ` ${withoutAny} of ${countOf(counted, 'review')} record no risk.`;
  return `${countOf(open, 'open risk')}: ${where}.${ended}${none}`;
};

/** Open risks of the counted reviews and of the programme: by band, on the heat map, the ten highest, moved, overdue, incomplete. */
export const risksPart = (setting: ReportSetting, month: ReportedMonth) => {
  const matrix = setting.programme.riskMatrix;
  const heat = openHeat();
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
    heat.add(risk);
    top.add(row);
    if (row.direction === 'up' || row.direction === 'down') moved.add(row);
    overdue.add(...overdueOf(risk, month).map((due) => ({ ...about, ...due })));
    if (risk.missing.length > 0) incomplete.add({ ...about, missing: risk.missing });
  };
  const take = (subject: SubjectOfRow, section: RisksSection): void => {
    for (const risk of section.open) takeRow(subject, risk);
    noLongerOpen += section.closed.length + section.happened.length;
  };

  const wide = setting.programmeWide.risks;
  take({ review: null, title: setting.programme.name }, wide);

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
      ...heat.close(),
      likelihoodWords: matrix.likelihoodWords,
      impactWords: matrix.impactWords,
      lowUpTo: matrix.lowUpTo,
      mediumUpTo: matrix.mediumUpTo,
      top: top.listed(),
      moved: moved.listed(),
      overdue: overdue.listed(),
      incomplete: incomplete.listed(),
      coverage: coverageInWords({
        open,
        programmeWide: wide.open.length,
        noLongerOpen,
        counted,
        withoutAny,
      }),
    }),
  };
};
