import { changeDecisionKey, changeRaisedKey } from '#domain/report/facts-held.ts';
import { byTitle, figuresOfRecords, givesTotal, subjectItself } from '#domain/report/figures/of-records.ts';
import { totalOf } from '#domain/totals.ts';
import { dayOf } from '#language/time.ts';
import { type ChangeRequestsPart, type ChangeRequestsSection, statusOf } from './projections.ts';

type Request = ChangeRequestsSection[number];
type EffectTotals = ChangeRequestsPart['effectOfOpen']['cost'];

const rule = {
  id: 'REVIEW-31',
  sentence:
    'Change requests of the programme, of reviews under way and of those that have ended are counted by status.',
};
const effects = {
  id: 'REVIEW-31',
  sentence:
    'What is agreed, and what is not decided, says how much more and less it makes of cost and benefit, and how many state it.',
};
const moved = {
  id: 'REVIEW-31',
  sentence: 'How often baselines were moved is counted over all the time that they are baselines.',
};

const statuses = [
  ['open', 'Change requests not decided'],
  ['deferred', 'Change requests deferred'],
  ['agreed', 'Change requests agreed'],
  ['refused', 'Change requests refused'],
  ['withdrawn', 'Change requests withdrawn'],
] as const;

const ofEffect = (name: string, words: string, totals: EffectTotals) => [
  { name: `${name}.more`, title: `${words}: more`, value: totals.more, unit: 'pounds' as const, rule: effects },
  { name: `${name}.less`, title: `${words}: less`, value: totals.less, unit: 'pounds' as const, rule: effects },
  { name: `${name}.none`, title: `${words}: no change`, value: totals.none, rule: effects },
  { name: `${name}.not-stated`, title: `${words}: not stated`, value: totals.notStated, rule: effects },
];

const effectOf = (name: string, effect: Request['cost']) => {
  if (effect === undefined) return { [`${name}.not-stated`]: true };
  const { direction, figure } = effect;
  return direction === 'none' || figure === undefined
    ? { [`${name}.none`]: true }
    : { [`${name}.${direction}`]: givesTotal(totalOf([figure])) };
};

/** Of what is agreed, or not decided; the others come to nothing. */
const effectsOf = (one: Request) => {
  const status = statusOf(one);
  if (status === 'refused' || status === 'withdrawn') return {};
  const of = status === 'agreed' ? 'agreed' : 'undecided';
  return { ...effectOf(`${of}.cost`, one.cost), ...effectOf(`${of}.benefit`, one.benefit) };
};

const ofRequests = figuresOfRecords({
  part: 'changeRequests',
  register: 'change-request',
  whose: 'under-way-or-ended',
  rule,
  ofReview: ({ position }) => position.changeRequests,
  ofProgramme: (wide) => wide.changeRequests,
  named: byTitle,
  figures: {
    total: { title: 'Change requests', value: ({ total }) => total, gives: () => true },
    'open-or-deferred': {
      title: 'Change requests open or deferred',
      value: ({ openRows }) => openRows.total,
      gives: (one) => statusOf(one) === 'open' || statusOf(one) === 'deferred',
    },
  },
  tables: [
    {
      asked: (part) => statuses.map(([status, title]) => ({ name: `status.${status}`, title, value: part[status] })),
      gives: (one) => ({ [`status.${statusOf(one)}`]: true }),
    },
    {
      asked: ({ effectOfAgreed, effectOfOpen }) => [
        ...ofEffect('agreed.cost', 'Agreed changes of cost', effectOfAgreed.cost),
        ...ofEffect('agreed.benefit', 'Agreed changes of benefit', effectOfAgreed.benefit),
        ...ofEffect('undecided.cost', 'Changes of cost not decided', effectOfOpen.cost),
        ...ofEffect('undecided.benefit', 'Changes of benefit not decided', effectOfOpen.benefit),
      ],
      gives: effectsOf,
    },
  ],
});

