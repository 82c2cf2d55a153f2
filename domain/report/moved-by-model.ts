import { counted as countOf, listed } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { stageNameIn, stageNow, stagesOf } from '#schemas/stages.ts';
import { reviewKey } from './in-order.ts';
import type { ReportSetting } from './report-setting.ts';
import { type ReviewInReport, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';

type Row = NonNullable<ReportContent['movedByModel']>['rows'][number];

/**
 * The reviews that were at a stage in the report before which the model has lost since: they are at the one to which the settings
 * moved them, and no gate was judged (docs/meaning.md PROGRAMME-24). Absent where there is none.
 */
export const movedByModelPart = ({ programme, previous }: ReportSetting) => {
  const inModel = new Set(stagesOf(programme.stageModel).map(({ id }) => id));
  const namesBefore = new Map(previous?.content.counts.stage.map(({ key, name }) => [key, name]));
  const rows = new Rows<Row>((one) => [reviewKey(one)]);
  const ways = new Map<string, number>();
  return {
    add: (review: ReviewInReport): void => {
      const was = previous?.places.get(review.id)?.stage;
      const now = was === undefined ? undefined : stageNow(programme, was);
      if (was === undefined || now === undefined || now === was || inModel.has(was)) return;
      const from = namesBefore.get(was) ?? was;
      const to = stageNameIn(programme.stageModel, now);
      const way = `from "${from}" to "${to}"`;
      ways.set(way, (ways.get(way) ?? 0) + 1);
      rows.add({ ...subjectOf(review), from, to });
    },
    close: (): Pick<ReportContent, 'movedByModel'> => {
      const moved = rows.listed();
      if (moved.total === 0) return {};
      const each = [...ways].sort(([a], [b]) => (a < b ? -1 : 1)).map(([way, count]) => `${count} ${way}`);
      const sentence = `The programme's stages have changed: ${countOf(moved.total, 'review was', 'reviews were')} moved (${listed(each)}), and no gate was judged.`;
      return { movedByModel: { ...moved, sentence } };
    },
  };
};
