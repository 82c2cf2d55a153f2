import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { isSroOf, notTheSro } from '#domain/review/sro.ts';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf, lastDayOf, monthOf, type ReportMonth } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';
import { changedInWords, type FiguresOfReturn, sinceInWords } from './figures.ts';
import {
  type ConfirmReturn,
  MonthlyReturn,
  MonthlyReturnFacts,
  monthlyReturn,
  ReturnsSection,
  type SendReturnBack,
} from './record.ts';

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

/** "Nothing changed" is not said over a figure that is other than at the last confirmed return (docs/meaning.md MONTH-22). */
const somethingChanged = ({ since, changed }: FiguresOfReturn): Refusal | null =>
  since === null || changed.length === 0
    ? null
    : {
        code: 'return.something-changed',
        detail: `The return says that nothing changed since ${sinceInWords(since)}, and this has: ${changedInWords(changed)}. Say in "narrative" what changed.`,
        facts: { changed: [...changed] },
      };

const figuresMoved = (read: ConfirmReturn['figures'], { changedFrom }: FiguresOfReturn): Refusal | null => {
  const changed = changedFrom(read);
  return changed.length === 0
    ? null
    : {
        code: 'return.figures-moved',
        detail: `What you confirm is no longer what you read: ${changedInWords(changed)}. Read the figures again, and confirm those.`,
        facts: { changed: [...changed] },
      };
};

/** A return is submitted when its present words are recorded; confirming is an act of the SRO. */
export const returnRules = defineRules(monthlyReturn, {
  asksFigures: ({ nothingChanged }) => nothingChanged,
  forbids: ({ before, record, review, correcting }) => {
    if (correcting || (before !== null && sameReturn(before.record, record))) return null;
    const confirmed = before === null ? null : alreadyConfirmed(before.facts);
    return confirmed ?? (review?.figures === undefined ? null : somethingChanged(review.figures));
  },
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
        ...(facts.sentBack === undefined || facts.confirmed !== null ? {} : { sentBackAt: facts.sentBack.at }),
        ...(facts.confirmed?.figures === undefined ? {} : { figures: facts.confirmed.figures }),
      })),
    ),
});

/**
 * The return of a month confirmed by the review's own SRO, once, with the figures that they read.
 * Refused: `review.not-the-sro`, `entry.struck-out`, `return.month-not-ended`, `return.already-confirmed`, `return.figures-moved`,
 * `return.something-changed`.
 */
export const confirmReturn = (c: {
  readonly review: { readonly record: Review };
  /** The month that the return is of. */
  readonly month: ReportMonth;
  readonly state: RecordState;
  /** Of the return that is judged. */
  readonly version: number;
  readonly request: ConfirmReturn;
  /** Those of the review as they are when it is confirmed. */
  readonly figures: FiguresOfReturn;
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
  const moved = figuresMoved(c.request.figures, c.figures);
  if (moved !== null) return refused(moved);
  const { nothingChanged } = parsedPart(MonthlyReturn, c.state.record, noun);
  const changed = nothingChanged ? somethingChanged(c.figures) : null;
  if (changed !== null) return refused(changed);
  const { figures, asAt, ofSequence } = c.figures;
  return done(
    withFacts(c.state, {
      ...facts,
      confirmed: {
        at: c.command.effectiveAt,
        by: c.command.actor.subject,
        ofVersion: c.version,
        ...c.request,
        figures: { ...figures, asAt, ofSequence },
      },
    }),
  );
};

/**
 * The return of a month sent back to the team by the review's own SRO, with what they ask for, in place of confirming it.
 * Refused: `review.not-the-sro`, `entry.struck-out`, `return.already-confirmed`.
 */
export const sendReturnBack = (c: {
  readonly review: { readonly record: Review };
  readonly state: RecordState;
  /** Of the return that is judged. */
  readonly version: number;
  readonly request: SendReturnBack;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  if (!isSroOf(c.review.record, c.command.actor)) return refused(notTheSro('send its returns back'));
  const struckOut = struckOutRefusal(c.state, noun);
  if (struckOut !== null) return refused(struckOut);
  const facts = parsedPart(MonthlyReturnFacts, c.state.facts, `facts of the ${noun}`);
  const confirmed = alreadyConfirmed(facts);
  if (confirmed !== null) return refused(confirmed);
  const { actor, effectiveAt } = c.command;
  const sentBack = { at: effectiveAt, by: actor.subject, ofVersion: c.version, comment: c.request.comment };
  return done(withFacts(c.state, { ...facts, sentBack }));
};
