import { figureInWords } from '#language/in-words.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { figuresCompared, perhapsRounded } from '#registers/stated-position/stated-rounding.ts';
import { DateStatement, dateStatementInWords, datesAgree } from '#schemas/date-statement.ts';
import { Figure } from '#schemas/figures.ts';
import type { RuleSetName } from '#schemas/rule-set-name.ts';
import { fieldInWords } from './difference-words.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReviewInReport } from './review-in-report.ts';

/** Registers of which other rules hold their papers against each other. */
const judgedElsewhere = ['stated-position', 'stated-measure'];
const judged: readonly Register[] = registers.filter(({ kind }) => !judgedElsewhere.includes(kind));

/** A figure or a date in words, with its paper, and what each other paper says that does not agree with it. */
interface Differing {
  readonly field: string;
  readonly value: string;
  readonly source: string | undefined;
  readonly others: readonly { readonly value: string; readonly source: string; readonly rounded: string }[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const othersOfFigure = (figure: Figure, ruleSet: RuleSetName): Differing['others'] =>
  (figure.conflicts ?? []).flatMap(({ value, source }) => {
    const comparison = figuresCompared(figure, value, ruleSet);
    return comparison === 'agree' ? [] : [{ value: figureInWords(value), source, rounded: perhapsRounded(comparison) }];
  });

const othersOfDate = (date: DateStatement): Differing['others'] =>
  (date.kind === 'not-stated' ? [] : (date.conflicts ?? [])).flatMap(({ value, source }) =>
    datesAgree(date, value) ? [] : [{ value: dateStatementInWords(value), source, rounded: '' }],
  );

const differingIn = (field: string, stated: unknown, ruleSet: RuleSetName): readonly Differing[] => {
  const figure = Figure.safeParse(stated).data;
  if (figure !== undefined)
    return [{ field, value: figureInWords(figure), source: figure.source, others: othersOfFigure(figure, ruleSet) }];
  const date = DateStatement.safeParse(stated).data;
  if (date === undefined || date.kind === 'not-stated') return [];
  return [{ field, value: dateStatementInWords(date), source: date.source, others: othersOfDate(date) }];
};

/** Every figure and date within an entry of which another paper says something else, in the order of its fields. */
const differing = (field: string, value: unknown, ruleSet: RuleSetName): readonly Differing[] => {
  if (Array.isArray(value)) return value.flatMap((one) => differing(field, one, ruleSet));
  if (!isObject(value)) return [];
  if (Array.isArray(value.conflicts))
    return differingIn(field, value, ruleSet).filter(({ others }) => others.length > 0);
  return Object.entries(value).flatMap(([name, one]) => differing(fieldInWords(name), one, ruleSet));
};

const by = (source: string | undefined): string => (source === undefined ? '' : ` by ${source}`);

const foundOf = (
  of: { readonly register: string; readonly id: string; readonly name: string },
  all: readonly Differing[],
): Found[] =>
  all.length === 0
    ? []
    : [
        {
          register: of.register,
          id: of.id,
          because: `Papers differ on ${of.name}: ${all
            .map(
              ({ field, value, source, others }) =>
                `${field} is ${value}${by(source)}, and ${others.map((other) => `${other.value} by ${other.source}${other.rounded}`).join(' and ')}`,
            )
            .join('; ')}.`,
          evidence: all.flatMap(({ field, value, source, others }) => [
            { what: `${field}, ${source ?? 'source not stated'}`, value },
            ...others.map((other) => ({ what: `${field}, ${other.source}`, value: other.value })),
          ]),
        },
      ];

const nameOf = (noun: string, { title, label, id }: Readonly<Record<string, unknown>>): string =>
  `the ${noun} "${String(title ?? label ?? id)}"`;

/** Those of the entries of every section, of a review's position or the programme's own. */
const ofSections = (sections: object, ruleSet: RuleSetName): Found[] =>
  judged.flatMap(({ kind, noun, position }) => {
    const entries: unknown = position === undefined ? undefined : Reflect.get(sections, position.name);
    return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) =>
      isObject(entry) && typeof entry.id === 'string'
        ? foundOf({ register: kind, id: entry.id, name: nameOf(noun, entry) }, differing('', entry, ruleSet))
        : [],
    );
  });

/** The review's own record: what it waits for by the register of dependencies is found there. */
const ownRecord = ({ review, dependencies }: ReviewInReport['position']) => ({
  ...review,
  waitsFor: review.waitsFor.filter((wait) => !dependencies.some(({ id }) => id === wait.id)),
});

export const papersDiffer: readonly ReportRule[] = [
  {
    id: 'CON-36',
    kind: 'contradiction',
    sentence: 'Papers differ on a figure or a date of one record.',
    since: 'rules-2',
    ofReview: ({ id, title, position }, { ruleSet }) => [
      ...foundOf(
        { register: 'review', id, name: `the review "${title}"` },
        differing('', ownRecord(position), ruleSet),
      ),
      ...ofSections(position, ruleSet),
    ],
    ofProgramme: (programmeWide, { ruleSet }) => ofSections(programmeWide, ruleSet),
  },
];
