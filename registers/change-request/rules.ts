import { type ContentRule, contentRefusal, faultsOf } from '#domain/content-rule.ts';
import { faultsOfDates } from '#domain/dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { dateInWords } from '#language/in-words.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import { ChangeRequestsSection, statusOf } from './projections.ts';
import {
  ChangeRequest,
  ChangeRequestFacts,
  changeRequest,
  DecideChangeRequest,
  type RecordedChangeDecision,
} from './record.ts';

const { noun } = changeRequest;

/** What is asked for, but for what the public may not read of it. */
const contentOf = ({ exempt: _, ...content }: ChangeRequest): string => JSON.stringify(content);

const factsOf = (state: RecordState): ChangeRequestFacts =>
  parsedPart(ChangeRequestFacts, state.facts, `facts of the ${noun}`);

/** Of one that was agreed, refused or withdrawn: it stays as it was decided on. */
const decidedRefusal = (facts: ChangeRequestFacts, way: string): Refusal | null => {
  const latest = facts.decisions.at(-1);
  return latest === undefined || latest.decision === 'deferred'
    ? null
    : {
        code: 'change.decided',
        detail: `The change request was ${latest.decision} (${latest.body}, ${dateInWords(latest.on)}) and stays as it was decided on. ${way}`,
        facts: { decision: latest.number },
      };
};

interface Deciding {
  readonly request: DecideChangeRequest;
  readonly asked: ChangeRequest;
}

const decisionRules: readonly ContentRule<Deciding>[] = [
  {
    id: 'CHG-02',
    sentence: 'A change request is not decided before the day on which it was raised.',
    breaches: ({ request, asked }) =>
      request.on < asked.raisedOn
        ? [{ pointer: '/on', message: `must not be before ${dateInWords(asked.raisedOn)}, when it was raised` }]
        : [],
  },
];

export const changeRequestRules = defineRules(changeRequest, {
  forbids: ({ current, record }) =>
    current === null || contentOf(current.record) === contentOf(record)
      ? null
      : decidedRefusal(current.facts, 'Record what is asked for now as a change request of its own.'),
  strikeOutForbids: ({ state }) =>
    statusOf(factsOf(state)) === 'agreed'
      ? decidedRefusal(factsOf(state), 'Record first that it is withdrawn, and by whom.')
      : null,
  rules: [
    {
      id: 'CHG-01',
      sentence: 'A change request of a review moves the baselines of that review alone.',
      breaches: ({ review, record: { ofReviews } }) =>
        review === null || ofReviews.length === 0
          ? []
          : [
              {
                pointer: '/ofReviews',
                message:
                  'must be left out of a request of a review: name its own milestones and savings, or ask for the change as one of the programme',
              },
            ],
    },
  ],
  ofActs: decisionRules,
  keeps: ({ before, record, command }) => ({
    askedBySubject:
      before !== null && contentOf(before.record) === contentOf(record)
        ? before.facts.askedBySubject
        : command.actor.subject,
    decisions: before?.facts.decisions ?? [],
  }),
  computed: (_, facts) => ({ status: statusOf(facts) }),
  section: (entries) =>
    ChangeRequestsSection.parse(
      entries.map(({ id, record, facts }) => ({ ...record, id, decisions: facts.decisions })),
    ),
});

/**
 * What a body or post decided on a change request, recorded by the programme office: by somebody else than who asks for it, unless
 * it is withdrawn. It is added after those before it, which it supersedes and which stay as they are.
 * Refused: `change.own-request`, `entry.struck-out`.
 */
export const decideChangeRequest = (c: {
  readonly state: RecordState;
  /** Of the change request that is decided on. */
  readonly version: number;
  readonly request: DecideChangeRequest;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  const { state, version, request, command } = c;
  const struckOut = struckOutRefusal(state, noun);
  if (struckOut !== null) return refused(struckOut);
  const facts = factsOf(state);
  if (request.decision !== 'withdrawn' && facts.askedBySubject === command.actor.subject)
    return refused({
      code: 'change.own-request',
      detail: `You recorded what is asked for: somebody else of the programme office records that it was ${request.decision}.`,
    });
  const asked = parsedPart(ChangeRequest, state.record, noun);
  const faults = [
    ...faultsOfDates(DecideChangeRequest, request, command),
    ...faultsOf(decisionRules, { request, asked }),
  ];
  if (faults.length > 0) return refused(contentRefusal(faults));
  const decision: RecordedChangeDecision = {
    ...request,
    number: facts.decisions.length + 1,
    by: command.actor.subject,
    at: command.effectiveAt,
    ofVersion: version,
  };
  return done(withFacts(state, { ...facts, decisions: [...facts.decisions, decision] }));
};
