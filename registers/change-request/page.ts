import { ageInWords, counted, dateInWords, figureInWords, listed, totalInWords } from '#language/in-words.ts';
import { dayOf, type Instant } from '#language/time.ts';
import { labelOf } from '#schemas/choices.ts';
import type { Listed } from '#schemas/row-lists.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { dayOrLate, none, subject, table } from '#web/report/layout.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { CostOrBenefitType, poundedInWords } from '../cost-or-benefit/choices.ts';
import { ChangeDecision, type ChangeRequestsPart } from './projections.ts';

type Row = ChangeRequestsPart['openRows']['rows'][number];
type Happened = ChangeRequestsPart['inMonth']['rows'][number];
type Effects = ChangeRequestsPart['effectOfOpen'];

const whatOf = ({ what }: Pick<Happened, 'what'>): string =>
  what === 'raised' ? 'Raised' : labelOf(ChangeDecision, what);

const effectOf = (effect: Row['cost']): string => {
  if (effect === null) return 'not stated';
  const { direction, figure } = effect;
  return direction === 'none' || figure === undefined ? 'no change' : `${direction} by ${figureInWords(figure)}`;
};
const timeOf = ({ milestones, savings, costsAndBenefits }: Row | Happened): string =>
  milestones + savings + costsAndBenefits === 0
    ? 'none'
    : listed([
        ...(milestones === 0 ? [] : [counted(milestones, 'milestone')]),
        ...(savings === 0 ? [] : [counted(savings, 'savings line')]),
        ...(costsAndBenefits === 0 ? [] : [counted(costsAndBenefits, 'cost or benefit', 'costs or benefits')]),
      ]);
const effects = (one: Row | Happened): Html =>
  html`cost: ${effectOf(one.cost)}<span class="under">benefit: ${effectOf(one.benefit)}; baselines moved: ${timeOf(one)}</span>`;

const isEmpty = ({ count: figures, excluded }: Effects['cost']['more']): boolean =>
  figures === 0 && excluded.every(({ count: left }) => left === 0);
/** Only what there is: `£60,000 more; no change by 2; not stated by 1`. */
const totalsOf = ({ more, less, none: unchanged, notStated }: Effects['cost']): string => {
  const said = [
    ...(isEmpty(more) ? [] : [`${totalInWords(more)} more`]),
    ...(isEmpty(less) ? [] : [`${totalInWords(less)} less`]),
    ...(unchanged === 0 ? [] : [`no change by ${unchanged}`]),
    ...(notStated === 0 ? [] : [`not stated by ${notStated}`]),
  ];
  return said.length === 0 ? 'none' : said.join('; ');
};
const decisionOf = ({ body, reference, reason }: Happened): string =>
  body === null ? '' : [body, reference ?? 'no reference stated', ...(reason === null ? [] : [reason])].join('; ');
const firstInWords = ({ first }: ChangeRequestsPart['approvals']['rows'][number]): string =>
  first === null ? 'not in pounds' : poundedInWords(first);
const ageOf = ({ raisedOn }: Row, end: Instant): string =>
  `${dateInWords(raisedOn)}, ${ageInWords(raisedOn, dayOf(end))}`;

const monthTable = ({ rows, total }: Listed<Happened>): Html =>
  table({
    caption: 'Change requests raised and decided in the month',
    columns: ['Change request', 'Of', 'What happened', 'Effect'].map((head) => ({ head })),
    rows: rows.map((one) => [
      html`${one.changeTitle}<span class="under">asked by ${one.askedBy}</span>`,
      subject(one),
      html`${whatOf(one)}, ${dayOrLate(one)}<span class="under">${decisionOf(one)}</span>`,
      effects(one),
    ]),
    none: 'No change request was raised or decided in the month.',
    total,
  });

const openTable = ({ rows, total }: Listed<Row>, end: Instant): Html =>
  table({
    caption: 'Change requests that are not decided, the oldest first',
    columns: ['Change request', 'Of', 'Raised', 'Effect'].map((head) => ({ head })),
    rows: rows.map((one) => [
      html`${one.changeTitle}<span class="under">asked by ${one.askedBy}</span>`,
      subject(one),
      html`${ageOf(one, end)}${one.status === 'deferred' && html`<span class="under">deferred</span>`}`,
      effects(one),
    ]),
    none: 'No change request is open.',
    total,
  });

const movedTable = ({ rows, total }: ChangeRequestsPart['moved']): Html =>
  table({
    caption: 'How often baselines were moved, the most first',
    columns: [{ head: 'Of' }, { head: 'Milestones moved' }, { head: 'Moves' }, { head: 'Since the last report' }],
    rows: rows.map((one) => [subject(one), `${one.milestones}`, `${one.moves}`, `${one.movesInMonth}`]),
    none: 'No baseline was moved.',
    total,
  });

