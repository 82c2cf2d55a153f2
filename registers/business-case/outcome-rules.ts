import type { ContentRule } from '#domain/content-rule.ts';
import { dateInWords } from '#language/in-words.ts';
import type { BusinessCase, RecordedOutcome, RecordOutcome, UpdateCondition } from './record.ts';

/*
 * What an outcome and a condition's update must keep to, and what becomes of the conditions of the outcome before.
 */

interface OutcomeGiven {
  readonly request: RecordOutcome;
  readonly businessCase: BusinessCase;
  /** The outcome that it supersedes. */
  readonly before: RecordedOutcome | null;
}

type Kept = RecordedOutcome['conditions'][number];

const openOf = (outcome: RecordedOutcome | null): readonly Kept[] =>
  outcome?.conditions.filter((condition) => condition.status === 'open') ?? [];

/** With conditions or without. */
export const approves = ({ outcome }: Pick<RecordOutcome, 'outcome'>): boolean =>
  outcome === 'approved' || outcome === 'approved-with-conditions';

export const outcomeRules: readonly ContentRule<OutcomeGiven>[] = [
  {
    id: 'BUS-02',
    sentence: 'An outcome is not dated before the case that it is given for.',
    breaches: ({ request, businessCase }) =>
      request.on < businessCase.on
        ? [{ pointer: '/on', message: `must not be before ${dateInWords(businessCase.on)}, the date of the case` }]
        : [],
  },
  {
    id: 'BUS-03',
    sentence: 'A condition is not due before it is made.',
    breaches: ({ request }) =>
      request.conditions.flatMap(({ dueOn }, n) =>
        dueOn < request.on
          ? [
              {
                pointer: `/conditions/${n}/dueOn`,
                message: `must not be before ${dateInWords(request.on)}, the date of the outcome`,
              },
            ]
          : [],
      ),
  },
  {
    id: 'BUS-04',
    sentence: 'What becomes of an earlier condition is said of one that is open, and a new one has an id of its own.',
    breaches: ({ request, before }) => {
      const open = openOf(before).map(({ id }) => id);
      const ended = request.earlierConditions.map(({ condition }) => condition);
      return [
        ...ended.flatMap((id, n) =>
          open.includes(id)
            ? []
            : [
                {
                  pointer: `/earlierConditions/${n}/condition`,
                  message: 'must be the id of an open condition of the latest outcome',
                },
              ],
        ),
        ...request.conditions.flatMap(({ id }, n) =>
          open.includes(id)
            ? [
                {
                  pointer: `/conditions/${n}/id`,
                  message:
                    'must be an id of its own: an open condition of the latest outcome has it, and is carried over',
                },
              ]
            : [],
        ),
      ];
    },
  },
];

/** What a condition's update must keep to. */
export const updateRules: readonly ContentRule<{
  readonly request: UpdateCondition;
  readonly outcome: RecordedOutcome;
}>[] = [
  {
    id: 'BUS-05',
    sentence: 'The progress of a condition is not dated before its outcome.',
    breaches: ({ request, outcome }) =>
      request.on < outcome.on
        ? [{ pointer: '/on', message: `must not be before ${dateInWords(outcome.on)}, the date of the outcome` }]
        : [],
  },
];

/**
 * The conditions that an outcome takes from the one before: each that is open is carried over, or is met or no longer needed where the
 * request says so. With an outcome that does not approve the case they fall, for the reason of that outcome.
 */
export const carriedOver = (before: RecordedOutcome | null, request: RecordOutcome, version: number): Kept[] =>
  openOf(before).map(({ id, text, owner, dueOn, carriedFrom }): Kept => {
    const from = { id, text, owner, dueOn, carriedFrom: carriedFrom ?? before?.number };
    const said = request.earlierConditions.find(({ condition }) => condition === id);
    if (said !== undefined)
      return { ...from, status: said.status, statusOn: request.on, note: said.note, statusOfVersion: version };
    if (approves(request)) return { ...from, status: 'open' };
    const note = `The case was ${request.outcome}: ${request.reason ?? ''}`.trim();
    return { ...from, status: 'no-longer-needed', statusOn: request.on, note, statusOfVersion: version };
  });