const ofMonth = figuresOfRecords({
  part: 'changeRequests',
  register: 'change-request',
  whose: 'every',
  rule: { id: 'REVIEW-31', sentence: 'What was raised and decided is in one report alone.' },
  ofReview: ({ position }) => position.changeRequests,
  ofProgramme: (wide) => wide.changeRequests,
  named: byTitle,
  figures: {
    'in-month': {
      title: 'Change requests raised or decided',
      value: ({ inMonth }) => inMonth.total,
      gives: ({ id, raisedOn, decisions }, { isHere }) =>
        (isHere({ key: changeRaisedKey(id), on: raisedOn }) ? 1 : 0) +
        decisions.filter(({ number, at }) => isHere({ key: changeDecisionKey(id, number), on: dayOf(at) })).length,
    },
  },
});

const ofMilestones = figuresOfRecords({
  part: 'changeRequests',
  register: 'milestone',
  whose: 'under-way-or-ended',
  rule: moved,
  ofReview: ({ position }) => position.milestones,
  ofProgramme: (wide) => wide.milestones,
  named: byTitle,
  figures: {
    'milestone-moves': {
      title: 'How often baselines of milestones were moved',
      value: ({ moves }) => moves,
      gives: ({ rebaselines }) => rebaselines,
    },
  },
});

const ofSubjects = figuresOfRecords({
  ...subjectItself,
  part: 'changeRequests',
  whose: 'under-way-or-ended',
  unit: 'reviews',
  rule: moved,
  figures: {
    'with-moved-milestones': {
      title: 'Reviews of which baselines of milestones were moved, and the programme',
      value: (part) => part.moved.total,
      gives: ({ review, setting: { programmeWide } }) =>
        (review?.position ?? programmeWide).milestones.some(({ rebaselines }) => rebaselines > 0),
    },
  },
});

const ofPlans = figuresOfRecords({
  part: 'changeRequests',
  register: 'saving',
  whose: 'under-way-or-ended',
  rule: moved,
  ofReview: ({ position }) => position.savings.lines,
  named: byTitle,
  figures: {
    'moved-plans': {
      title: 'Savings lines of which the plan was moved',
      value: ({ plans }) => plans.total,
      gives: ({ planMoved }) => planMoved !== undefined,
    },
    'plan-moves': {
      title: 'How often plans of savings lines were moved',
      value: ({ planMoves }) => planMoves,
      gives: ({ planMoved }) => planMoved?.moves.length,
    },
    'plans-first': {
      title: 'What plans that were moved came to first',
      unit: 'pounds',
      value: ({ plansFirst }) => plansFirst,
      gives: ({ planMoved }) => (planMoved === undefined ? undefined : givesTotal(planMoved.first)),
    },
    'plans-now': {
      title: 'What plans that were moved come to now',
      unit: 'pounds',
      value: ({ plansNow }) => plansNow,
      gives: ({ planMoved }) => (planMoved === undefined ? undefined : givesTotal(planMoved.now)),
    },
  },
});

const ofApprovals = figuresOfRecords({
  part: 'changeRequests',
  register: 'cost-or-benefit',
  whose: 'under-way-or-ended',
  rule: moved,
  ofReview: ({ position }) => position.costsAndBenefits,
  ofProgramme: (wide) => wide.costsAndBenefits,
  named: byTitle,
  figures: {
    'moved-approvals': {
      title: 'Costs and benefits of which the approved figure was changed',
      value: ({ approvals }) => approvals.total,
      gives: ({ moves }) => moves.length > 0,
    },
    'approved-moves': {
      title: 'How often approved figures were changed',
      value: ({ approvedMoves }) => approvedMoves,
      gives: ({ moves }) => moves.length,
    },
  },
});

export const changeRequestsInFigures = [ofRequests, ofMonth, ofMilestones, ofSubjects, ofPlans, ofApprovals];
