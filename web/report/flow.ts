import { counted, dateInWords, listed, monthInWords } from '#language/in-words.ts';
import type { Report, ReportContent } from '#schemas/report.ts';
import { Tier, tierNames } from '#schemas/review.ts';
import { type Html, html, type Printable } from '../html.ts';
import { flowChart } from './flow-chart.ts';
import { dayOrLate, firstOf, section, subject, table } from './layout.ts';
import { monthsInAndOut } from './months-chart.ts';
import { plain } from './names.ts';
import { wordingOf } from './wording.ts';

const term = (value: Printable, label: string): Html =>
  html`<span class="term"><span class="value">${value}</span> <span class="label">${label}</span></span>`;

const sign = (mark: string): Html => html`<span class="sign">${mark}</span>`;

const signed = (value: number): string => (value < 0 ? `−${-value}` : String(value));

const line = ({ flow }: ReportContent): Html =>
  html`<p class="flow-line">${term(flow.opening, 'at the start')} ${sign('+')} ${term(signed(flow.restatedBy), 'restated')} ${sign('+')} ${term(flow.entered.total, 'entered')} ${sign('−')} ${term(flow.left.total, 'left')} ${sign(flow.reconciles ? '=' : '≠')} ${term(flow.closing, 'at the end')}</p>`;

const movesOfStage = (content: ReportContent): Html =>
  table({
    caption: 'Moves of stage in the month',
    columns: [{ head: 'Review' }, { head: 'From' }, { head: 'To' }, { head: 'On' }, { head: 'Reason and waivers' }],
    rows: content.moves.rows.map((move) => [
      subject(move),
      move.from,
      html`${move.to}${move.direction === 'back' && html` <strong>(back)</strong>`}`,
      dayOrLate(move),
      html`${move.reason ?? (move.waived.length === 0 ? 'Gate met' : '')}${move.waived.map((waived) => html`<p class="small"><strong>Waived ${waived.criterion}:</strong> ${waived.reason}</p>`)}`,
    ]),
    none: 'No review moved stage in the month.',
    total: content.moves.total,
  });

const movedByModel = ({ movedByModel: moved }: ReportContent): Html | false =>
  moved !== undefined &&
  table({
    caption: 'Reviews moved because the programme’s stages changed: no gate was judged',
    columns: [{ head: 'Review' }, { head: 'From' }, { head: 'To' }],
    rows: moved.rows.map((one) => [subject(one), one.from, one.to]),
    none: '',
    total: moved.total,
  });

const gatesWithout = ({ gatesWithout: off = [] }: ReportContent): Html | false =>
  off.length > 0 &&
  table({
    caption: 'Criteria that the programme has switched off',
    columns: [{ head: 'Criterion' }, { head: 'What it asks for' }, { head: 'Why it is switched off' }],
    rows: off.map((one) => [one.criterion, one.sentence, one.reason]),
    none: '',
  });

const waiversInForce = ({ waiversInForce: waivers }: ReportContent): Html =>
  table({
    caption: 'Waivers in force',
    columns: [{ head: 'Review' }, { head: 'Criterion' }, { head: 'Stage' }, { head: 'Since' }, { head: 'Reason' }],
    rows: waivers.rows.map((one) => [
      subject(one),
      html`${one.criterion}${one.sentence !== undefined && html`<span class="under">${one.sentence}</span>`}`,
      one.stage,
      dateInWords(one.on),
      one.reason,
    ]),
    none: 'No waiver is in force.',
    total: waivers.total,
  });

type Flow = ReportContent['flow'];
/** The flow between any two ends. */
type FlowOfEnds = Omit<Flow, 'months' | 'ways'>;

const restatedReviews = ({ restated }: FlowOfEnds): Printable =>
  restated.rows.length === 0
    ? 'none'
    : html`${restated.rows.map(
        (one) => html`<p class="small">${one.title} (${one.change > 0 ? '+1' : '−1'}): ${one.because}</p>`,
      )}${firstOf(restated)}`;

