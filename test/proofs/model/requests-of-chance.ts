import { required } from '../../support/required.ts';
import type { Chance } from './chance.ts';
import { gateOf, stagesOf } from './gate-of-the-model.ts';
import { nextReport } from './reads-of-the-model.ts';
import { aDay, anEntry, aProgramme, aReview, months } from './records-of-chance.ts';
import { rolesFor } from './the-model.ts';
import type { Act, EntryKind, Json, Person, Request, Thing, World } from './world.ts';
import { programmeIn, register, reviewIds, reviewIn, thingIn } from './world.ts';

/* What somebody might ask next, given what stands: mostly sense, now and then none. */

const everybody: readonly Person[] = [
  { subject: 'tara-team', roles: ['transformation-team'] },
  { subject: 'sam-sro', roles: ['sro'] },
  { subject: 'olga-other', roles: ['sro'] },
  { subject: 'fay-finance', roles: ['finance'] },
  { subject: 'tara-team', roles: ['finance'] },
  { subject: 'asha-assurance', roles: ['assurance'] },
  { subject: 'pat-office', roles: ['programme-office'] },
  { subject: 'bo-board', roles: ['board'] },
];
const kinds: readonly EntryKind[] = [
  'risk',
  'saving',
  'milestone',
  'issue',
  'option',
  'return',
  'business-case',
  'market-engagement',
];
const wide: readonly EntryKind[] = ['risk', 'milestone', 'issue', 'market-engagement'];
const acts: readonly (readonly [number, Act])[] = [
  [30, 'put'],
  [5, 'strike-out'],
  [7, 'correct'],
  [9, 'move'],
  [2, 'stage-work'],
  [4, 'waive'],
  [4, 'outcome'],
  [4, 'validate'],
  [4, 'confirm'],
  [8, 'get'],
  [5, 'list'],
  [3, 'list-reviews'],
  [3, 'gate'],
  [1, 'history'],
];
const runs: readonly (readonly [number, Act])[] = [
  [4, 'run'],
  [1, 'revise'],
  [2, 'report'],
  [1, 'schedule'],
];
/** The ends of months to the millisecond, in winter and in summer time. */
const edges = [
  '2026-01-31T23:59:59.999Z',
  '2026-02-01T00:00:00.000Z',
  '2026-03-31T22:59:59.999Z',
  '2026-03-31T23:00:00.000Z',
  '2026-04-30T23:00:00.000Z',
];

export const somebodyFor = (chance: Chance, request: Pick<Request, 'act' | 'kind'>): Person => {
  const may = everybody.filter((one) => one.roles.some((role) => rolesFor(request).includes(role)));
  if (chance.in(0.05)) return chance.pick(everybody);
  const own = may.filter((one) => one.subject !== 'olga-other');
  return chance.pick(own.length > 0 && chance.in(0.8) ? own : may);
};

const daysLater = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);

const aTime = (chance: Chance): string => (chance.in(0.15) ? chance.pick(edges) : aDay(chance));
const effective = (chance: Chance, storedRecord: Thing | undefined): { effectiveAt?: string } => {
  const last = storedRecord?.effectiveAt;
  if (chance.in(0.02)) return { effectiveAt: '2199-01-01' };
  if (chance.in(0.08) || (last !== undefined && last > '2026-07-01')) return {};
  const goesOn = last === undefined || chance.in(0.15) ? aTime(chance) : daysLater(last, 1 + chance.below(30));
  return { effectiveAt: goesOn > '2026-07-31' ? '2026-07-31' : goesOn };
};

const expecting = (chance: Chance, storedRecord: Thing | undefined): { expected?: number | 'none-there' } =>
  chance.weighted<{ expected?: number | 'none-there' }>([
    [88, { expected: storedRecord?.version ?? 'none-there' }],
    [5, { expected: Math.max(1, (storedRecord?.version ?? 2) - 1) }],
    [2, { expected: (storedRecord?.version ?? 0) + 1 }],
    [3, { expected: 'none-there' }],
    [2, {}],
  ]);

const asAt = (chance: Chance): { query?: Record<string, string> } =>
  chance.in(0.6) ? { query: { asAt: aTime(chance) } } : {};

/** Filters of a list of reviews; at the same moment as a change of the settings none that is judged by them. */
const filters = (chance: Chance, world: World, alone: boolean): Record<string, string> => {
  const settings = programmeIn(world)?.state.record;
  const ofSettings =
    settings === undefined || !alone
      ? []
      : [['stage', chance.pick(stagesOf(settings))], ...settings.portfolios.map(({ id }: Json) => ['portfolio', id])];
  const others = [
    ['lifecycle', chance.pick(['active', 'paused', 'potential'])],
    ['tier', chance.pick(['1', '2'])],
    ['sro', chance.pick(['sam-sro', 'olga-other'])],
  ];
  const wanted = Object.fromEntries([...ofSettings, ...others].filter(() => chance.in(0.3)));
  return { ...wanted, ...(chance.in(0.5) ? asAt(chance).query : {}) };
};

