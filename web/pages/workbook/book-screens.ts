import { counted, listed } from '#language/in-words.ts';
import { registers } from '#registers/all.ts';
import type { Register } from '#registers/declaration.ts';
import { buttonGroup, buttonLink, heading2, link, paragraph } from '../../design/blocks.ts';
import type { FormValues } from '../../forms/form-values.ts';
import { jsonIn } from '../../forms/form-values.ts';
import { type Html, html } from '../../html.ts';
import { sheetsOfBook } from '../../workbook/book.ts';
import { planOfBook } from '../../workbook/book-plan.ts';
import { ReadFile } from '../../workbook/sheet.ts';
import { ofAnother, type Whose } from '../../workbook/whose.ts';
import { type CheckedWaiting, checkWaiting } from '../by-parts/check-waiting.ts';
import { goOn, waitingShown } from '../by-parts/going-on.ts';
import { leftOf, type Waiting, waitingIn } from '../by-parts/waiting.ts';
import { shownFrom } from '../form-dates.ts';
import { askOpenMonth, instantOf, type OpenMonth } from '../open-month.ts';
import { bookFilePath, bookPath, bookTextsPath, programmesPath } from '../paths.ts';
import type { Api } from '../question.ts';
import { crumbsOf, registerAt } from '../registers/register-at.ts';
import type { At, Page, Reply, Screen } from '../screen.ts';
import { askBook, type BookAt, type BookOf, mostEntries } from './book-at.ts';
import { notesOnTexts, sheetsOfFile } from './book-of-texts.ts';
import { checkedBook, faultsOfBook, uploadOfBook, waitingOf } from './checked-book.ts';
import { hasWorkbook } from './offered.ts';

/*
 * All registers of a review, of a programme or of a portfolio go out as one workbook, and what comes back is read, shown and then recorded by parts
 * (docs/meaning.md WRITE-34).
 */

const box = 'file';

interface Shown extends BookAt {
  readonly at: At;
  readonly of: BookOf;
}

const placeOf = ({ params }: At) => ({
  programme: params.programmeId ?? '',
  review: params.reviewId,
  portfolio: params.portfolio,
});

/** A portfolio’s rows are those of the programme: each says its review. */
const whoseOf = ({ at, of, owner }: Pick<Shown, 'at' | 'of' | 'owner'>): Whose => {
  const { programme, review } = placeOf(at);
  return {
    key: bookPath({ programme, review }),
    name: `${of === 'review' ? 'the registers of' : `the reviews of the ${of}`} “${owner}”`,
    address: bookPath(placeOf(at)),
  };
};

const reply = (
  { at, owner }: Shown,
  title: string,
  body: Html,
  { status, faults = [] }: { readonly status: number; readonly faults?: Page['faults'] },
): Reply => ({
  kind: 'page',
  status,
  page: { title, caption: owner, crumbs: crumbsOf(at, owner), ...(faults.length === 0 ? {} : { faults }), body },
});

const isOfNothing = ({ book }: Shown): boolean => book.sheets.length === 0;

const firstPage = (shown: Shown, fault?: string, where?: string): Reply => {
  const { at, of, book, entries, isTooLong } = shown;
  const one = of === 'review' ? 'this review' : `this ${of}`;
  const body = isOfNothing(shown)
    ? paragraph(
        'You keep none of its registers up to date: the transformation team and the programme office do, and have this workbook.',
      )
    : isTooLong
      ? paragraph(
          `There are more than ${mostEntries.toLocaleString('en-GB')} entries: one workbook has no room for all of them. ${of === 'review' ? 'Use the workbook of each register.' : 'Use the workbook of each review.'}`,
        )
      : html`${heading2('1. Download the workbook')}
${paragraph(`It holds a sheet for each of ${listed(book.sheets.map(({ title }) => title))}: ${counted(entries, 'row')}, with the fields of a form as columns and, grey after them, what the tracker works out. Go into a cell to read what belongs there.`)}
${buttonGroup(buttonLink(bookFilePath(placeOf(at)), 'Download the workbook', 'secondary'), link(bookTextsPath(placeOf(at)), 'Download CSV files (.zip)'))}
${heading2('2. Fill it in')}
${paragraph(`Change cells, and add rows at the end of a sheet for what is new.${book.isOverReviews ? ' A new row names its review; a row that is there stays in its review. What refers to other entries of its review names them by title or id.' : ''} An empty cell takes out what was there. A row or a sheet that you delete changes nothing.`)}
${heading2('3. Bring it back')}
${where !== undefined && paragraph(link(where, 'Bring it back where it was downloaded'))}
${uploadOfBook(at, fault)}`;
  const faults = fault === undefined ? [] : [{ message: `The workbook ${fault}`, field: box }];
  return reply(shown, `Update ${one} from one workbook`, body, { status: fault === undefined ? 200 : 422, faults });
};

