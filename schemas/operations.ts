import { acrossOperations } from './operations/across.ts';
import { listActionsAcrossOperation } from './operations/actions-across.ts';
import { appraisalOperations } from './operations/appraisal.ts';
import { entryActOperations } from './operations/entry-acts.ts';
import { feedOperations } from './operations/feeds.ts';
import { frontOperations } from './operations/front.ts';
import { historyOperations } from './operations/history.ts';
import { listLedgerFiguresOperation } from './operations/ledger.ts';
import { meetingOperations } from './operations/meetings.ts';
import { messageOperations } from './operations/messages.ts';
import type { Operation } from './operations/operation.ts';
import { withPatches } from './operations/patching.ts';
import { peopleOperations } from './operations/people.ts';
import { programmeOperations } from './operations/programmes.ts';
import { registerOperations } from './operations/registers.ts';
import { reportFigureOperations } from './operations/report-figures.ts';
import { reportSpanOperations } from './operations/report-spans.ts';
import { reportOperations } from './operations/reports.ts';
import { reviewActOperations } from './operations/review-acts.ts';
import { reviewOperations } from './operations/reviews.ts';
import { searchOperations } from './operations/search.ts';
import { transferOperations } from './operations/transfers.ts';

export {
  bodyTypeOf,
  type FileType,
  fileTypes,
  type HostName,
  hosts,
  isFileType,
  type MediaType,
  type Method,
  type Operation,
  takesEffectiveAt,
} from './operations/operation.ts';

/** The whole API. */
export const operations: readonly Operation[] = withPatches([
  ...programmeOperations,
  ...reviewOperations,
  ...reviewActOperations,
  ...appraisalOperations,
  ...registerOperations,
  ...meetingOperations,
  ...acrossOperations,
  listActionsAcrossOperation,
  listLedgerFiguresOperation,
  ...searchOperations,
  ...entryActOperations,
  ...reportOperations,
  ...reportSpanOperations,
  ...reportFigureOperations,
  ...historyOperations,
  ...feedOperations,
  ...peopleOperations,
  ...messageOperations,
  ...transferOperations,
  ...frontOperations,
]);

const byId = new Map(operations.map((operation) => [operation.id, operation]));

/** @throws where the API has no such operation */
export const operationById = (id: string): Operation => {
  const operation = byId.get(id);
  if (operation === undefined) throw new Error(`the API has no operation ${id}`);
  return operation;
};

/** The address of an operation with its parts put in, each percent-encoded; a part that is not given is left empty. */
export const pathOf = ({ path }: Pick<Operation, 'path'>, params: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent((params[name] ?? '').toWellFormed()));

/** The address of an operation as a text of its own: `GET /programmes/{programmeId}`. */
export const routeKeyOf = (operation: Operation): string => `${operation.method} ${operation.path}`;