const runBody = (chance: Chance, world: World): Json => {
  const next = nextReport(world, programmeIn(world)?.state.record) ?? '2026-01';
  const month = chance.weighted([
    [8, next > '2026-08' ? '2026-08' : next],
    [1, chance.pick(months)],
    [1, chance.pick(['2199-01', '2025-06'])],
  ]);
  return { month, ...chance.maybe(0.2, () => ({ early: true, reason: 'The board meets' })) };
};

const onEntry: Partial<Record<Act, EntryKind>> = { outcome: 'business-case', validate: 'saving', confirm: 'return' };

/** A request about an entry of a register: of one that stands, now and then of one that does not. */
const aboutEntry = (chance: Chance, world: World, act: Act, review: string, of?: EntryKind): Request => {
  const all = review === '' ? wide : kinds;
  const kept = all.filter((one) => register(world, review, one).length > 0);
  const kind = of ?? onEntry[act] ?? chance.pick(act === 'put' || kept.length === 0 || chance.in(0.1) ? all : kept);
  const required = register(world, review, kind);
  // Nothing to act upon: it is told first, but now and then.
  if (act !== 'put' && act !== 'get' && act !== 'list' && required.length === 0 && chance.in(0.85))
    return aboutEntry(chance, world, 'put', review, kind);
  const fresh = kind === 'return' ? chance.pick([...months, '2026-12']) : chance.pick(['one', 'two', 'three']);
  const known = required.length > 0 && chance.in(act === 'put' ? 0.6 : 0.95);
  const id = known ? chance.pick(required)[0] : fresh;
  const storedRecord = thingIn(world, review, kind, id);
  const common = { act, as: somebodyFor(chance, { act, kind }), review, kind, id };
  switch (act) {
    case 'put': {
      const body =
        storedRecord !== undefined && chance.in(0.12)
          ? storedRecord.state.record
          : anEntry(chance, kind, storedRecord?.state.record);
      return { ...common, body, ...expecting(chance, storedRecord), ...effective(chance, storedRecord) };
    }
    case 'strike-out': {
      const undo = storedRecord?.state.struckOut != null ? chance.in(0.9) : chance.in(0.1);
      return {
        ...common,
        body: { reason: 'Told twice', undo },
        ...expecting(chance, storedRecord),
        ...effective(chance, storedRecord),
      };
    }
    case 'correct': {
      const corrects =
        storedRecord === undefined || chance.in(0.1) ? 1 + chance.below(30) : chance.pick(storedRecord.line).sequence;
      const base = storedRecord?.state.record;
      const effectiveAt = chance.in(0.03) ? '2199-01-01' : aTime(chance);
      return {
        ...common,
        body: { corrects, effectiveAt, record: anEntry(chance, kind, base), reason: 'It was not so' },
      };
    }
    case 'outcome': {
      const outcome = chance.pick(['approved', 'approved', 'approved-with-conditions', 'returned', 'deferred']);
      const conditions =
        outcome === 'approved-with-conditions'
          ? [{ id: 'vat', text: 'Ask', owner: 'Finance', dueOn: '2026-05-01' }]
          : [];
      const body = { outcome, body: 'Board', on: '2026-02-01', reason: 'So it was', conditions };
      return { ...common, body, ...expecting(chance, reviewIn(world, review)), ...effective(chance, storedRecord) };
    }
    case 'validate': {
      const year = chance.pick(['2025/26', '2026/27', '2026/27', '2027/28']);
      return {
        ...common,
        body: { year, pounds: chance.below(9) * 10_000, on: '2026-04-01' },
        ...effective(chance, storedRecord),
      };
    }
    case 'confirm':
      return {
        ...common,
        body: chance.maybe(0.5, () => ({ words: 'As I know it' })),
        ...effective(chance, storedRecord),
      };
    default:
      return { ...common, ...asAt(chance) };
  }
};

