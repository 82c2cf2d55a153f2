import type { InFigures } from '#schemas/in-figures.ts';
import type { ProgrammeWide } from '#schemas/position.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { FigureUnit } from '#schemas/report-figures.ts';
import { type DatedFact, standingOf } from '../facts-held.ts';
import type { ReportedMonth, ReportSetting } from '../report-setting.ts';
import type { ReviewInReport } from '../review-in-report.ts';
import { amountOf, figureNamed } from './amounts.ts';
import type { FigureOfReport, FigureRule } from './figure.ts';

/*
 * What a part of a report counts, said once: what each figure is in the content, and what one record gives to it (docs/meaning.md
 * REPORT-27). From that both the figures that can be asked and the rows that are kept with the lines are made (ADR 0088).
 */

/** Where a record stands: of a review or, where that is null, of the programme itself. */
export interface At {
  readonly setting: ReportSetting;
  readonly month: ReportedMonth;
  readonly review: ReviewInReport | null;
  /** Whether this report is the first to hold a dated fact of it. */
  readonly isHere: (fact: DatedFact) => boolean;
}

/** What a record gives: so many, an amount with its coverage, or why none; true: one. Nought of a count is nothing. */
type Gives = InFigures['figures'][string][string] | boolean | undefined;

type PartName = Exclude<keyof ReportContent, 'programme' | 'early' | 'previous' | 'headline' | 'changes'>;
type Part<N extends PartName> = NonNullable<ReportContent[N]>;
type Value = FigureOfReport['value'];

/** Of which reviews a part has records: REPORT-7. */
type Whose = 'counted' | 'in-results' | 'not-in-results' | 'under-way-or-ended' | 'ended' | 'every';

const isOf: Readonly<Record<Whose, (review: ReviewInReport) => boolean>> = {
  counted: ({ counted }) => counted,
  'in-results': ({ inResults }) => inResults,
  'not-in-results': ({ inResults }) => !inResults,
  'under-way-or-ended': ({ counted, ended }) => counted || ended,
  ended: ({ ended }) => ended,
  every: () => true,
};

interface Kind {
  readonly unit?: FigureUnit;
  readonly rule?: FigureRule;
}

/** One figure of a part, by what it is in the content and by what a record gives. */
interface OneFigure<P, E> extends Kind {
  readonly title: string;
  /** Undefined: the part has none. */
  readonly value: (part: P) => Value | undefined;
  readonly gives: (entry: E, at: At) => Gives;
}

/** Figures of which the names are known by the content alone, as a table has them. */
interface Table<P, E> {
  readonly asked: (part: P) => readonly (Kind & {
    readonly name: string;
    readonly title: string;
    readonly value: Value;
  })[];
  readonly gives: (entry: E, at: At) => Readonly<Record<string, Gives>>;
}

interface Named {
  readonly id: string;
  readonly title: string | null;
  /** Where it is of another register than the others. */
  readonly register?: string;
}

interface Declared<N extends PartName, E> {
  readonly part: N;
  /** Of which register the records are; `review`: the reviews themselves. */
  readonly register: string;
  readonly unit?: FigureUnit;
  readonly rule: FigureRule;
  readonly whose: Whose;
  readonly ofReview?: (review: ReviewInReport, at: At) => readonly E[];
  readonly ofProgramme?: (programmeWide: ProgrammeWide, at: At) => readonly E[];
  readonly named: (entry: E) => Named;
  readonly figures?: Readonly<Record<string, OneFigure<Part<N>, E>>>;
  readonly tables?: readonly Table<Part<N>, E>[];
  /** A review that is part of another is not in it while that one is. */
  readonly countsOnce?: true;
}

/** The same, whatever its records are. */
export interface FiguresOfRecords {
  readonly part: PartName;
  readonly rules: readonly FigureRule[];
  /** The figures, as they are in a published content. */
  readonly asked: (content: ReportContent) => readonly FigureOfReport[];
  /** What the records of a review, or of the programme, give. */
  readonly given: (at: At) => readonly InFigures[];
}

/** `costsAndBenefits` becomes `costs-and-benefits`: the first word of the names of its figures. */
export const partInNames = (part: string): string => part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const isAmount = (gives: Gives, unit: FigureUnit): gives is InFigures['figures'][string][string] | true =>
  gives !== undefined && gives !== false && (gives !== 0 || unit === 'pounds');

/** The register under which what stands in no register of its own is kept: the programme itself, and what a review's record says it waits for. */
export const ofProgrammeItself = 'programme';
export const inReviewRecord = 'waits-for';

type Figures = Record<string, Record<string, InFigures['figures'][string][string]>>;

