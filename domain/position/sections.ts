import { type RegisterKind, registers } from '#registers/all.ts';
import type { Register, Scope } from '#registers/declaration.ts';
import { RecordKind } from '#schemas/history.ts';
import { type ProgrammeWide, ReviewPosition, type SectionName } from '#schemas/position.ts';
import type { Programme } from '#schemas/programme.ts';
import { Review, ReviewFacts } from '#schemas/review.ts';
import type { RegisterRules, Sum } from '../registers/define-rules.ts';
import { rulesOf } from '../registers/rules.ts';
import { passesBound } from '../totals.ts';
import { entriesOf, type RecordAt } from './records.ts';
import { reviewSection } from './review-section.ts';

export type { RecordAt } from './records.ts';

/** How a section is made, and of which kinds of records. */
interface Builder {
  readonly name: string;
  readonly kinds: readonly RecordKind[];
  readonly build: (records: readonly RecordAt[], programme: Programme) => unknown;
  readonly sumPassed: RegisterRules['sumPassed'];
}

const putBack = (record: RecordAt): RecordAt => ({ ...record, state: { ...record.state, struckOut: null } });

const ofTheReview: Builder = {
  name: 'review',
  kinds: ['review'],
  build: (records) => {
    // A review that is struck out keeps its position, which says so: a report that was made of it counts it out.
    const [review] = entriesOf(records.map(putBack), 'review', Review, ReviewFacts);
    if (review === undefined) throw new Error('the review record is not among the records of its position');
    return reviewSection(review);
  },
  sumPassed: () => null,
};

/** The registers as declarations: which of them make a section is not for the types to know here. */
const declared: readonly (Register & { readonly kind: RegisterKind })[] = registers;

const ofRegisters = (scope: Scope): readonly Builder[] =>
  declared.flatMap(({ kind, scopes, position }) =>
    position !== undefined && scopes.includes(scope)
      ? [
          {
            name: position.name,
            kinds: RecordKind.options.filter((one) => one === kind || position.alsoFrom.includes(one)),
            build: rulesOf(kind).section,
            sumPassed: rulesOf(kind).sumPassed,
          },
        ]
      : [],
  );

const ofReviews: readonly Builder[] = [ofTheReview, ...ofRegisters('review')];
const ofProgrammes: readonly Builder[] = ofRegisters('programme');

const builderAmong = (builders: readonly Builder[], section: string): Builder => {
  const builder = builders.find((one) => one.name === section);
  if (builder === undefined) throw new Error(`no register makes the section ${section}`);
  return builder;
};
const builderOf = (section: SectionName): Builder => builderAmong(ofReviews, section);

const isSectionName = (name: string): name is SectionName => name in ReviewPosition.shape;

/** The kinds of records that a section is made of. */
export const kindsBehind = (section: SectionName): readonly RecordKind[] => builderOf(section).kinds;

/** The sections to make anew after a write of a record: none for the programme's settings and its publications. */
export const sectionsTouchedBy = (kind: RecordKind): readonly SectionName[] =>
  ofReviews.flatMap(({ name, kinds }) => (kinds.includes(kind) && isSectionName(name) ? [name] : []));

/** The settings of the programme by which a section judges: under others it is another. */
const settingsBehind = (section: SectionName): readonly (keyof Programme)[] =>
  registers.flatMap(({ position }: Register) => (position?.name === section ? position.settings : []));

/** Whether a section is another under other settings of the programme, as the bands of risks are under another matrix. */
export const dependsOnSettings = (section: SectionName): boolean => settingsBehind(section).length > 0;

/** Whether the sections that depend on settings are the same under both; the schema has put their keys in one order. */
export const judgeAlike = (one: Programme, other: Programme): boolean =>
  registers
    .flatMap(({ position }: Register) => position?.settings ?? [])
    .every((setting) => JSON.stringify(one[setting]) === JSON.stringify(other[setting]));

const built = (builders: readonly Builder[], records: readonly RecordAt[], programme: Programme): object =>
  Object.fromEntries(builders.map(({ name, build }) => [name, build(records, programme)]));

/**
 * One section of a review's position, from the records of the kinds behind it; others are ignored, and so is what is
 * struck out. The order of the records changes nothing. A register's rules make its section as its declaration says.
 * @throws Error naming kind and id where a state does not parse, and where the review record itself is missing
 */
export function buildSection<S extends SectionName>(
  section: S,
  records: readonly RecordAt[],
  programme: Programme,
): ReviewPosition[S];
export function buildSection(section: SectionName, records: readonly RecordAt[], programme: Programme): unknown {
  return builderOf(section).build(records, programme);
}

/**
 * The whole position of a review, from all its records.
 * @throws Error as `buildSection` does
 */
export function buildPosition(records: readonly RecordAt[], programme: Programme): ReviewPosition;
export function buildPosition(records: readonly RecordAt[], programme: Programme): object {
  return built(ofReviews, records, programme);
}

/**
 * The first sum of a section made anew that is larger than is added up, and larger than in the section that was stored before
 * (docs/meaning.md MONEY-20); null: none. So a change that lessens a sum is never in its way.
 */
export const sumPassed = (
  section: SectionName,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  records: readonly RecordAt[],
  programme: Programme,
): Sum | null => (passesBound(after) ? builderOf(section).sumPassed(before, records, programme) : null);

function emptySections(): Omit<ReviewPosition, 'review'>;
function emptySections(): object {
  return Object.fromEntries(
    declared.flatMap(({ scopes, position }) =>
      position !== undefined && scopes.includes('review') ? [[position.name, structuredClone(position.empty)]] : [],
    ),
  );
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) frozen(one);
  return Object.freeze(value);
};

/** The position of a review whose registers hold nothing yet. Every position that is read shares it: it cannot be changed. */
export const emptyPosition = frozen(emptySections());

/**
 * The position of the programme's own registers.
 * @throws Error naming kind and id where a state does not parse
 */
export function buildProgrammeWide(records: readonly RecordAt[], programme: Programme): ProgrammeWide;
export function buildProgrammeWide(records: readonly RecordAt[], programme: Programme): object {
  return built(ofProgrammes, records, programme);
}

/**
 * One section of the programme's own registers, as `buildProgrammeWide` makes all of them.
 * @throws Error naming kind and id where a state does not parse
 */
export function buildProgrammeSection<S extends keyof ProgrammeWide>(
  section: S,
  records: readonly RecordAt[],
  programme: Programme,
): ProgrammeWide[S];
export function buildProgrammeSection(section: string, records: readonly RecordAt[], programme: Programme): unknown {
  return builderAmong(ofProgrammes, section).build(records, programme);
}
