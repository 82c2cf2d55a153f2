import { contentRefusal, faultsOf } from '#domain/content-rule.ts';
import { faultsOfDates } from '#domain/dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { isSroOf, notTheSro } from '#domain/review/sro.ts';
import { dateInWords } from '#language/in-words.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';
import { carriedOver, outcomeRules, updateRules } from './outcome-rules.ts';
import {
  BusinessCase,
  BusinessCaseFacts,
  BusinessCasesSection,
  businessCase,
  type RecordedOutcome,
  RecordOutcome,
  UpdateCondition,
} from './record.ts';

const { noun } = businessCase;

/** Whether the latest outcome approves the case, with or without conditions. */
const isApproved = (facts: BusinessCaseFacts): boolean => {
  const latest = facts.outcomes.at(-1)?.outcome;
  return latest === 'approved' || latest === 'approved-with-conditions';
};

/** What is recorded of a case, but for what the public may not read of it. */
const contentOf = ({ exempt: _, ...content }: BusinessCase): string => JSON.stringify(content);

const approvedRefusal = ({ outcomes }: BusinessCaseFacts): Refusal => {
  const latest = outcomes.at(-1);
  return {
    code: 'case.approved',
    detail: `The business case was approved${latest === undefined ? '' : ` by ${latest.body} on ${dateInWords(latest.on)}`}, and stays as it was approved: record a new version as a case of its own.`,
    facts: { outcome: latest?.number ?? null },
  };
};

export const businessCaseRules = defineRules(businessCase, {
  forbids: ({ current, record }) =>
    current === null || !isApproved(current.facts) || contentOf(current.record) === contentOf(record)
      ? null
      : approvedRefusal(current.facts),
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
  ofActs: [...outcomeRules, ...updateRules],
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
  /** Of the case that is judged. */
  readonly version: number;
  readonly request: RecordOutcome;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  if (!isSroOf(c.review.record, c.command.actor)) return refused(notTheSro('record the outcome of its business cases'));
  const struckOut = struckOutRefusal(c.state, noun);
  if (struckOut !== null) return refused(struckOut);
  const { outcomes } = factsOf(c.state);
  const before = outcomes.at(-1);
  const businessCaseRecord = parsedPart(BusinessCase, c.state.record, noun);
  const { earlierConditions, ...given } = c.request;
  const faults = [
    ...faultsOfDates(RecordOutcome, c.request, c.command),
    ...faultsOf(outcomeRules, { request: c.request, businessCase: businessCaseRecord, before: before ?? null }),
  ];
  if (faults.length > 0) return refused(contentRefusal(faults));
  const outcome: RecordedOutcome = {
    ...given,
    number: (before?.number ?? 0) + 1,
    ...(before === undefined ? {} : { supersedes: before.number }),
    by: c.command.actor.subject,
    at: c.command.effectiveAt,
    ofVersion: c.version,
    conditions: [
      ...given.conditions.map((condition) => ({ ...condition, status: 'open' as const })),
      ...carriedOver(before ?? null, c.request, c.version),
    ],
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
  readonly version: number;
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
  const faults = [
    ...faultsOfDates(UpdateCondition, c.request, c.command),
    ...faultsOf(updateRules, { request: c.request, outcome: latest }),
  ];
  if (faults.length > 0) return refused(contentRefusal(faults));
  const conditions = latest.conditions.map((condition) =>
    condition.id === id ? { ...condition, status, statusOn: on, note, statusOfVersion: c.version } : condition,
  );
  return done(withFacts(c.state, { outcomes: [...outcomes.slice(0, -1), { ...latest, conditions }] }));
};
