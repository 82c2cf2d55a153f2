import { pounds } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { details } from '../../design/blocks.ts';
import { dataTable } from '../../design/tables.ts';
import { type Html, html } from '../../html.ts';
import { count, type Fact, share, whole, words } from '../../report/fact.ts';
import { factsOfRegisters } from '../../report/register-sections.ts';

/** A fact as it is read: its own words where it has some, else its figure; of a share, of how many. */
const factInWords = ({ low, high, of, unit, words: said, coverage }: Fact): string => {
  const written = (value: number): string => (unit === 'pounds' ? pounds(value) : String(value));
  const span =
    low === undefined || low === null
      ? undefined
      : high === undefined || high === null || high === low
        ? written(low)
        : `${written(low)} to ${written(high)}`;
  if (of !== undefined) return `${span ?? 'Not stated'} of ${of}${said ? ` (${said})` : ''}`;
  return said || span || coverage || 'Not stated';
};

const ofReviews = ({ counts, flow }: ReportContent): readonly Fact[] => [
  count('Reviews', 'Counted', counts.counted),
  ...(['stage', 'tier', 'portfolio'] as const).flatMap((by) =>
    counts[by].map((one) => share('Reviews', `${by[0]?.toUpperCase()}${by.slice(1)}: ${one.name}`, one.share)),
  ),
  count('Flow of reviews', 'At the start', flow.opening),
  count('Flow of reviews', 'Restated', flow.restatedBy),
  count('Flow of reviews', 'Entered', flow.entered.total),
  count('Flow of reviews', 'Left', flow.left.total),
  count('Flow of reviews', 'At the end', flow.closing),
  words('Flow of reviews', whole, 'Reconciles', flow.reconciles ? 'yes' : 'no'),
];

const ofSteps = ({ nextSteps }: ReportContent): readonly Fact[] =>
  nextSteps.rows.map((one) => words('Who does what next', one.subject.title, one.who, one.what));

/** Everything that a report says in figures, a section at a time. */
export const everyFigure = (content: ReportContent): Html => {
  const facts = [...ofReviews(content), ...factsOfRegisters(content), ...ofSteps(content)];
  const sections = [...Map.groupBy(facts, ({ section }) => section)];
  return html`${sections.map(([title, those]) =>
    details(
      title,
      dataTable({
        caption: title,
        captionHidden: true,
        columns: [{ head: 'About' }, { head: 'What' }, { head: 'Figure or words' }],
        rows: those.map((one) => [one.about, one.item, factInWords(one)]),
        none: 'Nothing.',
      }),
    ),
  )}`;
};
