import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Decision } from '#registers/decision/record.ts';
import type { DeliveryModel } from '#registers/delivery-model/record.ts';
import type { ChangeStep } from '../step.ts';
import { team } from './personas.ts';
import { command } from './settings.ts';

interface Adoption {
  readonly review: string;
  readonly model: z.input<typeof DeliveryModel>;
  readonly decision: Omit<z.input<typeof Decision>, 'status' | 'takenOn' | 'deliveryModel'>;
  readonly proposedOn: LocalDate;
  readonly takenOn?: LocalDate;
  readonly reference?: string;
}

/** A preferred delivery model, the decision that is to adopt it, and its adoption. */
const adoption = ({ review, model, decision, proposedOn, takenOn, reference }: Adoption): ChangeStep[] => {
  const proposed = { on: proposedOn, as: team };
  const due: z.input<typeof Decision> = { ...decision, status: 'due', deliveryModel: 'preferred' };
  const before = [
    command.entry(proposed, 'delivery-model', review, 'preferred', model),
    command.entry(proposed, 'decision', review, 'adoption', due),
  ];
  if (takenOn === undefined) return before;
  const taken = { on: takenOn, as: team };
  return [
    ...before,
    command.entry(taken, 'decision', review, 'adoption', {
      ...due,
      status: 'taken',
      takenOn,
      ...(reference === undefined ? {} : { reference }),
    }),
    command.entry(taken, 'delivery-model', review, 'preferred', { ...model, decision: 'adoption' }),
  ];
};

const adoptions: readonly Adoption[] = [
  {
    review: 'revenues-and-benefits',
    proposedOn: '2025-05-02',
    takenOn: '2025-06-10',
    reference: 'CAB/25/061',
    model: {
      model: 'shared-service',
      fromOptions: ['shared'],
      transitionSteps: [{ what: 'Shared service begins', on: { kind: 'date', date: '2025-08-01' } }],
      retainedClientFunction: 'A manager of the agreement in Corporate Resources.',
      memberControl: 'A joint committee of four members.',
      overheadsLeftBehind: 'About one post of accommodation and payroll, for two years.',
    },
    decision: {
      title: 'Shared revenues and benefits service',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'date', date: '2025-06-10' },
      noticeOn: '2025-05-02',
      preScrutiny: { body: 'Policy and Resources Cabinet Committee', on: { kind: 'date', date: '2025-05-29' } },
    },
  },
  {
    review: 'ict-and-digital',
    proposedOn: '2025-04-11',
    takenOn: '2025-05-20',
    reference: 'CAB/25/055',
    model: {
      model: 'in-house-improve',
      fromOptions: ['cloud-in-house'],
      transitionSteps: [
        { what: 'First twenty systems moved', on: { kind: 'date', date: '2025-09-30' } },
        { what: 'Data centre closed', on: { kind: 'date', date: '2026-05-29' } },
      ],
    },
    decision: {
      title: 'Closing the data centre',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'date', date: '2025-05-20' },
      noticeOn: '2025-04-11',
      preScrutiny: { body: 'Policy and Resources Cabinet Committee', on: { kind: 'date', date: '2025-05-08' } },
    },
  },
  {
    review: 'highways-maintenance',
    proposedOn: '2025-08-11',
    takenOn: '2025-09-16',
    reference: 'CAB/25/088',
    model: {
      model: 'joint-venture',
      fromOptions: ['joint-venture'],
      transitionSteps: [
        { what: 'Shadow board meets', on: { kind: 'month', month: '2025-12' } },
        { what: 'Joint venture begins work', on: { kind: 'date', date: '2026-04-01' } },
      ],
      retainedClientFunction: 'Twelve engineers who set the programme of works and check it.',
      memberControl: 'Two members on the board of the venture.',
    },
    decision: {
      title: 'Joint venture for highways works',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'date', date: '2025-09-16' },
      noticeOn: '2025-08-11',
      preScrutiny: { body: 'Policy and Resources Cabinet Committee', on: { kind: 'date', date: '2025-09-04' } },
    },
  },
  {
    review: 'waste-and-recycling',
    proposedOn: '2025-10-13',
    model: { model: 'local-authority-trading-company', fromOptions: ['company'] },
    decision: {
      title: 'A company for waste collection',
      body: 'Cabinet',
      kind: 'key-decision',
      decisionMaker: 'Cabinet',
      dueOn: { kind: 'month', month: '2026-02' },
    },
  },
];

/** Preferred delivery models and the decisions that adopt them. */
export const adoptionSteps: readonly ChangeStep[] = adoptions.flatMap(adoption);
