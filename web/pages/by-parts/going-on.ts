import { counted } from '#language/in-words.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { notOpenAnyMore, sentWith } from '../form-dates.ts';
import { askOpenMonth, instantOf, type OpenMonth } from '../open-month.ts';
import { apiChainPath, ownerPath, registerPath } from '../paths.ts';
import { type Api, asking } from '../question.ts';
import { crumbsOf, Named, ownerName } from '../registers/register-at.ts';
import type { At, Page, Reply } from '../screen.ts';
import { type Recorded, recordWaiting } from './record-waiting.ts';
import { isAllDone, recordedOf, type Stream, type Waiting, waitingKept } from './waiting.ts';
import { waitingPage } from './waiting-page.ts';

/*
 * A file is recorded by parts, a few a request, until nothing waits. A request reads the programme and sends parts: neither the file nor what is recorded
 * already is looked at again (docs/adr/0113-a-file-is-recorded-by-parts.md).
 */

/** Where the parts are recorded. */
export interface Around {
  readonly at: At;
  readonly api: Api;
  /** What the programme, or the review, is called. */
  readonly owner: string;
  readonly open: OpenMonth | undefined;
}

/** After the service was busy. */
const pauseMilliseconds = 3_000;

const titleOf = (waiting: Waiting): string => {
  const recorded = recordedOf(waiting);
  if (!isAllDone(waiting)) return 'Recording the rows';
  return recorded === 0 ? 'Nothing was recorded' : `${counted(recorded, 'row')} recorded`;
};

/** What was refused, once all is done; of several reviews with the name of each. */
const refusedOf = (waiting: Waiting): NonNullable<Page['faults']> =>
  isAllDone(waiting)
    ? waiting.streams.flatMap(({ name, refused }) =>
        refused.map((text) => ({ message: waiting.streams.length === 1 ? text : `${name}: ${text}` })),
      )
    : [];

const replyOf = (
  { at, owner }: Around,
  waiting: Waiting,
  values: FormValues,
  { goesOnAfter, fault, status = 200 }: { goesOnAfter?: number; fault?: string; status?: number },
  shownBy?: FormValues,
): Reply => {
  const programme = at.params.programmeId ?? '';
  const registersOf = new Set(waiting.streams.flatMap(({ registers }) => registers));
  const [only] = registersOf;
  const linkTo = ({ review }: Stream): string => {
    const place = { programme, review: review ?? undefined };
    return registersOf.size === 1 && only !== undefined ? registerPath(place, only) : ownerPath(place);
  };
  const faults = fault === undefined ? refusedOf(waiting) : [{ message: fault }];
  const page: Page = {
    title: titleOf(waiting),
    caption: owner,
    crumbs: crumbsOf(at, owner),
    body: waitingPage(waiting, at, values, { linkTo, goesOnAfter }),
    ...(faults.length === 0 ? {} : { faults }),
  };
  return { kind: 'page', status, page, ...(shownBy === undefined ? {} : { shownBy }) };
};

/** What is done once something is recorded: what waits after it, and what went wrong with it. */
export type OnceRecorded = (waiting: Waiting) => Promise<{ readonly waiting: Waiting; readonly fault?: string }>;
const nothingMore: OnceRecorded = async (waiting) => ({ waiting });

/** Records the next parts, from when the form says; `closed`: the month whose end it names is not open any more, and nothing was recorded. */
export const recordedOrNot = async (
  around: Around,
  waiting: Waiting,
  values: FormValues,
  onceRecorded = nothingMore,
): Promise<(Recorded & { readonly reply: Reply }) | { readonly closed: string }> => {
  const { at, api, open } = around;
  const from = sentWith(values);
  if (from !== 'now' && from !== open?.lastDay) return { closed: notOpenAnyMore(from).detail };
  const effectiveAt = instantOf(open, from);
  const recorded = await recordWaiting({ at, api, effectiveAt }, waiting);
  const { fault, ...then } = await (recordedOf(recorded.waiting) > 0 ? onceRecorded : nothingMore)(recorded.waiting);
  const next = { ...recorded, ...then };
  return { ...next, reply: replyOfRecorded(around, next, values, fault) };
};

const replyOfRecorded = (
  around: Around,
  { waiting, isBusy }: Recorded,
  values: FormValues,
  fault: string | undefined,
): Reply =>
  isBusy
    ? replyOf(around, waiting, values, {
        goesOnAfter: pauseMilliseconds,
        fault: 'The service is busy: record the next rows in a moment',
        status: 503,
      })
    : replyOf(
        around,
        waiting,
        values,
        { goesOnAfter: 0, ...(fault === undefined ? {} : { fault }) },
        waitingKept(waiting, values),
      );

const askAround = async (at: At, api: Api): Promise<Around> => {
  const { programmeId: programme = '', reviewId: review } = at.params;
  const [asked, open] = await Promise.all([
    api.ask(asking(apiChainPath({ programme, review }), Named)),
    askOpenMonth(at, api),
  ]);
  return { at, api, open, owner: asked === null ? '' : ownerName(asked.answer) };
};

/** What waits, as a form that goes on sent it. */
export const goOn = async (
  at: At,
  api: Api,
  waiting: Waiting,
  values: FormValues,
  onceRecorded?: OnceRecorded,
): Promise<Reply> => {
  const around = await askAround(at, api);
  const recorded = await recordedOrNot(around, waiting, values, onceRecorded);
  return 'closed' in recorded ? replyOf(around, waiting, {}, { fault: recorded.closed, status: 409 }) : recorded.reply;
};

/** What waits is shown, and nothing is recorded by itself before it is seen; for who has signed in again, not before they press. */
export const waitingShown = async (at: At, api: Api, waiting: Waiting, values: FormValues): Promise<Reply> =>
  replyOf(await askAround(at, api), waiting, values, at.isBack ? { goesOnAfter: 0 } : {});
