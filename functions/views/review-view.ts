import { isCounted } from '#domain/review/counted.ts';
import { factsAtStages } from '#domain/review/stage-line.ts';
import type { Programme } from '#schemas/programme.ts';
import { type Review, reviewFactsOf, reviewRecordOf } from '#schemas/review.ts';
import { isNotStated, stageNameIn, stagesOf } from '#schemas/stages.ts';
import type { StoredRecord } from '#store/records/records.ts';
import { markedRecord, recordView } from './entry-view.ts';

const sroSentence = {
  one: 'One SRO answers for it',
  none: 'No SRO answers for it',
  several: 'Several SROs answer for it',
};

/** The record with people's names put in. */
export const withNames = (review: Review, names: ReadonlyMap<string, string>): Review => {
  const named = <T extends { subject: string; name: string }>(person: T): T => ({
    ...person,
    name: names.get(person.subject) ?? person.name,
  });
  return {
    ...review,
    sros: review.sros.map(named),
    ...(review.lead === undefined ? {} : { lead: named(review.lead) }),
  };
};

/** The record as it is stored: people by subject alone. */
export const withoutNames = (review: Review): Review => {
  const unnamed = <T extends { subject: string; name: string }>(person: T): T => ({ ...person, name: person.subject });
  return {
    ...review,
    sros: review.sros.map(unnamed),
    ...(review.lead === undefined ? {} : { lead: unnamed(review.lead) }),
  };
};

export const peopleIn = (review: Pick<Review, 'sros' | 'lead'>): Review['sros'] => [
  ...review.sros,
  ...(review.lead === undefined ? [] : [review.lead]),
];

/**
 * A review with what follows from it: the stage's name and the next, whether it counts, who answers for it. People are in
 * it as it is stored, by subject alone.
 */
export const reviewView = (storedRecord: StoredRecord, programme: Programme) => {
  const marked = markedRecord(storedRecord);
  const record = reviewRecordOf(marked.state.record);
  const recorded = reviewFactsOf(marked.state.facts);
  const facts = factsAtStages(programme, recorded);
  const stages = stagesOf(programme.stageModel);
  const at = stages.findIndex((stage) => stage.id === facts.stage);
  const next = at < 0 ? undefined : stages[at + 1];
  const sroState = record.sros.length === 0 ? 'none' : record.sros.length === 1 ? 'one' : 'several';
  const counted = isCounted(record.lifecycle, programme);
  const stageName = stageNameIn(programme.stageModel, facts.stage);
  return {
    ...recordView(marked),
    record,
    facts,
    computed: {
      stageName,
      nextStage: next?.id ?? null,
      sroState,
      counted,
      ...(facts.stage === recorded.stage ? {} : { stageBeforeModelChanged: recorded.stage }),
      sentence: `${record.title} is ${record.lifecycle} ${isNotStated(programme.stageModel, facts.stage) ? 'at a stage that is not stated' : `at the stage ${stageName}`}. ${sroSentence[sroState]}; it is ${counted ? '' : 'not '}counted in the total${counted && at >= 0 && next === undefined ? ', although this is the last stage: complete it, or say what is still to be done' : ''}.`,
    },
  };
};
