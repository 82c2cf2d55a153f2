import { describe, expect, it } from 'vitest';
import { assuranceCheckpoint } from '#registers/assurance-checkpoint/record.ts';
import { Rating } from '#registers/rating/record.ts';
import { rateReview } from '#registers/rating/rules.ts';
import { by, programme, refusalOf, told } from '../domain/perfect-review.ts';
import { review } from './act-on-entry.ts';
import { ofReview, put } from './put-entry.ts';

/* Whoever was an SRO or the lead of a review within twelve months does not assure it (docs/meaning.md PEOPLE-21). */

const assurance = by('asa-sure', 'assurance');
const naming = (subject: string | null, effectiveAt: string, recordedAt = effectiveAt) => ({
  record: { ...review.record, sros: subject === null ? [] : [{ subject, name: 'Asa Sure' }] },
  effectiveAt,
  recordedAt,
});
type Line = NonNullable<Parameters<typeof rateReview>[0]['review']['line']>;
const lineOf = (recorded: Line['recorded'], deputies: Line['deputies'] = []): Line => ({ recorded, deputies });
const rate = (line: Line) =>
  rateReview({
    review: { ...review, line },
    programme: programme({}),
    request: Rating.parse({ on: '2014-04-14', overall: { rating: 'amber', words: 'Late' } }),
    command: { ...assurance, effectiveAt: told },
    reviewVersion: 3,
    existingIds: [],
  });

describe('Somebody of assurance', () => {
  it.each([
    [
      'was its SRO until some months ago',
      [naming('asa-sure', '2013-01-01T00:00:00.000Z'), naming(null, '2014-01-01T00:00:00.000Z')],
    ],
    [
      'was its SRO long ago, as was recorded by a correction of late',
      [
        naming('asa-sure', '2012-01-01T00:00:00.000Z', '2014-04-01T00:00:00.000Z'),
        naming(null, '2012-06-01T00:00:00.000Z'),
      ],
    ],
  ])('who %s does not assure it', (_, line) => {
    expect(refusalOf(rate(lineOf(line))).code).toBe('rating.own-review');
  });

  it.each([
    [
      'was its SRO until more than twelve months ago',
      [naming('asa-sure', '2012-01-01T00:00:00.000Z'), naming(null, '2013-01-01T00:00:00.000Z')],
    ],
    ['never was', [naming('sam-sro', '2012-01-01T00:00:00.000Z')]],
  ])('who %s does', (_, line) => {
    expect(rate(lineOf(line)).kind).toBe('done');
  });

  const ofSam = [naming('sam-sro', '2012-01-01T00:00:00.000Z')];
  const acted = (subject: string, at: string) => lineOf(ofSam, [{ subject, at }]);

  it('who acted for its SRO within twelve months assures it in no register', () => {
    const line = acted('asa-sure', '2013-05-01T09:00:00.000Z');
    expect(refusalOf(rate(line)).code).toBe('rating.own-review');
    const command = { ...assurance, effectiveAt: told };
    const done = {
      ...assuranceCheckpoint.record.parse(assuranceCheckpoint.example),
      doneOn: { kind: 'date', date: '2014-04-10' },
    };
    const of = (given: Line) => put('assurance-checkpoint', done, { command, review: { ...ofReview, line: given } });
    expect(refusalOf(of(line)).code).toBe('checkpoint.own-review');
  });

  it.each([
    ['acted for its SRO more than twelve months ago', acted('asa-sure', '2013-01-01T09:00:00.000Z')],
    ['did not act for its SRO, where somebody else did', acted('dep-uty', '2014-01-01T09:00:00.000Z')],
  ])('who %s does', (_, line) => {
    expect(rate(line).kind).toBe('done');
  });
});
