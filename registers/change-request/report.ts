import { changeDecisionKey, changeRaisedKey } from '#domain/report/facts-held.ts';
import { reviewKey } from '#domain/report/in-order.ts';
import { listedFacts } from '#domain/report/listed-facts.ts';
import type { ReportedMonth, ReportSetting } from '#domain/report/report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from '#domain/report/review-in-report.ts';
import { Rows } from '#domain/report/rows.ts';
import { addTotals, noTotal, totalOf } from '#domain/totals.ts';
import { dayOf } from '#language/time.ts';
import type { RuleSetName } from '#schemas/rule-set-name.ts';
import { approvedOf, firstApprovedOf, type OfChain } from '../cost-or-benefit/approved-case.ts';
import type { MilestonesSection } from '../milestone/record.ts';
import { type ChangeRequestsPart, type ChangeRequestsSection, statusOf } from './projections.ts';

type ChangeRequest = ChangeRequestsSection[number];
type Happened = ChangeRequestsPart['inMonth']['rows'][number];
type OpenRow = ChangeRequestsPart['openRows']['rows'][number];
type Moved = ChangeRequestsPart['moved']['rows'][number];
type Approval = ChangeRequestsPart['approvals']['rows'][number];
type Plan = ChangeRequestsPart['plans']['rows'][number];
type EffectTotals = ChangeRequestsPart['effectOfOpen']['cost'];

const noEffect = (): EffectTotals => ({ more: noTotal, less: noTotal, none: 0, notStated: 0 });
const withEffect = (totals: EffectTotals, effect: ChangeRequest['cost']): EffectTotals => {
  if (effect === undefined) return { ...totals, notStated: totals.notStated + 1 };
  const { direction, figure } = effect;
  if (direction === 'none' || figure === undefined) return { ...totals, none: totals.none + 1 };
  return { ...totals, [direction]: addTotals([totals[direction], totalOf([figure])]) };
};

/** What a change request asks for, as a row says it. */
const about = ({ id, title, askedBy, raisedOn, cost, benefit, ...moves }: ChangeRequest) => {
  const all = [moves, ...moves.ofReviews];
  const countOf = (kind: 'milestones' | 'savings' | 'costsAndBenefits'): number =>
    all.reduce((sum, one) => sum + one[kind].length, 0);
  return {
    ...{ change: id, changeTitle: title, askedBy, raisedOn, cost: cost ?? null, benefit: benefit ?? null },
    ...{
      milestones: countOf('milestones'),
      savings: countOf('savings'),
      costsAndBenefits: countOf('costsAndBenefits'),
    },
  };
};

/** What became of them, and what those that are agreed and those that are not decided come to. */
const tallyOf = () => {
  const tally = { total: 0, open: 0, deferred: 0, agreed: 0, refused: 0, withdrawn: 0 };
  const effects = {
    effectOfAgreed: { cost: noEffect(), benefit: noEffect() },
    effectOfOpen: { cost: noEffect(), benefit: noEffect() },
  };
  return {
    add: (one: ChangeRequest): void => {
      const status = statusOf(one);
      tally.total += 1;
      tally[status] += 1;
      if (status === 'refused' || status === 'withdrawn') return;
      const of = status === 'agreed' ? 'effectOfAgreed' : 'effectOfOpen';
      const { cost, benefit } = effects[of];
      effects[of] = { cost: withEffect(cost, one.cost), benefit: withEffect(benefit, one.benefit) };
    },
    close: () => ({ ...tally, ...effects }),
  };
};

/** The plans of savings lines that moved since they were baselines. */
const plansOf = () => {
  const rows = new Rows<Plan>((one) => [reviewKey(one), one.id]);
  let [first, now, planMoves] = [noTotal, noTotal, 0];
  return {
    add: (subject: SubjectOfRow, lines: ReviewInReport['position']['savings']['lines']): void => {
      for (const { id, title: saving, planMoved } of lines) {
        if (planMoved === undefined) continue;
        const moves = planMoved.moves.length;
        first = addTotals([first, planMoved.first]);
        now = addTotals([now, planMoved.now]);
        planMoves += moves;
        rows.add({ ...subject, id, saving, moves, first: planMoved.first, now: planMoved.now });
      }
    },
    close: () => ({ plans: rows.listed(), planMoves, plansFirst: first, plansNow: now }),
  };
};

