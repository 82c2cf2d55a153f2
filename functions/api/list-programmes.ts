import { done } from '#domain/decided.ts';
import { readProgrammesPage } from '#store/programmes.ts';
import type { ReadsTable, UseCase } from '../kit/call.ts';
import { settingsOf } from '../kit/loaded.ts';
import { cursorOf, pageAsked } from '../kit/paging.ts';

export const listProgrammes: UseCase<ReadsTable> = async (call, deps) => {
  const page = pageAsked(call);
  if (page.kind === 'refused') return page;
  const { programmes, nextId } = await readProgrammesPage(deps.table, call.actor.organisation, {
    limit: page.result.limit,
    afterId: page.result.after,
  });
  return done({
    status: 200,
    headers: {},
    body: {
      items: programmes.map((programme) => {
        const settings = settingsOf(programme);
        return {
          id: programme.id,
          name: settings.name,
          phase: settings.phase ?? null,
          council: settings.council,
          fictional: settings.fictional,
          version: programme.version,
        };
      }),
      next: cursorOf(nextId),
    },
  });
};
