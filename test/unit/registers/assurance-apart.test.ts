import { describe, expect, it } from 'vitest';
import { Rating } from '#registers/rating/record.ts';
import { rateReview } from '#registers/rating/rules.ts';
import { by, programme, refusalOf, told } from '../domain/perfect-review.ts';
import { review } from './act-on-entry.ts';

/* Whoever was an SRO or the lead of a review within twelve months does not assure it (docs/meaning.md PEOPLE-21). */

const assurance = by('asa-sure', 'assurance');
const naming = (subject: string | null, effectiveAt: string, recordedAt = effectiveAt) => ({
  record: { ...review.record, sros: subject === null ? [] : [{ subject, name: 'Asa Sure' }] },
  effectiveAt,
  recordedAt,
});
const rate = (line: NonNullable<Parameters<typeof rateReview>[0]['review']['line']>) =>
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
    expect(refusalOf(rate(line)).code).toBe('rating.own-review');
  });

  it.each([
    [
      'was its SRO until more than twelve months ago',
      [naming('asa-sure', '2012-01-01T00:00:00.000Z'), naming(null, '2013-01-01T00:00:00.000Z')],
    ],
    ['never was', [naming('sam-sro', '2012-01-01T00:00:00.000Z')]],
  ])('who %s does', (_, line) => {
    expect(rate(line).kind).toBe('done');
  });
});
