import type { CommandContext, Decided } from '#domain/decided.ts';
import { buildPosition, buildProgrammeWide, type RecordAt } from '#domain/position/sections.ts';
import type { GateContext } from '#domain/review/gate.ts';
import { registers } from '#registers/all.ts';
import type { RecordKind } from '#schemas/history.ts';
import { asJsonObject } from '#schemas/history.ts';
import type { Role } from '#schemas/people.ts';
import { Programme } from '#schemas/programme.ts';
import { Review, type ReviewFacts } from '#schemas/review.ts';
import type { StageModel } from '#schemas/stages.ts';

/*
 * A review that passes every gate of both stage models, so that a case can break exactly one thing of it.
 */

export const told = '2014-04-14T09:00:00.000Z';

export const by = (subject: string, ...roles: Role[]): CommandContext => ({
  actor: { subject, organisation: 'kent', roles },
  effectiveAt: told,
});
export const team = by('tina-team', 'transformation-team');
export const ownSro = by('ann-lee', 'sro');
export const otherSro = by('bob-cox', 'sro');

export const programme = (changes: object = {}): Programme =>
  Programme.parse({
    name: 'Facing the Challenge',
    council: 'A council',
    directorates: [{ id: 'growth', name: 'Growth' }],
    portfolios: [{ id: 'market-engagement', name: 'Market engagement' }],
    themes: [{ id: 'back-office', name: 'Back office' }],
    reporting: { firstMonth: '2013-10' },
    ...changes,
  });

export const reviewRecord = (changes: object = {}): Review =>
  Review.parse({
    title: 'Property Review',
    services: ['Property'],
    directorate: 'growth',
    lifecycle: 'active',
    sros: [{ subject: 'ann-lee', name: 'Ann Lee' }],
    lead: { subject: 'leo-low', name: 'Leo Low' },
    grossExpenditure: { kind: 'not-stated' },
    netExpenditure: { kind: 'amount', pounds: 3_000_000 },
    outcomesSought: 'Fewer, better used buildings',
    authorisationToProceed: { body: 'County Council', on: { kind: 'date', date: '2014-03-27' } },
    equalityImpact: { status: 'screened' },
    consultation: { status: 'not-required', words: 'No front-line service changes' },
    costAndBenefit: {
      cost: { kind: 'amount', pounds: 400_000 },
      benefit: { kind: 'non-financial', words: 'Residents find the service nearer home' },
    },
    handover: { owner: 'Head of Property', on: '2014-03-31' },
    lessons: [{ learned: 'Engage the market before the options are drawn' }],
    unrealisedBenefits: [{ what: 'Rents above the market', owner: 'Head of Property' }],
    ...changes,
  });

/** An entry as its register's schema parses it, with the facts given. */
export const recordRef = (
  kind: RecordKind,
  id: string,
  record: object,
  facts: object = {},
  struckOut = false,
): RecordAt => ({
  review: 'property',
  kind,
  id,
  effectiveAt: told,
  state: {
    record: asJsonObject(registers.find((one) => one.kind === kind)?.record.parse(record) ?? record),
    facts: asJsonObject(facts),
    struckOut: struckOut ? { reason: 'told by mistake', by: 'tina-team', at: told } : null,
  },
});

const approved = (body: string, on: string) => ({
  outcomes: [{ number: 1, outcome: 'approved', body, on, by: 'ann-lee', at: told, conditions: [] }],
});

export const outline = { title: 'Outline case for property', type: 'outline', caseVersion: '1', on: '2014-02-03' };
export const full = { title: 'Full case for property', type: 'full', caseVersion: '1', on: '2014-03-03' };
export const goLive = {
  title: 'Company starts trading',
  type: 'delivery',
  baseline: '2014-03-31',
  actual: '2014-03-31',
};
export const adoption = {
  title: 'Adopt a trading company',
  body: 'Cabinet',
  kind: 'key-decision',
  status: 'taken',
  takenOn: '2014-03-28',
};
export const line = {
  title: 'Fewer buildings',
  class: 'cash-releasing',
  mechanism: 'transformation',
  recurrence: 'recurring',
  firmness: 'agreed',
  years: [{ year: '2013/14', plan: 100_000, claimedActual: 90_000 }],
};
const validated = {
  validations: [{ year: '2013/14', pounds: 80_000, on: '2014-04-10', by: 'fay-fin', at: told }],
  forecastSince: told,
  claimedBySubject: 'tina-team',
};

