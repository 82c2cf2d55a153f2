import * as z from 'zod';
import { accessibilityPath, frontPath, pagesPath, signedInPath, signedOutPath } from '#schemas/page-routes.ts';
import { type FormValues, formToken } from '#web/forms/form-values.ts';
import { accessibilityStatement } from '#web/pages/accessibility.ts';
import { signInAddress } from '#web/pages/layout.ts';
import { notFoundPage, otherSitePage, problemPage, signedOutMeanwhilePage } from '#web/pages/plain-pages.ts';
import { type ProblemAnswer, ProblemMet } from '#web/pages/question.ts';
import { screenFinder } from '#web/pages/routes.ts';
import type { Reply } from '#web/pages/screen.ts';
import { startPage } from '#web/pages/start-page.ts';
import { SignedOut } from './api.ts';
import { clearCookie, cookieIn, noticeCookie, sessionCookie, setCookie } from './cookies.ts';
import { formTokenOf } from './form-token.ts';
import { packedForm } from './packed-values.ts';
import { contentPolicy, fileAnswer, type PageAnswer, pageAnswer, redirect } from './page-answer.ts';
import { isFromHere, type PageRequest } from './page-request.ts';
import type { PagesSetting, Showing } from './pages-setting.ts';
import { type Asking, replyOf, type SignedIn } from './reply-of.ts';
import { seal, unseal } from './sealing.ts';
import { type OpenSession, openSession, saveSession, seenSession, sessionSeconds, waitingWith } from './session.ts';
import { beginSignIn, finishSignIn, signedOut, signOut } from './signing-in.ts';

/** A token is renewed this long before it ends. */
const renewSeconds = 120;

/** The session with a token that lasts; undefined where it is over. */
const withLiveToken = async (
  { store, signIn }: PagesSetting,
  open: OpenSession | undefined,
): Promise<SignedIn | undefined> => {
  const tokens = open?.session.tokens;
  if (open === undefined || tokens === undefined) return undefined;
  const now = store.nowEpochSeconds();
  if (open.session.startedAtEpochSeconds + sessionSeconds <= now) return undefined;
  if (tokens.expiresAtEpochSeconds - renewSeconds > now) return { open, tokens };
  const renewed = await signIn.renew(tokens);
  if (renewed === undefined) return tokens.expiresAtEpochSeconds > now ? { open, tokens } : undefined;
  const next = { id: open.id, session: { ...open.session, tokens: renewed } };
  await saveSession(store, next);
  return { open: next, tokens: renewed };
};

const Notice = z.object({ text: z.string(), undo: z.string().optional() });
type Notice = z.infer<typeof Notice>;

const noticeIn = async ({ store }: PagesSetting, { cookies }: PageRequest): Promise<Notice | undefined> => {
  const sealed = cookieIn(cookies, noticeCookie);
  return sealed === undefined ? undefined : Notice.safeParse(await unseal(store.ring, 'notice', sealed)).data;
};

const showing = (
  setting: PagesSetting,
  request: PageRequest,
  open: OpenSession | undefined,
  notice: Notice | undefined,
): Showing => {
  const policy = contentPolicy(setting.issuerOrigins);
  return (status, page, cookies) =>
    pageAnswer(
      status,
      page,
      {
        viewer: open?.session.viewer,
        path: request.path,
        token: open === undefined ? '' : formTokenOf(open.session.formSecret),
        programme: /^\/pages\/programmes\/([a-z0-9-]+)/.exec(request.path)?.[1],
        notice,
        style: setting.assets.style,
        script: setting.assets.script,
      },
      policy,
      notice === undefined ? cookies : [...cookies, clearCookie(noticeCookie)],
    );
};

/** What a form is of may stand in the query, as the day of what is corrected. */
const addressOf = ({ path, rawQuery }: PageRequest): string => (rawQuery === '' ? path : `${path}?${rawQuery}`);

/** To the issuer, and back here. What was filled in waits in the session until the same person is back, or on a page where there is no session. */
const toSignIn = async (
  setting: PagesSetting,
  request: PageRequest,
  open: OpenSession | undefined,
  sent: FormValues | undefined,
): Promise<PageAnswer> => {
  const here = addressOf(request);
  if (sent === undefined) return redirect(signInAddress(here));
  const { [formToken]: _, ...values } = packedForm(sent);
  const session = open && waitingWith(open.session, { path: request.path, values });
  if (open === undefined || session === undefined)
    return showing(setting, request, undefined, undefined)(401, signedOutMeanwhilePage(here, values), []);
  await saveSession(setting.store, { id: open.id, session });
  return redirect(signInAddress(here));
};

const workbookAnswer = async (
  { loadWorkbooks, now }: PagesSetting,
  { name, sheets, as, whose }: Extract<Reply, { kind: 'workbook' }>,
): Promise<PageAnswer> => {
  const { textsToFillIn, workbookToFillIn } = await loadWorkbooks();
  const bytes = as === 'texts' ? textsToFillIn(sheets, now(), whose) : await workbookToFillIn(sheets, now(), whose);
  const body = Buffer.from(bytes).toString('base64');
  const type = as === 'texts' ? 'application/zip' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return fileAnswer({ kind: 'file', name, type, body, isBase64: true });
};

