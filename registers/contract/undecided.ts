import type { LocalDate } from '#language/time.ts';
import { type DateStatement, lastDayStated } from '#schemas/date-statement.ts';
import type { ContractsPart, ContractsSection } from './record.ts';

type Contract = ContractsSection[number];

/** What of a contract is still to be decided: its breaks and extensions, and what follows its end. Nothing of one that has ended. */
export const undecidedOf = (
  { choices, end, endNoticeBy, afterEnd, endedOn }: Contract,
  lastDay: LocalDate,
): readonly Pick<ContractsPart['undecided']['rows'][number], 'what' | 'on' | 'noticeBy' | 'late'>[] => {
  if (endedOn !== undefined) return [];
  const late = (on: DateStatement, noticeBy: LocalDate | undefined): boolean => {
    const by = noticeBy ?? lastDayStated(on);
    return by !== null && by <= lastDay;
  };
  return [
    ...choices
      .filter(({ decision }) => decision === 'open')
      .map(({ kind, on, noticeBy }) => ({ what: kind, on, noticeBy: noticeBy ?? null, late: late(on, noticeBy) })),
    ...(afterEnd === 'open' && lastDayStated(end) !== null
      ? [{ what: 'end' as const, on: end, noticeBy: endNoticeBy ?? null, late: late(end, endNoticeBy) }]
      : []),
  ];
};

/** The last day of a contract, where it is known. */
export const lastDayOfContract = ({ end, endedOn }: Contract): LocalDate | null => endedOn ?? lastDayStated(end);

/** The average of the scores that were given, to one decimal place, halves away from zero; null where none was. */
export const averageOf = (maturity: readonly { readonly score?: number | undefined }[]): number | null => {
  const scores = maturity.flatMap(({ score }) => (score === undefined ? [] : [score]));
  return scores.length === 0
    ? null
    : Math.round((scores.reduce((sum, score) => sum + score, 0) * 10) / scores.length) / 10;
};
