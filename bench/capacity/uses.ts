import { eventsOf, type ProgrammeRef, summariesOf } from '#store/table/keys.ts';
import { growTo, storedIn } from '../grow-programme.ts';
import { changesOfSample } from './changes-of-sample.ts';
import { type MeteredTracker, must, office } from './metered-tracker.ts';
import { bytesStored, kentIn, questionsOfKent } from './questions-of-kent.ts';
import { programme, review } from './sample-records.ts';
import { sizes, Taken } from './taken.ts';

/**
 * Measures every use in programmes of each size, of two sample records:
 *
 * - Kent's Facing the Challenge as `npm start` loads it: 10 reviews, settings of 2.5 KB; the
 *   review `property` with 5 options; the report of April 2014, whose item has 6.3 KB. It is grown by more positions of the same
 *   sizes, and by records of its options, and its April report revised.
 * - A review with its one SRO (sample-records.ts) in a programme of as many reviews.
 */
export const measureUses = async (tracker: MeteredTracker): Promise<Taken> => {
  const { organisation, table } = tracker;
  const kent = kentIn(organisation);
  const sample: ProgrammeRef = { organisation, programme: 'tomorrow' };
  const taken = new Taken();

  const params = { programmeId: sample.programme, reviewId: 'known' };
  const from = (day: string) => ({ 'if-none-match': '*', 'effective-at': day });
  await must(tracker, 'putProgramme', { as: office, params, body: programme, headers: from('2026-01-01') });
  // So that one SRO is known before the first review is measured.
  await must(tracker, 'putReview', { params, body: review, headers: from('2026-01-02') });
  for (const size of sizes) {
    await growTo(table, kent, size, kent, ['option']);
    await growTo(table, sample, size, kent);
    await questionsOfKent(tracker, size, taken);
    await changesOfSample(tracker, sample.programme, size, taken);
  }
  const published = await storedIn(table, summariesOf(kent).pk);
  taken.months = published.filter((item) => item.sk?.S?.match(/^MONTH#.*#0001$/)).length;
  const history = eventsOf({ ...kent, review: 'property' }).pk;
  taken.historyBytes = await bytesStored(tracker, history, (sk) => sk.startsWith('EVENT#'));
  return taken;
};
