import { describe, expect, it } from 'vitest';
import { answerTransfer, handedOverRefusal, isHandedOver, proposeTransfer } from '#domain/transfer.ts';
import type { ProgrammeTransfer } from '#schemas/transfer.ts';

const command = (organisation: string, effectiveAt = '2026-03-10T09:00:00.000Z') => ({
  actor: { subject: 'pat-office', organisation, roles: ['programme-office' as const] },
  effectiveAt,
});
const asked = { to: 'medway', reason: 'Reorganisation', until: '2026-03-31' };
const proposed: ProgrammeTransfer = {
  ...{ id: 'abc', from: 'council', to: 'medway', until: '2026-03-31' },
  ...{ state: 'proposed', at: '2026-03-01T09:00:00.000Z' },
};
const inState = (state: ProgrammeTransfer['state']): ProgrammeTransfer => ({ ...proposed, state });
const propose = (
  over: object,
  organisations: readonly string[] | undefined,
  current?: ProgrammeTransfer,
  programme = 'futures',
) =>
  proposeTransfer({
    ...{ id: 'abc', programme, asked: { ...asked, ...over } },
    ...{ current, command: command('council'), organisations },
  });

describe('a proposal', () => {
  it.each([
    ['one of the list', {}, ['council', 'medway', 'thanet'], null],
    ['any, where there is no list', { to: 'swale' }, undefined, null],
    [
      'one that is not on the list',
      { to: 'swale' },
      ['council', 'medway'],
      '/to must be another organisation of the deployment: medway.',
    ],
    [
      'another, where there is none',
      {},
      ['council'],
      '/to must be another organisation of the deployment, which has no other.',
    ],
    [
      'its own organisation',
      { to: 'council' },
      ['council', 'medway'],
      '/to must be another organisation of the deployment: medway.',
    ],
    [
      'its own organisation without a list',
      { to: 'council' },
      undefined,
      '/to must be another organisation of the deployment.',
    ],
    ['until today', { until: '2026-03-10' }, undefined, null],
    [
      'until yesterday',
      { until: '2026-03-09' },
      undefined,
      '/until must not be past: it is the last day of an answer.',
    ],
  ])('to %s', (_, over, organisations, detail) => {
    const decided = propose(over, organisations);
    expect(decided.kind === 'refused' ? decided.refusal.detail : null).toBe(detail);
  });

  it.each([
    [proposed, 'transfer.open'],
    [{ ...proposed, until: '2026-03-09' }, null],
    [inState('withdrawn'), null],
    [inState('refused'), null],
    [inState('received'), null],
  ] as const)('after $state until $until', (current, code) => {
    const decided = propose({}, undefined, current);
    expect(decided.kind === 'refused' ? decided.refusal.code : null).toBe(code);
  });
});

it('is not made of a practice programme, whatever else is asked', () => {
  for (const over of [{}, { to: 'council' }])
    expect(propose(over, undefined, undefined, 'practice-futures')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'transfer.of-practice', detail: expect.stringContaining('it is not handed over') },
    });
  expect(propose({}, undefined, undefined, 'practices-of-nurses').kind).toBe('done');
});

describe('an answer', () => {
  const ids = { id: 'abc', from: 'council', to: 'medway' };
  it.each([
    ['withdrawn', 'council', proposed, null],
    ['withdrawn', 'medway', proposed, 'transfer.of-other-office'],
    ['accepted', 'medway', proposed, null],
    ['accepted', 'council', proposed, 'transfer.of-other-office'],
    ['refused', 'medway', proposed, null],
    ['refused', 'council', proposed, 'transfer.of-other-office'],
    ['accepted', 'medway', undefined, 'transfer.ended'],
    ['accepted', 'medway', { ...proposed, id: 'another' }, 'transfer.ended'],
    ['accepted', 'medway', { ...proposed, until: '2026-03-09' }, 'transfer.ended'],
    ['accepted', 'medway', { ...proposed, until: '2026-03-10' }, null],
    ['accepted', 'medway', inState('accepted'), 'transfer.accepted'],
    ['refused', 'medway', inState('accepted'), 'transfer.ended'],
    ['withdrawn', 'council', inState('accepted'), 'transfer.ended'],
    ['accepted', 'medway', inState('withdrawn'), 'transfer.ended'],
    ['accepted', 'medway', inState('refused'), 'transfer.ended'],
  ] as const)('%s by %s', (answer, organisation, current, code) => {
    const decided = answerTransfer(ids, current, answer, command(organisation));
    expect(decided.kind === 'refused' ? decided.refusal.code : null).toBe(code);
    if (decided.kind === 'done') expect(decided.result).toMatchObject({ id: 'abc', state: answer });
  });
});

describe('what is recorded of a programme', () => {
  it.each([
    [undefined, false],
    [proposed, false],
    [inState('withdrawn'), false],
    [inState('refused'), false],
    [inState('accepted'), true],
    [inState('received'), false],
  ])('is refused only between its acceptance and what is received: %#', (transfer, frozen) => {
    const state = { facts: transfer === undefined ? {} : { transfer } };
    expect(isHandedOver(state)).toBe(frozen);
    expect(handedOverRefusal(state, 'council')?.detail ?? null).toBe(
      frozen
        ? 'The programme was handed over to medway on 1 March 2026; what is recorded of it from then on is recorded there. Here it can be read as it was.'
        : null,
    );
    expect(handedOverRefusal(state, 'medway')?.detail ?? null).toBe(
      frozen
        ? 'The programme is being copied from council, for your organisation accepted it on 1 March 2026; nothing is recorded of it before all of it is here.'
        : null,
    );
  });
});
