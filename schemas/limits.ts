/*
 * How much the API takes and answers: each number here and nowhere else. What the store takes of one item is the store's
 * own (`store/table/item-limits.ts`).
 */

/** Of a body, as it is sent. The largest record, and room around it; far below the gateway's 10 MB. */
export const mostRequestBytes = 256 * 1024;
/** Of a body: what is nested without end would exhaust whoever reads it level by level; records stay far below. */
export const mostRequestLevels = 50;
/** Of a record: half of what the store takes for an item, since an event holds the whole record next to its facts. */
export const mostRecordBytes = 200 * 1024;
/**
 * What a sum of whole pounds may come to, either side of nought: a thousand million million, a ninth of what a number of JSON
 * holds to the pound (docs/meaning.md MONEY-20).
 */
export const mostTotalPounds = 1_000_000_000_000_000;
/** New entries of a register that one request records: each is a record and an event, of the hundred items that a transaction takes. */
export const mostEntriesTogether = 40;
/** Reviews that one request passes on from a person to another: each is a transaction of its own. */
export const mostPassedOn = 50;
/** Rows of each list in the summary of a report. */
export const mostSummaryRows = 200;
/** Months of a report of a span: two financial years. */
export const mostSpanMonths = 24;

export interface PageLimits {
  readonly most: number;
  readonly byDefault: number;
}
/** Items of a page of a list. */
export const listPage: PageLimits = { most: 200, byDefault: 100 };
/** Lines of a page of a published report. */
export const linesPage: PageLimits = { most: 5_000, byDefault: 100 };

/** Rows of a page of a feed. */
export const feedPage: PageLimits = { most: 5_000, byDefault: 1_000 };

/** The whole numbers from 1 up to one of two digits or more, as a pattern: `upTo(200)` is `[1-9]\d{0,1}|1\d{2}|200`. */
const upTo = (most: number): string => {
  const digits = [...String(most)].map(Number);
  const asLong = digits.flatMap((digit, place) => {
    const [lowest, rest] = [place === 0 ? 1 : 0, digits.length - place - 1];
    const below = digit - 1 === lowest ? lowest : `[${lowest}-${digit - 1}]`;
    return digit <= lowest ? [] : [`${digits.slice(0, place).join('')}${below}${rest === 0 ? '' : `\\d{${rest}}`}`];
  });
  return [`[1-9]\\d{0,${digits.length - 2}}`, ...asLong, String(most)].join('|');
};

/** The text of a whole number from 1 to the most that a page takes. */
export const pageSizePattern = ({ most }: PageLimits): RegExp => new RegExp(`^(?:${upTo(most)})$`);
