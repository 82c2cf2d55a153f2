import { createHash } from 'node:crypto';
import * as z from 'zod';
import { readSession, writeSession } from '#store/sessions/session-items.ts';
import type { FormValues } from '#web/forms/form-values.ts';
import { type Api, ProblemAnswer, type Sent } from '#web/pages/question.ts';
import type { At, Reply, Screen } from '#web/pages/screen.ts';
import { mostUnpacked, pack, packedForm, unpack, unpackedForm } from './packed-values.ts';
import { seal, unseal } from './sealing.ts';
import { keptUntil, type Session, type SessionStore } from './session.ts';

/*
 * What was sent with a form and came back as a page: kept under an address of its own, to which the browser is led, so that going back, going forward and
 * reading it again ask for pages and send nothing (docs/adr/0115-a-form-that-comes-back-has-an-address.md). Of the record nothing is kept but what the API
 * refused: the page is made anew each time.
 */

const Answered = z.union([
  z.object({ kind: z.literal('done'), body: z.unknown() }),
  z.object({ kind: z.literal('refused'), problem: ProblemAnswer }),
]);

const KeptForm = z.object({
  path: z.string(),
  values: z.record(z.string(), z.string()),
  /** What the API answered when it was sent, by the keys of the requests; absent where the page is the form as it was filled in. */
  answers: z.record(z.string(), Answered).optional(),
});
export type KeptForm = z.infer<typeof KeptForm>;

/** An item of the store has 400 KB, and some bytes go to the other attributes. */
const longestSealed = 400_000;

const isPage = (page: string): boolean => /^[A-Za-z0-9-]{1,40}$/.test(page);

/** A page that somebody has open: which, and at what address. */
interface PageOfForm {
  readonly page: string;
  readonly path: string;
}

const digestOf = ({ formsUnder, formSecret }: Session, { page, path }: PageOfForm): string =>
  createHash('sha256')
    .update(`${formsUnder ?? formSecret} ${page} ${path}`)
    .digest('hex');

/** Keeps a form under a page of somebody's; false where there is no room for it. */
export const keepForm = async (
  store: SessionStore,
  session: Session,
  page: string,
  form: KeptForm,
): Promise<boolean> => {
  if (!isPage(page)) return false;
  const of = digestOf(session, { page, path: form.path });
  const packed = pack(JSON.stringify({ ...form, values: packedForm(form.values) }));
  const sealed = await seal(store.ring, 'form', { of, packed });
  if (sealed.length > longestSealed) return false;
  await writeSession(store.table, { id: of, sealed, expiresAtEpochSeconds: keptUntil(session) });
  return true;
};

const parsed = (json: string | undefined): unknown => {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** What is kept under a page, for that address; undefined where nothing is, or nothing any more. */
export const keptForm = async (
  store: SessionStore,
  session: Session,
  { page, path }: PageOfForm,
): Promise<KeptForm | undefined> => {
  if (!isPage(page)) return undefined;
  const of = digestOf(session, { page, path });
  const item = await readSession(store.table, of, store.nowEpochSeconds());
  if (item === undefined) return undefined;
  const opened = z
    .object({ of: z.literal(of), packed: z.string() })
    .safeParse(await unseal(store.ring, 'form', item.sealed));
  const form = KeptForm.safeParse(parsed(opened.data && unpack(opened.data.packed, mostUnpacked))).data;
  return form?.path === path ? { ...form, values: unpackedForm(form.values) } : undefined;
};

/** The API, and what it has answered of what was sent, by the keys. */
export const noting = (api: Api): { readonly api: Api; readonly answers: Readonly<Record<string, Sent>> } => {
  const answers: Record<string, Sent> = {};
  const send: Api['send'] = async (sending, key) => {
    const sent = await api.send(sending, key);
    answers[key] = sent;
    return sent;
  };
  return { api: { ...api, send }, answers };
};

/** A page asked for something to be sent that was not sent when its form was. */
class NotSentThen extends Error {}

/** The API to read from: what would be sent is answered as it was then, and nothing is sent. */
const sendingNothing = (api: Api, answers: KeptForm['answers'] = {}): Api => ({
  ...api,
  send: async (_, key) => {
    const answer = answers[key];
    if (answer === undefined) throw new NotSentThen();
    return answer;
  },
});

const unlessNotSent = async (reply: Promise<Reply>): Promise<Reply | undefined> => {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof NotSentThen) return undefined;
    throw error;
  }
};

/** The page of a form that was sent, or filled in, as it is made now. */
export const shownAgain = async (screen: Screen, at: At, api: Api, { values, answers }: KeptForm): Promise<Reply> => {
  const reading = sendingNothing(api, answers);
  const { kept: _, ...here } = at;
  const asAnswered =
    answers === undefined || screen.send === undefined
      ? undefined
      : await unlessNotSent(screen.send(here, reading, values));
  if (asAnswered?.kind === 'page') return asAnswered;
  const asFilledIn = await unlessNotSent(screen.open({ ...here, kept: values, isBack: true }, reading));
  return asFilledIn ?? screen.open(here, reading);
};

/** What is to be kept of a form that came back as a page. */
export const formToKeep = (
  path: string,
  sent: FormValues,
  reply: Extract<Reply, { kind: 'page' }>,
  answers: Readonly<Record<string, Sent>>,
): KeptForm =>
  reply.shownBy === undefined
    ? { path, values: { ...sent }, answers: { ...answers } }
    : { path, values: { ...reply.shownBy } };