/** Everything in the review's registers, by `kind/id`. */
export const perfectEntries: readonly RecordAt[] = [
  recordRef('market-engagement', 'soft-market-test', { title: 'Soft market test', kind: 'soft-market-test' }),
  recordRef('option', 'as-is', { label: 'Do nothing', deliveryModel: 'do-nothing', disposition: 'not-recommended' }),
  recordRef('option', 'company', {
    label: 'Trading company',
    deliveryModel: 'local-authority-trading-company',
    disposition: 'preferred',
  }),
  recordRef('delivery-model', 'company', {
    model: 'local-authority-trading-company',
    fromOptions: ['company'],
    decision: 'adopt',
  }),
  recordRef('business-case', 'outline', outline, approved('County Council', '2014-02-13')),
  recordRef('business-case', 'full', full, approved('Cabinet', '2014-03-13')),
  recordRef('saving', 'buildings', line, validated),
  recordRef('milestone', 'go-live', goLive, { originalBaseline: '2014-03-31', rebaselines: 0 }),
  recordRef('decision', 'adopt', adoption),
];

/** The same entries but one, which is left out or told otherwise. */
export const entriesWith = (kind: RecordKind, id: string, instead: RecordAt | null): readonly RecordAt[] => [
  ...perfectEntries.filter((one) => one.kind !== kind || one.id !== id),
  ...(instead === null ? [] : [instead]),
];

export const factsAt = (stage: string, changes: Partial<ReviewFacts> = {}): ReviewFacts => ({
  stage,
  stageSince: told,
  stageWork: null,
  moves: [],
  waivers: [],
  lifecycles: [{ lifecycle: 'active', at: told }],
  ...changes,
});

interface Given {
  readonly model?: StageModel['kind'];
  readonly record?: object;
  readonly facts?: Partial<ReviewFacts>;
  readonly entries?: readonly RecordAt[];
  readonly programmeWide?: readonly RecordAt[];
}

const ownStages = [
  { id: 'look', name: 'Look' },
  { id: 'act', name: 'Act' },
];

/** The perfect review at a stage, or one that differs from it as given. */
export const reviewAt = (stage: string, given: Given = {}): GateContext => {
  const kind = given.model ?? 'service-review';
  const settings = programme({ stageModel: kind === 'own' ? { kind, stages: ownStages } : { kind } });
  const review = { record: reviewRecord(given.record), facts: factsAt(stage, given.facts) };
  const ofReview: RecordAt = {
    review: 'property',
    kind: 'review',
    id: 'property',
    effectiveAt: told,
    state: { record: asJsonObject(review.record), facts: asJsonObject(review.facts), struckOut: null },
  };
  return {
    programme: settings,
    review,
    position: buildPosition([ofReview, ...(given.entries ?? perfectEntries)], settings),
    programmeWideEngagement: buildProgrammeWide(given.programmeWide ?? [], settings).engagement,
  };
};

/** The same review after a decision on it: its record and facts are the decision's. */
export const following = (context: GateContext, decided: Decided<GateContext['review']>): GateContext => ({
  ...context,
  review: resultOf(decided),
});

export const resultOf = <T>(decided: Decided<T>): T => {
  if (decided.kind === 'refused') throw new Error(`refused: ${decided.refusal.code}: ${decided.refusal.detail}`);
  return decided.result;
};

export const refusalOf = (decided: Decided<unknown>) => {
  if (decided.kind === 'done') throw new Error('done, though a refusal was looked for');
  return decided.refusal;
};

/** `pointer message` of each fault of a refusal. */
export const faultLines = (decided: Decided<unknown>): string[] =>
  (refusalOf(decided).faults ?? []).map((fault) => `${fault.pointer} ${fault.message}`);
