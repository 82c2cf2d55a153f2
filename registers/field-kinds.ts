import * as z from 'zod';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { PlannedOn } from '#schemas/dates.ts';
import { Exemption } from '#schemas/exemption.ts';
import { Figure, FigureOrPounds, Pounds, SignedPounds, SumOfPounds } from '#schemas/figures.ts';
import { Id, Sentence, Subject, words } from '#schemas/ids.ts';
import { numberFault } from '#schemas/number-fault.ts';
import { Owner } from '#schemas/people.ts';

/** Where a value of a shared schema has a form of its own to be filled in. */
export type SharedKind =
  | 'date'
  | 'month'
  | 'financial year'
  | 'instant'
  | 'pounds'
  | 'figure'
  | 'date as stated'
  | 'exemption'
  | 'address';

/** Where something is kept that is not in the record. What an address must be is judged where one is recorded: what is withheld of it is words. */
export const Address = words(2_000).meta({});

const shared = z.registry<{ readonly kind: SharedKind }>();
shared.add(LocalDate, { kind: 'date' });
shared.add(ReportMonth, { kind: 'month' });
shared.add(FinancialYear, { kind: 'financial year' });
shared.add(Instant, { kind: 'instant' });
shared.add(Pounds, { kind: 'pounds' });
shared.add(SignedPounds, { kind: 'pounds' });
shared.add(SumOfPounds, { kind: 'pounds' });
shared.add(Figure, { kind: 'figure' });
shared.add(FigureOrPounds, { kind: 'figure' });
shared.add(DateStatement, { kind: 'date as stated' });
shared.add(Exemption, { kind: 'exemption' });
shared.add(Address, { kind: 'address' });

export const sharedKindOf = (schema: z.core.$ZodType): SharedKind | undefined => shared.get(schema)?.kind;

const references = z.registry<{ readonly to: string }>();

/** The id of an entry of another register of the same review, or of the programme: it must be there, and not struck out. */
export const reference = (kind: string) => Id.meta({}).register(references, { to: kind });

/** The id of another review of the programme: it must be there, and not be struck out. */
export const otherReview = reference('review');

/** The register that an id is of, or `review`; undefined of any other value. */
export const referenceOf = (schema: z.core.$ZodType): string | undefined => references.get(schema)?.to;

const criteria = z.registry<{ readonly ofAppraisal: true }>();

/** The id of a criterion of the review's options appraisal, which a form offers by name. */
export const criterionId = Id.meta({}).register(criteria, { ofAppraisal: true });
export const isCriterion = (schema: z.core.$ZodType): boolean => criteria.get(schema) !== undefined;

/** A scale whose end is not the same everywhere: those of the programme's risk matrix, and that of the review's options appraisal. */
export type ScaleName = 'likelihood' | 'impact' | 'appraisal';

/** A number on such a scale: a form says from what to what it goes. */
export const onScale = z.registry<{ readonly scale: ScaleName }>();
export const scaleOf = (schema: z.core.$ZodType): ScaleName | undefined => onScale.get(schema)?.scale;

/** Lists of the programme's settings that reviews and entries take their words from. */
export const settingsLists = ['directorates', 'portfolios', 'themes', 'objectives', 'deliveryModels'] as const;
export type SettingsList = (typeof settingsLists)[number];

const wordsIn = z.registry<{ readonly list: SettingsList }>();

/** A word of a list of the settings: the list keeps it while an entry uses it (docs/meaning.md PROGRAMME-4). */
export const wordOf = <S extends z.ZodType>(list: SettingsList, schema: S): S => {
  const word = schema.meta({});
  wordsIn.add(word, { list });
  return word;
};

/** The list of the settings that a value is a word of; undefined of any other value. */
export const listOf = (schema: z.core.$ZodType): SettingsList | undefined => wordsIn.get(schema)?.list;

const dueDays = z.registry<{ readonly isDue: true }>();

/** The day by which something about an entry is to be done, worked out of it; null where nothing is, or on no day that is stated. */
export const dueDay = LocalDate.meta({}).register(dueDays, { isDue: true }).nullable();
export const isDueDay = (schema: z.core.$ZodType): boolean => dueDays.get(schema) !== undefined;

/** Which paper or person says so: a field that most registers have. */
export const source = Sentence.optional().meta({
  title: 'Source',
  description: 'The paper, meeting or person that this comes from',
});

const voteCount = z
  .int(numberFault('must be a whole number from 0'))
  .min(0, 'must be a whole number from 0')
  .max(10_000);

/** How many voted which way, as it was counted; what was not counted is left out. */
export const Votes = z
  .strictObject({
    for: voteCount.meta({ title: 'For', description: 'How many voted for it' }),
    against: voteCount.meta({ title: 'Against', description: 'How many voted against it' }),
    abstained: voteCount.optional().meta({ title: 'Abstained', description: 'How many abstained' }),
  })
  .meta({ id: 'Votes' });

/** "65 for, 5 against, 11 abstained". */
export const votesInWords = ({ for: inFavour, against, abstained }: z.infer<typeof Votes>): string =>
  `${inFavour} for, ${against} against${abstained === undefined ? '' : `, ${abstained} abstained`}`;

/** The exemption of a record: a field that every register has. */
export const exempt = Exemption.optional().meta({
  title: 'Exempt from publication',
  description:
    'Which fields of this record are withheld from the public, by which paragraph of Schedule 12A, and until when',
});

/** "Reviewed, no change": who last looked at an entry and found that it still is as recorded, and from when that holds. */
const ReviewedNoChange = z
  .object({
    at: Instant.meta({ description: 'From when it is said to be unchanged' }),
    by: Subject.meta({ description: 'Who reviewed it' }),
  })
  .meta({ id: 'ReviewedNoChange' });

/** The fact of every register whose entries can be reviewed without a change. */
export const noChangeFact = {
  reviewedNoChange: ReviewedNoChange.optional().meta({
    description: 'The last time that it was reviewed without a change',
  }),
};

/** The facts of a register that keeps nothing else. */
export const NoChangeFacts = z.object(noChangeFact);

/** What is still to be done about a risk or an issue, by whom and by when. */
export const Action = z.strictObject({
  id: Id.meta({ title: 'Id', description: 'Lower-case words joined by single hyphens, once in this record' }),
  what: Sentence.meta({ title: 'Action', description: 'What is to be done' }),
  owner: Owner.optional().meta({ title: 'Owner', description: "The post or team that does it, not a person's name" }),
  dueOn: PlannedOn.optional().meta({ title: 'Due on', description: 'The day by which it is to be done' }),
  status: choice({ open: 'Open', done: 'Done', cancelled: 'Cancelled' })
    .default('open')
    .meta({ title: 'Status', description: 'How far it has come' }),
});

/** The fields by which a record that has a baseline names the change request that moves it. */
export const movedBy = {
  changeRequest: reference('change-request').optional().meta({
    title: 'Change request',
    description: 'The agreed change request, of the same review or programme, by which the baseline moves',
  }),
  programmeChangeRequest: Id.optional().meta({
    title: 'Change request of the programme',
    description: 'In its place, of a review: the id of an agreed change request of the programme',
  }),
};
