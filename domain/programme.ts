import { counted, dateInWords, listed, monthInWords } from '#language/in-words.ts';
import { type ReportMonth, withinCalendar } from '#language/time.ts';
import { type SettingsList, settingsLists } from '#registers/field-kinds.ts';
import type { Refusal } from '#schemas/problems.ts';
import { Programme } from '#schemas/programme.ts';
import { reportDueOn } from '#schemas/reporting.ts';
import { isStageOf, stageNameIn, stageNotStated, stageNow, stagesOf } from '#schemas/stages.ts';
import { type ContentRule, contentRefusal, faultsOf } from './content-rule.ts';
import { faultsOfDates } from './dates-of-facts.ts';
import { type CommandContext, type Decided, done, refused } from './decided.ts';
import { mtfpRules } from './mtfp-versions.ts';

/** Something that the settings no longer list. */
export interface Removed {
  readonly list: SettingsList;
  readonly id: string;
}

/** The words that a list of the settings holds. */
export const idsIn = (programme: Programme, list: SettingsList): readonly string[] =>
  list === 'deliveryModels' ? programme.deliveryModels : (programme[list] ?? []).map((one) => one.id);

/** What a change takes out of those lists; nothing where the programme is new. */
export const removedBy = (before: Programme | null, record: Programme): readonly Removed[] =>
  before === null
    ? []
    : settingsLists.flatMap((list) => {
        const kept = new Set(idsIn(record, list));
        return idsIn(before, list).flatMap((id) => (kept.has(id) ? [] : [{ list, id }]));
      });

/** A word of the settings, the ids of the reviews that use it, and the programme's own entries that do, as they are named in a sentence. */
export interface StillUsed extends Removed {
  readonly reviews: readonly string[];
  readonly entries: readonly string[];
}

interface PutProgramme {
  readonly before: Programme | null;
  readonly record: Programme;
  readonly command: CommandContext;
  /** The highest month of which a report is published; null while there is none. */
  readonly published: { readonly latestMonth: ReportMonth | null };
  /** The ids of the named baselines that are there. */
  readonly namedBaselines: readonly string[];
  /** How many reviews the programme has. */
  readonly reviews: number;
  /** The reviews at each stage that the change leaves out. */
  readonly atStagesGone: ReadonlyMap<string, readonly string[]>;
  /** Whether what was recorded of an earlier time is put right. */
  readonly correcting?: true;
  /** What the change takes out although it is used. */
  readonly stillUsed: readonly StillUsed[];
}

/** The stages that the settings had, or had moved reviews out of, of which the model has none now and leads to none. */
export const stagesGone = (before: Programme | null, record: Programme): readonly string[] =>
  before === null
    ? []
    : [
        ...new Set([
          ...stagesOf(before.stageModel).map(({ id }) => id),
          ...(before.stagesMoved ?? []).map(({ from }) => from),
        ]),
      ].filter((stage) => !isStageOf(record, stage));

/** At a stage that is gone: which reviews are there, so that whoever changes the model can say where they go. */
const whoIsThere = (reviews: readonly string[]): string =>
  reviews.length === 0
    ? 'none is there now, and one may be recorded of an earlier time'
    : `${listed(reviews.slice(0, mostNamedAtStage))}${reviews.length > mostNamedAtStage ? ` and ${reviews.length - mostNamedAtStage} others` : ''}`;

const hasStageNotStated = ({ stageModel }: Programme): boolean =>
  stagesOf(stageModel).some(({ id }) => id === stageNotStated.id);

/** More reviews than so many are not named one by one. */
const mostNamed = 5;
const mostNamedAtStage = 50;

const whoUses = ({ reviews, entries }: StillUsed): string => {
  const named = [...reviews, ...entries];
  const users = [
    ...(reviews.length === 0 ? [] : [counted(reviews.length, 'review')]),
    ...(entries.length === 0 ? [] : [`${counted(entries.length, 'entry', 'entries')} of the programme`]),
  ];
  return `${listed(users)} ${named.length === 1 ? 'uses' : 'use'}: ${listed(named.slice(0, mostNamed))}${named.length > mostNamed ? ' and others' : ''}`;
};

