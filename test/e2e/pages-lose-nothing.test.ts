// @module-tag long
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saving } from '#registers/saving/record.ts';
import type { Walked } from '../support/page-walker.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create, recordFutures } from './pages-tracker.ts';

/*
 * Nothing typed is lost, and nothing is done twice: by the pages, the API and the issuer as deployed, and somebody who uses them as a browser does.
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
let pages: PagesForWalkers;
let team: Client;
beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  await recordFutures(await pages.client('programme-office', 'olive-office'), team);
});
afterAll(() => pages?.stop());

const path = { programmeId: 'futures', reviewId: 'home-care' };
const review = '/pages/programmes/futures/reviews/home-care';
const issueUrl = '/programmes/{programmeId}/reviews/{reviewId}/issues';
const tara = () => pages.walker('transformation-team', 'Tara Team');

const issue = (title: string) => ({
  ...{ title, description: 'It was never handed over', severity: 'medium' },
  ...{ 'raisedOn/day': '12', 'raisedOn/month': 'nov', 'raisedOn/year': '2026' },
});
const issuesCalled = async (title: string) => {
  const { items } = await answered(team.GET(issueUrl, { params: { path } }));
  return items.filter(({ record }) => record.title === title);
};
const entryUrl = `${issueUrl}/{entryId}` as const;
const putIssue = (entryId: string, change: object = {}, version?: number) =>
  answered(
    team.PUT(entryUrl, {
      params: {
        path: { ...path, entryId },
        header: version === undefined ? create : { 'If-Match': `"issue:futures/home-care/${entryId}:${version}"` },
      },
      body: {
        ...{ title: 'The survey', description: 'Missing', severity: 'low', raisedOn: '2026-11-02' },
        ...change,
      } as never,
    }),
  );
const issueNow = (entryId: string) => answered(team.GET(entryUrl, { params: { path: { ...path, entryId } } }));

/** What the last form of a page holds. */
const heldBy = ({ forms }: Walked) => forms.findLast(({ method }) => method === 'POST')?.values ?? {};

describe('Where the session ends while forms are filled in', () => {
  it('its owner signs in again and finds each of them as it was filled in; until it is sent again, nothing is done', async () => {
    await putIssue('expired');
    const browser = await tara();
    const [adding, changing] = [
      await browser.open(`${review}/issues/_new`),
      await browser.open(`${review}/issues/expired/_change`),
    ];
    const atIssuer = await pages.afterTheSession(async (through) => {
      await browser.send(adding, issue('Half an hour of work'), { through });
      return browser.send(changing, { description: 'Half an hour more' }, { through });
    });
    expect(atIssuer.title).toContain('Sign in');
    expect(await issuesCalled('Half an hour of work')).toEqual([]);
    const back = await browser.signInAt(atIssuer, 'transformation-team', 'Tara Team');
    expect(back.path).toBe(`${review}/issues/expired/_change`);
    expect(back.text).toContain('We kept what you had filled in');
    expect(heldBy(back)).toMatchObject({ title: 'The survey', description: 'Half an hour more' });
    await browser.send(back);
    expect(await issueNow('expired')).toMatchObject({ version: 2, record: { description: 'Half an hour more' } });

    const other = await browser.open(`${review}/issues/_new`);
    expect(heldBy(other)).toMatchObject(issue('Half an hour of work'));
    await browser.send(other);
    expect(await issuesCalled('Half an hour of work')).toHaveLength(1);
    expect(heldBy(await browser.open(`${review}/issues/_new`))).toMatchObject({ title: '' });
  });

  it('what was filled in is given to nobody else who signs in at that browser', async () => {
    const browser = await tara();
    const adding = await browser.open(`${review}/issues/_new`);
    const atIssuer = await pages.afterTheSession((through) =>
      browser.send(adding, issue('Of Tara alone'), { through }),
    );
    const back = await browser.signInAt(atIssuer, 'transformation-team', 'Tom Team');
    expect(heldBy(back)).toMatchObject({ title: '' });
  });

  it('by signing out on another page, the form stays on its page and goes on after they are back', async () => {
    const browser = await tara();
    const adding = await browser.open(`${review}/issues/_new`);
    const signingOut = await browser.open('/pages/programmes');
    await browser.signOut(signingOut);
    const kept = await browser.send(adding, issue('After signing out'));
    expect(kept.status).toBe(401);
    await browser.signIn('transformation-team', 'Tara Team');
    const again = await browser.send(kept);
    expect(heldBy(again)).toMatchObject(issue('After signing out'));
    await browser.send(again);
    expect(await issuesCalled('After signing out')).toHaveLength(1);
  });
});

