import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { CommandRefused, defaultData, defaultPort, flagsOf, portOf, runCommand } from '#local/command-line.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { signingKeyOf } from '#local/signing-key.ts';
import { View } from '#schemas/exemption.ts';
import { canonicalJson } from '#store/digests/digest.ts';

const usage = `npm run export -- --programme facing-the-challenge --to export.jsonl [--view public] [--port ${defaultPort}] [--data ${defaultData}], or for a deployed tracker TRACKER_TOKEN=<token> npm run export -- --origin https://tracker.example --programme ... --to ...`;

const Line = z.looseObject({
  kind: z.string(),
  event: z.object({ chain: z.string(), sequence: z.int(), digest: z.string() }).optional(),
});

/** The access token: TRACKER_TOKEN, or one that is made here for the tracker on this machine. */
const tokenFor = async (data: string, port: number): Promise<string> => {
  const given = process.env.TRACKER_TOKEN;
  if (given !== undefined && given !== '') return given;
  const key = await signingKeyOf(openDataFolder(data));
  return accessTokenFor(
    { roles: ['assurance'], subject: 'export', name: 'Export', organisation: defaultOrganisation },
    { key, issuer: issuerAt(port), atEpochSeconds: Math.floor(Date.now() / 1_000) },
  );
};

const mostTries = 20;

/** Retries where the tracker is busy or throttles, after the time in Retry-After, or a second without one. */
const patiently = async (ask: () => Promise<Response>): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if ((answer.status !== 503 && answer.status !== 429) || attempt === mostTries) return answer;
    await pause(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
  }
};

const Problem = z.object({ detail: z.string() });

interface Page {
  readonly text: string;
  /** The address of the next page. */
  readonly next: string | undefined;
}

/** @throws CommandRefused where nobody answers, or where the tracker refuses */
const readPage = async (url: string, token: string): Promise<Page> => {
  const answer = await patiently(() => fetch(url, { headers: { authorization: `Bearer ${token}` } })).catch(() => {
    throw new CommandRefused(
      `No tracker answers at ${new URL(url).origin}: start it by npm start, or give its --port and --data, or its --origin.`,
    );
  });
  const text = await answer.text();
  if (answer.status === 200) return { text, next: /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] };
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true;
  const why = isProblem ? Problem.parse(JSON.parse(text)).detail : text;
  throw new CommandRefused(`The export was refused (${answer.status}): ${why}`);
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
  const token = await tokenFor(data, port);
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
