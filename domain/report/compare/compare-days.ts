import { dateInWords } from '#language/in-words.ts';
import { dayOf, type Instant, type LocalDate } from '#language/time.ts';
import type { ComparedDays, DayFigures } from '#schemas/days-comparison.ts';
import type { Refusal } from '#schemas/problems.ts';
import type { TwoDays } from '#schemas/two-days.ts';
import { inOrder, reviewKey } from '../in-order.ts';
import type { GivenContent } from '../span/given-months.ts';
import { happenedIn } from '../span/happened.ts';
import { sideBySide } from '../span/side-by-side.ts';
import { comparedContents, howMuchDiffers } from './compared-contents.ts';
import { type IsOfPeriod, isOfMonth } from './row-differences.ts';

/** docs/meaning.md REPORT-37: why two days may not be compared; null: they may. `began`: the instant at which the programme began. */
export const daysRefusal = ({ from, to }: TwoDays, began: Instant, now: Instant): Refusal | null => {
  const faults = [
    ...(to > dayOf(now) ? [{ in: 'body' as const, pointer: '/to', message: 'must not be a day to come' }] : []),
    ...(from < dayOf(began)
      ? [
          {
            in: 'body' as const,
            pointer: '/from',
            message: `must not be before ${dateInWords(dayOf(began))}, on which the programme began`,
          },
        ]
      : []),
  ];
  return faults.length === 0
    ? null
    : {
        code: 'request.invalid',
        detail: 'Days are compared that the programme has had: from the one on which it began to today.',
        faults,
      };
};

const ofPeriod = new Set(['changeRequests inMonth', 'meetings held', 'risks escalations ended']);

/** The earlier of two days has no period of its own, so that what stands in one is no difference between them. */
const isOfPeriod: IsOfPeriod = (path) =>
  isOfMonth(path) ||
  path.at(-1) === 'movesInMonth' ||
  ofPeriod.has(path.slice(0, 2).join(' ')) ||
  ofPeriod.has(path.slice(0, 3).join(' '));

const figuresOf = (given: GivenContent): DayFigures => {
  const { month: _, entered: __, left: ___, ...figures } = sideBySide(given);
  return figures;
};

/** What the later day has and the earlier one had not, in the order of the days on which it happened. */
const happenedBetween = (later: GivenContent): ComparedDays['happened'] => {
  const lists = happenedIn(later);
  const rows = lists.flatMap((one) => one.rows).map(({ month: _, ...row }) => row);
  return {
    total: lists.reduce((sum, one) => sum + one.unnamed, rows.length),
    rows: inOrder(rows, (one) => [one.on ?? '', one.kind, reviewKey(one), one.what]),
  };
};

/** A position at the end of a day, and the day. */
export interface GivenDay extends GivenContent {
  readonly day: LocalDate;
}

/**
 * All that differs between the ends of two days, as their reader may see them (docs/meaning.md REPORT-37). The later position is measured from the
 * earlier one, so its flow and what happened are of the days between.
 */
export const compareDays = (later: GivenDay, earlier: GivenDay): ComparedDays => {
  const { programme, flow } = later.report.content;
  const { id, name, phase, council, fictional } = programme;
  const { months: _, ways: __, ...between } = flow;
  const named = `the end of ${dateInWords(earlier.day)} and that of ${dateInWords(later.day)}`;
  const compared = comparedContents(later, earlier, isOfPeriod);
  return {
    programme: { id, name, phase, council, fictional },
    ...compared,
    inShort: [howMuchDiffers(compared, named) ?? `Nothing that is counted differs between ${named}.`, flow.sentence],
    figures: { before: figuresOf(earlier), after: figuresOf(later) },
    flow: between,
    happened: happenedBetween(later),
  };
};
