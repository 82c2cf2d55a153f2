import type { CommandContext } from '#domain/decided.ts';
import type { PutContext } from '#domain/registers/define-rules.ts';
import { rulesOf } from '#domain/registers/rules.ts';
import type { RegisterKind } from '#registers/all.ts';
import type { NamedChange } from '#registers/change-request/agreed-change.ts';
import { ChangeRequest } from '#registers/change-request/record.ts';
import { asJsonObject, type RecordState } from '#schemas/history.ts';
import { factsAt, full, goLive, programme, recordRef, resultOf, reviewRecord, team } from '../domain/perfect-review.ts';
import { outcome } from '../domain/review/gate-state.ts';

export const later = '2014-05-02T09:00:00.000Z';
export const ofReview = {
  id: 'property',
  record: reviewRecord(),
  facts: factsAt('service-baseline'),
  line: { recorded: [], deputies: [] },
};
export interface Put {
  readonly before?: RecordState;
  readonly command?: CommandContext;
  readonly review?: PutContext['review'];
  readonly settings?: object;
  readonly id?: string;
  readonly change?: NamedChange;
  /** The outcomes of the business case that it names. */
  readonly outcomesOfCase?: object;
  readonly correcting?: PutContext['correcting'];
  /** The budget lines of the same chain. */
  readonly budgetLines?: Readonly<Record<string, object>>;
}

export const put = (kind: RegisterKind, record: object, given: Put = {}) =>
  rulesOf(kind).put({
    programme: programme(given.settings),
    review: given.review === undefined ? ofReview : given.review,
    id: given.id ?? 'one',
    before: given.before ?? null,
    record: recordRef(kind, 'one', record).state.record,
    command: given.command ?? team,
    ...(given.change === undefined ? {} : { change: given.change }),
    ...(given.outcomesOfCase === undefined
      ? {}
      : { named: () => ({ ...caseWithOutcome, facts: asJsonObject(given.outcomesOfCase ?? {}) }) }),
    ...(given.correcting === undefined ? {} : { correcting: given.correcting }),
    others: (other) =>
      other === 'budget-line'
        ? Object.entries(given.budgetLines ?? {}).map(([id, line]) => recordRef('budget-line', id, line))
        : [],
  });

export const made = (kind: RegisterKind, record: object, given: Put = {}) => resultOf(put(kind, record, given));
export const atLater = (command: CommandContext): CommandContext => ({ ...command, effectiveAt: later });
export const risk = {
  title: 'Savings are not achieved',
  cause: 'The market is thin',
  event: 'No bid meets the price',
  consequence: 'The gap stays open',
  category: 'Financial',
  inherent: { likelihood: 5, impact: 5 },
  current: { likelihood: 4, impact: 4 },
  target: { likelihood: 2, impact: 4 },
  treatment: 'treat',
};

export const option = { label: 'Trading company', deliveryModel: 'local-authority-trading-company' };
export const model = { model: 'trust', fromOptions: ['company', 'trust'], decision: 'adopt' };
export const issue = { title: 'No bids', severity: 'high', raisedOn: '2014-04-01', risk: 'thin-market' };
export const stated = {
  title: 'Required',
  measure: 'savings-required',
  year: '2015/16',
  figure: { kind: 'amount', pounds: 88 },
};

export const rating = { on: '2014-04-14', overall: { rating: 'amber', words: 'Late but in hand' } };
export const agreedChange = { by: 'Transformation Board', on: '2014-04-01', reason: 'The lease ends later' };
/** A change request that moves the baseline of the entry `one`, as it was decided on last. */
export const changeTo = (
  baseline: string,
  { decision = 'agreed', on = '2014-04-01' }: { decision?: 'agreed' | 'refused'; on?: string } = {},
): NamedChange => ({
  record: ChangeRequest.parse({
    title: 'The lease ends later',
    what: 'Later',
    why: 'The lease',
    askedBy: 'Estates',
    raisedOn: '2014-03-01',
    milestones: [{ milestone: 'one', baseline }],
    savings: [{ saving: 'one', years: [{ year: '2013/14', plan: 90_000 }] }],
    costsAndBenefits: [{ costOrBenefit: 'one', approved: { kind: 'amount', pounds: 2_000_000 } }],
    ofReviews: [{ review: 'property', milestones: [{ milestone: 'one', baseline }] }],
  }),
  facts: {
    askedBySubject: 'tina-team',
    decisions: [
      { number: 1, decision, body: 'Board', on, by: 'pat-office', at: '2014-04-02T09:00:00.000Z', ofVersion: 1 },
    ],
  },
});
export const goLiveMade = made('milestone', goLive);
export const caseWithOutcome = recordRef('business-case', 'one', full, outcome('returned')).state;
export const ratingMade = recordRef('rating', 'one', rating, {
  source: 'sro',
  by: 'ann-lee',
  ofReviewVersion: 3,
}).state;
export const ownRating = {
  before: ratingMade,
  command: { ...team, actor: { ...team.actor, subject: 'ann-lee', roles: ['sro' as const] } },
};
