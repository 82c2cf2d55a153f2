import { ReviewSection } from '#schemas/position.ts';
import type { Review, ReviewFacts } from '#schemas/review.ts';
import type { Entry } from '../entry.ts';

/** The review's own section: its record passes through the schema of the section, so that only the fields declared there stay. */
export const reviewSection = ({ record, facts }: Entry<Review, ReviewFacts>): ReviewSection =>
  ReviewSection.parse({
    ...record,
    ...facts,
    sros: record.sros.map((sro) => sro.subject),
    lead: record.lead?.subject ?? null,
    waitsFor: record.waitsFor.filter((wait) => wait.status === 'open'),
  });