/** How often the baselines of milestones were moved. */
const movedOf = ({ beforeEnd }: ReportedMonth) => {
  const rows = new Rows<Moved>((one) => [-one.moves, reviewKey(one)]);
  let moves = 0;
  return {
    add: (subject: SubjectOfRow, milestones: MilestonesSection): void => {
      const movedOnes = milestones.filter(({ rebaselines }) => rebaselines > 0);
      if (movedOnes.length === 0) return;
      const times = movedOnes.reduce((sum, { rebaselines }) => sum + rebaselines, 0);
      const movesInMonth = movedOnes.flatMap((one) => one.moves).filter(({ at }) => at > beforeEnd).length;
      moves += times;
      rows.add({ ...subject, milestones: movedOnes.length, moves: times, movesInMonth });
    },
    close: () => ({ moved: rows.listed(), moves }),
  };
};

/** The approved figures of costs and benefits that moved since they were baselines. */
const approvalsOf = ({ beforeEnd }: ReportedMonth) => {
  const rows = new Rows<Approval>((one) => [reviewKey(one), one.id]);
  let approvedMoves = 0;
  return {
    add: (subject: SubjectOfRow, chain: OfChain): void => {
      for (const entry of chain.entries) {
        const { id, title: costOrBenefit, type, moves: all } = entry;
        if (all.length === 0) continue;
        const movesInMonth = all.filter(({ at }) => at > beforeEnd).length;
        const [first, now] = [firstApprovedOf(entry, chain), approvedOf(entry, chain).figure];
        approvedMoves += all.length;
        rows.add({ ...subject, id, costOrBenefit, type, moves: all.length, movesInMonth, first, now });
      }
    },
    close: () => ({ approvals: rows.listed(), approvedMoves }),
  };
};

/**
 * Change requests of the programme and of reviews under way or ended: what was raised and decided in the month (of every review), what is
 * not decided yet and how old it is, what they come to, and how often baselines were moved.
 */
export const changeRequestsPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const listed = listedFacts(setting, month, ruleSet);
  const inMonth = new Rows<Happened>((one) => [one.on, reviewKey(one), one.change, one.what]);
  const open = new Rows<OpenRow>((one) => [one.raisedOn, reviewKey(one), one.change]);
  const moved = movedOf(month);
  const tally = tallyOf();
  const plans = plansOf();
  const approvals = approvalsOf(month);

  const takeFacts = (subject: SubjectOfRow, requests: ChangeRequestsSection): void => {
    for (const one of requests) {
      const raised = listed(subject.review, { key: changeRaisedKey(one.id), on: one.raisedOn });
      const row = { ...subject, ...about(one) };
      if (raised !== null)
        inMonth.add({ ...row, what: 'raised', on: one.raisedOn, body: null, reference: null, reason: null, ...raised });
      for (const { number, decision, body, on, at, reference, reason } of one.decisions) {
        const found = listed(subject.review, { key: changeDecisionKey(one.id, number), on: dayOf(at) });
        const words = { body, reference: reference ?? null, reason: reason ?? null };
        if (found !== null) inMonth.add({ ...row, what: decision, on, ...words, ...found });
      }
    }
  };
  const take = (subject: SubjectOfRow, requests: ChangeRequestsSection, milestones: MilestonesSection): void => {
    for (const one of requests) {
      tally.add(one);
      const status = statusOf(one);
      if (status === 'open' || status === 'deferred') open.add({ ...subject, ...about(one), status });
    }
    moved.add(subject, milestones);
  };
  const { programme, programmeWide } = setting;
  const ofProgramme: SubjectOfRow = { review: null, title: programme.name };
  takeFacts(ofProgramme, programmeWide.changeRequests);
  take(ofProgramme, programmeWide.changeRequests, programmeWide.milestones);
  approvals.add(ofProgramme, { entries: programmeWide.costsAndBenefits, cases: [] });

  return {
    add: (review: ReviewInReport): void => {
      const { changeRequests, milestones, costsAndBenefits: entries, businessCases: cases } = review.position;
      takeFacts(subjectOf(review), changeRequests);
      if (!review.counted && !review.ended) return;
      take(subjectOf(review), changeRequests, milestones);
      plans.add(subjectOf(review), review.position.savings.lines);
      approvals.add(subjectOf(review), { entries, cases });
    },
    close: (): ChangeRequestsPart => ({
      ...tally.close(),
      inMonth: inMonth.listed(),
      openRows: open.listed(),
      ...moved.close(),
      ...plans.close(),
      ...approvals.close(),
    }),
  };
};
