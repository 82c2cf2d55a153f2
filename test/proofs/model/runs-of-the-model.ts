import { endOfMonth, nextMonth } from './london-time.ts';
import { nextReport } from './reads-of-the-model.ts';
import { contentOf } from './report-of-the-model.ts';
import type { Answer, Json, Published, Request, World } from './world.ts';
import { anything, programmeIn, withEvent } from './world.ts';

/* When a month is reported, and what is then published (docs/meaning.md PUBLISH-2, PUBLISH-3 and PUBLISH-4). */

const latestOf = (world: World, month: string): Published | undefined =>
  world.published.filter((one) => one.month === month).at(-1);

const publish = (world: World, month: string, given: { reason: string | null; early: Json }): World => {
  const revision = (latestOf(world, month)?.revision ?? 0) + 1;
  const report = contentOf(world, month, { ...given, revision });
  const published = [...world.published, report].sort((a, b) =>
    a.month === b.month ? a.revision - b.revision : a.month < b.month ? -1 : 1,
  );
  const after = { record: { month, revision }, facts: {}, struckOut: null };
  const told = { type: 'published', after, by: anything, effectiveAt: anything, recordedAt: anything };
  return { ...withEvent(world, { review: '', kind: 'publication', id: month }, told), published };
};

const run = (world: World, { month, early, reason }: Json, now: string): readonly [World, Answer] => {
  const programme = programmeIn(world)?.state.record;
  const { firstMonth, lastMonth } = programme.reporting;
  const no = (code: NonNullable<Answer['code']>): readonly [World, Answer] => [world, { status: 409, code }];
  if (latestOf(world, month) !== undefined) return [world, { status: 202, body: { month, state: 'published' } }];
  if (endOfMonth(month) >= now) return no('month.not-ended');
  if (month < firstMonth || month > (lastMonth ?? month)) return no('month.not-reported');
  if (programme.closeDown !== undefined) return no('programme.closed');
  if (month !== nextReport(world, programme)) return no('month.out-of-order');
  const next = publish(world, month, { reason: null, early: early ? { reason } : null });
  return [next, { status: 202, body: { month, revision: 1, state: 'waiting' } }];
};

/** Every month due by a day, earliest first. */
const schedule = (world: World, by: string): readonly [World, Answer] => {
  let swept = world;
  for (;;) {
    const programme = programmeIn(swept)?.state.record;
    const month = nextReport(swept, programme);
    const day = String(programme.reporting.reportDay).padStart(2, '0');
    if (month === null || `${nextMonth(month)}-${day}` > by)
      return [swept, { status: 200, body: { handedOver: swept === world ? 0 : 1 } }];
    swept = publish(swept, month, { reason: null, early: null });
  }
};

export const reportAct = (world: World, request: Request, now: string): readonly [World, Answer] => {
  const { act, id, body, query = {} } = request;
  const required = id === 'latest' ? world.published.at(-1) : latestOf(world, id);
  const asked =
    query.revision === undefined
      ? required
      : world.published.find((one) => one.month === id && String(one.revision) === query.revision);
  switch (act) {
    case 'run':
      return run(world, body, now);
    case 'schedule':
      return schedule(world, body.by);
    case 'revise':
      if (required === undefined) return [world, { status: 404, code: 'report.unpublished' }];
      return [
        publish(world, id, { reason: body.reason, early: null }),
        { status: 202, body: { month: id, revision: required.revision + 1, state: 'waiting' } },
      ];
    default:
      return asked === undefined
        ? [world, { status: 404, code: 'report.unpublished' }]
        : [world, { status: 200, body: { content: asked.content } }];
  }
};
