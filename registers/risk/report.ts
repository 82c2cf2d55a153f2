import { reviewKey } from '#domain/report/in-order.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { counted as countOf, listed } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { bandsOf, type RiskMatrix } from '#schemas/risk-matrix.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { escalationsFold } from './escalations.ts';
import { type OpenRisk, RiskRow, type RisksSection, type RiskWords, type UnscoredRisk } from './projections.ts';
import { highestShown, scoresShown } from './risk-matrix.ts';

type Risks = ReportContent['risks'];
type Row = Risks['moved']['rows'][number];
type High = Risks['top']['rows'][number];

/**
 * The direction of travel since the last report: the score at its observation end against the score now. By `rules-1` only the
 * last few scores were looked at.
 */
const travelOf = (
  { score, scores }: RiskRow,
  month: ReportedMonth,
  byEvery: boolean,
): Pick<Row, 'direction' | 'previousScore'> => {
  const looked = byEvery ? scores : scores.slice(-scoresShown);
  const previousScore = looked.findLast((one) => one.at <= month.beforeEnd)?.score ?? null;
  if (previousScore === null) return { direction: 'new', previousScore };
  if (score === previousScore) return { direction: 'same', previousScore };
  return { direction: score > previousScore ? 'up' : 'down', previousScore };
};

const worstFirst = (row: Row): readonly (number | string)[] => [-row.risk.score, reviewKey(row), row.risk.id];

type Matrix = Pick<
  Risks,
  'byBand' | 'bands' | 'heatMap' | 'likelihoodWords' | 'impactWords' | 'impactWeights' | 'lowUpTo' | 'mediumUpTo'
>;

/**
 * How many open risks each band and each cell of the heat map has: the last likelihood in the first row, the first impact in the
 * first column.
 */
const openHeat = (matrix: RiskMatrix) => {
  const { likelihoodWords, impactWords, impactWeights, lowUpTo, mediumUpTo } = matrix;
  const inBand = new Map(bandsOf(matrix).map(({ key }) => [key, 0]));
  const countOfBand = (key: string): number => inBand.get(key) ?? 0;
  const heatMap = likelihoodWords.map(() => impactWords.map(() => 0));
  const bands = (): Pick<Matrix, 'byBand' | 'bands' | 'lowUpTo' | 'mediumUpTo'> =>
    matrix.bands === undefined
      ? {
          byBand: { low: countOfBand('low'), medium: countOfBand('medium'), high: countOfBand('high') },
          lowUpTo,
          mediumUpTo,
        }
      : { bands: bandsOf(matrix).map(({ key, name, upTo }) => ({ key, name, upTo, count: countOfBand(key) })) };
  return {
    add: ({ band, likelihood, impact }: RiskRow): void => {
      inBand.set(band, countOfBand(band) + 1);
      const row = heatMap[likelihoodWords.length - likelihood];
      if (row !== undefined) row[impact - 1] = (row[impact - 1] ?? 0) + 1;
    },
    close: (): Matrix => ({
      ...bands(),
      heatMap: heatMap.map((row) => [...row]),
      likelihoodWords,
      impactWords,
      ...(impactWeights === undefined ? {} : { impactWeights }),
    }),
  };
};

/** How many risks are open, with a score or without. */
export const openIn = ({ open, unscored }: RisksSection): number => open.length + unscored.length;

const dueAmong = (actions: RiskWords['actions']): RiskRow['openActionsDue'] =>
  actions.flatMap(({ what, dueOn }) => (dueOn === null ? [] : [{ what, dueOn }]));

/**
 * An open risk as reports show it, and nothing else of what is kept of it: a report by `rules-1` has no due date of one that was never
 * reviewed.
 */
export const rowInReport = (risk: OpenRisk, ruleSet: RuleSetName): RiskRow => {
  const { words, firstReviewOn } = risk;
  const stored = RiskRow.parse(risk);
  const row = { ...stored, openActionsDue: words === undefined ? stored.openActionsDue : dueAmong(words.actions) };
  return isInRuleSet({ since: 'rules-2' }, ruleSet)
    ? { ...row, nextReviewOn: row.nextReviewOn ?? firstReviewOn ?? null }
    : row;
};

