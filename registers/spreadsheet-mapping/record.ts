import * as z from 'zod';
import { choice } from '#schemas/choices.ts';
import { Narrative, Sentence, Title } from '#schemas/ids.ts';
import { declareRegister, team } from '../declaration.ts';
import { exempt } from '../field-kinds.ts';

/** The registers that a tracker of the council's own comes into, by their paths. */
const mappedRegisters = choice({
  risks: 'Risks',
  savings: 'Savings',
  milestones: 'Milestones',
  recommendations: 'Recommendations',
});

const head = Title.meta({});

const ColumnOfField = z.strictObject({
  field: Title.meta({ title: 'Field', description: 'Where it is in a record, its parts joined by full stops' }),
  head: head.optional().meta({ title: 'Column', description: 'The head of the column that it is read from' }),
  always: Sentence.optional().meta({
    title: 'Of every new row',
    description: 'What every new row says where the column is empty, or where there is none',
  }),
});

const Word = z.strictObject({
  field: Title.meta({ title: 'Field', description: 'The field whose column has the word' }),
  word: Narrative.meta({ title: 'Word', description: 'As the spreadsheet has it' }),
  means: Sentence.optional().meta({
    title: 'Means',
    description: 'What is read in its place; left out where the cell counts as empty',
  }),
});

/** How a spreadsheet of a council's own is read: which column is which field, and which of its words mean which of ours. */
export const SpreadsheetMapping = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'What the spreadsheet is called among those who keep it' }),
    register: mappedRegisters.meta({ title: 'Register', description: 'What its rows are' }),
    reference: head.optional().meta({
      title: 'Column of references',
      description: 'The head of the column by which a row is known again; without one, its title is taken',
    }),
    review: head.optional().meta({
      title: 'Column of reviews',
      description: 'The head of the column that says of which review a row is; without one, all are of one',
    }),
    columns: z
      .array(ColumnOfField)
      .min(1, 'must have at least one column')
      .max(120)
      .meta({ title: 'Columns', description: 'What each field is read from' }),
    words: z
      .array(Word)
      .max(400)
      .default([])
      .meta({ title: 'Words', description: 'Words of the spreadsheet that are read as others' }),
    exempt,
  })
  .meta({ id: 'SpreadsheetMapping' });
export type SpreadsheetMapping = z.infer<typeof SpreadsheetMapping>;

export const spreadsheetMapping = declareRegister({
  kind: 'spreadsheet-mapping',
  purpose: "How spreadsheets of the council's own are read: which column is which field, and which word means which.",
  scopes: ['programme'],
  writers: team,
  record: SpreadsheetMapping,
  columns: ['title', 'register', 'reference', 'review'],
  entryName: ({ title }) => `the spreadsheet mapping "${title}"`,
  example: {
    title: 'The corporate risk log',
    register: 'risks',
    reference: 'Ref',
    review: 'Service',
    columns: [
      { field: 'title', head: 'Risk' },
      { field: 'current.1.likelihood', head: 'L' },
      { field: 'target.2.toBeConfirmed', always: 'The risk log has no targets' },
    ],
    words: [{ field: 'current.1.likelihood', word: 'Likely', means: '4' }],
  },
  exampleId: 'the-corporate-risk-log',
});
