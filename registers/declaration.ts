import * as z from 'zod';
import { Id } from '#schemas/ids.ts';
import type { Role } from '#schemas/people.ts';
import type { ProblemCode } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import type { RuleSetName } from '#schemas/rule-set-name.ts';
import type { Across } from './across.ts';

/** A register keeps nothing apart from its records. */
export const NoFacts = z.object({});
/** Nothing is computed for an entry. */
export const NothingComputed = z.object({});

/** A register of each review, of the programme itself, or both. */
export type Scope = 'review' | 'programme';

type Fields = z.ZodType<Record<string, unknown>>;

/** A part of the position that a roll-up and a gate read: made of the entries of one register. */
export interface Section<N extends string = string, S extends z.ZodType = z.ZodType> {
  readonly name: N;
  readonly schema: S;
  /** The section where nothing is recorded: also what an older position holds that does not know it. */
  readonly empty: z.output<S>;
  /** The kinds of other records that it is made of besides. */
  readonly alsoFrom: readonly string[];
  /** The settings of the programme by which it judges: it is made again where they are others. */
  readonly settings: readonly (keyof Programme)[];
}

export const section = <const N extends string, S extends z.ZodType>(
  name: N,
  schema: S,
  empty: z.output<S>,
  { alsoFrom = [], settings = [] }: Partial<Pick<Section, 'alsoFrom' | 'settings'>> = {},
): Section<N, S> => ({ name, schema, empty, alsoFrom, settings });

/** A part of the monthly report. */
export interface ReportPart<N extends string = string, S extends z.ZodType = z.ZodType, A extends boolean = boolean> {
  readonly name: N;
  readonly schema: S;
  /** True of the parts that no published report is without; of any other, reports from before it was there have none. */
  readonly inEveryReport: A;
  /** The first rule set that has the part; undefined: each has it. */
  readonly since: RuleSetName | undefined;
}

/** A part that reports have from a rule set on: those published by an earlier one stay, and are rebuilt, without it. */
export const reportPart = <const N extends string, S extends z.ZodType>(
  name: N,
  schema: S,
  since: RuleSetName,
): ReportPart<N, S, false> => ({ name, schema, inEveryReport: false, since });

/** A part that the first report ever published had. */
export const firstReportPart = <const N extends string, S extends z.ZodType>(
  name: N,
  schema: S,
): ReportPart<N, S, true> => ({ name, schema, inEveryReport: true, since: undefined });

/** A register: what its entries hold, who writes them, where they live, and what is made of them. */
export interface Register<K extends string = string> {
  readonly kind: K;
  /** The part of the path, in the plural. */
  readonly path: string;
  /** The English singular, for sentences; and the stem of its operations' names. */
  readonly noun: string;
  readonly stem: string;
  readonly plural: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly scopes: readonly Scope[];
  readonly writers: readonly Role[];
  readonly id: z.ZodType<string>;
  readonly record: Fields;
  readonly facts: Fields;
  /** What is worked out of an entry: a field that has a title is a column of a workbook that nobody fills in (docs/meaning.md WRITE-36). */
  readonly computed: Fields;
  /** Entries made by an act (POST), which nobody puts. */
  readonly byActOnly?: true;
  /** Taken after the programme was closed as well. */
  readonly evenIfClosed?: true;
  /** An entry is of the month that is its id, and counts in the report of that month whenever it is recorded. */
  readonly ofMonth?: true;
  /** Its entries can be reviewed without a change (docs/meaning.md TIME-23); its facts then hold when that last was. */
  readonly reviewedNoChange?: true;
  /** Each entry is what another system says of it now, whole: a PUT may name no version (docs/meaning.md WRITE-31). */
  readonly statedWhole?: true;
  /** Fields of days of which the second is never before the first. */
  readonly daysInOrder: readonly (readonly [string, string])[];
  /** What a change of an entry can be refused for besides what every change can. */
  readonly problems: readonly ProblemCode[];
  /** The fields that a list shows, first ones first. */
  readonly columns: readonly string[];
  /** How an entry is named in a sentence: `the risk "Savings are late"`. */
  readonly entryName: (record: Readonly<Record<string, unknown>>, id: string) => string;
  readonly position: Section | undefined;
  /** How a list over all reviews selects and sorts its entries; undefined where there is no such list. */
  readonly across: Across | undefined;
  readonly report: ReportPart | undefined;
  /** A record as somebody would send it, and the id of its entry. */
  readonly example: unknown;
  readonly exampleId: string;
}

interface Declaration<
  K extends string,
  S extends readonly Scope[],
  R extends Fields,
  F extends Fields,
  C extends Fields,
  P extends Section | undefined,
  Q extends ReportPart | undefined,
