import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Review } from '#schemas/review.ts';
import type { ChangeStep } from '../step.ts';
import { sros, team } from './personas.ts';
import { command } from './settings.ts';

type ReviewRecord = z.input<typeof Review>;

/** The day on which the board of the system told two projects apart within it. */
export const componentsFrom: LocalDate = '2025-04-24';

/** The projects within the finance and people system: it counts once, where it is, and each of them is at a stage of its own. */
export const components = [
  { id: 'finance-ledger', title: 'Finance ledger', stage: 'implementation' },
  { id: 'people-records', title: 'People records', stage: 'options-appraisal' },
] as const;
type Component = (typeof components)[number];

const recordOf = ({ title, stage }: Component, parent: string): Omit<ReviewRecord, 'lifecycle' | 'tier'> => ({
  title,
  kind: 'implementation-project',
  parent,
  services: ['Digital'],
  directorate: 'resources',
  portfolio: 'council',
  sros: [{ subject: sros.place.subject, name: sros.place.name }],
  endDate: { kind: 'month', month: '2027-03' },
  openedAt: { stage, source: 'Plan of the finance and people system, April 2025' },
  costAndBenefit: {
    cost: { kind: 'amount', pounds: 210_000, source: 'Plan of the finance and people system, April 2025' },
    benefit: { kind: 'amount', pounds: 120_000, source: 'Plan of the finance and people system, April 2025' },
  },
});

const [ledger, records] = components;
const laterRecord = (component: Component, parent: string): ReviewRecord => {
  const { portfolio: _, ...record } = recordOf(component, parent);
  return record;
};

/** Each is once recorded as part of the other, and mended a month later: for that month they count by themselves, which is found. */
export const componentSteps: readonly ChangeStep[] = [
  ...components.map((component) =>
    command.review({ on: componentsFrom, as: team }, component.id, {
      ...recordOf(component, 'erp'),
      lifecycle: 'active',
      tier: '2',
    }),
  ),
  command.review({ on: '2025-08-20', as: team }, records.id, laterRecord(records, ledger.id)),
  command.review({ on: '2025-08-21', as: team }, ledger.id, laterRecord(ledger, records.id)),
  command.review({ on: '2025-09-17', as: team }, ledger.id, laterRecord(ledger, 'erp')),
  command.review({ on: '2025-09-17', as: team }, records.id, laterRecord(records, 'erp')),
];
