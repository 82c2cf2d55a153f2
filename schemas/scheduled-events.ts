import * as z from 'zod';
import { LocalDate, ReportMonth } from '#language/time.ts';
import { Id } from './ids.ts';
import { DraftDigest } from './report-run.ts';
import { TwoDays } from './two-days.ts';

/** The schedule's daily call. Its scheduled time comes with it: nobody reads the clock. */
export const ReportsDue = z.object({
  kind: z.literal('reports-due'),
  scheduledTime: z.iso.datetime({ offset: true }),
  /** Who calls; somebody by hand unless named. An alarm rings where the schedule's own calls fail to come. */
  by: z.enum(['schedule', 'deployment']).optional(),
});
export type ReportsDue = z.infer<typeof ReportsDue>;

/** The call by which messages are made and sent. Its scheduled time comes with it. */
export const SweepMessages = z.object({
  kind: z.literal('sweep-messages'),
  scheduledTime: z.iso.datetime({ offset: true }),
});
export type SweepMessages = z.infer<typeof SweepMessages>;

/** Somebody has events sent again by hand: what was given up on the way to a destination, or everything from a number on. */
export const ResendEvents = z.strictObject({
  kind: z.literal('resend-events'),
  organisation: z.string().min(1).max(128),
  destination: z.string().min(1),
  from: z.int().min(1).optional(),
});
export type ResendEvents = z.infer<typeof ResendEvents>;

/** Every quarter of an hour of the day in which people work, Europe/London; the last at ten to seven. */
export const messagesSchedule = { minute: '5/15', hour: '7-18', timeZone: 'Europe/London' } as const;

/** One programme and month to report on; the body of a queue message. */
export const RollUpMonth = z.strictObject({
  kind: z.literal('roll-up-month'),
  organisation: z.string().min(1).max(128),
  programme: Id,
  month: ReportMonth,
  /** 1 for the month's first report; more only by a revision with its reason. */
  revision: z.int().min(1),
  run: Id,
  /** Later months that are due by this day follow when this one is published. */
  sweepUpTo: LocalDate.optional(),
  /** The draft that was read: published only where the report says the same. */
  draft: DraftDigest.optional(),
});
export type RollUpMonth = z.infer<typeof RollUpMonth>;

/** A published month to make again from history. */
export const RebuildMonth = z.strictObject({
  kind: z.literal('rebuild-month'),
  organisation: z.string().min(1).max(128),
  programme: Id,
  month: ReportMonth,
  revision: z.int().min(1),
  run: Id,
  knowledge: z.enum(['then', 'now']),
});
export type RebuildMonth = z.infer<typeof RebuildMonth>;

/** A month to make a draft of, which publishes nothing. */
export const DraftMonth = z.strictObject({
  kind: z.literal('draft-month'),
  organisation: z.string().min(1).max(128),
  programme: Id,
  month: ReportMonth,
  /** Of the report that it is a draft of. */
  revision: z.int().min(1),
  run: Id,
});
export type DraftMonth = z.infer<typeof DraftMonth>;

/** Two days to compare by what is recorded, which publishes nothing. */
export const CompareDaysRun = z.strictObject({
  kind: z.literal('compare-days'),
  organisation: z.string().min(1).max(128),
  programme: Id,
  run: Id,
  ...TwoDays.shape,
});
export type CompareDaysRun = z.infer<typeof CompareDaysRun>;

/** A redaction that was agreed, to be done. */
export const RedactWords = z.strictObject({
  kind: z.literal('redact-words'),
  organisation: z.string().min(1).max(128),
  programme: Id,
  redaction: Id,
});
export type RedactWords = z.infer<typeof RedactWords>;

/** A programme whose transfer was accepted, to be copied; the organisation is the one that receives it. */
export const ReceiveProgramme = z.strictObject({
  kind: z.literal('receive-programme'),
  organisation: z.string().min(1).max(128),
  transfer: Id,
});
export type ReceiveProgramme = z.infer<typeof ReceiveProgramme>;

/** Whatever the roll-up takes from its queue. */
export const QueueMessage = z.discriminatedUnion('kind', [
  RollUpMonth,
  RebuildMonth,
  DraftMonth,
  CompareDaysRun,
  RedactWords,
  ReceiveProgramme,
]);
export type QueueMessage = z.infer<typeof QueueMessage>;

/** When the schedule fires: every day at 06:00 Europe/London. */
export const reportsDueSchedule = { hour: '6', minute: '0', timeZone: 'Europe/London' } as const;
