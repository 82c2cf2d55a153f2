import type { ReportSetting } from '#domain/report/report-setting.ts';
import { Rows } from '#domain/report/rows.ts';
import { dateInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { StatedMeasure } from './record.ts';
import { valuesCompared } from './stated-values.ts';

type Measures = NonNullable<ReportContent['statedMeasures']>;

const periodOf = ({ year, asAt }: StatedMeasure): string | null =>
  [...(year === undefined ? [] : [year]), ...(asAt === undefined ? [] : [`as at ${dateInWords(asAt)}`])].join(', ') ||
  null;

/** What papers state of the programme that is no money, each with what other papers say. */
export const statedMeasuresPart = ({ programmeWide }: ReportSetting) => {
  const rows = new Rows<Measures['rows'][number]>((one) => [one.id]);
  for (const { id, record } of programmeWide.statedMeasures)
    rows.add({
      id,
      title: record.title,
      scope: record.scope ?? null,
      period: periodOf(record),
      value: record.value,
      source: record.source,
      conflicts: record.conflicts.map(({ value, source }) => ({
        value,
        source,
        agrees: valuesCompared(record.value, value) === 'agree',
      })),
      words: record.words ?? null,
    });
  return { add: (): void => undefined, close: (): Measures => rows.listed() };
};