const plansTable = ({ plans: { rows, total } }: ChangeRequestsPart): Html =>
  table({
    caption: 'Plans of savings lines that were changed since business-case firmness, all years',
    columns: ['Savings line', 'Of', 'Changes', 'First plan', 'Plan now'].map((head) => ({ head })),
    rows: rows.map((one) => [one.saving, subject(one), `${one.moves}`, totalInWords(one.first), totalInWords(one.now)]),
    none: 'No plan was changed.',
    total,
  });

const approvalsTable = ({ approvals: { rows, total } }: ChangeRequestsPart): Html =>
  table({
    caption: 'Approved figures of costs and benefits that were changed',
    columns: ['Cost or benefit', 'Of', 'Changes', 'Since the last report', 'Approved first', 'Approved now'].map(
      (head) => ({ head }),
    ),
    rows: rows.map((one) => [
      html`${labelOf(CostOrBenefitType, one.type)}: ${one.costOrBenefit}`,
      subject(one),
      `${one.moves}`,
      `${one.movesInMonth}`,
      firstInWords(one),
      figureInWords(one.now),
    ]),
    none: 'No approved figure was changed.',
    total,
  });

export const changeRequestsPage: RegisterPage<ChangeRequestsPart> = {
  section: { id: 'change-requests', title: 'Change requests' },
  body: (part, { observationEnd }) => [
    ...(part.total === 0
      ? [none('No change request of a review that is counted or has ended, or of the programme, is recorded.')]
      : [
          html`<p>${counted(part.total, 'change request')}: ${part.open} open, ${part.deferred} deferred, ${part.agreed} agreed, ${part.refused} refused, ${part.withdrawn} withdrawn.</p>`,
          part.agreed > 0 &&
            html`<p>What was agreed. Cost: ${totalsOf(part.effectOfAgreed.cost)}. Benefit: ${totalsOf(part.effectOfAgreed.benefit)}.</p>`,
          part.open + part.deferred > 0 &&
            html`<p>What is not decided. Cost: ${totalsOf(part.effectOfOpen.cost)}. Benefit: ${totalsOf(part.effectOfOpen.benefit)}.</p>`,
          openTable(part.openRows, observationEnd),
        ]),
    monthTable(part.inMonth),
    movedTable(part.moved),
    plansTable(part),
    approvalsTable(part),
    part.plans.total > 0 &&
      html`<p>Plans changed ${counted(part.planMoves, 'time')}: ${totalInWords(part.plansFirst)} first, ${totalInWords(part.plansNow)} now.</p>`,
  ],
  facts: (part) => [
    count('Change requests', 'In all', part.total),
    count('Change requests', 'Open', part.open),
    count('Change requests', 'Deferred', part.deferred),
    count('Change requests', 'Agreed', part.agreed),
    count('Change requests', 'Refused', part.refused),
    count('Change requests', 'Withdrawn', part.withdrawn),
    count('Change requests', 'Baselines of milestones moved', part.moves),
    count('Change requests', 'Plans of savings lines changed', part.planMoves),
    count('Change requests', 'Approved figures of costs and benefits changed', part.approvedMoves),
    words('Change requests', 'Plans changed', 'First', totalInWords(part.plansFirst)),
    words('Change requests', 'Plans changed', 'Now', totalInWords(part.plansNow)),
    words('Change requests', 'Agreed', 'Cost', totalsOf(part.effectOfAgreed.cost)),
    words('Change requests', 'Agreed', 'Benefit', totalsOf(part.effectOfAgreed.benefit)),
    words('Change requests', 'Not decided', 'Cost', totalsOf(part.effectOfOpen.cost)),
    words('Change requests', 'Not decided', 'Benefit', totalsOf(part.effectOfOpen.benefit)),
    ...part.openRows.rows.map((one) =>
      words(
        'Change requests',
        one.title,
        one.changeTitle,
        `${one.status}, asked by ${one.askedBy}, raised ${dateInWords(one.raisedOn)}; cost: ${effectOf(one.cost)}; benefit: ${effectOf(one.benefit)}; baselines moved: ${timeOf(one)}`,
      ),
    ),
    ...part.inMonth.rows.map((one) =>
      words(
        'Change requests',
        one.title,
        `${one.changeTitle}: ${whatOf(one).toLowerCase()}`,
        [dateInWords(one.on), decisionOf(one)].filter((said) => said !== '').join('; '),
      ),
    ),
    ...part.plans.rows.map((one) =>
      words(
        'Change requests',
        one.title,
        `${one.saving}: plan changed`,
        `${counted(one.moves, 'time')}: ${totalInWords(one.first)} first, ${totalInWords(one.now)} now`,
      ),
    ),
    ...part.approvals.rows.map((one) =>
      words(
        'Change requests',
        one.title,
        `${one.costOrBenefit}: approved figure changed`,
        `${counted(one.moves, 'time')}: ${firstInWords(one)} first, ${figureInWords(one.now)} now; since the last report: ${one.movesInMonth}`,
      ),
    ),
    ...part.moved.rows.map((one) =>
      words(
        'Change requests',
        one.title,
        'Baselines moved',
        `${counted(one.moves, 'time')}, ${counted(one.milestones, 'milestone')}; since the last report: ${one.movesInMonth}`,
      ),
    ),
  ],
};
