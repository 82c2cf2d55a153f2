import { describe, expect, it } from 'vitest';
import { Programme } from '#schemas/programme.ts';
import { programme } from '../../../support/records.ts';
import { heldBy, screensBefore } from './screen-under-test.ts';

const api = '/programmes/p';
const list = '/pages/programmes/p/set-up/findings';
const add = `${list}/_new`;
const etag = '"programme:p:3"';
const office = ['programme-office'] as const;

const switchedOff = { as: 'off', rule: 'GAP-03', reason: 'We have no tiers' };
const settings = (...findings: readonly object[]) =>
  Programme.parse({ ...programme, ...(findings.length === 0 ? {} : { findings }) });
const screensWith = (...findings: readonly object[]) =>
  screensBefore(
    () => ({
      [api]: { body: { id: 'p', record: settings(...findings), computed: { nextReport: '2026-10' } }, etag },
      [`${api}/reviews`]: { body: { items: [{ id: 'meals', title: 'Community meals' }], next: null } },
    }),
    office,
  );

describe('a finding of a report', () => {
  it('is accepted as known until a day, from the link beside it in the draft', async () => {
    const screens = screensWith(switchedOff);
    const held = heldBy(await screens.opened(`${add}?rule=CON-05&review=meals`));
    expect(held).toMatchObject({ rule: 'CON-05', review: 'meals', as: 'accepted' });
    const until = { 'until/day': '31', 'until/month': '3', 'until/year': '2027' };
    const reply = await screens.reply(add, { ...held, ...until, reason: 'The forecast is due in April' }, etag);
    expect(reply).toMatchObject({ kind: 'to', path: list });
    expect(screens.sent).toMatchObject([
      {
        ...{ method: 'PUT', path: api },
        body: settings(switchedOff, {
          ...{ as: 'accepted', rule: 'CON-05', reviews: ['meals'] },
          ...{ reason: 'The forecast is due in April', until: '2027-03-31' },
        }),
      },
    ]);
  });

  it.each([
    [
      'a rule for all reviews',
      { rule: 'GAP-06', as: 'off', reason: 'Not used' },
      { as: 'off', rule: 'GAP-06', reason: 'Not used' },
    ],
    [
      'one below an amount',
      { rule: 'CON-04', as: 'from', pounds: '£25,000' },
      { as: 'from', rule: 'CON-04', pounds: 25_000 },
    ],
  ])('is switched off or limited: %s', async (_, values, setting) => {
    const screens = screensWith();
    expect(await screens.reply(add, { review: '', reason: '', ...values }, etag)).toMatchObject({ kind: 'to' });
    expect(screens.sent.map(({ body }) => body)).toEqual([settings(setting)]);
  });

  it.each([
    ['without a rule', { rule: '' }, 'Rule: choose one'],
    ['without how', { as: '' }, 'How reports take it: choose how reports take it'],
    ['without a reason', { reason: '' }, 'Reason: must say why'],
    ['without a day', { 'until/day': '', 'until/month': '', 'until/year': '' }, 'Until: must be a day'],
    [
      'with an amount of a rule that has none',
      { rule: 'GAP-03', as: 'from', pounds: '5k' },
      'Rule: must be a rule about',
    ],
    ['without an amount', { rule: 'CON-04', as: 'from', pounds: '' }, 'From which amount: must be an amount'],
  ])('%s is not sent, and what was typed stays', async (_, over, message) => {
    const screens = screensWith();
    const until = { 'until/day': '31', 'until/month': '3', 'until/year': '2027' };
    const typed = { ...{ rule: 'CON-05', review: 'meals', as: 'accepted', reason: 'It is known' }, ...until };
    const page = screens.pageOf(await screens.reply(add, { ...typed, ...over }, etag));
    expect(page.faults?.map((one) => one.message).join('; ')).toContain(message);
    expect(heldBy(page)).toMatchObject({ review: 'meals' });
    expect(screens.sent).toEqual([]);
  });
});

describe('what is set', () => {
  it('is listed with the sentence of its rule, its reviews and its reason, and ends by one tick', async () => {
    const accepted = { as: 'accepted', rule: 'CON-05', reviews: ['meals'], reason: 'Known', until: '2027-03-31' };
    const screens = screensWith(switchedOff, accepted);
    const text = String((await screens.opened(list)).body);
    expect(text).toContain('GAP-03, switched off, of all reviews');
    expect(text).toContain('CON-05, accepted as known until 31 March 2027, of Community meals');
    expect(text).toContain('Reason: We have no tiers');
    expect(await screens.reply(list, { end: '0' }, etag)).toMatchObject({ kind: 'to', path: list });
    expect(screens.sent.map(({ body }) => body)).toEqual([settings(accepted)]);
  });

  it('is nothing where nothing is set, and nothing is ended without a tick', async () => {
    expect(String((await screensWith().opened(list)).body)).toContain('reports list everything that they find');
    const screens = screensWith(switchedOff);
    const page = screens.pageOf(await screens.reply(list, {}, etag));
    expect(page.faults).toMatchObject([{ message: 'What to end: tick what no longer holds' }]);
  });
});
