import { describe, expect, it } from 'vitest';
import { rules1 } from '#domain/report/rule-sets.ts';
import { gateOf, gateRules } from '#domain/review/gate.ts';
import { gateCriteria } from '#schemas/gate-settings.ts';
import { aProgramme, aReview, aSetting, asPrevious, rollUp } from '../../../support/positions.ts';
import { formatsOf } from '../../../support/report-formats.ts';
import { reviewAt } from '../perfect-review.ts';

/* docs/meaning.md REVIEW-27: a criterion that a programme switches off is asked for by no gate, and gate and report say so. */

const reason = 'Scrutiny names the services in scope';
const off = [{ criterion: 'GATE-12' as const, reason }];

it('every criterion can be switched off', () => {
  expect([...gateCriteria]).toEqual(gateRules.map(({ id }) => id).sort());
});

describe('a gate', () => {
  const context = reviewAt('service-baseline', { record: { services: [] } });
  const gate = (gatesWithout: typeof off = off) =>
    gateOf({ ...context, programme: { ...context.programme, gatesWithout } });

  it('is open without what is switched off, and says what is, with its reason', () => {
    expect(gateOf(context).open).toBe(false);
    expect(gateOf(context)).not.toHaveProperty('switchedOff');
    expect(gate()).toMatchObject({ open: true, switchedOff: [{ id: 'GATE-12', reason }] });
    expect(gate().criteria.map(({ id }) => id)).not.toContain('GATE-12');
    expect(gate().sentence).toMatch(/The programme has switched off GATE-12\.$/);
  });

  it('that does not ask for it says nothing', () => {
    expect(gate([{ criterion: 'GATE-12', reason }]).switchedOff).toHaveLength(1);
    const other = reviewAt('options-appraisal');
    expect(gateOf({ ...other, programme: { ...other.programme, gatesWithout: off } })).not.toHaveProperty(
      'switchedOff',
    );
  });
});

describe('a report', () => {
  const made = (gatesWithout: typeof off | undefined, previous: ReturnType<typeof asPrevious> = null) =>
    rollUp(
      [aReview('property')],
      aSetting({ programme: aProgramme(gatesWithout === undefined ? {} : { gatesWithout }), previous }),
    );

  it('names the criteria that are switched off, with their reasons, in JSON, page and CSV', () => {
    expect(made(off).content.gatesWithout).toMatchObject([{ criterion: 'GATE-12', reason }]);
    for (const text of Object.values(formatsOf(JSON.stringify(made(off))))) expect(text).toContain(reason);
    expect(made(undefined).content).not.toHaveProperty('gatesWithout');
  });

  it('says when one was switched off, and when it is asked for again', () => {
    const sentences = (now: typeof off | undefined, before: typeof off | undefined) =>
      made(now, asPrevious(made(before))).content.changes.map(({ sentence }) => sentence);
    expect(sentences(off, undefined)).toContain('Criteria of gates switched off since: GATE-12.');
    expect(sentences(undefined, off)).toContain('Criteria of gates asked for again: GATE-12.');
  });

  it('by the first rule set is as it was', () => {
    const by = (gatesWithout: typeof off | undefined) =>
      rollUp([aReview('property')], aSetting({ programme: aProgramme({ gatesWithout }) }), rules1).content;
    expect(by(off)).toEqual(by(undefined));
  });
});
