import { dateInWords, monthInWords } from '#language/in-words.ts';
import type { MonthItem, ProblemInWords, ProgrammeItem } from './answers.ts';
import { element } from './element.ts';
import { hashOf } from './place.ts';
import type { ReportAsked } from './tracker.ts';

/** What fills the page: its title and its content. The first heading takes the focus. */
export interface Screen {
  readonly title: string;
  readonly content: readonly Node[];
}

const heading = (text: string): HTMLHeadingElement => element('h1', { tabindex: '-1' }, text);

export const signInScreen = (note: string | null, signIn: () => void): Screen => ({
  title: 'Sign in',
  content: [
    heading('Sign in'),
    ...(note === null ? [] : [element('p', { class: 'note', role: 'alert' }, note)]),
    element('p', {}, 'Sign in to read your programmes’ board reports.'),
    element('p', {}, element('button', { type: 'button', class: 'first', click: signIn }, 'Sign in')),
    element(
      'p',
      { class: 'aside' },
      'Your sign-in is kept in this page alone: closing or reloading it forgets who you are.',
    ),
  ],
});

const programmeItem = (programme: ProgrammeItem): HTMLLIElement =>
  element(
    'li',
    {},
    element('a', { href: hashOf(programme.id) }, programme.name),
    programme.fictional ? element('span', { class: 'tag' }, 'Fictional') : null,
    element(
      'span',
      { class: 'aside' },
      [programme.phase, programme.council].filter((part) => part !== null).join(', ') || 'Council not stated',
    ),
  );

export const programmesScreen = (programmes: readonly ProgrammeItem[]): Screen => ({
  title: 'Programmes',
  content: [
    heading('Programmes'),
    programmes.length === 0
      ? element('p', {}, 'No programme is recorded for your organisation yet.')
      : element('ul', { class: 'list' }, ...programmes.map(programmeItem)),
  ],
});

const monthItem = (programme: string, item: MonthItem): HTMLLIElement =>
  element(
    'li',
    {},
    element('a', { href: hashOf(programme, item.month) }, monthInWords(item.month)),
    element(
      'span',
      { class: 'aside' },
      `Revision ${item.revision}${item.reason === null ? '' : `: ${item.reason}`}${
        item.publishedAt === null ? '' : `, published ${dateInWords(item.publishedAt.slice(0, 10))}`
      }`,
    ),
  );

const back = (hash: string, text: string): HTMLElement =>
  element('nav', { class: 'back', 'aria-label': 'Back' }, element('a', { href: hash }, text));

export const monthsScreen = (programme: string, name: string, months: readonly MonthItem[]): Screen => ({
  title: name,
  content: [
    back('#/', 'All programmes'),
    heading(name),
    element('h2', {}, 'Board reports'),
    months.length === 0
      ? element('p', {}, 'No report is published yet.')
      : element('ul', { class: 'list' }, ...months.map((item) => monthItem(programme, item))),
  ],
});

export interface ReportActions {
  readonly print: () => void;
  readonly json: () => void;
  readonly html: () => void;
  readonly paper: () => void;
  readonly csv: () => void;
  readonly workbook: () => void;
  readonly archive: () => void;
}

/**
 * The way from one view of a report to the other. It is offered to nobody who would see the same at both: where nothing is
 * withheld, or whoever asked for all that they may read and was shown the public view.
 */
const otherView = (
  { programme, month, publicView }: ReportAsked,
  shown: 'full' | 'public' | null,
): readonly HTMLElement[] =>
  publicView || shown === 'full'
    ? [
        element(
          'p',
          { class: 'aside' },
          element(
            'a',
            { href: hashOf(programme, month, !publicView) },
            publicView ? 'Show everything that you may read' : 'Show the public view: what the council may publish',
          ),
        ),
      ]
    : [];

export const reportScreen = (
  asked: ReportAsked,
  { title, shown }: { readonly title: string; readonly shown: 'full' | 'public' | null },
  frame: HTMLIFrameElement,
  actions: ReportActions,
): Screen => ({
  title,
  content: [
    back(hashOf(asked.programme), 'All months'),
    heading(title),
    ...otherView(asked, shown),
    element(
      'div',
      { class: 'actions', role: 'group', 'aria-label': 'Print or download this report' },
      element('button', { type: 'button', click: actions.print }, 'Print'),
      element('button', { type: 'button', click: actions.html }, 'Download HTML'),
      element('button', { type: 'button', click: actions.paper }, 'Download PDF'),
      element('button', { type: 'button', click: actions.workbook }, 'Download Excel'),
      element('button', { type: 'button', click: actions.csv }, 'Download CSV'),
      element('button', { type: 'button', click: actions.archive }, 'Download ZIP of a CSV for each section'),
      element('button', { type: 'button', click: actions.json }, 'Download JSON'),
    ),
    element('div', { class: 'frame' }, frame),
    element(
      'p',
      { class: 'on-paper' },
      'To print this report, use the Print button of its page, or download the HTML and print that.',
    ),
  ],
});

export const problemScreen = (problem: ProblemInWords, again: () => void): Screen => ({
  title: problem.title,
  content: [
    back('#/', 'All programmes'),
    heading(problem.title),
    ...(problem.detail === null ? [] : [element('p', {}, problem.detail)]),
    ...(problem.faults.length === 0
      ? []
      : [element('ul', {}, ...problem.faults.map((fault) => element('li', {}, fault)))]),
    ...(problem.mayPass ? [element('p', {}, element('button', { type: 'button', click: again }, 'Try again'))] : []),
  ],
});

export const nowhereScreen = (): Screen => ({
  title: 'Nothing here',
  content: [
    heading('There is nothing at this address'),
    element('p', {}, element('a', { href: '#/' }, 'All programmes')),
  ],
});
