import type { ProblemCode } from '#schemas/problems.ts';
import { required } from '../../support/required.ts';
import { gateOf, stagesOf } from './gate-of-the-model.ts';
import { fromText } from './london-time.ts';
import { contentFits, factsAfter, namesStand } from './puts-of-the-model.ts';
import { readAnswer, shown } from './reads-of-the-model.ts';
import { reportAct } from './runs-of-the-model.ts';
import type { Act, Answer, Json, Request, State, Thing, World } from './world.ts';
import { programmeIn, reviewIds, reviewIn, same, thingIn, withEvent } from './world.ts';

/*
 * The tracker as docs/meaning.md has it, in memory: what is asked in, the world after it and the answer out. It knows
 * nothing of chains of digests, cards, transactions, retries or pages.
 */

const status: Partial<Record<ProblemCode, number>> = {
  'request.invalid': 400,
  'role.not-allowed': 403,
  'review.not-the-sro': 403,
  'saving.own-claim': 403,
  'programme.unknown': 404,
  'review.unknown': 404,
  'entry.unknown': 404,
  'report.unpublished': 404,
  'version.stale': 412,
  'content.breaks-rule': 422,
  'version.missing': 428,
};
export const refusal = (code: ProblemCode): Answer => ({ status: status[code] ?? 409, code });

export const rolesFor = ({ act, kind }: Pick<Request, 'act' | 'kind'>): readonly string[] => {
  const team = ['transformation-team', 'programme-office'];
  const own: Partial<Record<Act, readonly string[]>> = {
    put: kind === 'programme' ? ['programme-office'] : kind === 'return' ? ['transformation-team'] : team,
    'strike-out': kind === 'return' ? ['transformation-team'] : team,
    correct: kind === 'return' ? ['transformation-team'] : team,
    move: ['transformation-team', 'sro'],
    'stage-work': ['transformation-team'],
    waive: ['sro'],
    outcome: ['sro'],
    validate: ['finance'],
    confirm: ['sro'],
    run: ['programme-office'],
    revise: ['programme-office'],
    history: ['transformation-team', 'sro', 'finance', 'assurance', 'programme-office'],
  };
  return own[act] ?? ['transformation-team', 'sro', 'finance', 'assurance', 'programme-office', 'board'];
};

const needsVersion: readonly Act[] = ['put', 'strike-out', 'move', 'stage-work', 'waive', 'outcome'];
const isState = (made: State | ProblemCode): made is State => typeof made !== 'string';

/** What an act makes of the thing, or why it is refused. */
const decide = (world: World, request: Request, before: Thing | undefined, at: string): State | ProblemCode => {
  const { act, as, body, review } = request;
  const isSro =
    as.roles.includes('sro') &&
    (reviewIn(world, review)?.state.record.sros ?? []).some((one: Json) => one.subject === as.subject);
  if (act === 'put') {
    if (!namesStand(world, request, body)) return 'content.breaks-rule';
    if (before !== undefined && before.state.struckOut !== null) return 'entry.struck-out';
    if (before !== undefined && request.kind === 'return' && before.state.facts.confirmed !== null)
      return same(before.state.record, body) ? before.state : 'return.already-confirmed';
    const put = { world, request, before: before?.state, record: body, at, by: as };
    return contentFits(put) ? { record: body, facts: factsAfter(put), struckOut: null } : 'content.breaks-rule';
  }
  if (before === undefined) return 'entry.unknown';
  const { state } = before;
  const { record, facts } = state;
  const by = as.subject;
  switch (act) {
    case 'strike-out':
      if (body.undo) return state.struckOut === null ? 'entry.not-struck-out' : { ...state, struckOut: null };
      return state.struckOut === null ? { ...state, struckOut: { reason: body.reason, by, at } } : 'entry.struck-out';
    case 'move': {
      if (!isSro && !as.roles.includes('transformation-team')) return 'review.not-the-sro';
      const stages = stagesOf(programmeIn(world)?.state.record);
      const [from, to] = [stages.indexOf(facts.stage), stages.indexOf(body.to)];
      if (to === -1) return 'stage.unknown';
      if (to === from) return 'stage.already-there';
      if (to < from && body.reason === undefined) return 'content.breaks-rule';
      if (to > from + 1) return 'stage.not-next';
      const gate = gateOf(world, review);
      if (to > from && !gate.open) return 'stage.gate-not-met';
      const waived = facts.waivers
        .filter(
          (one: Json) =>
            to > from && gate.criteria.some(({ id, state: is }) => id === one.criterion && is === 'waived'),
        )
        .map(({ stage: _, ...one }: Json) => one);
      const { reason } = body;
      const move = {
        at,
        from: facts.stage,
        to: body.to,
        direction: to > from ? 'forward' : 'back',
        reason,
        by,
        waived,
      };
      const moves = [...facts.moves, move];
      return { ...state, facts: { ...facts, stage: body.to, stageSince: at, stageWork: null, moves, waivers: [] } };
    }
    case 'stage-work':
      return { ...state, facts: { ...facts, stageWork: body } };
    case 'waive': {
      if (!isSro) return 'review.not-the-sro';
      const criterion = gateOf(world, review).criteria.find(({ id }) => id === body.criterion);
      if (criterion === undefined) return 'criterion.unknown';
      if (criterion.state === 'met') return 'criterion.met';
      const others = facts.waivers.filter((one: Json) => one.criterion !== body.criterion);
      return { ...state, facts: { ...facts, waivers: [...others, { ...body, by, at, stage: facts.stage }] } };
    }
    case 'outcome': {
      if (!isSro) return 'review.not-the-sro';
      if (state.struckOut !== null) return 'entry.struck-out';
      const number = facts.outcomes.length + 1;
      const supersedes = number === 1 ? undefined : number - 1;
      const conditions = body.conditions.map((one: Json) => ({ ...one, status: 'open' }));
      return {
        ...state,
        facts: { outcomes: [...facts.outcomes, { ...body, number, supersedes, by, at, conditions }] },
      };
    }
    case 'validate':
      if (state.struckOut !== null) return 'entry.struck-out';
      if (facts.claimedBySubject === by || facts.claims.some((one: Json) => one.year === body.year && one.by === by))
        return 'saving.own-claim';
      if (!record.years.some((one: Json) => one.year === body.year)) return 'saving.year-unknown';
      return { ...state, facts: { ...facts, validations: [...facts.validations, { ...body, by, at }] } };
    case 'confirm':
      if (!isSro) return 'review.not-the-sro';
      if (state.struckOut !== null) return 'entry.struck-out';
      if (facts.confirmed !== null) return 'return.already-confirmed';
      return { ...state, facts: { ...facts, confirmed: { at, by, ...body } } };
    default:
      throw new Error(`${act} is no act on a thing`);
  }
};

