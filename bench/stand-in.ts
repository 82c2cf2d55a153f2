import * as z from 'zod';
import { bundleOf } from '#local/fresh-bundles.ts';
import { environmentOf } from '#local/function-environment.ts';
import { defaultOrganisation } from '#local/local-person.ts';
import { claimsOf, eventOf, type Person } from '../prove/request-event.ts';
import { startChild } from './child.ts';
import { compare } from './paired.ts';
import { kent } from './programmes.ts';
import type { Part, Row } from './row.ts';
import { must } from './send.ts';
import { startStack } from './stack.ts';

/*
 * What of a figure is the tracker and what is the stand-in for AWS on this machine: server, edge, token, thread, log file.
 * The same request is asked through the whole local stack and, in turns, of the same bundle's handler in a process behind
 * a bare server, its event made before. A refusal asks the store nothing, and nor does an unknown address.
 */

interface Asked {
  readonly words: string;
  readonly status: number;
  readonly person: Person | undefined;
  readonly method: string;
  readonly path: string;
}

const home = `/programmes/${kent.programme}`;
const by = (role: 'board'): Person => ({ roles: [role], subject: `bench-${role}`, organisation: defaultOrganisation });

const requests: Readonly<Record<string, Asked>> = {
  'get-one': {
    words: 'get one review',
    status: 200,
    person: by('board'),
    method: 'GET',
    path: `${home}/reviews/property`,
  },
  refused: {
    words: 'a role refused, the store not asked',
    status: 403,
    person: by('board'),
    method: 'POST',
    path: `${home}/reports`,
  },
  unknown: { words: 'an unknown address', status: 404, person: undefined, method: 'GET', path: '/no-such-address' },
};

const readyEventOf = ({ person, method, path }: Asked): { bundle: string; event: unknown } => {
  const made = eventOf({ method, path, claims: person === undefined ? undefined : claimsOf(person) });
  if (made === undefined) throw new Error(`no route to ${path}`);
  return { bundle: bundleOf(made.host), event: made.event };
};

const terms = { pairs: 14, calls: 60, callers: 1, warmUp: 200 };

export const standIn: Part = {
  name: 'stand-in',
  title: 'The stand-in for AWS, told apart from the tracker',
  measure: async ({ onProgress }) => {
    onProgress("stand-in: telling Kent's programme");
    const stack = await startStack([kent.programme]);
    const { origin } = stack.tracker.ready;
    const bare = await startChild({
      file: 'serve-handler.ts',
      given: { requests: Object.fromEntries(Object.entries(requests).map(([name, one]) => [name, readyEventOf(one)])) },
      environment: environmentOf('commands', {
        dynamoDbEndpoint: stack.endpoint,
        sqsEndpoint: `${origin}/local-queue`,
        queueUrl: `${origin}/local-queue/roll-up`,
        issuer: `${origin}/local-issuer`,
      }),
      ready: z.object({ origin: z.url() }),
    });
    try {
      const whole =
        ({ status, person, method, path }: Asked) =>
        () =>
          must(status, origin, path, { method, headers: person === undefined ? {} : stack.as('board') });
      const alone =
        (name: string, { status }: Asked) =>
        () =>
          must(status, bare.ready.origin, `/${name}`);
      const constant = () => must(403, bare.ready.origin, '/constant');
      const rows: Row[] = [];
      for (const [name, asked] of Object.entries(requests)) {
        onProgress(`stand-in: ${asked.words}`);
        rows.push({
          name: `${asked.words}: through the local stack, against its handler behind a bare server`,
          ratio: await compare(whole(asked), alone(name, asked), terms),
          goal: null,
          note: 'AWS has an edge of its own in place of the difference',
        });
        if (name === 'refused')
          for (const [words, ours] of [
            ['through the local stack', whole(asked)],
            ['its handler behind a bare server', alone(name, asked)],
          ] as const)
            rows.push({
              name: `${asked.words}: ${words}, against a constant answer`,
              ratio: await compare(ours, constant, terms),
              goal: null,
            });
      }
      return rows;
    } finally {
      await bare.stop();
      await stack.stop();
    }
  },
};
