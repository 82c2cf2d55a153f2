import { describe, expect, it } from 'vitest';
import type { At } from '#web/pages/screen.ts';
import { screensBefore } from './screen-under-test.ts';

const review = '/programmes/p/reviews/r';
const page = '/pages/programmes/p/reviews/r/savings/_month-end';

const year = (given: object = {}) => ({ year: '2026/27', plan: 400_000, forecast: 350_000, ...given });
const line = (id: string, title: string, years: readonly object[], version = 1) => ({
  id,
  record: {
    title,
    class: 'cash-releasing',
    mechanism: 'transformation',
    recurrence: 'recurring',
    firmness: 'business-case',
    source: 'Budget book',
    years,
  },
  facts: {},
  computed: {},
  version,
  effectiveAt: '2026-11-01T00:00:00.000Z',
  recordedAt: '2026-11-01T00:00:00.000Z',
  recordedBy: 'theo',
  struckOut: null,
});
const depots = line('depots', 'Depots', [year(), { year: '2027/28', plan: 1 }], 3);
const fleet = line(
  'fleet',
  'Fleet',
  [year({ forecast: { kind: 'to-be-confirmed', reason: 'Tender' }, claimedActual: 5_000 })],
  2,
);
const struckOut = {
  ...line('gone', 'Gone', [year()]),
  struckOut: { reason: 'Twice', at: '2026-11-01T00:00:00.000Z', by: 'x' },
};

const answersWith = (
  items: readonly object[] = [depots, fleet, struckOut],
  before: readonly object[] = [line('depots', 'Depots', [year({ forecast: 300_000 })])],
  { nextReport = '2026-10', returnsDueDay = 28 } = {},
) => ({
  '/programmes/p': {
    body: {
      id: 'p',
      record: { name: 'Futures', council: 'M', reporting: { returnsDueDay } },
      computed: { nextReport },
    },
  },
  [review]: {
    body: {
      record: { title: 'Home care', sros: [] },
      facts: { stage: 'decision' },
      computed: { stageName: 'Decision' },
    },
  },
  [`${review}/savings`]: { body: { items, next: null } },
  [`${review}/savings?asAt=2026-10-31`]: { body: { items: before, next: null } },
});
const asTeam = (answers: () => ReturnType<typeof answersWith> = () => answersWith()) =>
  screensBefore(answers, ['transformation-team']);

/** What the hidden fields of a page hold, as a browser sends them. */
const hiddenIn = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    [...String(body).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
      ],
    ),
  );
const opened = async (screens = asTeam(), given: Partial<At> = {}) => {
  const { body } = await screens.opened(page, given);
  return { text: String(body), values: hiddenIn(body) };
};
const entriesIn = (sent: readonly { readonly body: unknown }[]) => Object(sent.at(-1)?.body).entries;

