import * as z from 'zod';
import { FinancialYear, Instant, LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { HappenedOn } from '#schemas/dates.ts';
import { FigureOrPounds, Pounds, SignedPounds } from '#schemas/figures.ts';
import { Id, keptWords, Narrative, Sentence, Subject, Title } from '#schemas/ids.ts';
import { declareRegister, firstReportPart, section, team } from '../declaration.ts';
import { exempt, movedBy, noChangeFact, reference, source, wordOf } from '../field-kinds.ts';
import { savingsAcross } from './across.ts';
import { Firmness, SavingClass, SavingMechanism } from './choices.ts';
import { SavingsPart, SavingsSection } from './projections.ts';
import { SavingWorkedOut } from './worked-out.ts';

/**
 * One year of a savings line, whole pounds, positive = saving. For a recurring saving the amount is the reduction
 * first taking effect in that year. `states` split the plan: delivered / on track / at risk / unachievable.
 */
export const SavingYear = z
  .strictObject({
    year: FinancialYear.meta({
      title: 'Financial year',
      description: 'The year in which the amount first takes effect',
    }),
    plan: FigureOrPounds.meta({ title: 'Plan', description: 'What is planned to be saved, in whole pounds' }),
    forecast: FigureOrPounds.optional().meta({ title: 'Forecast', description: 'What is now expected to be saved' }),
    claimedActual: SignedPounds.optional().meta({
      title: 'Claimed',
      description: 'What the review says was saved; finance validates it apart',
    }),
    states: z
      .strictObject({
        delivered: Pounds.default(0).meta({ title: 'Delivered', description: 'Saved already' }),
        onTrack: Pounds.default(0).meta({ title: 'On track', description: 'Expected as planned' }),
        atRisk: Pounds.default(0).meta({ title: 'At risk', description: 'May be late or less' }),
        unachievable: Pounds.default(0).meta({ title: 'Unachievable', description: 'Will not be saved' }),
      })
      .optional()
      .meta({
        title: 'States',
        description: 'The plan by state, in whole pounds; what is in none of them is not assessed',
      }),
    mtfpShares: z
      .array(
        z.strictObject({
          mtfp: Id.meta({ title: 'MTFP', description: 'A version of the plan that the programme lists' }),
          figure: FigureOrPounds.meta({ title: 'Share', description: 'What that version holds of this line' }),
        }),
      )
      .max(10, 'must hold at most 10 versions')
      .optional()
      .meta({
        title: 'Shares of the MTFP by version',
        description: 'What each version of the medium-term financial plan holds of this line, where there are several',
      }),
    alreadyInMtfp: FigureOrPounds.optional().meta({
      title: 'Already in the MTFP',
      description:
        'The share of this line that the medium-term financial plan already holds; of several versions, the first',
    }),
  })
  .meta({ id: 'SavingYear' });
export type SavingYear = z.infer<typeof SavingYear>;

/** A line of a review's savings profile. */
export const Saving = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What is saved, in a few words' }),
    class: SavingClass.meta({ title: 'Class', description: 'Whether cash leaves the budget, and how' }),
    mechanism: SavingMechanism.meta({ title: 'Mechanism', description: 'What brings the saving about' }),
    recurrence: choice({ recurring: 'Recurring', 'one-off': 'One-off' }).meta({
      title: 'Recurrence',
      description: 'Whether it is saved every year from then on, or once',
    }),
    firmness: Firmness.meta({ title: 'Firmness', description: 'How far the saving is agreed' }),
    budgetLine: Title.optional().meta({
      title: 'Budget line',
      description: 'The line of the budget that it comes from',
    }),
    contract: Title.optional().meta({
      title: 'Contract',
      description:
        'The contract that it comes from: its id in the register of the review or the programme, or its name',
    }),
    objective: wordOf('objectives', Id).optional().meta({
      title: 'Objective',
      description: 'The objective of the programme that it serves',
    }),
    directorate: wordOf('directorates', Id).optional().meta({
      title: 'Directorate',
      description: "The directorate whose budget it leaves, where that is not the review's own",
    }),
    claimedBy: Title.optional().meta({
      title: 'Claimed by',
      description: 'The service or programme that counts it as its own',
    }),
    milestone: reference('milestone').optional().meta({
      title: 'Milestone',
      description: 'The milestone that it depends on: where that slips, the saving moves',
    }),
    substituteFor: reference('saving').optional().meta({
      title: 'Substitute for',
      description: 'The savings line in whose place it comes',
    }),
    doubleCountJustification: Narrative.optional().meta({
      title: 'Why it is not counted twice',
      description: 'Where another line saves on the same budget line: why both hold',
    }),
    ...movedBy,
    years: z
      .array(SavingYear)
      .min(1, 'must have at least one year')
      .max(30)
      .refine(
        (years) => years.every((one, n) => n === 0 || one.year > (years[n - 1]?.year ?? '')),
        'must list its financial years once each, in order',
      )
      .meta({ title: 'Years', description: 'What is planned, expected and claimed, year by year' }),
    source,
    exempt,
  })
  .meta({ id: 'Saving' });
