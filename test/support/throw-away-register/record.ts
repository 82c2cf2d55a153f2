import * as z from 'zod';
import { FinancialYear, Instant, LocalDate, ReportMonth } from '#language/time.ts';
import { across } from '#registers/across.ts';
import { declareRegister, reportPart, section, team } from '#registers/declaration.ts';
import { exempt, reference, source } from '#registers/field-kinds.ts';
import { choice } from '#schemas/choices.ts';
import { DateStatement } from '#schemas/date-statement.ts';
import { Figure, Pounds } from '#schemas/figures.ts';
import { Id, identified, Narrative, Title } from '#schemas/ids.ts';
import { listedOf, ReportSubject } from '#schemas/row-lists.ts';

const Keepsake = z
  .strictObject({
    title: Title.meta({ title: 'Title', description: 'The keepsake in a few words' }),
    story: Narrative.optional().meta({ title: 'Story', description: 'How it was learned' }),
    code: Id.optional().meta({ title: 'Code', description: 'The code of the keepsake' }),
    learnedOn: LocalDate.meta({ title: 'Learned on', description: 'The day' }),
    month: ReportMonth.optional().meta({ title: 'Month', description: 'The month that it is about' }),
    year: FinancialYear.optional().meta({ title: 'Year', description: 'The financial year that it is about' }),
    sharedAt: Instant.optional().meta({ title: 'Shared at', description: 'The instant at which it was shared' }),
    due: DateStatement.default({ kind: 'not-stated' }).meta({ title: 'Due', description: 'When it is to be used' }),
    worth: Figure.default({ kind: 'not-stated' }).meta({ title: 'Worth', description: 'What it is worth' }),
    cost: Pounds.optional().meta({ title: 'Cost', description: 'What it cost' }),
    people: z.int().min(0).default(0).meta({ title: 'People', description: 'How many people learned it' }),
    use: choice({ yes: 'Used', no: 'Not used' }).meta({ title: 'Use', description: 'Whether it is used' }),
    surprising: z.boolean().default(false).meta({ title: 'Surprising', description: 'Whether it was a surprise' }),
    risk: reference('risk').optional().meta({ title: 'Risk', description: 'The risk that taught it' }),
    steps: identified(
      z.strictObject({
        id: Id.meta({ title: 'Id', description: 'The id of the step' }),
        what: Title.meta({ title: 'Step', description: 'What was done' }),
      }),
      9,
    )
      .default([])
      .meta({ title: 'Steps', description: 'What was done, step by step' }),
    sharedWith: z
      .union([
        z.strictObject({ board: Title.meta({ title: 'Board', description: 'Which board' }) }),
        z.strictObject({ nobody: z.literal(true).meta({ title: 'Nobody', description: 'That nobody was' }) }),
      ])
      .optional()
      .meta({ title: 'Shared with', description: 'Who has heard of it' }),
    source,
    exempt,
  })
  .meta({ id: 'Keepsake' });

const KeepsakesSection = z.array(
  z.object({ id: Id, title: z.string(), use: z.enum(['yes', 'no']), learnedOn: LocalDate }),
);

/** A register that the product does not have: one field of every kind, a section, and a part of the report. */
export const keepsake = declareRegister({
  kind: 'keepsake',
  path: 'keepsakes',
  purpose: 'What was learned.',
  scopes: ['review', 'programme'],
  writers: team,
  record: Keepsake,
  columns: ['title', 'learnedOn', 'use'],
  entryName: ({ title }) => `the keepsake "${title}"`,
  position: section('keepsakes', KeepsakesSection, []),
  across: across(KeepsakesSection, {
    states: choice({ yes: 'Used', no: 'Not used' }),
    open: ['no'],
    rows: (keepsakes) =>
      keepsakes.map(({ id, title, use }) => ({ id, title, state: use, dueOn: null, weight: use === 'no' ? 1 : 0 })),
  }),
  report: reportPart(
    'keepsakes',
    z.object({ total: z.int(), used: z.int(), unused: listedOf(ReportSubject.extend({ keepsake: z.string() })) }),
    'rules-99',
  ),
  example: {
    title: 'Ask the tenants first',
    story: 'The move was planned twice, for the tenants had another date.',
    code: 'tenants',
    learnedOn: '2026-01-20',
    month: '2026-01',
    year: '2025/26',
    sharedAt: '2026-01-21T09:00:00.000Z',
    due: { kind: 'month', month: '2026-03' },
    worth: { kind: 'about', pounds: 20_000 },
    cost: 1_500,
    people: 4,
    use: 'no',
    surprising: true,
    risk: 'late',
    steps: [{ id: 'ask', what: 'Ask them' }],
    sharedWith: { board: 'Property Board' },
    source: 'Workshop of 20 January',
  },
  exampleId: 'ask-first',
});
