import { done, refused } from '#domain/decided.ts';
import { mattersOf } from '#domain/meeting-agenda.ts';
import { noSuchEntry } from '#domain/registers/nouns.ts';
import { getMeetingAgendaOperation } from '#schemas/operations/meetings.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, requestedPage } from '../http/paging.ts';
import { query } from '../http/use-case.ts';
import { proposedOfProgramme, proposedOfReviews } from '../queries/proposed-agenda.ts';
import { readChain } from '../queries/read-chain.ts';

export const getMeetingAgenda = query(getMeetingAgendaOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call);
  if (page.kind === 'refused') return page;
  const chainRef = chainRefOf(call);
  const settings = await readChain(deps, chainRef);
  if (settings.kind === 'refused') return settings;
  const programme = settings.result;
  const { meeting, items } = await proposedOfProgramme(deps, chainRef, programme, call.params.entryId);
  if (meeting === undefined) return refused(noSuchEntry('meeting', call.params.entryId));
  const { limit, after } = page.result;
  const convened = { programme, meeting };
  const ofReviews = await proposedOfReviews(deps, chainRef, convened, { limit, after });
  return done(
    jsonAnswer({
      ...{ meeting: meeting.id, body: meeting.body, on: meeting.on, takes: mattersOf(convened) },
      reviewsRead: ofReviews.read,
      // What belongs to the programme itself is on the first page.
      items: [...(after === undefined ? items : []), ...ofReviews.items],
      next: cursorOf(ofReviews.next),
    }),
  );
});
