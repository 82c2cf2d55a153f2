import type { ReportMonth } from '#language/time.ts';

/*
 * What the page reads of the tracker's answers, field by field. The schemas themselves stay on the server: with them the
 * script would be thirteen times as long (146 KB for 11).
 */

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textIn = (record: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = record[name];
  return typeof value === 'string' ? value : null;
};

const listIn = (value: unknown, name: string): readonly unknown[] => {
  const list = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
};

export const nextIn = (value: unknown): string | null => (isRecord(value) ? textIn(value, 'next') : null);

export interface ProgrammeItem {
  readonly id: string;
  readonly name: string;
  readonly phase: string | null;
  readonly council: string | null;
  readonly fictional: boolean;
}

export const programmesIn = (answer: unknown): readonly ProgrammeItem[] =>
  listIn(answer, 'items').flatMap((item) => {
    const id = isRecord(item) ? textIn(item, 'id') : null;
    return !isRecord(item) || id === null
      ? []
      : [
          {
            id,
            name: textIn(item, 'name') ?? id,
            phase: textIn(item, 'phase'),
            council: textIn(item, 'council'),
            fictional: item.fictional === true,
          },
        ];
  });

export interface MonthItem {
  readonly month: ReportMonth;
  readonly revision: number;
  readonly publishedAt: string | null;
  readonly reason: string | null;
}

export const monthsIn = (answer: unknown): readonly MonthItem[] =>
  listIn(answer, 'items').flatMap((item) => {
    const month = isRecord(item) ? textIn(item, 'month') : null;
    return !isRecord(item) || month === null
      ? []
      : [
          {
            month,
            revision: typeof item.revision === 'number' ? item.revision : 1,
            publishedAt: textIn(item, 'publishedAt'),
            reason: textIn(item, 'reason'),
          },
        ];
  });

/** One line for each month: its latest revision, the latest month first. */
export const latestRevisions = (items: readonly MonthItem[]): readonly MonthItem[] => {
  const byMonth = new Map<string, MonthItem>();
  for (const item of items) {
    const known = byMonth.get(item.month);
    if (known === undefined || known.revision < item.revision) byMonth.set(item.month, item);
  }
  return [...byMonth.values()].sort((one, other) => other.month.localeCompare(one.month));
};

export interface ProblemInWords {
  readonly title: string;
  readonly detail: string | null;
  readonly faults: readonly string[];
  /** Whether the same question may be answered when it is asked again. */
  readonly mayPass: boolean;
}

/** A problem answer (RFC 9457) in words; anything else by its status. */
export const problemIn = (status: number, answer: unknown): ProblemInWords => {
  const mayPass = status === 429 || status >= 500;
  if (!isRecord(answer) || textIn(answer, 'title') === null)
    return { title: `The tracker answered with status ${status}`, detail: null, faults: [], mayPass };
  return {
    mayPass,
    title: textIn(answer, 'title') ?? '',
    detail: textIn(answer, 'detail'),
    faults: listIn(answer, 'faults').flatMap((fault) => {
      const message = isRecord(fault) ? textIn(fault, 'message') : null;
      const pointer = isRecord(fault) ? textIn(fault, 'pointer') : null;
      return message === null ? [] : [pointer === null || pointer === '' ? message : `${pointer} ${message}`];
    }),
  };
};
