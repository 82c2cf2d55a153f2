import { listed, monthInWords, poundsInWords, totalInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { findingKey } from './findings.ts';

/** A report's content but for what is worded from the rest of it. */
export type MeasuredContent = Omit<ReportContent, 'headline' | 'changes' | 'nextSteps'>;

type Change = ReportContent['changes'][number];

const changed = (what: string, before: number, after: number): Change[] =>
  before === after ? [] : [{ sentence: `${what}: ${after}, was ${before}.`, before, after }];

const stageChanges = (now: MeasuredContent, before: ReportContent): Change[] => {
  const countBefore = new Map(before.counts.stage.map((row) => [row.key, row.share.numerator]));
  const gone = before.counts.stage.filter((row) => now.counts.stage.every((one) => one.key !== row.key));
  return [
    ...now.counts.stage.flatMap((row) =>
      changed(`Reviews at ${row.name}`, countBefore.get(row.key) ?? 0, row.share.numerator),
    ),
    ...gone.flatMap((row) => changed(`Reviews at ${row.name}`, row.share.numerator, 0)),
  ];
};

const savingsChanges = (now: MeasuredContent, before: ReportContent): Change[] => {
  const years = [...new Set([...before.savings.years, ...now.savings.years].map((row) => row.year))].sort();
  return years.flatMap((year) => {
    const [was, is] = [before, now].map((content) => content.savings.years.find((row) => row.year === year)?.plan);
    const [low, lowNow] = [was?.low ?? 0, is?.low ?? 0];
    if (low === lowNow) return [];
    const by = `${lowNow > low ? 'up' : 'down'} ${poundsInWords(Math.abs(lowNow - low))}`;
    const planned = is === undefined ? 'nothing recorded' : totalInWords(is);
    return [{ sentence: `Savings planned for ${year}: ${planned}, ${by}.`, before: low, after: lowNow }];
  });
};

const isWhole = ({ findings }: MeasuredContent): boolean => findings.rows.length === findings.total;

/** Which rules found more or less often, of lists that are too long to keep every finding. */
const foundMoreOrLess = (now: MeasuredContent, before: ReportContent): Change[] => {
  const rules = [...new Set([...before.foundByRule, ...now.foundByRule].map((one) => one.rule))].sort();
  return rules.flatMap((rule) => {
    const [was, is] = [before, now].map((one) => one.foundByRule.find((found) => found.rule === rule)?.count ?? 0);
    return changed(`Findings of ${rule}`, was ?? 0, is ?? 0);
  });
};

const findingChanges = (now: MeasuredContent, before: ReportContent): Change[] => {
  if (!isWhole(now) || !isWhole(before)) return foundMoreOrLess(now, before);
  const [keysBefore, keysNow] = [before, now].map((content) => new Set(content.findings.rows.map(findingKey)));
  const fresh = now.findings.rows.filter((one) => !keysBefore?.has(findingKey(one)));
  const gone = before.findings.rows.filter((one) => !keysNow?.has(findingKey(one)));
  if (fresh.length + gone.length === 0) return [];
  const rules = (list: typeof fresh): string => {
    const ids = [...new Set(list.map((one) => one.rule))];
    return ids.length === 0 ? '' : ` (${listed(ids)})`;
  };
  return [
    {
      sentence: `Findings: ${now.findings.total}, were ${before.findings.total}; ${fresh.length} new${rules(fresh)}, ${gone.length} gone${rules(gone)}.`,
      before: before.findings.total,
      after: now.findings.total,
    },
  ];
};

const ratedRed = (content: MeasuredContent): number =>
  content.ratings.sro.find((row) => row.rating === 'red')?.share.numerator ?? 0;

/** What changed since the last report, in words and numbers; of the first report, that there is nothing to compare with. */
export const changesSince = (now: MeasuredContent, before: ReportContent | null): Change[] => {
  if (before === null) {
    const sentence = 'This is the first report of the programme: there is none before it to compare with.';
    return [{ sentence, before: null, after: null }];
  }
  const changes = [
    ...changed('Reviews counted', before.counts.counted, now.counts.counted),
    ...stageChanges(now, before),
    ...changed('Options', before.options.total, now.options.total),
    ...changed('Preferred options', before.options.preferred, now.options.preferred),
    ...changed(
      'Reviews with a preferred option',
      before.options.reviewsWithPreferred.numerator,
      now.options.reviewsWithPreferred.numerator,
    ),
    ...savingsChanges(now, before),
    ...changed('Open risks', before.risks.open, now.risks.open),
    ...changed('High risks', before.risks.byBand.high, now.risks.byBand.high),
    ...changed('Open issues', before.issues.open, now.issues.open),
    ...changed('Milestones done', before.milestones.done, now.milestones.done),
    ...changed('Reviews that their SRO rates Red overall', ratedRed(before), ratedRed(now)),
    ...changed('Returns received in time', before.returns.received.numerator, now.returns.received.numerator),
    ...findingChanges(now, before),
  ];
  if (changes.length > 0) return changes;
  const sentence = `Nothing that this report counts has changed since the report of ${monthInWords(before.month)}.`;
  return [{ sentence, before: null, after: null }];
};
