import * as z from 'zod';
import { pagesPath } from '#schemas/page-routes.ts';
import { Me } from '#schemas/person.ts';
import { noRolePage, signedOutPage, signInFailedPage } from '#web/pages/plain-pages.ts';
import { asking, ProblemMet } from '#web/pages/question.ts';
import { apiFor, SignedOut } from './api.ts';
import { clearCookie, cookieIn, sessionCookie, setCookie, signInCookie } from './cookies.ts';
import { newFormSecret } from './form-token.ts';
import { type PageAnswer, redirect } from './page-answer.ts';
import type { PageRequest } from './page-request.ts';
import type { PagesSetting, Showing } from './pages-setting.ts';
import { seal, unseal } from './sealing.ts';
import { endSession, newSessionId, type OpenSession, openSession, saveSession, type Tokens } from './session.ts';

const Begun = z.object({
  attempt: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  to: z.string(),
});

/** Somebody may take this long at the issuer. */
const attemptSeconds = 900;

/** The way back waits in a cookie, sealed, and a browser keeps none of more than 4,096 bytes (RFC 6265bis, 5.6). */
const longestWayBack = 1_500;

/** An address of these pages, whatever an address that anybody could have written says. */
export const ownPath = (to: string | undefined): string => {
  // As a browser will read it: with `..`, encoded or not, and backslashes as it takes them.
  const here = 'https://here.invalid';
  if (to === undefined || !URL.canParse(to, here)) return pagesPath;
  const { origin, pathname, search } = new URL(to, here);
  const isOurs = origin === here && (pathname === pagesPath || pathname.startsWith(`${pagesPath}/`));
  const path = `${pathname}${search}`;
  return isOurs && path.length <= longestWayBack ? path : pagesPath;
};

/** GET …/sign-in: to the issuer, with what has to come back in a cookie. */
export const beginSignIn = async (setting: PagesSetting, { query }: PageRequest): Promise<PageAnswer> => {
  const person = setting.peopleToTry.find(({ role }) => role === query.as);
  const { attempt, to } = await setting.signIn.begin(person && `${person.role}:${person.name}`);
  const sealed = await seal(setting.store.ring, 'sign-in', { attempt, to: ownPath(query.to) });
  return redirect(to, [setCookie(signInCookie, sealed, attemptSeconds)]);
};

const viewerOf = async (setting: PagesSetting, tokens: Tokens, deadline: AbortSignal) => {
  const asked = await apiFor({ address: setting.apiAddress, deadline }, tokens.access).ask(asking('/me', Me));
  return asked === null
    ? undefined
    : { subject: asked.answer.subject, name: asked.answer.name ?? asked.answer.subject, roles: asked.answer.roles };
};

/** A session for who signed in. What waited in the one before, and what was chosen, is handed on to the same person, and to nobody else. */
const startSession = async (
  setting: PagesSetting,
  tokens: Tokens,
  before: OpenSession | undefined,
  deadline: AbortSignal,
): Promise<OpenSession | undefined> => {
  const viewer = await viewerOf(setting, tokens, deadline);
  if (viewer === undefined) return undefined;
  const { waiting, recording, added, formsUnder } =
    before?.session.viewer.subject === viewer.subject ? before.session : {};
  const started: OpenSession = {
    // A new id at each sign-in: one that somebody planted is worth nothing.
    id: newSessionId(),
    session: {
      tokens,
      viewer,
      formSecret: newFormSecret(),
      formsUnder: formsUnder ?? newFormSecret(),
      ...(waiting === undefined ? {} : { waiting }),
      ...(recording === undefined ? {} : { recording }),
      ...(added === undefined ? {} : { added }),
      startedAtEpochSeconds: setting.store.nowEpochSeconds(),
    },
  };
  await saveSession(setting.store, started);
  if (before !== undefined) await endSession(setting.store, before.id);
  return started;
};

/** GET …/signed-in: back from the issuer. Nothing of the address is shown: anybody could have written it. */
export const finishSignIn = async (
  setting: PagesSetting,
  request: PageRequest,
  show: Showing,
  deadline: AbortSignal,
): Promise<PageAnswer> => {
  const { ring } = setting.store;
  const forget = clearCookie(signInCookie);
  const begun = Begun.safeParse(await unseal(ring, 'sign-in', cookieIn(request.cookies, signInCookie) ?? ''));
  if (!begun.success) return show(400, signInFailedPage, [forget]);
  let tokens: Tokens;
  try {
    tokens = await setting.signIn.finish(request.rawQuery, begun.data.attempt);
  } catch (error) {
    setting.onRefused(error);
    return show(400, signInFailedPage, [forget]);
  }
  const before = await openSession(setting.store, cookieIn(request.cookies, sessionCookie));
  try {
    const started = await startSession(setting, tokens, before, deadline);
    return started === undefined
      ? show(403, noRolePage, [forget])
      : redirect(begun.data.to, [forget, setCookie(sessionCookie, started.id)]);
  } catch (error) {
    if (error instanceof SignedOut || (error instanceof ProblemMet && error.problem.status === 403))
      return show(403, noRolePage, [forget]);
    throw error;
  }
};

/** POST …/sign-out: the session goes, here and at the issuer. */
export const signOut = async (setting: PagesSetting, open: OpenSession | undefined): Promise<PageAnswer> => {
  if (open !== undefined) await endSession(setting.store, open.id);
  const to = await setting.signIn.endOfSession().catch(() => undefined);
  return redirect(to ?? `${pagesPath}/signed-out`, [clearCookie(sessionCookie)]);
};

export const signedOut = (show: Showing): PageAnswer => show(200, signedOutPage, []);