const answerOf = async (asking: Asking, show: Showing): Promise<PageAnswer> => {
  const { setting, request, signedIn } = asking;
  try {
    const reply = await replyOf(asking);
    if (reply.kind === 'page') return show(reply.status, reply.page, []);
    if (reply.kind === 'file') return fileAnswer(reply);
    if (reply.kind === 'workbook') return workbookAnswer(setting, reply);
    const { path, notice: text, undo } = reply;
    return redirect(
      path,
      text === undefined ? [] : [setCookie(noticeCookie, await seal(setting.store.ring, 'notice', { text, undo }), 60)],
    );
  } catch (error) {
    if (error instanceof SignedOut) {
      const { tokens: _, ...session } = signedIn.open.session;
      return toSignIn(setting, request, { id: signedIn.open.id, session }, request.form);
    }
    if (error instanceof ProblemMet)
      return show(
        error.problem.status,
        problemPage(error.problem, addressOf(request), request.form && packedForm(request.form)),
        [],
      );
    throw error;
  }
};

/**
 * A page to read, begun by the session as it was seen last while that is read again: the API is asked a read of the store earlier. Whoever calls shows the
 * answer only where the session is still that one.
 */
const begunAhead = (
  asking: Omit<Asking, 'signedIn'>,
  notice: Notice | undefined,
): { readonly open: OpenSession; readonly answer: Promise<PageAnswer> } | undefined => {
  const { setting, request } = asking;
  if (request.method !== 'GET') return undefined;
  const open = seenSession(setting.store, cookieIn(request.cookies, sessionCookie));
  const tokens = open?.session.tokens;
  if (open === undefined || tokens === undefined) return undefined;
  if (tokens.expiresAtEpochSeconds - renewSeconds <= setting.store.nowEpochSeconds()) return undefined;
  const answer = answerOf({ ...asking, signedIn: { open, tokens } }, showing(setting, request, open, notice));
  // Where it is not shown, nobody waits for what became of it.
  answer.catch(() => undefined);
  return { open, answer };
};

const failed: ProblemAnswer = {
  title: 'Sorry, there is a problem with the service',
  status: 500,
  code: 'fault',
  detail: 'Nothing that was saved is lost. Try again in a moment.',
  faults: [],
};

/** The pages: the way in and out, their files, and every screen; a fault is a page too. */
export const servePages = (setting: PagesSetting) => {
  const serve = serveScreens(setting);
  return async (request: PageRequest, deadline: AbortSignal): Promise<PageAnswer> => {
    try {
      return await serve(request, deadline);
    } catch (error) {
      setting.onFault(error);
      const sent = request.method === 'POST' && request.form !== undefined ? packedForm(request.form) : undefined;
      return showing(setting, request, undefined, undefined)(500, problemPage(failed, addressOf(request), sent), []);
    }
  };
};

const serveScreens = (setting: PagesSetting) => {
  const find = screenFinder(setting.screens);
  return async (request: PageRequest, deadline: AbortSignal): Promise<PageAnswer> => {
    const { method, path } = request;
    // A browser takes the part after the # along, by which the page that was here before named a report.
    if (path === frontPath) return redirect(pagesPath);
    const asset = method === 'GET' ? setting.assets.at(path) : undefined;
    if (asset !== undefined) return asset;
    const found = find(path);
    const notice = await noticeIn(setting, request);
    const begun = found === undefined ? undefined : begunAhead({ setting, request, found, deadline }, notice);
    const open = await openSession(setting.store, cookieIn(request.cookies, sessionCookie));
    if (begun !== undefined && begun.open === open) return begun.answer;
    const show = showing(setting, request, open, notice);
    if (method === 'POST' && !isFromHere(request, setting.address)) return show(403, otherSitePage, []);
    if (path === `${pagesPath}/sign-in`) return beginSignIn(setting, request);
    if (path === signedInPath) return finishSignIn(setting, request, show, deadline);
    if (path === `${pagesPath}/sign-out` && method === 'POST') return signOut(setting, open);
    if (path === signedOutPath) return signedOut(show);
    if (path === accessibilityPath) return show(200, accessibilityStatement(setting.accessibilityContact), []);
    const signedIn = await withLiveToken(setting, open);
    if (signedIn === undefined)
      return path === pagesPath && open === undefined && method === 'GET'
        ? showing(setting, request, undefined, undefined)(200, startPage(pagesPath, setting.peopleToTry), [])
        : toSignIn(setting, request, open, method === 'POST' ? request.form : undefined);
    if (found === undefined) return show(404, notFoundPage, []);
    return answerOf({ setting, request, found, signedIn, deadline }, showing(setting, request, signedIn.open, notice));
  };
};
