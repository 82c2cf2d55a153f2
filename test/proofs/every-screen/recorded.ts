import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../support/client.ts';
import { records } from '../../support/records.ts';
import {
  mustBeDone,
  organisations,
  programmeId,
  programmeRecord,
  reviewIds,
  tellRecord,
} from '../../support/role-record.ts';

const office = { roles: ['programme-office'], subject: 'pat-office' } as const;
const team = { roles: ['transformation-team'], subject: 'theo-team' } as const;

/** Until the queue has done what was asked: a run is published, a draft is made. */
const until = async (
  client: Client,
  operation: 'getReport' | 'getReportRevision' | 'getReportDraft',
  params: object,
) => {
  const as = { ...office, organisation: organisations.own };
  for (let tries = 0; tries < 300; tries += 1) {
    const { status } = await client.ask(operation, { as, params: { programmeId, ...params } as never });
    if (status === 200) return;
    await pause(200);
  }
  throw new Error(`${operation} of ${JSON.stringify(params)} is not there after a minute`);
};

/** One of everything that has a screen of its own: every register, two months, a revision, a draft, a claim, transfers. */
export const recordAll = async (client: Client): Promise<void> => {
  const done = mustBeDone(client);
  await tellRecord({ ...client, settled: () => until(client, 'getReport', { month: '2026-01' }) });
  await done('putProgramme', office, {
    params: { programmeId: 'practice-halls' },
    body: { ...programmeRecord, name: 'Halls to practise on' },
    headers: { 'if-none-match': '*' },
  });
  const claimed = { params: { programmeId, reviewId: reviewIds.own, entryId: 'claimed' } };
  const { years: _, ...line } = records.saving as { years: unknown };
  await done('putSaving', team, {
    ...claimed,
    body: {
      ...line,
      title: 'Fewer halls',
      years: [{ year: '2026/27', plan: 5_000, forecast: 5_000, claimedActual: 4_000 }],
    },
    headers: { 'if-none-match': '*' },
  });
  await done('reviseReport', office, { params: { programmeId, month: '2026-01' }, body: { reason: 'Recorded late' } });
  await until(client, 'getReportRevision', { month: '2026-01', revision: '2' });
  await done('runReport', office, { params: { programmeId }, body: { month: '2026-02' } });
  await until(client, 'getReport', { month: '2026-02' });
  await done('draftReport', office, { params: { programmeId, month: '2026-03' }, body: {} });
  await until(client, 'getReportDraft', { month: '2026-03', draft: 'latest' });
  await done('proposeTransfer', office, {
    params: { programmeId },
    body: { to: organisations.other, reason: 'The councils are reorganised', until: '2150-03-31' },
  });
};
