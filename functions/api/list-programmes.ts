import { done } from '#domain/decided.ts';
import { listProgrammesOperation } from '#schemas/operations/programmes.ts';
import { isForPractice } from '#schemas/practice.ts';
import { everythingRecorded, type KnownAsOf } from '#store/records/known-as-of.ts';
import { readProgrammesPage } from '#store/records/programmes.ts';
import { readRecordAsAt } from '#store/records/records.ts';
import { jsonAnswer } from '../http/answer.ts';
import { instantOf, requestedAsAt } from '../http/as-at.ts';
import type { ReadsTable } from '../http/call.ts';
import { cursorOf, pinnedCursorOf, pinnedIn, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { settingsOf } from '../views/loaded-records.ts';

export const listProgrammes = query(listProgrammesOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call);
  if (page.kind === 'refused') return page;
  const { organisation } = call.actor;
  const asAt = requestedAsAt(call);
  const known = pinnedIn(call)?.known;
  const knowledge: KnownAsOf = known === undefined ? everythingRecorded : { kind: 'recorded-by', at: instantOf(known) };
  const { programmes, nextId } = await readProgrammesPage(deps.table, organisation, {
    limit: page.result.limit,
    afterId: page.result.after,
  });
  const then =
    asAt === undefined
      ? programmes
      : await Promise.all(
          programmes.map(({ id }) =>
            readRecordAsAt(deps.table, { organisation, programme: id, review: null }, 'programme', id, asAt, knowledge),
          ),
        );
  return done(
    jsonAnswer({
      items: then.flatMap((programme) => {
        if (programme === undefined) return [];
        const settings = settingsOf(programme);
        return [
          {
            id: programme.id,
            name: settings.name,
            phase: settings.phase ?? null,
            council: settings.council,
            fictional: settings.fictional,
            practice: isForPractice(programme.id),
            version: programme.version,
          },
        ];
      }),
      next: asAt === undefined ? cursorOf(nextId) : pinnedCursorOf(call, nextId),
    }),
  );
});
