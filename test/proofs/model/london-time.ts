/*
 * Time as the model knows it: days and months of Europe/London by the platform's own calendar.
 */

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });
const hour = 3_600_000;

const remembered = <A, B>(work: (given: A) => B): ((given: A) => B) => {
  const known = new Map<A, B>();
  return (given) => {
    const before = known.get(given);
    if (before !== undefined) return before;
    const found = work(given);
    known.set(given, found);
    return found;
  };
};

export const dayOf = (at: string): string => london.format(new Date(at));

/** The instant at which a day begins: midnight UTC, or the hour before it in summer time. */
export const startOfDay = remembered((day: string): string => {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const before = new Date(midnight - hour).toISOString();
  return dayOf(before) === day ? before : new Date(midnight).toISOString();
});

const lastMillisecondBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();
export const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
export const endOfDay = (day: string): string => lastMillisecondBefore(startOfDay(nextDay(day)));

export const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};
export const monthBefore = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};
export const endOfMonth = (month: string): string => lastMillisecondBefore(startOfDay(`${nextMonth(month)}-01`));

/** An instant from a header or query that may be a date. */
export const fromText = (given: string): string => (given.length === 10 ? startOfDay(given) : given);
export const asAtFromText = (given: string): string => (given.length === 10 ? endOfDay(given) : given);
