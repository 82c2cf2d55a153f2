import { setTimeout as pause } from 'node:timers/promises';
import { counted, monthInWords } from '#language/in-words.ts';
import { CommandRefused, defaultData, defaultPort, flagsOf, portOf, runCommand } from '#local/command-line.ts';
import { fireSchedule, isRunning, queueOf } from '#local/control-client.ts';
import { openDataFolder } from '#local/data-folder.ts';
import { ReportsDue, type RollUpMonth } from '#schemas/scheduled-events.ts';

const usage = `npm run schedule -- [--at 2014-05-06T05:00:00Z] [--port ${defaultPort}] [--data ${defaultData}]`;

const reportWords = ({ programme, month, revision }: RollUpMonth): string =>
  `  ${programme}: report of ${monthInWords(month)}${revision > 1 ? `, revision ${revision}` : ''}`;

/** Fires the daily schedule of a running tracker by hand, as if it were the instant given, and waits for the reports. */
const fire = async (): Promise<void> => {
  const flags = flagsOf(
    { at: { type: 'string' }, port: { type: 'string' }, data: { type: 'string' } },
    process.argv.slice(2),
    usage,
  );
  const scheduledTime = flags.at ?? `${new Date().toISOString().slice(0, 19)}Z`;
  const event = ReportsDue.safeParse({ kind: 'reports-due', scheduledTime });
  if (!event.success)
    throw new CommandRefused(`"${scheduledTime}" is not an instant: write it like 2014-05-06T05:00:00Z.`);
  const typedPort = flags.port === undefined ? undefined : portOf(flags.port);
  const folder = openDataFolder(flags.data ?? defaultData);
  const port = typedPort ?? folder.running()?.port ?? defaultPort;
  const secret = folder.secret();
  if (!(await isRunning(port, secret)))
    throw new CommandRefused(
      `No tracker of ${folder.path} answers on port ${port}: start it by npm start, or give its --port and --data.`,
    );

  const before = await queueOf(port, secret);
  const fired = await fireSchedule(port, secret, event.data);
  if (fired.problem !== null) throw new Error(`The schedule of ${scheduledTime} failed: ${fired.problem}`);
  const many = fired.handedOver.length;
  if (many === 0) console.log(`No report is due by ${scheduledTime}.`);
  else console.log(`${counted(many, 'report')} due by ${scheduledTime} handed over:`);
  for (const message of fired.handedOver) console.log(reportWords(message));

  let now = await queueOf(port, secret);
  while (now.waiting + now.inWork > 0) {
    await pause(200);
    now = await queueOf(port, secret);
  }
  const failed = now.deadLetters.slice(before.deadLetters.length);
  if (failed.length > 0) throw new Error(`${counted(failed.length, 'report')} failed for good: see ${folder.logFile}`);
  if (many > 0) console.log('All done.');
};

await runCommand(fire);
