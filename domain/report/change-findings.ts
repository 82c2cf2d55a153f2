import { counted, dateInWords, listed } from '#language/in-words.ts';
import { addMonthsToDate, type LocalDate } from '#language/time.ts';
import type { ChangeRequestsSection } from '#registers/change-request/projections.ts';
import { statusOf } from '#registers/change-request/projections.ts';
import type { MilestonesSection } from '#registers/milestone/record.ts';
import type { ReviewPosition } from '#schemas/position.ts';
import type { Found, ReportRule } from './report-rule.ts';
import type { ReportedMonth } from './report-setting.ts';

type Asked = Pick<ChangeRequestsSection[number], 'milestones' | 'savings' | 'costsAndBenefits'>;
type Costs = ReviewPosition['costsAndBenefits'];
type Lines = ReviewPosition['savings']['lines'];
type ChangeRequest = ChangeRequestsSection[number];

/** How long what was agreed may wait to be applied, and what is asked for to be decided, in months. */
const monthsToApply = 2;
const monthsToDecide = 3;
const movesOften = 2;

type Names = { readonly changeRequest?: string | undefined; readonly programmeChangeRequest?: string | undefined };
const isBy = (id: string, ofProgramme: boolean, moves: readonly Names[]): boolean =>
  moves.some((one) => (ofProgramme ? one.programmeChangeRequest : one.changeRequest) === id);

/** The savings lines whose plan a change request changes, and which have not been changed by it. */
const plansNotMovedBy = ({ id }: ChangeRequest, asked: Asked, ofProgramme: boolean, lines: Lines): readonly string[] =>
  asked.savings.flatMap(({ saving }) => {
    const line = lines.find((one) => one.id === saving);
    return isBy(id, ofProgramme, line?.planMoved?.moves ?? []) ? [] : [line?.title ?? saving];
  });

/** The costs and benefits whose approved figure a change request changes, and which have not been changed by it. */
const approvalsNotMovedBy = (
  { id }: ChangeRequest,
  asked: Asked,
  ofProgramme: boolean,
  costs: Costs,
): readonly string[] =>
  asked.costsAndBenefits.flatMap(({ costOrBenefit }) => {
    const entry = costs.find((one) => one.id === costOrBenefit);
    return isBy(id, ofProgramme, entry?.moves ?? []) ? [] : [entry?.title ?? costOrBenefit];
  });

/** The milestones that a change request moves and that have not been moved by it, though they could be. */
const notMovedBy = (
  { id }: ChangeRequest,
  asked: Asked,
  ofProgramme: boolean,
  milestones: MilestonesSection,
): readonly { readonly title: string; readonly baseline: LocalDate }[] =>
  asked.milestones.flatMap(({ milestone: named, baseline }) => {
    const milestone = milestones.find((one) => one.id === named);
    if (milestone === undefined) return [{ title: named, baseline }];
    const { title, actual, missed, movedTo, moves } = milestone;
    return isBy(id, ofProgramme, moves) || actual !== undefined || missed || movedTo !== undefined
      ? []
      : [{ title, baseline }];
  });

