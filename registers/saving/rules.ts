import { contentRefusal } from '#domain/content-rule.ts';
import { faultsOfDates } from '#domain/dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from '#domain/decided.ts';
import { unknownIn } from '#domain/known-in-settings.ts';
import { defineRules } from '#domain/registers/define-rules.ts';
import { parsedPart, struckOutRefusal, withFacts } from '#domain/registers/record-state.ts';
import { isSroOf, notTheSro } from '#domain/review/sro.ts';
import { listed, poundsInWords } from '#language/in-words.ts';
import type { FinancialYear, Instant } from '#language/time.ts';
import type { RecordState } from '#schemas/history.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { Review } from '#schemas/review.ts';
import { byMtfpInUse, faultsOfShares } from './mtfp-shares.ts';
import { planBaselineRule, planFacts, written } from './plan-baseline.ts';
import {
  type AnswerClaimQuery,
  isOpenQuery,
  type QueryClaim,
  Saving,
  SavingFacts,
  saving,
  ValidateSaving,
} from './record.ts';
import { savingContentRules } from './saving-content-rules.ts';
import { savingsSection, savingsYearsOf } from './savings-profile.ts';
import { savingsSums } from './savings-sums.ts';

const { noun } = saving;

const forecasts = (saving: Saving): string =>
  JSON.stringify(
    saving.years.flatMap((given) => (given.forecast === undefined ? [] : [[given.year, written(given.forecast)]])),
  );

const claimOf = (saving: Saving, year: FinancialYear): number | undefined =>
  saving.years.find((given) => given.year === year)?.claimedActual;

/** Who last changed what is claimed of each year. */
const claimsOf = (
  record: Saving,
  before: { readonly record: Saving; readonly facts: SavingFacts } | null,
  { by, at }: { readonly by: string; readonly at: Instant },
): NonNullable<SavingFacts['claims']> =>
  record.years.flatMap(({ year, claimedActual }) => {
    if (claimedActual === undefined) return [];
    if (before === null || claimOf(before.record, year) !== claimedActual) return [{ year, by, at }];
    const known = before.facts.claims?.find((claim) => claim.year === year);
    return [known ?? { year, by: before.facts.claimedBySubject }];
  });

/** What is claimed and finance has still to validate. */
const toValidateOf = ({ years }: Saving, { validations, claims = [], claimedBySubject }: SavingFacts) =>
  years.flatMap(({ year, claimedActual }) => {
    if (claimedActual === undefined) return [];
    if (validations.some((one) => one.year === year && one.dropped === undefined)) return [];
    const claim = claims.find((one) => one.year === year);
    return [{ year, pounds: claimedActual, by: claim?.by ?? claimedBySubject, since: claim?.at ?? null }];
  });

/** A validation holds for the claim that finance saw: where the claim of its year is another from then on, it holds no more. */
const stillHolding = (
  record: Saving,
  before: { readonly record: Saving; readonly facts: SavingFacts } | null,
  command: { readonly actor: { readonly subject: string }; readonly effectiveAt: Instant },
): SavingFacts['validations'] =>
  before === null
    ? []
    : before.facts.validations.map((one) =>
        one.dropped === undefined && claimOf(before.record, one.year) !== claimOf(record, one.year)
          ? { ...one, dropped: { at: command.effectiveAt, by: command.actor.subject } }
          : one,
      );

/** Who changes the claim of a year has answered what finance asked about it. */
const queriesAfter = (
  record: Saving,
  before: { readonly record: Saving; readonly facts: SavingFacts } | null,
  command: { readonly actor: { readonly subject: string }; readonly effectiveAt: Instant },
): Pick<SavingFacts, 'queries'> =>
  before?.facts.queries === undefined
    ? {}
    : {
        queries: before.facts.queries.map((one) =>
          one.claimChanged === undefined && claimOf(before.record, one.year) !== claimOf(record, one.year)
            ? { ...one, claimChanged: { at: command.effectiveAt, by: command.actor.subject } }
            : one,
        ),
      };

const sameClaims = (one: Saving, other: Saving): boolean =>
  [...one.years, ...other.years].every(({ year }) => claimOf(one, year) === claimOf(other, year));

export const savingRules = defineRules(saving, {
  rules: [
    ...savingContentRules.map((rule) => ({
      ...rule,
      breaches: ({ record }: { record: Saving }) => rule.breaches(record),
    })),
    {
      id: 'SAV-22',
      sentence: 'A share is of a version of the MTFP that the programme lists, each of which holds one.',
      breaches: ({ record, programme: { mtfps = [] } }) =>
        record.years.flatMap((year, n) => faultsOfShares(year, n, mtfps)),
    },
    {
      id: 'SAV-20',
      sentence: 'A savings line is no substitute for itself.',
      breaches: ({ record, id }) =>
        record.substituteFor === id ? [{ pointer: '/substituteFor', message: 'must name another savings line' }] : [],
    },
    planBaselineRule,
    {
      id: 'SAV-23',
      sentence: 'A savings line is of an objective and a directorate that the programme has.',
      breaches: ({ record: { objective, directorate }, programme: { objectives = [], directorates } }) => [
        ...unknownIn('/objective', objective, objectives, 'an objective'),
        ...unknownIn('/directorate', directorate, directorates, 'a directorate'),
      ],
    },
  ],
  keeps: ({ record, before, command }) => ({
    validations: stillHolding(record, before, command),
    forecastSince:
      before !== null && forecasts(before.record) === forecasts(record)
        ? before.facts.forecastSince
        : command.effectiveAt,
    claimedBySubject:
      before !== null && sameClaims(before.record, record) ? before.facts.claimedBySubject : command.actor.subject,
    claims: claimsOf(record, before, { by: command.actor.subject, at: command.effectiveAt }),
    ...queriesAfter(record, before, command),
    ...planFacts(record, before, command.effectiveAt),
  }),
  // A line's own years depend on neither its id nor the instant from which it holds.
  computed: (record, facts, programme) => ({
    years: savingsYearsOf({ record: byMtfpInUse(record, programme), facts }),
    toValidate: toValidateOf(record, facts),
  }),
  section: (lines, { programme }) =>
    savingsSection(lines.map((line) => ({ ...line, record: byMtfpInUse(line.record, programme) }))),
  sums: savingsSums,
});

