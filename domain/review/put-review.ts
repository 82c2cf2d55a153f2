import type { Programme } from '#schemas/programme.ts';
import { Review, ReviewFacts } from '#schemas/review.ts';
import { isNotStated, stageNotStated, stageNow, stagesOf } from '#schemas/stages.ts';
import { type ContentRule, contentRefusal, faultsOf } from '../content-rule.ts';
import { faultsOfDates } from '../dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from '../decided.ts';
import { exemptionRule } from '../exemption/exemption-rule.ts';
import { unknownIn } from '../known-in-settings.ts';
import { changesOfLife } from './life-in-record.ts';
import { maturitySince } from './market-maturity.ts';
import { placesFrom } from './places.ts';
import { hasStage } from './stage-line.ts';

/** A review as a decision sees it: what its team put, and what acts made of it. */
export interface ReviewState {
  readonly record: Review;
  readonly facts: ReviewFacts;
}

interface PutReview {
  readonly programme: Programme;
  readonly before: ReviewState | null;
  readonly record: Review;
  readonly command: CommandContext;
  /** Whether what was recorded of an earlier time is put right. */
  readonly correcting?: true;
}

/** What the record of a review must keep to, besides its schema. */
export const reviewRules: readonly ContentRule<PutReview>[] = [
  {
    id: 'REV-01',
    sentence: "The directorate, portfolio and theme of a review are the programme's.",
    breaches: ({ programme, record }) => [
      ...unknownIn('/directorate', record.directorate, programme.directorates, 'a directorate'),
      ...unknownIn('/portfolio', record.portfolio, programme.portfolios, 'a portfolio'),
      ...unknownIn('/theme', record.theme, programme.themes, 'a theme'),
    ],
  },
  {
    id: 'REV-02',
    sentence: "A stage that a review names is one of the programme's stage model.",
    breaches: ({ programme, record }) => {
      const steps = stagesOf(programme.stageModel);
      const stageIn = (stage: string | undefined) => (stage === undefined ? undefined : stageNow(programme, stage));
      return [
        ...unknownIn('/openedAt/stage', stageIn(record.openedAt?.stage), [...steps, stageNotStated], 'a stage'),
        ...record.waitsFor.flatMap((wait, n) =>
          unknownIn(`/waitsFor/${n}/holdsStage`, stageIn(wait.holdsStage), steps, 'a stage'),
        ),
      ];
    },
  },
  {
    id: 'REV-03',
    sentence:
      'The stage that a review was opened at stays as recorded, unless it was not stated, or a correction puts it right before the first move.',
    breaches: ({ programme, before, record, correcting }) => {
      if (before === null) return [];
      const { openedAt } = before.record;
      if (openedAt?.stage === record.openedAt?.stage && openedAt?.source === record.openedAt?.source) return [];
      const { stage, moves } = before.facts;
      if (moves.length > 0)
        return [{ pointer: '/openedAt', message: 'must stay as it was: the review has moved since it was opened' }];
      return correcting === true || isNotStated(programme.stageModel, stage)
        ? []
        : [
            {
              pointer: '/openedAt',
              message:
                'must stay as it was when the review was opened; where that was wrong, correct what was recorded',
            },
          ];
    },
  },
  {
    id: 'REV-04',
    sentence:
      'The lifecycle, tier and portfolio of a review, and where it went, change by acts; a tier or portfolio that was not stated may be stated.',
    breaches: ({ before, record, correcting }) =>
      before === null || correcting === true ? [] : changesOfLife(before.record, record),
  },
];

const openingStage = (programme: Programme, record: Review): string => {
  const stage = record.openedAt?.stage ?? stagesOf(programme.stageModel)[0]?.id;
  if (stage === undefined || !(hasStage(programme, stage) || isNotStated(programme.stageModel, stage)))
    throw new Error('the stage model has no stage to open at');
  return stage;
};

/** Until the first move a review is at the stage that it was opened at; where that is stated or put right, from then on. */
const stageOf = ({ programme, record, command }: PutReview, before: ReviewState): ReviewFacts =>
  before.facts.moves.length > 0 || before.record.openedAt?.stage === record.openedAt?.stage
    ? before.facts
    : { ...before.facts, stage: openingStage(programme, record), stageSince: command.effectiveAt };

/** What is so of a review when it is opened: at the first stage, or at the one that its record names. */
export const opened = ({
  programme,
  record,
  command,
}: Pick<PutReview, 'programme' | 'record' | 'command'>): ReviewFacts => {
  const stage = openingStage(programme, record);
  return {
    stage,
    stageSince: command.effectiveAt,
    stageWork: null,
    moves: [],
    waivers: [],
    lifecycles: [{ lifecycle: record.lifecycle, at: command.effectiveAt }],
    ...maturitySince(null, record, command.effectiveAt),
  };
};

/**
 * Opens a review, at the first stage or at the one it is taken over at, or changes its record. Stage, waivers and
 * stage work stay: they change by acts. Refused: `content.breaks-rule` with every fault.
 */
export const putReview = (c: PutReview): Decided<ReviewState> => {
  const faults = [
    ...faultsOf(reviewRules, c),
    ...faultsOfDates(Review, c.record, c.command),
    ...faultsOf([exemptionRule], { exempt: c.record.exempt, record: Review, facts: ReviewFacts }),
  ];
  if (faults.length > 0) return refused(contentRefusal(faults));
  if (c.before === null) return done({ record: c.record, facts: opened(c) });
  const { marketMaturitySince: _before, ...kept } = stageOf(c, c.before);
  const maturity = maturitySince(c.before, c.record, c.command.effectiveAt);
  return done({ record: c.record, facts: { ...kept, ...placesFrom(c.before, c.record, c.command), ...maturity } });
};
