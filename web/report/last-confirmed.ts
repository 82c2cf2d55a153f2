import { ageInWords, dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import type { Report, ReportContent } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { count, type Fact, words } from './fact.ts';
import { section, subject, table } from './layout.ts';

type Confirmed = NonNullable<ReportContent['lastConfirmed']>;

const nameOf = ({ by }: Confirmed, register: string): string =>
  by.find(({ key }) => key === register)?.name ?? register;

/** When what holds until somebody says otherwise was last confirmed, and what of it is old; absent in reports by `rules-1`. */
export const lastConfirmed = ({ content }: Pick<Report, 'content'>): Html | null => {
  const { lastConfirmed: confirmed, observationEnd } = content;
  if (confirmed === undefined) return null;
  const today = dayOf(observationEnd);
  const since = (day: string): string => `${dateInWords(day)}, ${ageInWords(day, today)}`;
  return section(
    'last-confirmed',
    'When it was last confirmed',
    html`<p>Last confirmed: recorded, changed, or reviewed without a change.</p>`,
    table({
      caption: 'How old what is recorded is',
      columns: [
        { head: 'What' },
        { head: 'In all', figures: true },
        { head: 'Not confirmed for three months', figures: true },
        { head: 'The oldest was last confirmed' },
      ],
      rows: confirmed.by
        .filter(({ total }) => total > 0)
        .map(({ name, total, old, oldestOn }) => [name, total, old, oldestOn === null ? '' : since(oldestOn)]),
      none: 'Nothing that could grow old is recorded.',
    }),
    table({
      caption: 'Not confirmed for three months, the ten oldest',
      columns: [{ head: 'What' }, { head: 'Kind' }, { head: 'Review' }, { head: 'Last confirmed' }],
      rows: confirmed.old.rows.map((one) => [
        one.what,
        nameOf(confirmed, one.register),
        subject(one),
        since(one.confirmedOn),
      ]),
      none: 'All of it was confirmed within three months.',
      total: confirmed.old.total,
    }),
  );
};

export const factsOfLastConfirmed = ({ lastConfirmed: confirmed, observationEnd }: ReportContent): readonly Fact[] =>
  confirmed === undefined
    ? []
    : [
        ...confirmed.by.flatMap(({ name, total, old }) =>
          total === 0
            ? []
            : [count('Last confirmed', name, total), count('Last confirmed', `${name}: not for three months`, old)],
        ),
        ...confirmed.old.rows.map((one) =>
          words(
            'Last confirmed',
            one.title,
            nameOf(confirmed, one.register),
            `${one.what}: last confirmed ${dateInWords(one.confirmedOn)}, ${ageInWords(one.confirmedOn, dayOf(observationEnd))}`,
          ),
        ),
      ];
