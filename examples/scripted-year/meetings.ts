import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { Meeting } from '#registers/meeting/record.ts';
import type { ChangeStep } from '../step.ts';
import { office } from './personas.ts';
import { command } from './settings.ts';

type MeetingRecord = z.input<typeof Meeting>;

const board = (title: string, on: LocalDate, over: Partial<MeetingRecord>): MeetingRecord => ({
  title,
  body: 'Portfolio Board',
  on,
  status: 'held',
  chair: 'Chief Executive',
  attendees: ['Director of People', 'Director of Place and Resources', 'Chief accountant'],
  ...over,
});
const recorded = (on: LocalDate, id: string, record: MeetingRecord): ChangeStep =>
  command.ofProgramme({ on, as: office }, 'meeting', id, record);

const soundings = {
  id: 'soundings',
  kind: 'action' as const,
  words: 'Ask three suppliers of care at home again',
  owner: 'Head of Commissioning',
  due: { kind: 'date' as const, date: '2025-08-29' },
};
const june = (over: object, agreed: Partial<MeetingRecord> = {}) =>
  board('Portfolio Board of June', '2025-06-11', {
    agenda: [
      { id: 'highways', what: 'Award of highways', purpose: 'decide', matter: 'gate', review: 'highways' },
      { id: 'care', what: 'Care at home', purpose: 'note', matter: 'other', review: 'care-at-home' },
    ],
    minutes: [
      { id: 'noted', item: 'highways', kind: 'note', words: 'The work of the stage goes on.' },
      { ...soundings, item: 'care', ...over },
    ],
    ...agreed,
  });

const deputies = { id: 'deputies', kind: 'action' as const, words: 'Name a deputy for each manager' };
const october = (over: object) =>
  board('Portfolio Board of October', '2025-10-08', {
    minutes: [
      { id: 'matrix', kind: 'decision', words: 'Risks are scored on four by four.', outcome: 'agreed' },
      { ...deputies, ...over },
    ],
  });

const closure = (outcome: 'agreed' | 'taken-note-of'): MeetingRecord => ({
  ...board('Cabinet of February', '2026-02-17', { chair: 'Leader of the Council' }),
  body: 'Cabinet',
  minutes: [
    {
      id: 'homes',
      kind: 'decision',
      words: 'Two homes are closed.',
      outcome,
      ofReview: { review: 'care-homes', decision: 'closure' },
      votes: { for: 6, against: 2, abstained: 1 },
    },
  ],
});

/**
 * Meetings of the year: an action of June that is done two months late, one of October of nobody, December's board of which nobody wrote the
 * minutes in time, and a Cabinet whose minutes have a decision as agreed that the register has as due.
 */
export const meetingSteps: readonly ChangeStep[] = [
  recorded('2025-06-12', 'june', june({})),
  recorded('2025-10-20', 'june', june({ status: 'done', doneOn: '2025-10-17' }, { minutesAgreedOn: '2025-07-09' })),
  recorded('2025-10-14', 'october', october({})),
  recorded(
    '2025-12-03',
    'october',
    october({ owner: 'Head of the portfolio office', due: { kind: 'month', month: '2026-12' } }),
  ),
  recorded('2025-11-24', 'december', {
    title: 'Portfolio Board of December',
    body: 'Portfolio Board',
    on: '2025-12-10',
    agenda: [{ id: 'year', what: 'The year so far', purpose: 'note', matter: 'other' }],
  }),
  recorded(
    '2026-01-14',
    'december',
    board('Portfolio Board of December', '2025-12-10', {
      minutes: [{ id: 'year', kind: 'note', words: 'The savings of the year are on their way.' }],
    }),
  ),
  recorded('2026-02-18', 'cabinet', closure('agreed')),
  recorded('2026-03-25', 'cabinet', closure('taken-note-of')),
  recorded('2026-03-26', 'may', {
    title: 'Portfolio Board of May',
    body: 'Portfolio Board',
    on: '2026-05-13',
    agenda: [{ id: 'year', what: 'The first year', purpose: 'note', matter: 'other' }],
  }),
];
