import { dayOf } from '#language/time.ts';
import { type FormValues, formOfPage, formToken } from '#web/forms/form-values.ts';
import type { FoundScreen } from '#web/pages/routes.ts';
import type { At, Reply } from '#web/pages/screen.ts';
import { apiFor } from './api.ts';
import { isFormToken, keyOfForm, pageOfToken, tokenOnPage } from './form-token.ts';
import { formToKeep, keepForm, keptForm, noting, shownAgain } from './kept-forms.ts';
import { pack, unpackedForm } from './packed-values.ts';
import type { PageRequest } from './page-request.ts';
import type { PagesSetting } from './pages-setting.ts';
import { addedWith, type OpenSession, saveSession, type Tokens } from './session.ts';

/** Somebody who is signed in, with a token that the API takes. */
export interface SignedIn {
  readonly open: OpenSession;
  readonly tokens: Tokens;
}

export interface Asking {
  readonly setting: PagesSetting;
  readonly request: PageRequest;
  readonly found: FoundScreen;
  readonly signedIn: SignedIn;
  readonly deadline: AbortSignal;
}

const atOf = (setting: PagesSetting, request: PageRequest, found: FoundScreen, { session }: OpenSession): At => {
  const now = setting.now();
  const kept = session.waiting?.find(({ path }) => path === request.path);
  const recording = session.recording?.[found.params.programmeId ?? ''];
  const page = request.method === 'GET' ? request.query[formOfPage] : undefined;
  let keys = 0;
  // A page that is asked for again has the keys that it had.
  const keyHere = (): string => keyOfForm(session.formSecret, `${request.path} ${page} ${++keys}`);
  return {
    path: request.path,
    params: found.params,
    query: request.query,
    viewer: session.viewer,
    now,
    today: dayOf(now),
    token: tokenOnPage(session.formSecret, page),
    keyOf: (form) => keyOfForm(session.formSecret, form),
    newKey: page === undefined ? setting.newKey : keyHere,
    clock: setting.now,
    pack,
    ...(kept === undefined ? {} : { kept: unpackedForm(kept.values) }),
    ...(recording === undefined ? {} : { recording }),
    ...(session.added === undefined ? {} : { added: session.added }),
  };
};

const withoutWaiting = ({ id, session }: OpenSession, of: string): OpenSession => ({
  id,
  session: { ...session, waiting: (session.waiting ?? []).filter(({ path }) => path !== of) },
});

/** What a form that was sent leaves for the rest of the session: from when what is recorded in its programme is true, and what it added. */
const afterForm = (
  { id, session }: OpenSession,
  { params }: At,
  { recording, added }: Extract<Reply, { kind: 'to' }>,
): OpenSession => {
  const chosen =
    recording === undefined
      ? session
      : { ...session, recording: { ...session.recording, [params.programmeId ?? '']: recording } };
  return { id, session: added === undefined ? chosen : addedWith(chosen, added) };
};

const isAway = (status: number): boolean => status === 429 || status >= 500;

/**
 * The address of a page that a form came back as; undefined where it has none, as it is too long to be kept, or nobody can be asked for it just now. What was
 * filled in on the page before is kept as well, where that has an address: there one goes back to.
 */
const addressOfReply = async (
  { setting, request, signedIn }: Asking,
  reply: Extract<Reply, { kind: 'page' }>,
  { sent, answers }: { readonly sent: FormValues; readonly answers: Parameters<typeof formToKeep>[3] },
): Promise<string | undefined> => {
  if (isAway(reply.status)) return undefined;
  const { [formToken]: token = '', ...values } = sent;
  const { session } = signedIn.open;
  const { path, headers } = request;
  // No page can be shown with a file chosen on it.
  const hasFile = headers['content-type']?.startsWith('multipart/') ?? false;
  const [here, before] = [setting.newKey().slice(0, 8), pageOfToken(token)];
  const keep = (page: string, form: Parameters<typeof keepForm>[3]) => keepForm(setting.store, session, page, form);
  try {
    const [isKept] = await Promise.all([
      keep(here, formToKeep(path, values, reply, answers)),
      before !== undefined && !hasFile && reply.shownBy === undefined && keep(before, { path, values }),
    ]);
    const query = new URLSearchParams({ ...request.query, [formOfPage]: here });
    return isKept ? `${encodeURI(path)}?${query}` : undefined;
  } catch (error) {
    // It is answered as it is: what was filled in is on it.
    setting.onFault(error);
    return undefined;
  }
};

/** What the screen answers; a form of another session is shown again, to be sent once more. */
export const replyOf = async (asking: Asking): Promise<Reply> => {
  const { setting, request, found, signedIn, deadline } = asking;
  const { open, tokens } = signedIn;
  const api = apiFor({ address: setting.apiAddress, deadline, kept: setting.kept }, tokens.access);
  const at = atOf(setting, request, found, open);
  if (request.method !== 'POST' || found.screen.send === undefined) {
    const page = request.query[formOfPage];
    const kept =
      page === undefined || found.screen.send === undefined
        ? undefined
        : await keptForm(setting.store, open.session, { page, path: request.path });
    return kept === undefined ? found.screen.open(at, api) : shownAgain(found.screen, at, api, kept);
  }
  const sent = request.form ?? {};
  if (!isFormToken(sent[formToken] ?? '', open.session.formSecret))
    return found.screen.open({ ...at, kept: sent }, api);
  const { api: noted, answers } = noting(api);
  const reply = await found.screen.send(at, noted, sent);
  if (reply.kind === 'to' && (at.kept ?? reply.recording ?? reply.added) !== undefined)
    await saveSession(setting.store, afterForm(withoutWaiting(open, request.path), at, reply));
  const address = reply.kind === 'page' ? await addressOfReply(asking, reply, { sent, answers }) : undefined;
  return address === undefined ? reply : { kind: 'to', path: address };
};
