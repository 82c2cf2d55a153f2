import type { Report, ReportContent } from '#schemas/report.ts';
import { type Html, html } from '../html.ts';
import { firstOf, section, subject, table } from './layout.ts';

type Step = ReportContent['nextSteps']['rows'][number];

/** Fewer than so many stand each in a row, with why. */
const fewestTogether = 3;

/** What is asked, without why: `Name one SRO: Property has no SRO` asks to name one SRO. */
const askedIn = ({ what }: Step): string => what.split(': ', 1)[0] ?? what;

/** Where several are asked the same for the same kind of reason it is said once; why is with the findings. */
const saidOnce = (steps: readonly Step[]): readonly Step[] => {
  const times = new Map<string, number>();
  const key = (step: Step): string => JSON.stringify([step.who, askedIn(step)]);
  for (const step of steps) times.set(key(step), (times.get(key(step)) ?? 0) + 1);
  return steps.map((step) => ((times.get(key(step)) ?? 0) < fewestTogether ? step : { ...step, what: askedIn(step) }));
};

/** The same step of the same person for several reviews is one row. */
const together = (steps: readonly Step[]): readonly (readonly [Step, ...Step[]])[] => {
  const rows = new Map<string, [Step, ...Step[]]>();
  for (const step of steps) {
    const key = JSON.stringify([step.who, step.what]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [step]);
    else row.push(step);
  }
  return [...rows.values()];
};

/** What steps are about, each once; titles may hold commas. */
const subjects = (steps: readonly Step[]): Html => {
  const times = new Map<string, { readonly about: Step['subject']; readonly count: number }>();
  for (const { subject: about } of steps) {
    const key = JSON.stringify([about.review, about.title]);
    times.set(key, { about, count: (times.get(key)?.count ?? 0) + 1 });
  }
  return html`${[...times.values()].map(
    ({ about, count }, n) => html`${n > 0 && '; '}${subject(about)}${count > 1 && ` (${count} times)`}`,
  )}`;
};

export const nextSteps = ({ content }: Pick<Report, 'content'>): Html =>
  section(
    'next-steps',
    'Who does what next',
    table({
      caption: 'Next steps',
      columns: [{ head: 'Who' }, { head: 'What' }, { head: 'About' }],
      rows: together(content.pageOne === undefined ? content.nextSteps.rows : saidOnce(content.nextSteps.rows)).map(
        (steps) => [steps[0].who, steps[0].what, subjects(steps)],
      ),
      none: 'No next step follows from this report.',
    }),
    firstOf(content.nextSteps),
  );