const aboutReview = (chance: Chance, world: World, act: Act, review: string): Request => {
  const storedRecord = reviewIn(world, review);
  const programme = programmeIn(world)?.state.record;
  const common = { act, as: somebodyFor(chance, { act, kind: 'review' }), review, kind: 'review', id: review } as const;
  const change = { ...expecting(chance, storedRecord), ...effective(chance, storedRecord) };
  const stages = programme === undefined ? ['identified'] : stagesOf(programme);
  switch (act) {
    case 'put': {
      const body =
        storedRecord !== undefined && chance.in(0.12)
          ? storedRecord.state.record
          : aReview(chance, programme, storedRecord?.state.record);
      return { ...common, body, ...change };
    }
    case 'move': {
      const place = stages.indexOf(storedRecord?.state.facts.stage);
      const to = chance.weighted([
        [7, stages[place + 1] ?? 'closed'],
        [2, required(stages[Math.max(0, place - 1)])],
        [1, chance.in(0.2) ? 'nowhere' : chance.pick(stages)],
      ]);
      return { ...common, body: { to, ...chance.maybe(0.7, () => ({ reason: 'It did not stand up' })) }, ...change };
    }
    case 'stage-work':
      return {
        ...common,
        body: chance.in(0.5) ? { state: 'in-progress' } : { state: 'complete', on: '2026-03-01' },
        ...change,
      };
    case 'waive': {
      const criteria = storedRecord === undefined ? [] : gateOf(world, review).criteria;
      const lacking = criteria.filter(({ state }) => state !== 'met');
      const from = chance.in(0.85) && lacking.length > 0 ? lacking : criteria;
      const criterion = from.length === 0 || chance.in(0.05) ? 'GATE-99' : chance.pick(from).id;
      return { ...common, body: { criterion, reason: 'The board knows' }, ...change };
    }
    default:
      return { ...common, ...(act === 'get' ? asAt(chance) : {}) };
  }
};

const ofReviewAlone: readonly Act[] = ['move', 'stage-work', 'waive', 'gate', 'history'];

export const aRequest = (chance: Chance, world: World, some: 'any' | 'of-one-review', focus?: string): Request => {
  const office = { subject: 'pat-office', roles: ['programme-office'] } as const;
  const programme = { as: office, review: '', kind: 'programme', id: 'p' } as const;
  const storedRecord = programmeIn(world);
  if (storedRecord === undefined && chance.in(0.8))
    return {
      ...programme,
      act: 'put',
      body: aProgramme(chance),
      expected: 'none-there',
      effectiveAt: chance.pick(['2025-11-01', '2026-01-15']),
    };
  const closed = storedRecord?.state.record.closeDown !== undefined;
  if (chance.in(closed ? 0.4 : 0.04)) {
    const { closeDown: _, ...open } = aProgramme(chance, storedRecord?.state.record);
    const record = aProgramme(chance, storedRecord?.state.record);
    const body = closed ? open : record;
    return {
      ...programme,
      act: 'put',
      as: somebodyFor(chance, { act: 'put', kind: 'programme' }),
      body,
      ...expecting(chance, storedRecord),
      ...effective(chance, storedRecord),
    };
  }
  if (chance.in(0.02)) return { ...programme, act: 'get', ...asAt(chance) };
  if (some === 'any' && chance.in(0.08) && storedRecord !== undefined) {
    const act = chance.weighted(runs);
    const month = chance.pick([...world.published.map((one) => one.month), 'latest', '2026-05']);
    const as = somebodyFor(chance, { act, kind: 'publication' });
    const about = { act, review: '', kind: 'publication' } as const;
    if (act === 'run') return { ...about, as, id: '', body: runBody(chance, world) };
    if (act === 'revise')
      return { ...about, as, id: month === 'latest' ? '2026-01' : month, body: { reason: 'Told late' } };
    if (act === 'schedule')
      return { ...about, as: office, id: '', body: { by: daysLater('2026-02-01T00:00:00Z', chance.below(150)) } };
    return {
      ...about,
      as,
      id: month,
      ...(month !== 'latest' && chance.in(0.3) ? { query: { revision: chance.pick(['1', '2']) } } : {}),
    };
  }
  const reviews = reviewIds(world);
  const review =
    focus ?? (reviews.length === 0 || chance.in(0.06) ? chance.pick(['a', 'b', 'c', 'd']) : chance.pick(reviews));
  const act = chance.weighted(acts);
  if (act === 'list-reviews') {
    const query = filters(chance, world, some === 'any');
    return { ...programme, act, as: somebodyFor(chance, { act, kind: 'review' }), query };
  }
  if (
    ofReviewAlone.includes(act) ||
    ((act === 'put' || act === 'get') && (chance.in(0.3) || reviewIn(world, review) === undefined))
  )
    return aboutReview(chance, world, act, review);
  const ofProgramme = onEntry[act] === undefined && chance.in(0.12);
  return aboutEntry(chance, world, act, ofProgramme ? '' : review);
};