/** What a change of the settings must not spoil. */
export const programmeRules: readonly ContentRule<PutProgramme>[] = [
  {
    id: 'PRG-01',
    sentence:
      'Once the programme has reviews, its model loses a stage only where the settings say at which stage the reviews there are from then on.',
    breaches: ({ before, record, reviews, atStagesGone }) =>
      before === null || reviews === 0
        ? []
        : stagesGone(before, record).map((stage) => ({
            pointer: '/stagesMoved',
            message: `must say to which stage reviews at "${stageNameIn(before.stageModel, stage)}" go, as {"from": "${stage}", "to": "<stage>"}, for the model has it no longer: ${whoIsThere(atStagesGone.get(stage) ?? [])}`,
          })),
  },
  {
    id: 'PRG-07',
    sentence: 'Reviews are moved out of a stage that the programme had, and to one that its model has.',
    breaches: ({ before, record }) =>
      (record.stagesMoved ?? []).flatMap(({ from: stage }, n) => {
        const pointer = `/stagesMoved/${n}`;
        if (stagesOf(record.stageModel).some(({ id }) => id === stage))
          return [{ pointer, message: 'must name a stage that the model no longer has' }];
        if (before === null || !isStageOf(before, stage))
          return [{ pointer, message: 'must name a stage that the programme had' }];
        return isStageOf(record, stage)
          ? []
          : [{ pointer, message: `must lead to a stage of the model, which has no "${stageNow(record, stage)}"` }];
      }),
  },
  {
    id: 'PRG-08',
    sentence:
      'Where reviews were moved to stays as recorded, and the stage that they were moved out of is not used again.',
    breaches: ({ before, record, reviews, correcting }) =>
      before === null || reviews === 0 || correcting === true
        ? []
        : (before.stagesMoved ?? []).flatMap(({ from, to }) =>
            record.stagesMoved?.some((one) => one.from === from && one.to === to) === true
              ? []
              : [
                  {
                    pointer: '/stagesMoved',
                    message: `must keep {"from": "${from}", "to": "${to}"}: reviews were moved there`,
                  },
                ],
          ),
  },
  {
    id: 'PRG-06',
    sentence: 'No stage of a programme\'s own has the id "not-stated", which says that a stage is not stated.',
    breaches: ({ before, record }) =>
      !hasStageNotStated(record) || (before !== null && hasStageNotStated(before))
        ? []
        : [{ pointer: '/stageModel/stages', message: `must not have a stage of the id ${stageNotStated.id}` }],
  },
  {
    id: 'PRG-02',
    sentence: 'The first month to report stays once a month is published.',
    breaches: ({ before, record, published }) =>
      before === null || published.latestMonth === null || before.reporting.firstMonth === record.reporting.firstMonth
        ? []
        : [
            {
              pointer: '/reporting/firstMonth',
              message: `must stay ${monthInWords(before.reporting.firstMonth)}, for ${monthInWords(published.latestMonth)} is published`,
            },
          ],
  },
  {
    id: 'PRG-03',
    sentence: 'The last month to report is not before the latest published one.',
    breaches: ({ record, published: { latestMonth } }) =>
      latestMonth === null || record.reporting.lastMonth === undefined || record.reporting.lastMonth >= latestMonth
        ? []
        : [
            {
              pointer: '/reporting/lastMonth',
              message: `must not be before ${monthInWords(latestMonth)}, which is published`,
            },
          ],
  },
  {
    id: 'PRG-04',
    sentence:
      "A directorate, portfolio, theme, objective or delivery model that a review, or an entry of the programme's own, uses stays.",
    breaches: ({ stillUsed }) =>
      stillUsed.map((one) => ({ pointer: `/${one.list}`, message: `must keep ${one.id}, which ${whoUses(one)}` })),
  },
  {
    id: 'PRG-05',
    sentence: 'The first month to report has a report day within the calendar, which ends with 2199.',
    breaches: ({ record: { reporting } }) =>
      withinCalendar(reportDueOn(reporting, reporting.firstMonth)) === null
        ? [{ pointer: '/reporting/firstMonth', message: 'must be at the latest November 2199' }]
        : [],
  },
  {
    id: 'PRG-09',
    sentence: 'The named baseline that reports compare with is there, and not struck out, when the settings name it.',
    breaches: ({ before, record: { comparedWith }, namedBaselines }) =>
      comparedWith === undefined || comparedWith === before?.comparedWith || namedBaselines.includes(comparedWith)
        ? []
        : [
            {
              pointer: '/comparedWith',
              message: `must be the id of a named baseline of the programme: ${namedBaselines.length === 0 ? 'it has none yet' : `it has ${listed(namedBaselines.slice(0, mostNamed))}`}`,
            },
          ],
  },
  ...mtfpRules,
];

/** 409 for whatever is recorded in a closed programme; null while it is open. */
export const closedRefusal = (programme: Programme): Refusal | null =>
  programme.closeDown === undefined
    ? null
    : {
        code: 'programme.closed',
        detail: `The programme was closed on ${dateInWords(programme.closeDown.on)}; nothing more is recorded in it. To go on, the programme office first takes "closeDown" out of its settings (a PATCH of the programme with "closeDown": null).`,
        facts: { closedOn: programme.closeDown.on },
      };

/**
 * Sets a programme up or changes its settings. A closed programme takes one change: the close-down record taken out,
 * which opens it again. Refused: `programme.closed`, `content.breaks-rule` with every fault.
 */
export const putProgramme = (c: PutProgramme): Decided<Programme> => {
  const closed = c.before === null || c.record.closeDown === undefined ? null : closedRefusal(c.before);
  if (closed !== null) return refused(closed);
  const faults = [...faultsOf(programmeRules, c), ...faultsOfDates(Programme, c.record, c.command)];
  return faults.length > 0 ? refused(contentRefusal(faults)) : done(c.record);
};

/**
 * The settings of an earlier time recorded again, by the same rules; `before` are those of the instant. A closed programme
 * takes one correction: the one that opens it again today. Refused: as by `putProgramme`.
 */
export const correctProgramme = ({
  today,
  isCurrent,
  ...c
}: PutProgramme & {
  /** The settings as they stand before the correction. */
  readonly today: Programme;
  /** Whether nothing was recorded of a later time: then the correction is current. */
  readonly isCurrent: boolean;
}): Decided<Programme> => {
  const opensAgain = isCurrent && c.record.closeDown === undefined;
  const closed = opensAgain ? null : closedRefusal(today);
  if (closed !== null) return refused(closed);
  const faults = [
    ...faultsOf(programmeRules, { ...c, correcting: true }),
    ...faultsOfDates(Programme, c.record, c.command),
  ];
  return faults.length > 0 ? refused(contentRefusal(faults)) : done(c.record);
};