/** The figures of a part that its records make. */
export const figuresOfRecords = <const N extends PartName, E>(declared: Declared<N, E>): FiguresOfRecords => {
  const { part, register, rule, figures = {}, tables = [], named } = declared;
  const prefix = partInNames(part);
  const unitOf = ({ unit }: Kind): FigureUnit => unit ?? declared.unit ?? 'records';
  const all = Object.entries(figures);
  const figureOf = (name: string, title: string, value: Value, kind: Kind): FigureOfReport => ({
    ...{ figure: `${prefix}.${name}`, title, part, value },
    ...{ unit: unitOf(kind), rule: kind.rule ?? rule },
    ...(declared.countsOnce === undefined ? {} : { countsOnce: declared.countsOnce }),
  });
  const givenBy = (entry: E, at: At): Figures => {
    const given: Figures = {};
    const take = (figure: string, gives: Gives, unit: FigureUnit): void => {
      if (!isAmount(gives, unit)) return;
      const { group, name } = figureNamed(`${prefix}.${figure}`);
      given[group] = { ...given[group], [name]: gives === true ? 1 : gives };
    };
    for (const [name, one] of all) take(name, one.gives(entry, at), unitOf(one));
    for (const table of tables)
      for (const [name, gives] of Object.entries(table.gives(entry, at))) take(name, gives, 'pounds');
    return given;
  };
  const entriesOf = (at: At): readonly E[] => {
    if (at.review === null) return declared.ofProgramme?.(at.setting.programmeWide, at) ?? [];
    return isOf[declared.whose](at.review) ? (declared.ofReview?.(at.review, at) ?? []) : [];
  };
  return {
    part,
    rules: [rule, ...all.flatMap(([, one]) => one.rule ?? [])],
    asked: (content) => {
      const found = content[part];
      if (found === undefined || found === null) return [];
      return [
        ...all.flatMap(([name, one]) => {
          const value = one.value(found);
          return value === undefined ? [] : [figureOf(name, one.title, value, one)];
        }),
        ...tables.flatMap((table) => table.asked(found).map((one) => figureOf(one.name, one.title, one.value, one))),
      ];
    },
    given: (at) =>
      entriesOf(at).flatMap((entry) => {
        const given = givenBy(entry, at);
        if (Object.keys(given).length === 0) return [];
        const { id, title, register: own = register } = named(entry);
        return [{ register: own, entry: id, title, figures: given }];
      }),
  };
};

/** Records that stand under an id and have a title. */
export const byTitle = ({ id, title }: { readonly id: string; readonly title: string }): Named => ({ id, title });

/** The review itself, or where it is null the programme, as what a row is of. */
export const itselfNamed = (review: string | null, programme: string) => ({
  register: review === null ? ofProgrammeItself : 'review',
  entry: review ?? programme,
  entryTitle: null,
});

/** The review itself or, of the programme's own records, the programme, as a record. */
export const subjectItself = {
  register: 'review',
  ofReview: (review: ReviewInReport, at: At): readonly At[] => (review === at.review ? [at] : []),
  ofProgramme: (_: ProgrammeWide, at: At): readonly At[] => [at],
  named: ({ review, setting }: At): Named =>
    review === null
      ? { id: setting.programmeId, title: null, register: ofProgrammeItself }
      : { id: review.id, title: null },
} as const;

/** The review itself, of which the programme has none. */
export const reviewItself = {
  register: 'review',
  ofReview: (review: ReviewInReport): readonly ReviewInReport[] => [review],
  named: ({ id }: ReviewInReport): Named => ({ id, title: null }),
} as const;

/** Where the records of a review or, where it is null, of the programme stand. */
export const standingAt = (setting: ReportSetting, month: ReportedMonth, review: ReviewInReport | null): At => ({
  setting,
  month,
  review,
  isHere: (fact) => standingOf(setting, month, review?.id ?? null, fact) === 'here',
});

/** What a record gives to a figure twice, as two states of one record may, is added up. */
const bothOf = (one: Figures[string] = {}, other: Figures[string]): Figures[string] => {
  const both = { ...one };
  for (const [name, amount] of Object.entries(other)) {
    const before = both[name];
    both[name] = typeof before === 'number' && typeof amount === 'number' ? before + amount : amount;
  }
  return both;
};

/** Records that several parts count, each once with what it gives to all of them. */
export const eachOnce = (rows: readonly InFigures[]): InFigures[] => {
  const records = new Map<string, InFigures>();
  for (const row of rows) {
    const key = `${row.register} ${row.entry}`;
    const before = records.get(key);
    if (before === undefined) {
      records.set(key, row);
      continue;
    }
    const figures: Figures = { ...before.figures };
    for (const [group, given] of Object.entries(row.figures)) figures[group] = bothOf(figures[group], given);
    records.set(key, { ...before, figures });
  }
  return [...records.values()];
};

/** A total as a record gives it; nothing where it has no figure. */
export const givesTotal = amountOf;
