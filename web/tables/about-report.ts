import { dateInWords, monthInWords, withFullStop } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { isForPractice } from '#schemas/practice.ts';
import type { Report } from '#schemas/report.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { type DraftShown, isDraft, markOfDraft, type ReportShown } from '../report/report-shown.ts';
import { shortenedInWords, viewInWords, withheldInWords } from '../report/view.ts';
import type { TableCell } from './cell.ts';
import { type FurtherReviews, withoutAddress } from './further-reviews.ts';
import type { SectionTable } from './report-tables.ts';

type Row = readonly [item: string, value: TableCell];

const howToCheck =
  'The content digest is SHA-256 over the canonical JSON (RFC 8785) of the lines of this report and of its content, each text in its salted commitment. Export the programme’s record and run: npm run verify -- export.jsonl --anchor, with the sealing digest. The same digests are in every format of this report.';

const viewOf = (report: ReportShown): readonly Row[] => {
  const { view } = report;
  if (isDraft(report))
    return view === undefined ? [] : [['View', `${viewInWords[view]} ${withheldInWords(view, undefined)}`]];
  const { publicView } = report.publication;
  return view === undefined || publicView === undefined
    ? []
    : [
        ['View', `${viewInWords[view]} ${withheldInWords(view, publicView.withheldRecords)}`],
        ['Records whose text is exempt', publicView.withheldRecords],
        ['Content digest of the public view', publicView.contentDigest],
      ];
};

const cameBefore = ({ content: { previous } }: ReportShown): readonly Row[] =>
  previous === null
    ? [['Report before it', 'none']]
    : [
        ['Report before it', `${monthInWords(previous.month)}, revision ${previous.revision}`],
        ['Content digest of the report before it', previous.contentDigest],
      ];

const further = (report: ReportShown, rest: FurtherReviews | null): readonly Row[] =>
  rest === null
    ? []
    : [
        ['Further reviews, not in this file', rest.count],
        [
          'Where they are',
          rest.address === null
            ? withFullStop(withoutAddress(report))
            : `They go on, as CSV or JSON, at ${rest.address}`,
        ],
      ];

const aboutContent = (report: ReportShown): readonly Row[] => {
  const { content, rowsAtMost } = report;
  const { programme } = content;
  return [
    ...(isDraft(report) ? [['Status', markOfDraft(report)] as const] : []),
    ['Programme', programme.name],
    ['Programme id', programme.id],
    ...(programme.phase === null ? [] : [['Phase', programme.phase] as const]),
    ['Council', programme.council],
    ...(programme.fictional
      ? [['Fictional', 'This programme is invented to show the tracker. None of its figures are a council’s.'] as const]
      : []),
    ...(isForPractice(programme.id)
      ? [['Practice', 'People practise in this programme. Nothing in this report is of a council’s own.'] as const]
      : []),
    ['Services in scope', programme.services.join('; ') || 'not stated'],
    ['Source', programme.source ?? 'not stated'],
    ['Month', content.month],
    ['Position as at', `the end of ${dateInWords(dayOf(content.observationEnd))}`],
    ['The last instant that counts (UTC)', { instant: content.observationEnd }],
    ['Revision', content.revision],
    ...(content.revisionReason === null ? [] : [['Why it was revised', content.revisionReason] as const]),
    ...(content.early === null ? [] : [['Early report', content.early.reason] as const]),
    ['Changes recorded of the month', content.recordedInMonth],
    ['Reviews with a line', content.lines],
    ...(rowsAtMost < everyRow ? [['Shortened', shortenedInWords(rowsAtMost, isDraft(report))] as const] : []),
    ...(content.leftOut ?? []).map(({ title }) => [`Left out: ${title}`, 'By the programme’s settings'] as const),
  ];
};

const howMade = ({ content, draft }: DraftShown): readonly Row[] => [
  ['Draft made (UTC)', { instant: draft.madeAt }],
  ['Made by', draft.madeBy],
  ['Rule set', content.ruleSet],
  ['Digest of the draft', draft.digest],
];

const howPublished = ({ content, publication }: Report): readonly Row[] => [
  ['Published (UTC)', { instant: publication.publishedAt }],
  ['Run', publication.run],
  ['Rule set', content.ruleSet],
  ['Content digest', publication.contentDigest],
  ['Sealing digest', publication.sealingDigest],
  ['Heads root', publication.headsRoot],
];

/** The first table of a file: which report this is, and how to check it; then what the other tables hold. */
export const aboutReport = (
  report: ReportShown,
  tables: readonly SectionTable[],
  rest: FurtherReviews | null,
): SectionTable => ({
  id: 'report',
  title: 'Report',
  head: ['Item', 'Value'],
  rows: [
    ...aboutContent(report),
    ...further(report, rest),
    ...(isDraft(report) ? howMade(report) : howPublished(report)),
    ...viewOf(report),
    ...cameBefore(report),
    ...(isDraft(report) ? [] : [['How to check it', howToCheck] as const]),
    ...tables.map(({ title, rows }): Row => [`Rows of “${title}”`, rows.length]),
  ],
});
