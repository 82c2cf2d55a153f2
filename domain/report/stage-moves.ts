import { dayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { gateRules } from '../review/gate.ts';
import { stageIndex } from '../review/stage-line.ts';
import { moveKey } from './facts-held.ts';
import { reviewKey } from './in-order.ts';
import { listedFacts } from './listed-facts.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';
import { stageNamer } from './stage-names.ts';

type Move = ReviewInReport['position']['review']['moves'][number];
type Waiver = ReviewInReport['position']['review']['waivers'][number];

/** What a criterion asks for; nothing of one that there no longer is. */
const sentenceOf = (criterion: string): { sentence?: string } => {
  const rule = gateRules.find(({ id }) => id === criterion);
  return rule === undefined ? {} : { sentence: rule.sentence };
};

/** Criteria that the settings switch off, so that no move needed them. */
const gatesWithout = ({ gatesWithout: off = [] }: ReportSetting['programme']): Pick<ReportContent, 'gatesWithout'> =>
  off.length === 0
    ? {}
    : {
        gatesWithout: off.map(({ criterion, reason }) => ({
          criterion,
          sentence: sentenceOf(criterion).sentence ?? criterion,
          reason,
        })),
      };

/** A report by `rules-1` looks at so many of the last moves of a review. */
const movesOfRules1 = 10;

/**
 * The waivers that still stand: those given for the next move, and those used on the way to where the review is now.
 * Every later report shows a waiver; it lapses when the review goes back to the stage that it was given for, or before.
 */
const standingWaivers = (
  { waivers }: ReviewInReport['position']['review'],
  moves: readonly Move[],
  stageOrder: (stage: string) => number,
): Waiver[] => {
  let used: Waiver[] = [];
  for (const move of moves) {
    if (move.direction === 'back') used = used.filter((waiver) => stageOrder(waiver.stage) < stageOrder(move.to));
    else used.push(...move.waived.map((waiver) => ({ ...waiver, stage: move.from })));
  }
  const both = [...used, ...waivers];
  const same = (one: Waiver, other: Waiver): boolean => one.criterion === other.criterion && one.stage === other.stage;
  return both.filter((waiver, n) => !both.slice(n + 1).some((later) => same(waiver, later)));
};

type MoveRow = ReportContent['moves']['rows'][number];

/** The moves that are in this report, each in the first that knows of it. */
const movesOfStage = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const stageName = stageNamer(setting.programme);
  const listed = listedFacts(setting, month, ruleSet);
  const moves = new Rows<MoveRow>((one) => [one.on, reviewKey(one)]);
  return {
    add: (review: ReviewInReport, taken: readonly Move[]): void => {
      for (const move of taken) {
        const on = dayOf(move.at);
        const found = listed(review.id, { key: moveKey(move), on });
        if (found === null) continue;
        moves.add({
          ...subjectOf(review),
          on,
          from: stageName(move.from),
          to: stageName(move.to),
          direction: move.direction,
          reason: move.reason ?? null,
          waived: move.waived.map(({ criterion, reason }) => ({ criterion, reason })),
          ...found,
        });
      }
    },
    listed: () => moves.listed(),
  };
};

/** In which place of the order of stages a stage is; after all where it is in none. */
const stageOrderIn =
  (programme: ReportSetting['programme']) =>
  (stage: string): number => {
    const n = stageIndex(programme, stage);
    return n < 0 ? Number.POSITIVE_INFINITY : n;
  };

/** How many waivers of a review stand. */
export const waiversStanding = ({ position: { review } }: ReviewInReport, { programme }: ReportSetting): number =>
  standingWaivers(review, review.moves, stageOrderIn(programme)).length;

/** Moves of stage within the month, of every review; waivers in force and what is waited for, of counted reviews. */
export const stageMovesPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const { programme } = setting;
  const ofEveryMove = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const stageName = stageNamer(programme);
  const stageOrder = stageOrderIn(programme);
  const moves = movesOfStage(setting, month, ruleSet);
  const waiversInForce = new Rows<ReportContent['waiversInForce']['rows'][number]>((one) => [
    reviewKey(one),
    one.criterion,
  ]);
  const waits = new Rows<ReportContent['waits']['rows'][number]>((one) => [reviewKey(one), one.id]);
  return {
    add: (review: ReviewInReport): void => {
      const subject = subjectOf(review);
      const section = review.position.review;
      const taken = ofEveryMove ? section.moves : section.moves.slice(-movesOfRules1);
      moves.add(review, taken);
      if (!review.counted) return;
      for (const waiver of standingWaivers(section, taken, stageOrder)) {
        const { criterion, reason, stage, at } = waiver;
        waiversInForce.add({
          ...subject,
          criterion,
          ...(ofEveryMove ? sentenceOf(criterion) : {}),
          stage: stageName(stage),
          reason,
          on: dayOf(at),
        });
      }
      for (const wait of section.waitsFor) {
        waits.add({
          ...subject,
          id: wait.id,
          on: wait.on,
          what: wait.what,
          neededBy: wait.neededBy ?? null,
          holdsStage: wait.holdsStage === undefined ? null : stageName(wait.holdsStage),
        });
      }
    },
    close: () => ({
      moves: moves.listed(),
      waiversInForce: waiversInForce.listed(),
      waits: waits.listed(),
      ...gatesWithout(programme),
    }),
  };
};
