import { createHash } from 'node:crypto';
import { type Publication, Report, type ReportContent } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import {
  bodyText,
  type Item,
  itemKey,
  keyOf,
  number,
  numberOf,
  text,
  textOf,
  tightlyPacked,
  UnreadableItem,
  unpack,
} from './items.ts';
import { type ProgrammePlace, summaryKey } from './keys.ts';

/*
 * The summary of a published report as it is stored. It is let through by its schema once, when it is published, and
 * says so: `letThrough` is the shape of the schema that did and a digest of the item. Where both still hold, its text is
 * handed on as it stands, and what a pull decides on stands beside it as attributes; a summary of another shape goes
 * through the schema again, and one of which anything is other cannot be read (ADR 0022).
 */

/** Counts the shapes that a report has had: one more with each change of its schema, which a test holds it to. */
export const reportShape = 1;

/** A published report: what a pull decides on, as the item says it, and the rest where it is asked for. */
export interface StoredReport {
  readonly content: Pick<ReportContent, 'month' | 'revision' | 'lines'>;
  readonly publication: Pick<Publication, 'contentDigest' | 'publishedAt'> & {
    readonly publicView?: Pick<NonNullable<Publication['publicView']>, 'on' | 'contentDigest'> | undefined;
  };
  /** Whether the summary holds every row that was published. */
  readonly hasEveryRow: boolean;
  /** Over the item and where it stands: the same of no other. */
  readonly digest: string;
  /** The JSON of the report, withheld text with its marks. */
  readonly json: () => string;
  readonly report: () => Report;
}

/** The store gives an item's attributes in any order. */
const digestOf = ({ letThrough: _, body, ...said }: Item): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .update(body?.B ?? body?.S ?? '')
    .digest('base64url');

/** 128 bits of the digest: it guards against faults, and two read units are all the room there is. */
const letThrough = (digest: string): string => `${reportShape}:${digest.slice(0, 22)}`;

const hasEveryRow = (report: Report): boolean => report.rowsAtMost >= everyRow;

/** The summary of a report that went through its schema. */
export const summaryItem = (place: ProgrammePlace, report: Report, how: 'quickly' | 'as can be'): Item => {
  const { month, revision, revisionReason, lines } = report.content;
  const { contentDigest, publishedAt, publicView } = report.publication;
  const item = {
    ...itemKey(summaryKey(place, month, revision)),
    lineCount: number(lines),
    contentDigest: text(contentDigest),
    publishedAt: text(publishedAt),
    ...(revisionReason === null ? {} : { revisionReason: text(revisionReason) }),
    ...(publicView === undefined
      ? {}
      : { publicOn: text(publicView.on), publicDigest: text(publicView.contentDigest) }),
    ...(hasEveryRow(report) ? {} : { rowsAtMost: number(report.rowsAtMost) }),
    ...tightlyPacked(report, how),
  };
  return { ...item, letThrough: text(letThrough(digestOf(item))) };
};

const inBrief = (item: Item): Pick<StoredReport, 'content' | 'publication' | 'hasEveryRow'> => {
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
  };
};

/** A summary as it was read. @throws UnreadableItem where it is not as it was published, or its schema does not let it through. */
export const storedReport = (item: Item): StoredReport => {
  const digest = digestOf(item);
  const told = item.letThrough?.S;
  if (told === undefined || !told.startsWith(`${reportShape}:`)) {
    const report = unpack(item, Report);
    const { content, publication } = report;
    return {
      content,
      publication,
      hasEveryRow: hasEveryRow(report),
      digest,
      json: () => JSON.stringify(report),
      report: () => report,
    };
  }
  if (told !== letThrough(digest)) throw new UnreadableItem(keyOf(item), 'it is not what was published');
  return { ...inBrief(item), digest, json: () => bodyText(item), report: () => JSON.parse(bodyText(item)) };
};
