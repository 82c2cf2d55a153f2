import { monthInWords } from '#language/in-words.ts';
import { voices } from '#registers/rating/record.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import type { Report, ReportContent, ReportLine } from '#schemas/report.ts';
import { lifecycleNames } from '#schemas/review.ts';
import { everyRow } from '#schemas/row-lists.ts';
import { factsOfCrossTables } from './report/cross-tables.ts';
import { factsOfEnded } from './report/ended.ts';
import { count, type Fact, share, total, whole, words } from './report/fact.ts';
import { factsOfLastConfirmed } from './report/last-confirmed.ts';
import { returnNames } from './report/names.ts';
import { factsOfPageOne } from './report/page-one-facts.ts';
import { type ReportOf, saidBy, voiceNames } from './report/rating-mark.ts';
import { factsOfRegisters } from './report/register-sections.ts';
import { isDraft, markOfDraft, type ReportShown } from './report/report-shown.ts';
import { forwardLookInWords, ratingWords } from './report/review-words.ts';
import { factsOfSetAside } from './report/set-aside.ts';
import { shortenedInWords, viewInWords } from './report/view.ts';
import { wordingOf } from './report/wording.ts';

const isLeftOut = ({ leftOut = [] }: ReportContent, part: string): boolean => leftOut.some((one) => one.part === part);

const countsOf = (content: ReportContent): readonly Fact[] => [
  count('Reviews', 'Counted', content.counts.counted),
  ...(content.counts.components === undefined
    ? []
    : [count('Reviews', 'Part of another, counted once with it', content.counts.components.total)]),
  ...(content.counts.components?.rows ?? []).map((one) =>
    words('Reviews', one.title, 'Counts with', `${one.ofTitle}, which is at ${one.ofStage}; it is at ${one.stage}`),
  ),
  count('Reviews', 'Services', content.counts.services),
  ...content.counts.notCounted.map((one) =>
    count('Reviews', `${wordingOf(content).notIncludedInCsv}: ${lifecycleNames[one.lifecycle]}`, one.count),
  ),
  ...(['stage', 'lifecycle', 'portfolio', 'directorate', 'tier', 'theme'] as const).flatMap((by) =>
    content.counts[by].map((one) => share(`Reviews by ${by}`, one.name, one.share)),
  ),
  count('Flow', 'At the start', content.flow.opening),
  count('Flow', 'Restated', content.flow.restatedBy),
  count('Flow', 'Entered', content.flow.entered.total),
  count('Flow', 'Left', content.flow.left.total),
  count('Flow', 'At the end', content.flow.closing),
  ...[
    ...(content.flow.byTier ?? []),
    ...(content.flow.byPortfolio ?? []),
    ...(content.flow.byStage ?? []),
    ...(content.flow.byStageAndTier ?? []),
    ...(content.flow.potential === undefined ? [] : [content.flow.potential]),
  ].flatMap((row) => [
    count('Flow', `${row.name}: at the start`, row.opening),
    count('Flow', `${row.name}: restated`, row.restatedBy),
    count('Flow', `${row.name}: entered`, row.entered),
    ...(row.resumed === undefined ? [] : [count('Flow', `${row.name}: resumed`, row.resumed)]),
    count('Flow', `${row.name}: moved in`, row.movedIn),
    count('Flow', `${row.name}: left`, row.left),
    ...(row.paused === undefined ? [] : [count('Flow', `${row.name}: paused`, row.paused)]),
    count('Flow', `${row.name}: moved out`, row.movedOut),
    count('Flow', `${row.name}: at the end`, row.closing),
  ]),
  ...(content.movedByModel?.rows ?? []).map((one) =>
    words('Flow', one.title, 'Moved because the stages changed', `from ${one.from} to ${one.to}`),
  ),
  words('Flow', whole, 'Reconciles', content.flow.reconciles ? 'yes' : 'no'),
];

const waiversOf = ({ waiversInForce }: ReportContent): readonly Fact[] =>
  waiversInForce.rows.map((one) =>
    words(
      'Waivers in force',
      one.title,
      one.criterion,
      `${one.sentence === undefined ? '' : `${one.sentence} `}${one.reason}`,
    ),
  );

const switchedOff = ({ gatesWithout = [] }: ReportContent): readonly Fact[] =>
  gatesWithout.map((one) => words('Criteria switched off', whole, one.criterion, `${one.sentence} ${one.reason}`));

