import type * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import { buildSection } from '#domain/position/sections.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { listed } from '#language/in-words.ts';
import type { listReviewsOperation } from '#schemas/operations/reviews.ts';
import type { Fault } from '#schemas/problems.ts';
import type { Programme } from '#schemas/programme.ts';
import { stageNotStated, stageNow, stagesOf } from '#schemas/stages.ts';
import type { Listed } from '#store/positions/listed.ts';
import { type ListedReview, readListed } from '#store/positions/position-pages.ts';
import { asRecordAt } from '#store/records/load-for-change.ts';
import type { ProgrammeRef } from '#store/table/keys.ts';
import type { Call, ChainParams, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { reviewName } from '../views/loaded-records.ts';
import { actingFor } from './acting-for.ts';
import type { AsOf } from './as-of.ts';
import { readAsOf } from './read-as-of.ts';
import { readChain } from './read-chain.ts';
import { withStagesOf } from './stages-of-reviews.ts';

/*
 * The reviews of a programme that a list asks for: as their heads say today, or as their own histories say of an instant.
 */

export interface Row {
  readonly id: string;
  readonly version: number;
  readonly review: Listed;
}

export type ListCall = Call<ChainParams, z.output<typeof listReviewsOperation.query>>;

/** A filter by something that the programme does not have finds nothing for ever: better said than shown empty. */
const knownFilters = (call: ListCall, programme: Programme): Decided<null> => {
  const among = (name: 'stage' | 'portfolio', known: readonly { readonly id: string }[]): readonly Fault[] => {
    const asked = call.query[name];
    return asked === undefined || known.some((one) => one.id === asked)
      ? []
      : [
          {
            in: 'query',
            pointer: `/${name}`,
            message:
              known.length === 0
                ? `must be a ${name} of the programme, which has none`
                : `must be a ${name} of the programme: ${listed(known.map((one) => one.id))}`,
          },
        ];
  };
  const faults = [
    ...among('stage', [...stagesOf(programme.stageModel), stageNotStated]),
    ...among('portfolio', programme.portfolios),
  ];
  return faults.length === 0
    ? done(null)
    : refused({
        code: 'request.invalid',
        detail: faults.map((fault) => `${fault.pointer.slice(1)} ${fault.message}`).join('; '),
        faults,
      });
};

const filters = ['stage', 'lifecycle', 'portfolio', 'tier', 'sro'] as const;
const isFiltered = ({ query }: ListCall): boolean => filters.some((name) => query[name] !== undefined);

/** The SROs whose reviews are wanted; `me` is whoever asks, and for whom they act today. */
const wantedSros = async (call: ListCall, deps: ReadsTable): Promise<readonly string[] | undefined> => {
  const { sro } = call.query;
  if (sro !== 'me') return sro === undefined ? undefined : [sro];
  const { ids, idsOfThose } = await actingFor(deps, call);
  return [...ids, ...idsOfThose];
};

const fits = (call: ListCall, programme: Programme, sros: readonly string[] | undefined, { review }: Row): boolean => {
  const { stage, lifecycle, portfolio, tier } = call.query;
  return (
    (call.query.struckOut === 'true' || !isStruckOut(review)) &&
    (stage === undefined || stageNow(programme, review.stage) === stage) &&
    (lifecycle === undefined || review.lifecycle === lifecycle) &&
    (portfolio === undefined || review.portfolio === portfolio) &&
    (tier === undefined || review.tier === tier) &&
    (sros === undefined || review.sros.some((sro) => sros.includes(sro)))
  );
};

/** The reviews in order of id, page by page: as their heads say today, or as their own histories say of an instant. */
async function* readRows(
  deps: ReadsTable,
  programmeRef: ProgrammeRef,
  programme: Programme,
  pages: AsyncGenerator<readonly ListedReview[]>,
  asOf: AsOf | undefined,
): AsyncGenerator<readonly Row[]> {
  for await (const reviews of pages) {
    if (asOf === undefined) {
      yield reviews.map(({ review: id, read }) => {
        const { version, listed: review } = read();
        return { id, version, review };
      });
      continue;
    }
    for (const { review: id } of reviews) {
      const then = await readAsOf(deps, { ...programmeRef, review: id }, reviewName(id), asOf);
      if (then !== undefined)
        yield [{ id, version: then.version, review: buildSection('review', [asRecordAt(then)], programme) }];
    }
  }
}

/** The reviews that a list asks for, in order of id; after an id, so many and one more, where it is shown in that order. */
export const readFound = async (
  call: ListCall,
  deps: ReadsTable,
  given: {
    readonly asOf: AsOf | undefined;
    readonly inOrder: { afterId: string | undefined; limit: number } | undefined;
  },
): Promise<Decided<{ readonly rows: readonly Row[]; readonly programme: Programme }>> => {
  const { asOf, inOrder } = given;
  const chainRef = chainRefOf(call);
  // Without a filter every review is shown: so many, and one more to see whether there is a next page.
  const itemsAPage = inOrder === undefined || isFiltered(call) ? undefined : inOrder.limit + 1;
  const pages = readListed(deps.table, chainRef, { after: inOrder?.afterId, itemsAPage });
  const settings = await readChain(deps, chainRef, asOf);
  if (settings.kind === 'refused') return settings;
  const { stage } = call.query;
  const asFiltered = await withStagesOf(deps, chainRef, settings.result, stage === undefined ? [] : [stage]);
  if (asFiltered.kind === 'refused') return asFiltered;
  const programme = asFiltered.result;
  const known = knownFilters(call, programme);
  if (known.kind === 'refused') return known;
  const sros = await wantedSros(call, deps);
  const found: Row[] = [];
  for await (const rows of readRows(deps, chainRef, programme, pages, asOf)) {
    found.push(...rows.filter((row) => fits(call, programme, sros, row)));
    // One more than asked for says whether there is a next page.
    if (inOrder !== undefined && found.length > inOrder.limit) break;
  }
  return done({ rows: found, programme });
};
