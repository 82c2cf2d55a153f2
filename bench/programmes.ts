import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { defaultOrganisation } from '#local/local-person.ts';
import { ReportRun } from '#schemas/report-run.ts';
import { growTo } from './grow-programme.ts';
import { must } from './send.ts';
import type { Stack } from './stack.ts';

/** The programme that others are made like: Kent's, as `npm start` tells it, with its ten reviews. */
export const kent = { organisation: defaultOrganisation, programme: 'facing-the-challenge' };
/** The month that is measured: Kent's last. */
export const month = '2014-04';

export const clientOf = ({ endpoint }: { readonly endpoint: string }): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'local' },
  });

/** A programme of `reviews` reviews, whose month is still to be reported. */
export const openProgramme = async (stack: Stack, client: DynamoDBClient, programme: string, reviews: number) => {
  const { origin } = stack.tracker.ready;
  await must(201, origin, `/programmes/${programme}`, {
    method: 'PUT',
    headers: stack.as('programme-office', { 'if-none-match': '*', 'effective-at': '2014-01-01' }),
    body: { name: programme, council: 'Benchshire', services: ['Property'], reporting: { firstMonth: month } },
  });
  const programmeRef = { organisation: kent.organisation, programme };
  await growTo({ client, tableName: stack.table }, programmeRef, reviews, kent);
  return programmeRef;
};

const RunState = ReportRun.pick({ state: true, problem: true });

/** How far a report's run is, by its address. @throws where it failed. */
export const runStateOf = async (stack: Stack, address: string): Promise<ReportRun['state']> => {
  const { text } = await must(200, stack.tracker.ready.origin, address, { headers: stack.as('programme-office') });
  const { state, problem } = RunState.parse(JSON.parse(text));
  if (state === 'failed') throw new Error(`the report of ${address} failed: ${problem}`);
  return state;
};

/** Rolls its month up, as the programme office asks for it, and waits until it is published. */
export const publishMonth = async (stack: Stack, programme: string): Promise<void> => {
  const asked = await must(202, stack.tracker.ready.origin, `/programmes/${programme}/reports`, {
    method: 'POST',
    headers: stack.as('programme-office', { 'idempotency-key': `publish-${programme}` }),
    body: { month },
  });
  while ((await runStateOf(stack, asked.headers.location ?? '')) !== 'published') await pause(100);
};
