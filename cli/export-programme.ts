import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import * as z from 'zod';
import { CommandRefused, defaultData, defaultPort, flagsOf, portOf, runCommand } from '#local/command-line.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { View } from '#schemas/exemption.ts';
import { canonicalJson } from '#store/digests/digest.ts';
import { pull, tokenFor } from './pull.ts';

const usage = `npm run export -- --programme facing-the-challenge --to export.jsonl [--view public] [--port ${defaultPort}] [--data ${defaultData}], or for a deployed tracker TRACKER_TOKEN=<token> npm run export -- --origin https://tracker.example --programme ... --to ...`;

const exporter = { roles: ['assurance'], subject: 'export', name: 'Export' } as const;

const Line = z.looseObject({
  kind: z.string(),
  event: z.object({ chain: z.string(), sequence: z.int(), digest: z.string() }).optional(),
});

interface Page {
  readonly text: string;
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** @throws CommandRefused where nobody answers, or where the tracker refuses */
const readPage = async (url: string, token: string): Promise<Page> => {
  const answer = await pull(url, token, { what: 'The export' });
  return { text: await answer.text(), next: /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] };
};

const openFile = (path: string): Promise<FileHandle> =>
  open(path, 'w').catch((fault: Error) => {
    throw new CommandRefused(`The file cannot be written: ${fault.message}`);
  });

const viewIn = (given = 'full'): View => {
  const view = View.safeParse(given);
  if (!view.success) throw new CommandRefused(`"${given}" is no view: say full or public. Usage: ${usage}`);
  return view.data;
};

/** Writes a programme's record page by page, and closes it with a manifest of what came. */
const writeRecord = async (file: FileHandle, origin: string, first: string, token: string): Promise<void> => {
  const chains = new Map<string, { chain: string; sequence: number; digest: string }>();
  let [events, reports] = [0, 0];
  let address: string | undefined = first;
  while (address !== undefined) {
    const { text, next }: Page = await readPage(`${origin}${address}`, token);
    for (const line of text.trimEnd().split('\n')) {
      const { kind, event } = Line.parse(JSON.parse(line));
      if (event !== undefined)
        chains.set(event.chain, { chain: event.chain, sequence: event.sequence, digest: event.digest });
      events += event === undefined ? 0 : 1;
      reports += kind === 'report' ? 1 : 0;
      await file.write(`${line}\n`);
    }
    console.error(`${events} events, ${reports} reports …`);
    address = next;
  }
  await file.write(`${canonicalJson({ kind: 'manifest', chains: [...chains.values()], events, reports })}\n`);
  await file.sync();
};

/** Exports a programme's record into one file. */
const exportProgramme = async (): Promise<void> => {
  const flags = flagsOf(
    {
      programme: { type: 'string' },
      to: { type: 'string' },
      origin: { type: 'string' },
      port: { type: 'string' },
      data: { type: 'string' },
      view: { type: 'string' },
    },
    process.argv.slice(2),
    usage,
  );
  const { programme, to } = flags;
  if (programme === undefined || to === undefined)
    throw new CommandRefused(`Say which programme, and the file to write. Usage: ${usage}`);
  const view = viewIn(flags.view);
  const data = flags.data ?? defaultData;
  const port = flags.port === undefined ? (openDataFolder(data).running()?.port ?? defaultPort) : portOf(flags.port);
  const origin = flags.origin ?? `http://127.0.0.1:${port}`;
  const token = await tokenFor(data, port, exporter);
  // Under its own name only once it is whole: an export that fails leaves what was there before.
  const unfinished = `${to}.part`;
  const file = await openFile(unfinished);
  try {
    await writeRecord(file, origin, `/programmes/${programme}/export?view=${view}`, token);
    await rename(unfinished, to);
  } finally {
    await file.close();
    await rm(unfinished, { force: true });
  }
  console.error(`${to} holds the record of ${programme}. Check it with: npm run verify -- ${to}`);
};

await runCommand(exportProgramme);
