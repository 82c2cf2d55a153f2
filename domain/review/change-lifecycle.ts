import { hasEnded, kindsFrom, kindsInWords, type Way, wayOf } from '#schemas/lifecycle-acts.ts';
import type { ChangeLifecycle } from '#schemas/lifecycle-change.ts';
import type { Programme } from '#schemas/programme.ts';
import type { Lifecycle, LifecycleChange, Review } from '#schemas/review.ts';
import { onceEach } from '#schemas/review-parts.ts';
import { stageNameIn, stageNow, stagesOf } from '#schemas/stages.ts';
import { type Breach, contentRefusal } from '../content-rule.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import { unknownIn } from '../known-in-settings.ts';
import type { NamedReview } from './named-reviews.ts';
import { placesFrom } from './places.ts';
import type { ReviewState } from './put-review.ts';

/** Another review of the programme, as an act that names it sees it. */
export interface OtherReview {
  readonly lifecycle: Lifecycle;
  readonly struckOut: boolean;
}

interface Change {
  readonly programme: Programme;
  readonly id: string;
  readonly review: ReviewState;
  readonly request: ChangeLifecycle;
  /** Of the reviews that the act names those that there are. */
  readonly named: ReadonlyMap<string, OtherReview>;
  readonly command: CommandContext;
}

/** The reviews that an act names. */
export const namedByAct = ({ into = [] }: ChangeLifecycle): readonly NamedReview[] =>
  into.map((review, n) => ({ pointer: `/into/${n}`, review }));

/** What it is split into, now and before. */
const splitInto = ({ splitInto: before = [] }: Review, into: readonly string[]): string[] => [
  ...new Set([...before, ...into]),
];

const faultsOfNamed = ({ id, request, named }: Change): Breach[] =>
  namedByAct(request).flatMap(({ pointer, review }): Breach[] => {
    const other = named.get(review);
    if (other === undefined || review === id)
      return [{ pointer, message: 'must be another review of this programme: open it first, with a PUT' }];
    if (other.struckOut)
      return [
        { pointer, message: 'must be a review that is not struck out: name another, or have that one put back first' },
      ];
    return hasEnded(other.lifecycle)
      ? [
          {
            pointer,
            message: `must be a review that goes on, and this one is ${other.lifecycle}: name another, or have it reopened first`,
          },
        ]
      : [];
  });

const faultsOfSplit = ({ review, request: { kind, into = [] } }: Change): Breach[] =>
  kind === 'split' && splitInto(review.record, into).length > 20
    ? [{ pointer: '/into', message: 'must not bring what it is split into above 20 reviews' }]
    : [];

/** A review is complete at the last stage; before it, what is not realised goes on with an owner (docs/meaning.md REVIEW-25). */
const faultsOfCompletion = ({ programme, review, request }: Change): Breach[] => {
  if (request.kind !== 'complete') return [];
  const last = stagesOf(programme.stageModel).at(-1);
  const left = [...review.record.unrealisedBenefits, ...(request.unrealised ?? [])];
  if (!onceEach(left))
    return [{ pointer: '/unrealised', message: 'must not use an id that is there already, or twice' }];
  if (left.length > 50) return [{ pointer: '/unrealised', message: 'must not bring what is left above 50 entries' }];
  if (
    stageNow(programme, review.facts.stage) === last?.id ||
    (left.length > 0 && left.every(({ owner }) => owner !== undefined))
  )
    return [];
  const here = stageNameIn(programme.stageModel, stageNow(programme, review.facts.stage));
  return [
    {
      pointer: '/unrealised',
      message: `must name what is left unrealised, each with its owner: the review is at the stage "${here}", and is complete without it at "${last?.name ?? ''}" only`,
    },
  ];
};

const faultsOfPlace = ({ programme, review: { record }, request }: Change): Breach[] => [
  ...(['tier', 'portfolio', 'title'] as const)
    .filter((field) => request[field] !== undefined && request[field] === record[field])
    .map((field) => ({ pointer: `/${field}`, message: 'must be another than it has already' })),
  ...unknownIn('/portfolio', request.portfolio, programme.portfolios, 'a portfolio'),
];

/** Where a review went is of its last end: reopened, it went nowhere. */
const notEnded = ({ transferredTo: _to, mergedInto: _into, ...record }: Review): Review => record;

/** A tier, portfolio or title from an instant on. */
const placed = ({ review: { record, facts }, request, command }: Change): ReviewState => {
  const { tier = record.tier, portfolio = record.portfolio, title = record.title } = request;
  const next = { ...record, tier, title, ...(portfolio === undefined ? {} : { portfolio }) };
  return { record: next, facts: { ...facts, ...placesFrom({ record, facts }, next, command) } };
};

const lived = ({ review: { record, facts }, request, command }: Change, { to, by }: Way): ReviewState => {
  const { kind, into, unrealised = [] } = request;
  const split = kind === 'split' && into !== undefined ? { splitInto: splitInto(record, into) } : {};
  if (request.goesOn === true) return { record: { ...record, ...split }, facts };
  const [mergedInto] = kind === 'merge' ? (into ?? []) : [];
  const change: LifecycleChange = {
    lifecycle: to,
    at: command.effectiveAt,
    by,
    ...(into === undefined ? {} : { into }),
  };
  return {
    record: {
      ...notEnded(record),
      ...split,
      ...(mergedInto === undefined ? {} : { mergedInto }),
      ...(request.to === undefined ? {} : { transferredTo: request.to }),
      unrealisedBenefits: [...record.unrealisedBenefits, ...unrealised],
      lifecycle: to,
      lifecycleReason: request.reason,
    },
    facts: { ...facts, lifecycles: [...facts.lifecycles, change] },
  };
};

/**
 * An act in the life of a review, with its reason: its lifecycle, tier, portfolio or title from an instant on.
 * Refused: `lifecycle.not-from-here` with the acts that are taken from where it is; `content.breaks-rule` with every fault.
 */
export const changeLifecycle = (c: Change): Decided<ReviewState> => {
  const { kind } = c.request;
  const { lifecycle, title } = c.review.record;
  const way = wayOf(kind);
  if (way !== undefined && !way.from.includes(lifecycle)) {
    const kinds = kindsFrom(lifecycle);
    return refused({
      code: 'lifecycle.not-from-here',
      detail: `${title} is ${lifecycle}, and "${kind}" does not lead on from there; ${kindsInWords(kinds)} ${kinds.length === 1 ? 'does' : 'do'}. Where that was recorded wrongly, correct what was recorded.`,
      facts: { lifecycle, kinds: [...kinds] },
    });
  }
  const breaches = [...faultsOfNamed(c), ...faultsOfSplit(c), ...faultsOfCompletion(c), ...faultsOfPlace(c)];
  if (breaches.length > 0) return refused(contentRefusal(breaches.map((breach) => ({ in: 'body', ...breach }))));
  return done(way === undefined ? placed(c) : lived(c, way));
};
