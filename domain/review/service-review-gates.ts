import { counted, dateInWords, figureInWords, listed } from '#language/in-words.ts';
import type { EngagementSection } from '#registers/market-engagement/record.ts';
import { dateStatementInWords } from '#schemas/date-statement.ts';
import { deliveryModelInWords } from '#schemas/delivery-model-names.ts';
import { noDeliveryModel } from '#schemas/gate-words.ts';
import type { Review } from '#schemas/review.ts';
import { adoptionsIn } from './adopted-models.ts';
import { against, type Finding, type GateRule, lacking, met } from './gate-rule.ts';
import { actualsValidated, approvedCase, lessonsRecorded, milestonesSettled } from './shared-criteria.ts';

const assessed = (what: string, assessment: Review['equalityImpact']): Finding => {
  const { status, on, words } = assessment;
  if (status === 'not-stated') return lacking(`Nothing is recorded of ${what}.`);
  if (status === 'not-started') return against(`It is recorded that ${what} has not started.`);
  const said = status.replaceAll('-', ' ');
  return met(
    `Recorded of ${what}: ${said}${on === undefined ? '' : ` on ${dateInWords(on)}`}${words === undefined ? '' : ` (${words})`}.`,
  );
};

const engaged = (section: EngagementSection, forWhat: string): Finding | null => {
  if (section.engagements > 0)
    return met(`${counted(section.engagements, 'market engagement')} recorded for ${forWhat}.`);
  return section.decidedNotTo ? met(`A decision not to engage the market is recorded for ${forWhat}.`) : null;
};

const decidingKinds: readonly string[] = ['key-decision', 'cabinet-committee-consideration'];

