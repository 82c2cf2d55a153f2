import { describe, expect, it } from 'vitest';
import { happenedBy, mayBeHeardOf } from '#domain/events/programme-event.ts';
import type { HistoryEvent, JsonObject, RecordKind, RecordState } from '#schemas/history.ts';
import { programmeEvents, programmeEventTypes } from '#schemas/programme-events.ts';
import { review as reviewRecord, saving as savingRecord } from '../../../support/records.ts';

/* Which change is which event, and what of it is heard (docs/meaning.md MESSAGE-8): a row for every event that is declared. */

const at = '2026-03-02T09:00:00.000Z';
const stateOf = (record: object, facts: object = {}): RecordState => ({
  record: record as JsonObject,
  facts: facts as JsonObject,
  struckOut: null,
});
const change = (
  kind: RecordKind,
  type: string,
  after: RecordState,
  more: {
    readonly before?: RecordState;
    readonly id?: string;
    readonly version?: number;
    readonly corrects?: number;
  } = {},
) => {
  const { before, id = 'one', version = 2, corrects } = more;
  const event: HistoryEvent = {
    chain: 'tomorrow/property',
    sequence: 7,
    recordRef: { kind, id },
    version,
    type,
    effectiveAt: at,
    recordedAt: at,
    by: 'sam-sro',
    changed: [],
    after,
    salts: { texts: [] },
    previousDigest: '',
    digest: '',
    ...(corrects === undefined ? {} : { corrects }),
  };
  return { event, before };
};

const reviewFacts = {
  stage: 'business-case',
  stageSince: at,
  stageWork: null,
  moves: [
    {
      at,
      from: 'options',
      to: 'business-case',
      direction: 'forward',
      by: 'sam-sro',
      waived: [],
      reason: 'Secret words',
    },
  ],
  waivers: [],
  lifecycles: [{ lifecycle: 'paused', at, by: 'paused' }],
};
const ofReview = (type: string, facts: object = {}, version = 2) =>
  change('review', type, stateOf(reviewRecord, { ...reviewFacts, ...facts }), { version });
const saving = (unachievable: number, year = '2026/27') =>
  stateOf(
    {
      ...savingRecord,
      years: [
        {
          year,
          plan: { kind: 'amount', pounds: 400_000 },
          states: { delivered: 0, onTrack: 0, atRisk: 0, unachievable },
        },
      ],
    },
    {
      validations: [{ year, pounds: 310_000, on: '2026-03-01', by: 'fay', at, ofVersion: 1, note: 'Secret words' }],
      forecastSince: at,
      claimedBySubject: 'tara',
    },
  );
const returned = (submittedAt: string) => stateOf({ nothingChanged: true }, { submittedAt, confirmed: null });
const ofReturn = (type: string) => change('return', type, returned(at), { id: '2026-02' });
const published = (revision: number) =>
  change('publication', 'published', stateOf({ month: '2026-02', revision, reason: 'Secret words' }), {
    id: '2026-02',
  });
const outcome = {
  ...{
    number: 2,
    outcome: 'approved-with-conditions',
    body: 'Secret body',
    on: '2026-03-01',
    by: 'sam',
    at,
    ofVersion: 1,
  },
  conditions: [{ id: 'c', text: 'Secret words', owner: 'Secret post', dueOn: '2026-06-30', status: 'open' }],
};
const decision = { number: 1, decision: 'agreed', body: 'Secret body', on: '2026-03-01', by: 'pat', at, ofVersion: 1 };
const rating = {
  record: { on: '2026-03-01', overall: { rating: 'red', words: 'Secret words' } },
  facts: { source: 'sro', by: 'sam', ofReviewVersion: 1 },
};

