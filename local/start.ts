import { facingTheChallenge } from '../examples/facing-the-challenge/scenario.ts';
import { peopleOfTheSmallOnes, peopleOfTheYear } from '../examples/people-to-try.ts';
import { samples, smallSamples } from '../examples/samples.ts';
import { CommandRefused, defaultData, defaultPort, flagsOf, portOf, runCommand } from './command-line.ts';
import { bundleOf, freshenBundles } from './fresh-bundles.ts';
import type { LocalWebhook } from './function-environment.ts';
import { loadExamples } from './load-examples.ts';
import { whenStarterEnds } from './started-by.ts';
import { startTracker, type Tracker } from './tracker.ts';

// As on Lambda. The programme's own time zone is written out wherever it matters.
process.env.TZ = 'UTC';

/* `npm start`: makes the bundles anew where they are stale, starts the tracker and records the sample programmes. */

const usage = `npm start -- [--port ${defaultPort}] [--data ${defaultData}] [--empty | --small] [--webhook http://localhost:9000/events]`;

const aprilOf = ({ address }: Tracker): string => `${address}/pages/programmes/facing-the-challenge/reports/2014-04`;

const greeting = (
  tracker: Tracker,
  flags: { port: boolean; data: boolean; empty: boolean; webhook: string | undefined },
) => {
  const { address, folder, port } = tracker;
  const given = [flags.port ? ` --port ${port}` : '', flags.data ? ` --data ${folder.path}` : ''].join('');
  return `
The tracker is running. Welcome.

  Work in it         ${address}/
${flags.empty ? '' : `  April 2014 report  ${aprilOf(tracker)}\n`}  Sign in            go in as one of six people; no password, and nothing leaves this machine
  Get a token        npm run --silent token -- --role programme-office --name "Anna Green"${given}
  Ask the API        curl -H "Authorization: Bearer $(npm run --silent token -- --role board${given})" ${address}/programmes
  What it takes      ${address}/openapi.json
  Fire the schedule  npm run --silent schedule --${given} --at 2014-05-06T05:00:00Z
${flags.webhook === undefined ? '' : `  Events go to       ${flags.webhook}, signed with whsec_${folder.webhookSecret()}\n`}  Your data          ${folder.path} (kept between runs; delete the folder to begin again)
  Stop               Ctrl-C
`;
};

/** What a programme's office would read in its channel is kept beside the messages to people. */
const channels = [{ id: 'programme-office', in: 'teams', when: 'daily' }] as const;

/** A program of this machine that hears of events. @throws CommandRefused where it is of another, for nothing leaves this one */
const webhooksOf = (address: string | undefined): readonly LocalWebhook[] => {
  if (address === undefined) return [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' || !['localhost', '127.0.0.1'].includes(url.hostname))
    throw new CommandRefused(`"${address}" is not of this machine: give an address like http://localhost:9000/events.`);
  return [{ id: 'webhook', address }];
};

const startFlags = {
  port: { type: 'string' },
  data: { type: 'string' },
  webhook: { type: 'string' },
  empty: { type: 'boolean' },
  small: { type: 'boolean' },
} as const;

const start = async (): Promise<void> => {
  const flags = flagsOf(startFlags, process.argv.slice(2), usage);
  const port = portOf(flags.port ?? `${defaultPort}`);
  freshenBundles(['commands', 'queries', 'board', 'front', 'pages', 'roll-up', 'messages']);
  const tracker = await startTracker({
    port,
    data: flags.data ?? defaultData,
    bundleOf,
    onTrouble: (sentence) => console.error(sentence),
    channels,
    webhooks: webhooksOf(flags.webhook),
    peopleToTry: flags.empty === true ? [] : flags.small === true ? peopleOfTheSmallOnes : peopleOfTheYear,
  });

  let stopRequests = 0;
  const end = (why: string, exitCode: number): void => {
    stopRequests += 1;
    // A second request ends the process at once; the engine's watcher ends the engine.
    if (stopRequests > 1) process.exit(exitCode);
    if (why !== '') console.error(why);
    tracker.stop().then(
      () => process.exit(exitCode),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end('', 0));
  whenStarterEnds(() => end('', 0));
  process.on('uncaughtException', (fault) => {
    console.error(fault);
    end('The tracker stops after a fault of its own; what was acknowledged is kept.', 1);
  });
  void tracker.engineEnded.then((lastOutput) =>
    end(`The embedded DynamoDB engine ended by itself; what was acknowledged is kept. Start again. ${lastOutput}`, 1),
  );

  if (flags.empty !== true)
    try {
      await loadExamples(tracker, flags.small === true ? smallSamples : samples, (scenario) => {
        if (scenario === facingTheChallenge) console.log(`The April 2014 report can be read: ${aprilOf(tracker)}`);
      });
    } catch (fault) {
      if (stopRequests > 0) return;
      console.error(fault instanceof Error ? fault.message : fault);
      console.error('The sample programmes are not complete: start again and they go on where they were.');
    }
  if (stopRequests > 0) return;
  console.log(
    greeting(tracker, {
      port: flags.port !== undefined,
      data: flags.data !== undefined,
      empty: flags.empty === true,
      webhook: flags.webhook,
    }),
  );
};

await runCommand(start);
