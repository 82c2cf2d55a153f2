import type * as z from 'zod';
import type { LocalDate } from '#language/time.ts';
import type { ChangeLifecycle } from '#schemas/lifecycle-change.ts';
import type { Review } from '#schemas/review.ts';
import { type SroName, sros } from './personas.ts';

type ReviewRecord = z.input<typeof Review>;
type Change = Partial<ReviewRecord>;
type Act = z.input<typeof ChangeLifecycle>;

/** A review: its record as it was opened, and what came after, oldest first. */
export interface ReviewSteps {
  readonly id: string;
  readonly opened: LocalDate;
  readonly record: ReviewRecord;
  /** What changed in its record, which may be nothing, and the act in its life of that day. */
  readonly changes?: readonly (readonly [on: LocalDate, change: Change, act?: Act])[];
}

export const named = (...who: readonly SroName[]): Pick<ReviewRecord, 'sros'> => ({
  sros: who.map((one) => ({ subject: sros[one].subject, name: sros[one].name })),
});
export const takenOver = (stage: string): Pick<ReviewRecord, 'openedAt'> => ({
  openedAt: { stage, source: 'Handover note of the change board that the programme replaced, March 2025' },
});
export const spends = (gross: number, net: number): Pick<ReviewRecord, 'grossExpenditure' | 'netExpenditure'> => ({
  grossExpenditure: { kind: 'amount', pounds: gross, source: 'Budget book 2025/26' },
  netExpenditure: { kind: 'amount', pounds: net, source: 'Budget book 2025/26' },
});
export const ends = (date: LocalDate): Pick<ReviewRecord, 'endDate'> => ({ endDate: { kind: 'date', date } });
export const authorised = (date: LocalDate, reference: string): Change => ({
  authorisationToProceed: { body: 'Transformation Board', on: { kind: 'date', date }, reference },
});
export const assessed = (date: LocalDate, consultation: ReviewRecord['consultation']): Change => ({
  equalityImpact: { status: 'complete', on: date, words: 'Published with the full business case' },
  consultation,
});

/** The day on which most reviews were opened. */
export const start: LocalDate = '2025-03-10';
