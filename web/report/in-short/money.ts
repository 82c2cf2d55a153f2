import {
  counted,
  exclusionsInWords,
  figureInWords,
  gapValueInWords,
  listed,
  otherPapersSay,
  poundsInWords,
  totalInWords,
} from '#language/in-words.ts';
import { addFinancialYears, type FinancialYear, financialYearOf, lastDayOf } from '#language/time.ts';
import type { SavingsPosition } from '#registers/saving/projections.ts';
import type { Total } from '#schemas/figures.ts';
import type { PageOne } from '#schemas/page-one.ts';
import type { Answer, Content } from './answer.ts';

type Money = NonNullable<PageOne['money']>;

/*
 * The money of a year has one whole: what is required of it. What reviews plan, what is achievable of it, claimed and validated
 * are each named as what they are (docs/meaning.md REPORT-45).
 */

const notInReport: Answer = { words: 'Not said: the savings are not in this report.', figures: [] };

const yearOf = ({ month }: Pick<Content, 'month'>): FinancialYear => financialYearOf(lastDayOf(month));

/** Whether the month is the last of its financial year: then what counts is what became of the year. */
export const endsItsYear = ({ month }: Pick<Content, 'month'>): boolean => month.endsWith('-03');

const rowOf = ({ savings }: Content, year: FinancialYear): SavingsPosition | undefined =>
  savings.years.find((one) => one.year === year);

const figuresOf = (year: FinancialYear, ...names: readonly string[]): string[] =>
  names.map((name) => `savings.${year.replace('/', '-')}.${name}`);

/** The pounds that are required; null where that is no amount. */
const requiredPounds = ({ required }: Pick<Money, 'required'>): number | null =>
  required?.kind === 'amount' ? required.pounds : null;

/** ` of the £28 million required for 2025/26 (27.1%)`; of what is no amount without a share. */
const ofRequired = ({ required, year }: Money, pounds = 0): string => {
  if (required === null || required.kind === 'not-stated') return ` for ${year}, of which no requirement is stated,`;
  const whole = requiredPounds({ required });
  const share = whole === null || whole <= 0 || pounds === 0 ? '' : `${Math.round((pounds * 1000) / whole) / 10}%`;
  const others = otherPapersSay((required.conflicts ?? []).map(({ value }) => figureInWords(value)));
  const besides = [share, others].filter((one) => one !== '').join('; ');
  return ` of the ${figureInWords(required)} required for ${year}${besides === '' ? '' : ` (${besides})`}`;
};

/** Why there is no money of the month's own year to speak of. */
const laterYear = (content: Content, { year }: Money): string => {
  const now = yearOf(content);
  return year === now ? '' : `Of ${now} nothing is required or planned. `;
};

const noMoney: Answer = {
  words: 'Not known: no saving is recorded as required or planned for this year or a later one.',
  figures: [],
};

/** How much is saved of the year: what finance has validated, of what is required. */
export const saved = (content: Content): Answer => {
  if (!content.pageOne || content.pageOne.money === null) {
    const isThere = [...(content.leftOut ?? []), ...(content.notMade ?? [])].every(({ part }) => part !== 'savings');
    return isThere ? noMoney : notInReport;
  }
  const { money } = content.pageOne;
  const { year, validatedPounds: validated, claimedPounds: claimed } = money;
  const figures = figuresOf(year, 'validated', 'claimed', 'required');
  const before = laterYear(content, money);
  if (validated === null && claimed === null) {
    const nothing =
      rowOf(content, year)?.lines === 0
        ? 'Not known: no review records a saving'
        : 'Nothing is claimed or validated yet';
    return { words: `${before}${nothing}${ofRequired(money)}.`.replace(/,\.$/, '.'), figures };
  }
  const claims = claimed === null ? 'nothing is claimed' : `${poundsInWords(claimed)} is claimed`;
  if (validated === null)
    return { words: `${before}Finance has validated nothing yet${ofRequired(money)}; ${claims}.`, figures };
  return {
    words: `${before}${poundsInWords(validated)}${ofRequired(money, validated)} is validated by finance; ${claims}.`,
    figures,
  };
};

const withoutCoverage = (total: Total): string => totalInWords({ ...total, excluded: [] });

