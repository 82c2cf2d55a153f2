import * as z from 'zod';
import { LocalDate } from '#language/time.ts';
import { choice } from '#schemas/choices.ts';
import { PlannedOn } from '#schemas/dates.ts';
import { Id, Narrative, Title } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';
import { declareRegister, reportPart, section, team } from '../declaration.ts';
import { Address, exempt, reference } from '../field-kinds.ts';

export const PaperKind = choice({
  report: 'Report to a board or committee',
  case: 'Business case',
  minutes: 'Minutes',
  plan: 'Plan',
  evidence: 'Evidence',
  other: 'Another paper',
});

/** A link to a paper that is kept elsewhere: the tracker holds its title and address, and never the file. */
export const Paper = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The title that the paper has' }),
    kind: PaperKind.meta({ title: 'Kind', description: 'What sort of paper it is' }),
    address: Address.meta({
      title: 'Address',
      description: "Where it is kept: the council's website, its document store or its committee pages",
    }),
    dated: PlannedOn.meta({ title: 'Dated', description: 'The date that the paper bears' }),
    about: Narrative.optional().meta({ title: 'About', description: 'What it is about or says, in a sentence or two' }),
    decision: reference('decision').optional().meta({
      title: 'Decision',
      description: 'The decision that it was written for, or that it records',
    }),
    exempt,
  })
  .meta({ id: 'Paper' });
export type Paper = z.infer<typeof Paper>;

const PapersSection = z.array(
  z.object({ id: Id, title: z.string(), kind: PaperKind, address: z.string(), dated: LocalDate }),
);
export type PapersSection = z.infer<typeof PapersSection>;

const Row = ReportSubject.extend({
  paper: Id,
  paperTitle: z.string(),
  kind: PaperKind,
  address: z.string(),
  dated: LocalDate,
});

const PapersPart = z.object({ total: z.int(), rows: listedOf(Row) });
export type PapersPart = z.infer<typeof PapersPart>;

export const paper = declareRegister({
  kind: 'paper',
  purpose: 'Links to papers that are kept elsewhere: reports, cases, minutes, plans and evidence.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Paper,
  columns: ['title', 'kind', 'dated', 'address'],
  entryName: ({ title }) => `the paper "${title}"`,
  position: section('papers', PapersSection, []),
  report: reportPart('papers', PapersPart, 'rules-2'),
  example: {
    title: 'Options for the depots',
    kind: 'report',
    address: 'https://www.exampleshire.gov.uk/papers/options-for-the-depots.pdf',
    dated: '2026-01-05',
    about: 'Sets out five ways in which the depots could be run.',
  },
  exampleId: 'options-for-the-depots',
});