/** What the line of a review says, fact by fact. */
export const factsOfLine = (line: ReportLine, month: ReportOf): readonly Fact[] => [
  words('Review', line.title, 'Stage', `${line.stageName}; stage work: ${line.stageWork}`),
  words('Review', line.title, 'Lifecycle', lifecycleNames[line.lifecycle]),
  ...line.preferred.map((one) =>
    words('Review', line.title, 'Preferred option', `${one.label}: ${deliveryModelInWords(one.model)}`),
  ),
  ...line.waitsFor.map((what) => words('Review', line.title, 'Waits for', what)),
  words('Review', line.title, 'Savings', line.savings.sentence),
  ...line.savings.plan.map((one) => total('Review', line.title, `Plan ${one.year}`, one.total)),
  words('Review', line.title, 'SRO rating', saidBy(line, 'sro', month)),
  words('Review', line.title, 'Assurance rating', saidBy(line, 'assurance', month)),
  ...voices.flatMap((by) =>
    ratingWords(line.ratings?.[by] ?? null).map((text) =>
      words('Review', line.title, `${voiceNames[by]} in words`, text),
    ),
  ),
  ...voices.flatMap((by) => {
    const look = line.ratings?.[by]?.forwardLook ?? null;
    return look === null
      ? []
      : [words('Review', line.title, `${voiceNames[by]} forward look`, forwardLookInWords(look))];
  }),
  words('Review', line.title, 'End date', dateStatementInWords(line.endDate)),
  words('Review', line.title, 'Return', returnNames[line.return]),
  ...(line.returnWords ? [words('Review', line.title, 'Return in words', line.returnWords)] : []),
];

const factsOfView = ({ publication: { publicView }, view }: Report): readonly Fact[] =>
  publicView === undefined || view === undefined
    ? []
    : [
        words('View', whole, 'View', viewInWords[view]),
        count('View', 'Records whose text is exempt', publicView.withheldRecords),
        words('Digests', whole, 'Content digest of the public view', publicView.contentDigest),
      ];

/** How it came to be, and by what it is known. */
const factsOfMaking = (report: ReportShown): readonly Fact[] =>
  isDraft(report)
    ? [
        ...(report.view === undefined ? [] : [words('View', whole, 'View', viewInWords[report.view])]),
        words('Digests', whole, 'Digest of the draft', report.draft.digest),
      ]
    : [
        ...factsOfView(report),
        words('Digests', whole, 'Content digest', report.publication.contentDigest),
        words('Digests', whole, 'Sealing digest', report.publication.sealingDigest),
      ];

/** A report fact by fact, in the order of its page. */
export const factsOf = (report: ReportShown, lines: readonly ReportLine[]): readonly Fact[] => {
  const { content, rowsAtMost } = report;
  return [
    ...(isDraft(report) ? [words('Report', whole, 'Draft', markOfDraft(report))] : []),
    ...(rowsAtMost < everyRow
      ? [words('Report', whole, 'Shortened', shortenedInWords(rowsAtMost, isDraft(report)))]
      : []),
    ...(content.monthsNotReported ?? []).map(({ month, reason }) =>
      words('Report', monthInWords(month), 'Not reported', reason ?? 'No reason is recorded'),
    ),
    ...factsOfPageOne(content),
    ...content.headline.map((sentence) => words('Headline', whole, 'Sentence', sentence)),
    ...countsOf(content),
    ...factsOfCrossTables(content),
    ...waiversOf(content),
    ...switchedOff(content),
    ...lines.flatMap((line) => factsOfLine(line, content)),
    ...factsOfRegisters(content),
    ...(isLeftOut(content, 'ended') ? [] : factsOfEnded(content.ended)),
    ...(isLeftOut(content, 'lastConfirmed') ? [] : factsOfLastConfirmed(content)),
    ...(content.leftOut ?? []).map(({ title }) => words('Left out', whole, title, 'By the programme’s settings')),
    ...content.changes.map((one) => words('What changed', whole, 'Sentence', one.sentence)),
    ...content.findings.rows.map((one) =>
      words('Findings', one.subject.title, one.rule, `${one.sentence} ${one.because}`),
    ),
    ...factsOfSetAside(content.setAside),
    ...content.nextSteps.rows.map((one) => words('Next steps', one.subject.title, one.who, one.what)),
    ...factsOfMaking(report),
  ];
};
