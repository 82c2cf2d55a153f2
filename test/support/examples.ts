import { type Operation, operationById, operations } from '#schemas/operations.ts';
import { idOfEntry } from './id-of-entry.ts';
import { programme, records, review } from './records.ts';

const nothing = { low: 0, high: 0, exact: true, count: 0, marked: [], excluded: [] };
/** What a return confirms of a review of which nothing is recorded but that it is there. */
export const nothingToConfirm = {
  stage: 'identified',
  lifecycle: 'active',
  sroRating: null,
  assuranceRating: null,
  grossExpenditure: nothing,
  netExpenditure: nothing,
  savings: [],
  milestones: [],
};

/** The issue that a risk becomes. */
const happening = { id: 'lease-ran-on', title: 'The lease ran on', severity: 'high', raisedOn: '2026-01-20' };

/** One body for each operation that takes one and is not made from a register: it fits, and nothing is missing of it. */
const bodies: Readonly<Record<string, unknown>> = {
  putProgramme: programme,
  putReview: review,
  putAppraisal: { criteria: [{ id: 'cost', name: 'Cost', group: 'viability', weight: 100 }] },
  moveStage: { to: 'service-baseline' },
  changeLifecycle: { kind: 'rename', title: 'Libraries and archives', reason: 'It takes the archives as well' },
  recordStageWork: { state: 'in-progress' },
  waiveCriterion: { criterion: 'GATE-11', reason: 'The budget is split in May' },
  recordOutcome: {
    outcome: 'approved-with-conditions',
    body: 'Cabinet',
    on: '2026-01-20',
    conditions: [{ id: 'pensions', text: 'Agree pensions', owner: 'Head of Finance', dueOn: '2026-06-30' }],
  },
  updateCondition: { condition: 'pensions', status: 'met', on: '2026-03-01' },
  queryClaim: { year: '2026/27', question: 'Which budget line does it leave?' },
  answerClaimQuery: { year: '2026/27', answer: 'The rent of the old depot' },
  validateSaving: { year: '2026/27', pounds: 1, on: '2026-02-01' },
  rateReview: { on: '2026-01-20', overall: { rating: 'green', words: 'As planned' } },
  sendReturnBack: { comment: 'Say when the lease ends' },
  confirmReturn: { figures: nothingToConfirm },
  decideChangeRequest: { decision: 'agreed', body: 'Programme board', on: '2026-01-20', reference: 'PB/26/004' },
  decideProgrammeChangeRequest: { decision: 'refused', body: 'Cabinet', on: '2026-01-20', reason: 'It costs too much' },
  agreeRedaction: {},
  recordRiskHappening: happening,
  recordProgrammeRiskHappening: happening,
  putPerson: { name: 'Petra Person', post: 'Head of Property', email: 'petra.person@council.example' },
  chooseMessages: { messages: 'at-once' },
  passOn: { to: 'sam-sro', reason: 'Left the council' },
  proposeTransfer: { to: 'medway', reason: 'The councils are reorganised', until: '2150-03-31' },
  withdrawTransfer: { reason: 'It was decided otherwise' },
  refuseTransfer: { reason: 'It was decided otherwise' },
  acceptTransfer: {},
  erasePerson: { ground: 'asked-by-the-person' },
  runReport: { month: '2026-01' },
  reviseReport: { reason: 'Recorded late' },
  rebuildReport: { knowledge: 'now' },
  draftReport: {},
  compareDays: { from: '2026-01-10', to: '2026-01-31' },
  closeMonth: { reason: 'The office was closed' },
};

/** The put of what an operation patches. */
const putOf = ({ id }: Operation): Operation => operationById(id.replace(/^patch/, 'put'));

/** What the body of an operation is held to: what is patched, to the schema of its put. */
export const schemaOfBody = (operation: Operation): Operation['body'] =>
  (operation.method === 'PATCH' ? putOf(operation) : operation).body;

/** What an operation may be sent: a body that fits its schema; undefined where it takes none. */
export const exampleBodyOf = (operation: Operation): unknown => {
  if (operation.body === undefined) return undefined;
  const own = bodies[operation.id];
  if (own !== undefined) return own;
  if (operation.method === 'PATCH') return exampleBodyOf(putOf(operation));
  if (operation.useCase === 'record-entries') {
    const { kind = '' } = operation.register ?? {};
    return {
      entries: [
        { id: idOfEntry(kind, 'one-of-many', { month: '2025-11', period: '2025-26-p08' }), record: records[kind] },
      ],
    };
  }
  if (operation.useCase === 'change-entries')
    return { entries: [{ id: 'one-of-many', version: 1, record: records[operation.register?.kind ?? ''] }] };
  if (operation.useCase === 'put-entry') return records[operation.register?.kind ?? ''];
  if (operation.useCase.startsWith('strike-out')) return { reason: 'Entered twice' };
  if (operation.useCase === 'review-entry-no-change') return { comment: 'Looked at with the owner' };
  const put = operation.id.replace('correct', operation.register?.kind === 'rating' ? 'rate' : 'put');
  const record =
    bodies[put] ??
    (operation.register?.kind === 'rating' ? bodies.rateReview : records[operation.register?.kind ?? '']);
  return { corrects: 1, effectiveAt: '2026-03-04', record, reason: 'A slip' };
};

/** Those whose body has a schema of its own. */
export const operationsWithBody = operations.filter(({ body, method }) => body !== undefined && method !== 'PATCH');