const types: Partial<Record<Act, string>> = {
  put: 'put',
  move: 'stage-moved',
  'stage-work': 'stage-work-recorded',
  waive: 'criterion-waived',
  outcome: 'outcome-recorded',
  validate: 'validated',
  confirm: 'confirmed',
};

/** The truth told from its instant on, over what stood there; what was told of later times stands. */
const correction = (world: World, request: Request, now: string): readonly [World, Answer] => {
  const { as, body, review, kind, id } = request;
  const at = fromText(body.effectiveAt);
  const storedRecord = thingIn(world, review, kind, id);
  if (storedRecord === undefined) return [world, refusal('entry.unknown')];
  const corrected = storedRecord.line.find((event) => event.sequence === body.corrects);
  if (corrected === undefined) return [world, refusal('correction.event-unknown')];
  const base = (storedRecord.line.filter((event) => event.effectiveAt <= at).at(-1) ?? corrected).after;
  const put = { world, request, before: base, record: body.record, at, by: as };
  const confirmed = kind === 'return' && base.facts.confirmed !== null;
  if (!namesStand(world, request, body.record)) return [world, refusal('content.breaks-rule')];
  if (!contentFits(put)) return [world, refusal('content.breaks-rule')];
  const facts = confirmed ? base.facts : factsAfter(put);
  const after = { record: body.record, facts, struckOut: base.struckOut };
  const told = { type: 'corrected', after, by: as.subject, effectiveAt: at, recordedAt: now };
  const next = withEvent(world, request, told);
  return [next, { status: 200, body: shown(next, request, required(thingIn(next, review, kind, id))) }];
};

/**
 * The world after a request, and its answer. `now` is the instant at which the tracker says that it recorded it:
 * whoever compares has checked that it lies between question and answer.
 */
export const predict = (world: World, request: Request, now: string): readonly [World, Answer] => {
  const no = (code: ProblemCode): readonly [World, Answer] => [world, refusal(code)];
  const { act, as, review, kind, id, expected } = request;
  if (!rolesFor(request).some((role) => as.roles.some((one) => one === role))) return no('role.not-allowed');
  if (needsVersion.includes(act) && (expected === undefined || (act !== 'put' && expected === 'none-there')))
    return no('version.missing');
  const given = request.effectiveAt === undefined ? undefined : fromText(request.effectiveAt);
  if (given !== undefined && given > now) return no('request.invalid');
  if (act === 'correct' && fromText(request.body.effectiveAt) > now) return no('request.invalid');
  const programme = programmeIn(world);
  if (kind !== 'programme' || act !== 'put') {
    if (programme === undefined) return no(act === 'report' ? 'report.unpublished' : 'programme.unknown');
    const mustStand = review !== '' && (kind !== 'review' || act === 'gate' || act === 'history' || act === 'get');
    if (mustStand && !reviewIds(world).includes(review)) return no('review.unknown');
  }
  if (act === 'run' || act === 'revise' || act === 'report' || act === 'schedule')
    return reportAct(world, request, now);
  if (act === 'get' || act === 'list' || act === 'list-reviews' || act === 'gate' || act === 'history')
    return [world, readAnswer(world, request)];

  const closed = programme?.state.record.closeDown !== undefined;
  if (closed && kind !== 'programme') return no('programme.closed');
  if (act === 'correct') return correction(world, request, now);
  const before = thingIn(world, review, kind, id);
  const versioned = act === 'outcome' ? reviewIn(world, review) : before;
  if (expected === 'none-there' && versioned !== undefined) return no('version.stale');
  if (typeof expected === 'number') {
    if (versioned === undefined)
      return no(kind === 'programme' ? 'programme.unknown' : kind === 'review' ? 'review.unknown' : 'entry.unknown');
    if (versioned.version !== expected) return no('version.stale');
  }
  if (closed && request.body.closeDown !== undefined) return no('programme.closed');
  const last = before?.effectiveAt ?? '';
  const at = given ?? (last > now ? last : now);
  const made = decide(world, request, before, at < last ? last : at);
  if (!isState(made)) return no(made);
  if (act === 'put' && before !== undefined && same(before.state, made))
    return [world, { status: 200, body: shown(world, request, before) }];
  if (at < last) return no('effective.out-of-order');
  const type = act === 'strike-out' ? (request.body.undo ? 'strike-out-undone' : 'struck-out') : (types[act] ?? '');
  const next = withEvent(world, request, { type, after: made, by: as.subject, effectiveAt: at, recordedAt: now });
  const status = act === 'put' && before === undefined ? 201 : 200;
  return [next, { status, body: shown(next, request, required(thingIn(next, review, kind, id))) }];
};
