import { describe, expect, it } from 'vitest';
import type { Role } from '#schemas/people.ts';
import { aReview, rollUp } from '../../../support/positions.ts';
import { richReport } from '../../../support/report-fixture.ts';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/p';
const room = '/pages/programmes/p/month-end/2026-10';
const digest = 'a'.repeat(64);
const about = (register: string, id: string) => ({ review: 'property', title: 'Property', register, id });
const found = (rule: string, kind: string, subject: object) => ({
  ...{ rule, kind, sentence: `What ${rule} finds.`, subject, because: `Because of ${rule}.`, evidence: [] },
});
const rows = [
  ...richReport.content.findings.rows,
  found('CON-14', 'contradiction', about('risk', 'late')),
  found('CON-11', 'contradiction', about('saving', 'depots budget-line')),
  found('GAP-05', 'data-gap', about('rating', 'assurance')),
  found('GAP-01', 'data-gap', about('review', 'property')),
];
const content = {
  ...richReport.content,
  ...{ month: '2026-10', revision: 1, revisionReason: null, early: null, findings: { total: rows.length, rows } },
};
const draft = {
  status: 'draft',
  ...{ programme: 'p', month: '2026-10', revision: 1, digest },
  madeAt: '2026-11-03T10:00:00.000Z',
  madeBy: { subject: 'olive', name: 'Olive Office' },
  keptUntil: '2026-11-17T10:00:00.000Z',
  ...{ recordedSince: false, differences: null, content },
};
const published = {
  ...{ month: '2026-10', revision: 1, contentDigest: digest, publishedAt: '2026-11-06T06:00:00.000Z', reason: null },
};
const owed = {
  review: { id: 'home-care', title: 'Home care', lifecycle: 'active', tier: '1', sros: [], lead: null },
  ...{ state: 'sent-back', overdue: true, submittedAt: '2026-11-02T09:00:00.000Z', confirmedAt: null, version: 2 },
  sentBack: { at: '2026-11-03T09:00:00.000Z', by: { subject: 'sam', name: 'Sam' }, comment: 'Say when the lease ends' },
};
const returns = {
  ...{ month: '2026-10', dueOn: '2026-11-05', expected: 9, returns: [owed] },
  counts: { missing: 0, 'sent-back': 1, unconfirmed: 0, late: 0, received: 8 },
};
interface Given {
  readonly draft?: object | null;
  readonly reports?: readonly object[];
  readonly run?: object;
  readonly record?: object;
}
const answersWith =
  ({ draft: kept = draft, reports = [], run, record = {} }: Given = {}) =>
  () => ({
    [api]: {
      body: {
        record: { name: 'Futures', reporting: { firstMonth: '2026-01', reportDay: 6, returnsDueDay: 5 }, ...record },
        computed: { nextReport: '2026-10', nextReportDueOn: '2026-11-06' },
      },
    },
    [`${api}/returns-of-month/2026-10`]: { body: returns },
    [`${api}/reports`]: { body: { items: reports, notReported: [], next: null } },
    ...(kept === null ? {} : { [`${api}/reports/2026-10/drafts/latest`]: { body: kept } }),
    ...(run === undefined ? {} : { [`${api}/report-runs/2026-10-r1`]: { body: run } }),
  });
const office: readonly Role[] = ['programme-office'];
const bodyOf = async (path: string, given: Given = {}, roles = office): Promise<string> =>
  String((await screensBefore(answersWith(given), roles).opened(path)).body);
const run = {
  ...{ id: '2026-10-r1', programme: 'p', month: '2026-10', revision: 1, kind: 'publish', state: 'running' },
  ...{ reviewsDone: 0, reviewsTotal: null, reason: null, early: false, requestedAt: '2026-11-06T06:00:00.000Z' },
  ...{ report: null, problem: null, rebuilt: null },
};

