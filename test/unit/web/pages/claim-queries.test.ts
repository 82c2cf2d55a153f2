import { describe, expect, it } from 'vitest';
import type { Role } from '#schemas/people.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

/* What finance asks about a claim, on the pages of all who have a part in it (docs/meaning.md SAVINGS-30). */

const review = '/programmes/p/reviews/r';
const line = `${review}/savings/depots`;
const etag = '"saving:p/r/depots:3"';
const asked = {
  ...{ year: '2026/27', question: 'Gross or net?', by: 'fay', at: '2026-11-03T10:00:00.000Z', ofVersion: 2 },
};
const answered = { words: 'Net of rent', by: 'sam', at: '2026-11-05T10:00:00.000Z', ofVersion: 3 };
const facts = (queries: readonly object[], validations: readonly object[] = []) => ({
  ...{ validations, forecastSince: '2026-04-01T00:00:00.000Z', claimedBySubject: 'tara', queries },
});
const record = {
  ...{ title: 'Four depots', class: 'cash-releasing', mechanism: 'transformation', recurrence: 'recurring' },
  ...{ firmness: 'business-case', years: [{ year: '2026/27', plan: 200_000, claimedActual: 120_000 }] },
};
const mine = {
  programmeId: 'p',
  reviewId: 'r',
  title: 'Home care',
  stage: 'decision',
  lifecycle: 'active',
  as: 'sro',
  waits: [],
  returnsOwed: [],
};

const answers = (queries: readonly object[]) => ({
  '/programmes': { body: { items: [{ id: 'p', name: 'Futures' }], next: null } },
  '/me': {
    body: { subject: 'sam', name: 'Sam', post: null, roles: ['sro'], actsFor: [], messages: 'daily', reviews: [mine] },
  },
  '/programmes/p': {
    body: {
      id: 'p',
      record: { name: 'Futures', council: 'M', reporting: { returnsDueDay: 5 } },
      computed: { nextReport: null, nextReportDueOn: null },
    },
  },
  '/programmes/p/across/savings': {
    body: {
      items: [
        {
          review: { id: 'r', title: 'Home care', lifecycle: 'active' },
          names: { tara: 'Tara Team', fay: 'Fay Finance', sam: 'Sam Sro' },
          entry: {
            ...{ id: 'depots', record: { title: 'Four depots' }, facts: facts(queries) },
            computed: { toValidate: [{ year: '2026/27', pounds: 120_000, by: 'tara', since: null }] },
          },
        },
      ],
      next: null,
    },
  },
  [review]: {
    body: { record: { title: 'Home care', sros: [] }, facts: { stage: 'decision' }, computed: { stageName: 'D' } },
  },
  [line]: {
    body: {
      ...{ id: 'depots', record, facts: facts(queries), computed: {}, version: 3, recordedBy: 'tara', struckOut: null },
      ...{ effectiveAt: '2026-11-01T00:00:00.000Z', recordedAt: '2026-11-01T00:00:00.000Z' },
    },
    etag,
  },
});
const as = (role: Role, queries: readonly object[]) => screensBefore(() => answers(queries), [role]);
const textOf = async (role: Role, path: string, queries: readonly object[] = [asked]) =>
  String((await as(role, queries).opened(path)).body)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
const page = `/pages${line}`;

describe('The page of a savings line', () => {
  const validated = { year: '2026/27', pounds: 100_000, on: '2026-11-04', note: 'Net of rent', by: 'fay' };
  const opened = (role: Role, given: readonly object[], toValidate: readonly object[] = []) => {
    const all = answers([]);
    const entry = { ...all[line].body, facts: facts([], given), computed: { toValidate } };
    return screensBefore(() => ({ ...all, [line]: { body: entry, etag } }), [role]).opened(page);
  };
  const wordsOf = async (...asked: Parameters<typeof opened>) =>
    String((await opened(...asked)).body)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ');
  const at = { at: '2026-11-04T10:00:00.000Z', ofVersion: 3 };

  it('has what finance validated, how it differs from the claim and why', async () => {
    expect(await wordsOf('board', [{ ...validated, ...at }])).toMatch(
      /Claimed and validated .* 2026\/27 £120,000 £100,000 4 November 2026 £20,000 less than claimed Net of rent/,
    );
    expect(await wordsOf('board', [{ ...validated, ...at, pounds: 120_000 }])).toContain('As claimed');
    const dropped = { at: '2026-11-06T10:00:00.000Z', by: 'tara' };
    expect(await wordsOf('board', [{ ...validated, ...at, dropped }])).toMatch(
      /2026\/27 £100,000 4 November 2026 No longer holds The claim was changed on 6 November 2026/,
    );
    expect(await wordsOf('board', [])).not.toContain('Claimed and validated');
  });

  it('leads finance to the form of what waits, with its year, and nobody else', async () => {
    const waiting = [{ year: '2026/27', pounds: 120_000, by: 'tara', since: null }];
    expect(String((await opened('finance', [], waiting)).body)).toContain(`href="${page}/_validate/2026-27"`);
    expect(await wordsOf('sro', [], waiting)).toContain('2026/27 £120,000 Waits for finance');
  });
});

