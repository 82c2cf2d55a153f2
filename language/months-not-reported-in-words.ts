import { listed, monthInWords, withFullStop } from './in-words.ts';
import type { ReportMonth } from './time.ts';

interface NotReported {
  readonly month: ReportMonth;
  readonly reason: string | null;
}

const sentence = (reason: string | null, months: readonly NotReported[]): string =>
  withFullStop(
    `No report of ${listed(months.map(({ month }) => monthInWords(month)))} was published${reason === null ? '' : `: ${reason}`}`,
  );

/** What a report says of the months before it that were not reported, those of one reason together, and from where it goes on; nothing where there are none. */
export const monthsNotReportedInWords = (
  all: readonly NotReported[],
  previous: { readonly month: ReportMonth } | null,
): readonly string[] =>
  all.length === 0
    ? []
    : [
        ...[...Map.groupBy(all, ({ reason }) => reason)].map(([reason, months]) => sentence(reason, months)),
        previous === null
          ? 'This report is the first.'
          : `This report goes on from that of ${monthInWords(previous.month)}.`,
      ];