describe("the room of a month's end", () => {
  it('says who owes a return, with what was asked of them, and leads to each step', async () => {
    const text = await bodyOf(room);
    expect(text).toContain('8 of 9 confirmed; due 5 November 2026');
    expect(text).toContain('href="/pages/programmes/p/reviews/home-care/returns/2026-10"');
    expect(text).toContain('Say when the lease ends');
    for (const step of ['draft', 'draft#contradictions', 'draft#changes', 'publish'])
      expect(text).toContain(`href="${room}/${step}"`);
    expect(text).not.toContain(`href="${room}/revise"`);
  });

  it('leads to nothing that a draft would show before there is one', async () => {
    const text = await bodyOf(room, { draft: null });
    expect(text).toContain('Not made');
    expect(text).not.toContain('draft#');
    expect(text).not.toContain('/publish"');
  });

  it('offers a revision once the month is published', async () => {
    const text = await bodyOf(room, { reports: [published] });
    expect(text).toContain(`href="${room}/revise"`);
    expect(text).not.toContain('/publish"');
    expect(text).toContain('The first report of the month');
  });

  it('lets the programme office alone make the draft from here, as on its own page', async () => {
    for (const [draft, words] of [
      [null, 'Make the draft<'],
      [undefined, 'Make the draft again<'],
    ] as const) {
      const given: Given = draft === null ? { draft } : {};
      const text = await bodyOf(room, given);
      expect(text).toContain(`<form method="post" action="${room}/draft"`);
      expect(text).toContain(words);
      expect(await bodyOf(room, given, ['transformation-team'])).not.toContain('<form');
    }
  });

  it('offers publication to the programme office alone', async () => {
    expect(await bodyOf(room, {}, ['transformation-team'])).not.toContain('/publish"');
  });

  it.each([
    ['running', 'The report is being made and published'],
    ['refused', 'What was recorded since'],
  ])('says how a publication goes that is %s', async (state, words) => {
    const problem = state === 'refused' ? 'What was recorded since the draft was made changes the report.' : null;
    expect(await bodyOf(room, { run: { ...run, state, problem } })).toContain(words);
  });

  it('is found from the programme, whichever month is due', async () => {
    const screens = screensBefore(answersWith(), office);
    await expect(screens.opened('/pages/programmes/p/month-end')).rejects.toThrow(room);
  });
});