type Moved = Flow['entered']['rows'][number] | Flow['left']['rows'][number];

const howInWords = ({ how, others = [] }: Moved): string => {
  if (how === 'not-stated') return 'in a way that is not stated,';
  if (how === 'counted-within') return `counted with ${listed(others)} from`;
  if (how === 'counted-apart') return 'counted by itself from';
  if (others.length === 0) return plain(how).toLowerCase();
  return how === 'split-in' ? `split from ${listed(others)},` : `${how} into ${listed(others)},`;
};

/** The reviews that entered or left, each with how and when. */
const reviewsThat = (moved: Flow['entered'] | Flow['left']): Printable =>
  moved.rows.length === 0
    ? 'none'
    : html`${moved.rows.map(
        (one) => html`<p class="small">${one.title}: ${howInWords(one)} ${dateInWords(one.on)}</p>`,
      )}${firstOf(moved)}`;

const flowTable = (flow: FlowOfEnds, words: { readonly opening: string; readonly restated: string }): Html =>
  table({
    caption: 'Flow of reviews',
    columns: [{ head: 'Line' }, { head: 'Reviews', figures: true }, { head: 'Which' }],
    rows: [
      ['At the start', flow.opening, words.opening],
      [words.restated, signed(flow.restatedBy), restatedReviews(flow)],
      ['Entered', flow.entered.total, reviewsThat(flow.entered)],
      ['Left', flow.left.total, reviewsThat(flow.left)],
      ['At the end', flow.closing, html`<strong>${flow.reconciles ? 'Reconciles' : 'Does not reconcile'}</strong>`],
    ],
    none: '',
  });

type FlowRows = NonNullable<Flow['byTier']>;

/** The flow of each tier or portfolio, or of the potential reviews; what moved between rows leaves the total as it was. */
const flowOf = (caption: string, head: string, rows: FlowRows = []): Html | false => {
  const showsPauses = rows.some(({ paused }) => paused !== undefined);
  if (!rows.some(({ opening, closing, entered, left }) => opening + closing + entered + left > 0)) return false;
  return table({
    caption,
    columns: [
      { head },
      ...[
        'At the start',
        'Restated',
        'Entered',
        ...(showsPauses ? ['of them resumed'] : []),
        'Moved in',
        'Left',
        ...(showsPauses ? ['of them paused'] : []),
        'Moved out',
        'At the end',
      ].map((head) => ({ head, figures: true })),
      { head: 'Check' },
    ],
    rows: rows.map((row) => [
      row.name,
      row.opening,
      signed(row.restatedBy),
      row.entered,
      ...(showsPauses ? [row.resumed ?? 0] : []),
      row.movedIn,
      row.left,
      ...(showsPauses ? [row.paused ?? 0] : []),
      row.movedOut,
      row.closing,
      row.reconciles ? 'Reconciles' : html`<strong>Does not reconcile</strong>`,
    ]),
    none: '',
  });
};

/** A row's way from the start to the end of the month: `3 +1 −2 = 2`. */
const way = ({ opening, restatedBy, entered, movedIn, left, movedOut, closing }: FlowRows[number]): string =>
  [
    opening,
    ...(restatedBy === 0 ? [] : [`${restatedBy > 0 ? '+' : '−'}${Math.abs(restatedBy)} restated`]),
    `+${entered + movedIn}`,
    `−${left + movedOut}`,
    `= ${closing}`,
  ].join(' ');

