import type { Client, Sent } from './client.ts';
import { inLots, type Pressed, rowOf } from './subject.ts';

/** What a record is made of on a peer: the ten fields, the figure that writers count up, and the month of a line. */
const recordOf = (n: number, month: string) => ({ ...rowOf(n), figure: 0, month });

/** Tells so many records through a peer's API, as many at once as it takes well. */
export const tellRecords = async (
  client: Client,
  path: string,
  { count, atOnce, month = '' }: { readonly count: number; readonly atOnce: number; readonly month?: string },
): Promise<void> => {
  for (const lot of inLots(count, atOnce))
    await client.json({ method: 'POST', path, body: lot.map((n) => recordOf(n, month)) });
};

/** How a peer is pressed, in the words of its API. */
interface Pressing {
  readonly client: Client;
  /** Where the record is read whose figure is counted up. */
  readonly path: string;
  readonly figureIn: (record: unknown) => number;
  readonly change: (figure: number) => Sent;
  readonly create: (title: string) => Sent;
  readonly madeOf: (title: string) => Promise<number>;
}

export const pressedBy = ({ client, path, figureIn, change, create, madeOf }: Pressing): Pressed => ({
  addOne: async () => {
    const { text, headers } = await client.send({ method: 'GET', path });
    const figure = figureIn(JSON.parse(text));
    const wrote = await client.send({
      ...change(figure + 1),
      headers: { 'if-match': headers.etag ?? `"${figure}"` },
    });
    return wrote.status < 300;
  },
  figure: async () => figureIn(await client.get(path)),
  makeWithKey: (key) => client.json({ ...create(key), headers: { 'idempotency-key': key } }),
  madeWithKey: madeOf,
});
