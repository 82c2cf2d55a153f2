import { join } from 'node:path';
import * as z from 'zod';
import { type Client, clientOf } from './client.ts';
import { answersAt, installed, startPeer } from './installed.ts';
import { pressedBy, tellRecords } from './records.ts';
import { monthRows, rowOf, type Skipped, type Subject, stageOf, tenFields, type Way } from './subject.ts';

const name = 'Directus 12.4.0';
const token = 'a-token-of-the-administrator';
const Many = z.object({ data: z.array(z.looseObject({})) });
const One = z.object({ data: z.looseObject({ figure: z.coerce.number().nullable() }) });

const textField = (field: string) => ({ field, type: 'string', meta: {}, schema: {} });
const numberField = (field: string) => ({ field, type: 'integer', meta: {}, schema: { default_value: 0 } });

/** A collection of the ten fields; `kept`: whether Directus keeps who changed what, as it does by default. */
const makeCollection = (client: Client, collection: string, kept: boolean): Promise<unknown> =>
  client.json({
    method: 'POST',
    path: '/collections',
    body: {
      collection,
      meta: { accountability: kept ? 'all' : null },
      schema: {},
      fields: [
        {
          field: 'id',
          type: 'integer',
          meta: { hidden: true, readonly: true },
          schema: { is_primary_key: true, has_auto_increment: true },
        },
        ...tenFields.filter((field) => field !== 'plan').map(textField),
        numberField('plan'),
        numberField('figure'),
        textField('month'),
      ],
    },
  });

/** Directus on SQLite, bootstrapped, with the administrator's token; the best way is asked on a collection that keeps no history. */
export const startDirectus = async (reviews: number): Promise<Subject | Skipped> => {
  const folder = installed('directus', 'directus');
  if (folder === undefined) return { name, skipped: 'it is not installed' };
  const started = await startPeer({
    folder,
    script: 'node_modules/directus/cli.js',
    before: ['node_modules/directus/cli.js', 'bootstrap'],
    args: ['start'],
    environment: (data, port) => ({
      HOST: '127.0.0.1',
      PORT: String(port),
      KEY: 'a-key-for-measuring-0123456789abcdef',
      SECRET: 'a-secret-for-measuring-0123456789abcdef',
      DB_CLIENT: 'sqlite3',
      DB_FILENAME: join(data, 'data.db'),
      ADMIN_EMAIL: 'admin@example.com',
      ADMIN_PASSWORD: 'a-password-for-measuring',
      ADMIN_TOKEN: token,
      STORAGE_LOCAL_ROOT: join(data, 'uploads'),
      EXTENSIONS_PATH: join(data, 'extensions'),
      TELEMETRY: 'false',
      LOG_LEVEL: 'error',
      RATE_LIMITER_ENABLED: 'false',
      SERVE_APP: 'false',
      PRESSURE_LIMITER_ENABLED: 'false',
    }),
    isReady: (origin) => answersAt(`${origin}/server/ping`),
  });
  const client = clientOf(started.origin, { authorization: `Bearer ${token}` });
  await makeCollection(client, 'reviews', true);
  await makeCollection(client, 'reviews_unkept', false);
  await makeCollection(client, 'month_lines', false);
  const idsOf = (collection: string): string => `/items/${collection}?fields=id`;
  await tellRecords(client, idsOf('reviews'), { count: reviews, atOnce: 250 });
  await tellRecords(client, idsOf('reviews_unkept'), { count: reviews, atOnce: 250 });
  await tellRecords(client, idsOf('month_lines'), { count: monthRows, atOnce: 250, month: '2026-10' });

  const rows = async (path: string): Promise<number> => Many.parse(await client.get(path)).data.length;
  const way = (which: Way['name']): Way => {
    const collection = which === 'best' ? 'reviews_unkept' : 'reviews';
    const only = which === 'best' ? `fields=${tenFields.join(',')}` : '';
    return {
      name: which,
      create: (n) =>
        client.json({
          method: 'POST',
          path: which === 'best' ? idsOf(collection) : `/items/${collection}`,
          body: { ...rowOf(n), figure: 0 },
        }),
      updateStage: (n) =>
        client.json({
          method: 'PATCH',
          path: `/items/${collection}/3${which === 'best' ? '?fields=stage' : ''}`,
          body: { stage: stageOf(n) },
        }),
      getOne: () => client.get(`/items/${collection}/5?${only}`),
      list65: () => rows(`/items/${collection}?limit=65&${only}`),
      position: () =>
        client.get(`/items/${collection}?aggregate[count]=*&aggregate[sum]=plan&groupBy[]=stage&groupBy[]=rating`),
      pullMonth: () => rows(`/items/month_lines?limit=${monthRows}&filter[month][_eq]=2026-10&${only}`),
    };
  };

  const path = '/items/reviews/7';
  return {
    name,
    ways: [way('default'), way('best')],
    pressed: pressedBy({
      client,
      path,
      figureIn: (record) => One.parse(record).data.figure ?? 0,
      change: (figure) => ({ method: 'PATCH', path, body: { figure } }),
      create: (title) => ({ method: 'POST', path: '/items/reviews', body: { ...rowOf(1), title } }),
      madeOf: (title) => rows(`/items/reviews?filter[title][_eq]=${title}`),
    }),
    startAgain: started.startAgain,
    stop: started.stop,
  };
};
