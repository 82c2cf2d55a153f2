import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { defaultOrganisation } from '#local/local-person.ts';
import { itemBytes } from '#store/table/items.ts';
import { partKey, programmeKey, recordKey, reviewHeadKey } from '#store/table/keys.ts';
import { compare } from './paired.ts';
import { clientOf } from './programmes.ts';
import type { Part, Row } from './row.ts';
import { must } from './send.ts';
import { startStack } from './stack.ts';

/*
 * A change from the request over HTTP to the answer that says it is on the disk, through the whole local stack: token,
 * validation, decision, history event, position, idempotency record in one transaction. Each call is of a review of its own, as
 * a council's are.
 */

const programme = 'writes';
const programmeRef = { organisation: defaultOrganisation, programme };

const review = {
  title: 'Property and infrastructure support',
  services: ['Property'],
  tier: '1',
  lifecycle: 'active',
  sros: [{ subject: 'bench-sro', name: 'Anna Stone' }],
  grossExpenditure: { kind: 'amount', pounds: 1_200_000, source: 'Budget book 2026-27' },
  netExpenditure: { kind: 'amount', pounds: 800_000, source: 'Budget book 2026-27' },
};

const effectiveAt = { 'effective-at': '2026-01-05' };
const pathOf = (n: number, who: string): string => `/programmes/${programme}/reviews/${who}-${n}`;

export const writes: Part = {
  name: 'writes',
  title: 'A change, against one transaction of as many and as large items',
  measure: async ({ onProgress }) => {
    const stack = await startStack([], { durable: true });
    const client = clientOf(stack);
    try {
      const { origin } = stack.tracker.ready;
      await must(201, origin, `/programmes/${programme}`, {
        method: 'PUT',
        headers: stack.as('programme-office', { 'if-none-match': '*', 'effective-at': '2026-01-01' }),
        body: { name: 'Writes', council: 'Benchshire', reporting: { firstMonth: '2026-01' }, services: ['Property'] },
      });
      const create = (who: string) => (n: number) =>
        must(201, origin, pathOf(n, who), {
          method: 'PUT',
          headers: stack.as('transformation-team', {
            'if-none-match': '*',
            'idempotency-key': `create-${who}-${n}`,
            ...effectiveAt,
          }),
          body: review,
        });
      const move = (who: string) => (n: number) =>
        must(200, origin, `${pathOf(n, who)}/stage-moves`, {
          method: 'POST',
          headers: stack.as('transformation-team', {
            'if-match': '"1"',
            'idempotency-key': `move-${who}-${n}`,
            'effective-at': '2026-01-06',
          }),
          body: { to: 'service-baseline' },
        });
      const bytesNow = async (pk: string, begins: string): Promise<readonly number[]> => {
        const { Items = [] } = await client.send(
          new QueryCommand({
            TableName: stack.table,
            KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :sk)',
            ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
            ExpressionAttributeValues: { ':pk': { S: pk }, ':sk': { S: begins } },
          }),
        );
        return Items.map(itemBytes);
      };
      // What a change leaves: record, event, position and the kept answer, which is as large as the thing.
      const itemsOf = async (who: string): Promise<readonly number[]> => {
        const own = { ...programmeRef, review: `${who}-0` };
        const { pk } = recordKey(own, 'review', `${who}-0`);
        const records = await bytesNow(pk, 'RECORD#');
        const events = await bytesNow(pk, 'EVENT#');
        const positions = [
          ...(await bytesNow(reviewHeadKey(programmeRef, `${who}-0`).pk, `${who}-0`)),
          ...(await bytesNow(partKey(programmeRef, `${who}-0`, 'review').pk, `${who}-0#`)),
        ];
        return [...records, ...events.slice(-1), ...positions, ...records];
      };
      onProgress('writes: counting what a change puts');
      await create('count')(0);
      const created = await itemsOf('count');
      await move('count')(0);
      const moved = await itemsOf('count');
      const floor = await stack.floor({ create: created, move: moved });
      const put = (like: string) => () => must(201, floor.ready.origin, `/puts?like=${like}`, { method: 'POST' });
      const rows: Row[] = [];
      for (const callers of [1, 8]) {
        const words = callers === 1 ? 'one caller' : `${callers} callers`;
        const terms = { pairs: callers === 1 ? 14 : 10, calls: callers === 1 ? 20 : 48, callers, warmUp: callers * 20 };
        const who = `by-${callers}`;
        onProgress(`writes: ${words}`);
        const opened = await compare(create(who), put('create'), terms);
        rows.push({ name: `open a review, ${words}, ${created.length} items`, ratio: opened, goal: 1.3 });
        rows.push({
          name: `move a review to its next stage, ${words}, ${moved.length} items`,
          ratio: await compare(move(who), put('move'), terms),
          goal: 1.3,
        });
      }
      onProgress('writes: against a floor that reads first');
      rows.push({
        name: 'open a review, against a floor that first reads as many items',
        ratio: await compare(create('read-first'), put('create&read'), {
          pairs: 14,
          calls: 20,
          callers: 1,
          warmUp: 20,
        }),
        goal: null,
        note: 'What a change is decided on must be read before it: no tracker that reads strongly comes below this floor',
      });
      onProgress('writes: getting one');
      const settings = programmeKey(programmeRef);
      const head = reviewHeadKey(programmeRef, 'count-0');
      const bare = `/item?pk=${encodeURIComponent(head.pk)}&sk=${encodeURIComponent(head.sk)}`;
      const bareSettings = `/item?pk=${encodeURIComponent(settings.pk)}&sk=${encodeURIComponent(settings.sk)}`;
      const read = { pairs: 14, calls: 40, callers: 1, warmUp: 40 };
      const get = (who: string, n: number) => must(200, origin, pathOf(n, who), { headers: stack.as('board') });
      const getBare = () => must(200, floor.ready.origin, bare);
      rows.push({
        name: 'get one review, the same again',
        ratio: await compare(() => get('count', 0), getBare, read),
        goal: 1.3,
      });
      rows.push({
        name: 'get one review, another each time',
        ratio: await compare((n) => get('by-8', n), getBare, read),
        goal: 1.3,
        note: 'None was read before: what a warm function remembers does not help',
      });
      rows.push({
        name: 'two bare gets in a row, for the measure itself',
        ratio: await compare(() => must(200, floor.ready.origin, bareSettings), getBare, read),
        goal: null,
      });
      return rows;
    } finally {
      client.destroy();
      await stack.stop();
    }
  },
};
