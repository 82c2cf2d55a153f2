import {
  counted as countOf,
  figureInWords,
  gapInWords,
  gapValueInWords,
  listed,
  otherPapersSay,
  poundsInWords,
  totalInWords,
} from '#language/in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import type { SavingsPosition } from '#registers/saving/projections.ts';
import type { PageOne } from '#schemas/page-one.ts';
import type { ReportContent } from '#schemas/report.ts';

type Money = NonNullable<PageOne['money']>;

const mostLaterYears = 2;

const saysSomething = ({ required, plan }: SavingsPosition): boolean => required !== null || plan.count > 0;

/** A figure and what it is, with what other papers say in its place: page one takes neither for the true one. */
const statedInWords = (figure: NonNullable<SavingsPosition['required']>, what: string): string => {
  const others = otherPapersSay((figure.conflicts ?? []).map(({ value }) => figureInWords(value)));
  return `${figureInWords(figure)}${what}${others === '' ? '' : ` (${others})`}`;
};

/** What the programme's own papers say is still to be identified. */
const unidentifiedInWords = ({ statedUnidentified }: SavingsPosition): string =>
  statedUnidentified === null
    ? ''
    : `; by the programme's own figures ${statedInWords(statedUnidentified, ' of it is still to be identified')}`;

const requiredSentence = (row: SavingsPosition): string => {
  const { year, required } = row;
  const asked =
    required === null
      ? `${year}: how much is required is not stated`
      : `${year}: ${statedInWords(required, ' is required')}`;
  return `${asked}${unidentifiedInWords(row)}.`;
};

/** Nothing validated is not nought validated. */
const poundsOf = (pounds: number, lines: number | undefined): number | null => (lines === 0 ? null : pounds);

/** Of what is required, what reviews plan to save, and what of it is saved: the one whole that the month is measured by. */
const achievableSentence = (row: SavingsPosition): string => {
  if (row.lines === 0) return 'No review records a saving for this year, so what is achievable is not known.';
  const claimed = poundsOf(row.claimedPounds, row.linesStated?.claimed);
  const validated = poundsOf(row.validatedPounds, row.linesStated?.validated);
  const soFar =
    claimed === null && validated === null
      ? 'nothing is claimed as saved yet'
      : `so far finance has validated ${validated === null ? 'nothing' : poundsInWords(validated)} as saved, and ${claimed === null ? 'nothing' : poundsInWords(claimed)} is claimed`;
  const asked = row.required === null ? 'Achievable' : 'Of that, achievable';
  return `${asked} by what reviews plan: ${totalInWords(row.identified)}; ${soFar}.`;
};

const statesInWords = ({ states, plan }: SavingsPosition): string => {
  const parts = [
    ['delivered in full', states.delivered],
    ['on track', states.onTrack],
    ['at risk', states.atRisk],
    ['unachievable', states.unachievable],
  ] as const;
  const known = parts
    .filter(([, pounds]) => pounds !== 0)
    .map(([state, pounds]) => `${poundsInWords(pounds)} ${state}`);
  const planned = `Reviews plan ${totalInWords({ ...plan, excluded: [] })} in all`;
  if (known.length === 0) return `${planned}, and nobody has assessed any of it`;
  const rest =
    states.notAssessed.low === 0
      ? ''
      : `; ${totalInWords({ ...states.notAssessed, excluded: [] })} of it is not assessed`;
  return `${planned}; as reviews rate each saving, ${listed(known)}${rest}`;
};

/** `at most £5.895 million (34 of 36 figures; 2 not stated)`; above the requirement there is nothing left to find. */
export const toFindInWords = (gap: SavingsPosition['gap'], inWords = gapInWords): string => {
  if (gap === null) return 'not known';
  const said = inWords(gap);
  return gap.high < 0
    ? said.replace(/^over-identified by /, 'nothing, and more than required by ')
    : said.replace(/^a gap of /, '');
};

/** How few reviews state a saving, where most do not. */
const statedByFew = ({ coverage }: ReportContent['savings']): string => {
  const { numerator, denominator } = coverage.reviews;
  return numerator * 2 > denominator
    ? ''
    : ` ${numerator} of ${countOf(denominator, 'review')} ${numerator === 1 ? 'states' : 'state'} a saving in figures.`;
};

/** Its coverage is that of what is achievable, which stands before it. */
const toFindSentence = (row: SavingsPosition, savings: ReportContent['savings']): string => {
  const sure = row.lines === 0 ? '' : ` ${statesInWords(row)}.`;
  return `Still to find: ${toFindInWords(row.gap, gapValueInWords)}.${sure}${statedByFew(savings)}`;
};

const laterSentence = (row: SavingsPosition): string => {
  const { year, required, identified, lines, gap } = row;
  const asked = required === null ? 'requirement not stated' : statedInWords(required, ' required');
  const achievable = lines === 0 ? '' : `; ${totalInWords({ ...identified, excluded: [] })} achievable`;
  return `${year}: ${asked}${unidentifiedInWords(row)}${achievable}${gap === null ? '' : `; still to find: ${toFindInWords(gap)}`}.`;
};

/** What the report before said of the same year. */
const before = (was: ReportContent | null, year: FinancialYear): Pick<Money, 'before'> => {
  const row = was?.savings.years.find((one) => one.year === year);
  if (row === undefined) return {};
  const claimedPounds = poundsOf(row.claimedPounds, row.linesStated?.claimed);
  const validatedPounds = poundsOf(row.validatedPounds, row.linesStated?.validated);
  return { before: { claimedPounds, validatedPounds, stillToFind: row.gap } };
};

/** The money in three sentences, of the month's financial year or the first after it of which anything is said; null where there is none. */
export const moneyOnPageOne = (
  savings: ReportContent['savings'],
  was: ReportContent | null,
  now: FinancialYear,
): Money | null => {
  const [row, ...later] = savings.years.filter((one) => one.year >= now && saysSomething(one));
  if (row === undefined) return null;
  return {
    year: row.year,
    required: row.required,
    achievable: row.identified,
    claimedPounds: poundsOf(row.claimedPounds, row.linesStated?.claimed),
    validatedPounds: poundsOf(row.validatedPounds, row.linesStated?.validated),
    stillToFind: row.gap,
    sentences: [requiredSentence(row), achievableSentence(row), toFindSentence(row, savings)],
    later: later
      .filter(({ required, identified }) => required !== null || identified.count > 0)
      .slice(0, mostLaterYears)
      .map(laterSentence),
    ...before(was, row.year),
  };
};
