import { defineRules } from '#domain/registers/define-rules.ts';
import { dateInWords } from '#language/in-words.ts';
import { dayOf } from '#language/time.ts';
import { openActionsOf } from './actions.ts';
import { type Meeting, type Minute, meeting } from './record.ts';

/** What an item of the minutes may say only if it is of a kind. */
const onlyOf: readonly (readonly [Minute['kind'], readonly (keyof Minute)[]])[] = [
  ['decision', ['outcome', 'decision', 'votes']],
  ['action', ['owner', 'due', 'status', 'doneOn']],
];

const outOfKind = (minute: Minute, at: string) =>
  onlyOf.flatMap(([kind, fields]) =>
    minute.kind === kind
      ? []
      : fields
          .filter((field) => minute[field] !== undefined)
          .map((field) => ({ pointer: `${at}/${field}`, message: `must be left out: it is of no ${kind}` })),
  );

const doneWithoutDay = ({ status, doneOn }: Minute, at: string) => {
  if (status === 'done' && doneOn === undefined)
    return [{ pointer: `${at}/doneOn`, message: 'must say on which day the action was done' }];
  return status !== 'done' && doneOn !== undefined
    ? [{ pointer: `${at}/doneOn`, message: 'must be left out: the action is not done. Its status is then "done"' }]
    : [];
};

const offAgenda = ({ item }: Minute, { agenda }: Meeting, at: string) =>
  item === undefined || agenda.some(({ id }) => id === item)
    ? []
    : [{ pointer: `${at}/item`, message: 'must be the id of an item of its agenda, or be left out' }];

/** What an item of the agenda is about needs the review or the record that it names. */
const needed: Readonly<Record<Meeting['agenda'][number]['matter'], readonly ('review' | 'entry')[]>> = {
  decision: ['entry'],
  'change-request': ['entry'],
  gate: ['review'],
  outcome: ['review', 'entry'],
  escalation: ['entry'],
  return: ['review', 'entry'],
  action: [],
  other: [],
};

export const meetingRules = defineRules(meeting, {
  rules: [
    {
      id: 'MTG-01',
      sentence: 'A meeting is held on a day that has come, and has minutes and attendees only once it was.',
      breaches: ({ record, command: { effectiveAt } }) => {
        const today = dayOf(effectiveAt);
        if (record.status === 'held')
          return record.on <= today
            ? []
            : [
                {
                  pointer: '/status',
                  message: `must be "planned" until ${dateInWords(record.on)}, the day of the meeting`,
                },
              ];
        return (['attendees', 'minutes', 'minutesAgreedOn'] as const)
          .filter((field) => record[field] !== undefined && record[field]?.length !== 0)
          .map((field) => ({ pointer: `/${field}`, message: 'must be left out until the status is "held"' }));
      },
    },
    {
      id: 'MTG-02',
      sentence:
        'An item of the minutes comes from the agenda, if it says so; a decision has an outcome, an action its owner, due date and status.',
      breaches: ({ record }) =>
        record.minutes.flatMap((minute, n) => {
          const at = `/minutes/${n}`;
          return [...offAgenda(minute, record, at), ...outOfKind(minute, at), ...doneWithoutDay(minute, at)];
        }),
    },
    {
      id: 'MTG-03',
      sentence: 'An item of the agenda names the review and the record that it is about.',
      breaches: ({ record: { agenda } }) =>
        agenda.flatMap((item, n) =>
          needed[item.matter]
            .filter((field) => item[field] === undefined)
            .map((field) => ({
              pointer: `/agenda/${n}/${field}`,
              message:
                field === 'review' ? 'must name the review that it is about' : 'must name the record that it is about',
            })),
        ),
    },
    {
      id: 'MTG-04',
      sentence: 'A decision that is minuted is one of the programme or of a review, not both.',
      breaches: ({ record: { minutes } }) =>
        minutes.flatMap(({ kind, decision, ofReview }, n) => {
          if (ofReview?.decision === undefined) return [];
          const pointer = `/minutes/${n}/ofReview/decision`;
          if (kind !== 'decision') return [{ pointer, message: 'must be left out: it is of no decision' }];
          return decision === undefined
            ? []
            : [{ pointer, message: 'must be left out: "decision" names one of the programme already' }];
        }),
    },
  ],
  computed: (record) => ({
    openActions: openActionsOf(record).length,
    decided: record.minutes.filter(({ kind }) => kind === 'decision').length,
  }),
});
