import type { Operation } from '#schemas/operations.ts';
import { exampleBodyOf } from './examples.ts';
import { appraisal, outcome, programmeRecord, rating, recordOf, reviewRecords, type Target } from './role-record.ts';

/** A day for each turn, of so many that none of them lies ahead. */
const dayAt = (n: number): string => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10);

/** What is put, in other words each turn. */
export const recordFor = ({ register, id }: Operation, { reviewId }: Target, turn: number, askedAs: string): object => {
  const what = id.replace(/^(?:put|patch|correct)/, '');
  if (what === 'Programme') return { ...programmeRecord, phase: `Phase ${turn}` };
  if (what === 'Review') return { ...reviewRecords[reviewId], sourceParagraphs: `${turn}` };
  if (what === 'Appraisal') return appraisal(`Cost ${turn}`);
  if (register === undefined) throw new Error(`nothing can be put by ${id}`);
  switch (register.kind) {
    case 'rating':
      return rating(`As planned, ${turn}`);
    case 'return':
      return { narrative: `Little changed, ${turn}` };
    case 'option':
      return { ...recordOf(register), label: `Do nothing ${turn}` };
    case 'delivery-model':
      return { ...recordOf(register), words: `As it is, ${turn}` };
    case 'ledger-period':
      return { ...recordOf(register), note: `Read again, ${turn}` };
    case 'named-baseline': {
      // Fixed, but for what of it is withheld.
      const exempt = { fields: ['agreedBy'], ground: 3, until: '2150-01-01', reason: `Asked for, ${turn}` };
      return { ...recordOf(register), exempt };
    }
    case 'redaction':
      return { ...recordOf(register), askedAs, reason: `Asked for again, ${turn}` };
    default:
      return { ...recordOf(register), title: `Title ${turn}` };
  }
};

/** Bodies that must differ from turn to turn, or from the example, to be done again. */
export const bodyAt = (operation: Operation, turn: number): unknown => {
  switch (operation.useCase) {
    case 'record-stage-work':
      return { state: 'complete', on: dayAt(turn) };
    case 'change-lifecycle':
      return { kind: 'rename', title: `Title ${turn}`, reason: `Called otherwise, ${turn}` };
    case 'record-outcome':
      return {
        ...outcome,
        reference: `Minute ${turn}`,
        conditions: outcome.conditions.map((one) => ({ ...one, id: `${one.id}-${turn}` })),
      };
    case 'update-condition':
      return { condition: 'pensions', status: 'open', on: '2026-02-01', note: `Asked again, ${turn}` };
    case 'validate-saving':
      return { year: '2026/27', pounds: turn, on: dayAt(turn) };
    case 'rate-review':
      return { ...rating('As planned'), on: dayAt(turn) };
    default:
      return exampleBodyOf(operation);
  }
};