describe('the savings of a review at month end', () => {
  it('are on one form, each with what was recorded at the end of the month before, and what is now', async () => {
    const { text, values } = await opened();
    expect(text).toContain('October: £300,000. Now: £350,000');
    expect(text).toContain('New: to be confirmed');
    expect(text).not.toContain('Gone');
    expect(text).toContain('for="lines-depots-forecast">Forecast 2026/27, Depots</label>');
    expect(values).toMatchObject({ 'lines/depots/version': '3', 'lines/fleet/version': '2', year: '2026/27' });
    // One line has no exact forecast: it is counted apart.
    expect(text).toContain('<output data-total="forecast">£350,000 and 1 without an exact amount</output>');
    expect(text).toContain('<output data-total="claimed">£5,000</output>');
  });

  it('are of the year that is asked for, else of this one, and true from the end of the month that is open', async () => {
    const { text } = await opened();
    expect(text).toContain('31 October 2026: in the report of October 2026, open until 28 November 2026');
    expect(text).toMatch(/value="2026-10-31" checked/);
    const late = asTeam(() => answersWith(undefined, undefined, { returnsDueDay: 5 }));
    expect((await opened(late)).text).toMatch(/value="now" checked/);
    const none = asTeam(() => answersWith(undefined, undefined, { nextReport: '2026-11' }));
    expect((await opened(none)).text).not.toContain('From when is');
  });

  it('are of the financial year in which the month that is open ended, where what is filled in is true from its end', async () => {
    const twoYears = line('depots', 'Depots', [{ ...year(), year: '2025/26' }, year()]);
    const screens = asTeam(() => answersWith([twoYears], undefined, { nextReport: '2026-03' }));
    expect((await opened(screens, { recording: '2026-03' })).values).toMatchObject({ year: '2025/26' });
  });

  it('is no form for others', async () => {
    expect(String((await screensBefore(() => answersWith(), ['finance']).opened(page)).body)).not.toContain('<form');
  });

  it('are changed where something is filled in, as people write it, and the rest of each line stays', async () => {
    const screens = asTeam();
    const { values } = await opened(screens);
    await screens.reply(page, {
      ...values,
      'lines/depots/forecast': '£1.2m',
      'lines/depots/state': 'atRisk',
      'lines/fleet/unchanged': 'yes',
      _from: '2026-10-31',
    });
    expect(screens.sent).toMatchObject([
      { method: 'POST', path: `${review}/savings/changes`, effectiveAt: '2026-10-31T23:59:59.999Z' },
    ]);
    expect(entriesIn(screens.sent)).toEqual([
      {
        id: 'depots',
        version: 3,
        record: {
          ...depots.record,
          years: [year({ forecast: 1_200_000, states: { atRisk: 400_000 } }), { year: '2027/28', plan: 1 }],
        },
      },
      { id: 'fleet', version: 2, reviewedNoChange: true },
    ]);
  });

  it('are found unchanged where the rest is ticked, or where what is recorded is filled in again', async () => {
    const screens = asTeam();
    const { values } = await opened(screens);
    await screens.reply(page, { ...values, 'lines/depots/forecast': '350k', rest: 'yes', _from: 'now' });
    expect(screens.sent[0]?.effectiveAt).toBeUndefined();
    expect(entriesIn(screens.sent)).toEqual([
      { id: 'depots', version: 3, reviewedNoChange: true },
      { id: 'fleet', version: 2, reviewedNoChange: true },
    ]);
  });

  it('show totals of what is filled in when they are checked, played back, and nothing is sent', async () => {
    const screens = asTeam();
    const { values } = await opened(screens);
    const filled = { ...values, 'lines/fleet/forecast': '0.1m', 'lines/fleet/claimed': '7k', _pressed: 'check' };
    const text = String(screens.pageOf(await screens.reply(page, filled)).body);
    expect(text).toContain('<output data-total="forecast">£450,000</output>');
    expect(text).toContain('<output data-total="claimed">£7,000</output>');
    expect(text).toContain('value="100,000"');
    expect(screens.sent).toEqual([]);
  });

  it.each([
    ['nothing', {}, ['rest']],
    ['no amount of money', { 'lines/depots/forecast': 'lots' }, ['lines-depots-forecast']],
    [
      'both a box and that it has not changed',
      { 'lines/fleet/claimed': '1', 'lines/fleet/unchanged': 'yes' },
      ['lines-fleet-unchanged'],
    ],
    ['a line that is not there any more', { 'lines/gone/forecast': '1' }, ['rest']],
  ])('say at the box what is wrong with %s', async (_, given, fields) => {
    const screens = asTeam();
    const { values } = await opened(screens);
    const again = screens.pageOf(await screens.reply(page, { ...values, ...given } as never));
    expect(again.faults?.map(({ field }) => field)).toEqual(fields);
    expect(screens.sent).toEqual([]);
  });

  it('put no state on a plan that is no exact amount', async () => {
    const vague = line('vague', 'Vague', [year({ plan: { kind: 'about', pounds: 4 } })]);
    const screens = asTeam(() => answersWith([vague]));
    const { values } = await opened(screens);
    const again = screens.pageOf(await screens.reply(page, { ...values, 'lines/vague/state': 'onTrack' }));
    expect(again.faults?.map(({ message }) => message)).toEqual([
      'Vague, state: is for a plan of an exact amount: change the savings line itself',
    ]);
  });

  it('have a fault of the API at the box that it is about', async () => {
    const screens = asTeam();
    const { values } = await opened(screens);
    const fault = (pointer: string) => ({ in: 'body' as const, pointer, message: 'must be less' });
    screens.refuse({
      status: 422,
      code: 'content.breaks-rule',
      faults: [fault('/entries/0/record/years/0/forecast'), fault('/entries/1/record/title')],
    });
    const filled = { ...values, 'lines/depots/forecast': '1', 'lines/fleet/claimed': '2' };
    const again = screens.pageOf(await screens.reply(page, filled));
    expect(again.faults?.map(({ field, message }) => [field, message])).toEqual([
      ['lines-depots-forecast', 'Depots, forecast: must be less'],
      ['lines-fleet-claimed', 'Fleet, claimed: must be less'],
    ]);
  });
});

