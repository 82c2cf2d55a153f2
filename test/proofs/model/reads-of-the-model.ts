import { gateOf, stageAfter, stagesOf } from './gate-of-the-model.ts';
import { asAtFromText, nextMonth } from './london-time.ts';
import type { Answer, Json, Kind, Request, Thing, World } from './world.ts';
import { eventAt, programmeIn, register, reviewIds, reviewIn, thingIn } from './world.ts';

/* What reads answer: things today and as at an instant, lists, gates, histories. */

type Seen = Pick<Thing, 'version' | 'effectiveAt' | 'recordedAt' | 'by' | 'state'>;

/** The month that a programme reports next; null after its last one and once it is closed. */
export const nextReport = (world: World, programme: Json): string | null => {
  const latest = world.published.at(-1)?.month;
  const { firstMonth, lastMonth } = programme.reporting;
  const month = latest === undefined ? firstMonth : nextMonth(latest);
  return programme.closeDown !== undefined || (lastMonth !== undefined && month > lastMonth) ? null : month;
};

const bandOf = (score: number, matrix: Json): string =>
  score <= matrix.lowUpTo ? 'low' : score <= matrix.mediumUpTo ? 'medium' : 'high';

/** The settings in force; at an instant before there were any, those that the programme began with. */
const settingsOf = (world: World, asAt: string | undefined): Json => {
  const programme = programmeIn(world);
  if (programme === undefined || asAt === undefined) return programme?.state.record;
  return (eventAt(programme, asAtFromText(asAt)) ?? programme.line[0])?.after.record;
};

const computed = (
  world: World,
  kind: Kind,
  { record, facts }: Seen['state'],
  asAt: string | undefined,
): { computed?: Json } => {
  const programme = settingsOf(world, asAt);
  switch (kind) {
    case 'programme':
      // Stories are told of days long gone, on which nothing was published yet.
      return {
        computed: { nextReport: nextReport(asAt === undefined ? world : { ...world, published: [] }, programme) },
      };
    case 'review': {
      const stages = stagesOf(programme);
      return {
        computed: {
          nextStage: stageAfter(stages, facts.stage),
          sroState: record.sros.length === 0 ? 'none' : record.sros.length === 1 ? 'one' : 'several',
          counted: record.lifecycle === 'active' || record.lifecycle === 'paused',
        },
      };
    }
    case 'risk': {
      const score = record.current.likelihood * record.current.impact;
      return { computed: { currentScore: score, currentBand: bandOf(score, programme.riskMatrix) } };
    }
    default:
      return {};
  }
};

const seen = (world: World, kind: Kind, id: string, storedRecord: Seen, asAt?: string): Json => ({
  ...(kind === 'programme' ? {} : { id }),
  record: storedRecord.state.record,
  facts: storedRecord.state.facts,
  struckOut: storedRecord.state.struckOut,
  version: storedRecord.version,
  effectiveAt: storedRecord.effectiveAt,
  recordedAt: storedRecord.recordedAt,
  recordedBy: storedRecord.by,
  ...computed(world, kind, storedRecord.state, asAt),
});
export const shown = (world: World, { kind, id }: Request, storedRecord: Thing): Json =>
  seen(world, kind, id, storedRecord);

const asAtOf = (storedRecord: Thing | undefined, asAt: string | undefined): Seen | undefined => {
  if (storedRecord === undefined || asAt === undefined) return storedRecord;
  const event = eventAt(storedRecord, asAtFromText(asAt));
  return event === undefined ? undefined : { ...event, state: event.after };
};

const listReviews = (world: World, query: Readonly<Record<string, string>>): Json => {
  const fits = (name: string, value: string | undefined): boolean => query[name] === undefined || query[name] === value;
  return reviewIds(world).flatMap((id) => {
    const then = asAtOf(reviewIn(world, id), query.asAt);
    if (then === undefined) return [];
    const { state, version } = then;
    const { record, facts } = state;
    const { title, lifecycle, tier, portfolio = null } = record;
    const isSro = query.sro === undefined || record.sros.some((one: Json) => one.subject === query.sro);
    return fits('stage', facts.stage) &&
      fits('lifecycle', lifecycle) &&
      fits('tier', tier) &&
      fits('portfolio', record.portfolio) &&
      isSro
      ? [{ id, title, stage: facts.stage, lifecycle, tier, portfolio, sros: record.sros, version }]
      : [];
  });
};

const history = (world: World, review: string): Json =>
  [...world.records]
    .filter(([name]) => name.startsWith(`${review}|`))
    .flatMap(([name, storedRecord]) =>
      storedRecord.line.map((event) => {
        const [, kind, id] = name.split('|');
        const { sequence, version, type, effectiveAt, recordedAt, by } = event;
        const of = kind === 'programme' ? { kind } : { kind, id };
        return { sequence, recordRef: of, version, type, effectiveAt, recordedAt, by };
      }),
    )
    .sort((a, b) => a.sequence - b.sequence);

export const readAnswer = (world: World, request: Request): Answer => {
  const { act, review, kind, id, query = {} } = request;
  switch (act) {
    case 'get': {
      const found = asAtOf(thingIn(world, review, kind, id), query.asAt);
      if (found !== undefined) return { status: 200, body: seen(world, kind, id, found, query.asAt) };
      const what = kind === 'programme' || kind === 'review' ? kind : 'entry';
      return { status: 404, code: `${what}.unknown` };
    }
    case 'list': {
      const items = register(world, review, kind).flatMap(([one, storedRecord]) => {
        const found = asAtOf(storedRecord, query.asAt);
        return found === undefined ? [] : [seen(world, kind, one, found, query.asAt)];
      });
      return { status: 200, body: { items, next: null } };
    }
    case 'list-reviews': {
      const then = settingsOf(world, query.asAt);
      const isThere = (name: string, known: readonly string[]): boolean =>
        query[name] === undefined || known.includes(query[name]);
      const portfolios = then.portfolios.map((one: Json) => one.id);
      if (!isThere('stage', stagesOf(then)) || !isThere('portfolio', portfolios))
        return { status: 400, code: 'request.invalid' };
      return { status: 200, body: { items: listReviews(world, query), next: null } };
    }
    case 'gate':
      return { status: 200, body: gateOf(world, review) };
    case 'history':
      return { status: 200, body: { items: history(world, review), next: null } };
    default:
      throw new Error(`${act} is no read`);
  }
};