describe('What is sent more than once', () => {
  it('at the same moment, as by a second press of the button, is done once', async () => {
    const browser = await tara();
    const adding = await browser.open(`${review}/issues/_new`);
    const sent = await Promise.all([1, 2, 3].map(() => browser.send(adding, issue('Pressed three times'))));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await issuesCalled('Pressed three times')).toHaveLength(1);
  });

  it('because the answer is late and nobody waited for it, is done once', async () => {
    const browser = await tara();
    const adding = await browser.open(`${review}/issues/_new`);
    const impatient = AbortSignal.timeout(1);
    await expect(browser.send(adding, issue('Sent again unseen'), { impatient })).rejects.toThrow();
    await browser.send(adding, issue('Sent again unseen'));
    expect(await issuesCalled('Sent again unseen')).toHaveLength(1);
  });

  it('after going back: the same is done once, and what is other in it leads to what was added, filled in', async () => {
    const browser = await tara();
    const adding = await browser.open(`${review}/issues/_new`);
    await browser.send(adding, issue('Gone back to'));
    await browser.send(adding, issue('Gone back to'));
    for (const other of [
      { ...issue('Gone back to'), description: 'Never made' },
      { ...issue('Gone back to, renamed'), description: 'Made late' },
    ]) {
      const asked = await browser.send(adding, other);
      expect(asked.status).toBe(409);
      expect(asked.text).toContain('You have added this already, with the form that you went back to.');
      expect(heldBy(asked)).toMatchObject(other);
      expect(await issuesCalled(other.title)).toHaveLength(other.title === 'Gone back to' ? 1 : 0);
      expect((await browser.send(asked)).text).toContain(`${other.title} was saved.`);
    }
    expect(await issuesCalled('Gone back to')).toEqual([]);
    expect(
      (await issuesCalled('Gone back to, renamed')).map(({ record, version }) => [record.description, version]),
    ).toEqual([['Made late', 3]]);
  });

  it('after going back it is another one where that is asked for, and so is a form that is opened again', async () => {
    const browser = await tara();
    const adding = await browser.open(`${review}/issues/_new`);
    expect(adding.path).toMatch(/\?form=\w+/);
    await browser.send(adding, issue('One of several'));
    // What a browser shows that asks for the page again on the way back is the same form.
    const back = await browser.open(adding.path);
    expect(heldBy(back)._key).toBe(heldBy(adding)._key);
    const asked = await browser.send(back, issue('Another of several'));
    const another = asked.forms.find(({ action }) => action.endsWith('/_new'));
    const added = await browser.send({ ...asked, forms: another === undefined ? [] : [another] });
    expect(added.text).toContain('Another of several was added.');
    await browser.send(await browser.open(`${review}/issues/_new`), issue('Yet another of several'));
    for (const title of ['One of several', 'Another of several', 'Yet another of several'])
      expect(await issuesCalled(title)).toHaveLength(1);
  });

  it('a change after going back: what was saved first stays, and what is changed now is added to it', async () => {
    await putIssue('gone-back');
    const browser = await tara();
    const form = await browser.open(`${review}/issues/gone-back/_change`);
    await browser.send(form, { description: 'First' });
    const saved = await browser.send(form, { description: 'First', owner: 'Estates' });
    expect(saved.text).toContain('The survey was saved.');
    expect((await issueNow('gone-back')).record).toMatchObject({ description: 'First', owner: 'Estates' });
  });

  it('of twenty savings lines is done once', async () => {
    const entries = Array.from({ length: 20 }, (_, n) => ({
      id: `line-${n + 1}`,
      record: { ...Object(saving.example), title: `Line ${n + 1}`, years: [{ year: '2026/27', plan: 9_000 }] },
    }));
    await answered(
      team.POST('/programmes/{programmeId}/reviews/{reviewId}/savings', {
        params: { path, header: { 'Idempotency-Key': 'twenty' } },
        body: { entries } as never,
      }),
    );
    const browser = await tara();
    const grid = await browser.open(`${review}/savings/_month-end`);
    const filledIn = { _from: 'now', rest: 'yes', 'lines/line-9/forecast': '9k' };
    const sent = await Promise.all([1, 2].map(() => browser.send(grid, filledIn)));
    expect(sent.map(({ text }) => text)).toEqual([
      expect.stringContaining('20 savings lines were saved.'),
      expect.stringContaining('20 savings lines were saved.'),
    ]);
    const { items } = await answered(
      team.GET('/programmes/{programmeId}/reviews/{reviewId}/savings', { params: { path } }),
    );
    expect(new Set(items.map(({ version }) => version))).toEqual(new Set([2]));
  });
});

