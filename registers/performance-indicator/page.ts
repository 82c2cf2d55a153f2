import { counted, dateInWords, listed, monthInWords } from '#language/in-words.ts';
import { measuredInWords } from '#language/measured-in-words.ts';
import { labelOf } from '#schemas/choices.ts';
import { type Html, html } from '#web/html.ts';
import { count, words } from '#web/report/fact.ts';
import { none, subject, table } from '#web/report/layout.ts';
import { ratingMark } from '#web/report/rating-mark.ts';
import type { RegisterPage } from '#web/report/register-page.ts';
import { Direction, IndicatorStatus, type IndicatorsPart } from './record.ts';

type Row = IndicatorsPart['rows']['rows'][number];

const statusInWords = (status: Row['status']): string => labelOf(IndicatorStatus, status);

const statusMark = (status: Row['status']): Html | string =>
  status === 'green' || status === 'amber' || status === 'red' ? ratingMark(status) : statusInWords(status);

const barsInWords = (unit: Row['unit'], target: number | null, floor: number | null): string => {
  const bars = [
    ...(target === null ? [] : [`target ${measuredInWords(unit, target)}`]),
    ...(floor === null ? [] : [`floor ${measuredInWords(unit, floor)}`]),
  ];
  return bars.length === 0 ? 'no target stated' : bars.join(', ');
};

/** "target 80%, floor 70%", with the years that have their own, "30 to 40 expected", or that nothing is stated. */
const heldAgainst = ({ unit, target, floor, targets, expected }: Row): string => {
  if (expected !== null)
    return `${measuredInWords(unit, expected.low)} to ${measuredInWords(unit, expected.high)} expected`;
  const inForce = barsInWords(unit, target, floor);
  if (targets.length === 0) return inForce;
  const byYear = targets.map((one) => `${one.year} ${barsInWords(unit, one.target, one.floor)}`);
  return `${inForce}; by year: ${byYear.join('; ')}`;
};

/** "76% (760 of 1,000), December 2025", with the year to date where it is stated. */
const readingInWords = ({ unit, reading }: Row): string => {
  if (reading === null) return 'no reading';
  const { value, parts, words: said, yearToDate, month } = reading;
  const measured = [
    ...(value === null ? [] : [measuredInWords(unit, value, parts)]),
    ...(said === null ? [] : [said]),
  ].join('; ');
  const soFar = yearToDate === null ? '' : `; year to date ${measuredInWords(unit, yearToDate)}`;
  return `${measured}, ${monthInWords(month)}${soFar}`;
};

const directionInWords = ({ direction, unit, before, yearBefore }: Row): string => {
  if (direction === null) return 'no earlier value';
  const from = before === null ? '' : ` from ${measuredInWords(unit, before)}`;
  const year = yearBefore === null ? '' : `; a year before ${measuredInWords(unit, yearBefore)}`;
  return `${labelOf(Direction, direction)}${from}${year}`;
};

const explained = ({ reading }: Row): Html | null =>
  reading === null || (reading.commentary === null && reading.dataOn === null)
    ? null
    : html`<span class="under">${[
        ...(reading.dataOn === null ? [] : [`Data as at ${dateInWords(reading.dataOn)}.`]),
        ...(reading.commentary === null ? [] : [reading.commentary]),
      ].join(' ')}</span>`;

/** Performance indicators, the worst first. */
export const performanceIndicatorsPage: RegisterPage<IndicatorsPart> = {
  section: { id: 'performance-indicators', title: 'Performance indicators' },
  body: (part) => [
    part.total === 0
      ? none('No performance indicator is recorded.')
      : html`<p>${counted(part.total, 'performance indicator')}: ${listed(
          part.byStatus
            .filter((one) => one.count > 0)
            .map((one) => `${one.count} ${statusInWords(one.status).toLowerCase()}`),
        )}.</p>`,
    part.total > 0 &&
      table({
        caption: 'Performance indicators, the worst first',
        columns: [
          { head: 'Indicator' },
          { head: 'Of' },
          { head: 'Status' },
          { head: 'Latest reading' },
          { head: 'Held against' },
          { head: 'Direction' },
        ],
        rows: part.rows.rows.map((one) => [
          html`${one.indicatorTitle}${one.deliveredBy !== null && html`<span class="under">delivered by ${one.deliveredBy}</span>`}`,
          subject(one),
          statusMark(one.status),
          html`${readingInWords(one)}${explained(one)}`,
          heldAgainst(one),
          directionInWords(one),
        ]),
        none: '',
        total: part.rows.total,
      }),
  ],
  facts: (part) => [
    count('Performance indicators', 'In all', part.total),
    ...part.byStatus.map((one) => count('Performance indicators', statusInWords(one.status), one.count)),
    ...part.rows.rows.map((one) =>
      words(
        'Performance indicators',
        one.title,
        one.indicatorTitle,
        [
          `${statusInWords(one.status)}: ${readingInWords(one)}; ${heldAgainst(one)}; ${directionInWords(one)}`,
          ...(one.reading?.commentary == null ? [] : [one.reading.commentary]),
        ].join('. '),
      ),
    ),
  ],
};
