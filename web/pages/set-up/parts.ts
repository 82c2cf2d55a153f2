import * as z from 'zod';
import { counted } from '#language/in-words.ts';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { labelOf } from '#schemas/choices.ts';
import { Programme, RatingScheme } from '#schemas/programme.ts';

type Settings = Readonly<Record<string, unknown>>;

/** A part of a programme's settings, with a form of its own. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
  /** What is recorded of it, in a few words; null: nothing yet. */
  readonly inBrief: (settings: Settings) => string | null;
}

const fieldsNamed = (...names: readonly (keyof Programme)[]): readonly Field[] =>
  names.flatMap((name) => fieldsOf(z.object({ [name]: Programme.shape[name] })));

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

const list = (name: keyof Programme, title: string, id: string = name): Part => ({
  id,
  title,
  fields: fieldsNamed(name),
  inBrief: (settings) => (lengthOf(settings[name]) === 0 ? null : `${lengthOf(settings[name])} recorded`),
});

/** What may be chosen by name where the settings hold an id: a version of the plan, or a named baseline. */
export const chosenByName = (
  fields: readonly Field[],
  offered: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>,
): readonly Field[] =>
  fields.map((field) => {
    const names = offered[field.name];
    return names === undefined
      ? field
      : { ...field, kind: 'choice', choices: names.map(({ id, name }) => ({ name: id, label: name })) };
  });

/** What a programme is set up by, in the order in which it is best done. */
export const partsOfSetUp: readonly Part[] = [
  {
    id: 'details',
    title: 'Name and details',
    fields: fieldsNamed('name', 'phase', 'council', 'approved', 'source', 'fictional'),
    inBrief: ({ name, council }) => `${String(name)}, ${String(council)}`,
  },
  {
    id: 'reporting',
    title: 'Report dates',
    fields: fieldsNamed('reporting'),
    inBrief: ({ reporting }) => {
      const read = Programme.shape.reporting.safeParse(reporting);
      if (!read.success) return null;
      const { daysAre, returnsDueDay, reportDay } = read.data;
      const day = daysAre === 'working' ? 'working day' : 'day';
      return `Returns are due on ${day} ${returnsDueDay}, and a month is reported on ${day} ${reportDay} of the next`;
    },
  },
  list('directorates', 'Directorates'),
  list('portfolios', 'Portfolios'),
  list('themes', 'Themes'),
  list('objectives', 'Objectives'),
  list('services', 'Services'),
  list('boards', 'Boards'),
  {
    id: 'ratings',
    title: 'Ratings, and what totals count',
    fields: fieldsNamed('ratingScheme', 'pausedCounts'),
    inBrief: ({ ratingScheme, pausedCounts }) =>
      `${labelOf(RatingScheme, String(ratingScheme))}; paused reviews ${pausedCounts === false ? 'do not count' : 'count'}`,
  },
  {
    id: 'risk-matrix',
    title: 'Risk matrix',
    fields: fieldsNamed('riskMatrix'),
    inBrief: ({ riskMatrix }) => {
      const read = Programme.shape.riskMatrix.safeParse(riskMatrix);
      return read.success
        ? `${read.data.likelihoodWords.length} likelihoods by ${read.data.impactWords.length} impacts`
        : null;
    },
  },
  list('deliveryModels', 'Delivery models', 'delivery-models'),
  list('decisionRoute', 'Route of decisions', 'decision-route'),
  {
    id: 'plan',
    title: 'Medium-term financial plan',
    fields: fieldsNamed('mtfps', 'mtfpInUse'),
    inBrief: ({ mtfps }) => (lengthOf(mtfps) === 0 ? null : counted(lengthOf(mtfps), 'version')),
  },
  {
    id: 'report',
    title: 'What reports compare and leave out',
    fields: fieldsNamed('comparedWith', 'caseTolerancePercent', 'reportLeavesOut'),
    inBrief: ({ comparedWith, caseTolerancePercent, reportLeavesOut }) =>
      [
        ...(comparedWith === undefined ? [] : ['Compared with a named baseline']),
        ...(caseTolerancePercent === undefined ? [] : [`Tolerance of ${String(caseTolerancePercent)}%`]),
        ...(lengthOf(reportLeavesOut) === 0 ? [] : [`${counted(lengthOf(reportLeavesOut), 'section')} left out`]),
      ].join('; ') || null,
  },
  list('gatesWithout', 'Criteria that gates do not ask for', 'gates-without'),
  {
    id: 'publishing',
    title: 'Who publishes, and who sees what',
    fields: fieldsNamed('publishedByTwo', 'boardReadsExempt', 'keyDecisionThreshold'),
    inBrief: ({ publishedByTwo }) =>
      publishedByTwo === true ? 'Two people publish a report' : 'One person may publish, and the report day does',
  },
  {
    id: 'close-down',
    title: 'Close-down',
    fields: fieldsNamed('closeDown'),
    inBrief: ({ closeDown }) => (closeDown === undefined ? null : 'The programme is closed'),
  },
];

export const partNamed = (id: string): Part | undefined => partsOfSetUp.find((part) => part.id === id);
