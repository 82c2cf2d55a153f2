import { dateInWords } from '#language/in-words.ts';
import { LocalDate } from '#language/time.ts';
import { details, filterForm, insetText, link } from '../../design/blocks.ts';
import { checkboxes } from '../../design/choice.ts';
import { dateInput } from '../../design/date-input.ts';
import { hidden } from '../../design/input.ts';
import { dayInBoxes, dayOf } from '../../forms/day.ts';
import { type Html, html } from '../../html.ts';
import { listAddress } from '../arranging.ts';
import type { At } from '../screen.ts';

/** As of when, and with whose eyes, a page of the record is read: now and one's own unless the address says otherwise. */
export interface Reading {
  /** The end of this day. */
  readonly asAt?: LocalDate | undefined;
  readonly view?: 'public' | undefined;
  /** What is wrong with the day that was asked for. */
  readonly fault?: string | undefined;
}

export const readingIn = ({ query }: At): Reading => {
  const view = query.view === 'public' ? 'public' : undefined;
  const written = LocalDate.safeParse(query.asAt);
  if (written.success) return { asAt: written.data, view };
  const boxes = dayOf(query, 'asAt');
  return boxes.kind === 'value'
    ? { asAt: boxes.value, view }
    : boxes.kind === 'fault'
      ? { view, fault: boxes.message }
      : { view };
};

export const isOfNow = ({ asAt, view }: Reading): boolean => asAt === undefined && view === undefined;

/** What the API is asked. */
export const queryOf = ({ asAt, view }: Reading): Readonly<Record<string, string | undefined>> => ({ asAt, view });

/** The same reading at another address. */
export const readSo = (path: string, { asAt, view }: Reading): string => {
  const query = new URLSearchParams({
    ...(asAt === undefined ? {} : { asAt }),
    ...(view === undefined ? {} : { view }),
  });
  return query.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
};

/** The way to read a page as of another day or as the public does; and, on such a page, what is being read. `kept`: of the address, what stays. */
export const readingChoice = (at: At, kept: Readonly<Record<string, string>> = {}): Html => {
  const reading = readingIn(at);
  const { asAt, view, fault } = reading;
  const boxes = asAt === undefined ? at.query : dayInBoxes('asAt', asAt);
  return html`${
    !isOfNow(reading) &&
    insetText(
      `This is ${asAt === undefined ? 'today' : `as at ${dateInWords(asAt)}, with what was corrected since`}${view === undefined ? '' : ', as the public sees it'}. `,
      link(listAddress({ path: at.path, query: kept }, {}), 'Read it as it is now'),
    )
  }
${details(
  'See it as at a day, or as the public sees it',
  filterForm(
    at.path,
    dateInput({
      name: 'asAt',
      label: 'As at the end of',
      hint: 'Leave it empty for today',
      parts: ['day', 'month', 'year'],
      valueOf: (part) => boxes[`asAt/${part}`] ?? '',
      fault,
    }),
    checkboxes({
      name: 'view',
      label: 'Whose view',
      values: view === undefined ? [] : [view],
      options: [{ value: 'public', label: 'As the public sees it, without what is exempt' }],
    }),
    Object.entries(kept).map(([name, value]) => hidden(name, value)),
  ),
)}`;
};