const rows = [
  [ofReview('put', {}, 1), 'tracker.review.added', {}],
  [
    ofReview('stage-work-recorded', { stageWork: { state: 'complete', on: '2026-03-01' } }),
    'tracker.review.stage-work-complete',
    { stage: 'business-case', on: '2026-03-01' },
  ],
  [
    ofReview('stage-moved'),
    'tracker.review.stage-moved',
    { from: 'options', to: 'business-case', direction: 'forward', waived: 0 },
  ],
  [ofReview('paused'), 'tracker.review.lifecycle-changed', { act: 'paused', lifecycle: 'paused' }],
  [ofReview('struck-out'), 'tracker.review.struck-out', {}],
  [ofReview('strike-out-undone'), 'tracker.review.put-back', {}],
  [
    change('rating', 'given', stateOf(rating.record, rating.facts)),
    'tracker.review.rated',
    { source: 'sro', overall: 'red', on: '2026-03-01' },
  ],
  [
    change('business-case', 'outcome-recorded', stateOf({}, { outcomes: [outcome] })),
    'tracker.business-case.outcome-recorded',
    { outcome: 'approved-with-conditions', on: '2026-03-01', number: 2, conditions: 1 },
  ],
  [
    change('change-request', 'change-decided', stateOf({}, { askedBySubject: 'tara', decisions: [decision] })),
    'tracker.change-request.decided',
    { decision: 'agreed', on: '2026-03-01' },
  ],
  [
    change('saving', 'validated', saving(0)),
    'tracker.saving.validated',
    { year: '2026/27', pounds: 310_000, on: '2026-03-01' },
  ],
  [
    change('saving', 'put', saving(90_000), { before: saving(50_000) }),
    'tracker.saving.lost',
    { years: [{ year: '2026/27', pounds: 90_000 }] },
  ],
  [ofReturn('put'), 'tracker.return.submitted', { month: '2026-02' }],
  [ofReturn('sent-back'), 'tracker.return.sent-back', { month: '2026-02' }],
  [ofReturn('confirmed'), 'tracker.return.confirmed', { month: '2026-02' }],
  [published(1), 'tracker.report.published', { month: '2026-02', revision: 1 }],
  [published(2), 'tracker.report.revised', { month: '2026-02', revision: 2 }],
  [
    change(
      'programme',
      'month-closed',
      stateOf({}, { notReported: [{ month: '2026-02', reason: 'Secret', since: at, byHand: true }] }),
    ),
    'tracker.month.closed',
    { month: '2026-02' },
  ],
  [change('saving', 'corrected', saving(0), { corrects: 3 }), 'tracker.record.corrected', { corrects: 3 }],
] as const;

describe('MESSAGE-8: a change is an event', () => {
  it.each(rows)('%# that says what happened, in ids, choices, days and pounds', (given, type, own) => {
    const happened = happenedBy(given);
    expect(happened).toEqual({ type, own });
    expect(programmeEvents[type].own.strict().safeParse(own).error).toBeUndefined();
    expect(JSON.stringify(happened)).not.toContain('Secret');
  });

  it('of every type that is declared', () => {
    expect(rows.map(([, type]) => type).toSorted()).toEqual([...programmeEventTypes].toSorted());
  });

  it.each([
    ['a review that is only changed', ofReview('put')],
    ['a new name', ofReview('renamed')],
    ['work that goes on', ofReview('stage-work-recorded', { stageWork: { state: 'in-progress' } })],
    ['a saving that is lost no more than before', change('saving', 'put', saving(50_000), { before: saving(90_000) })],
    ['a return that is put with the same words', change('return', 'put', returned(at), { before: returned(at) })],
    ['a query of finance', change('saving', 'claim-queried', saving(0))],
    ['settings that are changed', change('programme', 'put', stateOf({}))],
    ['a risk', change('risk', 'put', stateOf({}))],
  ])('but not %s', (_, given) => {
    expect(happenedBy(given)).toBeUndefined();
  });

  it('and nothing of any other register is', () => {
    expect(mayBeHeardOf('saving')).toBe(true);
    expect((['risk', 'issue', 'decision', 'lesson', 'milestone'] as const).filter(mayBeHeardOf)).toEqual([]);
  });
});
