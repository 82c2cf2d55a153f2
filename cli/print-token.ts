import { resolve } from 'node:path';
import { accessTokenFor, issuerAt } from '#local/access-token.ts';
import { CommandRefused, defaultData, defaultPort, flagsOf, portOf, runCommand } from '#local/command-line.ts';
import { holdsTracker, openDataFolder } from '#local/data-folder.ts';
import { personOf } from '#local/local-person.ts';
import { signingKeyOf } from '#local/signing-key.ts';
import { everyRole, PersonRole } from '#schemas/people.ts';

const usage = `npm run token -- --role <role> [--role <role> ...] [--name "Anna Green"] [--organisation local-council] [--subject anna-green] [--port ${defaultPort}] [--data ${defaultData}]; roles: ${everyRole.join(', ')}`;

/** Prints one token on standard output, and nothing else; the tracker need not be running. */
const printToken = async (): Promise<void> => {
  const flags = flagsOf(
    {
      role: { type: 'string', multiple: true },
      name: { type: 'string' },
      organisation: { type: 'string' },
      subject: { type: 'string' },
      port: { type: 'string' },
      data: { type: 'string' },
    },
    process.argv.slice(2),
    usage,
  );
  if (flags.role === undefined) throw new CommandRefused(`Say which role the token is for. Usage: ${usage}`);
  const roles = flags.role.map((typed) => {
    const role = PersonRole.safeParse(typed);
    if (!role.success) throw new CommandRefused(`"${typed}" is not a role. The roles are ${everyRole.join(', ')}.`);
    return role.data;
  });
  const chosen = personOf({ roles, name: flags.name, organisation: flags.organisation, subject: flags.subject });
  if (chosen.kind === 'refused') throw new CommandRefused(chosen.why);
  const typedPort = flags.port === undefined ? undefined : portOf(flags.port);
  const data = flags.data ?? defaultData;
  // A key made here would sign tokens that no tracker takes.
  if (!holdsTracker(data))
    throw new CommandRefused(
      `There is no tracker in ${resolve(data)}: run npm start first, or give the --data that it was started with.`,
    );
  const folder = openDataFolder(data);
  const port = typedPort ?? folder.running()?.port ?? defaultPort;
  const key = await signingKeyOf(folder);
  const atEpochSeconds = Math.floor(Date.now() / 1_000);
  process.stdout.write(`${await accessTokenFor(chosen.person, { key, issuer: issuerAt(port), atEpochSeconds })}\n`);
};

await runCommand(printToken);
