import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isCounted } from '../review/counted.ts';
import { type Change, isIn, type ReviewInFlow } from './flow-changes.ts';
import { reviewKey } from './in-order.ts';
import type { ReportSetting } from './report-setting.ts';
import { Rows } from './rows.ts';

type Restated = ReportContent['flow']['restated']['rows'][number];

/** How many reviews more are counted at the earlier end than its report said, and how many fewer. */
export interface MoreOrFewer {
  readonly up: number;
  readonly down: number;
}

const openTally = () => {
  let [up, down] = [0, 0];
  return {
    take: ({ change }: Restated): void => {
      if (change === 1) up += 1;
      else down += 1;
    },
    close: (): MoreOrFewer => ({ up, down }),
  };
};

/** What a review was at the earlier end, as it is known now. */
export interface BeforeNow {
  readonly before: Change | undefined;
  /** The same as the settings of the last report would have it. */
  readonly byThoseSettings: Change | undefined;
  /** The title of the review within which it counted. */
  readonly within: string | undefined;
}

const otherwiseThan = ({ day, content: { month } }: NonNullable<ReportSetting['previous']>): string =>
  day === undefined
    ? `Not in line with the report of ${monthInWords(month)}`
    : `Counted otherwise than at the end of ${dateInWords(day)}`;

/**
 * Where a review was counted in the last report and is not now, or the reverse: by what was recorded late about the time
 * before, by settings that count paused reviews otherwise than that report did (docs/meaning.md REPORT-28), or because that report was made by
 * `rules-1`, which counted what is part of another review by itself (REPORT-31).
 */
export const restatements = ({ previous, programme }: ReportSetting) => {
  const lastReport = previous === null ? '' : otherwiseThan(previous);
  const countedThen = { pausedCounts: previous?.content.counts.pausedCounts };
  const countedParts = previous !== null && previous.content.counts.components === undefined;
  const countedBefore = new Set(previous?.counted ?? []);
  const notSeen = new Set(countedBefore);
  const restated = new Rows<Restated>((one) => [reviewKey(one)]);
  const late = openTally();
  const bySetting = openTally();
  const byRules = openTally();
  const wasWithin = (id: string): boolean => {
    const place = previous?.places.get(id);
    return place !== undefined && !place.counted && isCounted(place.lifecycle, countedThen);
  };
  const why = (id: string, { before, within }: BeforeNow, by: 'late' | 'setting' | 'rules'): string => {
    if (within !== undefined)
      return `the review is part of "${within}", and ${by === 'late' ? 'it was recorded late that it counts within it' : `by the ${by === 'rules' ? 'rules' : 'settings'} since, it counts within it`}`;
    if (wasWithin(id))
      return `the review counted within another, and ${by === 'late' ? 'it was recorded late that it does not' : 'by the settings since, it does not'}`;
    if (before === undefined) return 'it was recorded late that the review was not yet in the tracker then';
    const was = `${before.lifecycle === 'struck-out' ? 'struck out' : before.lifecycle} from ${dateInWords(dayOf(before.at))}`;
    return by === 'setting'
      ? `the review was ${was}, and by the settings since, paused reviews ${programme.pausedCounts === false ? 'do not count' : 'count'}`
      : `it was recorded late that the review was ${was}`;
  };
  return {
    add: ({ id, title }: Pick<ReviewInFlow, 'id' | 'title'>, now: BeforeNow): void => {
      notSeen.delete(id);
      const wasIn = countedBefore.has(id);
      if (previous === null || isIn(now.before, programme) === wasIn) return;
      const isByRules = countedParts && wasIn && now.within !== undefined;
      const by = isByRules ? 'rules' : isIn(now.byThoseSettings, countedThen) === wasIn ? 'setting' : 'late';
      const row: Restated = {
        review: id,
        title,
        change: wasIn ? -1 : 1,
        because: `${lastReport}: ${why(id, now, by)}.`,
      };
      ({ late, setting: bySetting, rules: byRules })[by].take(row);
      restated.add(row);
    },
    close: () => {
      for (const review of notSeen) {
        const because = `${lastReport}: the review cannot be found or read now.`;
        const row: Restated = { review, title: review, change: -1, because };
        late.take(row);
        restated.add(row);
      }
      notSeen.clear();
      return {
        late: late.close(),
        bySetting: bySetting.close(),
        byRules: byRules.close(),
        restated: restated.listed(),
      };
    },
  };
};