describe('lines that somebody changed while the grid was filled in', () => {
  const staleOf = (id: string, fields: readonly string[]) => ({
    status: 412,
    code: 'version.stale',
    detail: 'entries/0',
    facts: {
      stale: [{ id, yours: 3, version: 4, fields, changes: [{ byName: 'Theo Team', at: '2026-11-28T13:44:00.000Z' }] }],
    },
  });
  const movedTo = (given: object) => line('depots', 'Depots', [year(given), { year: '2027/28', plan: 1 }], 4);
  /** A grid that was opened before a line moved. */
  const movedMeanwhile = async (given: object) => {
    let items: readonly object[] = [depots, fleet];
    const screens = asTeam(() => answersWith(items));
    const { values } = await opened(screens);
    items = [movedTo(given), fleet];
    return { screens, values };
  };

  it('are merged where somebody else changed something else of them', async () => {
    const { screens, values } = await movedMeanwhile({ claimedActual: 9 });
    screens.refuseOnce(staleOf('depots', ['years']));
    const reply = await screens.reply(page, { ...values, 'lines/depots/forecast': '360k' });
    expect(reply).toMatchObject({ kind: 'to' });
    expect(screens.sent).toHaveLength(2);
    expect(entriesIn(screens.sent)).toMatchObject([
      { id: 'depots', version: 4, record: { years: [{ forecast: 360_000, claimedActual: 9 }, {}] } },
    ]);
  });

  it('are asked about where both changed the same: who, when, to what; and saved again it is replaced', async () => {
    const { screens, values } = await movedMeanwhile({ forecast: 900 });
    screens.refuseOnce(staleOf('depots', ['years']));
    const filled = { ...values, 'lines/depots/forecast': '360k', 'lines/fleet/claimed': '6000' };
    const again = screens.pageOf(await screens.reply(page, filled));
    expect(screens.sent).toHaveLength(1);
    expect(again.faults?.map(({ message }) => message)).toEqual([
      'Depots, forecast: has changed since you read it: Theo Team changed it on 28 November 2026 at 1:44pm, to £900. Empty the box to keep that; save again to replace it',
      'Nothing was recorded: somebody changed some of this since you read it. What they changed is on this page now.',
    ]);
    const text = String(again.body);
    expect(text).toContain('value="360k"');
    expect(text).toContain('Now: £900');
    await screens.reply(page, { ...hiddenIn(text), 'lines/depots/forecast': '360k', 'lines/fleet/claimed': '6000' });
    expect(entriesIn(screens.sent)).toMatchObject([
      { id: 'depots', version: 4, record: { years: [{ forecast: 360_000 }, {}] } },
      { id: 'fleet', version: 2, record: { years: [{ claimedActual: 6_000 }] } },
    ]);
  });

  it('are not said to be unchanged unread, but where nothing of the record has changed', async () => {
    const read = await movedMeanwhile({ forecast: 900 });
    read.screens.refuseOnce(staleOf('depots', ['years', 'forecastSince']));
    const ticked = { ...read.values, 'lines/depots/unchanged': 'yes' };
    const again = read.screens.pageOf(await read.screens.reply(page, ticked));
    expect(again.faults?.[0]?.message).toContain('Depots: has changed since you read it');
    const validated = await movedMeanwhile({});
    validated.screens.refuseOnce(staleOf('depots', ['validations']));
    await validated.screens.reply(page, ticked);
    expect(entriesIn(validated.screens.sent)).toEqual([{ id: 'depots', version: 4, reviewedNoChange: true }]);
  });
});
