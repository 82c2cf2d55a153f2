import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { clientOf } from './client.ts';
import { answersAt, installed, startPeer } from './installed.ts';
import { pressedBy } from './records.ts';
import { inLots, monthRows, rowOf, type Skipped, type Subject, stageOf, tenFields, type Way } from './subject.ts';

const name = 'Strapi 5.54.0';
const Told = z.object({ token: z.string() });
const One = z.object({ data: z.looseObject({ documentId: z.string(), figure: z.coerce.number().nullable() }) });
const Many = z.object({
  data: z.array(z.looseObject({})),
  meta: z.looseObject({ pagination: z.looseObject({ total: z.int().optional() }).optional() }),
});

const idOf = (n: number): string => `rev${String(n).padStart(21, '0')}`;
const fields = tenFields.map((field, n) => `fields[${n}]=${field}`).join('&');

/** Strapi on SQLite: two collections, no drafts, a token of full access, no admin pages. */
export const startStrapi = async (reviews: number): Promise<Subject | Skipped> => {
  const folder = installed('strapi', '@strapi/strapi');
  if (folder === undefined) return { name, skipped: 'it is not installed' };
  const started = await startPeer({
    folder,
    script: 'start.cjs',
    environment: (data) => {
      const rows = join(data, 'rows.json');
      const told = (count: number, id: (n: number) => string, more: object) =>
        inLots(count, count).flatMap((lot) => lot.map((n) => ({ ...rowOf(n), documentId: id(n), ...more })));
      writeFileSync(
        rows,
        JSON.stringify({
          reviews: told(reviews, idOf, { figure: 0 }),
          lines: told(monthRows, (n) => `lin${String(n).padStart(21, '0')}`, { month: '2026-10' }),
        }),
      );
      return { PEER_DATABASE: join(data, 'data.db'), PEER_ROWS: rows };
    },
    isReady: async (origin, messages) => messages.length > 0 && (await answersAt(`${origin}/_health`)),
  });
  const { token } = Told.parse(started.messages[0]);
  const client = clientOf(started.origin, { authorization: `Bearer ${token}` });

  const rowsOf = async (path: string): Promise<z.infer<typeof Many>> => Many.parse(await client.get(path));
  /** Every page of a hundred, which is the most that a new project answers at once. */
  const everyPage = async (collection: string): Promise<number> => {
    let rows = 0;
    for (let page = 1; ; page += 1) {
      const { data } = await rowsOf(`/api/${collection}?pagination[page]=${page}&pagination[pageSize]=100`);
      rows += data.length;
      if (data.length < 100) return rows;
    }
  };

  const way = (which: Way['name']): Way => ({
    name: which,
    create: (n) => client.json({ method: 'POST', path: '/api/reviews', body: { data: { ...rowOf(n), figure: 0 } } }),
    updateStage: (n) =>
      client.json({
        method: 'PUT',
        path: `/api/reviews/${idOf(3)}${which === 'best' ? '?fields[0]=stage' : ''}`,
        body: { data: { stage: stageOf(n) } },
      }),
    getOne: () => client.get(`/api/reviews/${idOf(5)}${which === 'best' ? `?${fields}` : ''}`),
    list65: async () =>
      (
        await rowsOf(
          which === 'best'
            ? `/api/reviews?${fields}&pagination[limit]=65&pagination[withCount]=false`
            : '/api/reviews?pagination[limit]=65',
        )
      ).data.length,
    position: () => (which === 'best' ? client.get('/api/position') : everyPage('reviews')),
    pullMonth: async () =>
      which === 'best'
        ? (
            await rowsOf(
              `/api/lines?${fields}&filters[month]=2026-10&pagination[limit]=5000&pagination[withCount]=false`,
            )
          ).data.length
        : everyPage('lines'),
  });

  const path = `/api/reviews/${idOf(7)}`;
  return {
    name,
    ways: [way('default'), way('best')],
    pressed: pressedBy({
      client,
      path,
      figureIn: (record) => One.parse(record).data.figure ?? 0,
      change: (figure) => ({ method: 'PUT', path, body: { data: { figure } } }),
      create: (title) => ({ method: 'POST', path: '/api/reviews', body: { data: { ...rowOf(1), title } } }),
      madeOf: async (title) => (await rowsOf(`/api/reviews?filters[title]=${title}`)).data.length,
    }),
    startAgain: started.startAgain,
    stop: started.stop,
  };
};
