import { stagesOf } from './gate-of-the-model.ts';
import { monthOf } from './london-time.ts';
import type { Json, Kind, Person, Request, State, World } from './world.ts';
import { programmeIn, reviewIds, reviewIn, same, thingIn } from './world.ts';

/* What a put makes of a thing: the facts kept beside the record, and the content that rules refuse. */

interface Put {
  readonly world: World;
  readonly request: Request;
  readonly before: State | undefined;
  readonly record: Json;
  readonly at: string;
  readonly by: Person;
}

const scoreOf = (risk: Json): number => risk.current.likelihood * risk.current.impact;
const yearOf = (saving: Json, year: string): Json => saving.years.find((one: Json) => one.year === year);
const claimed = (saving: Json, year: string): number | undefined => yearOf(saving, year)?.claimedActual;
const forecasts = (saving: Json): Json =>
  saving.years.flatMap((one: Json) => (one.forecast === undefined ? [] : [[one.year, one.forecast]]));

/** The facts of a thing after a put. */
export const factsAfter = ({ world, request, before, record, at, by }: Put): Json => {
  const facts = before?.facts;
  const old = before?.record;
  switch (request.kind) {
    case 'review': {
      if (facts === undefined)
        return {
          stage: record.openedAt?.stage ?? stagesOf(programmeIn(world)?.state.record)[0],
          stageSince: at,
          stageWork: null,
          moves: [],
          waivers: [],
          lifecycles: [{ lifecycle: record.lifecycle, at }],
        };
      const { lifecycle } = record;
      return lifecycle === old.lifecycle ? facts : { ...facts, lifecycles: [...facts.lifecycles, { lifecycle, at }] };
    }
    case 'risk': {
      const score = scoreOf(record);
      const scores = facts?.scores ?? [];
      return { scores: scores.at(-1)?.score === score ? scores : [...scores, { at, score }] };
    }
    case 'milestone':
      return facts === undefined
        ? { originalBaseline: record.baseline, rebaselines: 0 }
        : { ...facts, rebaselines: facts.rebaselines + (old.baseline === record.baseline ? 0 : 1) };
    case 'saving': {
      const years: string[] = [...record.years, ...(old?.years ?? [])].map((one: Json) => one.year);
      const sameClaims = old !== undefined && years.every((year) => claimed(old, year) === claimed(record, year));
      return {
        validations: facts?.validations ?? [],
        forecastSince: old !== undefined && same(forecasts(old), forecasts(record)) ? facts.forecastSince : at,
        claimedBySubject: sameClaims ? facts.claimedBySubject : by.subject,
        claims: record.years.flatMap((one: Json) =>
          one.claimedActual === undefined
            ? []
            : old !== undefined && claimed(old, one.year) === one.claimedActual
              ? facts.claims.filter((claim: Json) => claim.year === one.year)
              : [{ year: one.year, by: by.subject }],
        ),
      };
    }
    case 'return':
      return {
        submittedAt: old !== undefined && same(old, record) ? facts.submittedAt : at,
        confirmed: facts?.confirmed ?? null,
      };
    case 'business-case':
      return facts ?? { outcomes: [] };
    default:
      return {};
  }
};

const hasStanding = (world: World, review: string, kind: Kind, id: string | undefined): boolean => {
  if (id === undefined) return true;
  const storedRecord = thingIn(world, review, kind, id);
  return storedRecord !== undefined && storedRecord.state.struckOut === null;
};

/** Whether every entry that the record names stands in the same chain. */
export const namesStand = (world: World, { review, kind }: Request, record: Json): boolean =>
  kind === 'issue'
    ? hasStanding(world, review, 'risk', record.risk)
    : kind === 'risk'
      ? hasStanding(world, review, 'issue', record.issue)
      : kind === 'saving'
        ? hasStanding(world, review, 'milestone', record.milestone)
        : true;

/** Whether the content keeps the rules of its kind. */
export const contentFits = ({ world, request, before, record, at }: Put): boolean => {
  const old = before?.record;
  const programme = programmeIn(world)?.state.record;
  switch (request.kind) {
    case 'programme': {
      const latest = world.published.at(-1)?.month;
      const { firstMonth, lastMonth } = record.reporting;
      const removed = (old?.portfolios ?? []).filter(
        (one: Json) => !record.portfolios.some((kept: Json) => kept.id === one.id),
      );
      const isUsed = removed.some((one: Json) =>
        reviewIds(world).some((id) => reviewIn(world, id)?.state.record.portfolio === one.id),
      );
      if (isUsed) return false;
      return (
        old === undefined ||
        ((reviewIds(world).length === 0 || same(old.stageModel, record.stageModel)) &&
          (latest === undefined || (firstMonth === old.reporting.firstMonth && (lastMonth ?? latest) >= latest)))
      );
    }
    case 'review':
      return (
        (record.portfolio === undefined || programme.portfolios.some((one: Json) => one.id === record.portfolio)) &&
        [record.openedAt?.stage, ...record.waitsFor.map((wait: Json) => wait.holdsStage)].every(
          (stage) => stage === undefined || stagesOf(programme).includes(stage),
        ) &&
        (old === undefined || same(old.openedAt, record.openedAt))
      );
    case 'milestone': {
      const late = (record.actual ?? '') > record.baseline || (record.forecast ?? '') > record.baseline;
      const moved = old !== undefined && old.baseline !== record.baseline;
      return (
        (!late || record.delayReason !== undefined) &&
        (!moved || (record.agreedChange !== undefined && !same(record.agreedChange, old.agreedChange)))
      );
    }
    case 'saving':
      return record.years.every(
        ({ plan, states = {} }: Json) =>
          Object.values<number>(states).reduce((sum, one) => sum + one, 0) <= (typeof plan === 'number' ? plan : 0),
      );
    case 'return':
      return request.id <= monthOf(at);
    case 'business-case':
      return (
        old === undefined ||
        before?.facts.outcomes.length === 0 ||
        (old.type === record.type && old.caseVersion === record.caseVersion)
      );
    default:
      return true;
  }
};
