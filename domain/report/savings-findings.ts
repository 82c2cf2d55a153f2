import { counted as countOf, listed, poundsInWords } from '#language/in-words.ts';
import type { FinancialYear } from '#language/time.ts';
import { claimedTwice } from '#registers/saving/claimed-twice.ts';
import type { ClaimedTwice } from '#registers/saving/projections.ts';
import type { AcrossReviews, Found, FoundOf, ReportRule } from './report-rule.ts';
import type { ReviewInReport } from './review-in-report.ts';

type Line = ReviewInReport['position']['savings']['lines'][number];
type Year = Line['years'][number];

/** What a rule has against a year of a line: why, and the figures. */
interface Fault {
  readonly because: string;
  readonly evidence: readonly { readonly what: string; readonly pounds: number }[];
  /** How large it is. */
  readonly pounds: number;
}

/** A finding for each line that has such a year: the first year in the sentence, each in the evidence. */
const ofLines = (review: ReviewInReport, faultOf: (year: Year, line: Line) => Fault | null): Found[] =>
  review.position.savings.lines.flatMap((line) => {
    const faults = line.years.flatMap((year) => faultOf(year, line) ?? []);
    const [first, ...rest] = faults;
    if (first === undefined) return [];
    const more = rest.length === 0 ? '' : ` So it is in ${countOf(rest.length, 'other year')}.`;
    return [
      {
        register: 'saving',
        id: line.id,
        because: `${first.because}.${more}`,
        evidence: faults.flatMap(({ evidence }) =>
          evidence.map(({ what, pounds }) => ({ what, value: poundsInWords(pounds) })),
        ),
        pounds: Math.max(...faults.map(({ pounds }) => pounds)),
      },
    ];
  });

const deliveredNotValidated = ({ year, delivered, validated }: Year, line: Line): Fault | null => {
  const actual = Math.max(0, validated ?? 0);
  if (delivered <= actual) return null;
  const but =
    validated === null ? 'finance has validated nothing of it' : `finance has validated ${poundsInWords(validated)}`;
  return {
    because: `${poundsInWords(delivered)} of "${line.title}" is called delivered in ${year}, and ${but}`,
    evidence: [
      { what: `Delivered in ${year}`, pounds: delivered },
      { what: `Validated for ${year}`, pounds: validated ?? 0 },
    ],
    pounds: delivered - actual,
  };
};

const abovePlan = ({ year, planHigh, delivered, claimed, validated }: Year, line: Line): Fault | null => {
  if (planHigh === null) return null;
  const over = [
    { how: 'claimed', pounds: claimed ?? 0 },
    { how: 'validated', pounds: validated ?? 0 },
    { how: 'called delivered', pounds: delivered },
  ].filter(({ pounds }) => pounds > planHigh);
  const [first] = over;
  if (first === undefined) return null;
  return {
    because: `${poundsInWords(first.pounds)} of "${line.title}" is ${first.how} for ${year}, above its plan of ${poundsInWords(planHigh)}`,
    evidence: [
      ...over.map(({ how, pounds }) => ({ what: `${how} for ${year}`, pounds })),
      { what: `Plan of ${year}`, pounds: planHigh },
    ],
    pounds: Math.max(...over.map(({ pounds }) => pounds)) - planHigh,
  };
};

const ofYearsToCome =
  (today: FinancialYear) =>
  ({ year, claimed, delivered, validated }: Year, line: Line): Fault | null => {
    if (year <= today) return null;
    const stated = [
      { how: 'claimed', pounds: claimed ?? 0 },
      { how: 'validated', pounds: validated ?? 0 },
      { how: 'called delivered', pounds: delivered },
    ].filter(({ pounds }) => pounds !== 0);
    const [first] = stated;
    if (first === undefined) return null;
    return {
      because: `${poundsInWords(first.pounds)} of "${line.title}" is ${first.how} for ${year}, a year that has not begun`,
      evidence: stated.map(({ how, pounds }) => ({ what: `${how} for ${year}`, pounds })),
      pounds: Math.max(...stated.map(({ pounds }) => Math.abs(pounds))),
    };
  };

const statesShort = ({ year, plan, assessed }: Year, line: Line): Fault | null => {
  if (plan === null || assessed === 0 || assessed >= plan) return null;
  return {
    because: `The states of "${line.title}" in ${year} come to ${poundsInWords(assessed)} of ${poundsInWords(plan)} planned: ${poundsInWords(plan - assessed)} is not assessed`,
    evidence: [
      { what: `In states, ${year}`, pounds: assessed },
      { what: `Plan of ${year}`, pounds: plan },
    ],
    pounds: plan - assessed,
  };
};

const whatInWords: Readonly<Record<ClaimedTwice['what'], string>> = {
  'budget-line': 'budget line',
  contract: 'contract',
};

const foundTwice = ({ what, name, years, lines }: ClaimedTwice): FoundOf[] => {
  const [first] = lines;
  if (first === undefined) return [];
  const all = lines.map(({ pounds }) => pounds);
  const claims = lines.map(({ saving, title, pounds }) => `"${saving}" of ${title} (${poundsInWords(pounds)})`);
  return [
    {
      subject: { review: first.review, title: first.title },
      found: {
        register: 'saving',
        id: `${first.id} ${what}`,
        because: `The ${whatInWords[what]} "${name}" is claimed for ${listed(years)} by ${listed(claims)}, and nobody says why that is no double count.`,
        evidence: lines.map(({ saving, title, pounds }) => ({
          what: `"${saving}" of ${title}`,
          value: poundsInWords(pounds),
        })),
        // What is counted a second time.
        pounds: all.reduce((sum, one) => sum + one, 0) - Math.max(...all),
      },
    },
  ];
};

const doubleCounts = (): AcrossReviews => {
  const twice = claimedTwice();
  return {
    add: twice.add,
    close: () =>
      twice
        .close()
        .filter((one) => !one.justified)
        .flatMap(foundTwice),
  };
};

/** What reviews say of their savings that cannot hold (docs/meaning.md SAVINGS-21 and SAVINGS-22). */
export const savingsContradictions: readonly ReportRule[] = [
  {
    id: 'CON-08',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'More of a saving is called delivered than finance has validated.',
    ofReview: (review) => ofLines(review, deliveredNotValidated),
  },
  {
    id: 'CON-09',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'More of a saving is claimed, validated or called delivered than was planned.',
    ofReview: (review) => ofLines(review, abovePlan),
  },
  {
    id: 'CON-10',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A saving is claimed, validated or called delivered in a year that has not begun.',
    ofReview: (review, { month }) => ofLines(review, ofYearsToCome(month.financialYear)),
  },
  {
    id: 'CON-11',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'One budget line or contract is claimed twice in a year, and nobody says why that is no double count.',
    acrossReviews: doubleCounts,
  },
];

export const savingsGaps: readonly ReportRule[] = [
  {
    id: 'GAP-06',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'The states of a saving do not add up to its plan.',
    ofReview: (review) => ofLines(review, statesShort),
  },
];
