import { dateInWords, poundsInWords } from '#language/in-words.ts';
import { dayOf, type LocalDate } from '#language/time.ts';
import type { IssuesSection } from '#registers/issue/record.ts';
import { dueInWords, type Milestone } from '#registers/milestone/expected.ts';
import { isPastDue } from '#registers/milestone/report.ts';
import type { RisksSection } from '#registers/risk/projections.ts';
import { contradictionsOfMeasures } from '#registers/stated-measure/measure-contradictions.ts';
import { contradictionsOfStatedFigures } from '#registers/stated-position/stated-contradictions.ts';
import { type DateStatement, dateStatementInWords } from '#schemas/date-statement.ts';
import { isInRuleSet } from '#schemas/rule-set-name.ts';
import { isOld } from './last-confirmed.ts';
import type { Found, ReportRule, SeenByRule } from './report-rule.ts';
import type { ReportedMonth } from './report-setting.ts';
import type { ReviewInReport } from './review-in-report.ts';

type SavingsLine = ReviewInReport['position']['savings']['lines'][number];

const greenWithRedSavings = (review: ReviewInReport, { month }: SeenByRule): Found[] => {
  const rating = review.position.ratings.sro;
  if (rating === null || rating.given.overall.rating !== 'green') return [];
  const year = month.financialYear;
  const lines = review.position.savings.lines
    .map((line) => ({ line, pounds: line.years.find((one) => one.year === year)?.unachievable ?? 0 }))
    .filter(({ pounds }) => pounds > 0);
  const unachievable = lines.reduce((sum, { pounds }) => sum + pounds, 0);
  const reasons = [
    ...(rating.given.benefits?.rating === 'red' ? ['its benefits are rated Red'] : []),
    ...(unachievable > 0 ? [`${poundsInWords(unachievable)} planned for ${year} cannot be achieved`] : []),
  ];
  if (reasons.length === 0) return [];
  return [
    {
      // The review, not the rating: a contradiction that stays after the SRO has rated anew is the same one.
      register: 'review',
      id: review.id,
      because: `${review.title} is rated Green overall by its SRO, while ${reasons.join(' and ')}.`,
      evidence: [
        { what: `SRO's overall rating of ${dateInWords(rating.given.on)}`, value: 'Green' },
        ...(rating.given.benefits?.rating === 'red' ? [{ what: "SRO's rating of benefits", value: 'Red' }] : []),
        ...lines.map(({ line, pounds }) => ({
          what: `Unachievable of "${line.title}" in ${year}`,
          value: poundsInWords(pounds),
        })),
      ],
    },
  ];
};

const dateOr = (day: LocalDate | undefined, stated: DateStatement | undefined): string => {
  if (stated !== undefined) return dateStatementInWords(stated);
  return day === undefined ? 'not stated' : dateInWords(day);
};

const pastDueMilestones = (milestones: readonly Milestone[], month: ReportedMonth): Found[] =>
  milestones
    .filter((milestone) => isPastDue(milestone, month))
    .map((milestone) => ({
      register: 'milestone',
      id: milestone.id,
      because: `"${milestone.title}" was due ${dueInWords(milestone)} and is neither done nor missed.`,
      evidence: [
        { what: 'Baseline', value: dateOr(milestone.baseline, milestone.baselineStated) },
        { what: 'Forecast', value: dateOr(milestone.forecast, milestone.forecastStated) },
        { what: 'Actual', value: 'not stated' },
      ],
    }));

const missedYetForecast = (milestones: readonly Milestone[], month: ReportedMonth): Found[] =>
  milestones.flatMap(({ id, title, missed, actual, forecast }) =>
    !missed || actual !== undefined || forecast === undefined || forecast <= month.lastDay
      ? []
      : [
          {
            register: 'milestone',
            id,
            because: `"${title}" is recorded as missed, and is forecast for ${dateInWords(forecast)}.`,
            evidence: [
              { what: 'Missed', value: 'yes' },
              { what: 'Forecast', value: dateInWords(forecast) },
            ],
          },
        ],
  );

const closedRisksWithOpenIssues = (risks: RisksSection, issues: IssuesSection): Found[] =>
  risks.closed.flatMap((risk) => {
    const open = issues.filter((issue) => issue.status === 'open' && issue.risk === risk.id);
    if (open.length === 0) return [];
    return [
      {
        register: 'risk',
        id: risk.id,
        because: `The risk "${risk.title}" is closed, while ${open.map((issue) => `"${issue.title}"`).join(' and ')} that came from it is open.`,
        evidence: [
          { what: `Risk ${risk.id}`, value: 'closed' },
          ...open.map((issue) => ({
            what: `Issue "${issue.title}", raised ${dateInWords(issue.raisedOn)}`,
            value: `open, ${issue.severity} severity`,
          })),
        ],
      },
    ];
  });