/** The gates of the service-review model (the Council's stages 1-3, the decision, implementation and benefits). */
export const serviceReviewGates: readonly GateRule[] = [
  {
    id: 'GATE-11',
    stageModel: 'service-review',
    stage: 'service-baseline',
    sentence: 'Gross and net expenditure are recorded: a figure, or honestly "not stated".',
    find: ({ record: { grossExpenditure, netExpenditure } }) => {
      const absent = [
        ...(grossExpenditure === undefined ? ['gross expenditure'] : []),
        ...(netExpenditure === undefined ? ['net expenditure'] : []),
      ];
      return grossExpenditure === undefined || netExpenditure === undefined
        ? lacking(`Nothing is recorded of ${listed(absent)}.`)
        : met(`Gross ${figureInWords(grossExpenditure)}; net ${figureInWords(netExpenditure)}.`);
    },
  },
  {
    id: 'GATE-12',
    stageModel: 'service-review',
    stage: 'service-baseline',
    sentence: 'The services in scope are recorded.',
    find: ({ record: { services } }) =>
      services.length === 0 ? lacking('No service is recorded.') : met(`In scope: ${listed(services)}.`),
  },
  {
    id: 'GATE-13',
    stageModel: 'service-review',
    stage: 'service-baseline',
    sentence: 'The review has one SRO.',
    find: ({ record: { sros } }) =>
      sros.length === 0
        ? lacking('The review has no SRO.')
        : sros.length === 1
          ? met('The review has one SRO.')
          : against(`The review has ${sros.length} SROs.`),
  },
  {
    id: 'GATE-21',
    stageModel: 'service-review',
    stage: 'options-appraisal',
    sentence: 'At least two options are recorded, one of them to do nothing.',
    find: ({ position: { options } }) => {
      const count = options.options.length;
      if (count === 0) return lacking('No option is recorded.');
      const nothing = options.options.find((option) => option.deliveryModel === 'do-nothing');
      if (count < 2) return against('Only one option is recorded.');
      return nothing === undefined
        ? against(`None of ${counted(count, 'option')} is to do nothing.`)
        : met(`${counted(count, 'option')} recorded; "${nothing.label}" is to do nothing.`);
    },
  },
  {
    id: 'GATE-22',
    stageModel: 'service-review',
    stage: 'options-appraisal',
    sentence: 'At least one option is preferred.',
    find: ({ position: { options } }) => {
      const preferred = options.options.filter((option) => option.disposition === 'preferred');
      return preferred.length === 0
        ? lacking('No option is preferred.')
        : met(`Preferred: ${listed(preferred.map((option) => `"${option.label}"`))}.`);
    },
  },
  {
    id: 'GATE-23',
    stageModel: 'service-review',
    stage: 'options-appraisal',
    sentence: 'Market engagement is recorded, or a decision not to engage; engagement of the whole programme counts.',
    looksAtProgramme: true,
    find: ({ position: { engagement }, programmeWideEngagement }) =>
      engaged(engagement, 'this review') ??
      engaged(programmeWideEngagement, 'the whole programme, none for this review alone') ??
      lacking('Neither market engagement nor a decision not to engage is recorded.'),
  },
  {
    id: 'GATE-24',
    stageModel: 'service-review',
    stage: 'options-appraisal',
    sentence: 'An outline business case has an outcome that lets it go on.',
    find: (evidence) => approvedCase(evidence, ['outline', 'single-justification'], 'outline business case'),
  },
  {
    id: 'GATE-25',
    stageModel: 'service-review',
    stage: 'options-appraisal',
    sentence: 'Authorisation to proceed is recorded.',
    find: ({ record: { authorisationToProceed: given } }) =>
      given === undefined
        ? lacking('No authorisation to proceed is recorded.')
        : met(`Authorised by ${given.body}, ${dateStatementInWords(given.on)}.`),
  },
  {
    id: 'GATE-31',
    stageModel: 'service-review',
    stage: 'full-business-case',
    sentence: 'A full business case is approved; conditions are allowed, each tracked.',
    find: (evidence) => approvedCase(evidence, ['full', 'single-justification'], 'full business case'),
  },
  {
    id: 'GATE-32',
    stageModel: 'service-review',
    stage: 'full-business-case',
    sentence: 'An implementation plan goes with the case: milestones with their dates.',
    find: ({ position: { milestones } }) => {
      const dated = milestones.filter(({ baseline }) => baseline !== undefined).length;
      if (dated > 0) return met(`${counted(dated, 'milestone')} recorded with a baseline date.`);
      return lacking(milestones.length === 0 ? 'No milestone is recorded.' : 'No milestone recorded stands for a day.');
    },
  },
  {
    id: 'GATE-33',
    stageModel: 'service-review',
    stage: 'full-business-case',
    sentence: 'The status of the equality impact assessment is recorded.',
    find: ({ record }) => assessed('the equality impact assessment', record.equalityImpact),
  },
  {
    id: 'GATE-34',
    stageModel: 'service-review',
    stage: 'full-business-case',
    sentence: 'The status of consultation is recorded.',
    find: ({ record }) => assessed('consultation', record.consultation),
  },
  {
    id: 'GATE-41',
    stageModel: 'service-review',
    stage: 'decision',
    sentence:
      'A decision that adopts a delivery model is taken: a key decision, or consideration by the Cabinet Committee where none is needed.',
    find: ({ position: { deliveryModels, decisions } }) => {
      if (deliveryModels.length === 0) return lacking(noDeliveryModel);
      const adoptions = adoptionsIn(deliveryModels, decisions);
      const adoption = adoptions.find(({ decision }) => decidingKinds.includes(decision.kind));
      if (adoption !== undefined) {
        const { decision, deliveryModel } = adoption;
        const on = decision.takenOn === undefined ? '' : ` on ${dateInWords(decision.takenOn)}`;
        return met(
          `${decision.body} adopted "${deliveryModelInWords(deliveryModel.model)}"${on}: "${decision.title}".`,
        );
      }
      const other = adoptions[0]?.decision;
      return other === undefined
        ? lacking('No decision that adopts the delivery model is taken.')
        : against(
            `"${other.title}" is taken, but is neither a key decision nor consideration by the Cabinet Committee.`,
          );
    },
  },
  {
    id: 'GATE-51',
    stageModel: 'service-review',
    stage: 'implementation',
    sentence: 'Every milestone is done or moved to a named owner.',
    find: milestonesSettled,
  },
  {
    id: 'GATE-52',
    stageModel: 'service-review',
    stage: 'implementation',
    sentence: 'A handover to business as usual is recorded.',
    find: ({ record: { handover } }) =>
      handover === undefined
        ? lacking('No handover is recorded.')
        : met(`Handed over to ${handover.owner} on ${dateInWords(handover.on)}.`),
  },
  {
    id: 'GATE-61',
    stageModel: 'service-review',
    stage: 'benefits-review',
    sentence: 'All savings claimed for the period are validated.',
    find: actualsValidated,
  },
  {
    id: 'GATE-62',
    stageModel: 'service-review',
    stage: 'benefits-review',
    sentence: 'Lessons are recorded.',
    find: lessonsRecorded,
  },
  {
    id: 'GATE-63',
    stageModel: 'service-review',
    stage: 'benefits-review',
    sentence: 'Every unrealised benefit has a named owner.',
    find: ({ record: { unrealisedBenefits } }) => {
      const unowned = unrealisedBenefits.filter((benefit) => benefit.owner === undefined);
      if (unowned.length > 0)
        return against(`Without an owner: ${listed(unowned.map((benefit) => `"${benefit.what}"`))}.`);
      return met(
        unrealisedBenefits.length === 0
          ? 'No benefit is recorded as unrealised.'
          : `${counted(unrealisedBenefits.length, 'unrealised benefit')}, each with an owner.`,
      );
    },
  },
];
