import type { Instant, LocalDate } from '#language/time.ts';
import type { Role } from '#schemas/people.ts';
import type { ShownFault } from '../design/error-summary.ts';
import type { FormValues } from '../forms/form-values.ts';
import type { Html } from '../html.ts';
import type { WrittenSheet } from '../workbook/sheet.ts';
import type { Whose } from '../workbook/whose.ts';
import { type Answers, type Api, askAll, type Questions } from './question.ts';

/** Who looks at a page. */
export interface Viewer {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Where somebody is, and who they are. */
export interface At {
  /** The address of the page, without what follows the question mark. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly today: LocalDate;
  /** Goes into every form: without it nothing that a form sends is done. */
  readonly token: string;
  /** A key for a form, the same each time that this person opens the same form in this session: the back button makes no second one. */
  readonly keyOf: (form: string) => string;
  /** A key that nobody has used before. */
  readonly newKey: () => string;
  /** What time it is by now: `now` is when the request began. */
  readonly clock: () => Instant;
  /** A long text made short, for a hidden field under its `packedName`. */
  readonly pack: (text: string) => string;
  /** What was filled in before the session ended, or before somebody went back to the form. */
  readonly kept?: FormValues;
  /** Set where what was filled in is here because somebody came back to the page, and not because they were signed out. */
  readonly isBack?: true;
  /** From when what is recorded in this programme is true, as chosen in this session: `now`, or the month that was open. */
  readonly recording?: string;
  /** What the forms of this session added, by their keys. */
  readonly added?: Readonly<Record<string, string>>;
  /** Of a form: the day from which what is filled in is true. */
  readonly trueOn?: LocalDate;
  /** What was filled in on another form, which this one is opened with. */
  readonly handedOn?: HandedOn;
}

export interface HandedOn {
  readonly values: FormValues;
  /** Why it is here, above the form. */
  readonly above: Html;
}

export interface Crumb {
  readonly text: string;
  readonly to: string;
}

/** A page without the frame that every page has. */
export interface Page {
  readonly title: string;
  /** What the page is about, in small letters above its title. */
  readonly caption?: string;
  readonly crumbs: readonly Crumb[];
  readonly faults?: readonly ShownFault[];
  readonly body: Html;
}

export type Reply =
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly page: Page;
      /** Of a page that shows what was done with a form: what `open` shows it again by. Other pages are made again of what was sent. */
      readonly shownBy?: FormValues;
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly body: string;
      readonly isBase64?: true;
    }
  /** A workbook to be filled in, or its sheets as an archive of texts, which the host writes. */
  | {
      readonly kind: 'workbook';
      readonly name: string;
      readonly as?: 'texts';
      readonly sheets: readonly WrittenSheet[];
      readonly whose: Whose;
    }
  | {
      readonly kind: 'to';
      readonly path: string;
      readonly notice?: string;
      readonly undo?: string;
      /** What was chosen for the rest of the session, as `At.recording`. */
      readonly recording?: string;
      /** What a form added, by its key. */
      readonly added?: { readonly key: string; readonly id: string };
    };

/** A screen as its host serves it. */
export interface Screen {
  /** `/pages/programmes/{programmeId}` */
  readonly path: string;
  /** Those who may use it; everybody who is signed in unless said. The API decides; this is for links and first words. */
  readonly roles?: readonly Role[];
  readonly open: (at: At, api: Api) => Promise<Reply>;
  readonly send?: (at: At, api: Api, sent: FormValues) => Promise<Reply>;
}

export const may = ({ roles }: Viewer, those: readonly Role[]): boolean => roles.some((role) => those.includes(role));

/**
 * A page that is read. `asks` is asked all at once; `thenAsks`, which may rest on the answers, after that: a page costs at most these two
 * calls one after the other.
 */
export const screen = <Q extends Questions, T extends Questions = Record<never, never>>(given: {
  readonly path: string;
  readonly roles?: readonly Role[];
  readonly asks: (at: At) => Q;
  readonly thenAsks?: (answers: Answers<Q>, at: At) => T;
  readonly show: (answers: Answers<Q>, at: At, more: Answers<T> | undefined) => Page;
}): Screen => ({
  path: given.path,
  ...(given.roles === undefined ? {} : { roles: given.roles }),
  open: async (at, api) => {
    const { answers } = await askAll(given.asks(at), api);
    const more = given.thenAsks === undefined ? undefined : (await askAll(given.thenAsks(answers, at), api)).answers;
    return { kind: 'page', status: 200, page: given.show(answers, at, more) };
  },
});
