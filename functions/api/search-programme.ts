import * as z from 'zod';
import { type Decided, done, refused } from '#domain/decided.ts';
import { isStruckOut } from '#domain/review/strike-out-review.ts';
import { wordsIn } from '#domain/search.ts';
import { type Shown, visibleText } from '#schemas/exemption.ts';
import { auditors } from '#schemas/operations/history.ts';
import { searchOperation } from '#schemas/operations/search.ts';
import { readReviewsAcross } from '#store/positions/across-reviews.ts';
import { jsonAnswer } from '../http/answer.ts';
import type { Call, ChainParams, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { cursorOf, leadsNowhere, requestedPage } from '../http/paging.ts';
import { placeInCursor } from '../http/place-in-cursor.ts';
import { query } from '../http/use-case.ts';
import { shownTo } from '../http/view-access.ts';
import { readChain } from '../queries/read-chain.ts';
import { type Hit, type Sought, searchChain } from '../queries/search-chain.ts';
import { unknownReview } from '../queries/unknown-chain.ts';

/** How many chains are read at once, and at most by one request: an earlier text takes the whole history of its review. */
const bounds = { today: { atOnce: 8, most: 48 }, history: { atOnce: 4, most: 12 } } as const;

/** The last that was shown: its review, none for the programme itself, and its place there. */
const LastShown = z.tuple([z.string().nullable(), z.string()]);
type LastShown = z.infer<typeof LastShown>;

/** After everything of a review. */
const end = '~';

const lastShownIn = (text: string | undefined): LastShown | undefined => {
  try {
    return text === undefined ? undefined : LastShown.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

type SearchCall = Call<ChainParams, z.output<typeof searchOperation.query>>;

interface Chain {
  readonly review: string | null;
  readonly title: string;
}

interface Looked {
  readonly found: readonly { readonly chain: Chain; readonly hit: Hit }[];
  /** How many of the chains were looked through to their ends. */
  readonly through: number;
}

/** Looks through chains until a page is full or as many were read as one request may. */
const lookThrough = async (
  chains: readonly Chain[],
  { limit, atOnce, most }: { limit: number; atOnce: number; most: number },
  search: (chain: Chain) => Promise<readonly Hit[]>,
): Promise<Looked> => {
  const found: { chain: Chain; hit: Hit }[] = [];
  let through = 0;
  while (through < Math.min(chains.length, most) && found.length <= limit) {
    const some = chains.slice(through, Math.min(through + atOnce, most));
    const hits = await Promise.all(some.map(async (chain) => ({ chain, hits: await search(chain) })));
    found.push(...hits.flatMap((one) => one.hits.map((hit) => ({ chain: one.chain, hit }))));
    through += some.length;
  }
  return { found, through };
};

/** What of the programme is looked through: itself first, then its reviews in order of id. */
const chainsOf = async (
  deps: ReadsTable,
  programmeRef: ReturnType<typeof chainRefOf>,
  review: string | undefined,
): Promise<Decided<readonly Chain[]>> => {
  const all = await readReviewsAcross(deps.table, programmeRef);
  const reviews = all
    .filter(({ listed }) => !isStruckOut(listed))
    .map((one): Chain => ({ review: one.review, title: one.listed.title }));
  if (review === undefined) return done([{ review: null, title: '' }, ...reviews]);
  const one = reviews.filter((it) => it.review === review);
  return one.length === 0 ? refused(unknownReview(programmeRef, review)) : done(one);
};

/** Earlier texts are for those who may read the history. */
const authoriseHistory = ({ query: { history }, actor: { roles } }: SearchCall): Decided<null> =>
  history !== 'true' || auditors.some((role) => roles.includes(role))
    ? done(null)
    : refused({
        code: 'role.not-allowed',
        detail: `What texts were before is for ${auditors.join(', ')}; your token says ${roles.join(', ')}. Search without history.`,
        facts: { needs: [...auditors], has: [...roles] },
      });

/** What the next page goes on after: the last that is shown, or all of the last that was looked through. */
const nextAfter = ({ found, through }: Looked, ahead: readonly Chain[], shown: number): LastShown | undefined => {
  const last = found[shown - 1];
  if (found.length > shown && last !== undefined) return [last.chain.review, last.hit.place];
  const lastThrough = ahead[through - 1];
  return through < ahead.length && lastThrough !== undefined ? [lastThrough.review, end] : undefined;
};

export const searchProgramme = query(searchOperation, async (call, deps: ReadsTable) => {
  const page = requestedPage(call, placeInCursor);
  if (page.kind === 'refused') return page;
  const { limit, after } = page.result;
  const last = lastShownIn(after);
  if (last === undefined && after !== undefined) return leadsNowhere();
  const { q = '', review, history } = call.query;
  const mayLookBack = authoriseHistory(call);
  if (mayLookBack.kind === 'refused') return mayLookBack;
  const programmeRef = { ...chainRefOf(call), review: null };
  const settings = await readChain(deps, programmeRef);
  if (settings.kind === 'refused') return settings;
  const chains = await chainsOf(deps, programmeRef, review);
  if (chains.kind === 'refused') return chains;
  const before = last === undefined ? 0 : chains.result.findIndex((one) => one.review === last[0]);
  if (before < 0) return leadsNowhere();
  const words = wordsIn(q);
  let shown: Promise<Shown> | undefined;
  const sought: Sought = {
    words,
    inEarlierTexts: history === 'true',
    visible: async (isExempt) => {
      if (!isExempt) return (text) => text;
      shown ??= shownTo(call, deps.table);
      const view = await shown;
      return (text) => visibleText(text, view);
    },
  };
  const ahead = words.length === 0 ? [] : chains.result.slice(before);
  const looked = await lookThrough(
    ahead,
    { limit, ...bounds[history === 'true' ? 'history' : 'today'] },
    async (chain) => {
      const hits = await searchChain(deps, { ...programmeRef, review: chain.review }, sought);
      return last !== undefined && chain.review === last[0] ? hits.filter(({ place }) => place > last[1]) : hits;
    },
  );
  const some = looked.found.slice(0, limit);
  const next = nextAfter(looked, ahead, some.length);
  return done(
    jsonAnswer({
      items: some.map(({ chain: { review: id, title }, hit }) => ({
        review: id === null ? null : { id, title },
        ...hit.found,
      })),
      next: cursorOf(next && JSON.stringify(next)),
      reviews: chains.result.filter((one) => one.review !== null).length,
      lookedThrough: chains.result.slice(0, before + looked.through).filter((one) => one.review !== null).length,
    }),
  );
});