/** Reviews and actions of a risk that are overdue at the end of the month. */
const overdueOf = (
  risk: Pick<RiskRow, 'nextReviewOn' | 'openActionsDue'>,
  month: ReportedMonth,
): { readonly dueOn: string; readonly what: string }[] => [
  ...(risk.nextReviewOn !== null && risk.nextReviewOn < month.lastDay
    ? [{ dueOn: risk.nextReviewOn, what: 'Review of the risk' }]
    : []),
  ...risk.openActionsDue.filter((action) => action.dueOn < month.lastDay).map(({ dueOn, what }) => ({ dueOn, what })),
];

/** How many reviews and actions of an open risk are overdue. */
export const overdueIn = (risk: OpenRisk | UnscoredRisk, month: ReportedMonth): number =>
  overdueOf('score' in risk ? rowInReport(risk, 'rules-2') : risk, month).length;

/** Whether the score of a risk is another than at the end of the report before. */
export const hasMoved = (risk: OpenRisk, month: ReportedMonth): boolean => {
  const { direction } = travelOf(rowInReport(risk, 'rules-2'), month, true);
  return direction === 'up' || direction === 'down';
};

const coverageInWords = (risks: {
  readonly open: number;
  readonly programmeWide: number;
  readonly withoutScore: number;
  readonly noLongerOpen: number;
  readonly counted: number;
  readonly withoutAny: number;
  readonly apart: string;
  readonly ruleSet: RuleSetName;
}): string => {
  const { open, programmeWide, withoutScore, noLongerOpen, counted, withoutAny, apart, ruleSet } = risks;
  if (open + noLongerOpen === 0)
    return apart === ''
      ? 'No risk is recorded in the tracker.'
      : `No risk is recorded of a counted review or the programme itself.${apart}`;
  const where = `${open - programmeWide} of reviews, ${programmeWide} programme-wide`;
  const closed = isInRuleSet({ since: 'rules-2' }, ruleSet)
    ? `${noLongerOpen === 1 ? 'has' : 'have'} been closed or ${noLongerOpen === 1 ? 'has' : 'have'} happened`
    : 'closed or happened';
  const ended = noLongerOpen === 0 ? '' : ` ${noLongerOpen} more ${closed}.`;
  const none = withoutAny === 0 ? '' : ` ${withoutAny} of ${countOf(counted, 'review')} record no risk.`;
  const unscored =
    withoutScore === 0
      ? ''
      : ` ${withoutScore} of them ${withoutScore === 1 ? 'has no score, and is' : 'have no score, and are'} in no band.`;
  return `${countOf(open, 'open risk')}: ${where}.${unscored}${ended}${none}${apart}`;
};

/** Open risks that no count here holds: those of reviews that have ended, and of those that are not yet approved. */
const openApart = () => {
  let ended = 0;
  let paused = 0;
  let potential = 0;
  return {
    add: ({ ended: hasEnded, position }: ReviewInReport): void => {
      if (position.review.lifecycle === 'paused') paused += openIn(position.risks);
      if (hasEnded) ended += openIn(position.risks);
      else potential += openIn(position.risks);
    },
    inWords: (): string => {
      const parts = [
        ...(ended === 0
          ? []
          : [`${countOf(ended, 'open risk')} of reviews that have ended${paused > 0 ? ' or are paused' : ''}`]),
        ...(potential === 0 ? [] : [`${countOf(potential, 'open risk')} of potential reviews`]),
      ];
      return parts.length === 0 ? '' : ` Not in these counts: ${listed(parts)}.`;
    },
  };
};

/** Where risks stood on the matrix in the report before: of those that it lists, the highest and the moved. */
const placesBefore = ({ previous }: ReportSetting, ofRules2: boolean): ((row: Row) => Pick<Row, 'was'>) => {
  const before = previous?.content.risks;
  if (before === undefined || !ofRules2) return () => ({});
  const keyOf = ({ review, risk }: Pick<Row, 'review' | 'risk'>): string => JSON.stringify([review, risk.id]);
  const places = new Map(
    [...before.moved.rows, ...before.top.rows].map((row) => [
      keyOf(row),
      { likelihood: row.risk.likelihood, impact: row.risk.impact, score: row.risk.score },
    ]),
  );
  return (row) => {
    const found = places.get(keyOf(row));
    // What was recorded late since moved it elsewhere before that report's end.
    if (found === undefined || found.score !== row.previousScore) return {};
    return { was: { likelihood: found.likelihood, impact: found.impact } };
  };
};

