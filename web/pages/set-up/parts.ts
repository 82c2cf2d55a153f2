import * as z from 'zod';
import { type Field, fieldsOf } from '#registers/fields.ts';
import { Programme } from '#schemas/programme.ts';

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

const list = (id: keyof Programme, title: string): Part => ({
  id,
  title,
  fields: fieldsNamed(id),
  inBrief: (settings) => (lengthOf(settings[id]) === 0 ? null : `${lengthOf(settings[id])} recorded`),
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
    id: 'publishing',
    title: 'Who publishes, and who sees what',
    fields: fieldsNamed('publishedByTwo', 'boardReadsExempt', 'keyDecisionThreshold'),
    inBrief: ({ publishedByTwo }) =>
      publishedByTwo === true ? 'Two people publish a report' : 'One person may publish, and the report day does',
  },
];

export const partNamed = (id: string): Part | undefined => partsOfSetUp.find((part) => part.id === id);
