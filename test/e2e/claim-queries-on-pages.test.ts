// @module-tag long
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { saving } from '#registers/saving/record.ts';
import { registersAcross } from '#schemas/operations/across.ts';
import { type PagesForWalkers, startPagesForWalkers } from '../support/pages-for-walkers.ts';
import { answered, type Client } from '../support/running-tracker.ts';
import { create, recordFutures } from './pages-tracker.ts';

/* Finance asks about a claim, its SRO answers, and finance validates: on pages, by the functions and the engine as deployed. */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const path = { programmeId: 'futures', reviewId: 'home-care', entryId: 'depots' };
const list = '/pages/programmes/futures/to-validate';

let pages: PagesForWalkers;
let team: Client;
beforeAll(async () => {
  pages = await startPagesForWalkers();
  team = await pages.client('transformation-team', 'theo-team');
  await recordFutures(await pages.client('programme-office', 'olive-office'), team);
  await answered(
    team.PUT('/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}', {
      params: { path, header: create },
      body: {
        ...Object(saving.example),
        title: 'Four depots',
        years: [{ year: '2026/27', plan: 9_000, claimedActual: 8_000 }],
      } as never,
    }),
  );
});
afterAll(() => pages?.stop());

it('it waits for the SRO until they answer, and finance reads the answer where it validates', async () => {
  const finance = await pages.walker('finance', 'Fay Finance');
  const [, to = ''] = /href="([^"]*_claim-queries[^"]*)"/.exec((await finance.open(list)).markup) ?? [];
  const asking = await finance.open(to);
  await finance.send(asking, { question: 'Is this net of the rent?' });
  const asked = await finance.open(list);
  expect(asked.text).toMatch(/Queried on \d+ \w+ \d{4}/);
  expect(asked.text).not.toContain('Answered on');

  const sro = await pages.walker('sro', 'Sam Sro');
  const work = await sro.open('/pages');
  expect(work.text).toContain("Answer finance's query on 2026/27 of Four depots");
  const [, answerAt = ''] = /href="([^"]*_claim-answers[^"]*)"/.exec(work.markup) ?? [];
  const answering = await sro.open(answerAt);
  expect(answering.text).toContain('Is this net of the rent?');
  const done = await sro.send(answering, { answer: 'It is: the rent ended in April' });
  expect(done.text).toContain('It is: the rent ended in April');
  expect((await sro.open('/pages')).text).not.toContain("Answer finance's query");

  expect((await finance.open('/pages')).text).toContain('1 query was answered');
  expect((await finance.open(list)).text).toMatch(/Queried on .*Answered on \d+ \w+ \d{4}/);
  const validating = await finance.open('/pages/programmes/futures/reviews/home-care/savings/depots/_validate/2026-27');
  expect(validating.text).toContain('It is: the rent ended in April');
  await finance.send(validating, { amount: 'claimed' });
  const history = await sro.open('/pages/programmes/futures/reviews/home-care/savings/depots/_history');
  expect(history.text).toMatch(/Validated.*Claim query answered.*Claim queried.*Recorded/);
  const { facts } = await answered(
    team.GET('/programmes/{programmeId}/reviews/{reviewId}/savings/{entryId}', { params: { path } }),
  );
  expect(facts).toMatchObject({
    queries: [{ question: 'Is this net of the rent?', by: 'fay-finance', answered: { by: 'sam-sro' } }],
    validations: [{ year: '2026/27', pounds: 8_000 }],
  });
});

it('the lists over all reviews open for everybody, and are filtered by what their addresses say', async () => {
  const board = await pages.walker('board', 'Bea Board');
  const programme = '/pages/programmes/futures';
  const today = await board.open(programme);
  for (const { path: register } of registersAcross) {
    expect(today.markup).toContain(`href="${programme}/${register}"`);
    const list = await board.open(`${programme}/${register}`);
    expect(list.status, register).toBe(200);
  }
  expect(today.markup).toContain(`href="${programme}/actions"`);
  expect((await board.open(`${programme}/actions`)).status).toBe(200);
  const savings = await board.open(`${programme}/savings?state=validated&sort=review`);
  expect(savings.text).toContain('Four depots');
  expect(savings.markup).toContain('href="/pages/programmes/futures/reviews/home-care/savings/depots"');
  expect((await board.open(`${programme}/savings?open=true`)).text).toContain('There are no savings like that.');
  expect((await board.open(`${programme}/savings?mine=true`)).text).toContain('There are no savings like that.');
});
