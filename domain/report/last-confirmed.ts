import { addMonthsToDate, type LocalDate } from '#language/time.ts';
import { isOutstanding } from '#registers/milestone/expected.ts';
import type { LastConfirmed, ReportContent } from '#schemas/report.ts';
import { isInRuleSet, type RuleSetName } from '#schemas/rule-set-name.ts';
import { reviewKey } from './in-order.ts';
import { maturityConfirmedOn } from './market-maturity.ts';
import type { ReportedMonth, ReportSetting } from './report-setting.ts';
import { type ReviewInReport, type SubjectOfRow, subjectOf } from './review-in-report.ts';
import { Rows } from './rows.ts';

/** For so many months what was last confirmed is as good as new. */
const freshMonths = 3;

/** So many of the oldest are listed. */
const mostListed = 10;

/** Whether what was last confirmed on a day is old at the end of a month (docs/meaning.md TIME-23). */
export const isOld = (confirmedOn: LocalDate, { lastDay }: Pick<ReportedMonth, 'lastDay'>): boolean =>
  confirmedOn < addMonthsToDate(lastDay, -freshMonths);

/** A state that holds until somebody says otherwise. */
interface State {
  readonly id: string;
  readonly what: string;
  readonly confirmedOn?: LocalDate | undefined;
}
type Sections = Pick<ReviewInReport['position'], 'risks' | 'issues' | 'milestones' | 'decisions'>;

/** What of each register holds until somebody says otherwise, in the order of the report. */
const kinds = [
  { key: 'saving', name: 'Forecasts of savings' },
  { key: 'risk', name: 'Open risks' },
  { key: 'issue', name: 'Open issues' },
  { key: 'milestone', name: 'Outstanding milestones' },
  { key: 'decision', name: 'Decisions due' },
  { key: 'market-engagement', name: 'Market engagement' },
  { key: 'market-maturity', name: 'Market maturity' },
] as const;
type Kind = (typeof kinds)[number]['key'];

/** The forecasts of this year or later. */
const forecastsOf = ({ position }: ReviewInReport, { financialYear }: ReportedMonth): State[] =>
  position.savings.lines
    .filter(({ years }) => years.some(({ year, forecast }) => forecast !== null && year >= financialYear))
    .map(({ id, title, confirmedOn }) => ({ id, what: title, confirmedOn }));

const openRisks = ({ risks }: Sections): State[] =>
  [...risks.open, ...risks.unscored].map(({ id, title, confirmedOn }) => ({ id, what: title, confirmedOn }));

const openIssues = ({ issues }: Sections): State[] =>
  issues
    .filter(({ status }) => status === 'open')
    .map(({ id, title, confirmedOn }) => ({ id, what: title, confirmedOn }));

const outstandingMilestones = ({ milestones }: Sections): State[] =>
  milestones.filter(isOutstanding).map(({ id, title, confirmedOn }) => ({ id, what: title, confirmedOn }));

const decisionsDue = ({ decisions }: Sections): State[] =>
  decisions
    .filter(({ status }) => status === 'due' || status === 'deferred')
    .map(({ id, title, confirmedOn }) => ({ id, what: title, confirmedOn }));

const engagementOf = ({ engagement }: Pick<ReviewInReport['position'], 'engagement'>): State[] =>
  engagement.confirmedOn === undefined
    ? []
    : [{ id: 'engagement', what: 'Market engagement', confirmedOn: engagement.confirmedOn }];

/** A state with the kind that it is of. */
export interface StateOfKind extends State {
  readonly kind: Kind;
}

const ofKind = (kind: Kind, states: readonly State[]): StateOfKind[] => states.map((one) => ({ ...one, kind }));
const openIn = (sections: Sections): StateOfKind[] => [
  ...ofKind('risk', openRisks(sections)),
  ...ofKind('issue', openIssues(sections)),
];
const datedIn = (sections: Sections): StateOfKind[] => [
  ...ofKind('milestone', outstandingMilestones(sections)),
  ...ofKind('decision', decisionsDue(sections)),
];

const maturityOf = ({ position }: ReviewInReport): State[] => {
  const confirmedOn = maturityConfirmedOn(position);
  return confirmedOn === null ? [] : [{ id: 'market-maturity', what: 'Market maturity', confirmedOn }];
};

/** What of the programme's own records holds until somebody says otherwise. */
export const statesOfProgramme = (
  programmeWide: Sections & Pick<ReviewInReport['position'], 'engagement'>,
): StateOfKind[] => [
  ...openIn(programmeWide),
  ...datedIn(programmeWide),
  ...ofKind('market-engagement', engagementOf(programmeWide)),
];

/** The same of a review: milestones and decisions of all whose results stand, the others of counted ones. */
export const statesOfReview = (review: ReviewInReport, month: ReportedMonth): StateOfKind[] => [
  ...(review.inResults ? datedIn(review.position) : []),
  ...(review.counted
    ? [
        ...ofKind('saving', forecastsOf(review, month)),
        ...openIn(review.position),
        ...ofKind('market-engagement', engagementOf(review.position)),
        ...ofKind('market-maturity', maturityOf(review)),
      ]
    : []),
];

/**
 * When each state that holds until somebody says otherwise was last confirmed: recorded, changed, or reviewed without a change. Of
 * counted reviews and the programme; milestones and decisions of all whose results stand. Reports by `rules-1` have no such part.
 */
export const lastConfirmedPart = (setting: ReportSetting, month: ReportedMonth, ruleSet: RuleSetName) => {
  const tallies = new Map<Kind, { total: number; old: number; oldestOn: LocalDate | null }>(
    kinds.map(({ key }) => [key, { total: 0, old: 0, oldestOn: null }]),
  );
  const old = new Rows<LastConfirmed['old']['rows'][number]>(
    (one) => [one.confirmedOn, reviewKey(one), one.register, one.id],
    mostListed,
  );

  const take = (subject: SubjectOfRow, states: readonly StateOfKind[]): void => {
    for (const { kind, id, what, confirmedOn } of states) {
      const tally = tallies.get(kind);
      if (tally === undefined || confirmedOn === undefined) continue;
      tally.total += 1;
      if (tally.oldestOn === null || confirmedOn < tally.oldestOn) tally.oldestOn = confirmedOn;
      if (!isOld(confirmedOn, month)) continue;
      tally.old += 1;
      old.add({ ...subject, register: kind, id, what, confirmedOn });
    }
  };
  take({ review: null, title: setting.programme.name }, statesOfProgramme(setting.programmeWide));

  return {
    add: (review: ReviewInReport): void => take(subjectOf(review), statesOfReview(review, month)),
    close: (): Pick<ReportContent, 'lastConfirmed'> => {
      if (!isInRuleSet({ since: 'rules-2' }, ruleSet)) return {};
      const by = kinds.flatMap(({ key, name }) => {
        const tally = tallies.get(key);
        return tally === undefined ? [] : [{ key, name, ...tally }];
      });
      return { lastConfirmed: { by, old: old.listed() } };
    },
  };
};
