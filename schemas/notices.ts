import * as z from 'zod';
import { FinancialYear, LocalDate, ReportMonth } from '#language/time.ts';
import { Id } from './ids.ts';
import type { Role } from './people.ts';

/*
 * What people hear of by messages, and see on their first page: what waits for them, and what has happened that they are to know
 * (docs/meaning.md MESSAGE-1).
 */

export const NoticeKind = z
  .enum([
    'return-to-submit',
    'return-to-change',
    'return-to-confirm',
    'outcome-wanted',
    'gate-waits',
    'review-overdue',
    'action-overdue',
    'claim-to-validate',
    'query-to-answer',
    'saving-lost',
    'month-to-close',
    'report-published',
    'returns-overdue',
    'reviews-red',
  ])
  .meta({ id: 'NoticeKind' });
export type NoticeKind = z.infer<typeof NoticeKind>;

/** A title as everybody may read it; null where it is withheld from the public. */
const OpenTitle = z.string().nullable();

export const Notice = z
  .object({
    kind: NoticeKind,
    programmeId: Id,
    reviewId: Id.optional(),
    title: OpenTitle.meta({ description: 'Of the review, or of the programme; null where it is withheld' }),
    entry: z
      .object({
        register: z.string().meta({ description: 'The register, as in its address' }),
        kind: z.string(),
        id: Id,
        title: OpenTitle,
      })
      .optional(),
    month: ReportMonth.optional(),
    revision: z.int().optional(),
    year: FinancialYear.optional(),
    pounds: z.int().optional(),
    count: z.int().optional().meta({ description: 'How many returns or reviews it is about' }),
    dueOn: LocalDate.optional(),
  })
  .meta({ id: 'Notice', description: 'Something that waits for a person, or that they are to know' });
export type Notice = z.infer<typeof Notice>;

/** How a person gets messages; `daily` unless they chose. */
export const MessageChoice = z.enum(['at-once', 'daily', 'none']).meta({
  id: 'MessageChoice',
  description:
    '`at-once`: as soon as something waits for them; `daily`: one message on the morning of a working day; `none`: no messages',
});
export type MessageChoice = z.infer<typeof MessageChoice>;
export const unlessChosen: MessageChoice = 'daily';

/** Where a return is with somebody: what is to be done about it, and in which role. */
export const stepOfReturn = (
  state: 'missing' | 'sent-back' | 'unconfirmed',
): { readonly kind: NoticeKind; readonly role: Role } =>
  (
    ({
      missing: { kind: 'return-to-submit', role: 'transformation-team' },
      'sent-back': { kind: 'return-to-change', role: 'transformation-team' },
      unconfirmed: { kind: 'return-to-confirm', role: 'sro' },
    }) as const
  )[state];

/** All that may be to do about a return. */
export const stepsOfReturns: ReadonlySet<NoticeKind> = new Set(
  (['missing', 'sent-back', 'unconfirmed'] as const).map((state) => stepOfReturn(state).kind),
);
