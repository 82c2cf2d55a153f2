import { listed, poundsInWords, totalInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { allChanges, nothingChanged } from './all-changes.ts';
import { findingKey } from './findings.ts';
import type { Change, MeasuredContent } from './measured-content.ts';

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

/** Null where a report has no such number: then there is nothing to compare it with. */
type Numbers = readonly (readonly [path: string, what: string, of: (content: MeasuredContent) => number | null])[];

const ofReviews: Numbers = [['counts.counted', 'Reviews counted', ({ counts }) => counts.counted]];
const ofOptions: Numbers = [
  ['options.total', 'Options', ({ options }) => options.total],
  ['options.preferred', 'Preferred options', ({ options }) => options.preferred],
  [
    'options.reviewsWithPreferred',
    'Reviews with a preferred option',
    ({ options }) => options.reviewsWithPreferred.numerator,
  ],
];
const ofRisksAndMilestones: Numbers = [
  ['risks.open', 'Open risks', ({ risks }) => risks.open],
  ['risks.byBand.high', 'High risks', ({ risks }) => risks.byBand?.high ?? null],
  ['issues.open', 'Open issues', ({ issues }) => issues.open],
  ['milestones.done', 'Milestones done', ({ milestones }) => milestones.done],
];
const byRules1: Numbers = [['ratings.sro', 'Reviews that their SRO rates Red overall', ratedRed]];
const ofReturns: Numbers = [
  ['returns.received', 'Returns received in time', ({ returns }) => returns.received.numerator],
];

/** Reports by `rules-1` do not say of which number a change is. */
const numbersChanged = (numbers: Numbers, now: MeasuredContent, before: ReportContent, named: boolean): Change[] =>
  numbers.flatMap(([path, what, of]) => {
    const [was, is] = [of(before), of(now)];
    const changes = was === null || is === null ? [] : changed(what, was, is);
    return named ? changes.map((one) => ({ ...one, of: path })) : changes;
  });

/** The figures of which a sentence has said already that they changed. */
const saidOf = (numbers: Numbers, now: MeasuredContent, before: ReportContent): ReadonlySet<string> =>
  new Set([
    ...numbers.flatMap(([path, , of]) => (of(now) === of(before) ? [] : [path])),
    ...now.counts.stage.flatMap(({ key, share }) => {
      const was = before.counts.stage.find((row) => row.key === key)?.share.numerator;
      return was === undefined || was === share.numerator ? [] : [`counts.stage.${key}.share`];
    }),
    ...now.savings.years.flatMap(({ year, plan }) =>
      before.savings.years.some((was) => was.year === year && was.plan.low !== plan.low)
        ? [`savings.years.${year}.plan`]
        : [],
    ),
  ]);

/**
 * What changed since the last report, in words and numbers; of the first report, that there is nothing to compare with. By
 * `rules-1` thirteen numbers alone were compared.
 */
export const changesSince = (now: MeasuredContent, before: ReportContent | null, ruleSet: RuleSetName): Change[] => {
  if (before === null) {
    const sentence = 'This is the first report of the programme: there is none before it to compare with.';
    return [{ sentence, before: null, after: null }];
  }
  const all = isInRuleSet({ since: 'rules-2' }, ruleSet);
  const numbers = [...ofReviews, ...ofOptions, ...ofRisksAndMilestones, ...(all ? [] : byRules1), ...ofReturns];
  const changes = [
    ...numbersChanged(ofReviews, now, before, all),
    ...stageChanges(now, before),
    ...numbersChanged(ofOptions, now, before, all),
    ...savingsChanges(now, before),
    ...numbersChanged([...ofRisksAndMilestones, ...(all ? [] : byRules1), ...ofReturns], now, before, all),
    ...(all ? allChanges(now, before, saidOf(numbers, now, before)) : []),
    ...findingChanges(now, before),
  ];
  if (changes.length > 0) return changes;
  return [{ sentence: nothingChanged(before), before: null, after: null }];
};
