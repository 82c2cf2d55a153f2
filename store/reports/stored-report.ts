import { createHash } from 'node:crypto';
import { type Publication, Report, ReportContent } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { redactionsOf } from '../redaction/redacted-by.ts';
import { bodyText, gzippedBody, gzippedPieces, piecesText, readBody, readPieces } from '../table/body.ts';
import { type Item, itemKey, keyOf, number, numberOf, text, textOf, UnreadableItem } from '../table/items.ts';
import { type Key, type ProgrammeRef, summaryKey, wholeKey } from '../table/keys.ts';

/*
 * A published report as it is stored: its summary, and where that has no room for every row, the whole content in pieces.
 * It is let through by its schema once, when it is published, and each item says so: `validatedAs` is the shape of the
 * schema that did and a digest of the item. Where both still hold, its text is handed on as it is, and what a pull
 * decides on stands next to it as attributes; what is of another shape goes through the schema again, and an item of which
 * anything is other cannot be read (ADR 0025).
 */

/** Counts the shapes that a report has had: one more with each change of its schema, which a test holds it to. */
export const reportShape = 2;

/** A published report: what a pull decides on, as the item says it, and the rest where it is asked for. */
export interface StoredReport {
  readonly content: Pick<ReportContent, 'month' | 'revision' | 'lines'>;
  readonly publication: Pick<Publication, 'contentDigest' | 'publishedAt'> & {
    readonly publicView?: Pick<NonNullable<Publication['publicView']>, 'on' | 'contentDigest'> | undefined;
  };
  /** Whether the summary holds every row that was published. */
  readonly hasEveryRow: boolean;
  /** How often words were taken out of it since it was published. */
  readonly redactions: number;
  /** Over the item and where it is: the same of no other. */
  readonly digest: string;
  /** The JSON of the report, withheld text with its marks: to be handed on. */
  readonly json: () => string;
  /** The same through its schema: to be worked with. @throws UnreadableItem where it does not fit */
  readonly report: () => Report;
}

/** The store gives an item's attributes in any order. */
const digestOf = ({ validatedAs: _, body, ...said }: Item): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .update(body?.B ?? body?.S ?? '')
    .digest('base64url');

/** 128 bits of the digest: it guards against faults, and two read units are all the room there is. */
const validatedAs = (digest: string): string => `${reportShape}:${digest.slice(0, 22)}`;

const sayingSo = (item: Item): Item => ({ ...item, validatedAs: text(validatedAs(digestOf(item))) });

/** Whether the present schema let it through. @throws UnreadableItem where that is not what it let through. */
const wasLetThrough = (item: Item, digest: string): boolean => {
  const said = item.validatedAs?.S;
  if (said === undefined || !said.startsWith(`${reportShape}:`)) return false;
  if (said !== validatedAs(digest)) throw new UnreadableItem(keyOf(item), 'it is not what was published');
  return true;
};

/** The same item under another key: what it says of itself is over its key too. What was not as it was published stays so. */
export const underKey = (item: Item, key: Key): Item => {
  const moved = { ...item, ...itemKey(key) };
  return item.validatedAs?.S === validatedAs(digestOf(item)) ? sayingSo(moved) : moved;
};

const hasEveryRow = (report: Report): boolean => report.rowsAtMost >= everyRow;

/**
 * The summary of a report that went through its schema. `more`: its secret, or which redactions took it away; neither is part of the
 * JSON that is handed on.
 */
export const summaryItem = (programmeRef: ProgrammeRef, report: Report, more: Item): Item => {
  const { month, revision, revisionReason, lines } = report.content;
  const { contentDigest, publishedAt, publicView } = report.publication;
  return sayingSo({
    ...itemKey(summaryKey(programmeRef, month, revision)),
    lineCount: number(lines),
    contentDigest: text(contentDigest),
    ...more,
    publishedAt: text(publishedAt),
    ...(revisionReason === null ? {} : { revisionReason: text(revisionReason) }),
    ...(publicView === undefined
      ? {}
      : { publicOn: text(publicView.on), publicDigest: text(publicView.contentDigest) }),
    ...(hasEveryRow(report) ? {} : { rowsAtMost: number(report.rowsAtMost) }),
    body: gzippedBody(report),
  });
};

/** The whole content of a report that went through its schema. */
export const wholeItems = (
  programmeRef: ProgrammeRef,
  { content }: Pick<Report, 'content'>,
  atLeast?: number,
): readonly Item[] =>
  gzippedPieces(content, atLeast).map((body, n) =>
    sayingSo({ ...itemKey(wholeKey(programmeRef, content.month, content.revision, n)), body }),
  );

const inBrief = (item: Item): Pick<StoredReport, 'content' | 'publication' | 'hasEveryRow' | 'redactions'> => {
  const [, month = '', revision] = textOf(item, 'sk').split('#');
  const publicView =
    item.publicOn === undefined
      ? {}
      : { publicView: { on: textOf(item, 'publicOn'), contentDigest: textOf(item, 'publicDigest') } };
  return {
    content: { month, revision: Number(revision), lines: numberOf(item, 'lineCount') },
    publication: {
      contentDigest: textOf(item, 'contentDigest'),
      publishedAt: textOf(item, 'publishedAt'),
      ...publicView,
    },
    hasEveryRow: item.rowsAtMost === undefined,
    redactions: redactionsOf(item).length,
  };
};

/** A summary through its schema, whatever its digest says: for exports, whose verification finds what is other. @throws UnreadableItem */
export const reportAsStored = (item: Item): StoredReport => {
  const report = readBody(item, Report);
  const { content, publication } = report;
  return {
    content,
    publication,
    hasEveryRow: hasEveryRow(report),
    redactions: redactionsOf(item).length,
    digest: digestOf(item),
    json: () => JSON.stringify(report),
    report: () => report,
  };
};

/** A summary as it was read. @throws UnreadableItem where it is not as it was published, or its schema does not let it through. */
export const storedReport = (item: Item): StoredReport => {
  const digest = digestOf(item);
  return wasLetThrough(item, digest)
    ? { ...inBrief(item), digest, json: () => bodyText(item), report: () => readBody(item, Report) }
    : reportAsStored(item);
};

const contentFrom = (pieces: readonly Item[], { month }: StoredReport['content']): ReportContent => {
  const content = readPieces(pieces, ReportContent);
  if (content === undefined) throw new Error(`the whole of the report of ${month} is missing`);
  return content;
};

/** The same with every row, from the pieces of its content. @throws UnreadableItem likewise. */
export const withPieces = (stored: StoredReport, pieces: readonly Item[]): StoredReport => {
  const json = (): string => {
    const [first, ...others] = pieces;
    const asWritten = first !== undefined && pieces.every((piece) => wasLetThrough(piece, digestOf(piece)));
    const content = asWritten ? piecesText(first, ...others) : JSON.stringify(contentFrom(pieces, stored.content));
    const { publication }: Report = JSON.parse(stored.json());
    const rest = JSON.stringify({ publication, rowsAtMost: everyRow });
    return `{"content":${content},${rest.slice(1)}`;
  };
  return {
    ...stored,
    hasEveryRow: true,
    json,
    report: () => ({ ...stored.report(), content: contentFrom(pieces, stored.content), rowsAtMost: everyRow }),
  };
};
