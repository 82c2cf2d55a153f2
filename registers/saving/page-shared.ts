import { listed, poundsInWords } from '#language/in-words.ts';
import type { ReportContent } from '#schemas/report.ts';
import { type Html, html } from '#web/html.ts';
import { subject, table } from '#web/report/layout.ts';

type Savings = ReportContent['savings'];

/** What several lines save from, with each line's own word on why it is no double count. */
export const claimedTwiceTable = ({ rows, total }: NonNullable<Savings['claimedTwice']>): Html =>
  table({
    caption: 'Budget lines and contracts that several savings lines claim',
    columns: [{ head: 'What' }, { head: 'Years' }, { head: 'Claimed by' }, { head: 'Justified' }],
    rows: rows.map((one) => [
      html`${one.name}<span class="under">${one.what === 'contract' ? 'Contract' : 'Budget line'}</span>`,
      listed(one.years),
      one.lines.map(
        (line) =>
          html`${line.saving}, ${line.title}: <span class="money">${poundsInWords(line.pounds)}</span><span class="under">${line.justification ?? 'no justification stated'}</span>`,
      ),
      one.justified ? 'Yes' : 'No: a double count until it is split or justified',
    ]),
    none: '',
    total,
  });

/** Pairs of lines of which the second takes the place of the first. */
export const substitutionsTable = ({ rows, total }: NonNullable<Savings['substitutions']>): Html =>
  table({
    caption: 'Savings that another line takes the place of',
    columns: [
      { head: 'Review' },
      { head: 'Saving' },
      { head: 'Substitute' },
      { head: 'Year' },
      { head: 'Planned first', figures: true },
      { head: 'By the substitute', figures: true },
    ],
    rows: rows.map((one) => [
      subject(one),
      one.line,
      one.substitute,
      one.year,
      html`<span class="money">${poundsInWords(one.planned)}</span>`,
      html`<span class="money">${poundsInWords(one.replacedBy)}</span>`,
    ]),
    none: '',
    total,
  });
