import type { ReportMonth } from '#language/time.ts';
import type { Report, ReportContent, ReportLine } from '#schemas/report.ts';
import type { MadeFrom, SpanReport } from '#schemas/span-report.ts';
import { isLeftOut } from '../left-out.ts';
import { isMade } from '../not-made.ts';

/** What a report says, as its reader may see it. */
export interface GivenContent {
  readonly report: Pick<Report, 'content'>;
  /** Undefined where there are too many to be compared one by one. */
  readonly lines?: readonly ReportLine[] | undefined;
}

/** A published report as its reader may see it. */
export interface GivenMonth extends GivenContent {
  readonly report: Report;
  /** Of the view that it is shown in. */
  readonly digest: string;
  /** The latest revision of the month; undefined: this is it. */
  readonly supersededBy?: number | undefined;
}

/** What the report of a span is made from: its published months, the earliest first; at least one. */
export interface GivenSpan {
  readonly from: ReportMonth;
  readonly to: ReportMonth;
  readonly months: readonly [GivenMonth, ...GivenMonth[]];
  /** The report that the first one names as the one before it. */
  readonly before: GivenMonth | null;
}

export const lastOf = ({ months }: GivenSpan): GivenMonth => months.at(-1) ?? months[0];

/** A part of a report's content; undefined where the report has none, leaves it out, or could not make it. */
export const partOf = <P extends keyof ReportContent>(
  { report: { content } }: GivenContent,
  part: P,
): ReportContent[P] | undefined => (isLeftOut(content, part) || !isMade(content, part) ? undefined : content[part]);

export const madeFrom = ({ report, digest, supersededBy }: GivenMonth): MadeFrom => ({
  month: report.content.month,
  revision: report.content.revision,
  contentDigest: digest,
  publishedAt: report.publication.publishedAt,
  ruleSet: report.content.ruleSet,
  supersededBy: supersededBy ?? null,
});

/** The parts that months have nothing of, each with why. */
export const partsNotIn = ({ months }: GivenSpan): SpanReport['notIn'] =>
  months.flatMap(({ report: { content } }) => {
    const { month, leftOut = [], notMade = [] } = content;
    return [
      ...leftOut.map(({ part, title }) => ({ month, part, title, why: 'left-out' as const })),
      ...notMade.map(({ part, title }) => ({ month, part, title, why: 'not-made' as const })),
    ];
  });
