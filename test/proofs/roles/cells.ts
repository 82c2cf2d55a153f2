import { type Operation, routeKeyOf } from '#schemas/operations.ts';
import type { Client, Told } from '../../support/client.ts';
import type { Holder } from '../../support/role-holders.ts';
import { mark, organisations, standingOf, type Target, targetsOf } from '../../support/role-record.ts';
import type { Willing } from '../../support/role-requests.ts';
import { isOpenToAnyone, mayDo } from '../../support/role-table.ts';
import type { Standing } from '../../support/standing.ts';

/*
 * Every operation, asked for by every holder of a token, of their own and of another's review, in their own and in
 * another organisation. What each cell must come to is worked out from the table of roles.
 */

export type Expected = 'done' | 'refused by role' | 'not found elsewhere';

export interface Cell {
  readonly operation: Operation;
  readonly holder: Holder;
  readonly target: Target;
  readonly organisation: string;
  readonly expected: Expected;
}

/** Lists of another organisation are there, and empty. */
const listsNothing = ['listProgrammes', 'listPeople', 'listDirectory', 'listTransfers', 'listMessages', 'listEvents'];

/**
 * Done where the table says so; 403 where not. In another organisation nobody is the SRO of anything, and whoever has
 * the role for it finds nothing.
 */
const expectedOf = (operation: Operation, holder: Holder, target: Target, isOwn: boolean): Expected => {
  const routeKey = routeKeyOf(operation);
  if (isOpenToAnyone(routeKey)) return 'done';
  const standing = standingOf(holder, target);
  // Whoever may ask who they are, and choose how they get messages, may in whichever organisation.
  if (isOwn || ['/me', '/me/messages'].includes(operation.path))
    return mayDo(routeKey, standing) === true ? 'done' : 'refused by role';
  const atTheirs = [true, false].flatMap((isItsSro) =>
    (['sro', 'assurance'] as const).map(
      (ratingOf): Standing => ({
        ...standing,
        isItsSro,
        leadsIt: false,
        claimedIt: false,
        ratingOf,
      }),
    ),
  );
  return atTheirs.some((one) => mayDo(routeKey, one) === true) ? 'not found elsewhere' : 'refused by role';
};

export const cellsOf = (operation: Operation, holders: readonly Holder[]): readonly Cell[] =>
  targetsOf(operation).flatMap((target) =>
    holders.flatMap((holder) =>
      Object.values(organisations).map((organisation) => ({
        operation,
        holder,
        target,
        organisation,
        expected: expectedOf(operation, holder, target, organisation === organisations.own),
      })),
    ),
  );

const nameOf = ({ operation, holder, target, organisation }: Cell): string =>
  `${operation.id} by ${holder.called} of ${organisation} at ${target.reviewId}${target.ratingOf === null ? '' : ` (${target.ratingOf}'s)`}`;

/** What is wrong with the answer that a cell came to; undefined if it is as it must be. */
export const wrongWith = (cell: Cell, { status, text }: Pick<Told, 'status' | 'text'>): string | undefined => {
  const isAsExpected = {
    done: status >= 200 && status < 300,
    'refused by role': status === 403 && text.includes('"status":403'),
    'not found elsewhere': status === 404 || (listsNothing.includes(cell.operation.id) && status === 200),
  }[cell.expected];
  if (!isAsExpected) return `${nameOf(cell)} should be ${cell.expected}, was answered ${status}: ${text.slice(0, 200)}`;
  return cell.expected !== 'done' && text.includes(mark)
    ? `${nameOf(cell)} was shown the record: ${text.slice(0, 200)}`
    : undefined;
};

/** Where the store says that it is busy, as it may of so many at once, the same is asked again, as a client does. */
const mostTries = 5;

export const askFor = async (client: Pick<Client, 'ask'>, cell: Cell, willing: Willing): Promise<Told> => {
  const { roles, subject, machine } = cell.holder;
  const as = { roles, subject, machine, organisation: cell.organisation };
  for (let tried = 1; ; tried += 1) {
    const told = await client.ask(cell.operation.id, { ...willing, as });
    if (told.status !== 503 || tried === mostTries) return told;
  }
};
