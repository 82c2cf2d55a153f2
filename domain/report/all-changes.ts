import { counted as countOf, listed, monthInWords } from '#language/in-words.ts';
import { type Counts, underWay } from '#schemas/counts.ts';
import { ratingInWords } from '#schemas/rating-names.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Difference, differencesOf, labelOf } from './every-difference.ts';
import { isLeftOut, leftOutChanges } from './left-out.ts';
import type { Change, MeasuredContent } from './measured-content.ts';

/** What a report is and how it is named, no figure of the programme. */
const notOfTheProgramme = [
  ...['programme', 'month', 'observationEnd', 'revision', 'revisionReason', 'early', 'ruleSet', 'previous'],
  'monthsNotReported',
  ...[
    'recordedInMonth',
    'headline',
    'pageOne',
    'changes',
    'nextSteps',
    'lines',
    'findings',
    'foundByRule',
    'facts',
    'inFigures',
    'inLaterReports',
    'leftOut',
    'gatesWithout',
  ],
];
/** What happened in the month: said where there is any, and compared with nothing. */
const ofTheMonth = ['flow', 'moves', 'movedByModel'];
/** By part and list. */
export const ofTheMonthWithin = new Set([
  'decisions taken',
  'decisions settled',
  'businessCases outcomes',
  'ratings changed',
  'risks moved',
  'returns cameSince',
]);

/** The parts that are called otherwise than their names in the report: `budgetLines` is "Budget lines". */
const partNames: Readonly<Record<string, string>> = {
  counts: 'Reviews',
  crossTables: 'Portfolios, tiers and themes',
  waits: 'What reviews wait for',
  engagement: 'Market engagement',
  ratings: 'Delivery confidence',
  ended: 'Reviews that have ended',
  setAside: 'Left out by the settings',
};
const inWords = (part: string): string => part.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
export const partName = (part: string): string =>
  partNames[part] ?? `${part.charAt(0).toUpperCase()}${inWords(part.slice(1))}`;

/** Differences under one head, as one sentence: of savings a year each, of anything else a part. */
export const headOf = ({ path: [part = '', second = '', year = ''] }: Difference): { head: string; from: number } =>
  part === 'savings' && second === 'years'
    ? { head: `Savings of ${year}`, from: 3 }
    : { head: partName(part), from: 1 };

const sentencesOf = (differences: readonly Difference[]): Change[] => {
  const byHead = new Map<string, string[]>();
  for (const difference of differences) {
    const { head, from } = headOf(difference);
    const label = labelOf(difference, from);
    const was = difference.before === null ? '' : `, was ${difference.before}`;
    // Of what is named by its head alone nothing stands before a verb.
    const text = `${label === '' ? difference.now.replace(/^is /, '') : `${label} ${difference.now}`}${was}`;
    byHead.set(head, [...(byHead.get(head) ?? []), text]);
  }
  return [...byHead].map(([head, texts]) => ({ sentence: `${head}: ${texts.join('; ')}.`, before: null, after: null }));
};

const mostNamed = 10;
const voiceNames = { sro: 'SRO', assurance: 'assurance' } as const;

const ratingChanges = ({ ratings }: MeasuredContent): Change[] => {
  const { rows, total } = ratings.changed ?? { rows: [], total: 0 };
  const named = rows.slice(0, mostNamed).map(({ title, by, was, is }) => ({
    sentence: `${title} by ${voiceNames[by]}: ${ratingInWords(is)}, was ${ratingInWords(was)}.`,
    before: null,
    after: null,
  }));
  if (total <= mostNamed) return named;
  const sentence = `${total - mostNamed} more ratings have changed.`;
  return [...named, { sentence, before: null, after: null }];
};

const titled = (rows: readonly { readonly title: string }[], total: number): string =>
  listed([...rows.slice(0, 3).map(({ title }) => title), ...(total > 3 ? [`${total - 3} more`] : [])]);

/** Criteria that are switched off and were not, or are asked for again. */
const gateChanges = (now: MeasuredContent, before: ReportContent): Change[] => {
  const ids = ({ gatesWithout = [] }: Pick<ReportContent, 'gatesWithout'>) =>
    gatesWithout.map(({ criterion }) => criterion);
  const said = (how: string, given: readonly string[], but: readonly string[]): Change[] => {
    const others = given.filter((id) => !but.includes(id));
    return others.length === 0 ? [] : [{ sentence: `${how}: ${listed(others)}.`, before: null, after: null }];
  };
  return [
    ...said('Criteria of gates switched off since', ids(now), ids(before)),
    ...said('Criteria of gates asked for again', ids(before), ids(now)),
  ];
};