const notApplied = (
  request: ChangeRequest,
  asked: Asked,
  {
    milestones,
    lines,
    costs,
  }: { readonly milestones: MilestonesSection; readonly lines: Lines; readonly costs: Costs },
  { lastDay }: ReportedMonth,
  ofProgramme = false,
): Found[] => {
  const agreed = request.decisions.at(-1);
  if (agreed?.decision !== 'agreed' || addMonthsToDate(agreed.on, monthsToApply) > lastDay) return [];
  const left = notMovedBy(request, asked, ofProgramme, milestones);
  const plans = plansNotMovedBy(request, asked, ofProgramme, lines);
  const approvals = approvalsNotMovedBy(request, asked, ofProgramme, costs);
  if (left.length + plans.length + approvals.length === 0) return [];
  const each = [
    ...left.map(({ title, baseline }) => `"${title}" to ${dateInWords(baseline)}`),
    ...plans.map((title) => `the plan of "${title}"`),
    ...approvals.map((title) => `what is approved of "${title}"`),
  ];
  return [
    {
      register: 'change-request',
      id: request.id,
      because: `The change request "${request.title}"${ofProgramme ? ' of the programme' : ''} was agreed on ${dateInWords(agreed.on)}, and has not moved ${listed(each)}.`,
      evidence: [
        ...left.map(({ title, baseline }) => ({ what: `Agreed baseline of ${title}`, value: dateInWords(baseline) })),
        ...plans.map((title) => ({ what: 'Plan not changed', value: title })),
        ...approvals.map((title) => ({ what: 'Approved figure not changed', value: title })),
      ],
    },
  ];
};

const dayOr = (day: LocalDate | undefined): string => (day === undefined ? 'no day' : dateInWords(day));

const movedOften = (milestones: MilestonesSection): Found[] =>
  milestones.flatMap(({ id, title, rebaselines, originalBaseline, baseline, actual }) =>
    rebaselines > movesOften && actual === undefined
      ? [
          {
            register: 'milestone',
            id,
            because: `The baseline of "${title}" was moved ${counted(rebaselines, 'time')}, from ${dayOr(originalBaseline)} to ${dayOr(baseline)}.`,
            evidence: [{ what: 'Moves of the baseline', value: String(rebaselines) }],
          },
        ]
      : [],
  );

const notDecided = (requests: ChangeRequestsSection, { lastDay }: ReportedMonth): Found[] =>
  requests.flatMap((request) => {
    const { id, title, askedBy, raisedOn } = request;
    const status = statusOf(request);
    if ((status !== 'open' && status !== 'deferred') || addMonthsToDate(raisedOn, monthsToDecide) > lastDay) return [];
    return [
      {
        register: 'change-request',
        id,
        because: `The change request "${title}" was raised by ${askedBy} on ${dateInWords(raisedOn)}, and is ${status === 'deferred' ? 'still deferred' : 'not decided'}.`,
        evidence: [{ what: 'Raised on', value: dateInWords(raisedOn) }],
      },
    ];
  });

const inReview = ({ milestones, savings, costsAndBenefits: costs }: ReviewPosition) => ({
  milestones,
  lines: savings.lines,
  costs,
});

export const changeContradictions: readonly ReportRule[] = [
  {
    id: 'CON-24',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'A change request was agreed two months ago or longer, and a baseline that it moves has not been moved.',
    ofReview: ({ id, position }, { month, programmeWide }) => [
      ...position.changeRequests.flatMap((one) => notApplied(one, one, inReview(position), month)),
      ...programmeWide.changeRequests.flatMap((one) =>
        one.ofReviews
          .filter(({ review }) => review === id)
          .flatMap((asked) => notApplied(one, asked, inReview(position), month, true)),
      ),
    ],
    ofProgramme: ({ changeRequests, milestones, costsAndBenefits: costs }, { month }) =>
      changeRequests.flatMap((one) => notApplied(one, one, { milestones, lines: [], costs }, month)),
  },
  {
    id: 'CON-25',
    kind: 'contradiction',
    since: 'rules-2',
    sentence: 'The baseline of a milestone that is not reached has been moved more than twice.',
    ofReview: ({ position }) => movedOften(position.milestones),
    ofProgramme: ({ milestones }) => movedOften(milestones),
  },
];

export const changeGaps: readonly ReportRule[] = [
  {
    id: 'GAP-09',
    kind: 'data-gap',
    since: 'rules-2',
    sentence: 'A change request was raised three months ago or longer, and is not decided.',
    ofReview: ({ position }, { month }) => notDecided(position.changeRequests, month),
    ofProgramme: ({ changeRequests }, { month }) => notDecided(changeRequests, month),
  },
];
