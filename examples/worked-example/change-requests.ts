import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { ChangeRequest, DecideChangeRequest } from '#registers/change-request/record.ts';
import type { ChangeStep } from '../step.ts';
import { office, team } from './personas.ts';
import { command } from './settings.ts';

type Asked = Omit<z.input<typeof ChangeRequest>, 'raisedOn'>;
type Decided = Omit<z.input<typeof DecideChangeRequest>, 'on' | 'body'>;

/** A change request as it was raised, and what the Transformation Board decided on it. */
const changeRequest = (
  review: string,
  id: string,
  raisedOn: LocalDate,
  asked: Asked,
  decided?: readonly [LocalDate, Decided],
): ChangeStep[] => [
  command.entry({ on: raisedOn, as: team }, 'change-request', review, id, { ...asked, raisedOn }),
  ...(decided === undefined
    ? []
    : [
        command.changeDecision({ on: decided[0], as: office }, review, id, {
          ...decided[1],
          body: 'Transformation Board',
          on: decided[0],
        }),
      ]),
];

export const changeRequestSteps: readonly ChangeStep[] = [
  ...changeRequest(
    'highways-maintenance',
    'venture-in-april',
    '2025-06-02',
    {
      title: 'The joint venture begins in April',
      what: 'The joint venture begins work on 1 April 2026 and not on 2 February.',
      why: 'The present contract runs to 31 March.',
      askedBy: 'Head of highways',
      cost: { direction: 'none' },
      milestones: [{ milestone: 'joint-venture-live', baseline: '2026-04-01' }],
    },
    ['2025-06-12', { decision: 'agreed', reference: 'TB/25/027' }],
  ),
  ...changeRequest(
    'property-and-facilities',
    'strategy-first',
    '2025-07-21',
    {
      title: 'The accommodation strategy comes first',
      what: 'The office accommodation strategy is due on 30 September 2025.',
      why: 'The review is paused until the strategy is there.',
      askedBy: 'Head of Property',
      milestones: [{ milestone: 'office-strategy', baseline: '2025-09-30' }],
    },
    ['2025-08-07', { decision: 'agreed', reference: 'TB/25/036' }],
  ),
  ...changeRequest('customer-contact', 'sign-in-bought-anew', '2025-10-16', {
    title: 'The sign-in is bought anew',
    what: 'The portal opens on 13 April 2026, with a sign-in of another supplier.',
    why: 'The sign-in failed its accessibility test twice.',
    askedBy: 'Head of customer contact',
    cost: { direction: 'more', figure: { kind: 'about', pounds: 180_000 } },
    benefit: {
      direction: 'less',
      figure: { kind: 'to-be-confirmed', reason: 'Calls until April are counted in November' },
    },
    milestones: [{ milestone: 'portal-live', baseline: '2026-04-13' }],
  }),
  ...changeRequest(
    'home-to-school-transport',
    'fewer-trainers',
    '2025-08-18',
    {
      title: 'Personal budgets in place of trainers',
      what: 'The six travel trainers are not appointed, and personal budgets are offered.',
      why: 'Nobody was appointed in two rounds.',
      askedBy: 'Head of SEND',
      cost: { direction: 'less', figure: { kind: 'amount', pounds: 210_000 } },
      benefit: { direction: 'less', figure: { kind: 'range', low: 150_000, high: 300_000 } },
    },
    [
      '2025-09-04',
      { decision: 'refused', reference: 'TB/25/041', reason: 'A third round is to be tried with a higher grade.' },
    ],
  ),
];
