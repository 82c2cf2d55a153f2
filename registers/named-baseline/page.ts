import { counted, dateInWords } from '#language/in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { type Html, html } from '#web/html.ts';
import { count, type Fact, total, words } from '#web/report/fact.ts';
import { totalCell } from '#web/report/figure.ts';
import { none, subject, table, tally } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { CostOrBenefitType, type Pounded, poundedInWords } from '../cost-or-benefit/choices.ts';
import type { SinceBaselinePart } from './projections.ts';

const section = 'Since the baseline';
type MilestoneRow = SinceBaselinePart['milestones']['rows'][number];
type CostRow = SinceBaselinePart['costsAndBenefits']['rows'][number];

const dayOr = (date: string | null): string => (date === null ? 'not there' : dateInWords(date));
const poundedOr = (pounded: Pounded | null): string => (pounded === null ? 'none in pounds' : poundedInWords(pounded));
const laterInWords = ({ daysLater }: MilestoneRow): string => {
  if (daysLater === null) return 'not compared';
  return `${counted(Math.abs(daysLater), 'day')} ${daysLater > 0 ? 'later' : 'earlier'}`;
};

const milestonesTable = ({ milestones: { rows, total: all } }: SinceBaselinePart): Html =>
  table({
    caption: 'Milestones expected on another day than in the baseline, the latest first',
    columns: ['Milestone', 'Of', 'In the baseline', 'Baseline now', 'Reached or expected', 'Moves since'].map(
      (head) => ({
        head,
      }),
    ),
    rows: rows.map((one) => [
      one.milestoneTitle,
      subject(one),
      dayOr(one.was),
      dayOr(one.now),
      html`${dayOr(one.expected)}<span class="under">${laterInWords(one)}</span>`,
      `${one.moves}`,
    ]),
    none: 'Every milestone of the baseline is expected on its day.',
    total: all,
  });

const costsTable = ({ costsAndBenefits: { rows, total: all } }: SinceBaselinePart): Html =>
  table({
    caption: 'Costs and benefits of which another figure is approved than in the baseline',
    columns: ['Cost or benefit', 'Of', 'In the baseline', 'Approved now', 'Actual or forecast', 'Changes since'].map(
      (head) => ({ head }),
    ),
    rows: rows.map((one) => [
      html`${labelOf(CostOrBenefitType, one.type)}: ${one.costOrBenefitTitle}`,
      subject(one),
      poundedOr(one.was),
      poundedOr(one.now),
      poundedOr(one.latest),
      `${one.moves}`,
    ]),
    none: 'What is approved is what was approved in the baseline.',
    total: all,
  });

const savingsTable = ({ savings }: SinceBaselinePart): Html =>
  table({
    caption: 'Savings by year, then and now',
    columns: [
      { head: 'Year' },
      { head: 'Planned in the baseline', figures: true },
      { head: 'Planned now', figures: true },
      { head: 'Forecast now', figures: true },
    ],
    rows: savings.map((one) => [one.year, totalCell(one.was), totalCell(one.now), totalCell(one.forecast)]),
    none: 'No savings were planned then, and none are now.',
  });

const factsOfRows = ({ milestones, costsAndBenefits }: SinceBaselinePart): Fact[] => [
  ...milestones.rows.map((one: MilestoneRow) =>
    words(
      section,
      one.title,
      one.milestoneTitle,
      `${dayOr(one.was)} in the baseline, ${dayOr(one.now)} now; reached or expected ${dayOr(one.expected)}, ${laterInWords(one)}; moves since: ${one.moves}`,
    ),
  ),
  ...costsAndBenefits.rows.map((one: CostRow) =>
    words(
      section,
      one.title,
      `${labelOf(CostOrBenefitType, one.type)}: ${one.costOrBenefitTitle}`,
      `${poundedOr(one.was)} in the baseline, ${poundedOr(one.now)} approved now; actual or forecast ${poundedOr(one.latest)}; changes since: ${one.moves}`,
    ),
  ),
];

const nameOf = ({ title, asAt, agreedBy }: NonNullable<SinceBaselinePart['baseline']>): string =>
  `${title}, as at ${dateInWords(asAt)}${agreedBy === null ? '' : `, agreed by ${agreedBy}`}`;

/** What moved since the named baseline that the settings name: dates, what is approved, and the savings profile. */
export const sinceBaselinePage: RegisterPage<SinceBaselinePart> = {
  section: { id: 'since-the-baseline', title: section },
  body: (part) =>
    part.baseline === null
      ? [none('The settings name no baseline to compare with, or one that is not there.')]
      : [
          html`<p>Compared with ${nameOf(part.baseline)}: ${counted(part.reviews, 'review')}, of which ${part.notThere} were not there then.</p>`,
          tally([
            { value: part.dates.later, label: 'milestones later' },
            { value: part.dates.earlier, label: 'earlier' },
            { value: part.dates.onTheDay, label: 'on the day' },
            { value: part.dates.added, label: 'added' },
            { value: part.dates.gone, label: 'no longer there' },
          ]),
          html`<p>Baselines moved since: ${part.moves.milestones} of milestones, ${part.moves.plans} of savings plans, ${part.moves.approvals} of costs and benefits.</p>`,
          milestonesTable(part),
          costsTable(part),
          savingsTable(part),
        ],
  facts: (part) =>
    part.baseline === null
      ? [words(section, 'Programme', 'Baseline', 'none')]
      : [
          words(section, 'Programme', 'Baseline', nameOf(part.baseline)),
          count(section, 'Reviews', part.reviews),
          count(section, 'Reviews not there then', part.notThere),
          count(section, 'Milestones later', part.dates.later),
          count(section, 'Milestones earlier', part.dates.earlier),
          count(section, 'Milestones on the day', part.dates.onTheDay),
          count(section, 'Milestones added', part.dates.added),
          count(section, 'Milestones no longer there', part.dates.gone),
          count(section, 'Baselines of milestones moved', part.moves.milestones),
          count(section, 'Plans of savings lines changed', part.moves.plans),
          count(section, 'Approved figures changed', part.moves.approvals),
          ...part.savings.flatMap((one) => [
            total(section, one.year, 'Planned in the baseline', one.was),
            total(section, one.year, 'Planned now', one.now),
            total(section, one.year, 'Forecast now', one.forecast),
          ]),
          ...factsOfRows(part),
        ],
};
