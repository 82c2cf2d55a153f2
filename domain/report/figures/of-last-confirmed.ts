import { isOld, type StateOfKind, statesOfProgramme, statesOfReview } from '../last-confirmed.ts';
import type { ReviewInReport } from '../review-in-report.ts';
import { ruleOfMeaning } from './figure.ts';
import { type FiguresOfRecords, figuresOfRecords, itselfNamed } from './of-records.ts';

/** A state with the review whose record it is in; null: it is in the programme's. */
interface StateAt extends StateOfKind {
  readonly of: ReviewInReport | null;
  readonly programme: string;
}

/** Kinds of which what holds is said of all the review, and of no entry. */
const ofWhole: readonly string[] = ['market-engagement', 'market-maturity'];

const isOldAt = ({ confirmedOn }: StateAt, month: Parameters<typeof isOld>[1]): boolean =>
  confirmedOn !== undefined && isOld(confirmedOn, month);

/** When each state was last confirmed. */
export const figuresOfLastConfirmed: readonly FiguresOfRecords[] = [
  figuresOfRecords({
    part: 'lastConfirmed',
    register: 'review',
    whose: 'every',
    rule: ruleOfMeaning(
      'TIME-23',
      'What holds until somebody says otherwise was last confirmed when it was recorded, changed or reviewed without a change; after three months that is old.',
    ),
    ofReview: (of, { month, setting }): readonly StateAt[] =>
      statesOfReview(of, month).map((one) => ({ ...one, of, programme: setting.programmeId })),
    ofProgramme: (wide, { setting }): readonly StateAt[] =>
      statesOfProgramme(wide).map((one) => ({ ...one, of: null, programme: setting.programmeId })),
    named: ({ kind, id, what, of, programme }) => {
      const { register, entry } = itselfNamed(of?.id ?? null, programme);
      return ofWhole.includes(kind) ? { id: entry, title: null, register } : { id, title: what, register: kind };
    },
    figures: {
      old: {
        title: 'Not confirmed for three months',
        value: ({ old }) => old.total,
        gives: (one, { month }) => isOldAt(one, month),
      },
    },
    tables: [
      {
        asked: ({ by }) =>
          by.flatMap(({ key, name, total, old }) => [
            { name: `${key}.total`, title: `${name}: when last confirmed is known`, value: total },
            { name: `${key}.old`, title: `${name}: not confirmed for three months`, value: old },
          ]),
        gives: (one, { month }) => ({
          [`${one.kind}.total`]: one.confirmedOn !== undefined,
          [`${one.kind}.old`]: isOldAt(one, month),
        }),
      },
    ],
  }),
];
