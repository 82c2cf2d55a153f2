import { namedAs } from '#domain/people/pass-on.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { isHandedOver } from '#domain/transfer.ts';
import type { NamedAs } from '#schemas/person.ts';
import { type Programme, Programme as Settings } from '#schemas/programme.ts';
import { reviewRecordOf } from '#schemas/review.ts';
import type { Listed } from '#store/positions/listed.ts';
import { readListed } from '#store/positions/position-pages.ts';
import { readProgrammesPage } from '#store/records/programmes.ts';
import { readRecord } from '#store/records/records.ts';
import type { ReadsTable } from '../http/call.ts';

export interface ReviewNaming {
  readonly programmeId: string;
  readonly programme: Programme;
  /** From when these settings are in force. */
  readonly settingsSince: string;
  readonly reviewId: string;
  readonly listed: Listed;
  readonly as: readonly NamedAs[];
}

/** Whether a review is led by somebody of whom its list entry, which an older release wrote, does not say it. */
const withLead = async (
  deps: ReadsTable,
  at: { readonly organisation: string; readonly programme: string; readonly review: string },
  listed: Listed,
): Promise<Listed> => {
  if (listed.lead !== undefined) return listed;
  const stored = await readRecord(deps.table, at, 'review', at.review);
  return { ...listed, lead: stored === undefined ? null : (reviewRecordOf(stored.state.record).lead?.subject ?? null) };
};

/** The reviews of every programme, but those that were handed over, that name somebody, by any of these ids, as their SRO or lead; none that is struck out. */
export async function* reviewsNaming(
  deps: ReadsTable,
  organisation: string,
  ids: readonly string[],
): AsyncGenerator<ReviewNaming> {
  let afterId: string | undefined;
  do {
    const { programmes, nextId } = await readProgrammesPage(deps.table, organisation, { limit: 100, afterId });
    for (const { id: programmeId, state, effectiveAt } of programmes) {
      // Nobody answers for it here any more.
      if (isHandedOver(state)) continue;
      for await (const reviews of readListed(deps.table, { organisation, programme: programmeId }, {}))
        for (const { review: reviewId, read } of reviews) {
          const at = { organisation, programme: programmeId, review: reviewId };
          const listed = await withLead(deps, at, read().listed);
          const as = namedAs(listed, ids);
          if (as.length > 0 && !isStruckOut(listed))
            yield {
              programmeId,
              programme: Settings.parse(state.record),
              settingsSince: effectiveAt,
              reviewId,
              listed,
              as,
            };
        }
    }
    afterId = nextId;
  } while (afterId !== undefined);
}