/** ` (3 of 45 figures not stated)`: what a total leaves out. */
const coverage = ({ count, excluded }: Pick<Total, 'count' | 'excluded'>): string => {
  const left = excluded.reduce((sum, one) => sum + one.count, 0);
  if (left === 0) return '';
  const [only] = excluded;
  return excluded.length === 1 && only !== undefined
    ? ` (${only.count} of ${count + left} figures ${exclusionsInWords({ excluded }).replace(/^\d+ /, '')})`
    : ` (${left} of ${count + left} figures left out: ${exclusionsInWords({ excluded })})`;
};

/** `£15.345 million where the other paper holds`: what is still to find of what other papers require; empty where none requires more. */
const byOtherPapers = ({ required, stillToFind }: Pick<Money, 'required' | 'stillToFind'>): string => {
  const whole = requiredPounds({ required });
  if (whole === null || stillToFind === null) return '';
  const others = (required?.conflicts ?? []).flatMap(({ value }) => {
    const missing = value.kind === 'amount' && value.pounds > whole ? stillToFind.high + value.pounds - whole : 0;
    return missing > 0 ? [poundsInWords(missing)] : [];
  });
  return others.length === 0
    ? ''
    : `${listed(others)} where the other ${others.length === 1 ? 'paper holds' : 'papers hold'}`;
};

/** Whether what is planned of the year comes to what is required of it; where most of it is in no figure, nobody can say. */
const byPlans = ({ stillToFind, achievable, required, year }: Money): string => {
  if (stillToFind === null)
    return required === null
      ? `Not known: how much is required for ${year} is not stated.`
      : achievable.count + achievable.excluded.length === 0
        ? `Not known: ${figureInWords(required)} is required for ${year}, and no review records a saving for it.`
        : `Not known: what is required for ${year} is no one amount (${figureInWords(required)}).`;
  const { low, high, exact, excluded } = stillToFind;
  const unstated = achievable.excluded.reduce((sum, { count }) => sum + count, 0);
  const elsewhere = byOtherPapers({ required, stillToFind });
  if (high <= 0)
    return `Yes, if what reviews plan is delivered: ${withoutCoverage(achievable)} is achievable${coverage(achievable)}${elsewhere === '' ? '' : `; still to find is ${elsewhere}`}.`;
  if (achievable.count === 0) return `Not known: no figure of what is achievable for ${year} is stated.`;
  if (unstated > achievable.count)
    return `Not known: ${unstated} of the ${achievable.count + unstated} figures of what is achievable are not stated.`;
  const all = achievable.count + unstated;
  const open =
    unstated === 0
      ? ''
      : `; ${unstated} of ${counted(all, 'saving')} ${unstated === 1 ? 'does' : 'do'} not state what is achievable`;
  const found = `${withoutCoverage(achievable)}${required === null ? '' : ` of ${figureInWords(required)}`} is achievable, and ${gapValueInWords(stillToFind).replace(/^a gap of /, '')} is still to find${elsewhere === '' ? '' : ` (${elsewhere})`}${open}`;
  if (low !== null && low <= 0) return `Not certain by what reviews plan: ${found}.`;
  return `${exact && excluded.length === 0 ? 'No, not by what reviews plan' : 'No, not by what reviews have stated so far'}: ${found}.`;
};

/** The pounds of an outturn that are by forecasts alone: finance has validated nothing of their lines. */
const notValidated = ({ outturn, validatedPounds }: SavingsPosition): number => outturn.low - validatedPounds;

/** What an outturn is made of: what finance has validated, and what is forecast of the rest. */
const outturnMadeOf = (row: SavingsPosition): string =>
  listed([
    ...(row.linesStated?.validated === 0 ? [] : [`${poundsInWords(row.validatedPounds)} is validated by finance`]),
    ...(notValidated(row) === 0 ? [] : [`${poundsInWords(notValidated(row))} is forecast and not validated`]),
  ]);