const unknownYear = (years: Saving['years'], year: FinancialYear): Refusal | null =>
  years.some((given) => given.year === year)
    ? null
    : {
        code: 'saving.year-unknown',
        detail: `The savings line has no year ${year}; it has ${listed(years.map((given) => given.year))}.`,
        facts: { years: years.map((given) => given.year) },
      };

/** An act about a year of a savings line, at the version that it judges. */
interface OfYear<R> {
  readonly state: RecordState;
  readonly version: number;
  readonly request: R;
  readonly command: CommandContext;
}

/** The facts of a line that is not struck out and has the year. */
const factsOfYear = ({ state, request }: OfYear<{ readonly year: FinancialYear }>): Decided<SavingFacts> => {
  const refusal =
    struckOutRefusal(state, noun) ?? unknownYear(parsedPart(Saving, state.record, noun).years, request.year);
  return refusal === null ? done(parsedPart(SavingFacts, state.facts, `facts of the ${noun}`)) : refused(refusal);
};

/**
 * Finance asks about the claim of a year before it validates it: nothing of the claim changes, and it stays not validated.
 * Refused: `entry.struck-out`, `saving.year-unknown`.
 */
export const queryClaim = (c: OfYear<QueryClaim>): Decided<RecordState> => {
  const read = factsOfYear(c);
  if (read.kind === 'refused') return read;
  const { queries = [] } = read.result;
  const { actor, effectiveAt } = c.command;
  const query = { ...c.request, by: actor.subject, at: effectiveAt, ofVersion: c.version };
  return done(withFacts(c.state, { ...read.result, queries: [...queries, query] }));
};

/**
 * What finance asked of a year is answered in words, by the team or by an SRO of the review; a changed claim answers it without.
 * Refused: `review.not-the-sro`, `entry.struck-out`, `saving.year-unknown`, `saving.query-unknown`.
 */
export const answerClaimQuery = (
  c: OfYear<AnswerClaimQuery> & { readonly review: { readonly record: Review } },
): Decided<RecordState> => {
  const { actor, effectiveAt } = c.command;
  if (!actor.roles.includes('transformation-team') && !isSroOf(c.review.record, actor))
    return refused(notTheSro('answer what finance asks about its claims'));
  const read = factsOfYear(c);
  if (read.kind === 'refused') return read;
  const { year, answer } = c.request;
  const { queries = [] } = read.result;
  if (!queries.some((one) => one.year === year && isOpenQuery(one)))
    return refused({
      code: 'saving.query-unknown',
      detail: `Finance asks nothing about ${year} of this savings line that is not answered.`,
    });
  const answered = { words: answer, by: actor.subject, at: effectiveAt, ofVersion: c.version };
  return done(
    withFacts(c.state, {
      ...read.result,
      queries: queries.map((one) => (one.year === year && isOpenQuery(one) ? { ...one, answered } : one)),
    }),
  );
};

/**
 * Finance validates what a savings line has delivered in a year, in whole pounds; the claim stays as it is, and a
 * later validation of the same year takes the place of the one before, which is kept.
 * Refused: `saving.own-claim`, `saving.year-unknown`, `entry.struck-out`.
 */
export const validateSaving = (c: {
  readonly state: RecordState;
  /** Of the savings line that is judged. */
  readonly version: number;
  readonly request: ValidateSaving;
  readonly command: CommandContext;
}): Decided<RecordState> => {
  const struckOut = struckOutRefusal(c.state, noun);
  if (struckOut !== null) return refused(struckOut);
  const facts = parsedPart(SavingFacts, c.state.facts, `facts of the ${noun}`);
  const { years } = parsedPart(Saving, c.state.record, noun);
  const { subject } = c.command.actor;
  const claimedThatYear = facts.claims?.some((claim) => claim.year === c.request.year && claim.by === subject) ?? false;
  if (claimedThatYear || facts.claimedBySubject === subject)
    return refused({
      code: 'saving.own-claim',
      detail: `You claimed this saving: somebody else of finance must validate ${poundsInWords(c.request.pounds)}.`,
    });
  const faults = faultsOfDates(ValidateSaving, c.request, c.command);
  if (faults.length > 0) return refused(contentRefusal(faults));
  const unknown = unknownYear(years, c.request.year);
  if (unknown !== null) return refused(unknown);
  const validation = { ...c.request, by: subject, at: c.command.effectiveAt, ofVersion: c.version };
  return done(withFacts(c.state, { ...facts, validations: [...facts.validations, validation] }));
};
