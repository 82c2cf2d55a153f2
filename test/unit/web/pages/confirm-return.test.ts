import { describe, expect, it } from 'vitest';
import { screensBefore } from './screen-under-test.ts';

const api = '/programmes/p/reviews/r';
const page = '/pages/programmes/p/reviews/r/returns/2026-10/_confirm';
const etag = '"return:p/r/2026-10:1"';
const total = { low: 400_000, high: 400_000, exact: true, count: 1, marked: [], excluded: [] };
const none = { low: 0, high: 0, exact: true, count: 0, marked: [], excluded: [] };
const figures = {
  stage: 'decision',
  lifecycle: 'active',
  sroRating: null,
  assuranceRating: null,
  grossExpenditure: total,
  netExpenditure: none,
  savings: [{ year: '2026/27', plan: total, forecast: total, claimedPounds: 10_000, validatedPounds: 0 }],
  milestones: [{ id: 'notice', expectedOn: '2026-12-01' }],
};
const entry = (id: string, record: object, facts: object = {}) => ({
  id,
  record,
  facts,
  computed: {},
  version: 1,
  effectiveAt: '2026-11-01T00:00:00.000Z',
  recordedAt: '2026-11-01T00:00:00.000Z',
  recordedBy: 'tara',
  struckOut: null,
});
const confirmed = { at: '2026-11-02T00:00:00.000Z', by: 'sam', ofVersion: 1 };
const answersWith = (facts: object | null, version = etag, shown: object = figures) => ({
  [api]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  '/programmes/p': { body: { record: { name: 'A programme', stageModel: { kind: 'service-review' } } } },
  [`${api}/returns/2026-10`]: {
    etag: version,
    body: entry(
      '2026-10',
      { nothingChanged: false, narrative: 'The notice went out' },
      { submittedAt: '2026-11-01T00:00:00.000Z', confirmed: facts },
    ),
  },
  [`${api}/returns/2026-10/figures`]: {
    body: {
      month: '2026-10',
      asAt: '2026-10-31T23:59:59.999Z',
      figures: shown,
      since: { month: '2026-09', confirmedAt: '2026-10-02T00:00:00.000Z', figures },
      changed: [{ what: 'forecast savings of 2026/27', was: '£500,000', is: '£400,000' }],
      sentence: 'This has changed.',
    },
  },
  [`${api}/milestones`]: { body: { items: [entry('notice', { title: 'Notice to the landlord' })], next: null } },
});

/** The figures that the form on a page would send. */
const figuresOf = (body: unknown): string =>
  (/name="figures" value="([^"]*)"/.exec(String(body))?.[1] ?? '').replaceAll('&quot;', '"');

describe('the return of a month as a declaration', () => {
  it('shows what changed, every figure and the words of the team beside it', async () => {
    const { body } = await screensBefore(() => answersWith(null), ['sro']).opened(page);
    const text = String(body);
    for (const words of [
      'The notice went out',
      'Forecast savings of 2026/27',
      '£500,000',
      'Decision',
      'Notice to the landlord',
      '1 December 2026',
      '£10,000',
      'Confirm this return',
    ])
      expect(text).toContain(words);
  });

  it('says "nothing claimed", and not £0, of a year of which no line states it', async () => {
    const linesStated = { claimed: 0, validated: 1 };
    const unclaimed = { ...figures, savings: [{ ...figures.savings[0], claimedPounds: 0, linesStated }] };
    const { body } = await screensBefore(() => answersWith(null, etag, unclaimed), ['sro']).opened(page);
    const [row = ''] = String(body)
      .split('</tr>')
      .filter((one) => one.includes('2026/27') && one.includes('nothing claimed'));
    expect(row).toContain('nothing claimed');
    expect(row).not.toContain('nothing validated');
    expect(row).toContain('£0');
    expect(JSON.parse(figuresOf(body))).toEqual(unclaimed);
  });

  it('is no form for others, and none once it is confirmed', async () => {
    const team = await screensBefore(() => answersWith(null), ['transformation-team']).opened(page);
    expect(String(team.body)).toContain('It waits for the SRO');
    expect(String(team.body)).not.toContain('<form');
    const after = await screensBefore(() => answersWith(confirmed), ['sro']).opened(page);
    expect(String(after.body)).toContain('was confirmed on 2 November 2026');
    expect(String(after.body)).not.toContain('<form');
  });

  it('confirms the figures that were on the page, with the version of the return that was read', async () => {
    const screens = screensBefore(() => answersWith(null), ['sro']);
    const { body } = await screens.opened(page);
    await screens.reply(page, { figures: figuresOf(body), words: '' }, etag);
    expect(screens.sent).toEqual([
      {
        method: 'POST',
        path: `${api}/returns/2026-10/confirmations`,
        body: { figures },
        version: etag,
        key: 'the-key',
      },
    ]);
  });

  it('is read again where other words were recorded meanwhile, and never confirmed unread', async () => {
    const now = '"return:p/r/2026-10:2"';
    const screens = screensBefore(() => answersWith(null, now), ['sro']);
    screens.refuse({ status: 412, code: 'version.stale', detail: 'Tara changed it.' });
    const again = screens.pageOf(
      await screens.reply(page, { figures: JSON.stringify(figures), words: 'Agreed' }, etag),
    );
    expect(screens.sent).toHaveLength(1);
    expect(again.faults?.[0]?.message).toContain('This has changed since you read it');
    expect(String(again.body)).toContain(`name="_version" value="${now.replaceAll('"', '&quot;')}"`);
    expect(String(again.body)).toContain('>\nAgreed</textarea>');
  });

  it('shows the figures of now where they have moved, and would confirm those', async () => {
    const moved = { ...figures, stage: 'implementation' };
    const screens = screensBefore(() => answersWith(null, etag, moved), ['sro']);
    screens.refuse({ status: 409, code: 'return.figures-moved', detail: 'Read the figures again.' });
    const again = screens.pageOf(await screens.reply(page, { figures: JSON.stringify(figures) }, etag));
    expect(again.faults).toEqual([{ message: 'Read the figures again.' }]);
    expect(JSON.parse(figuresOf(again.body))).toEqual(moved);
  });

  it('confirms nothing where the form holds no figures', async () => {
    const screens = screensBefore(() => answersWith(null), ['sro']);
    await screens.reply(page, { figures: 'nonsense' }, etag);
    expect(screens.sent).toEqual([]);
  });
});