> {
  readonly kind: K;
  /** Where the plural is not the kind with an s. */
  readonly path?: string;
  /** Where it is not the kind with blanks. */
  readonly noun?: string;
  readonly purpose: string;
  readonly scopes: S;
  readonly writers: readonly Role[];
  readonly id?: z.ZodType<string>;
  readonly record: R;
  readonly facts?: F;
  readonly computed?: C;
  readonly byActOnly?: true;
  readonly evenIfClosed?: true;
  readonly ofMonth?: true;
  readonly reviewedNoChange?: 'reviewedNoChange' extends keyof z.output<F> ? true : never;
  readonly statedWhole?: true;
  readonly daysInOrder?: readonly (readonly [keyof z.output<R> & string, keyof z.output<R> & string])[];
  readonly problems?: readonly ProblemCode[];
  readonly columns: readonly (keyof z.output<R> & string)[];
  readonly entryName: (record: z.output<R>, id: string) => string;
  readonly position?: P;
  /** Only of a register of reviews that has a position. */
  readonly across?: Across;
  readonly report?: Q;
  readonly example: z.input<R>;
  readonly exampleId: string;
}

interface Declared<
  K extends string,
  S extends readonly Scope[],
  R extends Fields,
  F extends Fields,
  C extends Fields,
  P extends Section | undefined,
  Q extends ReportPart | undefined,
> extends Register<K> {
  readonly scopes: S;
  readonly record: R;
  readonly facts: F;
  readonly computed: C;
  readonly position: P;
  readonly report: Q;
}

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/**
 * A register, from what only it knows. Its routes, grants, history, export, list, position, documents and forms are made
 * from the declaration; what must be rules, a part of the report or of the page is code in the files next to it.
 */
export function declareRegister<
  const K extends string,
  const S extends readonly Scope[],
  R extends Fields,
  F extends Fields = typeof NoFacts,
  C extends Fields = typeof NothingComputed,
  const P extends Section | undefined = undefined,
  const Q extends ReportPart | undefined = undefined,
>(given: Declaration<K, S, R, F, C, P, Q>): Declared<K, S, R, F, C, P, Q>;
export function declareRegister({
  entryName,
  ...given
}: Declaration<
  string,
  readonly Scope[],
  Fields,
  Fields,
  Fields,
  Section | undefined,
  ReportPart | undefined
>): Register {
  const path = given.path ?? `${given.kind}s`;
  return {
    ...given,
    path,
    noun: given.noun ?? given.kind.replaceAll('-', ' '),
    stem: pascal(given.kind),
    plural: pascal(path),
    id: given.id ?? Id,
    facts: given.facts ?? NoFacts,
    computed: given.computed ?? NothingComputed,
    problems: given.problems ?? [],
    daysInOrder: given.daysInOrder ?? [],
    position: given.position,
    across: given.across,
    report: given.report,
    entryName: (record, id) => entryName(given.record.parse(record), id),
  };
}

/** The transformation team and its programme office, who keep most registers. */
export const team: readonly Role[] = ['transformation-team', 'programme-office'];

type In<L extends readonly Register[], S extends Scope> =
  Extract<L[number], { readonly position: Section }> extends infer D
    ? D extends { readonly scopes: readonly Scope[] }
      ? S extends D['scopes'][number]
        ? D
        : never
      : never
    : never;

/** The sections that the registers of a scope make, by name: each has a default when it is read. */
export type SectionShape<L extends readonly Register[], S extends Scope> = {
  readonly [D in In<L, S> as D extends { readonly position: Section<infer N> } ? N : never]: D extends {
    readonly position: Section<string, infer T>;
  }
    ? z.ZodDefault<T>
    : never;
};

export function sectionShape<const L extends readonly Register[], S extends Scope>(
  registers: L,
  scope: S,
): SectionShape<L, S>;
export function sectionShape(registers: readonly Register[], scope: Scope): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    registers.flatMap(({ scopes, position }) =>
      position === undefined || !scopes.includes(scope)
        ? []
        : [[position.name, position.schema.default(() => structuredClone(position.empty))]],
    ),
  );
}

type Reported<L extends readonly Register[]> = Extract<L[number], { readonly report: ReportPart }>;

/** The parts of the report that registers make, by name: what reports had from the first on, and what came later. */
export type PartShape<L extends readonly Register[]> = {
  readonly [D in Reported<L> as D['report'] extends ReportPart<infer N> ? N : never]: D['report'] extends ReportPart<
    string,
    infer T,
    infer A
  >
    ? A extends true
      ? T
      : z.ZodOptional<T>
    : never;
};

export function partShape<const L extends readonly Register[]>(registers: L): PartShape<L>;
export function partShape(registers: readonly Register[]): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    registers.flatMap(({ report }) =>
      report === undefined ? [] : [[report.name, report.inEveryReport ? report.schema : report.schema.optional()]],
    ),
  );
}