const overDelivered = (line: SavingsLine) =>
  line.years.flatMap(({ year, forecast, claimed, validated }) => {
    if (forecast === null) return [];
    const over = [
      ...(validated !== null && validated > forecast ? [{ how: 'validated', pounds: validated }] : []),
      ...(claimed !== null && claimed > forecast ? [{ how: 'claimed', pounds: claimed }] : []),
    ];
    return over.map(({ how, pounds }) => ({ year, forecast, how, pounds }));
  });

type Over = ReturnType<typeof overDelivered>[number];
const actualOf = ({ year, how, pounds }: Over) => ({ what: `Actual of ${year}, ${how}`, value: poundsInWords(pounds) });
const forecastOf = ({ year, forecast }: Over) => ({ what: `Forecast of ${year}`, value: poundsInWords(forecast) });

const deliveredAboveForecast: NonNullable<ReportRule['ofReview']> = (review, { ruleSet }) =>
  review.position.savings.lines.flatMap((line) => {
    const [first, ...rest] = overDelivered(line);
    if (first === undefined) return [];
    const more = rest.some((one) => one.year !== first.year) ? ', and so in other years' : '';
    return [
      {
        register: 'saving',
        id: line.id,
        because: `"${line.title}" has ${poundsInWords(first.pounds)} ${first.how} for ${first.year}, above its forecast of ${poundsInWords(first.forecast)}${more}.`,
        evidence: isInRuleSet({ until: 'rules-1' }, ruleSet)
          ? [first, ...rest].flatMap((one) => [actualOf(one), forecastOf(one)])
          : [first, ...rest].flatMap((one, n, all) =>
              all[n + 1]?.year === one.year ? [actualOf(one)] : [actualOf(one), forecastOf(one)],
            ),
        pounds: Math.max(...[first, ...rest].map(({ pounds, forecast }) => pounds - forecast)),
      },
    ];
  });

const forecastsUnchanged = (review: ReviewInReport, { month }: SeenByRule): Found[] => {
  // A completed review has nothing left to forecast anew.
  if (!review.counted) return [];
  return review.position.savings.lines.flatMap((line) => {
    const ahead = line.years.flatMap(({ year, forecast }) =>
      forecast !== null && year >= month.financialYear ? [{ year, forecast }] : [],
    );
    const since = dayOf(line.forecastSince);
    const confirmedOn = line.confirmedOn ?? since;
    if (ahead.length === 0 || !isOld(confirmedOn, month)) return [];
    const confirmed = confirmedOn > since ? `, and was last confirmed on ${dateInWords(confirmedOn)}` : '';
    return [
      {
        register: 'saving',
        id: line.id,
        because: `The forecast of "${line.title}" has stood unchanged since ${dateInWords(since)}${confirmed}.`,
        evidence: ahead.map(({ year, forecast }) => ({ what: `Forecast of ${year}`, value: poundsInWords(forecast) })),
      },
    ];
  });
};

export const contradictionRules: readonly ReportRule[] = [
  {
    id: 'CON-01',
    kind: 'contradiction',
    sentence: 'The SRO rates a review green overall while its savings are red.',
    ofReview: greenWithRedSavings,
  },
  {
    id: 'CON-02',
    kind: 'contradiction',
    sentence: 'A milestone is past its date, yet neither done nor missed nor handed to another owner.',
    ofReview: (review, { month }) => pastDueMilestones(review.position.milestones, month),
    ofProgramme: (programmeWide, { month }) => pastDueMilestones(programmeWide.milestones, month),
  },
  {
    id: 'CON-03',
    kind: 'contradiction',
    sentence: 'A risk is closed while an issue that comes from it is open.',
    ofReview: (review) => closedRisksWithOpenIssues(review.position.risks, review.position.issues),
    ofProgramme: (programmeWide) => closedRisksWithOpenIssues(programmeWide.risks, programmeWide.issues),
  },
  {
    id: 'CON-04',
    kind: 'contradiction',
    sentence: 'A saving is delivered above its forecast of the year.',
    ofReview: deliveredAboveForecast,
  },
  {
    id: 'CON-05',
    kind: 'contradiction',
    sentence: 'The forecast of a saving of this year or later has neither changed nor been confirmed for three months.',
    worded: {
      until: 'rules-1',
      sentence: 'The forecast of a saving of this year or later has not changed for three months.',
    },
    ofReview: forecastsUnchanged,
  },
  {
    id: 'CON-15',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A milestone is missed, which is that it can no longer be reached, and yet forecast for a day to come.',
    ofReview: (review, { month }) => missedYetForecast(review.position.milestones, month),
    ofProgramme: (programmeWide, { month }) => missedYetForecast(programmeWide.milestones, month),
  },
  {
    id: 'CON-06',
    kind: 'contradiction',
    sentence: 'A percentage or total does not follow from its parts, or another paper states another figure.',
    ofProgramme: ({ statedMeasures }, { stated, ruleSet }) => [
      ...contradictionsOfStatedFigures(stated, ruleSet),
      ...(isInRuleSet({ since: 'rules-2' }, ruleSet) ? contradictionsOfMeasures(statedMeasures) : []),
    ],
  },
];
