import { registers } from '#registers/all.ts';
import { practiceExample, settingsOfPractice } from '#schemas/practice-example.ts';
import { anyStepFor, inOrderOfTime, stepsFor } from '../scenario-steps.ts';
import type { Scenario } from '../step.ts';
import { office, sros, team } from '../worked-example/personas.ts';

/*
 * The month that is open in the small sample: what a practice programme is filled with, as a programme of its own.
 */

const programmeId = 'better-connected';
const openMonth = '2026-04';
const begins = '2026-04-01';

const command = { ...stepsFor(programmeId), change: anyStepFor(programmeId) };
const personOf = ({ subject, name }: { readonly subject: string; readonly name: string }) => ({ subject, name });
const { reviews, lists, submitted } = practiceExample(openMonth, begins, {
  sro: personOf(sros.customer),
  lead: personOf(team),
});

const pluralOf = (kind: string): string => {
  const register = registers.find((one) => one.kind === kind);
  if (register === undefined) throw new Error(`there is no register of ${kind}`);
  return register.plural;
};

/** A small programme of a council that does not exist, in its one month, of which nobody has published anything. */
export const betterConnected: Scenario = {
  name: 'Better Connected (fictional)',
  programme: programmeId,
  // A day before: what is recorded on the first day is heard of.
  messagesFrom: '2026-03-31',
  steps: inOrderOfTime(
    [
      command.programme(
        { on: begins, as: office },
        {
          name: 'Better Connected',
          council: 'Exampleshire County Council (fictional)',
          ...settingsOfPractice,
          reporting: { firstMonth: openMonth, lastMonth: openMonth, reportDay: 10, returnsDueDay: 5 },
          source: 'Made up: no council, person, firm or figure in it is real',
          fictional: true,
        },
      ),
      ...reviews.map(({ id, record }) => command.review({ on: begins, as: team }, id, record)),
      ...lists.map(({ kind, review, entries }) =>
        command.change({ on: begins, as: team }, `record${pluralOf(kind)}`, { reviewId: review }, { entries }),
      ),
      command.entry({ on: '2026-05-04', as: team }, 'return', submitted.review, openMonth, submitted.record),
    ],
    [],
  ),
};
