import { describe, expect, it } from 'vitest';
import type { CommandContext } from '#domain/decided.ts';
import type { PutContext } from '#domain/registers/define-rules.ts';
import { registerRuleSentences, rulesOf } from '#domain/registers/rules.ts';
import { type RegisterKind, registers } from '#registers/all.ts';
import type { JsonObject, RecordState } from '#schemas/history.ts';
import {
  adoption,
  factsAt,
  faultLines,
  full,
  goLive,
  line,
  otherSro,
  programme,
  recordRef,
  refusalOf,
  resultOf,
  reviewRecord,
  team,
  told,
} from '../domain/perfect-review.ts';

const later = '2014-05-02T09:00:00.000Z';
const ofReview = { id: 'property', record: reviewRecord(), facts: factsAt('service-baseline') };

interface Put {
  readonly before?: RecordState;
  readonly command?: CommandContext;
  readonly review?: PutContext['review'];
  readonly settings?: object;
  readonly id?: string;
}

const put = (kind: RegisterKind, record: object, given: Put = {}) =>
  rulesOf(kind).put({
    programme: programme(given.settings),
    review: given.review === undefined ? ofReview : given.review,
    id: given.id ?? 'one',
    before: given.before ?? null,
    record: recordRef(kind, 'one', record).state.record,
    command: given.command ?? team,
  });
const made = (kind: RegisterKind, record: object, given: Put = {}) => resultOf(put(kind, record, given));
const told2 = (command: CommandContext): CommandContext => ({ ...command, effectiveAt: later });

const risk = {
  title: 'Savings are not achieved',
  cause: 'The market is thin',
  event: 'No bid meets the price',
  consequence: 'The gap stays open',
  category: 'Financial',
  inherent: { likelihood: 5, impact: 5 },
  current: { likelihood: 4, impact: 4 },
  target: { likelihood: 2, impact: 4 },
  treatment: 'treat',
};
const option = { label: 'Trading company', deliveryModel: 'local-authority-trading-company' };
const model = { model: 'trust', fromOptions: ['company', 'trust'], decision: 'adopt' };
const issue = { title: 'No bids', severity: 'high', raisedOn: '2014-04-01', risk: 'thin-market' };
const stated = {
  title: 'Required',
  measure: 'savings-required',
  year: '2015/16',
  figure: { kind: 'amount', pounds: 88 },
};
const rating = { on: '2014-04-14', overall: { rating: 'amber', words: 'Late but in hand' } };
const { actual: _done, ...plannedGoLive } = goLive;

const plain: Readonly<Partial<Record<RegisterKind, object>>> = {
  'market-engagement': { title: 'Soft market test', kind: 'soft-market-test' },
  option,
  'delivery-model': model,
  'business-case': full,
  saving: line,
  risk,
  milestone: goLive,
  issue,
  decision: adoption,
  rating,
  return: { nothingChanged: true },
  'stated-position': stated,
};
const kinds = registers.filter((one) => !('byActOnly' in one)).map((one) => one.kind);
const idOf = (kind: RegisterKind) => (kind === 'return' ? '2014-04' : 'one');
const registerOf = (kind: RegisterKind) => registers.find((one) => one.kind === kind);
/** A plain entry of a kind; of one that this test says nothing of, the example of its declaration. */
const plainOf = (kind: RegisterKind): object => plain[kind] ?? Object(registerOf(kind)?.example);

