import { defineRules } from '#domain/registers/define-rules.ts';
import { dayOf } from '#language/time.ts';
import { datesOfHandover, type Handover, type HandoversSection, handover } from './record.ts';

type LastUpdate = HandoversSection[number]['lastUpdate'];

/** The update of the latest day, or the later day on which nothing had changed. */
const lastUpdateOf = ({ updates = [] }: Handover, reviewed: { readonly at: string } | undefined): LastUpdate => {
  const [last = null] = updates.toSorted((a, b) => (a.on > b.on ? -1 : 1));
  const unchangedOn = reviewed === undefined ? null : dayOf(reviewed.at);
  return unchangedOn !== null && (last === null || unchangedOn > last.on) ? { on: unchangedOn, words: null } : last;
};

export const handoverRules = defineRules(handover, {
  rules: [
    {
      id: 'HND-01',
      sentence: "An unrealised benefit that is handed over is one of the review's own record, by its id.",
      breaches: ({ record: { unrealised = [] }, review }) =>
        unrealised.flatMap((one, n) =>
          review?.record.unrealisedBenefits.some(({ id }) => id === one) === true
            ? []
            : [
                {
                  pointer: `/unrealised/${n}`,
                  message:
                    'must be the id of an unrealised benefit of the review: name it there first (unrealisedBenefits)',
                },
              ],
        ),
    },
    {
      id: 'HND-02',
      sentence: 'An update on what was handed over is not of a day before that.',
      breaches: ({ record: { on, updates = [] } }) =>
        updates.flatMap((one, n) =>
          one.on < on ? [{ pointer: `/updates/${n}/on`, message: 'must not be before the day of the handover' }] : [],
        ),
    },
  ],
  computed: (record, { reviewedNoChange }) =>
    datesOfHandover({ ...record, lastUpdate: lastUpdateOf(record, reviewedNoChange) }),
  section: (entries) =>
    entries.map(({ id, record, facts }) => {
      const { title, to, on, everyMonths, status } = record;
      const { savings = [], risks = [], issues = [], milestones = [], unrealised = [] } = record;
      const named = { savings, risks, issues, milestones, unrealised };
      return {
        ...{ id, title, to, on, everyMonths, status, ...named },
        lastUpdate: lastUpdateOf(record, facts.reviewedNoChange),
      };
    }),
});
