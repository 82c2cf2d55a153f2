import { join } from 'node:path';
import * as z from 'zod';
import { type Client, clientOf } from './client.ts';
import { answersAt, installed, startPeer } from './installed.ts';
import { inLots, monthRows, rowOf, type Skipped, type Subject, stageOf, tenFields, type Way } from './subject.ts';

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

const tell = async (client: Client, collection: string, count: number, month: string): Promise<void> => {
  for (const lot of inLots(count, 250))
    await client.json({
      method: 'POST',
      path: `/items/${collection}?fields=id`,
      body: lot.map((n) => ({ ...rowOf(n), figure: 0, month })),
    });
};

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
  await tell(client, 'reviews', reviews, '');
  await tell(client, 'reviews_unkept', reviews, '');
  await tell(client, 'month_lines', monthRows, '2026-10');

  const rows = async (path: string): Promise<number> =>
    Many.parse(await client.json({ method: 'GET', path })).data.length;
  const way = (which: Way['name']): Way => {
    const collection = which === 'best' ? 'reviews_unkept' : 'reviews';
    const only = which === 'best' ? `fields=${tenFields.join(',')}` : '';
    return {
      name: which,
      create: (n) =>
        client.json({
          method: 'POST',
          path: `/items/${collection}${which === 'best' ? '?fields=id' : ''}`,
          body: { ...rowOf(n), figure: 0 },
        }),
      updateStage: (n) =>
        client.json({
          method: 'PATCH',
          path: `/items/${collection}/3${which === 'best' ? '?fields=stage' : ''}`,
          body: { stage: stageOf(n) },
        }),
      getOne: () => client.json({ method: 'GET', path: `/items/${collection}/5?${only}` }),
      list65: () => rows(`/items/${collection}?limit=65&${only}`),
      position: () =>
        client.json({
          method: 'GET',
          path: `/items/${collection}?aggregate[count]=*&aggregate[sum]=plan&groupBy[]=stage&groupBy[]=rating`,
        }),
      pullMonth: () => rows(`/items/month_lines?limit=${monthRows}&filter[month][_eq]=2026-10&${only}`),
    };
  };

  const path = '/items/reviews/7';
  return {
    name,
    ways: [way('default'), way('best')],
    pressed: {
      addOne: async () => {
        const read = await client.send({ method: 'GET', path });
        const figure = One.parse(JSON.parse(read.text)).data.figure ?? 0;
        const etag = read.headers.etag;
        const wrote = await client.send({
          method: 'PATCH',
          path,
          headers: { 'if-match': typeof etag === 'string' ? etag : `"${figure}"` },
          body: { figure: figure + 1 },
        });
        return wrote.status < 300;
      },
      figure: async () => One.parse(await client.json({ method: 'GET', path })).data.figure ?? 0,
      makeWithKey: (key) =>
        client.json({
          method: 'POST',
          path: '/items/reviews',
          headers: { 'idempotency-key': key },
          body: { ...rowOf(1), title: key },
        }),
      madeWithKey: (key) => rows(`/items/reviews?filter[title][_eq]=${key}`),
    },
    stop: async () => {
      client.close();
      await started.stop();
    },
  };
};
