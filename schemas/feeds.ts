import * as z from 'zod';
import { Problem } from './problems.ts';

/** A column of a table, as the data dictionary has it. */
const FeedColumn = z
  .object({
    name: z.string().meta({ description: 'Stays for ever, and is never given another meaning' }),
    type: z.enum(['text', 'yes or no', 'number', 'whole number', 'pounds', 'day', 'instant']),
    title: z.string(),
    description: z.string(),
    nullable: z.boolean().meta({ description: 'Whether it may be empty' }),
    choices: z
      .array(z.object({ name: z.string(), label: z.string() }))
      .optional()
      .meta({
        description: 'What it can be, where that is a choice',
      }),
    refersTo: z.string().optional().meta({
      description: 'The table whose key it holds, the register whose id, or the list of the settings whose word',
    }),
  })
  .meta({ id: 'FeedColumn' });

/** The tables that tools read, with the data dictionary of each: made from the declarations of the registers. */
export const Feeds = z
  .object({
    odata: z.string().meta({ description: 'The address of the same tables as an OData service' }),
    tables: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        description: z.string(),
        address: z.string().meta({ description: 'Where its rows are' }),
        parent: z.string().optional().meta({ description: 'The table that its rows belong to, by `parentKey`' }),
        saysWhatIsGone: z.boolean().meta({
          description:
            'Whether its changes name the rows that are gone. Of one that does not, take away every row whose entry is among the changes of the table that it belongs to, then add its own',
        }),
        columns: z.array(FeedColumn),
      }),
    ),
  })
  .meta({ id: 'Feeds' });

/** A refusal of the OData service (OData JSON Format 4.0, 19). */
export const ODataError = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      target: z.string().optional(),
      details: z.array(z.object({ code: z.string(), message: z.string(), target: z.string() })).optional(),
      innererror: Problem,
    }),
  })
  .meta({ id: 'ODataError' });