/** What happened in the month, by name. */
const newsOf = (now: MeasuredContent): Change[] => {
  const { flow, moves, decisions, businessCases, returns } = now;
  const movement = flow.entered.total + flow.left.total + flow.restated.total;
  const of = (part: string, total: number, sentence: () => string): Change[] =>
    total === 0 || isLeftOut(now, part) ? [] : [{ sentence: sentence(), before: null, after: total }];
  return [
    ...of(
      'flow',
      movement,
      () =>
        `${countOf(flow.entered.total, 'review')} entered, ${flow.left.total} left, ${flow.restated.total} restated.`,
    ),
    ...of('movedByModel', now.movedByModel?.total ?? 0, () => now.movedByModel?.sentence ?? ''),
    ...of('moves', moves.total, () => `${countOf(moves.total, 'move')} of stage: ${titled(moves.rows, moves.total)}.`),
    ...of('decisions', decisions.taken.total, () => {
      const { rows, total } = decisions.taken;
      return `${countOf(total, 'decision')} taken: ${titled(
        rows.map(({ decision, title }) => ({ title: `"${decision}" (${title})` })),
        total,
      )}.`;
    }),
    ...of('decisions', decisions.settled?.total ?? 0, () => {
      const { rows, total } = decisions.settled ?? { rows: [], total: 0 };
      return `No longer due as it was: ${titled(
        rows.map(({ decision, title, how }) => ({ title: `"${decision}" (${title}), ${how}` })),
        total,
      )}.`;
    }),
    ...of('returns', returns.cameSince?.total ?? 0, () => {
      const { rows, total } = returns.cameSince ?? { rows: [], total: 0 };
      return `${countOf(total, 'return')} of earlier months confirmed since: ${titled(rows, total)}.`;
    }),
    ...of('businessCases', businessCases.outcomes.total, () => {
      const { rows, total } = businessCases.outcomes;
      return `${countOf(total, 'outcome')} of business cases: ${titled(rows, total)}.`;
    }),
  ];
};

/** Whether the number of counted reviews, which is said to have changed, is all that a share differs by. */
const followsFromCounted =
  (now: MeasuredContent, before: ReportContent) =>
  ({ wholes }: Difference): boolean =>
    wholes !== undefined &&
    [(counts: Counts) => counts.counted, underWay].some(
      (whole) => wholes.now === whole(now.counts) && wholes.before === whole(before.counts),
    );

/** Whether a share is of planned savings that are said to have changed. */
const followsFromPlanned = ({ path }: Difference, all: readonly Difference[]): boolean =>
  path[1] === 'valueWeighted' &&
  path.at(-1) === 'share' &&
  all.some((one) => one.path[1] === 'valueWeighted' && one.path.at(-1) === 'planned');

/** The parts whose figures are compared one by one. */
export const partsOf = (content: MeasuredContent): readonly string[] =>
  Object.keys(content).filter((part) => ![...notOfTheProgramme, ...ofTheMonth].includes(part));

/** Every figure that is another in one of those parts, but for what follows from others or is of the month alone. */
export const differencesBetween = (
  now: MeasuredContent,
  before: ReportContent,
  parts: readonly string[],
): readonly Difference[] => {
  const fields = new Map<string, unknown>(Object.entries(before));
  const figures = new Map<string, unknown>(Object.entries(now));
  const all = parts.flatMap((part) => differencesOf(part, figures.get(part), fields.get(part)));
  const follows = followsFromCounted(now, before);
  return all.filter(
    (one) => !ofTheMonthWithin.has(one.path.slice(0, 2).join(' ')) && !follows(one) && !followsFromPlanned(one, all),
  );
};

/**
 * All that is different from the report before and that `said` has not said yet: by name what happened in the month and whose rating
 * is another, then every figure of every part (docs/meaning.md REPORT-26).
 */
export const allChanges = (now: MeasuredContent, before: ReportContent, said: ReadonlySet<string>): Change[] => {
  const differences = differencesBetween(now, before, partsOf(now)).filter((one) => !said.has(one.path.join('.')));
  return [
    ...leftOutChanges(now, before),
    ...gateChanges(now, before),
    ...(isLeftOut(now, 'ratings') ? [] : ratingChanges(now)),
    ...newsOf(now),
    ...sentencesOf(differences),
  ];
};

export const nothingChanged = (before: ReportContent): string =>
  `Nothing that this report counts has changed since the report of ${monthInWords(before.month)}.`;
