import { dateInWords, listed, poundsInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import type { SetAside } from '#schemas/set-aside.ts';
import type { Html } from '../html.ts';
import { count, type Fact, whole, words } from './fact.ts';
import { table } from './layout.ts';
import { type RuleTo, ruleId } from './rule-id.ts';

const howInWords = ({ as, until, pounds }: SetAside['rows'][number]): string => {
  if (as === 'off') return 'switched off';
  return as === 'accepted'
    ? `accepted as known until ${until === null ? '' : dateInWords(until)}`
    : `below ${poundsInWords(pounds ?? 0)}`;
};

const reviewsInWords = ({ reviews }: SetAside['rows'][number]): string =>
  reviews === null ? 'all reviews and the programme' : listed(reviews);

/** The rules that the programme's settings switch off or accept, and how often each would have been found. */
export const setAside = ({ setAside: part }: ReportContent, ruleTo: RuleTo | undefined): Html | false =>
  part !== undefined &&
  table({
    caption: 'Left out by the programme’s settings',
    columns: [
      { head: 'Rule' },
      { head: 'How' },
      { head: 'Of which reviews' },
      { head: 'Why' },
      { head: 'Findings left out', figures: true },
    ],
    rows: part.rows.map((row) => [
      ruleTo === undefined ? row.rule : ruleId(row.rule, ruleTo),
      howInWords(row),
      reviewsInWords(row),
      row.reason ?? 'no reason given',
      row.count,
    ]),
    none: '',
  });

export const factsOfSetAside = (part: SetAside | undefined): readonly Fact[] =>
  part === undefined
    ? []
    : [
        words('Left out by the settings', whole, 'Sentence', part.sentence),
        count('Left out by the settings', 'Findings', part.findings),
        ...part.rows.map((row) =>
          words(
            'Left out by the settings',
            `${row.rule}: ${reviewsInWords(row)}`,
            `${howInWords(row)}: ${row.count}`,
            row.reason ?? 'no reason given',
          ),
        ),
      ];
