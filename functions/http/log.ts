import * as z from 'zod';
import { UnreadableItem } from '#store/table/items.ts';
import { jsonLines } from './json-lines.ts';

/*
 * What may be logged: codes, operation names, counts, durations, keys of unreadable items, request ids,
 * codes of the database's errors.
 * Never: subjects, names, narrative, bodies, tokens.
 */
export const log = jsonLines(process.env);

/** The catalogue: a code and what it says, declared once. */
export const logged = {
  requestDone: 'REQUEST_DONE',
  requestFailed: 'REQUEST_FAILED',
  /** An answer showed text that is exempt; the gateway's access log says under the same request who asked. */
  access: 'ACCESS',
  storeBusy: 'STORE_BUSY',
  answerFromMemory: 'ANSWER_FROM_MEMORY',
  itemUnreadable: 'ITEM_UNREADABLE',
  answerDoesNotFit: 'ANSWER_DOES_NOT_FIT',
  reportsHandedOver: 'REPORTS_HANDED_OVER',
  reportPublished: 'REPORT_PUBLISHED',
  reportRebuilt: 'REPORT_REBUILT',
  reportDrafted: 'REPORT_DRAFTED',
  daysCompared: 'REPORT_DAYS_COMPARED',
  /** Nothing was published: the report would not have said what the draft said that was read. */
  reportNotAsDrafted: 'REPORT_NOT_AS_DRAFTED',
  reportFailed: 'REPORT_FAILED',
  retryNotSet: 'REPORT_RETRY_NOT_SET',
  monthNotReported: 'REPORT_GIVEN_UP',
  /** Nothing was published: the office closed the month as not reported meanwhile. */
  monthClosed: 'REPORT_MONTH_CLOSED',
  reportPartNotMade: 'REPORT_PART_NOT_MADE',
  usersExported: 'USERS_EXPORTED',
  wordsRedacted: 'WORDS_REDACTED',
  programmeReceived: 'PROGRAMME_RECEIVED',
  programmeHandedOver: 'PROGRAMME_HANDED_OVER',
  signInRefused: 'SIGN_IN_REFUSED',
  messagesMade: 'MESSAGES_MADE',
  /** A try to send a message came to nothing; it is sent again by itself. */
  messageNotSent: 'MESSAGE_NOT_SENT',
  messageGivenUp: 'MESSAGE_GIVEN_UP',
  /** A destination did not take an event; it is sent again by itself, after a while. */
  eventNotTaken: 'EVENT_NOT_TAKEN',
  /** A destination has taken nothing for some hours. */
  eventsHeldUp: 'EVENTS_HELD_UP',
  eventGivenUp: 'EVENT_GIVEN_UP',
  eventsSentAgain: 'EVENTS_SENT_AGAIN',
} as const;

/** Where an error came from: the lines below its words, which may hold lines of their own that somebody wrote. */
const framesOf = ({ stack = '', message }: Error): readonly string[] => {
  const begins = stack.indexOf(message);
  if (begins < 0) return [];
  return stack
    .slice(begins + message.length)
    .split('\n')
    .flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
};

/** What the clients of AWS say of an error besides its words. */
const ServiceError = z.object({
  /** Of a connection: ENOTFOUND, ECONNRESET. */
  code: z.string().optional(),
  $metadata: z
    .object({
      requestId: z.string().optional(),
      httpStatusCode: z.number().optional(),
      attempts: z.number().optional(),
    })
    .optional(),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })).optional(),
});

const serviceFacts = (error: Error) => {
  const { code, $metadata = {}, CancellationReasons } = ServiceError.safeParse(error).data ?? {};
  return {
    ...(code === undefined ? {} : { code }),
    ...($metadata.requestId === undefined ? {} : { awsRequest: $metadata.requestId }),
    ...($metadata.httpStatusCode === undefined ? {} : { awsStatus: $metadata.httpStatusCode }),
    ...($metadata.attempts === undefined ? {} : { attempts: $metadata.attempts }),
    ...(CancellationReasons === undefined ? {} : { reasons: CancellationReasons.map(({ Code }) => Code ?? 'None') }),
  };
};

/**
 * What is logged of a failure: its name, what AWS says of it by codes and ids, where it came from, and the key of an item that cannot be read. Not its
 * words: they may quote what somebody wrote.
 */
export const causeOf = (error: unknown) =>
  error instanceof Error
    ? {
        error: error.name,
        ...serviceFacts(error),
        frames: framesOf(error),
        ...(error instanceof UnreadableItem ? { key: error.key } : {}),
      }
    : { error: 'unknown' };
