import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { FeedTable } from '#domain/feeds/column.ts';
import { reportTables } from '#domain/feeds/report-tables.ts';
import { CommandRefused, defaultData, defaultPort, flagsOf, portOf, runCommand } from '#local/command-line.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { dataPackage, dcatDescription, type Extract, licences, readMe } from './open-data/descriptions.ts';
import { tableFile } from './open-data/table-file.ts';
import { pull, tokenFor } from './pull.ts';

/*
 * `npm run open-data`: the published reports of a programme, in the public view, as a folder that a council can publish
 * (docs/meaning.md FEED-15).
 */

const usage = `npm run open-data -- --programme facing-the-challenge --to open-data [--licence ogl-3.0] [--at https://data.example.gov.uk/reports/] [--port ${defaultPort}] [--data ${defaultData}], or for a deployed tracker TRACKER_TOKEN=<token> npm run open-data -- --origin https://tracker.example --programme ... --to ...`;

const reader = { roles: ['board'], subject: 'open-data', name: 'Open data' } as const;

interface Tracker {
  readonly origin: string;
  readonly token: string;
  readonly programme: string;
}

const Row = z.record(z.string(), z.json());
const Settings = z.object({
  record: z.object({ name: z.string(), council: z.string(), fictional: z.boolean().default(false) }),
});

/** Every row of a table, page by page. */
const rowsOf = async ({ origin, token, programme }: Tracker, { name }: FeedTable) => {
  const rows: z.infer<typeof Row>[] = [];
  let address: string | undefined = `/programmes/${programme}/feeds/${name}?format=jsonl&limit=5000`;
  while (address !== undefined) {
    const answer: Response = await pull(`${origin}${address}`, token, { what: `The table ${name}` });
    const lines = (await answer.text()).split('\n').filter(Boolean);
    rows.push(...lines.map((line) => Row.parse(JSON.parse(line))));
    address = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  return rows;
};

const licenceIn = (given = 'none'): Extract['licence'] => {
  const licence = licences[given];
  if (licence === undefined)
    throw new CommandRefused(
      `"${given}" is no licence here: say ${Object.keys(licences).join(' or ')}. Usage: ${usage}`,
    );
  return licence;
};

const addressIn = (given: string | undefined): string | null => {
  if (given === undefined) return null;
  if (!URL.canParse(given) || !given.endsWith('/'))
    throw new CommandRefused(
      `"${given}" is no address of a folder: it begins with https:// and ends with /. Usage: ${usage}`,
    );
  return given;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const extractOf = async (tracker: Tracker, licence: Extract['licence'], at: Extract['at']): Promise<Extract> => {
  const { origin, token, programme } = tracker;
  const answer = await pull(`${origin}/programmes/${programme}`, token, { what: 'The programme' });
  const { record } = Settings.parse(await answer.json());
  const [reports, ...tables] = reportTables;
  const latest = (await rowsOf(tracker, reports)).filter(({ isLatest }) => isLatest === true);
  const keys = new Set(latest.map(({ key }) => key));
  const revisionOf = ({ month, revision }: z.infer<typeof Row>): string => `${text(month)}.${String(revision)}`;
  const files = [tableFile(reports, latest)];
  for (const table of tables) {
    const rows = (await rowsOf(tracker, table)).filter((row) => keys.has(revisionOf(row)));
    files.push(tableFile(table, rows));
  }
  const months = latest.map(({ month }) => text(month)).sort();
  const published = latest.map(({ publishedAt }) => text(publishedAt)).sort();
  return {
    programme: { id: programme, ...record },
    licence,
    at,
    files,
    months:
      latest.length === 0
        ? null
        : { first: months[0] ?? '', last: months.at(-1) ?? '', publishedAt: published.at(-1) ?? '' },
  };
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const openData = async (): Promise<void> => {
  const option = { type: 'string' } as const;
  const flags = flagsOf(
    { programme: option, to: option, licence: option, at: option, origin: option, port: option, data: option },
    process.argv.slice(2),
    usage,
  );
  const { programme, to } = flags;
  if (programme === undefined || to === undefined)
    throw new CommandRefused(`Say which programme, and the folder to write. Usage: ${usage}`);
  const [licence, at] = [licenceIn(flags.licence), addressIn(flags.at)];
  const data = flags.data ?? defaultData;
  const port = flags.port === undefined ? (openDataFolder(data).running()?.port ?? defaultPort) : portOf(flags.port);
  const origin = flags.origin ?? `http://127.0.0.1:${port}`;
  const extract = await extractOf({ origin, token: await tokenFor(data, port, reader), programme }, licence, at);
  const files: readonly (readonly [name: string, content: string])[] = [
    ...extract.files.map((file) => [file.name, file.text] as const),
    ['datapackage.json', json(dataPackage(extract))],
    ['dcat.jsonld', json(dcatDescription(extract))],
    ['README.md', readMe(extract)],
  ];
  await mkdir(to, { recursive: true });
  await Promise.all(files.map(([name, content]) => writeFile(join(to, name), content)));
  console.error(
    `${to} holds what is published of ${programme}. Read it before you publish it${licence === null ? ', and choose a licence: --licence ogl-3.0' : ''}.`,
  );
};

await runCommand(openData);
