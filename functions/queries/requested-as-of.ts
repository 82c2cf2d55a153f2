import { type Decided, done, refused } from '#domain/decided.ts';
import { dateInWords, monthInWords } from '#language/in-words.ts';
import { instantInWords } from '#language/instant-in-words.ts';
import { dayOf, endOfDay, endOfMonth, type Instant } from '#language/time.ts';
import { mayReadExempt } from '#schemas/people.ts';
import { everythingRecorded, type KnownAsOf } from '#store/records/known-as-of.ts';
import { readRecord } from '#store/records/records.ts';
import { instantOf, requestedAsAt } from '../http/as-at.ts';
import type { ReadCall, ReadsTable } from '../http/call.ts';
import { chainRefOf } from '../http/chain-ref.ts';
import { pinnedIn } from '../http/paging.ts';
import type { AsOf } from './as-of.ts';
import { readKnown } from './list-published-months.ts';
import { sealedReport } from './publication.ts';
import { readChain } from './read-chain.ts';

const reportNamed = (given: string): { month: string; revision: number | undefined } | undefined => {
  const [, month, revision] = /^(\d{4}-\d{2})(?:\/(\d+))?$/.exec(given) ?? [];
  return month === undefined ? undefined : { month, revision: revision === undefined ? undefined : Number(revision) };
};

const unpublished = (month: string, revision: number | undefined): Decided<never> =>
  refused({
    code: 'report.unpublished',
    detail: `No ${revision === undefined ? 'report' : `revision ${revision}`} of ${monthInWords(month)} is published: what it was made from is not fixed.`,
  });

/** `the end of 30 April 2014`, or the minute where it is another instant. */
const momentInWords = (at: Instant): string =>
  at === endOfDay(dayOf(at)) ? `the end of ${dateInWords(dayOf(at))}` : instantInWords(at);

interface Known {
  readonly knowledge: KnownAsOf;
  readonly known: string;
  readonly inWords: string;
  /** What is asked of where no `asAt` says it. */
  readonly asAt: Instant;
}

const knownToReport = async (
  call: ReadCall,
  deps: ReadsTable,
  { month, revision }: { month: string; revision: number | undefined },
): Promise<Decided<Known>> => {
  const chainRef = { ...chainRefOf(call), review: null };
  const published = await readRecord(deps.table, chainRef, 'publication', month);
  if (published === undefined) {
    const programme = await readChain(deps, chainRef);
    return programme.kind === 'refused' ? programme : unpublished(month, revision);
  }
  const latest = sealedReport(published).revision;
  const of = revision ?? latest;
  if (of > latest) return unpublished(month, of);
  return done({
    knowledge: { kind: 'heads', heads: await readKnown(deps, chainRef, month, of) },
    known: `${month}/${of}`,
    inWords: `to the report of ${monthInWords(month)}, revision ${of}`,
    asAt: endOfMonth(month),
  });
};

const notYetKnown = (at: Instant): Decided<never> =>
  refused({
    code: 'request.invalid',
    detail: `knownAt must not be later than now: what will be recorded by ${dateInWords(dayOf(at))} is not known yet.`,
    faults: [{ in: 'query', pointer: '/knownAt', message: 'must not be later than now; a date means its end' }],
  });

const knownAsked = async (call: ReadCall, deps: ReadsTable, knownAt: string): Promise<Decided<Known>> => {
  const report = reportNamed(knownAt);
  if (report !== undefined) return knownToReport(call, deps, report);
  const at = instantOf(knownAt);
  // The instant of a page before was asked with a clock that may be ahead of this one.
  if (at > call.now && pinnedIn(call) === undefined) return notYetKnown(at);
  return done({ knowledge: { kind: 'recorded-by', at }, known: at, inWords: `at ${momentInWords(at)}`, asAt: at });
};

/**
 * The two times that a question names; undefined: as it is today. Where `knownAt` is alone, what was true at
 * its instant is meant, or at the end of its report's month; where `asAt` does, everything recorded by now is known.
 */
export const requestedAsOf = async (call: ReadCall, deps: ReadsTable): Promise<Decided<AsOf | undefined>> => {
  const asked = requestedAsAt(call);
  // The next page knows what the first one knew.
  const knownAt = pinnedIn(call)?.known ?? call.query.knownAt;
  const forPublic = call.query.view === 'public' || !mayReadExempt(call.actor);
  if (knownAt === undefined)
    return done(
      asked === undefined
        ? undefined
        : {
            asAt: asked,
            knowledge: everythingRecorded,
            known: call.now,
            inWords: ` as at ${momentInWords(asked)}`,
            forPublic,
          },
    );
  const decided = await knownAsked(call, deps, knownAt);
  if (decided.kind === 'refused') return decided;
  const known = decided.result;
  const at = asked ?? known.asAt;
  return done({
    asAt: at,
    knowledge: known.knowledge,
    known: known.known,
    inWords: ` as at ${momentInWords(at)}, as known ${known.inWords}`,
    forPublic,
  });
};
