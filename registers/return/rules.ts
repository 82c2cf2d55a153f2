import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { isSroOf, notTheSro } from '#domain/review/sro.ts';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, lastDayOf, monthOf, type ReportMonth } from '#language/time.ts';
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
  keeps: ({ before, record, command }) => {
    if (before === null) return { submittedAt: command.effectiveAt, confirmed: null };
    if (sameReturn(before.record, record)) return before.facts;
    // Other words than the SRO confirmed, by a correction: they are to be confirmed anew, and what was confirmed is not forgotten.
    const { confirmed, confirmedBefore } = before.facts;
    const earlier =
      confirmed === null ? confirmedBefore : { at: confirmed.at, by: confirmed.by, ofVersion: confirmed.ofVersion };
    return {
      submittedAt: command.effectiveAt,
      confirmed: null,
      ...(earlier === undefined ? {} : { confirmedBefore: earlier }),
    };
  },
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
 * Refused: `review.not-the-sro`, `entry.struck-out`, `return.month-not-ended`, `return.already-confirmed`.
 */
export const confirmReturn = (c: {
  readonly review: { readonly record: Review };
  /** The month that the return is of. */
  readonly month: ReportMonth;
  readonly state: RecordState;
  /** Of the return that is judged. */
  readonly version: number;
  readonly request: ConfirmReturn;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  if (!isSroOf(c.review.record, c.command.actor)) return refused(notTheSro('confirm its returns'));
  const struckOut = struckOutRefusal(c.state, noun);
  if (struckOut !== null) return refused(struckOut);
  const facts = parsedPart(MonthlyReturnFacts, c.state.facts, `facts of the ${noun}`);
  const lastDay = lastDayOf(c.month);
  if (dayOf(c.command.effectiveAt) < lastDay)
    return refused({
      code: 'return.month-not-ended',
      detail: `The return of ${monthInWords(c.month)} can be confirmed from ${dateInWords(lastDay)} on, when what happened in the month is known.`,
      facts: { from: lastDay },
    });
  const confirmed = alreadyConfirmed(facts);
  if (confirmed !== null) return refused(confirmed);
  return done(
    withFacts(c.state, {
      ...facts,
      confirmed: { at: c.command.effectiveAt, by: c.command.actor.subject, ofVersion: c.version, ...c.request },
    }),
  );
};