describe('a draft', () => {
  it('says that it is one, what contradicts with the form that mends it, what would change, and every figure', async () => {
    const text = await bodyOf(`${room}/draft`, {}, ['transformation-team', 'programme-office']);
    expect(text).toContain('Draft: not published.');
    expect(text).toContain('Olive Office');
    expect(text).toContain('can be accepted as known until a day');
    expect(text).toContain('A fact that is recorded late is named as such in the report of the next month.');
    for (const found of content.findings.rows) expect(text).toContain(found.because);
    // The month has ended: what was wrong in it is corrected.
    expect(text).toContain('href="/pages/programmes/p/reviews/property/risks/late/_history"');
    expect(text).toContain('href="/pages/programmes/p/reviews/property/_change"');
    for (const sentence of content.headline) expect(text).toContain(sentence.slice(0, 20).replaceAll("'", '&#39;'));
    expect(text).toContain('Flow of reviews');
    expect(text).toContain('Make the draft again');
  });

  it('begins with the page that a board would read first, which leads to no section that the draft has not', async () => {
    const { content: whole } = rollUp([aReview('property')]);
    const first = { ...draft, content: { ...content, pageOne: whole.pageOne } };
    const text = await bodyOf(`${room}/draft`, { draft: first });
    expect(text.indexOf('In short')).toBeGreaterThan(0);
    expect(text.indexOf('In short')).toBeLessThan(text.indexOf('What contradicts'));
    expect(text).toContain('What must we decide?');
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect([...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('that is being made is not said to be missing, nor offered again', async () => {
    const text = await bodyOf(`${room}/draft?run=2026-10-r1`, { draft: null, run: { ...run, kind: 'draft' } });
    expect(text).toContain('The draft is being made.');
    expect(text).not.toMatch(/No draft of this month is kept|Make the draft</);
  });

  it('leads to the entry of which something is found, and to all of them where what is found names none', async () => {
    const text = await bodyOf(`${room}/draft`, {}, ['transformation-team']);
    expect(text).toContain('href="/pages/programmes/p/reviews/property/savings/depots"');
    expect(text).toContain('href="/pages/programmes/p/reviews/property/savings/depots/_history"');
    expect(text).toContain('href="/pages/programmes/p/reviews/property/ratings"');
    expect(text).not.toContain('budget-line"');
  });

  it('can be kept in each format that the API writes, and in the public view where more is shown', async () => {
    const text = await bodyOf(`${room}/draft`);
    for (const format of ['pdf', 'xlsx', 'csv', 'zip', 'json', 'html'])
      expect(text).toContain(`href="${room}/draft/${format}"`);
    expect(text).not.toContain('view=public');
    const full = await bodyOf(`${room}/draft`, { draft: { ...draft, view: 'full' } });
    expect(full).toContain(`href="${room}/draft/pdf?view=public"`);
    expect(await bodyOf(`${room}/draft`, { draft: null })).not.toContain('/draft/pdf');
    const screens = screensBefore(answersWith({}), office);
    expect(await screens.file(`${room}/draft/pdf`)).toMatchObject({ name: 'latest.file', type: 'application/pdf' });
    expect((await screens.file(`${room}/draft/zip?view=public`)).name).toBe('latest?view=public.file');
  });

  it('is made by pressing once, and the page shows it', async () => {
    const screens = screensBefore(answersWith({ draft: null }), office);
    const reply = await screens.reply(`${room}/draft`, {});
    expect(reply).toMatchObject({ kind: 'to', path: `${room}/draft` });
    expect(screens.sent).toMatchObject([{ method: 'POST', path: `${api}/reports/2026-10/drafts`, body: {} }]);
  });

  it('is only read by others, who are referred to those that put right what is wrong', async () => {
    const text = await bodyOf(`${room}/draft`, {}, ['finance']);
    expect(text).toContain('For the transformation team or the programme office to put right.');
    expect(text).not.toContain('<form');
    expect(text).not.toContain('/_history"');
    expect(text).toContain('href="/pages/programmes/p/reviews/property/risks/late"');
  });
});

describe('publishing', () => {
  it('shows what will be published and that it cannot be undone, and names the draft that is on the page', async () => {
    const text = await bodyOf(`${room}/publish`);
    expect(text).toContain('Publishing cannot be undone.');
    expect(text).toContain(`name="draft" value="${digest}"`);
    const screens = screensBefore(answersWith(), office);
    expect(await screens.reply(`${room}/publish`, { draft: digest })).toMatchObject({ kind: 'to', path: room });
    expect(screens.sent).toMatchObject([
      { method: 'POST', path: `${api}/reports`, body: { month: '2026-10', early: false, draft: digest } },
    ]);
  });

  it('asks for a reason before the report day', async () => {
    const record = { reporting: { firstMonth: '2026-01', reportDay: 28, returnsDueDay: 5 } };
    const given = answersWith({ record });
    const late = () => ({ ...given(), [`${api}/reports`]: { body: { items: [], notReported: [], next: null } } });
    const screens = screensBefore(late, office);
    // The tests' own day is 28 November, on which October is reported.
    expect(String((await screens.opened(`${room}/publish`)).body)).not.toContain('name="reason"');
    const november = `${room.replace('2026-10', '2026-11')}/publish`;
    const ofNovember = () => ({
      ...late(),
      [`${api}/reports/2026-11/drafts/latest`]: { body: { ...draft, month: '2026-11' } },
    });
    expect(String((await screensBefore(ofNovember, office).opened(november)).body)).toContain('has not ended');
  });

  it('shows a refusal beside the draft that is kept now', async () => {
    const screens = screensBefore(answersWith(), office);
    screens.refuse({ status: 412, code: 'draft.moved', detail: 'Another draft was made since.' });
    const page = screens.pageOf(await screens.reply(`${room}/publish`, { draft: 'b'.repeat(64) }));
    expect(page.faults).toMatchObject([{ message: 'Another draft was made since.' }]);
    expect(String(page.body)).toContain(`name="draft" value="${digest}"`);
  });

  it('is not offered to who made the draft, where two people publish', async () => {
    const record = { publishedByTwo: true };
    const own = { ...draft, madeBy: { subject: 'sam', name: 'Sam' } };
    expect(await bodyOf(`${room}/publish`, { record, draft: own })).toContain('You made this draft.');
    expect(await bodyOf(`${room}/publish`, { record })).toContain('Publish this report');
  });

  it('takes a draft first, also of the revision', async () => {
    expect(await bodyOf(`${room}/publish`, { draft: null })).toContain('Make a draft and read it first.');
    expect(await bodyOf(`${room}/revise`, { reports: [published] })).toContain('Make a draft and read it first.');
    expect(await bodyOf(`${room}/revise`)).toContain('there is none to revise');
  });
});

describe('a revision', () => {
  const second = {
    ...draft,
    revision: 2,
    differences: ['Open risks: 3, was 2.'],
    content: { ...content, revision: 2 },
  };
  const given = { draft: second, reports: [published] };

  it('of which nothing differs says so, and does not press to publish it', async () => {
    const same = await bodyOf(`${room}/revise`, { ...given, draft: { ...second, differences: [] } });
    expect(same).toContain('a revision would say the same as what is published');
    expect(same).toContain('Publish this revision all the same');
    expect(same).not.toContain('govuk-button--warning');
  });

  it('leaves the one before it to be read from the month end', async () => {
    const reports = [published, { ...published, revision: 2, reason: 'Late' }];
    expect(await bodyOf(room, { reports })).toContain('href="/pages/programmes/p/reports/2026-10/revisions/1"');
  });

  it('says what differs, and needs its reason', async () => {
    expect(await bodyOf(`${room}/revise`, given)).toContain('Open risks: 3, was 2.');
    const screens = screensBefore(answersWith(given), office);
    const page = screens.pageOf(await screens.reply(`${room}/revise`, { draft: digest, reason: '' }));
    expect(page.faults).toMatchObject([{ message: 'Reason: must say why', field: 'reason' }]);
    await screens.reply(`${room}/revise`, { draft: digest, reason: 'A risk was recorded late' });
    expect(screens.sent).toMatchObject([
      { path: `${api}/reports/2026-10/revisions`, body: { reason: 'A risk was recorded late', draft: digest } },
    ]);
  });
});
