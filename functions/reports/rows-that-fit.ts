import { type Decided, done, refused } from '#domain/decided.ts';
import { everyRow, withRowsAtMost } from '#schemas/row-lists.ts';

/** Rows of each list that are tried, where one answer has no room for every row. */
const rowsTried = [everyRow, 200, 50, 20, 5, 0] as const;

/**
 * What is made of every row of the lists of something, or of as many of each as one answer has room for: it then says how many.
 * Refused, in these words, where it has no room for any: `answer.too-large`.
 */
export const withRowsThatFit = async <S extends { readonly rowsAtMost?: number | undefined }, T>(
  whole: S,
  make: (shortened: S) => T | Promise<T>,
  hasRoom: (made: T) => boolean,
  detail: string,
): Promise<Decided<T>> => {
  for (const rows of rowsTried) {
    const made = await make(rows === everyRow ? whole : { ...withRowsAtMost(whole, rows), rowsAtMost: rows });
    if (hasRoom(made)) return done(made);
  }
  return refused({ code: 'answer.too-large', detail });
};
