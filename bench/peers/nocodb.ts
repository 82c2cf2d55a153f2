import { join } from 'node:path';
import * as z from 'zod';
import { type Client, clientOf } from './client.ts';
import { installed, startPeer } from './installed.ts';
import { pressedBy, tellRecords } from './records.ts';
import { monthRows, rowOf, type Skipped, type Subject, stageOf, tenFields, type Way } from './subject.ts';

const name = 'NocoDB 0.301.3';
const SignedUp = z.object({ token: z.string() });
const Made = z.looseObject({ id: z.string() });
const List = z.object({
  list: z.array(z.looseObject({})),
  pageInfo: z.looseObject({ isLastPage: z.boolean().optional() }).optional(),
});
const One = z.looseObject({ figure: z.coerce.number().nullable() });

const number = new Set(['plan', 'figure']);
const columns = [...tenFields, 'figure', 'month'].map((title) => ({
  title,
  column_name: title,
  uidt: number.has(title) ? 'Number' : 'SingleLineText',
}));

const makeTable = async (client: Client, base: string, title: string): Promise<string> =>
  Made.parse(
    await client.json({
      method: 'POST',
      path: `/api/v2/meta/bases/${base}/tables`,
      body: { title, table_name: title, columns: [{ title: 'Id', column_name: 'id', uidt: 'ID' }, ...columns] },
    }),
  ).id;

/** NocoDB on SQLite, with its administrator signed in. */
export const startNocoDb = async (reviews: number): Promise<Subject | Skipped> => {
  const folder = installed('nocodb', 'nocodb');
  if (folder === undefined) return { name, skipped: 'it is not installed' };
  const started = await startPeer({
    folder,
    script: 'start.cjs',
    environment: (data) => ({
      NC_DB_JSON: JSON.stringify({
        client: 'sqlite3',
        connection: { filename: join(data, 'noco.db') },
        useNullAsDefault: true,
      }),
      NC_TOOL_DIR: data,
      NC_AUTH_JWT_SECRET: 'a-secret-for-measuring',
      NC_DISABLE_TELE: 'true',
      NC_MINIMAL_DBS: 'true',
      DB_QUERY_LIMIT_MAX: String(monthRows),
    }),
    isReady: async (_, messages) => messages.length > 0,
  });
  const guest = clientOf(started.origin, {});
  const { token } = SignedUp.parse(
    await guest.json({
      method: 'POST',
      path: '/api/v1/auth/user/signup',
      body: { email: 'admin@example.com', password: 'A-password-4-measuring' },
    }),
  );
  const client = clientOf(started.origin, { 'xc-auth': token });
  const base = Made.parse(
    await client.json({ method: 'POST', path: '/api/v2/meta/bases', body: { title: 'Measured' } }),
  ).id;
  const reviewsTable = await makeTable(client, base, 'reviews');
  const linesTable = await makeTable(client, base, 'month_lines');
  const records = (table: string): string => `/api/v2/tables/${table}/records`;
  await tellRecords(client, records(reviewsTable), { count: reviews, atOnce: 100 });
  await tellRecords(client, records(linesTable), { count: monthRows, atOnce: 100, month: '2026-10' });

  const rows = async (path: string): Promise<number> => List.parse(await client.get(path)).list.length;
  /** Page after page until it says that one is the last: an offset of as many as there are is refused. */
  const pages = async (path: string, most: number): Promise<number> => {
    for (let all = 0; ; ) {
      const page = List.parse(await client.get(`${path}&limit=${most}&offset=${all}`));
      all += page.list.length;
      if (page.pageInfo?.isLastPage !== false || page.list.length === 0) return all;
    }
  };
  const only = `fields=${tenFields.join(',')}`;
  const way = (which: Way['name']): Way => ({
    name: which,
    create: (n) => client.json({ method: 'POST', path: records(reviewsTable), body: { ...rowOf(n), figure: 0 } }),
    updateStage: (n) =>
      client.json({ method: 'PATCH', path: records(reviewsTable), body: { Id: 3, stage: stageOf(n) } }),
    getOne: () => client.get(`${records(reviewsTable)}/5${which === 'best' ? `?${only}` : ''}`),
    list65: () => rows(`${records(reviewsTable)}?limit=65${which === 'best' ? `&${only}` : ''}`),
    position: () =>
      which === 'best'
        ? client.get(`/api/v1/db/data/noco/${base}/${reviewsTable}/groupby?column_name=stage,rating&limit=100`)
        : pages(`${records(reviewsTable)}?fields=stage,rating,plan`, 100),
    pullMonth: () =>
      which === 'best'
        ? rows(`${records(linesTable)}?${only}&where=(month,eq,2026-10)&limit=${monthRows}`)
        : pages(`${records(linesTable)}?where=(month,eq,2026-10)`, 100),
  });

  const path = `${records(reviewsTable)}/7`;
  return {
    name,
    ways: [way('default'), way('best')],
    pressed: pressedBy({
      client,
      path,
      figureIn: (record) => One.parse(record).figure ?? 0,
      change: (figure) => ({ method: 'PATCH', path: records(reviewsTable), body: { Id: 7, figure } }),
      create: (title) => ({ method: 'POST', path: records(reviewsTable), body: { ...rowOf(1), title } }),
      madeOf: (title) => rows(`${records(reviewsTable)}?where=(title,eq,${title})`),
    }),
    startAgain: started.startAgain,
    stop: started.stop,
  };
};
