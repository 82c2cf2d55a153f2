import type { Role } from '#schemas/people.ts';
import { type FormValues, formKey, formToken, formVersion, nameOfPacked } from '#web/forms/form-values.ts';
import type { Api, ProblemAnswer, Question, Sending } from '#web/pages/question.ts';
import { screenFinder, screensOf } from '#web/pages/routes.ts';
import type { At, Page, Reply, Screen } from '#web/pages/screen.ts';

/** What the API answers, by its paths: a body and its ETag; a path that is not there is refused with 404. */
type Answers = Readonly<Record<string, { readonly body: unknown; readonly etag?: string }>>;

type Find = ReturnType<typeof screenFinder>;
const findAny: Find = screenFinder(screensOf());

const apiOf = (
  answers: () => Answers,
  sent: unknown[],
  refusal: () => Partial<ProblemAnswer> | undefined,
  /** What is answered to a list that is judged and not recorded. */
  check: () => Partial<ProblemAnswer> | undefined,
  onAsked: (question: Question) => void,
): Api => ({
  ask: async (question: Question) => {
    onAsked(question);
    // What was so at a day has an answer of its own, where it is given one.
    const asAt =
      question.query.asAt === undefined ? undefined : answers()[`${question.path}?asAt=${question.query.asAt}`];
    // So has what is asked of a whole list, where those of whoever looks are asked apart.
    const whole = question.query.mine === undefined ? answers()[`${question.path}?all`] : undefined;
    const found = asAt ?? whole ?? answers()[question.path];
    if (found === undefined) {
      if ('orNothing' in question) return null;
      throw new Error(`the screen asked for ${question.path}`);
    }
    return { answer: question.answer.parse(found.body), etag: found.etag ?? null } as never;
  },
  pull: async (path, type) => ({ name: `${path.split('/').at(-1)}.file`, type, base64: btoa('file') }),
  send: async (sending: Sending, key) => {
    const isCheck = Reflect.get(Object(sending.body), 'checkOnly') === true;
    if (!isCheck) sent.push({ ...sending, key });
    const refused = isCheck ? check() : refusal();
    if (refused === undefined) return { kind: 'done', body: null };
    const problem = { title: 'Refused', status: 422, code: '', detail: '', faults: [], ...refused };
    return { kind: 'refused', problem };
  },
});

const atPath = (
  address: string,
  { roles, find }: { readonly roles: readonly Role[]; readonly find: Find },
  given: Partial<At> = {},
): { at: At; screen: Screen } => {
  const [path = '', query] = address.split('?');
  const found = find(path);
  if (found === undefined) throw new Error(`no screen at ${path}`);
  return {
    screen: found.screen,
    at: {
      path,
      params: found.params,
      query: Object.fromEntries(new URLSearchParams(query)),
      viewer: { subject: 'sam', name: 'Sam', roles },
      now: '2026-11-28T12:00:00.000Z',
      today: '2026-11-28',
      token: 'the-token',
      keyOf: () => 'the-key',
      newKey: () => 'another-key',
      clock: () => '2026-11-28T12:00:00.000Z',
      pack: (text) => text,
      ...given,
    },
  };
};

/** What was packed under its own name, as whoever serves the pages hands it over. */
const unpackedNames = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [nameOfPacked(name) ?? name, value]));

const pageOf = (reply: Reply): Page => {
  if (reply.kind !== 'page') throw new Error(`no page, but ${reply.kind === 'to' ? reply.path : reply.name}`);
  return reply.page;
};

/** What is refused of what is sent: all of it, or the next alone. */
const refusals = () => {
  let refusal: Partial<ProblemAnswer> | undefined;
  let once: Partial<ProblemAnswer> | undefined;
  return {
    next: () => {
      const first = once ?? refusal;
      once = undefined;
      return first;
    },
    refuse: (problem: Partial<ProblemAnswer>) => {
      refusal = problem;
    },
    refuseOnce: (problem: Partial<ProblemAnswer>) => {
      once = problem;
    },
  };
};

/** Screens before an API that answers what it is given, and keeps what it is sent; `find`: where they are not those of every register there is. */
export const screensBefore = (
  answers: () => Answers,
  roles: readonly Role[],
  onAsked: (question: Question) => void = () => undefined,
  find: Find = findAny,
) => {
  const there = { roles, find };
  const sent: (Sending & { readonly key: string })[] = [];
  const { next, ...refusing } = refusals();
  const asked: Question[] = [];
  const checks: Partial<ProblemAnswer>[] = [];
  const api = apiOf(
    answers,
    sent,
    next,
    () => checks.shift(),
    (question) => {
      asked.push(question);
      onAsked(question);
    },
  );
  return {
    sent,
    asked,
    ...refusing,
    /** What is answered, one after the other, to lists that are judged and not recorded. */
    refuseChecks: (...problems: readonly Partial<ProblemAnswer>[]) => {
      checks.push(...problems);
    },
    opened: async (path: string, given: Partial<At> = {}): Promise<Page> => {
      const { at, screen } = atPath(path, there, given);
      const reply = await screen.open(at, api);
      // A form that adds something is led to an address of its own.
      if (reply.kind !== 'to' || !reply.path.includes('form=')) return pageOf(reply);
      const led = atPath(reply.path, there, given);
      return pageOf(await led.screen.open(led.at, api));
    },
    /** What a screen answers, whatever it is. */
    open: async (path: string): Promise<Reply> => {
      const { at, screen } = atPath(path, there);
      return screen.open(at, api);
    },
    /** What is kept as a file. */
    file: async (path: string): Promise<Extract<Reply, { kind: 'file' }>> => {
      const { at, screen } = atPath(path, there);
      const reply = await screen.open(at, api);
      if (reply.kind !== 'file') throw new Error('no file');
      return reply;
    },
    /** Sends a form that was shown at a version. */
    reply: async (path: string, values: FormValues, version = '', given: Partial<At> = {}): Promise<Reply> => {
      const { at, screen } = atPath(path, there, given);
      if (screen.send === undefined) throw new Error('no form');
      const sending = { [formToken]: 'the-token', [formKey]: 'the-key', [formVersion]: version };
      return screen.send(at, api, { ...sending, ...unpackedNames(values) });
    },
    pageOf,
  };
};

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

/** What a form would send as it is shown, as a browser reads it. */
export const heldBy = ({ body }: Page): FormValues => {
  const held: Record<string, string> = {};
  const markup = String(body);
  for (const [tag] of markup.matchAll(/<input [^>]*>/g))
    if (!/ type="(radio|checkbox)"/.test(tag) || / checked/.test(tag)) {
      const [name, value] = [attribute(tag, 'name'), attribute(tag, 'value')];
      const before = / type="checkbox"/.test(tag) ? held[name] : undefined;
      held[name] = before === undefined ? value : `${before}\n${value}`;
    }
  for (const [, tag = '', text = ''] of markup.matchAll(/(<textarea [^>]*>)\n?([^<]*)</g))
    held[attribute(tag, 'name')] = unescaped(text);
  for (const [, tag = '', options = ''] of markup.matchAll(/(<select [^>]*>)(.*?)<\/select>/gs))
    held[attribute(tag, 'name')] = attribute(/<option [^>]* selected[^>]*>/.exec(options)?.[0] ?? '', 'value');
  return held;
};