/** Each stage as a whole, and within each tier that has a review: where nothing is or was, a dash. */
const stageFlow = ({ byStage = [], byStageAndTier = [] }: Flow): Html | false => {
  const tiers = Tier.options.filter((tier) => byStageAndTier.some((row) => row.tier === tier));
  const isUsed = ({ opening, closing, entered, left, movedIn, movedOut, restatedBy }: FlowRows[number]): boolean =>
    [opening, closing, entered, left, movedIn, movedOut, restatedBy].some((one) => one !== 0);
  if (!byStage.some(isUsed)) return false;
  return table({
    caption: 'Reviews by stage and tier: at the start, in, out, and at the end',
    columns: [
      { head: 'Stage' },
      ...tiers.map((tier) => ({ head: tierNames[tier], figures: true })),
      { head: 'All', figures: true },
      { head: 'Check' },
    ],
    rows: byStage.map((row) => [
      row.name,
      ...tiers.map((tier) => {
        const cell = byStageAndTier.find((one) => one.stage === row.key && one.tier === tier);
        return cell === undefined ? '–' : way(cell);
      }),
      isUsed(row) ? html`<strong>${way(row)}</strong>` : '–',
      row.reconciles ? 'Reconciles' : html`<strong>Does not reconcile</strong>`,
    ]),
    none: '',
  });
};

const movedReviews = ({ moved }: FlowOfEnds): Html | false =>
  moved !== undefined &&
  moved.total > 0 &&
  table({
    caption: 'Reviews that moved to another tier or portfolio',
    columns: [{ head: 'Review' }, { head: 'From' }, { head: 'To' }, { head: 'On' }],
    rows: moved.rows.map((one) => [one.title, one.from, one.to, dateInWords(one.on)]),
    none: '',
    total: moved.total,
  });

/** What a revision leaves to the report of a later month, where it was recorded late; nothing where there is none. */
const inLaterReports = ({ inLaterReports: later }: ReportContent): Html | false =>
  later !== undefined &&
  later.total > 0 &&
  table({
    caption: 'Of this month, and in the report of a later one',
    columns: [{ head: 'What' }, { head: 'Review' }, { head: 'On' }, { head: 'In the report of' }],
    rows: later.rows.map((one) => [
      one.what,
      subject(one),
      one.on === null ? 'not stated' : dateInWords(one.on),
      monthInWords(one.month),
    ]),
    none: '',
    total: later.total,
  });

/** How the number of reviews came about since the last report, and whether it reconciles. */
export const flow = ({ content }: Pick<Report, 'content'>): Html =>
  section(
    'flow',
    wordingOf(content).flow,
    line(content),
    html`<p>${content.flow.sentence}</p>`,
    flowTable(content.flow, {
      opening: content.flow.openingFrom === 'last-report' ? 'as the last report closed' : 'from the record’s history',
      restated: wordingOf(content).restated,
    }),
    monthsInAndOut(content.flow),
    flowChart('tier', content.flow.byTier),
    flowOf('Flow of reviews by tier', 'Tier', content.flow.byTier),
    flowChart('portfolio', content.flow.byPortfolio),
    flowOf('Flow of reviews by portfolio', 'Portfolio', content.flow.byPortfolio),
    flowChart('stage', content.flow.byStage),
    stageFlow(content.flow),
    movedReviews(content.flow),
    flowOf('Flow of potential reviews', 'Reviews', content.flow.potential && [content.flow.potential]),
    movesOfStage(content),
    movedByModel(content),
    inLaterReports(content),
    waiversInForce(content),
    gatesWithout(content),
    html`<p class="aside">${counted(content.counts.counted, 'review is', 'reviews are')} counted: those ${content.counts.pausedCounts === false ? 'that are active; by the programme’s settings, paused ones are not' : 'active or paused'}.</p>`,
  );

/** The flow between the ends of two days, without pictures. */
export const flowOfDays = (flow: FlowOfEnds): Html =>
  section(
    'flow',
    'Reviews that came and went',
    html`<p>${flow.sentence}</p>`,
    flowTable(flow, { opening: 'as known now', restated: 'Counted otherwise by the settings since' }),
    flowOf('Flow of reviews by tier', 'Tier', flow.byTier),
    flowOf('Flow of reviews by portfolio', 'Portfolio', flow.byPortfolio),
    flowOf('Flow of reviews by stage', 'Stage', flow.byStage),
    movedReviews(flow),
    flowOf('Flow of potential reviews', 'Reviews', flow.potential && [flow.potential]),
  );
