import { dateInWords, monthInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Change, isIn } from './flow-changes.ts';
import { reviewKey } from './in-order.ts';
import type { ReportSetting } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';
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

/**
 * Where a review was counted in the last report and is not now, or the reverse: by what was recorded late about the time
 * before, or by settings that count paused reviews otherwise than that report did (docs/meaning.md REPORT-28).
 */
export const restatements = ({ previous, programme }: ReportSetting) => {
  const lastReport = previous === null ? '' : `Not in line with the report of ${monthInWords(previous.content.month)}`;
  const countedThen = { pausedCounts: previous?.content.counts.pausedCounts };
  const countedBefore = new Set(previous?.counted ?? []);
  const notSeen = new Set(countedBefore);
  const restated = new Rows<Restated>((one) => [reviewKey(one)]);
  const late = openTally();
  const bySetting = openTally();
  const why = (before: Change | undefined, isBySetting: boolean): string => {
    if (before === undefined) return 'it was recorded late that the review was not yet in the tracker then';
    const was = `${before.lifecycle === 'struck-out' ? 'struck out' : before.lifecycle} from ${dateInWords(dayOf(before.at))}`;
    return isBySetting
      ? `the review was ${was}, and by the settings since, paused reviews ${programme.pausedCounts === false ? 'do not count' : 'count'}`
      : `it was recorded late that the review was ${was}`;
  };
  return {
    /** `before` is the review's lifecycle at the earlier end, as it is known now. */
    add: ({ id, title }: ReviewInReport, before: Change | undefined): void => {
      notSeen.delete(id);
      const wasIn = countedBefore.has(id);
      if (previous === null || isIn(before, programme) === wasIn) return;
      const isBySetting = isIn(before, countedThen) === wasIn;
      const row: Restated = {
        review: id,
        title,
        change: wasIn ? -1 : 1,
        because: `${lastReport}: ${why(before, isBySetting)}.`,
      };
      (isBySetting ? bySetting : late).take(row);
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
      return { late: late.close(), bySetting: bySetting.close(), restated: restated.listed() };
    },
  };
};
