import { describe, expect, it } from 'vitest';
import type { TransferEntry } from '#schemas/transfer.ts';
import { programme } from '../../../support/records.ts';
import { screensBefore } from './screen-under-test.ts';

const proposed: TransferEntry = {
  ...{ id: 't', from: 'rutland', to: 'medway', programme: 'futures', name: 'Futures', side: 'gives' },
  ...{ reason: 'The councils are reorganised', until: '2027-03-31', state: 'proposed' },
  ...{ proposedAt: '2026-11-20T09:00:00.000Z', proposedBy: 'olive', answeredAt: null, answeredBy: null },
  receivedAt: null,
};
const office = ['programme-office'] as const;
const before = (over: Partial<TransferEntry> = {}) =>
  screensBefore(() => {
    const one = { ...proposed, ...over };
    return {
      '/transfers': { body: { items: [one], next: null } },
      '/transfers/t': { body: one },
      '/programmes': { body: { items: [], next: null } },
      '/programmes/futures': {
        body: { id: 'futures', record: { ...programme, stageModel: { kind: 'service-review' } } },
      },
    };
  }, office);
const here = '/pages/transfers/t';
const textOf = async (path: string, over: Partial<TransferEntry> = {}) =>
  String((await before(over).opened(path)).body);

describe('the transfers of programmes', () => {
  it('are linked from the programmes and from the set-up of each', async () => {
    expect(await textOf('/pages/programmes')).toContain('href="/pages/transfers"');
    expect(await textOf('/pages/programmes/futures/set-up')).toContain('href="/pages/programmes/futures/_transfer"');
    const auditor = screensBefore(() => ({ '/programmes': { body: { items: [], next: null } } }), ['assurance']);
    expect(String((await auditor.opened('/pages/programmes')).body)).not.toContain('/pages/transfers');
  });

  it('say of each whether it goes or comes, and how it stands', async () => {
    expect(await textOf('/pages/transfers')).toMatch(/Futures.*To medway.*Proposed.*31 March 2027/s);
    expect(await textOf('/pages/transfers', { side: 'receives', name: null, state: 'lapsed' })).toMatch(
      /futures.*From rutland.*Lapsed/s,
    );
  });

  it.each([
    ['gives', 'proposed', ['_withdraw']],
    ['receives', 'proposed', ['_accept', '_refuse']],
    ['receives', 'accepted', ['_accept']],
    ['gives', 'accepted', []],
    ['receives', 'lapsed', []],
    ['gives', 'refused', []],
  ] as const)('of which the organisation %s one that is %s offer %j', async (side, state, acts) => {
    const text = await textOf(here, { side, state });
    expect([...text.matchAll(/href="[^"]*\/(_\w+)"/g)].map(([, act]) => act)).toEqual(acts);
  });

  it('lead to the programme once it is received', async () => {
    for (const side of ['gives', 'receives'] as const)
      expect(await textOf(here, { side, state: 'received' })).toContain('href="/pages/programmes/futures"');
  });
});

it('Whoever proposes or accepts reads first that it cannot be taken back', async () => {
  expect(await textOf('/pages/programmes/futures/_transfer')).toMatch(/nothing is recorded .* cannot be taken back/);
  expect(await textOf(`${here}/_accept`, { side: 'receives' })).toMatch(
    /nothing is recorded in it at rutland again, and it cannot be taken back/,
  );
});

it('A proposal is sent with where to, why and until when', async () => {
  const screens = before();
  const path = '/pages/programmes/futures/_transfer';
  const page = screens.pageOf(await screens.reply(path, { to: 'medway', reason: 'Why', 'until/day': '31' }));
  expect(page.faults?.map(({ message }) => message).join()).toContain('Last day');
  const until = { 'until/day': '31', 'until/month': '3', 'until/year': '2027' };
  expect(await screens.reply(path, { to: 'medway', reason: 'Why', ...until })).toMatchObject({
    path: '/pages/transfers',
  });
  expect(screens.sent).toMatchObject([
    {
      ...{ method: 'POST', path: '/programmes/futures/transfers' },
      body: { to: 'medway', reason: 'Why', until: '2027-03-31' },
    },
  ]);
});

it.each([
  ['_withdraw', 'withdrawals', { reason: 'Not agreed' }],
  ['_refuse', 'refusals', { reason: 'Not agreed' }],
  ['_accept', 'acceptances', {}],
] as const)('%s is sent to the API, and leads back to the transfer', async (page, api, body) => {
  const screens = before();
  expect(await screens.reply(`${here}/${page}`, { ...body })).toMatchObject({ kind: 'to', path: here });
  expect(screens.sent).toMatchObject([{ method: 'POST', path: `/transfers/t/${api}`, body }]);
});

it('What the API refuses is said on the form', async () => {
  const screens = before();
  screens.refuse({ status: 409, code: 'transfer.id-taken', detail: 'medway has a programme with the id futures.' });
  const page = screens.pageOf(await screens.reply(`${here}/_accept`, {}));
  expect(page.faults?.map(({ message }) => message)).toEqual(['Medway has a programme with the id futures.']);
});
