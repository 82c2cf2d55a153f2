import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { isSroOf, notTheSro } from '#domain/review/sro.ts';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, monthOf } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';
import { type ConfirmReturn, type MonthlyReturn, MonthlyReturnFacts, monthlyReturn, ReturnsSection } from './record.ts';

const { noun } = monthlyReturn;

const alreadyConfirmed = (facts: MonthlyReturnFacts): Refusal | null =>
  facts.confirmed === null
    ? null
    : {
        code: 'return.already-confirmed',
        detail: `The return was confirmed on ${dateInWords(dayOf(facts.confirmed.at))}: it stays as it is.`,
        facts: { confirmedAt: facts.confirmed.at },
      };

const sameReturn = (one: MonthlyReturn, other: MonthlyReturn): boolean =>
  one.nothingChanged === other.nothingChanged && one.narrative === other.narrative;

/** A return is submitted when its present words are recorded; confirming is an act of the SRO. */
export const returnRules = defineRules(monthlyReturn, {
  forbids: ({ before, record, correcting }) =>
    before === null || correcting || sameReturn(before.record, record) ? null : alreadyConfirmed(before.facts),
  rules: [
    {
      id: 'RET-01',
      sentence: 'A return is of a month that has begun.',
      breaches: ({ id, command }) =>
        id > monthOf(command.effectiveAt)
          ? [
              {
                in: 'path',
                pointer: '/entryId',
                message: `must not be a month to come: ${monthInWords(id)} has not begun`,
              },
            ]
          : [],
    },
  ],
  keeps: ({ before, record, command }) => ({
    submittedAt:
      before !== null && (before.facts.confirmed !== null || sameReturn(before.record, record))
        ? before.facts.submittedAt
        : command.effectiveAt,
    // The same words recorded again, and a correction, leave it confirmed; other words are refused then.
    confirmed: before?.facts.confirmed ?? null,
  }),
  section: (entries) =>
    ReturnsSection.parse(
      entries.map(({ id, record, facts }) => ({
        ...record,
        month: id,
        submittedAt: facts.submittedAt,
        confirmedAt: facts.confirmed?.at ?? null,
      })),
    ),
});

/**
 * The return of a month confirmed by the review's own SRO, once.
 * Refused: `review.not-the-sro`, `entry.struck-out`, `return.already-confirmed`.
 */
export const confirmReturn = (c: {
  readonly review: { readonly record: Review };
  readonly state: RecordState;
  readonly request: ConfirmReturn;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  if (!isSroOf(c.review.record, c.command.actor)) return refused(notTheSro('confirm its returns'));
  const struckOut = struckOutRefusal(c.state, noun);
  if (struckOut !== null) return refused(struckOut);
  const facts = parsedPart(MonthlyReturnFacts, c.state.facts, `facts of the ${noun}`);
  const confirmed = alreadyConfirmed(facts);
  if (confirmed !== null) return refused(confirmed);
  return done(
    withFacts(c.state, {
      ...facts,
      confirmed: { at: c.command.effectiveAt, by: c.command.actor.subject, ...c.request },
    }),
  );
};