describe('Finance', () => {
  it('sees of each claim what was asked and answered last, and can ask', async () => {
    const list = '/pages/programmes/p/to-validate';
    expect(await textOf('finance', list, [])).toMatch(/Query 2026\/27 of Four depots/);
    const open = await textOf('finance', list);
    expect(open).toContain('Queried on 3 November 2026 Query again');
    expect(open).toMatch(/Query again 2026\/27 of Four depots/);
    expect(await textOf('finance', list, [{ ...asked, answered }])).toContain(
      'Queried on 3 November 2026 Answered on 5 November 2026',
    );
    expect(String((await as('transformation-team', [asked]).opened(list)).body)).not.toContain('_claim-queries');
  });

  it('asks about the year that its link names, on the version that it read, and gives no day', async () => {
    const screens = as('finance', []);
    const form = await screens.opened(`${page}/_claim-queries?year=2026%2F27`);
    const values = heldBy(form);
    expect(values).toMatchObject({ year: '2026/27' });
    expect(values).not.toHaveProperty('_from');
    await screens.reply(`${page}/_claim-queries`, { ...values, question: 'Gross or net?' }, etag);
    expect(screens.sent).toMatchObject([
      {
        ...{ method: 'POST', path: `${line}/claim-queries`, version: etag },
        body: { year: '2026/27', question: 'Gross or net?' },
      },
    ]);
  });

  it('reads it where it validates, and in its work how many were answered', async () => {
    const validate = `${page}/_validate/2026-27`;
    expect(await textOf('finance', validate, [{ ...asked, answered }])).toContain('Net of rent');
    const work = (queries: readonly object[]) => textOf('finance', '/pages', queries);
    expect(await work([{ ...asked, answered }])).toContain('1 query was answered');
    expect(await work([asked])).not.toContain('answered');
  });
});

describe('Whoever answers for the review', () => {
  it.each<Role>(['sro', 'transformation-team'])('has it in their work while it is open: %s', async (role) => {
    const work = await textOf(role, '/pages');
    expect(work).toContain("Answer finance's query on 2026/27 of Four depots".replace("'", '&#39;'));
    expect(work).toContain('Gross or net?');
    const claimChanged = { at: '2026-11-06T10:00:00.000Z', by: 'tara' };
    for (const done of [{ answered }, { claimChanged }])
      expect(await textOf(role, '/pages', [{ ...asked, ...done }])).not.toContain('Gross or net?');
  });

  it('asks for their own reviews alone, and only where a review names them', async () => {
    const screens = as('sro', [asked]);
    await screens.opened('/pages');
    expect(screens.asked.filter(({ path }) => path.endsWith('/across/savings')).map(({ query }) => query.mine)).toEqual(
      ['true'],
    );
    const board = as('board', [asked]);
    await board.opened('/pages');
    expect(board.asked.filter(({ path }) => path.endsWith('/across/savings'))).toEqual([]);
  });

  it('has, as one of the team, those of all reviews, below those of reviews that name them (SAVINGS-31)', async () => {
    const ofOther = (n: number) => ({
      review: { id: `other-${n}`, title: `Review ${n}`, lifecycle: 'active' },
      names: {},
      entry: {
        ...{ id: 'fleet', record: { title: `Fleet ${n}` } },
        facts: facts([{ ...asked, at: `2026-10-0${n}T10:00:00.000Z` }]),
        computed: { toValidate: [{ year: '2026/27', pounds: 1, by: 'tara', since: null }] },
      },
    });
    const here = answers([asked]);
    const lines = here['/programmes/p/across/savings'].body;
    const all = { ...lines, items: [...lines.items, ...[7, 3, 5, 1, 2, 4, 6].map(ofOther)] };
    const screens = (role: Role) =>
      screensBefore(
        () => ({
          ...here,
          '/programmes/p/across/savings': { body: lines },
          '/programmes/p/across/savings?all': { body: all },
        }),
        [role],
      );
    const work = String((await screens('transformation-team').opened('/pages')).body).replaceAll(/<[^>]*>/g, ' ');
    expect(work).toMatch(
      /Four depots[\s\S]*Of reviews that do not name you[\s\S]*Fleet 1[\s\S]*Fleet 2[\s\S]*Fleet 5[\s\S]*2 more:[\s\S]*claims of Futures/,
    );
    expect(work).not.toContain('Fleet 6');
    expect(String((await screens('sro').opened('/pages')).body)).not.toContain('Fleet');
  });

  it('answers beside the question, and finds it with the savings line afterwards', async () => {
    const screens = as('sro', [asked]);
    const form = await screens.opened(`${page}/_claim-answers?year=2026%2F27`);
    expect(String(form.body)).toContain('Gross or net?');
    await screens.reply(`${page}/_claim-answers`, { ...heldBy(form), answer: 'Net of rent' }, etag);
    expect(screens.sent).toMatchObject([
      { path: `${line}/claim-answers`, version: etag, body: { year: '2026/27', answer: 'Net of rent' } },
    ]);
    expect(await textOf('board', page, [{ ...asked, answered }])).toMatch(/Gross or net\?.*Net of rent/);
    expect(await textOf('board', page, [])).not.toContain('What finance asked');
  });

  it('is offered to answer on the savings line while a question is open, and not otherwise', async () => {
    const offered = 'query on a claim';
    expect(await textOf('sro', page)).toContain(offered);
    expect(await textOf('sro', page, [])).not.toContain(offered);
    expect(await textOf('sro', page, [{ ...asked, answered }])).not.toContain(offered);
  });
});
