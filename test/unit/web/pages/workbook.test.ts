import { expect, it } from 'vitest';
import { records } from '../../../support/records.ts';
import { screensBefore } from './screen-under-test.ts';

/* What a workbook that was brought back would change, before it is recorded (docs/meaning.md WRITE-25). */

const api = '/programmes/p/reviews/r';
const entry = {
  ...{ id: 'lease', record: { ...Object(records.risk), title: 'The lease' }, facts: {}, computed: {}, version: 1 },
  ...{ effectiveAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 's' },
  struckOut: null,
};
const screens = screensBefore(
  () => ({
    '/programmes/p': {
      body: {
        record: { name: 'Futures', reporting: { returnsDueDay: 5 }, portfolios: [] },
        computed: { nextReport: '2026-10', nextReportDueOn: '2026-11-30' },
      },
    },
    [api]: { body: { record: { title: 'Property' } } },
    [`${api}/risks`]: { body: { items: [entry], next: null } },
  }),
  ['transformation-team'],
);
const path = '/pages/programmes/p/reviews/r/risks/_workbook';

const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
  ...{ name, merged: [], formulas: 0 },
  rows: rows.map((cells, n) => ({ number: n + 1, hidden: false, cells })),
});
const digest = 'ab'.repeat(32);
const sent = (...sheets: readonly object[]) => ({ file: JSON.stringify({ name: 'risks.xlsx', digest, sheets }) });
const owners = sheet('Risks', [
  ['Id', 'Owner'],
  ['lease', 'Estates'],
]);

const chosenOn = (body: string): string | undefined => /name="_from"[^>]* value="([^"]+)"[^>]* checked/.exec(body)?.[1];

it('The day that somebody chose stays chosen where the API refuses what was sent', async () => {
  const checked = screens.pageOf(await screens.reply(path, sent(owners)));
  expect(chosenOn(String(checked.body))).toBe('now');
  screens.refuseOnce({ status: 503, title: 'The service is busy' });
  const again = await screens.reply(path, { ...sent(owners), confirmed: 'yes', _from: '2026-10-31' });
  expect(screens.sent.at(-1)).toMatchObject({ path: `${api}/risks/changes`, effectiveAt: '2026-10-31T23:59:59.999Z' });
  expect(screens.sent.at(-1)?.body).toMatchObject({ fileDigest: digest });
  expect(chosenOn(String(screens.pageOf(again).body))).toBe('2026-10-31');
});

it('A column that the workbook did not have when it was made is compared with what is recorded', async () => {
  const made = sheet('As it was', [
    ['Id', 'Title'],
    ['lease', 'The lease'],
  ]);
  const page = screens.pageOf(await screens.reply(path, sent(owners, made)));
  expect(page.faults ?? []).toEqual([]);
  expect(String(page.body)).toContain('Record 1 row');
});