export type Saving = z.infer<typeof Saving>;

/** Finance validates what was claimed; the claim itself stays as it is. */
export const ValidateSaving = z
  .strictObject({
    year: FinancialYear.meta({ title: 'Financial year', description: 'A year of the savings line' }),
    pounds: SignedPounds.meta({
      title: 'Pounds',
      description: 'What finance finds was saved in that year, in whole pounds',
    }),
    on: HappenedOn.meta({ title: 'Date', description: 'The day of the validation' }),
    note: Sentence.optional().meta({ title: 'Note', description: 'Where it differs from the claim: why' }),
  })
  .meta({ id: 'ValidateSaving' });
export type ValidateSaving = z.infer<typeof ValidateSaving>;

/** Finance asks about what is claimed of a year, or why nothing is, before it validates. */
export const QueryClaim = z
  .strictObject({
    year: FinancialYear.meta({ title: 'Financial year', description: 'A year of the savings line' }),
    question: Narrative.meta({ title: 'Question', description: 'What is not clear about the claim' }),
  })
  .meta({ id: 'QueryClaim', description: 'What finance asks about the claim of a year' });
export type QueryClaim = z.infer<typeof QueryClaim>;

export const AnswerClaimQuery = z
  .strictObject({
    year: FinancialYear.meta({ title: 'Financial year', description: 'The year that finance asks about' }),
    answer: Narrative.meta({
      title: 'Answer',
      description: 'What the claim rests on; where the claim is wrong, change it instead',
    }),
  })
  .meta({ id: 'AnswerClaimQuery', description: 'What the review answers to what finance asks of a year' });
export type AnswerClaimQuery = z.infer<typeof AnswerClaimQuery>;

/** Who said it, when, and of which version of the savings line. */
const said = (what: string) => ({
  by: Subject.meta({ description: `Who ${what} it` }),
  at: Instant.meta({ description: `When it was ${what}` }),
  ofVersion: z.int().meta({ description: `The version of the savings line of which it was ${what}` }),
});
const anotherClaim = z.object({
  at: Instant.meta({ description: 'From when the claim of that year is another' }),
  by: Subject.meta({ description: 'Who changed the claim' }),
});

const ClaimQuery = z.object({
  year: FinancialYear.meta({ description: 'The year that is asked about' }),
  question: keptWords.meta({ description: 'What finance asks' }),
  ...said('asked'),
  answered: z
    .object({ words: keptWords.meta({ description: 'What the review answers' }), ...said('answered') })
    .optional()
    .meta({ description: 'Set where it was answered in words' }),
  claimChanged: anotherClaim.optional().meta({
    description: 'Set where the claim that was asked about has changed since: that is an answer too',
  }),
});
export type ClaimQuery = z.infer<typeof ClaimQuery>;

