import { dateInWords } from '#language/in-words.ts';
import type { LocalDate } from '#language/time.ts';
import type { ChangeStep } from '../step.ts';
import { office, team } from './personas.ts';
import { command } from './settings.ts';

const by = (on: LocalDate) => ({ on, as: team });

/** A request to move a milestone, decided by the office for the board a week after; null: it is not decided. */
const requested = (
  on: LocalDate,
  review: string,
  id: string,
  baseline: LocalDate,
  agreedOn: LocalDate | null,
): ChangeStep[] => [
  command.entry(by(on), 'change-request', review, id, {
    title: `Award the contract on ${dateInWords(baseline)}`,
    what: 'The contract is awarded later than agreed.',
    why: 'Bidders asked for more time.',
    askedBy: 'Head of the service',
    raisedOn: on,
    milestones: [{ milestone: 'award', baseline }],
    benefit: { direction: 'none' },
  }),
  ...(agreedOn === null
    ? []
    : [
        command.changeDecision({ on: agreedOn, as: office }, review, id, {
          decision: 'agreed',
          body: 'Portfolio Board',
          on: agreedOn,
        }),
      ]),
];

const award = (on: LocalDate, review: string, baseline: LocalDate, changeRequest?: string): ChangeStep =>
  command.entry(by(on), 'milestone', review, 'award', {
    title: 'Contract awarded',
    type: 'approval',
    owner: 'Head of the service',
    baseline,
    forecast: baseline,
    ...(changeRequest === undefined ? {} : { changeRequest }),
  });

/**
 * Baselines move only by requests that were agreed: of `highways` three times, which is found; of `fostering` one was agreed and nobody moved the
 * milestone; of `care-homes` one is not decided.
 */
export const changeSteps: readonly ChangeStep[] = [
  ...['highways', 'fostering', 'care-homes'].map((review) => award('2025-04-10', review, '2026-05-31')),
  ...requested('2025-05-12', 'highways', 'first', '2026-06-30', '2025-05-19'),
  award('2025-05-20', 'highways', '2026-06-30', 'first'),
  ...requested('2025-07-14', 'highways', 'second', '2026-08-31', '2025-07-21'),
  award('2025-07-22', 'highways', '2026-08-31', 'second'),
  ...requested('2025-11-10', 'highways', 'third', '2026-10-31', '2025-11-17'),
  award('2025-11-18', 'highways', '2026-10-31', 'third'),
  ...requested('2025-09-01', 'fostering', 'later', '2026-07-31', '2025-09-08'),
  ...requested('2025-08-04', 'care-homes', 'later', '2026-09-30', null),
];
