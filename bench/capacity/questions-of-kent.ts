import * as z from 'zod';
import { eventsOf, type ProgrammeRef, partKey, reviewHeadsOf, summariesOfMonth } from '#store/table/keys.ts';
import { storedIn } from '../grow-programme.ts';
import { type Charged, chargedFor, itemBytes } from './capacity-meter.ts';
import { type Answer, type MeteredTracker, must, office, type Request } from './metered-tracker.ts';
import type { Size, Taken, Use } from './taken.ts';

const Options = z.object({ items: z.tuple([z.object({ id: z.string() })], z.unknown()) });
const month = '2014-04';

export const kentIn = (organisation: string): ProgrammeRef => ({ organisation, programme: 'facing-the-challenge' });

/** The bytes of a partition's items with such sort keys. */
export const bytesStored = async (
  { table }: MeteredTracker,
  pk: string,
  isOne: (sk: string) => boolean,
): Promise<number> =>
  (await storedIn(table, pk)).reduce((sum, item) => sum + (isOne(item.sk?.S ?? '') ? itemBytes(item) : 0), 0);

/** Whoever waits for a roll-up asks how far it is, and that is not the roll-up's. */
const withoutWaiting = ({ calls }: Charged): Charged => chargedFor(calls.filter(({ who }) => who !== 'queries'));

/** Asks everything of Kent's programme, grown to that size. */
export const questionsOfKent = async (tracker: MeteredTracker, size: Size, taken: Taken): Promise<void> => {
  const { meter, table } = tracker;
  const kent = kentIn(tracker.organisation);
  const measure = async (use: Use, operation: string, request: Request): Promise<Answer> => {
    const { answer, ...charged } = await meter.charged(() => must(tracker, operation, request));
    taken.take(use, size, charged);
    return answer;
  };
  const params = { programmeId: kent.programme, reviewId: 'property', month };
  const options = await must(tracker, 'listOptions', { params });
  const [first] = Options.parse(JSON.parse(options.text)).items;
  const entry = { ...params, entryId: first.id };
  const asAt = { query: 'asAt=2014-05-31' };
  await measure('get one entry', 'getOption', { params: entry });
  await measure('get one entry as at an instant', 'getOption', { params: entry, ...asAt });
  await measure('list a register as at an instant', 'listOptions', { params, ...asAt });
  await measure("list every review, as a page of 100 or a programme's all", 'listReviews', { params });
  await measure('list 10 reviews of them', 'listReviews', { params, query: 'limit=10' });
  const across = { params, query: 'limit=100' };
  await measure('find and sort the options of all reviews, and show the first 100', 'listOptionsAcross', across);
  const published = eventsOf({ ...kent, review: null }, 'publication');
  const publications = await bytesStored(tracker, published.pk, (sk) => sk.startsWith(published.begins));
  taken.weigh('publications', size, publications);
  await measure('a page of 20 of the history of a review', 'getReviewHistory', { params, query: 'limit=20' });

  const rolledUp = await meter.charged(async () => {
    await must(tracker, 'reviseReport', { as: office, params, body: { reason: 'Measured' } });
    await tracker.settled();
  });
  taken.take('ask for a revision of a month, and roll it up', size, withoutWaiting(rolledUp));
  const pulled = await measure("a board's pull of it as JSON", 'getReport', { params });
  const page = { params, headers: { accept: 'text/html' } };
  await measure("a board's pull of it as HTML", 'getReport', page);
  const known = await measure("a board's pull of what it knows already", 'getReport', {
    params,
    headers: { 'if-none-match': pulled.headers.etag ?? '' },
  });
  if (known.status !== 304) throw new Error(`a pull of what is known already answered ${known.status}`);
  taken.notModifiedBytes = Buffer.byteLength(known.text);
  const { begins, pk } = summariesOfMonth(kent, month);
  const summaries = (await storedIn(table, pk)).filter((item) => item.sk?.S?.startsWith(begins));
  taken.weigh('summary', size, itemBytes(summaries.at(-1) ?? {}));
  const heads = await bytesStored(tracker, reviewHeadsOf(kent).pk, () => true);
  const parts = await bytesStored(tracker, partKey(kent, '', '').pk, () => true);
  taken.weigh('positions', size, heads + parts);
};