/** Whether it waits for an answer: in words, or by another claim (docs/meaning.md SAVINGS-30). */
export const isOpenQuery = ({ answered, claimChanged }: ClaimQuery): boolean =>
  answered === undefined && claimChanged === undefined;

export const SavingFacts = z
  .object({
    validations: z
      .array(
        z.object({
          year: FinancialYear.meta({ description: 'The year that was validated' }),
          pounds: SignedPounds.meta({ description: 'What was saved in that year, in whole pounds' }),
          on: LocalDate.meta({ description: 'The day of the validation' }),
          note: keptWords.optional().meta({ description: 'Where it differs from the claim: why' }),
          by: Subject.meta({ description: 'Who validated it' }),
          at: Instant.meta({ description: 'From when it is recorded to be so' }),
          ofVersion: z.int().meta({ description: 'The version of the savings line that was validated' }),
          dropped: anotherClaim.optional().meta({
            description: 'Set where the claim that was validated has changed since: the validation holds no more',
          }),
        }),
      )
      .meta({ description: 'What finance validated, oldest first; the last of a year holds' }),
    queries: z
      .array(ClaimQuery)
      .optional()
      .meta({ description: 'What finance asked about claims, oldest first, and what was answered' }),
    forecastSince: Instant.meta({ description: 'Since when the forecast stands unchanged' }),
    claimedBySubject: Subject.meta({ description: 'Who last changed what is claimed' }),
    /** Who last changed what is claimed of each year: nobody validates what they claimed themselves. */
    claims: z
      .array(
        z.object({
          year: FinancialYear.meta({ description: 'The year that is claimed' }),
          by: Subject.meta({ description: 'Who last changed the claim of that year' }),
          at: Instant.optional().meta({
            description: 'From when it is so; absent of claims that were recorded before this was kept',
          }),
        }),
      )
      .optional()
      .meta({ description: 'Who last changed what is claimed of each year' }),
    firstPlan: z
      .array(
        z.object({
          year: FinancialYear.meta({ description: 'A year of the plan' }),
          plan: FigureOrPounds.meta({ description: 'What was planned for it' }),
        }),
      )
      .optional()
      .meta({
        description: 'The plan as it first was at business-case firmness or above: from then on it is a baseline',
      }),
    planMoves: z
      .array(
        z.object({
          at: Instant.meta({ description: 'From when it is so' }),
          years: z.array(FinancialYear).meta({ description: 'The years of which the plan is another' }),
          changeRequest: Id.optional().meta({ description: 'The change request by which it moved' }),
          programmeChangeRequest: Id.optional().meta({ description: 'The same, where it is one of the programme' }),
        }),
      )
      .optional()
      .meta({ description: 'Each change of that baseline, oldest first' }),
    ...noChangeFact,
  })
  .meta({ id: 'SavingFacts' });
export type SavingFacts = z.infer<typeof SavingFacts>;

export const saving = declareRegister({
  kind: 'saving',
  noun: 'savings line',
  purpose: 'What a review saves, year by year: planned, expected, claimed and validated.',
  scopes: ['review'],
  writers: team,
  record: Saving,
  facts: SavingFacts,
  reviewedNoChange: true,
  computed: SavingWorkedOut,
  columns: ['title', 'years', 'class', 'firmness', 'mechanism', 'recurrence'],
  entryName: ({ title }) => `the savings line "${title}"`,
  position: section(
    'savings',
    SavingsSection,
    { years: [], achievable: [], substitutions: [], lines: [] },
    {
      settings: ['mtfps', 'mtfpInUse'],
    },
  ),
  across: savingsAcross,
  report: firstReportPart('savings', SavingsPart),
  example: {
    title: 'Fewer buildings',
    class: 'cash-releasing',
    mechanism: 'transformation',
    recurrence: 'recurring',
    firmness: 'business-case',
    years: [
      { year: '2026/27', plan: 400_000, forecast: 350_000, states: { onTrack: 300_000 }, alreadyInMtfp: 100_000 },
    ],
  },
  exampleId: 'fewer-buildings',
});