/** The lists of open risks: the highest with what is done about them, the moved, the overdue, the incomplete. */
const openLists = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const ofRules2 = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const placeBefore = placesBefore(setting, ofRules2);
  const top = new Rows<High>(worstFirst, highestShown);
  const unscored = new Rows<NonNullable<Risks['unscored']>['rows'][number]>((one) => [reviewKey(one), one.risk]);
  const moved = new Rows<Row>(worstFirst);
  const overdue = new Rows<Risks['overdue']['rows'][number]>((one) => [one.dueOn, reviewKey(one), one.risk]);
  const incomplete = new Rows<Risks['incomplete']['rows'][number]>((one) => [reviewKey(one), one.risk]);
  return {
    add: (subject: SubjectOfRow, open: OpenRisk): void => {
      const { words } = open;
      const risk = rowInReport(open, ruleSet);
      const row: Row = {
        ...subject,
        risk: { ...risk, scores: risk.scores.slice(-scoresShown) },
        ...travelOf(risk, month, ofRules2),
      };
      const about = { ...subject, risk: risk.id, riskTitle: risk.title };
      top.add(ofRules2 && words !== undefined ? { ...row, words } : row);
      if (row.direction === 'up' || row.direction === 'down') moved.add({ ...row, ...placeBefore(row) });
      overdue.add(...overdueOf(risk, month).map((due) => ({ ...about, ...due })));
      if (risk.missing.length > 0) incomplete.add({ ...about, missing: risk.missing });
    },
    addUnscored: (subject: SubjectOfRow, risk: UnscoredRisk): void => {
      const about = { ...subject, risk: risk.id, riskTitle: risk.title };
      unscored.add({ ...about, owner: risk.owner ?? null, because: risk.because });
      overdue.add(...overdueOf(risk, month).map((due) => ({ ...about, ...due })));
      if (risk.missing.length > 0) incomplete.add({ ...about, missing: risk.missing });
    },
    close: (): Pick<Risks, 'top' | 'unscored' | 'moved' | 'overdue' | 'incomplete'> => ({
      top: top.listed(),
      ...(ofRules2 ? { unscored: unscored.listed() } : {}),
      moved: moved.listed(),
      overdue: overdue.listed(),
      incomplete: incomplete.listed(),
    }),
  };
};

/** The band of the highest scores in a report, and how many open risks are in it. */
export const highestBandIn = ({ byBand, bands }: Pick<Risks, 'byBand' | 'bands'>): { name: string; count: number } =>
  bands?.at(-1) ?? { name: 'high', count: byBand?.high ?? 0 };

/** Open risks of the counted reviews and of the programme: by band, on the heat map, the ten highest, moved, overdue, incomplete. */
export const risksPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const ofRules2 = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const apart = openApart();
  const heat = openHeat(setting.programme.riskMatrix);
  const lists = openLists(setting, month, ruleSet);
  const escalations = escalationsFold(month);
  let open = 0;
  let counted = 0;
  let withoutScore = 0;
  let withoutAny = 0;
  let noLongerOpen = 0;

  const take = (subject: SubjectOfRow, section: RisksSection): void => {
    escalations.add(subject, section);
    for (const risk of section.open) {
      open += 1;
      heat.add(risk);
      lists.add(subject, risk);
    }
    for (const risk of section.unscored) {
      open += 1;
      withoutScore += 1;
      lists.addUnscored(subject, risk);
    }
    noLongerOpen += section.closed.length + section.happened.length;
  };

  const wide = setting.programmeWide.risks;
  take({ review: null, title: setting.programme.name }, wide);

  return {
    add: (review: ReviewInReport): void => {
      if (!review.counted) {
        apart.add(review);
        return;
      }
      const section = review.position.risks;
      counted += 1;
      if (openIn(section) + section.closed.length + section.happened.length === 0) withoutAny += 1;
      take(subjectOf(review), section);
    },
    close: (): Risks => ({
      open,
      programmeWide: openIn(wide),
      ...heat.close(),
      ...lists.close(),
      ...(ofRules2 ? { escalations: escalations.close() } : {}),
      coverage: coverageInWords({
        open,
        programmeWide: openIn(wide),
        withoutScore,
        noLongerOpen,
        counted,
        withoutAny,
        apart: ofRules2 ? apart.inWords() : '',
        ruleSet,
      }),
    }),
  };
};
