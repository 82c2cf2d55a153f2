import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import * as z from 'zod';
import { bundleOf, freshenBundles } from '#local/fresh-bundles.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { startTracker, type Tracker } from '#local/tracker.ts';
import { Role } from '#schemas/people.ts';
import { type Client, clientOf } from './client.ts';
import type { paths } from './generated/tracker-api.d.ts';
import { HttpAnswer } from './http-answer.ts';
import { type KillableEngine, killableEngine } from './killable-engine.ts';
import { PageWalker } from './page-walker.ts';

const hour = 3_600_000;

/** A session of now is over by then, and what waits in it is not. */
const whenSessionsAreOver = 13 * hour;

const Claims = z.object({ sub: z.string(), organisation: z.string(), roles: z.array(Role) });

/** A client of the running tracker that records things on the days on which they happened, and does something with it. */
const recordingInTime = async (tracker: Tracker, record: (client: Client) => Promise<void>): Promise<void> => {
  const door = await tracker.openScenarioDoor();
  try {
    await record(
      clientOf(async ({ method, path, query = '', headers = {}, body = '', claims, recordedAt }) => {
        const { sub, organisation, roles } = Claims.parse(claims);
        const token = await tracker.tokenFor({ subject: sub, name: sub, organisation, roles });
        if (recordedAt === undefined) door.clock.stop();
        else door.clock.setTo(recordedAt);
        const answer = await fetch(`${door.origin}${path}${query === '' ? '' : `?${query}`}`, {
          method,
          headers: { ...headers, authorization: `Bearer ${token}` },
          ...(body === '' ? {} : { body }),
        });
        return HttpAnswer.parse({
          statusCode: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: await answer.text(),
        });
      }),
    );
  } finally {
    await door.close();
  }
};

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await pause(100);
};

/** A function that nobody has called yet may take longer than its time on a machine that does much besides. */
const wakeFunctions = async (tracker: Tracker): Promise<void> => {
  const somebody = { subject: 'early-riser', name: 'Early Riser', organisation: 'nowhere', roles: ['board'] } as const;
  const authorization = `Bearer ${await tracker.tokenFor(somebody)}`;
  for (const [method, path] of [
    ['GET', '/programmes'],
    ['PUT', '/programmes/none'],
    ['GET', '/pages/signed-out'],
  ] as const)
    await until(
      async () => (await fetch(`${tracker.address}${path}`, { method, headers: { authorization } })).status < 500,
    );
};

/**
 * The whole tracker in this process: its functions as deployed, its issuer, its engine, which can be stopped and started again; and somebody without
 * a browser before its pages.
 */
export const startPagesForWalkers = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'walked-'));
  freshenBundles(['commands', 'queries', 'board', 'front', 'pages', 'roll-up', 'messages']);
  const engine: KillableEngine = await killableEngine(join(folder, 'table.db'));
  process.env.DYNAMODB_ENDPOINT = engine.endpoint;
  const tracker = await startTracker({
    port: 0,
    data: join(folder, 'data'),
    bundleOf,
    onTrouble: () => undefined,
  });
  await wakeFunctions(tracker);
  const walker = async (role: Role, name: string, organisation?: string): Promise<PageWalker> => {
    const made = new PageWalker(tracker.address);
    await made.signIn(role, name, '/pages', organisation);
    return made;
  };
  return {
    /** Where the pages are: `http://localhost:4600` */
    address: tracker.address,
    engine,
    walker,
    recordingInTime: (record: (client: Client) => Promise<void>) => recordingInTime(tracker, record),
    /** Asks again until it is so. */
    until,
    client: async (role: Role, subject: string, organisation = defaultOrganisation) => {
      const token = await tracker.tokenFor({ roles: [role], subject, name: subject, organisation });
      return createClient<paths>({ baseUrl: tracker.origin, headers: { authorization: `Bearer ${token}` } });
    },
    /** Does something by a clock by which every session of now is over. */
    afterTheSession: async <T>(act: (through: string) => Promise<T>): Promise<T> => {
      const door = await tracker.openScenarioDoor();
      Object.defineProperty(door.clock, 'shift', { get: () => whenSessionsAreOver, configurable: true });
      try {
        return await act(door.origin);
      } finally {
        Reflect.deleteProperty(door.clock, 'shift');
        await door.close();
      }
    },
    stop: async () => {
      await tracker.stop();
      await engine.stop();
      delete process.env.DYNAMODB_ENDPOINT;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type PagesForWalkers = Awaited<ReturnType<typeof startPagesForWalkers>>;
