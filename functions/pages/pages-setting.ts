import type { PersonToTry } from '#schemas/person-to-try.ts';
import type { Page, Screen } from '#web/pages/screen.ts';
import type { Assets } from './assets.ts';
import type { SignIn } from './issuer.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { PageAnswer } from './page-answer.ts';
import type { LoadWorkbooks } from './page-request.ts';
import type { SessionStore } from './session.ts';

/** What the pages are served with. */
export interface PagesSetting {
  readonly screens: readonly Screen[];
  readonly store: SessionStore;
  readonly signIn: SignIn;
  readonly assets: Assets;
  /** Where the API is. */
  readonly apiAddress: string;
  /** What this function keeps of the API's answers. */
  readonly kept: KeptAnswers;
  /** Where the pages are. */
  readonly address: string;
  readonly issuerOrigins: readonly string[];
  /** Whom the first page offers to go in as: none where people sign in as themselves. */
  readonly peopleToTry: readonly PersonToTry[];
  /** Who hears of what keeps somebody from a page, in the council's own words. */
  readonly accessibilityContact: string | undefined;
  /** What writes workbooks and reads them, loaded when the first is asked for. */
  readonly loadWorkbooks: LoadWorkbooks;
  readonly now: () => string;
  readonly newKey: () => string;
  /** Called where the issuer refused a sign-in. */
  readonly onRefused: (error: unknown) => void;
  /** Called where something failed on this side. */
  readonly onFault: (error: unknown) => void;
}

/** Puts a page into its frame. */
export type Showing = (status: number, page: Page, cookies: readonly string[]) => PageAnswer;