describe('The same form in two tabs', () => {
  it('keeps what each of them changed, where it was not the same', async () => {
    await putIssue('in-two-tabs');
    const browser = await tara();
    const [one, other] = [
      await browser.open(`${review}/issues/in-two-tabs/_change`),
      await browser.open(`${review}/issues/in-two-tabs/_change`),
    ];
    await browser.send(one, { owner: 'Estates' });
    await browser.send(other, { description: 'It was never made' });
    expect((await issueNow('in-two-tabs')).record).toMatchObject({
      owner: 'Estates',
      description: 'It was never made',
    });
  });

  it('asks where both changed the same, with both beside each other, and loses neither', async () => {
    await putIssue('asked-about');
    const browser = await tara();
    const [one, other] = [
      await browser.open(`${review}/issues/asked-about/_change`),
      await browser.open(`${review}/issues/asked-about/_change`),
    ];
    await browser.send(one, { description: 'Of the first tab', owner: 'Estates' });
    const asked = await browser.send(other, { description: 'Of the second tab', severity: 'high' });
    expect(asked.text).toContain('You saved it yourself meanwhile, in another tab');
    expect(asked.text).toMatch(/Of the first tab.*Of the second tab/);
    expect((await issueNow('asked-about')).record).toMatchObject({ description: 'Of the first tab', severity: 'low' });
    await browser.send(asked);
    expect((await issueNow('asked-about')).record).toMatchObject({
      ...{ description: 'Of the second tab', owner: 'Estates', severity: 'high' },
    });
  });
});

describe('Where the store is away', () => {
  it('a form that is sent stays on the page, and is done once when the store is back', async () => {
    const browser = await tara();
    const adding = await browser.open(`${review}/issues/_new`);
    await pages.engine.kill();
    const kept = await browser.send(adding, issue('While the store was away'));
    expect(kept.status).toBeGreaterThanOrEqual(500);
    expect(kept.text).toContain('What you filled in is kept on this page.');
    await pages.engine.start();
    await browser.send(kept);
    expect(await issuesCalled('While the store was away')).toHaveLength(1);
  });
});

describe('What is of another organisation, or of nobody', () => {
  /** A page without what differs for each address and each time it is shown. */
  const withoutAddresses = ({ status, markup }: Walked): string =>
    `${status} ${markup.replaceAll(/futures|nowhere|home-care|value="[\w-]{80,}"/g, '…')}`;

  it.each([
    '/pages/programmes/futures',
    `${review}`,
    `${review}/issues`,
    `${review}/issues/_new`,
    `${review}/issues/asked-about/_change`,
    `${review}/savings/_month-end`,
    `${review}/stage`,
    '/pages/programmes/futures/month-end/2026-11',
    '/pages/programmes/futures/month-end/2026-11/draft',
    '/pages/programmes/futures/set-up',
    '/pages/programmes/futures/history',
  ])('%s is the same page as where there is none', async (address) => {
    const stranger = await pages.walker('programme-office', 'Mo Medway', 'medway');
    const theirs = await stranger.open(address);
    const nobodys = await stranger.open(address.replace('/futures', '/nowhere'));
    expect([403, 404]).toContain(theirs.status);
    expect(withoutAddresses(theirs)).toBe(withoutAddresses(nobodys));
    expect(theirs.markup).not.toContain('Home care');
  });
});
