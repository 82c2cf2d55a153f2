import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { CostOrBenefit } from '#registers/cost-or-benefit/record.ts';
import type { ChangeStep } from '../step.ts';
import { finance, office, team } from './personas.ts';
import { command, namedBaselineId } from './settings.ts';

const by = (on: LocalDate) => ({ on, as: team });

/** What was agreed with the budget, under a name; the office takes it out in January, and the board has it put back. */
const named: readonly ChangeStep[] = [
  command.ofProgramme({ on: '2025-04-01', as: office }, 'named-baseline', namedBaselineId, {
    title: 'The baseline of the budget 2025/26',
    asAt: '2025-03-31',
    agreedBy: 'Portfolio Board',
    agreedOn: '2025-03-31',
    words: 'Dates, costs, benefits and savings as they were when the budget year began.',
  }),
  ...(
    [
      ['2026-01-21', 'A later day was asked for', false],
      ['2026-02-04', 'The board compares with it to the end of the year', true],
    ] as const
  ).map(([on, reason, undo]) =>
    command.change(
      { on, as: office },
      'strikeOutProgrammeNamedBaseline',
      { entryId: namedBaselineId },
      { reason, undo },
    ),
  ),
];

/** How the risk log of the works department is read, which comes in as a spreadsheet. */
const spreadsheets: readonly ChangeStep[] = [
  command.ofProgramme(by('2025-04-14'), 'spreadsheet-mapping', 'risk-log-of-works', {
    title: 'The risk log of the works department',
    register: 'risks',
    reference: 'Ref',
    review: 'Service',
    columns: [
      { field: 'title', head: 'Risk' },
      { field: 'current.1.likelihood', head: 'L' },
      { field: 'current.1.impact', head: 'I' },
      { field: 'target.2.toBeConfirmed', always: 'The risk log has no targets' },
    ],
    words: [{ field: 'current.1.likelihood', word: 'Likely', means: '4' }],
  }),
];

type Entry = z.input<typeof CostOrBenefit>;
const amount = (pounds: number) => ({ kind: 'amount' as const, pounds, source: 'Cabinet, February 2025' });
const moving = (pounds: number, over: Partial<Entry> = {}): Entry => ({
  title: 'Moving out of the north office',
  type: 'cost',
  kind: 'one-off',
  year: '2025/26',
  approved: amount(pounds),
  forecast: amount(pounds),
  funding: [{ source: 'capital-receipts-flexibility', figure: amount(pounds) }],
  ...over,
});
const sale = (pounds: number, over: Partial<Entry> = {}): Entry => ({
  title: 'Sale of the north office',
  type: 'benefit',
  kind: 'capital-receipt',
  year: '2026/27',
  approved: amount(pounds),
  forecast: amount(pounds),
  ...over,
});

const offices = 'offices';
/** What moving costs and the sale brings, as the Cabinet approved it; both move by one change request that the board agreed. */
const costs: readonly ChangeStep[] = [
  command.entry(by('2025-03-19'), 'cost-or-benefit', offices, 'moving', moving(420_000)),
  command.entry(by('2025-03-19'), 'cost-or-benefit', offices, 'sale', sale(3_600_000)),
  command.entry(by('2025-11-12'), 'change-request', offices, 'asbestos', {
    title: 'Asbestos in the north office',
    what: 'It is taken out before the sale: moving costs more, and the building is sold for more.',
    why: 'The survey found it in the plant room.',
    askedBy: 'Head of Property',
    raisedOn: '2025-11-12',
    cost: { direction: 'more', figure: amount(90_000) },
    benefit: { direction: 'more', figure: amount(250_000) },
    costsAndBenefits: [
      { costOrBenefit: 'moving', approved: amount(510_000) },
      { costOrBenefit: 'sale', approved: amount(3_850_000) },
    ],
  }),
  command.changeDecision({ on: '2025-11-19', as: office }, offices, 'asbestos', {
    decision: 'agreed',
    body: 'Portfolio Board',
    on: '2025-11-19',
  }),
  command.entry(
    { on: '2025-11-20', as: finance },
    'cost-or-benefit',
    offices,
    'moving',
    moving(510_000, { changeRequest: 'asbestos' }),
  ),
  command.entry(
    { on: '2025-11-20', as: finance },
    'cost-or-benefit',
    offices,
    'sale',
    sale(3_850_000, { changeRequest: 'asbestos' }),
  ),
];

/** What the programme itself costs, and a request of its own that the board refused. */
const ofProgramme: readonly ChangeStep[] = [
  command.ofProgramme({ on: '2025-03-19', as: finance }, 'cost-or-benefit', 'office', {
    title: 'The portfolio office',
    type: 'cost',
    kind: 'a-year',
    year: '2025/26',
    approved: amount(780_000),
    forecast: amount(780_000),
  }),
  command.ofProgramme(by('2025-06-10'), 'change-request', 'second-board', {
    title: 'A second board for adult social care',
    what: 'Projects of Living well report to a board of their own.',
    why: 'The agenda of the Portfolio Board is long.',
    askedBy: 'Director of People',
    raisedOn: '2025-06-10',
    cost: { direction: 'none' },
  }),
  command.change(
    { on: '2025-06-25', as: office },
    'decideProgrammeChangeRequest',
    { entryId: 'second-board' },
    {
      decision: 'refused',
      body: 'Portfolio Board',
      on: '2025-06-25',
      reason: 'One board sees the whole portfolio.',
    },
  ),
];

export const baselineSteps: readonly ChangeStep[] = [...named, ...spreadsheets, ...costs, ...ofProgramme];