const shownTo = async (of: BookOf, at: At, api: Api, all: readonly Register[]): Promise<Shown> => ({
  ...(await askBook(of, at, api, all)),
  ...{ at, of },
});

const checkedBefore = (
  { at }: Shown,
  api: Api,
  waiting: Waiting,
  { open, values }: { readonly open: OpenMonth | undefined; readonly values: FormValues },
): Promise<CheckedWaiting> =>
  checkWaiting({ at, api, effectiveAt: instantOf(open, shownFrom(open, at, values)) }, waiting);

const check = async (shown: Shown, api: Api, values: FormValues): Promise<Reply> => {
  const file = ReadFile.safeParse(jsonIn(values, box)).data;
  if (file === undefined) return firstPage(shown, 'is missing: choose it');
  if ('refused' in file) return firstPage(shown, file.refused);
  const another = ofAnother(file.sheets, whoseOf(shown));
  if (another !== undefined) return firstPage(shown, another.why, another.address);
  const read = planOfBook(shown.book, sheetsOfFile(file));
  const plan = { ...read, notes: [...notesOnTexts(file), ...read.notes] };
  const open = await askOpenMonth(shown.at, api);
  const nothing: CheckedWaiting = { waiting: { file: file.name, streams: [] }, refused: [], unchecked: 0 };
  const checked =
    plan.faults.length > 0 ? nothing : await checkedBefore(shown, api, waitingOf(file, plan), { open, values });
  const faults = [...faultsOfBook(plan, file), ...checked.refused.map((message) => ({ message }))];
  const isStopped = faults.length > 0 && leftOf(checked.waiting) === 0;
  const title = isStopped ? 'The workbook has something to put right' : 'Check what the workbook changes';
  const body = checkedBook({ ...shown, open, file, plan, checked }, values);
  return reply(shown, title, body, { status: faults.length > 0 ? 422 : 200, faults });
};

/** Whoever may write one of the registers. */
const writers = [...new Set(registers.filter(hasWorkbook).flatMap((one) => one.writers))];
const routes: Readonly<Record<BookOf, string>> = {
  programme: `${programmesPath}/{programmeId}`,
  review: `${programmesPath}/{programmeId}/reviews/{reviewId}`,
  portfolio: `${programmesPath}/{programmeId}/portfolios/{portfolio}`,
};

const bookScreen = (of: BookOf, all: readonly Register[]): Screen => ({
  path: bookPath(routes[of]),
  roles: writers,
  open: async (at, api) => {
    const waiting = waitingIn(at.kept ?? {});
    if (waiting !== undefined) return waitingShown(at, api, waiting, at.kept ?? {});
    const shown = await shownTo(of, at, api, all);
    return at.kept === undefined ? firstPage(shown) : check(shown, api, at.kept);
  },
  send: async (at, api, sent) => {
    const waiting = waitingIn(sent);
    return waiting === undefined ? check(await shownTo(of, at, api, all), api, sent) : goOn(at, api, waiting, sent);
  },
});

const bookFile = (of: BookOf, all: readonly Register[], as?: 'texts'): Screen => ({
  path: (as === 'texts' ? bookTextsPath : bookFilePath)(routes[of]),
  roles: writers,
  open: async (at, api) => {
    const shown = await shownTo(of, at, api, all);
    if (shown.isTooLong || isOfNothing(shown)) return firstPage(shown);
    const { programmeId, portfolio } = at.params;
    const { review } = registerAt(at);
    const name = [programmeId, portfolio, review].filter((part) => part !== undefined).join('-');
    const [sheets, whose] = [sheetsOfBook(shown.book), whoseOf(shown)];
    return as === 'texts'
      ? { kind: 'workbook', as, name: `${name}.zip`, sheets, whose }
      : { kind: 'workbook', name: `${name}.xlsx`, sheets, whose };
  },
});

export const bookScreens = (all: readonly Register[]): readonly Screen[] =>
  (['programme', 'review', 'portfolio'] as const).flatMap((of) => [
    bookScreen(of, all),
    bookFile(of, all),
    bookFile(of, all, 'texts'),
  ]);
