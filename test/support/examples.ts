import { type Operation, operations } from '#schemas/operations.ts';
import { programme, records, review } from './records.ts';

/** One body for each operation that takes one and is not made from a register: it fits, and nothing is missing of it. */
const bodies: Readonly<Record<string, unknown>> = {
  putProgramme: programme,
  putReview: review,
  putAppraisal: { criteria: [{ id: 'cost', name: 'Cost', group: 'viability', weight: 100 }] },
  moveStage: { to: 'service-baseline' },
  recordStageWork: { state: 'in-progress' },
  waiveCriterion: { criterion: 'GATE-11', reason: 'The budget is split in May' },
  recordOutcome: {
    outcome: 'approved-with-conditions',
    body: 'Cabinet',
    on: '2026-01-20',
    conditions: [{ id: 'pensions', text: 'Agree pensions', owner: 'Head of Finance', dueOn: '2026-06-30' }],
  },
  updateCondition: { condition: 'pensions', status: 'met', on: '2026-03-01' },
  validateSaving: { year: '2026/27', pounds: 1, on: '2026-02-01' },
  rateReview: { on: '2026-01-20', overall: { rating: 'green', words: 'As planned' } },
  confirmReturn: {},
  agreeRedaction: {},
  putPerson: { name: 'Petra Person', post: 'Head of Property', email: 'petra.person@council.example' },
  passOn: { to: 'sam-sro', reason: 'Left the council' },
  erasePerson: { ground: 'asked-by-the-person' },
  runReport: { month: '2026-01' },
  reviseReport: { reason: 'Recorded late' },
  rebuildReport: { knowledge: 'now' },
};

/** What an operation may be sent: a body that fits its schema; undefined where it takes none. */
export const exampleBodyOf = (operation: Operation): unknown => {
  if (operation.body === undefined) return undefined;
  const own = bodies[operation.id];
  if (own !== undefined) return own;
  if (operation.useCase === 'put-entry') return records[operation.register?.kind ?? ''];
  if (operation.useCase.startsWith('strike-out')) return { reason: 'Entered twice' };
  if (operation.useCase === 'review-entry-no-change') return { comment: 'Looked at with the owner' };
  const put = operation.id.replace('correct', operation.register?.kind === 'rating' ? 'rate' : 'put');
  const record =
    bodies[put] ??
    (operation.register?.kind === 'rating' ? bodies.rateReview : records[operation.register?.kind ?? '']);
  return { corrects: 1, effectiveAt: '2026-03-04', record, reason: 'A slip' };
};

export const operationsWithBody = operations.filter((operation) => operation.body !== undefined);
