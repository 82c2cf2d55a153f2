import * as z from 'zod';
import { HappenedOn } from '#schemas/dates.ts';
import { Narrative, Title } from '#schemas/ids.ts';
import { declareRegister, reportPart, section } from '../declaration.ts';
import { exempt, source } from '../field-kinds.ts';
import { NamedBaselinesSection, SinceBaselinePart } from './projections.ts';

/** A baseline by its name: what was agreed of every review on a day, as it was recorded when the name was given. */
export const NamedBaseline = z
  .strictObject({
    title: Title.meta({ title: 'Name', description: 'What it is called, as "The baseline of March 2025"' }),
    asAt: HappenedOn.meta({ title: 'As at', description: 'The day as at whose end it is fixed' }),
    agreedBy: Title.optional().meta({ title: 'Agreed by', description: 'The board or post that agreed to it' }),
    agreedOn: HappenedOn.optional().meta({ title: 'Agreed on', description: 'The day on which it was agreed' }),
    words: Narrative.optional().meta({ title: 'In words', description: 'What it is for, or what it leaves open' }),
    source,
    exempt,
  })
  .meta({ id: 'NamedBaseline' });
export type NamedBaseline = z.infer<typeof NamedBaseline>;

export const namedBaseline = declareRegister({
  kind: 'named-baseline',
  purpose:
    'What was agreed of every review on a day, under a name: dates, costs, benefits and savings are compared with it.',
  scopes: ['programme'],
  writers: ['programme-office'],
  record: NamedBaseline,
  problems: ['baseline.fixed'],
  columns: ['title', 'asAt', 'agreedBy', 'agreedOn'],
  entryName: ({ title }) => `the named baseline "${title}"`,
  position: section('namedBaselines', NamedBaselinesSection, []),
  report: reportPart('sinceBaseline', SinceBaselinePart, 'rules-2'),
  example: {
    title: 'The baseline of January 2026',
    asAt: '2026-01-02',
    agreedBy: 'Transformation Board',
    agreedOn: '2026-01-02',
  },
  exampleId: 'january-2026',
});