describe('Every register', () => {
  it.each(kinds)('%s: takes a plain entry, with facts and computed of its schemas', (kind) => {
    const state = made(kind, plainOf(kind), { id: idOf(kind) });
    expect(state.record).toEqual(recordRef(kind, 'one', plainOf(kind)).state.record);
    expect(registerOf(kind)?.facts.parse(state.facts)).toEqual(state.facts);
    const computed = rulesOf(kind).computed(state, programme());
    expect(registerOf(kind)?.computed.parse(computed)).toEqual(computed);
  });

  it.each(kinds)('%s: refuses a put of an entry that is struck out', (kind) => {
    const struckOut = { reason: 'told by mistake', by: 'tina-team', at: told };
    const before = { ...made(kind, plainOf(kind), { id: idOf(kind) }), struckOut };
    const refusal = refusalOf(put(kind, plainOf(kind), { before, id: idOf(kind) }));
    expect(refusal.code).toBe('entry.struck-out');
    expect(refusal.detail).toContain('told by mistake');
  });

  it.each(kinds.filter((kind) => kind !== 'return'))('%s: keeps its facts where the same is told again', (kind) => {
    const before = made(kind, plainOf(kind));
    expect(made(kind, plainOf(kind), { before, command: told2(team) })).toEqual(before);
  });

  it('has rules with ids of their own', () => {
    expect(new Set(registerRuleSentences.map((rule) => rule.id)).size).toBe(registerRuleSentences.length);
    for (const rule of registerRuleSentences) expect(rule.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('a stored record of which something is computed is a fault where it does not parse, not an answer', () => {
    const broken: JsonObject = { title: 7 };
    expect(() => rulesOf('risk').computed({ record: broken, facts: {}, struckOut: null }, programme())).toThrow(
      'the stored risk does not parse',
    );
  });

  it('a stored record of which nothing is computed is not parsed', () => {
    const broken: JsonObject = { title: 7 };
    expect(rulesOf('issue').computed({ record: broken, facts: {}, struckOut: null }, programme())).toEqual({});
  });
});

const listsNoTrust = { deliveryModels: ['do-nothing', 'outsource'] };
const agreedChange = { by: 'Transformation Board', on: '2014-04-01', reason: 'The lease ends later' };
const goLiveMade = made('milestone', goLive);
const splitBy = (states: object, plan: unknown = 100_000) => ({
  ...line,
  years: [{ year: '2013/14', plan, states }],
});
const caseWithOutcome = recordRef('business-case', 'one', full, {
  outcomes: [
    { number: 1, outcome: 'approved', body: 'Cabinet', on: '2014-03-13', by: 'ann-lee', at: told, conditions: [] },
  ],
}).state;
const ratingMade = recordRef('rating', 'one', rating, { source: 'sro', by: 'ann-lee' }).state;
const ownRating = {
  before: ratingMade,
  command: { ...team, actor: { ...team.actor, subject: 'ann-lee', roles: ['sro' as const] } },
};

const breaches: readonly (readonly [string, string, ReturnType<typeof put>, string])[] = [
  [
    'DLM-01',
    'a preferred delivery model that the programme does not list',
    put('delivery-model', model, { settings: listsNoTrust }),
    '/model must be a delivery model that the programme lists',
  ],
  [
    'DLM-02',
    'an option whose delivery model the programme does not list',
    put('option', option, { settings: listsNoTrust }),
    '/deliveryModel must be a delivery model that the programme lists',
  ],
  [
    'BUS-01',
    'another type of a case that has an outcome',
    put('business-case', { ...full, type: 'outline' }, { before: caseWithOutcome }),
    '/type must stay "full", for the case has an outcome',
  ],
  [
    'BUS-01',
    'another version of a case that has an outcome',
    put('business-case', { ...full, caseVersion: '2' }, { before: caseWithOutcome }),
    '/caseVersion must stay "1", for the case has an outcome',
  ],
  [
    'SAV-01',
    'states beyond the plan',
    put('saving', splitBy({ delivered: 60_000, atRisk: 50_000 })),
    '/years/0/states must not add up to £110,000: the plan of 2013/14 is £100,000',
  ],
  [
    'SAV-02',
    'states of a plan without a figure',
    put('saving', splitBy({ delivered: 1 }, { kind: 'not-stated' })),
    '/years/0/states must not split the plan of 2013/14, which has no figure',
  ],
  [
    'SAV-20',
    'a line that is a substitute for itself',
    put('saving', { ...line, substituteFor: 'one' }),
    '/substituteFor must name another savings line',
  ],
  [
    'RISK-04',
    'a risk of the programme that threatens a saving of a review',
    put('risk', { ...risk, threatensSaving: 'buildings' }, { review: null }),
    '/threatensSaving must not be given for a risk of the programme itself',
  ],
  [
    'MIL-01',
    'a forecast later than the baseline without a reason',
    put('milestone', { ...plannedGoLive, forecast: '2014-04-01' }),
    '/delayReason must say why the forecast date is later than the baseline, 31 March 2014',
  ],
  [
    'MIL-01',
    'an actual later than the baseline without a reason',
    put('milestone', { ...goLive, actual: '2014-04-01' }),
    '/delayReason must say why the actual date is later than the baseline, 31 March 2014',
  ],
  [
    'MIL-02',
    'a baseline that moves without an agreement',
    put('milestone', { ...goLive, baseline: '2014-04-30' }, { before: goLiveMade }),
    '/agreedChange must be a new agreement, for the baseline moves from 31 March 2014 to 30 April 2014',
  ],
  [
    'MIL-02',
    'a baseline that moves by the agreement of the move before',
    put(
      'milestone',
      { ...goLive, baseline: '2014-05-30', agreedChange },
      { before: made('milestone', { ...goLive, baseline: '2014-04-30', agreedChange }, { before: goLiveMade }) },
    ),
    '/agreedChange must be a new agreement, for the baseline moves from 30 April 2014 to 30 May 2014',
  ],
  [
    'RAT-01',
    'a mixed rating on the three-point scheme',
    put('rating', { ...rating, overall: { rating: 'amber-red', words: 'Late' } }, ownRating),
    '/overall/rating must be green, amber or red: Amber/Red belongs to the five-point scheme',
  ],
  [
    'RAT-02',
    'a rating moved to another date',
    put('rating', { ...rating, on: '2014-04-15' }, ownRating),
    '/on must stay 14 April 2014',
  ],
  [
    'RET-01',
    'a return of a month to come',
    put('return', { nothingChanged: true }, { id: '2014-05' }),
    '/entryId must not be a month to come: May 2014 has not begun',
  ],
  ...['savings-required', 'savings-identified', 'savings-unidentified'].map(
    (measure) =>
      [
        'STP-01',
        `${measure} of no year`,
        put('stated-position', { ...stated, measure, year: undefined }, { review: null }),
        '/year must say the financial year that the savings are stated for',
      ] as const,
  ),
  [
    'STP-02',
    'a stated figure that follows from itself',
    put('stated-position', { ...stated, follows: { from: 'one', by: 'average-a-year' } }, { review: null }),
    '/follows/from must name another stated position',
  ],
];

describe('A rule of content', () => {
  it.each(breaches)('%s: refuses %s', (id, _what, decided, faultLine) => {
    expect(refusalOf(decided).code).toBe('content.breaks-rule');
    expect(faultLines(decided)).toEqual([`${faultLine} (${id})`]);
  });

  it('has a case above, every one of them', () => {
    expect([...new Set(breaches.map(([id]) => id))].toSorted()).toEqual(
      registerRuleSentences.map((rule) => rule.id).toSorted(),
    );
  });

  it('RET-01: a return of the month under way is taken, whatever the hour in London', () => {
    const lastHour = { ...team, effectiveAt: '2014-04-30T23:30:00.000Z' };
    expect(put('return', { nothingChanged: true }, { id: '2014-05', command: lastHour }).kind).toBe('done');
  });

  it('STP-01: an expected range needs no year', () => {
    const expected = { ...stated, measure: 'savings-expected', year: undefined, periodYears: 10 };
    expect(put('stated-position', expected, { review: null }).kind).toBe('done');
  });
});

describe('What an entry refers to', () => {
  it.each<readonly [RegisterKind, object, readonly (readonly [string, string, string])[]]>([
    [
      'delivery-model',
      model,
      [
        ['option', 'company', '/fromOptions/0'],
        ['option', 'trust', '/fromOptions/1'],
        ['decision', 'adopt', '/decision'],
      ],
    ],
    ['decision', { ...adoption, deliveryModel: 'company' }, [['delivery-model', 'company', '/deliveryModel']]],
    ['decision', adoption, []],
    ['issue', issue, [['risk', 'thin-market', '/risk']]],
    [
      'risk',
      { ...risk, status: 'happened', issue: 'no-bids', threatensSaving: 'buildings' },
      [
        ['issue', 'no-bids', '/issue'],
        ['saving', 'buildings', '/threatensSaving'],
      ],
    ],
    [
      'saving',
      { ...line, milestone: 'go-live', substituteFor: 'rents' },
      [
        ['milestone', 'go-live', '/milestone'],
        ['saving', 'rents', '/substituteFor'],
      ],
    ],
    [
      'stated-position',
      { ...stated, follows: { from: 'range', by: 'average-a-year' } },
      [['stated-position', 'range', '/follows/from']],
    ],
    ['option', { ...option, scores: [{ criterion: 'cost', score: 3 }] }, []],
    ['milestone', goLive, []],
  ])('by %s is named with its pointer', (kind, record, expected) => {
    expect(rulesOf(kind).references(recordRef(kind, 'one', record).state.record)).toEqual(
      expected.map(([to, id, pointer]) => ({ kind: to, id, pointer })),
    );
  });
});

describe('What a register keeps beside a record', () => {
  it('a milestone keeps its first baseline and counts how often it moved', () => {
    const moved = made('milestone', { ...goLive, baseline: '2014-04-30', agreedChange }, { before: goLiveMade });
    expect(moved.facts).toEqual({ originalBaseline: '2014-03-31', rebaselines: 1 });
    const again = { ...agreedChange, on: '2014-05-01' };
    const twice = made('milestone', { ...goLive, baseline: '2014-05-30', agreedChange: again }, { before: moved });
    expect(twice.facts).toEqual({ originalBaseline: '2014-03-31', rebaselines: 2 });
  });

  it('a risk keeps every change of its current score', () => {
    const before = made('risk', risk);
    expect(before.facts).toEqual({ scores: [{ at: told, score: 16 }] });
    const lower = { ...risk, current: { likelihood: 2, impact: 4 } };
    const changed = made('risk', lower, { before, command: told2(team) });
    expect(changed.facts).toEqual({
      scores: [
        { at: told, score: 16 },
        { at: later, score: 8 },
      ],
    });
    const sameScore = { ...risk, current: { likelihood: 4, impact: 2 } };
    expect(made('risk', sameScore, { before: changed, command: told2(team) }).facts).toEqual(changed.facts);
    expect(made('risk', risk, { before: changed, command: told2(team) }).facts).toEqual({
      scores: [...(changed.facts.scores as object[]), { at: later, score: 16 }],
    });
  });

  it('a return is submitted when its present words are told, and waits to be confirmed', () => {
    const before = made('return', { nothingChanged: true }, { id: '2014-04' });
    expect(before.facts).toEqual({ submittedAt: told, confirmed: null });
    const again = made('return', { narrative: 'The lease ended' }, { id: '2014-04', before, command: told2(team) });
    expect(again.facts).toEqual({ submittedAt: later, confirmed: null });
  });

  it('a return stays as it was confirmed', () => {
    const confirmed = { submittedAt: told, confirmed: { at: told, by: 'ann-lee' } };
    const before = recordRef('return', '2014-04', { nothingChanged: true }, confirmed).state;
    const refusal = refusalOf(put('return', { narrative: 'More' }, { id: '2014-04', before }));
    expect(refusal.code).toBe('return.already-confirmed');
    expect(refusal.detail).toContain('14 April 2014');
  });

  it('a business case keeps its outcomes', () => {
    expect(made('business-case', { ...full, title: 'A better title' }, { before: caseWithOutcome }).facts).toEqual(
      caseWithOutcome.facts,
    );
  });

  it('a rating is put by nobody', () => {
    expect(() => put('rating', rating)).toThrow('put by nobody');
  });

  it('a rating told wrongly is corrected by those it belongs to', () => {
    const words = { ...rating, overall: { rating: 'amber', words: 'In hand' } };
    expect(made('rating', words, ownRating).facts).toEqual(ratingMade.facts);
    expect(refusalOf(put('rating', words, { before: ratingMade, command: otherSro })).code).toBe('review.not-the-sro');
  });

  it('a key decision has its earliest meeting, 28 clear days after its notice', () => {
    const state = made('decision', { ...adoption, noticeOn: '2015-08-21' });
    expect(rulesOf('decision').computed(state, programme())).toEqual({ earliestMeetingOn: '2015-09-19' });
  });
});