/** What the year that ends came to, against what was required of it. */
const outturnInWords = (row: SavingsPosition): string => {
  const { year, outturn, required, lines } = row;
  if (lines === 0) return `Not known: no review records a saving for ${year}.`;
  const made = outturnMadeOf(row);
  const came = `the outturn of ${year} is ${withoutCoverage(outturn)}${coverage(outturn)}`;
  const how = made === '' ? '' : ` Of it ${made}.`;
  const needed = requiredPounds({ required });
  if (needed === null)
    return `Not known: how much was required is ${required === null ? 'not stated' : figureInWords(required)}; ${came}.${how}`;
  const short = needed - outturn.low;
  const against =
    short === 0
      ? 'which is what was required'
      : `${poundsInWords(Math.abs(short))} ${short < 0 ? 'more' : 'less'} than was required`;
  return `${short <= 0 ? 'Yes' : 'No'}: ${came}, ${against}.${how}`;
};

/** What the end of the year means for the one after it. */
const nextYearInWords = (row: SavingsPosition | undefined, year: FinancialYear): string => {
  if (row === undefined || (row.required === null && row.lines === 0))
    return `Of ${year} nothing is required or planned yet.`;
  const asked =
    row.required === null ? `how much is required is not stated` : `${figureInWords(row.required)} is required`;
  const unstated = row.identified.excluded.reduce((sum, { count }) => sum + count, 0);
  const toFind =
    row.gap === null || unstated > row.identified.count
      ? 'what is still to find is not known'
      : row.gap.high <= 0
        ? 'nothing is still to find'
        : `${gapValueInWords(row.gap).replace(/^a gap of /, '')} is still to find`;
  const fallsOut =
    row.oneOffFallOut.count === 0 || row.oneOffFallOut.low === 0
      ? []
      : [`${withoutCoverage(row.oneOffFallOut)} was saved once and falls out`];
  return `${year}: ${listed([asked, ...fallsOut, `${toFind}${coverage(row.identified)}`])}.`;
};

/** The year of the money in its last month, with what became of it; undefined in any other month, and where nothing is recorded of it. */
const yearThatEnds = (content: Content, { year }: Pick<Money, 'year'>): SavingsPosition | undefined => {
  const row = rowOf(content, year);
  return endsItsYear(content) && year === yearOf(content) && row !== undefined && row.lines > 0 ? row : undefined;
};

/** The outturn of the year that ends; undefined in any other month, and where there is none. */
export const outturnAtItsEnd = (content: Content, money: Pick<Money, 'year'>): Total | undefined =>
  yearThatEnds(content, money)?.outturn;

/** The money of the year in sentences. Of a year that has ended nothing is still to find: its outturn takes the place of that. */
export const moneyInSentences = (content: Content, money: Money): readonly string[] => {
  const row = yearThatEnds(content, money);
  if (row === undefined) return money.sentences;
  const { year, outturn, plan, forecast } = row;
  return [
    ...money.sentences.slice(0, 2),
    `Outturn of ${year}: ${withoutCoverage(outturn)}, of ${withoutCoverage(plan)} planned and ${withoutCoverage(forecast)} forecast: what finance has validated of a saving takes the place of its forecast.`,
  ];
};

/** Of the same sentences those that say more than the two answers about money do: what papers call unidentified, and how sure it is. */
export const besidesTheAnswers = (content: Content, money: Money): readonly string[] => {
  const [required, achievable, toFind] = moneyInSentences(content, money);
  const saysMore = rowOf(content, money.year)?.statedUnidentified !== null;
  const isAnswered = money.stillToFind !== null || outturnAtItsEnd(content, money) !== undefined;
  return [
    ...(saysMore && required !== undefined ? [required] : []),
    ...(isAnswered || achievable === undefined ? [] : [achievable]),
    ...(toFind === undefined ? [] : [toFind]),
  ];
};

/** Whether what is required will be saved: by what reviews plan, and at the end of the year by its outturn. */
export const willBeMade = (content: Content): Answer => {
  const money = content.pageOne?.money;
  if (!money) return saved(content);
  const year = yearOf(content);
  const row = rowOf(content, year);
  if (endsItsYear(content) && row !== undefined && money.year === year) {
    const next = addFinancialYears(year, 1);
    return {
      words: `${outturnInWords(row)} ${nextYearInWords(rowOf(content, next), next)}`,
      figures: [...figuresOf(year, 'outturn', 'plan', 'required'), ...figuresOf(next, 'required', 'gap')],
    };
  }
  return { words: byPlans(money), figures: figuresOf(money.year, 'identified', 'required', 'gap') };
};
