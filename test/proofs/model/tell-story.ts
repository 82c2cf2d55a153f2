import type { TrackerInOneProcess } from '../../support/tracker-in-one-process.ts';
import { Chance } from './chance.ts';
import { closeDown } from './records-of-chance.ts';
import { aRequest } from './requests-of-chance.ts';
import { ask as askFor, send, type Told } from './send.ts';
import type { Divergence, Scenario } from './story.ts';
import { predict } from './the-model.ts';
import {
  type Answer,
  anything,
  emptyWorld,
  type Json,
  programmeIn,
  type Request,
  reviewIds,
  type World,
} from './world.ts';

/* A story by chance, told to the tracker and to the model; where the two differ is a divergence. */

interface Asked {
  readonly request: Request;
  readonly told: Told;
  readonly sentAt: string;
  readonly answeredAt: string;
}

const now = (): string => new Date().toISOString();
const brief = (value: Json): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);

/** Where what was answered is not what was expected, in words; parts that are not expected are not looked at. */
const differences = (expected: Json, actual: Json, at = ''): readonly string[] => {
  if (expected === anything) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${at}: expected ${brief(expected)}, was ${brief(actual)}`];
    return expected.flatMap((one, n) => differences(one, actual[n], `${at}/${n}`));
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object')
      return [`${at}: expected ${brief(expected)}, was ${brief(actual)}`];
    return Object.entries(expected).flatMap(([name, one]) => differences(one, actual[name], `${at}/${name}`));
  }
  return expected === actual ? [] : [`${at}: expected ${brief(expected)}, was ${brief(actual)}`];
};

/** Years of a report in which no line has a figure of its own (what falls out of a one-off) are not the model's. */
const comparable = (request: Request, body: Json): Json => {
  if (request.act !== 'report' || body?.content === undefined) return body;
  const { savings } = body.content;
  const years = savings.years.filter((year: Json) => year.lines > 0);
  return { ...body, content: { ...body.content, savings: { ...savings, years } } };
};

const recordsWhole: readonly Request['act'][] = ['put', 'get'];

const compared = (answer: Answer, { request, told }: Asked): readonly string[] => [
  ...differences(
    `${answer.status} ${answer.code ?? ''}`,
    `${told.status} ${told.status < 400 ? '' : told.body?.code}`,
    'status',
  ),
  ...(answer.body === undefined ? [] : differences(answer.body, comparable(request, told.body))),
  // Nothing may be in the record that nobody told.
  ...(recordsWhole.includes(request.act) && answer.body !== undefined
    ? differences(told.body?.record, answer.body.record, 'the other way round')
    : []),
];

const step = (world: World, asked: Asked): { world: World; differences: readonly string[] } => {
  const { told, sentAt, answeredAt } = asked;
  const recordedAt = told.body?.recordedAt ?? '';
  const wrote = recordedAt >= sentAt;
  const [next, answer] = predict(world, asked.request, wrote ? recordedAt : sentAt);
  const clock =
    wrote && recordedAt > answeredAt ? [`recordedAt: ${recordedAt} is after the answer at ${answeredAt}`] : [];
  return { world: next, differences: [...compared(answer, asked), ...clock] };
};

/**
 * The world after requests that were under way together, in any order that explains every answer and what was read
 * after them.
 */
const explained = (
  world: World,
  asked: readonly Asked[],
  after: readonly Asked[],
): { world: World } | { differences: readonly string[] } => {
  if (asked.length === 0) {
    const differences = after.flatMap((one) => step(world, one).differences);
    return differences.length === 0 ? { world } : { differences };
  }
  let least: readonly string[] | undefined;
  for (const [n, one] of asked.entries()) {
    const told = step(world, one);
    const named = told.differences.map((difference) => `${one.request.act} ${one.request.kind}: ${difference}`);
    const rest = named.length > 0 ? { differences: named } : explained(told.world, asked.toSpliced(n, 1), after);
    if ('world' in rest) return rest;
    if (least === undefined || rest.differences.length < least.length) least = rest.differences;
  }
  return { differences: least ?? [] };
};

const ask = async (tracker: TrackerInOneProcess, programmeId: string, request: Request): Promise<Asked> => {
  const sentAt = now();
  const told = await send(tracker, programmeId, request);
  return { request, told, sentAt, answeredAt: now() };
};

const office = { subject: 'pat-office', roles: ['programme-office'] } as const;
const entryKinds = [
  'risk',
  'saving',
  'milestone',
  'issue',
  'option',
  'return',
  'business-case',
  'market-engagement',
] as const;

const historyOf = (review: string): Request => ({
  act: 'history',
  as: office,
  review,
  kind: review === '' ? 'programme' : 'review',
  id: review,
});

/** Everything that can be read at the end of a story. */
const everything = (world: World): readonly Request[] => [
  { act: 'get', as: office, review: '', kind: 'programme', id: 'p' },
  { act: 'list-reviews', as: office, review: '', kind: 'programme', id: 'p' },
  ...['', ...reviewIds(world)].flatMap((review): readonly Request[] => [
    historyOf(review),
    ...(review === ''
      ? []
      : [
          { act: 'gate', as: office, review, kind: 'review', id: review } as const,
          { act: 'get', as: office, review, kind: 'review', id: review } as const,
          ...entryKinds.map((kind): Request => ({ act: 'list', as: office, review, kind, id: '' })),
        ]),
  ]),
  ...world.published.map(
    ({ month, revision }): Request => ({
      act: 'report',
      as: office,
      review: '',
      kind: 'publication',
      id: month,
      query: { revision: String(revision) },
    }),
  ),
];

/** A closed programme is due no more: the schedule of the next story meets its own programme alone. */
const close = async (tracker: TrackerInOneProcess, programmeId: string): Promise<void> => {
  const about = { as: office, params: { programmeId } };
  const { status, body } = await askFor(tracker, 'getProgramme', about);
  if (status !== 200 || body.record.closeDown !== undefined) return;
  const closed = await askFor(tracker, 'putProgramme', {
    ...about,
    body: { ...body.record, closeDown },
    headers: { 'if-match': `"${body.version}"` },
  });
  if (closed.status !== 200) throw new Error(`the programme was not closed: ${closed.status}`);
};

/** One programme from its beginning, by chance from a seed. */
export const playScenario = async (
  tracker: TrackerInOneProcess,
  seed: number,
  most: number,
  programmeId: string,
): Promise<Scenario> => {
  const chance = new Chance(seed);
  const answers: Record<string, number> = {};
  let world = emptyWorld;
  let commands = 0;
  let concurrent = 0;
  let divergence: Divergence | null = null;
  const take = async (requests: readonly Request[]): Promise<boolean> => {
    const failuresBefore = tracker.failures.length;
    const asked = await Promise.all(requests.map((request) => ask(tracker, programmeId, request)));
    for (const { request, told } of asked) {
      const name = `${request.act} ${told.status}${told.status >= 400 ? ` ${told.body?.code}` : ''}`;
      answers[name] = (answers[name] ?? 0) + 1;
    }
    // In which order the answers do not tell, the chain does.
    const chains =
      requests.length === 1
        ? []
        : [...new Set(asked.filter(({ told }) => told.body?.recordedAt).map(({ request }) => request.review))];
    const after: Asked[] = [];
    for (const review of chains) after.push(await ask(tracker, programmeId, historyOf(review)));
    const found = explained(world, asked, after);
    const failed = tracker.failures.slice(failuresBefore);
    if ('world' in found && failed.length === 0) {
      world = found.world;
      return true;
    }
    const different = 'world' in found ? failed : [...found.differences, ...failed];
    divergence = { seed, command: commands, asked: [...requests], differences: [...different] };
    return false;
  };
  while (commands < most) {
    const group = chance.in(0.15) ? 2 + chance.below(3) : 1;
    const focus = group > 1 && chance.in(0.8) ? chance.pick([...reviewIds(world), 'a']) : undefined;
    const requests = Array.from({ length: group }, () =>
      aRequest(chance, world, group === 1 ? 'any' : 'of-one-review', focus),
    );
    commands += group;
    if (group > 1) concurrent += group;
    if (!(await take(requests))) break;
  }
  if (divergence === null && programmeIn(world) !== undefined)
    for (const request of everything(world)) if (!(await take([request]))) break;
  await close(tracker, programmeId);
  return { commands, concurrent, reports: world.published.length, answers, divergence };
};
