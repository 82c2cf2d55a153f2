import { type Decided, done, refused } from '#domain/decided.ts';
import { dayOf } from '#language/time.ts';
import type { Shown, View } from '#schemas/exemption.ts';
import type { Actor } from '#schemas/people.ts';
import { mayReadExempt } from '#schemas/people.ts';
import { boardReadsExempt } from '#store/records/board-setting.ts';
import type { Table } from '#store/table/client.ts';
import { requestedAsAt } from './as-at.ts';
import { log, logged } from './log.ts';

/** Who asks to see what, and in which view. */
export interface ViewRequest {
  readonly operation: { readonly id: string };
  readonly requestId: string | undefined;
  readonly actor: Actor;
  readonly now: string;
  readonly params: { readonly programmeId?: string | undefined };
  readonly query: { readonly view?: string | undefined; readonly asAt?: string | undefined };
}

/** Whether the sender may see the full view: by a role, or as a person of the board of a programme whose setting says so. */
const hasTheRight = async ({ actor, params }: ViewRequest, table: Table | undefined): Promise<boolean> => {
  if (mayReadExempt(actor)) return true;
  const { programmeId } = params;
  return (
    actor.machine === undefined &&
    table !== undefined &&
    programmeId !== undefined &&
    actor.roles.includes('board') &&
    (await boardReadsExempt(table, { organisation: actor.organisation, programme: programmeId }))
  );
};

/** Whether the view that a call asks for by name is the sender's to see; nothing is read where none is asked for. */
export const authoriseView = async (call: ViewRequest, table: Table | undefined): Promise<Decided<null>> =>
  call.query.view !== 'full' || (await hasTheRight(call, table))
    ? done(null)
    : refused({
        code: 'view.not-allowed',
        detail: `The full view is for those who may read what is exempt; your token says ${call.actor.roles.join(', ')}. Ask for view=public.`,
      });

/** `cache-control` of what shows exempt text: nothing of it stays on the disk of whoever read it (docs/meaning.md EXEMPT-20). */
export const notCached = 'no-store';

/**
 * The view that a call is answered in: the one asked for, else the fullest that the sender has a right to. Asked where an
 * answer holds exempt text, and of every export, and logged, so that the gateway's access log says who read it.
 */
export const viewOf = async (call: ViewRequest, table: Table | undefined): Promise<View> => {
  const view = call.query.view === 'public' || !(await hasTheRight(call, table)) ? 'public' : 'full';
  const { requestId: request, operation, params } = call;
  if (request !== undefined)
    log.info(logged.access, { request, operation: operation.id, programme: params.programmeId, view });
  return view;
};

/**
 * The day as at which an answer's exemptions are judged: that of the instant asked for, but never one to come, on which
 * something may be shown that is withheld today.
 */
const judgedOn = (call: ViewRequest): Shown['on'] => {
  const asAt = requestedAsAt(call);
  return dayOf(asAt === undefined || asAt > call.now ? call.now : asAt);
};

export const shownTo = async (call: ViewRequest, table: Table | undefined): Promise<Shown> => ({
  view: await viewOf(call, table),
  on: judgedOn(call),
});
