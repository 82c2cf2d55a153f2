import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { spansAmong } from '#language/financial-spans.ts';
import { CommandRefused, defaultData, defaultPort, flagsOf, portOf, runCommand } from '#local/command-line.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { loadExamples } from '#local/load-examples.ts';
import { showProgress } from '#local/progress.ts';
import { startTracker } from '#local/tracker.ts';
import { samples } from '../examples/samples.ts';
import { pull, tokenFor } from './pull.ts';

/*
 * `npm run packs`: every published report of a tracker in every format, a folder a programme, and of each financial year that is
 * published whole, or half of it, its report.
 */

const usage = `npm run packs -- [--to packs] [--programme facing-the-challenge], of the sample programmes; with --port ${defaultPort} or --data ${defaultData} of the tracker on this machine; or for a deployed one TRACKER_TOKEN=<token> npm run packs -- --origin https://tracker.example`;

/** The formats of a report by what their files end with. */
const formats = {
  json: 'application/json',
  html: 'text/html',
  csv: 'text/csv',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

interface Tracker {
  readonly origin: string;
  readonly token: string;
}

const Programmes = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() });
const Reports = z.object({ items: z.array(z.object({ month: z.string() })), next: z.string().nullable() });

/** All pages of a list. */
const everyOf = async <T>(
  { origin, token }: Tracker,
  path: string,
  page: z.ZodType<{ readonly items: readonly T[]; readonly next: string | null }>,
): Promise<readonly T[]> => {
  const items: T[] = [];
  for (let cursor = ''; ; ) {
    const answer = await pull(`${origin}${path}?limit=200${cursor}`, token, { what: 'The list of reports' });
    const { items: more, next } = page.parse(await answer.json());
    items.push(...more);
    if (next === null) return items;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
};

/** A report to pull: where it is, and what its files are called. */
interface Pack {
  readonly programme: string;
  readonly path: string;
  readonly name: string;
}

/** Every published month of the programmes, or of one of them, and every half year and year of which all months are. */
const packsOf = async (tracker: Tracker, only: string | undefined): Promise<readonly Pack[]> => {
  const programmes = await everyOf(tracker, '/programmes', Programmes);
  const chosen = programmes.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0)
    throw new CommandRefused(`There is no programme ${only}: there are ${programmes.map(({ id }) => id).join(', ')}.`);
  const found = await Promise.all(
    chosen.map(async ({ id: programme }) => {
      const reports = await everyOf(tracker, `/programmes/${programme}/reports`, Reports);
      const months = [...new Set(reports.map(({ month }) => month))].toSorted();
      const spans = spansAmong(months).filter(({ kind }) => kind !== 'quarter');
      return [
        ...months.map((month): Pack => ({ programme, path: month, name: month })),
        ...spans.map(
          ({ from, to }): Pack => ({ programme, path: `span?from=${from}&to=${to}`, name: `${from}-to-${to}` }),
        ),
      ];
    }),
  );
  return found.flat();
};

/** Writes each report in each format, and says how far it has come. */
const writePacks = async (tracker: Tracker, to: string, only: string | undefined): Promise<number> => {
  const packs = await packsOf(tracker, only);
  const progress = showProgress('Writing packs', process.stderr);
  let done = 0;
  for (const { programme, path, name } of packs) {
    mkdirSync(join(to, programme), { recursive: true });
    for (const [ending, accept] of Object.entries(formats)) {
      const address = `${tracker.origin}/programmes/${programme}/reports/${path}`;
      const answer = await pull(address, tracker.token, { what: `The report ${name} of ${programme}`, accept });
      writeFileSync(join(to, programme, `${name}.${ending}`), new Uint8Array(await answer.arrayBuffer()));
    }
    done += 1;
    progress({ done, total: packs.length, words: `${programme}, ${name}` });
  }
  return packs.length;
};

const reader = { roles: ['board'], subject: 'packs', name: 'Packs' } as const;

/** A tracker of its own with the sample programmes, which is gone afterwards. */
const withSamples = async <T>(use: (tracker: Tracker) => Promise<T>): Promise<T> => {
  const data = mkdtempSync(join(tmpdir(), 'packs-'));
  freshenBundles(['commands', 'queries', 'board', 'front', 'pages', 'roll-up', 'messages']);
  const started = await startTracker({ port: 0, data, bundleOf, onTrouble: (sentence) => console.error(sentence) });
  try {
    await loadExamples(started, samples, () => undefined);
    const origin = `http://127.0.0.1:${started.port}`;
    return await use({ origin, token: await tokenFor(data, started.port, reader) });
  } finally {
    await started.stop();
    rmSync(data, { recursive: true, force: true });
  }
};

const makePacks = async (): Promise<void> => {
  const text = { type: 'string' } as const;
  const flags = flagsOf(
    { to: text, programme: text, origin: text, port: text, data: text },
    process.argv.slice(2),
    usage,
  );
  const { to = 'packs', programme, origin } = flags;
  const write = (tracker: Tracker): Promise<number> => writePacks(tracker, to, programme);
  const running = async (): Promise<number> => {
    const data = flags.data ?? defaultData;
    const port = flags.port === undefined ? (openDataFolder(data).running()?.port ?? defaultPort) : portOf(flags.port);
    return write({ origin: origin ?? `http://127.0.0.1:${port}`, token: await tokenFor(data, port, reader) });
  };
  const isOfSamples = origin === undefined && flags.port === undefined && flags.data === undefined;
  const count = await (isOfSamples ? withSamples(write) : running());
  console.error(`${to} holds ${count} reports, each as ${Object.keys(formats).join(', ')}.`);
};

await runCommand(makePacks);
