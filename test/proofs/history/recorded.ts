/** A request and its end, as a writer wrote it down: what the history is checked against. */
export interface Recorded {
  readonly session: string;
  readonly operation: string;
  readonly chain: string;
  /** `kind#id` */
  readonly thing: string;
  /** Words that no other request holds; null for a read. */
  readonly mark: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attempts: number;
  readonly status: number;
  /** `unknown`: 503 or no answer after the last attempt. */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
  /** The version that was answered. */
  readonly version: number | null;
  /** The statuses of every attempt; 0 where no answer came. */
  readonly statuses: readonly number[];
  readonly text: string;
}

/** A mark: session and number, in a form that no other mark holds. */
export const markOf = (session: string, n: number): string => `mark-${session}-${String(n).padStart(6, '0')}`;

const anyMark = /\bmark-[a-z0-9]+-\d{6}\b/g;

/** How often each mark stands in a text. */
export const marksIn = (text: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const mark of text.match(anyMark) ?? []) found.set(mark, (found.get(mark) ?? 0) + 1);
  return found;
};
