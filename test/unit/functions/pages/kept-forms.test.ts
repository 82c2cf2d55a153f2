import { describe, expect, it } from 'vitest';
import { keepForm, keptForm, noting, shownAgain } from '#functions/pages/kept-forms.ts';
import { type Session, SessionsSeen } from '#functions/pages/session.ts';
import type { FormValues } from '#web/forms/form-values.ts';
import { html } from '#web/html.ts';
import type { Api, Sending } from '#web/pages/question.ts';
import type { At, Reply, Screen } from '#web/pages/screen.ts';
import { ringOf, tableInMemory } from '../../../support/pages-under-test.ts';

/* What a form came back as, under an address of its own (docs/adr/0115-a-form-that-comes-back-has-an-address.md). */

const path = '/pages/a-form';
const sessionOf = (subject: string, formsUnder: string): Session => ({
  viewer: { subject, name: subject, roles: ['sro'] },
  ...{ formSecret: `${subject}-secret`, formsUnder, startedAtEpochSeconds: 1_800_000_000 },
});
const tara = sessionOf('tara', 'of-tara');
const storeAt = (now: number, { items, table } = tableInMemory()) => ({
  items,
  store: { table, ring: ringOf('first'), nowEpochSeconds: () => now, seen: new SessionsSeen() },
});
const form = (values: FormValues) => ({ path, values: { ...values }, answers: {} });

describe('A form that came back', () => {
  const { store, items } = storeAt(1_800_000_100);

  it('is found by whoever sent it, at its page and address, and is sealed under a digest', async () => {
    expect(await keepForm(store, tara, 'page-1', form({ words: 'Half an hour of work' }))).toBe(true);
    expect(await keptForm(store, tara, { page: 'page-1', path })).toEqual(form({ words: 'Half an hour of work' }));
    const stored = JSON.stringify([...items]);
    for (const open of ['Half', 'page-1', path, 'of-tara']) expect(stored).not.toContain(open);
  });

  it('is found in the next session of the same person', async () => {
    const next = { ...tara, formSecret: 'another' };
    expect(await keptForm(store, next, { page: 'page-1', path })).toBeDefined();
  });

  it.each([
    ['another person', sessionOf('sam', 'of-sam'), 'page-1', path],
    ['another page', tara, 'page-2', path],
    ['another address', tara, 'page-1', '/pages/another-form'],
    ['a page that is none', tara, '../x', path],
  ])('is not there for %s', async (_, session, page, at) => {
    expect(await keptForm(store, session, { page, path: at })).toBeUndefined();
  });

  it('is nobody else’s where its item is put in the place of another', async () => {
    const one = storeAt(1_800_000_100);
    await keepForm(one.store, tara, 'page-1', form({ words: 'Of Tara' }));
    await keepForm(one.store, sessionOf('sam', 'of-sam'), 'page-1', form({ words: 'Of Sam' }));
    const [ofTara, ofSam] = [...one.items.keys()];
    const item = one.items.get(ofTara ?? '');
    if (item !== undefined) one.items.set(ofSam ?? '', { ...item, id: { S: ofSam ?? '' } });
    expect(await keptForm(one.store, sessionOf('sam', 'of-sam'), { page: 'page-1', path })).toBeUndefined();
  });

  it('is gone a day after its session', async () => {
    const one = tableInMemory();
    await keepForm(storeAt(1_800_000_100, one).store, tara, 'page-1', form({ words: 'x' }));
    const later = storeAt(1_800_000_000 + 36 * 3_600, one).store;
    expect(await keptForm(later, tara, { page: 'page-1', path })).toBeUndefined();
  });

  it('is kept where it is long, and not where an item of the store has no room for it', async () => {
    const long = 'A sentence of a business case. '.repeat(20_000);
    expect(await keepForm(store, tara, 'page-3', form({ long }))).toBe(true);
    expect((await keptForm(store, tara, { page: 'page-3', path }))?.values).toEqual({ long });
    const noise = Array.from({ length: 500_000 }, () => Math.random().toString(36).slice(2, 3)).join('');
    expect(await keepForm(store, tara, 'page-4', form({ noise }))).toBe(false);
    expect(await keptForm(store, tara, { page: 'page-4', path })).toBeUndefined();
  });
});

describe('The page of a form that came back', () => {
  const at = { path } as At;
  const page = (body: string): Reply => ({
    kind: 'page',
    status: 200,
    page: { title: 'x', crumbs: [], body: html`${body}` },
  });
  const screen: Screen = {
    path,
    open: async ({ kept, isBack }) => page(`opened with ${kept?.words ?? 'nothing'}, ${isBack ? 'back' : 'anew'}`),
    send: async (_, api, sent) => {
      const outcome = await api.send({ method: 'PUT', path: '/x', body: sent.words }, `key of ${sent.words}`);
      return outcome.kind === 'done' ? { kind: 'to', path } : page(`refused: ${outcome.problem.title}`);
    },
  };
  const sent: Sending[] = [];
  const refusing = {
    send: async (sending: Sending) => {
      sent.push(sending);
      return {
        kind: 'refused' as const,
        problem: { title: 'Too large', status: 422, code: '', detail: '', faults: [] },
      };
    },
  } as unknown as Api;
  const bodyOf = (reply: Reply): string => (reply.kind === 'page' ? String(reply.page.body) : reply.kind);

  it('says again what the API refused, and sends nothing', async () => {
    const { api, answers } = noting(refusing);
    await screen.send?.(at, api, { words: 'one' });
    expect(sent).toHaveLength(1);
    const kept = { path, values: { words: 'one' }, answers: { ...answers } };
    expect(bodyOf(await shownAgain(screen, at, refusing, kept))).toBe('refused: Too large');
    expect(sent).toHaveLength(1);
  });

  it('is the form as it was filled in where something else would be sent by now', async () => {
    const kept = { path, values: { words: 'two' }, answers: {} };
    expect(bodyOf(await shownAgain(screen, at, refusing, kept))).toBe('opened with two, back');
    expect(sent).toHaveLength(1);
  });

  it('is the form as it was filled in for who goes back to where it was sent from', async () => {
    const kept = { path, values: { words: 'three' } };
    expect(bodyOf(await shownAgain(screen, at, refusing, kept))).toBe('opened with three, back');
  });
});
