import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import { Redaction, RedactionFacts, redaction } from './record.ts';

const { noun } = redaction;

const alreadyAgreed = ({ agreed }: RedactionFacts): Refusal | null =>
  agreed === null
    ? null
    : {
        code: 'redaction.agreed',
        detail: `The redaction was agreed on ${dateInWords(dayOf(agreed.at))}: it stays as it was asked for. Ask for another where more is to be taken out.`,
        facts: { agreedAt: agreed.at },
      };

export const factsOfRedaction = (state: RecordState): RedactionFacts =>
  parsedPart(RedactionFacts, state.facts, `facts of the ${noun}`);

/** The ids of those that are agreed and not done. */
export const redactionsUnderWay = (
  all: readonly { readonly id: string; readonly state: RecordState }[],
): readonly string[] =>
  all.flatMap(({ id, state }) => {
    const { agreed, done: made } = factsOfRedaction(state);
    return agreed === null || made !== null ? [] : [id];
  });

export const redactionIn = (state: RecordState): Redaction => parsedPart(Redaction, state.record, noun);

/** Whoever last changed what is asked for has asked for it. */
export const redactionRules = defineRules(redaction, {
  forbids: ({ current }) => (current === null ? null : alreadyAgreed(current.facts)),
  strikeOutForbids: ({ state }) => alreadyAgreed(factsOfRedaction(state)),
  rules: [
    {
      id: 'RED-01',
      sentence: 'A redaction is asked for by the programme office or by assurance, in a role that whoever asks has.',
      breaches: ({ record, command }) =>
        command.actor.roles.includes(record.askedAs)
          ? []
          : [{ pointer: '/askedAs', message: 'must be a role of your own: somebody of the other role agrees' }],
    },
    {
      id: 'RED-02',
      sentence:
        'All of a programme is disposed of only once it was closed, or handed over, and the last day of its retention period is past (UK GDPR article 5(1)(e)).',
      breaches: ({ record, programme, handedOver = false, command }) => [
        ...(record.whole !== undefined && programme.closeDown === undefined && !handedOver
          ? [
              {
                pointer: '/whole',
                message: 'must be of a programme that was closed: the programme office records its close-down first',
              },
            ]
          : []),
        ...(record.retainedUntil !== undefined && record.retainedUntil >= dayOf(command.effectiveAt)
          ? [{ pointer: '/retainedUntil', message: 'must be past: until then everything is kept' }]
          : []),
      ],
    },
  ],
  keeps: ({ before, record, command }) =>
    before !== null && JSON.stringify(before.record) === JSON.stringify(record)
      ? before.facts
      : { askedBySubject: command.actor.subject, agreed: null, done: null },
});

const otherRole = { 'programme-office': 'assurance', assurance: 'programme-office' } as const;

/** A programme may have been opened again since all of it was to be disposed of. */
const stillOpen = ({ whole }: Redaction, { closeDown }: Programme, handedOver: boolean): Refusal | null =>
  whole === undefined || closeDown !== undefined || handedOver
    ? null
    : {
        code: 'redaction.programme-open',
        detail:
          'The programme was opened again since this was asked for, and nothing of an open programme is disposed of. Strike the redaction out.',
      };

/**
 * The agreement of the other of office and assurance, by another person (docs/meaning.md EXEMPT-21, EXEMPT-22).
 * Refused: `entry.struck-out`, `redaction.agreed`, `redaction.programme-open`, `redaction.own-request`, `role.not-allowed`.
 */
export const agreeRedaction = (
  state: RecordState,
  { actor, effectiveAt }: CommandContext,
  programme: Programme,
  handedOver: boolean,
): Decided<RecordState> => {
  const struckOut = struckOutRefusal(state, noun);
  if (struckOut !== null) return refused(struckOut);
  const facts = factsOfRedaction(state);
  const agreed = alreadyAgreed(facts);
  if (agreed !== null) return refused(agreed);
  const open = stillOpen(redactionIn(state), programme, handedOver);
  if (open !== null) return refused(open);
  if (facts.askedBySubject === actor.subject)
    return refused({
      code: 'redaction.own-request',
      detail:
        'You asked for this redaction. Words are taken out for good once somebody else agrees, in the other role.',
    });
  const needed = otherRole[redactionIn(state).askedAs];
  if (!actor.roles.includes(needed))
    return refused({
      code: 'role.not-allowed',
      detail: `It was asked for by the ${needed === 'assurance' ? 'programme office' : 'assurance role'}: somebody with the role ${needed} agrees.`,
      facts: { needed },
    });
  return done(withFacts(state, { ...facts, agreed: { at: effectiveAt, by: actor.subject } }));
};

/** What was done is recorded with the redaction. */
export const redactionDone = (state: RecordState, what: NonNullable<RedactionFacts['done']>): RecordState =>
  withFacts(state, { ...factsOfRedaction(state), done: what });
