import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { isSroOf, notTheSro } from '#domain/review/sro.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Review } from '#schemas/review.ts';
import {
  BusinessCaseFacts,
  BusinessCasesSection,
  businessCase,
  type RecordedOutcome,
  type RecordOutcome,
  type UpdateCondition,
} from './record.ts';

const { noun } = businessCase;

export const businessCaseRules = defineRules(businessCase, {
  rules: [
    {
      id: 'BUS-01',
      sentence: 'A business case that has an outcome keeps its type and version: another version is another case.',
      breaches: ({ record, before }) =>
        before === null || before.facts.outcomes.length === 0
          ? []
          : (['type', 'caseVersion'] as const)
              .filter((part) => record[part] !== before.record[part])
              .map((part) => ({
                pointer: `/${part}`,
                message: `must stay "${before.record[part]}", for the case has an outcome`,
              })),
    },
  ],
  keeps: ({ before }) => before?.facts ?? { outcomes: [] },
  section: (entries) =>
    BusinessCasesSection.parse(
      entries.map(({ id, record, facts }) => ({
        ...record,
        id,
        outcomes: facts.outcomes,
        openConditions: facts.outcomes.at(-1)?.conditions.filter((condition) => condition.status === 'open') ?? [],
      })),
    ),
});

const factsOf = (state: RecordState): BusinessCaseFacts =>
  parsedPart(BusinessCaseFacts, state.facts, `facts of the ${noun}`);

/**
 * The outcome of a business case, recorded by the review's own SRO alone. It is added after the ones before it, which it
 * supersedes and which stay as they are. Refused: `review.not-the-sro`, `entry.struck-out`.
 */
export const recordOutcome = (c: {
  readonly review: { readonly record: Review };
  readonly state: RecordState;
  readonly request: RecordOutcome;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  if (!isSroOf(c.review.record, c.command.actor)) return refused(notTheSro('record the outcome of its business cases'));
  const struckOut = struckOutRefusal(c.state, noun);
  if (struckOut !== null) return refused(struckOut);
  const { outcomes } = factsOf(c.state);
  const before = outcomes.at(-1);
  const outcome: RecordedOutcome = {
    ...c.request,
    number: (before?.number ?? 0) + 1,
    ...(before === undefined ? {} : { supersedes: before.number }),
    by: c.command.actor.subject,
    at: c.command.effectiveAt,
    conditions: c.request.conditions.map((condition) => ({ ...condition, status: 'open' })),
  };
  return done(withFacts(c.state, { outcomes: [...outcomes, outcome] }));
};

/**
 * Progress on a condition of the latest outcome, by the team or the review's own SRO.
 * Refused: `review.not-the-sro`, `entry.struck-out`, `condition.unknown`.
 */
export const updateCondition = (c: {
  readonly review: { readonly record: Review };
  readonly state: RecordState;
  readonly request: UpdateCondition;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  const { actor } = c.command;
  if (!actor.roles.includes('transformation-team') && !isSroOf(c.review.record, actor))
    return refused(notTheSro('say how far its conditions have come'));
  const struckOut = struckOutRefusal(c.state, noun);
  if (struckOut !== null) return refused(struckOut);
  const { outcomes } = factsOf(c.state);
  const latest = outcomes.at(-1);
  const { condition: id, status, on, note } = c.request;
  if (latest === undefined || !latest.conditions.some((condition) => condition.id === id))
    return refused({
      code: 'condition.unknown',
      detail:
        latest === undefined
          ? 'The business case has no outcome yet, so it has no conditions.'
          : `The latest outcome has no condition "${id}".`,
      facts: { conditions: latest?.conditions.map((condition) => condition.id) ?? [] },
    });
  const conditions = latest.conditions.map((condition) =>
    condition.id === id ? { ...condition, status, statusOn: on, note } : condition,
  );
  return done(withFacts(c.state, { outcomes: [...outcomes.slice(0, -1), { ...latest, conditions }] }));
};
